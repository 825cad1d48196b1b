"""HTML: the laws of a format on generated documents, sound and broken."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import html
from l10n.model import Segment, Segmentation, Slot
from l10n.protocols import ParseOptions
from tests.examples import examples

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)

WORDS = st.sampled_from(
    ["One two. ", "Three", "&amp;", "&", " < ", "\n", "\r\n  ", "“Four. Five,” ", "한국", "{{ v }}", "7"]
)
INLINE = st.recursive(
    WORDS
    | st.sampled_from(
        ["<br>", '<img src=a alt="A b">', "<code>x\ny</code>", "<!-- c -->", "<span translate=no>N</span>"]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(["b", "i", 'a href="https://a.example"', "span title='A tip'", "svg"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
BLOCK = st.recursive(
    st.builds("".join, st.lists(INLINE, max_size=4)),
    lambda inner: st.builds(
        lambda tag, parts, close: f"<{tag}>{''.join(parts)}" + (f"</{tag.split()[0]}>\n" if close else ""),
        st.sampled_from(
            ["p", "div", "ul", "li", "h1", "h2", "blockquote", "td", "pre", "p translate=no", "body", "title", "script"]
        ),
        st.lists(inner, max_size=3),
        st.booleans(),
    ),
    max_leaves=8,
)
PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        '<div title="a tip">',
        "<b>",
        "</b>",
        "<i class=x>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<!-- l10n:skip -->",
        "<!-- l10n:end -->",
        "<li>",
        "</ul>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<span translate=no>",
        "</span>",
        "Words. ",
        "More",
        "&amp;",
        "&",
        "<",
        "\n",
        "\r",
        '"',
        "'",
        ">",
        '<a href="',
        'x"',
        "<h1>",
        "<html>",
        "<html lang=fr>",
        "<head>",
        "</head>",
        "<body>",
        "<!doctype html>",
        "\ufeff",
        "\x00",
        "<!--",
        "-->",
        "<!",
        "<?",
        "</",
        "<svg>",
        "</svg>",
        "<textarea>",
        "<plaintext>",
        "=",
        "/",
        "<meta name=description content=hello>",
        "<iframe/>",
    ]
)
BROKEN = st.builds("".join, st.lists(PIECES | st.text(max_size=3), max_size=14))
TARGETS = st.sampled_from(
    ["번역", "말 하나. 둘", "x < y & z", "q\"'", "  sp \n\n ace ", "<김정은>", "2024. 1. 3.", "- x", "&nbsp;b"]
)


def words_replaced(text: str, target: str) -> str:
    """Replace each stretch of words by the target and keep the markup."""
    shown: list[str] = []
    done = 0
    for span in (*html.inline(text), None):
        stretch = text[done : span.start if span else len(text)]
        shown.append(target if any(map(str.isalpha, stretch)) else stretch)
        if span:
            shown.append(text[span.start : span.end])
            done = span.end
    return "".join(shown)


def check_identity(source: str) -> None:
    for options in (PARAGRAPHS, SENTENCES):
        parts = html.parse(source, options)
        assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
        for part in parts:
            if isinstance(part, Segment):
                assert html.encode(part, part.key.text) == part.raw
                spans = html.inline(part.key.text)
                assert all(one.end <= other.start for one, other in pairwise(spans))


@examples(150)
@given(st.builds("".join, st.lists(BLOCK, max_size=4)), TARGETS)
def test_replacing_every_segment_keeps_the_structure(source: str, target: str) -> None:
    check_identity(source)
    for options in (PARAGRAPHS, SENTENCES):
        shown: list[str] = []
        for part in html.parse(source, options):
            if not isinstance(part, Segment):
                shown.append(part.raw if isinstance(part, Slot) or not isinstance(part, str) else part)
                continue
            inside = any(part.key.text[: span.end].endswith(("='", '="')) for span in html.inline(part.key.text))
            shown.append(html.encode(part, words_replaced(part.key.text, "번역" if inside else target)))
        assert html.skeleton("".join(shown)) == html.skeleton(source)


@examples(200)
@given(BROKEN)
def test_broken_html_never_loses_a_character(source: str) -> None:
    check_identity(source)


@examples(100)
@given(st.text(max_size=60))
def test_any_text_never_loses_a_character(source: str) -> None:
    check_identity(source)
