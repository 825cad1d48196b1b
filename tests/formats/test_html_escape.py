"""HTML: what a translation may write, and what the skeleton tells of it."""

from __future__ import annotations

import pytest

from l10n.formats import html
from l10n.model import Segment, Segmentation, SpanKind
from l10n.protocols import ParseOptions

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)


def put(source: str, *targets: str) -> str:
    """Replace the segments of a source in their order."""
    waiting = iter(targets)
    return "".join(
        html.encode(part, next(waiting)) if isinstance(part, Segment) else part if isinstance(part, str) else part.raw
        for part in html.parse(source, PARAGRAPHS)
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("R&D 예산 < 5", "R&amp;D 예산 &lt; 5"),
        ("<조선일보> 보도", "&lt;조선일보> 보도"),
        ("A&amp;B &lt; &#44032; &nbsp;", "A&amp;B &lt; &#44032; &nbsp;"),
        ("없는 &이름; &nonsense;", "없는 &amp;이름; &amp;nonsense;"),
        ("  첫째 줄\n\n둘째 줄 ", "첫째 줄 둘째 줄"),
        ("끝이 <b", "끝이 &lt;b"),
        ('<a href="x', '&lt;a href="x'),
        ("<b>굵게</b> & 끝", "<b>굵게</b> &amp; 끝"),
        ("<code>a && b</code>", "<code>a && b</code>"),
        ("\u3000들여쓰기", "\u3000들여쓰기"),
    ],
)
def test_a_translation_in_running_text_is_escaped(target: str, expected: str) -> None:
    assert put("<p>Words</p>", target) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<img alt="Words">', '<img alt="그는 &quot;a\'b&quot; &lt;i> &amp; c">'),
        ("<img alt='Words'>", "<img alt='그는 \"a&#39;b\" &lt;i> &amp; c'>"),
        ("<img alt=Words>", '<img alt="그는 &quot;a\'b&quot; &lt;i> &amp; c">'),
        ("<title>Words</title>", '<title>그는 "a\'b" &lt;i> &amp; c</title>'),
    ],
)
def test_a_translation_in_an_attribute_or_title_is_text(source: str, expected: str) -> None:
    assert put(source, '그는 "a\'b" <i>\n& c') == expected
    assert html.skeleton(expected) == html.skeleton(source)


SOURCE = '<h1>Title</h1><p>See <a href="https://a.example/x">this</a> and <b>that</b>.</p><p>More</p>'


@pytest.mark.parametrize(
    "target",
    [
        '<b>저것</b>과 <a href="https://b.example/">이것</a>을 보라.',
        '<a href="https://a.example/x"><b>모두</b></a>',
        'a <a href="https://a.example/x">이것</a> <i>b</i><br>',
        'a <a href="//b.example">이것</a> <span lang="ja">b</span>',
        'a <a href="https://a.example/x">이것</a> b',
    ],
)
def test_inline_tags_that_set_words_or_link_may_change(target: str) -> None:
    assert html.skeleton(put(SOURCE, "제목", target, "더")) == html.skeleton(SOURCE)


@pytest.mark.parametrize(
    "target",
    [
        'a <a href="javascript:alert(1)">이것</a> <b>b</b>',
        'a <a href="&#106;ava\nscript:alert(1)">이것</a> <b>b</b>',
        'a <a href="https://a.example/x" onclick="x()">이것</a> <b>b</b>',
        'a <a href="https://a.example/x">이것</a> <kbd>b</kbd>',
        'a <a href="https://a.example/x">이것</a> <b>b</b><script>x()</script>',
        'a <a href="https://a.example/x">이것</a> <b>b</b><!-- l10n:skip -->',
        'a <a href="http://a.example/x">이것</a> <b>b</b>',
        'a <a href="https://a.example/x">이것</a> <b>b</b></p><p>c',
    ],
)
def test_the_skeleton_tells_what_a_translation_adds_or_drops(target: str) -> None:
    assert html.skeleton(put(SOURCE, "제목", target, "더")) != html.skeleton(SOURCE)


def test_an_event_handler_may_not_change() -> None:
    source = '<p>Press <a onclick="go(1)">here</a> now</p>'
    assert html.skeleton(put(source, '<a onclick="go(2)">여기</a>를 누르라')) != html.skeleton(source)


def test_the_quote_that_ends_an_inner_attribute_is_told() -> None:
    source = '<p>The <img src="f.png" alt="flag"> flew.</p>'
    assert html.skeleton(put(source, '<img src="f.png" alt="깃발"> 날았다.')) == html.skeleton(source)
    assert html.skeleton(put(source, '<img src="f.png" alt="깃" 발"> 날았다.')) != html.skeleton(source)


def test_inline_finds_the_markup_and_leaves_words_of_attributes() -> None:
    text = 'A <img src=x alt="red &amp; blue"> &lt; <code>x <b></code> {{ v }} https://a.example/b. <!-- c -->'
    assert [(text[span.start : span.end], span.kind) for span in html.inline(text)] == [
        ('<img src=x alt="', SpanKind.TAG),
        ("&amp;", SpanKind.ESCAPE),
        ('">', SpanKind.TAG),
        ("&lt;", SpanKind.ESCAPE),
        ("<code>x <b></code>", SpanKind.CODE),
        ("{{ v }}", SpanKind.VARIABLE),
        ("https://a.example/b", SpanKind.URL),
        ("<!-- c -->", SpanKind.TAG),
    ]


def test_a_text_of_structured_data_stays_one_string() -> None:
    source = '<script type="application/ld+json">{"headline": "One \\u0022two\\u0022"}</script>'
    parts = html.parse(source, ParseOptions(Segmentation.PARAGRAPH))
    (segment,) = [part for part in parts if isinstance(part, Segment)]
    assert (segment.key.text, html.encode(segment, segment.key.text)) == ('One "two"', "One \\u0022two\\u0022")
    out = source.replace(segment.raw, html.encode(segment, '말 "둘"\\ \n</script><b>'))
    assert out.endswith('{"headline": "말 \\"둘\\"\\\\ \\u003c/script>\\u003cb>"}</script>')
    assert html.skeleton(out) == html.skeleton(source)
    assert html.skeleton(source.replace("headline", "url")) != html.skeleton(source)
