"""Counting words of a source text."""

import pytest

from l10n.model import Span, SpanKind
from l10n.text.sentences import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. has 10,000 day-to-day users.", 6),
        ("It’s 6:30 a.m.", 4),
        ("— … “”", 0),
        ("80% of them", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(text, count):
    assert words.count(text) == count


def test_markup_is_not_counted():
    text = "See [the guide](https://example.org/a/b)."
    spans = [Span(4, 5, SpanKind.LINK), Span(14, 41, SpanKind.LINK)]
    assert words.count(text, spans) == 3
    assert len(words.blank(text, spans)) == len(text)
