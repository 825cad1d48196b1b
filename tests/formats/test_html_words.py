"""HTML: words that stand in attributes and in drawings."""

from __future__ import annotations

import pytest

from l10n.formats import html
from l10n.model import Kind, Part, Segment, Segmentation
from l10n.protocols import ParseOptions
from l10n.text.markup.attribute_words import NAMES, holds_words

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)


def segments(source: str) -> list[Segment]:
    return [part for part in html.parse(source, PARAGRAPHS) if isinstance(part, Segment)]


def texts(source: str) -> list[str]:
    return [one.key.text for one in segments(source)]


def translated(source: str) -> str:
    def written(part: Part) -> str:
        if isinstance(part, Segment):
            return html.encode(part, part.key.text.upper())
        return part if isinstance(part, str) else part.raw

    return "".join(map(written, html.parse(source, PARAGRAPHS)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<input type="submit" value="Row out">', ["Row out"]),
        ("<input value='Start anew' type=RESET>", ["Start anew"]),
        ('<input type="button" value="Cast off">', ["Cast off"]),
        ('<input type="image" src="go.png" alt="Go ashore">', ["Go ashore"]),
        ('<input type="text" value="Ada" placeholder="Your name">', ["Your name"]),
        ('<input type="hidden" value="a token"><input value="no type"><input type="checkbox" value="yes">', []),
        ('<button value="sent">Send</button><param value="words"><data value="words">', ["Send"]),
        (
            '<select><optgroup label="Boats"><option label="A skiff" value="s">Skiff</option></optgroup></select>',
            ["Boats", "A skiff", "Skiff"],
        ),
        ('<video src="v"><track label="Spoken parts" src="t"></video>', ["Spoken parts"]),
        ('<div label="of a component"></div>', []),
        (
            '<table summary="Tides"><tr><th abbr="Qty">Quantity</th></tr></table>',
            ["Tides", "Qty", "Quantity"],
        ),
        ('<details summary="no such thing"></details>', []),
        ('<nav aria-description="All harbours"></nav>', ["All harbours"]),
        ('<div aria-roledescription="slide" aria-valuetext="half full"></div>', ["slide", "half full"]),
        ('<div aria-labelledby="harbour" aria-controls="menu" data-title="words"></div>', []),
        ('<a href="f" download="a file name">Get it</a>', ["Get it"]),
    ],
)
def test_words_in_attributes_are_segments(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_a_note_says_what_stands_on_a_button() -> None:
    assert segments('<input type="submit" value="Row out">')[0].note == "meta · value of <input>, the words on a button"


@pytest.mark.parametrize(
    "source",
    [
        '<input type="submit" value="Row" translate="no">',
        '<form translate="no"><input type="submit" value="Row"></form>',
        '<p><span translate="no" title="Oar">x</span></p>',
        '<p><b class="notranslate"><img alt="Oar" src="a"></b></p>',
        '<div translate="no"><svg><title>Oar</title></svg></div>',
        '<p><svg><g translate="no"><text>Oar</text></g><desc translate="no">Oar</desc></svg></p>',
    ],
)
def test_what_asks_for_no_translation_is_left_alone_with_its_attributes(source: str) -> None:
    assert texts(source) == []


def test_only_the_element_that_asks_is_left_alone() -> None:
    assert texts('<p><i translate="no" title="Oar"><i title="Oar"></i></i><img alt="Mast" src="a"></p>') == ["Mast"]


def test_words_of_a_drawing_are_segments() -> None:
    source = (
        '<svg aria-label="Plan"><title>The two\n  quays</title><desc>Boats &amp; buoys</desc>'
        '<text x="1">North <tspan dy="2">quay</tspan></text><text>12</text><path d="M0"/></svg>'
    )
    found = segments(source)
    assert [(one.kind, one.key.text) for one in found] == [
        (Kind.META, "Plan"),
        (Kind.ALT, "The two quays"),
        (Kind.ALT, "Boats &amp; buoys"),
        (Kind.CAPTION, 'North <tspan dy="2">quay</tspan>'),
    ]
    assert [one.note.split(" · ")[1] for one in found[1:]] == [
        "title of a drawing",
        "description of a drawing",
        "words in a drawing",
    ]
    assert html.skeleton(translated(source)) == html.skeleton(source)


def test_a_translation_is_text_in_the_title_of_a_drawing() -> None:
    segment = segments("<svg><title>Boats</title></svg>")[0]
    assert html.encode(segment, "배 <script>x</script> & 돛") == "배 &lt;script>x&lt;/script> &amp; 돛"


def test_attributes_within_words_of_a_drawing_are_part_of_them() -> None:
    assert texts('<svg><text><tspan title="A">to</tspan> <tspan>port</tspan></text></svg>') == [
        '<tspan title="A">to</tspan> <tspan>port</tspan>'
    ]


def test_words_of_a_drawing_and_a_button_in_a_sentence_are_free_for_engines() -> None:
    text = 'See <svg aria-label="plan"><title>Boats</title><path/></svg> and <input type="submit" value="Row">.'
    assert texts(f"<p>{text}</p>") == [text]
    free = text
    for span in reversed(html.inline(text)):
        free = free[: span.start] + "|" + free[span.end :]
    assert free == "See |plan|Boats| and |Row|."


def test_the_label_on_a_button_may_change_and_its_type_may_not() -> None:
    source = '<p>Press <input type="submit" value="Now"> twice.</p>'
    assert html.skeleton(source.replace("Now", "Soon: at once")) == html.skeleton(source)
    hidden = source.replace("submit", "hidden")
    assert html.skeleton(hidden.replace("Now", "javascript:x")) != html.skeleton(hidden)


def test_the_table_names_attributes_in_lower_case_and_button_values_only() -> None:
    assert all(name == name.lower() for name in NAMES)
    assert holds_words("input", "value", " Submit ")
    assert not holds_words("input", "value", "text")
    assert not holds_words("button", "value", "submit")
