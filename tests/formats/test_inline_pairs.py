"""Markup inside a text is numbered, and the two ends of an element know each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import load
from l10n.formats.inlines import Mark, elements, numbered
from l10n.model import Inline, InlineRole, SpanKind
from tests.formats.test_html_laws import BLOCK, BROKEN
from tests.formats.test_many import PROSE, many
from tests.formats.test_markdown import DOCUMENTS

NAMES = ["html", "markdown", "mdx", "plain"]
MARKED = [
    "**",
    "*",
    "_",
    "~~",
    "[",
    "](u)",
    '](u "a *b* c")',
    "`c`",
    "<b>",
    "</b>",
    "<br>",
    "<i title='an *x*'>",
    "</i>",
]
WILD = st.lists(
    st.sampled_from([*MARKED, "{x}", "{{ y }}", "<X a={1}>", "</X>", "word ", " 말", "은", ". "]), max_size=14
)


@st.composite
def nested(draw: st.DrawFn, ends: tuple[tuple[str, str], ...], depth: int = 3) -> str:
    """Words in elements in elements; none of a kind lies in another of its kind."""
    out = []
    for _ in range(draw(st.integers(1, 3))):
        if not ends or not depth or draw(st.booleans()):
            out.append(draw(st.sampled_from(["word", "말", "two words", "`a`", "x &amp; y"])))
            continue
        first, last = draw(st.sampled_from(ends))
        inner = draw(nested(tuple(end for end in ends if end[0] != first), depth - 1))
        out.append(f"{first}{inner}{last}")
    return " ".join(out)


MARKDOWN = nested((("**", "**"), ("_", "_"), ("~~", "~~"), ("[", "](u)"), ("<b>", "</b>"), ("<i class='x'>", "</i>")))
HTML = nested((("<b>", "</b>"), ("<a href='u'>", "</a>"), ("<i title='words'>", "</i>"), ("<span>", "</span>")))


def shown(name: str, text: str) -> str:
    """Return the markup of a text, each piece with its role and partner."""
    signs = {InlineRole.OPEN: "<", InlineRole.CLOSE: ">", InlineRole.STANDALONE: "."}
    inlines = load(name).inline(text)
    return " ".join(
        f"{text[one.start : one.end]}{signs[one.role]}{one.pair or ''}".replace(" ", "␣") for one in inlines
    )


def check(inlines: tuple[Inline, ...], text: str) -> None:
    assert [one.id for one in inlines] == list(range(1, len(inlines) + 1))
    done = 0
    for one in inlines:
        assert done <= one.start < one.end <= len(text)
        done = one.end
        if one.pair is None:
            continue
        other = inlines[one.pair - 1]
        assert other.pair == one.id
        assert (one.role, other.role) == (
            (InlineRole.OPEN, InlineRole.CLOSE) if one.id < other.id else (InlineRole.CLOSE, InlineRole.OPEN)
        )
        assert one.kind is other.kind
    assert all(one.pair is None for one in inlines if one.role is InlineRole.STANDALONE)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("markdown", "**a *b* c** `d`", "**<4 *<3 *>2 **>1 `d`."),
        ("markdown", "***both***", "*<4 **<3 **>2 *>1"),
        ("markdown", "[![alt](p)](u) [w][l] [w][]", "[<4 ![<3 ](p)>2 ](u)>1 [<6 ][l]>5 [<8 ][]>7"),
        ("markdown", '[a](u "The title")', '[<3 ](u␣". ")>1'),
        ("markdown", "a <b>c</b><br><x/> </i> <u>", "<b><2 </b>>1 <br>. <x/>. </i>> <u><"),
        ("markdown", "***둘(가)***은", "*<4 **<3 **>2 *>1"),
        ("markdown", "<https://a.b/c> [^1] &amp; {{ x }}", "<https://a.b/c>. [^1]. &amp;. {{␣x␣}}."),
        ("mdx", "**{a}** <X b={1}>c</X> {d}", "**<3 {a}. **>1 <X␣b={1}><5 </X>>4 {d}."),
        ("mdx", "*a {'<b>'} c* </b>", "*<3 {'<b>'}. *>1 </b>>"),
        ("html", "<b>a <i>b</b> c</i><img alt='a word'>", "<b><3 <i><4 </b>>1 </i>>2 <img␣alt='. '>."),
        (
            "html",
            "<B>a <a title='b' href=u>c</a></b> <code>x</code>",
            "<B><5 <a␣title='<4 '␣href=u>. </a>>2 </b>>1 <code>x</code>.",
        ),
        ("html", "<b>a<b>c</b> <!-- d --> <x/>", "<b>< <b><3 </b>>2 <!--␣d␣-->. <x/>."),
        ("plain", "**a** https://a.b {{ x }}", "https://a.b. {{␣x␣}}."),
    ],
)
def test_these_are_pairs(name: str, text: str, expected: str) -> None:
    assert shown(name, text) == expected


@pytest.mark.parametrize("name", NAMES)
@many
@given(st.one_of(WILD.map("".join), PROSE, DOCUMENTS, BROKEN, BLOCK, st.text()))
def test_pairs_are_mutual_and_ids_ascend_in_any_text(name: str, text: str) -> None:
    check(load(name).inline(text), text)


def crossing(inlines: tuple[Inline, ...]) -> bool:
    """Tell whether an element begins in another and ends behind it, or an end has no partner."""
    opened: list[int] = []
    for one in inlines:
        if one.role is InlineRole.OPEN:
            opened.append(one.id)
        elif one.role is InlineRole.CLOSE and (not opened or opened.pop() != one.pair):
            return True
    return bool(opened)


@pytest.mark.parametrize("name", ["markdown", "mdx"])
@many
@given(MARKDOWN)
def test_pairs_are_nested_as_an_author_nests_markdown(name: str, text: str) -> None:
    inlines = load(name).inline(text)
    assert not crossing(inlines)
    assert len(elements(inlines)) == sum(one.role is InlineRole.OPEN for one in inlines)


@many
@given(HTML)
def test_pairs_are_nested_as_an_author_nests_html(text: str) -> None:
    inlines = load("html").inline(text)
    assert not crossing(inlines)
    assert sum(one.role is InlineRole.CLOSE for one in inlines) == text.count("</")


def test_an_end_whose_partner_is_not_there_has_none() -> None:
    (one, other) = numbered(
        "* a [", [Mark(0, 1, SpanKind.EMPHASIS, InlineRole.CLOSE, 5), Mark(4, 5, SpanKind.LINK, InlineRole.OPEN, 7)]
    )
    assert (one.pair, other.pair) == (None, None)
    assert elements((one, other)) == ()


def test_elements_are_told_from_their_first_character_to_their_last() -> None:
    text = "**a [b](u) c** <br>"
    assert [text[start:end] for start, end in elements(load("markdown").inline(text))] == ["**a [b](u) c**", "[b](u)"]
