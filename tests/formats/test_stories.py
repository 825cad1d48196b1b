"""A localized article is read in fields, in every format alike."""

import pytest

from l10n.errors import ArticleError
from l10n.formats.stories import story
from tests.growth import MOST, growth, run


def read(article, text):
    return story(article, "ko", text, {})


def test_front_matter_states_the_fields_and_the_body_is_rendered():
    one = read(
        "2026/border.md",
        '---\ntitle: "국경이 열렸다"\ndescription: 요약이다\nslug: crossing\nauthors: [Jane Doe, Lee Min]\n'
        "date: 2026-03-01T09:00:00+09:00\n---\n\n본문 *하나*.\n",
    )
    assert (one.headline, one.summary, one.slug) == ("국경이 열렸다", "요약이다", "crossing")
    assert one.by == ("Jane Doe", "Lee Min")
    assert one.date == "2026-03-01T09:00:00+09:00"
    assert one.html == "<p>본문 <em>하나</em>.</p>\n"


def test_toml_and_mappings_of_authors_are_read_too():
    one = read(
        "a.md", '+++\ntitle = "다리"\nauthors = [{name = "Jane Doe"}]\ndate = 2026-03-01T09:00:00Z\n+++\n본문.\n'
    )
    assert (one.headline, one.by, one.date) == ("다리", ("Jane Doe",), "2026-03-01 09:00:00+00:00")


def test_a_heading_is_the_headline_where_no_field_is_and_is_no_part_of_the_body():
    one = read("a.md", "*기계 번역.*\n\n# 국경이 **열렸다**\n\n본문.\n")
    assert one.headline == "국경이 열렸다"
    assert one.html == "<p><em>기계 번역.</em></p>\n<p>본문.</p>"


def test_a_heading_that_says_something_else_than_the_title_stays():
    assert "<h1>배경</h1>" in read("a.md", "---\ntitle: 국경\n---\n# 배경\n\n본문.\n").html
    assert "<h1>" not in read("a.md", "---\ntitle: 국경\n---\n# 국경\n\n본문.\n").html


def test_of_a_page_the_story_is_taken_and_its_head_read():
    one = read(
        "a.html",
        '<!DOCTYPE html><html><head><title>국경 | 신문</title><meta name="description" content="요약 &amp; 끝">'
        '<meta name=author content="Jane Doe"><meta property="article:published_time" content="2026-03-01T00:00Z">'
        "</head><body><nav>메뉴</nav><article><h1>국경이 <b>열렸다</b></h1><p>본문.</p></article></body></html>",
    )
    assert (one.headline, one.summary, one.by) == ("국경이 열렸다", "요약 & 끝", ("Jane Doe",))
    assert (one.html, one.date) == ("<p>본문.</p>", "2026-03-01T00:00Z")


def test_the_title_of_a_page_serves_for_want_of_a_heading():
    assert read("a.html", "<title>국경</title><body><p>본문.</p></body>").headline == "국경"


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("<body><main><p>a</p></main></body>", "<p>a</p>"),
        ("<body><article>a</article><article>b</article></body>", "<article>a</article><article>b</article>"),
        ("<article><p>a</p><article>b</article><p>c</p></article>", "<p>a</p><article>b</article><p>c</p>"),
        ("<p>a</p>", "<p>a</p>"),
        ("<main><p>a</p>", "<p>a</p>"),
    ],
)
def test_the_story_of_a_page_is_its_one_article_else_its_main_part_else_all(page, body):
    assert read("a.html", page).html == body


def test_plain_text_becomes_paragraphs_without_its_directives():
    one = read(
        "a.txt",
        "다리가 열렸다\n\n첫 문장 & 둘째.\n\n[l10n:note 메모]\n- 하나\n- 둘\n\n[l10n:skip]\n<코드>\n[l10n:end]\n",
    )
    assert one.headline == "다리가 열렸다"
    assert one.html == "<p>첫 문장 &amp; 둘째.</p>\n<p>- 하나<br>\n- 둘</p>\n<p>&lt;코드&gt;</p>"


def test_components_are_not_guessed_at():
    with pytest.raises(ArticleError, match="only its own site can render"):
        read("a.mdx", "# 다리\n\n<Chart />\n")


def test_what_lies_beside_the_article_is_named():
    one = read("a.md", "[a](b.md) ![c](d.png) [e](https://e.example/) [f](/g) [h](#i) ![c](d.png)\n")
    assert one.apart == ("b.md", "d.png")


@pytest.mark.parametrize("article", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("piece", ["<article>", "</article>", "<h1>", "<meta ", "- a\n", "\n", "# a\n", "&amp;"])
def test_the_time_grows_with_the_size_and_no_faster(article, piece):
    assert growth(lambda size: read(article, run(piece, "", size)), 12_000) <= MOST


@pytest.mark.parametrize("around", ["<main>{}</main>", "<header>A</header><article>{}</article>"])
def test_what_readers_are_told_of_a_page_goes_with_its_story(around):
    said = '<p class="l10n-disclosure" lang="ko" dir="ltr">기계가 번역했다.</p>'
    page = f"<html><body>{said}\n{around.format('<h1>국경</h1><p>본문.</p>')}</body></html>"
    one = read("a.html", page)
    assert one.html.startswith(said)
    assert one.html.count("l10n-disclosure") == 1
    assert read("a.html", f"<main>{said}<p>본문.</p></main>").html.count("l10n-disclosure") == 1
