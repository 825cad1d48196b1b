"""Markdown: elements of HTML that ask for Markdown, and HTML within Markdown's own blocks."""

from __future__ import annotations

import pytest

from l10n.formats import markdown
from l10n.model import Kind, Part, Place, Segment, Segmentation
from l10n.protocols import ParseOptions

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)


def segments(source: str) -> list[Segment]:
    parts = markdown.parse(source, PARAGRAPHS)
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
    return [part for part in parts if isinstance(part, Segment)]


def shown(source: str) -> list[str]:
    return [f"{one.kind}: {one.key.text}" for one in segments(source)]


def written(source: str, text: str) -> str:
    def put(part: Part) -> str:
        if isinstance(part, Segment):
            return markdown.encode(part, text)
        return part if isinstance(part, str) else part.raw

    return "".join(map(put, markdown.parse(source, PARAGRAPHS)))


ASKED = {
    "a summary on the line of the tag": (
        '<details markdown="1"><summary>More</summary>\n## Knots\nTie *it*.\n</details>\n',
        ["heading: More", "heading: Knots", "paragraph: Tie *it*."],
    ),
    "a summary on its own lines": (
        "<details markdown>\n<summary>\nMore\n</summary>\n- one\n- two\n</details>\n",
        ["heading: More", "list item: one", "list item: two"],
    ),
    "a paragraph of HTML before": (
        '<div markdown="block">\n<p>Raw.</p>\nCooked **well**.\n</div>\n',
        ["paragraph: Raw.", "paragraph: Cooked **well**."],
    ),
    "twice": (
        '<div markdown="1">\n<p>A.</p>\nB.\n<p>C.</p>\nD.\n</div>\n',
        ["paragraph: A.", "paragraph: B.", "paragraph: C.", "paragraph: D."],
    ),
    "a cell beside another": (
        '<table><tr><td>Left</td><td markdown="1">\n* right\n</td></tr></table>\n',
        ["cell: Left", "list item: right"],
    ),
    "in an item": (
        '10. one\n\n    <div markdown="1">\n    ## Knots\n    </div>\n',
        ["list item: one", "heading: Knots"],
    ),
    "in an item, over lines": (
        '- <ul>\n  <li markdown="1">\n  Words.\n  </li></ul>\n',
        ["list item: Words."],
    ),
    "a title that is translated": (
        '<div title="Tip" markdown="1">\nWords.\n</div>\n',
        ["meta: Tip", "paragraph: Words."],
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ASKED)
def test_markdown_goes_on_where_an_element_asks_for_it(name: str, line_end: str) -> None:
    source, expected = ASKED[name]
    assert shown(source.replace("\n", line_end)) == expected


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("text", ["물", "그리고 아주 긴 번역이 여기에 있다"])
def test_a_translation_of_any_length_keeps_the_structure(name: str, text: str) -> None:
    source = ASKED[name][0]
    assert markdown.skeleton(written(source, text)) == markdown.skeleton(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<div markdown="0">\n# no\n</div>\n', ["paragraph: # no"]),
        ("<div>\n<p>Raw.</p>\n# no\n</div>\n", ["paragraph: Raw.", "paragraph: # no"]),
        ('<div markdown="1">\n<div>\n# no\n</div>\n</div>\n', ["paragraph: # no"]),
        ('<div markdown="1">\n<a href="x">Link</a>\n</div>\n', ["paragraph: Link"]),
        ('<p markdown="1">\n    Deep words.\n</p>\n', ["paragraph: Deep words."]),
        ('   <p markdown="1">\n     Deep words.\n   </p>\n', ["paragraph: Deep words."]),
        ('<p markdown="1">\nWords\n     </p>\n', ["paragraph: Words"]),
    ],
)
def test_html_stays_html_where_none_asks(source: str, expected: list[str]) -> None:
    assert shown(source) == expected


def test_a_structure_with_another_tag_in_such_an_element_differs() -> None:
    source = ASKED["a summary on its own lines"][0]
    assert markdown.skeleton(source.replace("summary", "h2")) != markdown.skeleton(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> <div>\n> <p>Low\n> tide</p>\n> </div>\n", ["paragraph: Low tide"]),
        ("> > <table>\n> > <tr><td>Low\n> > tide</td></tr></table>\n", ["cell: Low tide"]),
        ("> - <p>Low\n>   tide</p>\n", ["paragraph: Low tide"]),
        ("> <p>Low <code>a\n> b</code> tide</p>\n>\n> High.\n", ["quote: High."]),
        ("> <p>a\n> > b</p>\n", ["paragraph: a > b"]),
    ],
)
def test_html_in_a_quotation_is_extracted(source: str, expected: list[str]) -> None:
    assert shown(source) == expected
    assert markdown.skeleton(written(source, "물때가\n바뀐다")) == markdown.skeleton(source) or "<code>" in source


def test_an_element_that_asks_for_no_translation_keeps_its_markdown() -> None:
    source = '<div translate="no">\n\n# Name\n\n- item\n\n<p>Raw</p>\n\n</div>\n\nWords.\n'
    assert shown(source) == ["paragraph: Words."]
    assert shown('<div class="notranslate">\n\nName\n\n</div>\n\nWords.\n') == ["paragraph: Words."]


def test_a_drawing_among_html_is_known() -> None:
    found = segments("<svg>\n<title>Plan</title>\n<text>Quay</text>\n</svg>\n")
    assert [(one.kind, one.key.text) for one in found] == [(Kind.ALT, "Plan"), (Kind.CAPTION, "Quay")]


def test_a_translation_brings_no_link_where_an_element_asks_for_markdown() -> None:
    asking = segments('<p markdown="span">Words.</p>\n')[0]
    assert markdown.place(asking) is Place.MARKDOWN
    assert markdown.encode(asking, "[말](javascript:a)") == "&#91;말](javascript:a)"
    assert markdown.encode(asking, "**말** [n]") == "**말** [n]"
    assert markdown.place(segments("<p>Words.</p>\n")[0]) is Place.PLAIN


def test_a_bullet_is_one_where_an_element_asks_for_markdown() -> None:
    assert shown('<p markdown="0">\n- one\n- two\n</p>\n') == ["list item: one", "list item: two"]
