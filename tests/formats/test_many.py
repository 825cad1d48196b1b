"""The laws of each format on many random documents, structured and not."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from l10n.errors import ArticleError
from l10n.formats import html, load, markdown, plain
from l10n.model import Segment, Segmentation
from l10n.protocols import Format, ParseOptions
from tests.examples import examples
from tests.formats.test_html_laws import BLOCK, BROKEN
from tests.formats.test_markdown import DOCUMENTS

MODES = [ParseOptions(mode, code_comments=mode is Segmentation.SENTENCE) for mode in Segmentation]
many = examples(100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

PIECES = ["Tide", "the quay", "Mr. Rees", "한국어는", "U.S.", "and", "said.", "“We go.”", "3.5%", "no\u00a05", "[foo]"]
MARKUP = ["**bold**", "*it*", "`code`", "[words](u)", "$x_1$", "&amp;", "a\\*b", "{{ v }}", "<b>b</b>", "![alt](i.png)"]
WORDS = st.lists(st.sampled_from([*PIECES, *MARKUP]), min_size=1, max_size=7)
PROSE = st.builds(lambda words, gap: gap.join(words), WORDS, st.sampled_from([" ", "\n", "  \n", "\\\n"]))
LINE = WORDS.map(" ".join)


def indented(text: str, first: str, width: int) -> str:
    return first + textwrap.indent(text, " " * width)[width:]


LEAVES = (
    PROSE
    | LINE.map("## {}".format)
    | PROSE.map("{}\n---".format)
    | LINE.map("```py\nx = 1  # {}\n```".format)
    | LINE.map("| a | b |\n|---|---|\n| {} | 1 |".format)
    | LINE.map("<details>\n- {}\n</details>".format)
    | st.just("$$\na = b\n= c\n$$")
    | st.just("<Card a={b}>")
    | st.just("<!-- l10n:skip -->")
    | st.just("[foo]: /u 'A title'")
)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
        inner.map(lambda text: textwrap.indent(text, "> ", lambda _: True)),
        inner.map(lambda text: indented(text, "- ", 2)),
        inner.map(lambda text: indented(text, "10. ", 4)),
        inner.map(lambda text: '!!! note "A title"\n\n' + textwrap.indent(text, "    ")),
        inner.map(lambda text: '=== "Tab"\n' + textwrap.indent(text, "    ")),
        inner.map(lambda text: "Term\n" + indented(text, ":   ", 4)),
        inner.map(lambda text: f":::tip[A title]\n{text}\n:::"),
    ),
    max_leaves=6,
)
ARTICLES = st.builds(lambda text, end: (text + "\n").replace("\n", end), BLOCKS, st.sampled_from(["\n", "\n", "\r\n"]))
LINES = st.sampled_from(
    (
        "Headline¦By Nora Whitcombe¦One. Two.¦- item¦  more¦¦¦1. one¦[l10n:skip]¦[l10n:end]¦\tIndented.¦***¦*¦12.¦7"
        f"¦\ufeff¦{'x' * 130}.¦Quay. Photo: Mina Seo¦한국어다.¦https://x.example"
    ).split("¦")
)
TEXTS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(LINES | st.text(max_size=8), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def check(plugin: Format, source: str) -> None:
    for options in MODES:
        try:
            parts = plugin.parse(source, options)
        except ArticleError as err:
            assert err.line >= 1  # noqa: PT017  # front matter that is broken is the one thing refused
            return
        assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
        for part in parts:
            if isinstance(part, Segment):
                assert plugin.encode(part, part.key.text) == part.raw
                assert part.key.text.strip()
    assert plugin.skeleton(source) == plugin.skeleton(source)


def put(plugin: Format, source: str, options: ParseOptions) -> str:
    """Write other words for all words of an article."""
    shown = []
    for part in plugin.parse(source, options):
        if not isinstance(part, Segment):
            shown.append(part if isinstance(part, str) else part.raw)
            continue
        text, out, done = part.key.text, "", 0
        for span in plugin.inline(text):
            out += re.sub(r"[^\W\d_]+", "말", text[done : span.start]) + text[span.start : span.end]
            done = span.end
        shown.append(plugin.encode(part, out + re.sub(r"[^\W\d_]+", "말", text[done:])))
    return "".join(shown)


@many
@given(ARTICLES)
def test_markdown_that_an_author_writes(source: str) -> None:
    check(load("markdown"), source)
    for options in MODES:
        assert markdown.skeleton(put(load("markdown"), source, options)) == markdown.skeleton(source)


@many
@given(TEXTS)
def test_plain_text_that_a_newsroom_writes(source: str) -> None:
    check(load("plain"), source)
    assert plain.skeleton(put(load("plain"), source, MODES[0])) == plain.skeleton(source)


@many
@given(st.builds("".join, st.lists(BLOCK, max_size=4)))
def test_html_that_an_author_writes(source: str) -> None:
    check(load("html"), source)


@many
@given(DOCUMENTS)
def test_markdown_that_nobody_writes(source: str) -> None:
    check(load("markdown"), source)


@many
@given(BROKEN)
def test_html_that_nobody_writes(source: str) -> None:
    check(load("html"), source)
    html.notices(source)


@pytest.mark.parametrize("name", ["html", "markdown", "plain"])
@many
@given(st.text())
def test_any_text(name: str, source: str) -> None:
    check(load(name), source)
