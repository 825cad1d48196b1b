"""A segment knows where it begins: its raw text stands there in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.errors import ArticleError
from l10n.model import Segmentation
from l10n.protocols import ParseOptions
from tests.formats.samples import samples
from tests.formats.test_html_laws import BLOCK, BROKEN
from tests.formats.test_many import ARTICLES, TEXTS, many
from tests.formats.test_markdown import DOCUMENTS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"html": "a.html", "markdown": "a.md", "mdx": "a.mdx", "plain": "a.txt"}


def check(path: str, source: str) -> int:
    """Hold the law for every segment; return how many there are."""
    count = 0
    for mode in Segmentation:
        try:
            document = formats.parse(path, source, ParseOptions(mode))
        except ArticleError:
            continue
        end = 0
        for segment in document.segments:
            assert source[segment.start : segment.start + len(segment.raw)] == segment.raw
            assert segment.start >= end
            end = segment.start + len(segment.raw)
            count += 1
    return count


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.html", "html/samples.txt"),
        ("a.md", "markdown/blocks.txt"),
        ("a.mdx", "markdown/blocks.txt"),
        ("a.txt", "plain/samples.txt"),
        ("a.txt", "plain/houses.txt"),
    ],
)
def test_the_samples(path: str, name: str) -> None:
    assert sum(check(path, sample.source) for sample in samples(name)) > 0


@many
@given(st.sampled_from(sorted(NAMES)), ARTICLES | TEXTS | DOCUMENTS | BROKEN | BLOCK | st.text())
def test_any_document_in_any_format(name: str, source: str) -> None:
    check(NAMES[name], source)


def test_a_text_that_stands_twice_begins_in_two_places() -> None:
    source = "---\ntitle: One.\n---\nOne.\n\n> One.\n\nTwo. One.\n"
    document = formats.parse("a.md", source, ParseOptions(Segmentation.SENTENCE))
    assert [source.count("One.", 0, segment.start) for segment in document.segments] == [0, 1, 2, 3, 3]
    assert len({segment.start for segment in document.segments}) == len(document.segments)


def test_the_corpus(corpus: Path) -> None:
    found = 0
    for file in sorted(corpus.rglob("*")):
        if file.suffix in formats.EXTENSIONS:
            found += check(f"a{file.suffix}", file.read_bytes().decode("utf-8", "replace"))
    assert found > 0
