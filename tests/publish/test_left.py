"""How what stays English is marked: in the tag of its element, in one around it, or not where that would break."""

import pytest

from l10n import formats
from l10n.model import Edition, Segmentation
from l10n.protocols import ParseOptions
from l10n.publish.glue import glue

MARKED = Edition("ko", "ltr", marked="en")


def made(path, source, known, mode=Segmentation.PARAGRAPH, edition=MARKED):
    """Return an article in which only what begins with one of the `known` words is translated, to `말`."""
    document = formats.parse(path, source, ParseOptions(mode))
    texts = ["말" if one.key.text.startswith(known) else None for one in document.segments]
    return glue(document, formats.load(document.format), texts, edition=edition)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Kept. <b>x</b> y</p>", '<p lang="en">Kept. <b>x</b> y</p>'),
        ("<p class=a>Known one", "<p class=a>말"),
        ("<ul><li>Kept a<li>Known b</ul>", '<ul><li lang="en">Kept a<li>말</ul>'),
        ("<li>Kept a<ul><li>Known b</ul></li>", '<li><span lang="en">Kept a</span><ul><li>말</ul></li>'),
        ("<div>Kept a<hr>Known b</div>", '<div><span lang="en">Kept a</span><hr>말</div>'),
        ("<p>Kept a<hr>", '<p lang="en">Kept a<hr>'),
        ("<p>Kept a<br><br>Known b</p>", '<p><span lang="en">Kept a</span><br><br>말</p>'),
        ("<p>Kept a<br><br>Kept b</p>", '<p lang="en">Kept a<br><br>Kept b</p>'),
        ("Kept a<p>Known b</p>", '<span lang="en">Kept a</span><p>말</p>'),
        ('<p lang="en">Kept a</p>', '<p lang="en">Kept a</p>'),
        ('<p><img alt="Kept a"></p><p>Known</p>', '<p lang="en"><img alt="Kept a"></p><p>말</p>'),
        ('<div><img alt="Kept a"><p>Known</p></div>', '<div><img lang="en" alt="Kept a"><p>말</p></div>'),
        ('<p title="Kept a">Known</p>', '<p title="Kept a">말</p>'),
        ("<title>Kept a</title><p>Known</p>", '<title lang="en">Kept a</title><p>말</p>'),
        ('<script type="application/ld+json">{"headline": "Kept a"}</script><p>Known</p>', '<script type="app'),
        ("<body>Kept a</body>", '<body><span lang="en">Kept a</span></body>'),
        ("<div><p>Kept a</p><p>Known</p></div>", '<div><p lang="en">Kept a</p><p>말</p></div>'),
    ],
)
def test_an_element_of_html_says_that_all_in_it_is_english(source, expected):
    assert expected in made("a.html", source, "Known")


def test_english_in_a_page_that_runs_the_other_way_says_how_it_runs():
    edition = Edition("ar", "rtl", marked="en", marked_direction="ltr")
    assert '<p lang="en" dir="ltr">Kept' in made("a.html", "<p>Kept a</p><p>Known</p>", "Known", edition=edition)


def test_a_page_that_stays_english_as_a_whole_is_not_marked_in_pieces():
    edition = Edition("ko", "ltr", translated=False, marked="en")
    source = '<html lang="en"><p>Kept a</p></html>'
    assert "<p>Kept a</p>" in made("a.html", source, "Known", edition=edition)


def test_one_sentence_of_several_is_marked_by_itself():
    made_ = made("a.html", "<p>Known one. Kept two. Known three.</p>", "Known", Segmentation.SENTENCE)
    assert '<p>말 <span lang="en">Kept two.</span> 말</p>' in made_


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("Kept **as** it [is](a).\n", True),
        ("Kept as\nit is.\n", True),
        ("# Kept as it is\n", False),
        ("- Kept as it is\n", False),
        ("- A\n\n  Kept as it is\n", False),
        ("> Kept as it is\n", False),
        ("| Kept as it is |\n|---|\n| Kept b |\n", False),
        ("[Kept][a]\n[a b]:\n", False),
        ("[TOC]\n", False),
        ("Kept as it is.[^1]\n\n[^1]: Kept as well.\n", True),
    ],
)
def test_a_paragraph_of_markdown_is_marked_and_nothing_else(source, marked):
    page = made("a.md", source, "Known")
    assert page.count('<span lang="en">') == int(marked)
    assert page.replace('<span lang="en">', "").replace("</span>", "") == source
    fmt = formats.load("markdown")
    assert fmt.skeleton(page) == fmt.skeleton(source)


def test_a_paragraph_of_mdx_stands_in_a_block_of_its_own():
    page = made("a.mdx", "Kept as it is.\n\n<Card>Kept as it is</Card>\n\nKnown\n", "Known")
    assert page == '<div lang="en">\n\nKept as it is.\n\n</div>\n\n<Card>Kept as it is</Card>\n\n말\n'
    told = made("a.mdx", "Kept as it is. Known two.\n", "Known", Segmentation.SENTENCE)
    assert told == "Kept as it is. 말\n"


def test_what_is_not_marked_stays_as_it_is():
    for path, source in (("a.md", "Kept as it is.\n"), ("a.html", "<p>Kept</p>"), ("a.mdx", "Kept it is.\n")):
        assert made(path, source, "Known", edition=Edition("ko", "ltr")) == source
    assert made("a.txt", "Kept it is.\n", "Known") == "Kept it is.\n"
