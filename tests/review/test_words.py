"""All that pages of a review say is in one place, and all that is there is said."""

from __future__ import annotations

import re

import pytest

from l10n.model import Kind, Severity, Substate
from l10n.review.sayings import SAYINGS, known
from l10n.review.words import WORDS, say
from tests.conftest import ROOT

FOLDER = ROOT / "l10n" / "review"
TEXTS = "".join(
    path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*")) if path.suffix in {".html", ".js", ".py"}
)
"""What asks for words, and the words themselves."""
USED = set(re.findall(r"""["']([a-z]+(?:\.[a-z-]+)+)["'](?!:)""", TEXTS))
OPEN = tuple(re.findall(r"(?:say\(`|\[f\")([a-z.]+\.)\$?\{", TEXTS))
"""Beginnings of names that are put together."""


def test_every_word_that_is_asked_for_is_there() -> None:
    families = {name.partition(".")[0] for name in WORDS}
    asked = {
        name for name in USED if name.partition(".")[0] in families and not name.endswith((".css", ".js", ".html"))
    }
    assert asked <= set(WORDS)
    assert {f"state.{one}" for one in (*Substate, "unsent", "conflict")} <= set(WORDS)
    assert {f"kind.{one}" for one in Kind} <= set(WORDS)
    assert {f"page.severity.{one}" for one in Severity} <= set(WORDS)


def test_every_word_that_is_there_is_asked_for() -> None:
    assert [name for name in WORDS if name not in USED and not name.startswith(OPEN)] == []


def test_values_are_put_in_as_they_are() -> None:
    assert say(WORDS, "desk.count", shown="{all}", all=2) == "{all} of 2"
    with pytest.raises(KeyError):
        say(WORDS, "no.such")


def test_every_sentence_that_is_known_is_one_of_the_program() -> None:
    own = FOLDER / "sayings.py"
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "l10n").rglob("*.py")) if path != own)
    lines = re.sub(r'"\s+f?"', "", code)
    for name, text in SAYINGS.items():
        if not name.startswith(("risk.by", "risk.near", "risk.number", "risk.quotation", "risk.negation", "risk.term")):
            longest = max(re.split(r"\{\w+\}|, ", text), key=len)
            assert longest in lines, name


def test_a_sentence_is_known_by_its_words() -> None:
    assert known("there is no article `{b}.md` in `ko`") == ("no-article", {"article": "{b}.md", "locale": "ko"})
    assert known("three numbers") == ("risk.numbers", {"n": "3"})
    assert known("there is no such file, or is there") is None
