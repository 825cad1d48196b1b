"""Markdown: words in the attributes of tags."""

from __future__ import annotations

import pytest

from l10n.formats import markdown
from l10n.model import InlineRole, Kind, Part, Place, Segment, Segmentation, SpanKind
from l10n.protocols import ParseOptions

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)


def segments(source: str, options: ParseOptions = PARAGRAPHS) -> list[Segment]:
    parts = markdown.parse(source, options)
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
    return [part for part in parts if isinstance(part, Segment)]


def written(source: str, text: str) -> str:
    def put(part: Part) -> str:
        if isinstance(part, Segment):
            return markdown.encode(part, text)
        return part if isinstance(part, str) else part.raw

    return "".join(map(put, markdown.parse(source, PARAGRAPHS)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="x"><img src="a" alt="A boat"></a>\n', ["A boat"]),
        ('<picture><source srcset="b"><img src="a" alt="A boat" title="At noon"></picture>\n', ["A boat", "At noon"]),
        ('<img src="a"\n     alt="A boat: small,\nand grey">\n', ["A boat: small, and grey"]),
        ('<img src="a" alt="A boat"> <img src="b" alt="A buoy">\n', ["A boat", "A buoy"]),
        ('[<img src="a" alt="A boat">](harbour.html)\n', ["A boat"]),
        ('- <a href="x"><img src="a" alt="A boat"></a>\n- <b><img src="b" alt=Buoy></b>\n', ["A boat", "Buoy"]),
        ('> <img src="a"\n>   alt="A boat">\n', ["A boat"]),
        ('> <img src="a" alt="A\n> boat">\n', ["A boat"]),
        ('# <a href="x"><img src="a" alt="A boat"></a>\n', ["A boat"]),
        ('한국 1: <img src="a" alt="A boat">\n', ['한국 1: <img src="a" alt="A boat">']),
        ('<img src="a" alt="A boat"> **1** <img src="b" alt="{{ name }}">\n', ["A boat"]),
        ('<span translate="no"><img src="a" alt="A boat"></span>\n', []),
        ('`<img alt="A boat">` <img src="a" alt="12">\n', []),
        ('<b><input type="submit" value="Row"></b>\r\n', ["Row"]),
    ],
)
def test_words_in_the_tags_of_a_text_without_others_are_segments(source: str, expected: list[str]) -> None:
    assert [one.key.text for one in segments(source)] == expected


def test_they_are_known_as_what_they_are() -> None:
    segment = segments('# Boats\n\n<a href="x"><img src="a" alt="A boat"></a>\n')[1]
    assert (segment.kind, segment.line, segment.note) == (Kind.ALT, 3, 'alt · alt of <img> · under "Boats"')
    assert markdown.place(segment) is Place.MARKDOWN
    assert markdown.place(segments('<img src="a" alt="A boat">\n')[0]) is Place.PLAIN


def test_an_excluded_element_keeps_its_words() -> None:
    options = ParseOptions(Segmentation.PARAGRAPH, exclude=(".logo",))
    source = '<a class="logo" href="x"><img src="a" alt="A boat"></a> <img class="logo" src="b" alt="A buoy">\n'
    assert [one.key.text for one in segments(source, options)] == []
    assert [one.key.text for one in segments(source)] == ["A boat", "A buoy"]


@pytest.mark.parametrize(
    "source",
    [
        '<a href="x"><img src="a" alt="A boat"></a>\n',
        '| a | b |\n|---|---|\n| <img src="a" alt="A boat"> | 1 |\n',
        "- <img src='a'\n  alt='A\n  boat'>\n",
        "<b><img src=a alt=Boat></b>\n",
    ],
)
def test_a_translation_stays_in_its_tag(source: str) -> None:
    out = written(source, "` | \"배\" '돛'\n\n# x <b> & \\")
    assert markdown.skeleton(out) == markdown.skeleton(source)
    assert [one.key.text for one in segments(out) if one.kind is Kind.ALT] != []


def test_a_translation_in_a_tag_is_no_markdown_to_any_renderer() -> None:
    segment = segments('<b><img alt="A boat" src="a"></b>\n')[0]
    hostile = '[x](javascript:a) `c` \\" <b onclick=a> > |'
    assert not set(markdown.encode(segment, hostile)) & set('[`<>|"\\')


def test_a_stroke_in_the_tag_of_a_cell_is_one_sign() -> None:
    source = '| a | b |\n|---|---|\n| 1 | <img src="a" alt="Boat \\| buoy"> |\n'
    segment = segments(source)[-1]
    assert segment.key.text == "Boat | buoy"
    assert markdown.encode(segment, segment.key.text) == "Boat \\| buoy"
    assert markdown.encode(segment, "배 | 부표") == "배 &#124; 부표"


def test_words_in_the_tags_of_a_sentence_are_free_for_engines() -> None:
    text = 'See <a href="x" title="Tip">it</a>, <img src="a" alt="A {{ n }} boat"/> and `<i title="no">`.'
    found = markdown.inline(text)
    out = text
    for span in reversed(found):
        out = out[: span.start] + "|" + out[span.end :]
    assert out == "See |Tip|it|, |A | boat| and |."
    tags = [one for one in found if one.kind is SpanKind.TAG]
    assert [one.role for one in tags] == [
        InlineRole.OPEN,
        InlineRole.STANDALONE,
        InlineRole.CLOSE,
        InlineRole.STANDALONE,
        InlineRole.STANDALONE,
    ]
    assert tags[0].pair == tags[2].id
