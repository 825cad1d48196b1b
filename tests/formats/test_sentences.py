"""Sentence mode: cuts go around markup, and the pieces are the block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats.folding import fold
from l10n.formats.inlines import Mark, elements, numbered
from l10n.formats.sentences import split
from l10n.model import Inline, InlineRole, Joint, Key, Kind, Segment, Shell, SpanKind
from tests.examples import examples

MARKS = [
    *(("**", SpanKind.EMPHASIS), ("*", SpanKind.EMPHASIS), ("[", SpanKind.LINK), ("](u)", SpanKind.LINK)),
    *(("`a. B`", SpanKind.CODE), ("<b>", SpanKind.TAG), ("</b>", SpanKind.TAG), ("&nbsp;", SpanKind.ESCAPE)),
]
WORDS = [("One two. ", None), ("Three! ", None), ("four", None), ("\n  ", None), ("“Five. Six,” ", None), (". ", None)]


def marked(pieces: list[tuple[str, SpanKind | None]]) -> tuple[str, tuple[Inline, ...]]:
    """Join pieces; return the raw text and the spans of its markup (in raw, no break inside)."""
    raw = ""
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    for number, (text, kind) in enumerate(pieces, 1):
        if kind:
            mark = Mark(len(raw), len(raw) + len(text), kind)
            if kind in {SpanKind.EMPHASIS, SpanKind.LINK}:
                name = "[" if kind is SpanKind.LINK else text
                first = next((one for one in reversed(opened) if one[0] == name), None) if text != "[" else None
                if first:
                    opened.remove(first)
                    mark = mark._replace(role=InlineRole.CLOSE, element=first[1])
                elif not text.startswith("]"):
                    opened.append((name, number))
                    mark = mark._replace(role=InlineRole.OPEN, element=number)
            marks.append(mark)
        raw += text
    return raw, numbered(raw, marks)


def cut(*pieces: tuple[str, SpanKind | None]) -> list[str]:
    raw, spans = marked(list(pieces))
    folded = fold(raw)
    segment = Segment(Key(folded.text), raw, Shell("x"), Kind.PARAGRAPH)
    return [part.key.text for part in split(segment, folded, spans) if isinstance(part, Segment)]


def test_emphasis_over_two_sentences_stays_one() -> None:
    bold = ("**", SpanKind.EMPHASIS)
    assert cut(bold, ("One. Two.", None), bold, (" Three.", None)) == ["**One. Two.**", "Three."]


def test_emphasis_of_one_sentence_goes_with_it() -> None:
    bold = ("**", SpanKind.EMPHASIS)
    assert cut(("One. ", None), bold, ("Two.", None), bold, (" Three.", None)) == ["One.", "**Two.**", "Three."]


def test_a_link_over_two_sentences_stays_one() -> None:
    link = ("[", SpanKind.LINK), ("We ran. They fell", None), ("](http://x. Y)", SpanKind.LINK)
    assert cut(("One. ", None), *link, (". Five.", None)) == ["One.", "[We ran. They fell](http://x. Y).", "Five."]


def test_code_is_no_end_and_no_words() -> None:
    assert cut(("Run ", None), ("`a. B`", SpanKind.CODE), (". Then rest.", None)) == ["Run `a. B`.", "Then rest."]
    assert cut(("One. ", None), ("`a`", SpanKind.CODE)) == ["One. `a`"]


def test_a_character_reference_is_the_mark_it_stands_for() -> None:
    quote = [("&ldquo;", SpanKind.ESCAPE), ("One. Two,", None), ("&rdquo;", SpanKind.ESCAPE)]
    assert cut(*quote, (" he said. Three.", None)) == ["&ldquo;One. Two,&rdquo; he said.", "Three."]


def test_an_unclosed_tag_protects_nothing() -> None:
    assert cut(("<i>", SpanKind.TAG), ("One. Two.", None)) == ["<i>One.", "Two."]


def test_context_kind_and_line_are_the_block_s() -> None:
    raw = "One.\r\nTwo\nthree. Four."
    block = Segment(Key(fold(raw).text, "c"), raw, Shell("x", "> "), Kind.QUOTE, "n", 7)
    found = [part for part in split(block, fold(raw), ()) if isinstance(part, Segment)]
    assert [(one.key, one.line) for one in found] == [
        (Key("One.", "c"), 7),
        (Key("Two three.", "c"), 8),
        (Key("Four.", "c"), 9),
    ]
    assert {(one.shell, one.kind, one.note) for one in found} == {(block.shell, block.kind, block.note)}


@pytest.mark.parametrize(
    ("raw", "prefix", "text"),
    [
        ("a\n  b", "", "a b"),
        ("a  \r\n\r\n b\rc", "", "a b c"),
        ("a\n> b\n>c\nd", "> ", "a b c d"),
        ("a  b", "", "a  b"),
    ],
)
def test_a_break_folds_with_what_stands_around_it(raw: str, prefix: str, text: str) -> None:
    folded = fold(raw, prefix)
    assert folded.text == text
    assert len(folded.origin) == len(text) + 1
    assert folded.origin[-1] == len(raw)
    assert all(raw[folded.origin[i]] == char for i, char in enumerate(text) if not char.isspace())


def test_a_break_in_a_kept_range_stays() -> None:
    assert fold("a\nb\nc\nd", keep=((2, 5),)).text == "a b\nc d"


@examples(200)
@given(st.lists(st.sampled_from([*MARKS, *WORDS]), min_size=1, max_size=14))
def test_the_pieces_are_the_block_and_no_pair_is_parted(pieces: list[tuple[str, SpanKind | None]]) -> None:
    raw, spans = marked(pieces)
    spans = tuple(span for span in spans if "\n" not in raw)
    folded = fold(raw)
    segment = Segment(Key(folded.text), raw, Shell("x"), Kind.PARAGRAPH)
    parts = split(segment, folded, spans)
    assert "".join(part.raw for part in parts) == raw
    position = 0
    for part in parts:
        end = position + len(part.raw)
        if isinstance(part, Joint):
            assert part.raw.isspace()
            assert not any(start < end and position < stop for start, stop in elements(spans))
        position = end
