"""What a post says of itself is read back from it, and readers see nothing of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.cms.marks import PostMark, PostText, marked, name, read, unmarked
from l10n.cms.rendering import post_text
from l10n.model import Story
from tests.growth import MOST, growth, run

MARK = PostMark("l10n-1a", "2b", "3c")


def of(article="a.md", html="<p>본문.</p>", headline="제목"):
    return Story(article, "ko", headline, html)


@given(article=st.text(min_size=1), content=st.text())
def test_a_mark_is_read_back_whatever_the_article_is_called(article, content):
    content = content.replace("<!--", "")
    written = marked(content, MARK, of(article))
    assert read(written) == MARK
    assert unmarked(written) == content.strip()
    comment = written[len(content.strip()) :].strip()
    assert comment.startswith("<!-- ")
    assert comment.endswith(" /-->")
    assert not re.search("--|[<>&]", comment[4:-4])


@pytest.mark.parametrize(
    "content",
    [
        "<p>a</p>",
        "",
        "<!-- wp:l10n/source {} /-->",
        "<!-- wp:l10n/source {bad} /-->",
        "<!-- wp:l10n/source [1] /-->",
        '<!-- wp:l10n/source {"id":1,"sent":"b","kept":"c"} /-->',
        marked("", MARK, of()) * 2,
    ],
)
def test_what_is_no_mark_is_none(content):
    assert read(content) is None


def test_an_article_has_another_name_in_each_locale():
    names = {name(Story(article, locale, "", "")) for article in ("a.md", "b.md") for locale in ("ko", "ja")}
    assert len(names) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>c</p>\n\n<p>d</p>", "<p>c</p>\r\n<p>d</p>\n"),
        ("<ul> <li>c</li> </ul>", "<ul>\n<li>c</li>\n</ul>"),
        ("<p>&#91;c&#93; &quot;d&quot; &nbsp;</p>", '<p>[c] "d" \xa0</p>'),
        ("<p>a<br />b<hr/></p>", "<p>a<br>b<hr></p>"),
        ("<p>&#60;b&#62; &#38;</p>", "<p>&lt;b&gt; &amp;</p>"),
    ],
)
def test_what_editors_write_in_another_way_is_no_change(one, other):
    assert PostText("a", "b", one).digest == PostText("a ", "b", other).digest


def test_all_else_is_one():
    texts = [
        ("a", "b", "<p>c</p>"),
        ("b", "a", "<p>c</p>"),
        ("ab", "", "<p>c</p>"),
        ("a", "b", "<p>c </p>"),
        ("a", "b", "<p> <b>c</b></p>"),
        ("a", "b", "<p><b>c</b></p>"),
        ("a", "b", "<p>&lt;c&gt;</p>"),
        ("a", "b", "<p><c></p>"),
        ("a", "b", "<p>&amp;lt;c&amp;gt;</p>"),
    ]
    assert len({PostText(*text).digest for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("<p>한\n줄</p>\n<p>둘</p>\n", "<p>한 줄</p>\n\n<p>둘</p>"),
        ("<p>a</p>\n<pre>a\n  b</pre>\n<p>c</p>", "<p>a</p>\n\n<pre>a\n  b</pre> <p>c</p>"),
        ("<p>a [gallery] <a href='?b[]=1'>b</a></p>", "<p>a &#91;gallery&#93; <a href='?b&#91;&#93;=1'>b</a></p>"),
        ("<p>a</p><!-- wp:rss /--><!--\nb\n--><p>c</p>", "<p>a</p>\n\n<p>c</p>"),
        ("<p>a</p><!<!-- x -->-- wp:rss /-->", "<p>a</p>\n\n&lt;!-- wp:rss /-->"),
    ],
)
def test_a_body_is_written_so_that_wordpress_calls_nothing(html, content):
    assert post_text(of(html=html)).content == content


@pytest.mark.parametrize(
    "piece", ["<!--", "<pre ", "<pre>", "</pre>", "\n", " ", "<!-- wp:l10n/source {", "}", "[", "> ", "&", " /", "\\"]
)
def test_the_time_grows_with_the_size_and_no_faster(piece):
    def work(size):
        text = "a" + run(piece, "", size)
        return post_text(of(html=text)).digest, PostText("", "", text).digest, read(text), unmarked(text)

    assert growth(work, 200_000) <= MOST


def test_headlines_and_summaries_are_no_markup():
    assert post_text(of(headline="A < B & [c]")).title == "A &lt; B &amp; &#91;c&#93;"
