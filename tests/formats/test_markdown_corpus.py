"""Real articles and the examples of the CommonMark spec, taken apart and put together."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from l10n.formats import markdown
from l10n.model import Segment
from tests.formats.test_markdown import PARAGRAPHS, SENTENCES, joined
from tests.formats.test_markdown_encode import translated

if TYPE_CHECKING:
    from pathlib import Path


def _texts(corpus: Path, name: str) -> dict[str, str]:
    if name == "commonmark":
        spec = json.loads((corpus / name / "spec-examples.json").read_text(encoding="utf-8"))
        return {f"example {number}": item["markdown"] for number, item in enumerate(spec, 1)}
    folder = corpus / name / {"opensource-guide": "articles", "comprehensive-rust": "src"}[name]
    return {file.name: file.read_bytes().decode("utf-8") for file in sorted(folder.rglob("*.md"))}


def _pseudo(text: str) -> str:
    out, done = "", 0
    for span in markdown.inline(text):
        out += re.sub(r"[aeiou]", "ö", text[done : span.start]) + text[span.start : span.end]
        done = span.end
    return f"⟦{out}{re.sub(r'[aeiou]', 'ö', text[done:])}⟧"


@pytest.mark.parametrize("name", ["commonmark", "opensource-guide", "comprehensive-rust"])
def test_no_character_of_the_corpus_is_lost(corpus: Path, name: str) -> None:
    for path, source in _texts(corpus, name).items():
        assert joined(markdown.parse(source, PARAGRAPHS)) == source, path
        assert joined(markdown.parse(source, SENTENCES)) == source, path
        assert translated(source, lambda text: text) == source, path


@pytest.mark.parametrize("name", ["commonmark", "opensource-guide", "comprehensive-rust"])
def test_other_words_keep_the_structure_of_the_corpus(corpus: Path, name: str) -> None:
    for path, source in _texts(corpus, name).items():
        assert markdown.skeleton(translated(source, _pseudo)) == markdown.skeleton(source), path


def test_no_msgid_of_the_articles_begins_with_a_mark(corpus: Path) -> None:
    for path, source in _texts(corpus, "opensource-guide").items():
        for part in markdown.parse(source, PARAGRAPHS):
            if isinstance(part, Segment):
                assert not re.match(r"[-*+>] |#{1,6} |\d+\. |.*<[a-z/][^<>]*\Z", part.key.text), path
