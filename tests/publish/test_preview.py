"""A preview shows what would be published, says of each text where it comes from, and nothing in it acts."""

from __future__ import annotations

import json
import re
import shutil

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.model import Edition, Segmentation
from l10n.project import cut
from l10n.protocols import ParseOptions
from l10n.publish.assemble import Assembled
from l10n.publish.cleaning import cleaned
from l10n.publish.marking import marked
from l10n.publish.policy import Shown
from l10n.publish.preview import PreviewSite
from l10n.publish.preview_style import STYLE
from l10n.report import schemas
from tests.conftest import Site  # noqa: TC001  a fixture's type

ACTIVE = """<script>go()</script> <img src=x onerror=go()> <a href="javascript:go()">a</a>

<iframe src=//x.example></iframe>

<form action=/x><button formaction=javascript:go()>b</button></form><style>.bar { display: none }</style><base href=/x>

<svg><script>go()</script><a xlink:href="javascript:go()"><text>c</text></a></svg></main></div>
<meta http-equiv=refresh>

<img src="//x.example/y.png"> <img src="https://x.example/y.png"> <img src="../../.env"> <img src="data:text/html,x">
"""
"""What an author, or a shortcode, may have in an article; every way to begin something is there once."""
EDITION = Edition("ko", "ltr", "Machine.", {"status": "machine-draft"})
PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
SITE = PreviewSite("en", ("en", "ko"), "articles", ("a.md", "news/b.html", "news/index.md", "news/c.txt"))


@pytest.fixture
def newsroom(site: Site) -> Site:
    held = '[[tool.l10n.section]]\npath = "held.md"\npolicy = "hold"\n'
    site.configure(f'locales = ["ko", "ar"]\nengines = ["memory"]\npolicy = "drafts-labelled"\n{held}')
    site.write(
        "articles/a.md",
        "---\ntitle: 'A: <b> & \"pier\"'\n---\n\nIt *opened*. See [b](news/b.html#x), ![map](map.png).\n\nSo.\n",
    )
    site.write("articles/news/b.html", f"<title>B</title><body><h1>B</h1>{ACTIVE}<p>It closed.</p></body>\n")
    site.write("articles/held.md", "# Secret\n\nNot yet.\n")
    site.write("articles/note.txt", "A note\n\n- [x] <script>go()</script>\n")
    site.write("articles/map.png", b"\x89PNG")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {"So.": "그렇다."})
    return site


def body(site: Site, path: str) -> str:
    return site.read(f"preview/{path}.html").partition("<main>\n")[2].partition("</main>")[0]


def test_every_article_has_a_page_in_every_language_and_the_lists_lead_to_all(newsroom: Site) -> None:
    assert newsroom.ok("build", "--preview").out == "preview/index.html\n"
    pages = sorted(
        path.relative_to(newsroom.root / "preview").as_posix() for path in (newsroom.root / "preview").rglob("*.html")
    )
    names = ("a.md", "held.md", "index", "news/b.html", "note.txt")
    assert pages == sorted(["index.html", *(f"{one}/{name}.html" for one in ("ar", "en", "ko") for name in names)])
    for path in pages:
        page = newsroom.read(f"preview/{path}")
        for link in re.findall(r'href="([^"#]*)', page):
            there = (newsroom.root / "preview" / path).parent / link
            assert there.resolve().is_file(), (path, link)
    assert not (newsroom.root / "build").exists()


def test_what_stands_in_a_text_is_marked_and_english_says_its_language(newsroom: Site) -> None:
    newsroom.ok("build", "--preview")
    page = body(newsroom, "ko/a.md")
    english = '<span data-shown="english-marked" lang="en" dir="ltr">'
    assert f"<p>{english}It <em>opened</em>. See " in page
    assert '<a href="news/b.html.html#x" rel="noopener noreferrer">b</a>' in page
    assert '<img src="../_files/articles/map.png" alt="map">' in page
    assert "<p>그렇다.</p>" in page
    assert '<h1 lang="en" dir="ltr">A: &lt;b&gt; &amp; &quot;pier&quot;</h1>' in page
    assert (newsroom.root / "preview/_files/articles/map.png").read_bytes() == b"\x89PNG"
    assert "data-shown" not in body(newsroom, "en/a.md")
    assert '<html lang="ar" dir="rtl">' in newsroom.read("preview/ar/a.md.html")


def test_a_held_article_says_why_and_shows_nothing_of_its_text(newsroom: Site) -> None:
    newsroom.ok("build", "--preview")
    page = newsroom.read("preview/ko/held.md.html")
    assert '<b class="held-for">Held</b>: 2 segments are not reviewed (policy `hold`)' in page
    assert "Not yet." not in page
    assert '<a href="../en/held.md.html">Read the original</a>' in page
    assert "Not yet." in newsroom.read("preview/en/held.md.html")
    newsroom.write("articles/held.md", "---\nhold-until: 2999-01-01T00:00:00Z\n---\n\n# Secret\n\nNot yet.\n")
    newsroom.ok("build", "--preview")
    assert "Not yet." not in newsroom.read("preview/en/held.md.html")


def test_nothing_acts_and_nothing_is_fetched_whatever_an_article_has(newsroom: Site) -> None:
    newsroom.write("articles/a.md", ACTIVE)
    newsroom.ok("build", "--preview")
    for path in ("en/a.md", "en/news/b.html", "ko/news/b.html"):
        page = body(newsroom, path)
        assert not re.search(r"<(?!/?(?:p|h1|a|img|span)\b)", page), page
        assert set(re.findall(r"<\w+ ([\w-]+)=", page)) <= {"src", "rel", "href", "data-shown", "alt", "class"}
        assert set(re.findall(r'class="([^"]*)"', page)) <= {"l10n-disclosure"}
        assert "go()" not in page
        assert not re.search(r'(?:src|href)="(?!\.\./(?:\.\./)?_files/)', page)
    assert "<script>" not in newsroom.read("preview/en/note.txt.html")
    assert not (newsroom.root / "preview/_files/.env").exists()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', newsroom.read("preview/index.html"))
    assert policy
    assert policy[1].startswith("default-src 'none'; img-src 'self' file: data:; style-src 'sha256-")


def test_a_second_preview_writes_nothing_and_what_is_gone_goes_but_files_of_others_stay(newsroom: Site) -> None:
    newsroom.ok("build", "--preview")
    before = newsroom.snapshot()
    newsroom.ok("build", "--preview")
    newsroom.ok("build", "--preview", "--no-cache")
    assert newsroom.snapshot() == before
    newsroom.write("preview/mine.html", "mine")
    (newsroom.root / "articles/note.txt").unlink()
    done = json.loads(newsroom.ok("build", "--preview", "--json").out)
    jsonschema.validate(done, schemas.load("build --preview"))
    assert done["removed"] == [f"preview/{one}/note.txt.html" for one in ("ar", "en", "ko")]
    assert newsroom.read("preview/mine.html") == "mine"
    newsroom.ok("build", "--preview", "-l", "ko", "a.md")
    left = [
        path.relative_to(newsroom.root / "preview").as_posix() for path in (newsroom.root / "preview").rglob("*.html")
    ]
    assert sorted(left) == ["en/a.md.html", "en/index.html", "index.html", "ko/a.md.html", "ko/index.html", "mine.html"]


def test_a_file_of_somebody_in_the_place_of_a_page_is_told_and_left(newsroom: Site) -> None:
    newsroom.write("preview/ko/a.md.html", "mine")
    done = newsroom.run("build", "--preview")
    assert done.code == 3
    assert "preview/ko/a.md.html: is there already" in done.err
    assert newsroom.read("preview/ko/a.md.html") == "mine"


@pytest.mark.parametrize(
    "folder", ["articles", "articles/p", "build", "locales/ko", ".", "..", "/x", ".l10n/p", ".git"]
)
def test_a_preview_has_a_folder_of_its_own_inside_the_project(newsroom: Site, folder: str) -> None:
    before = newsroom.snapshot()
    assert newsroom.run("build", "--preview", "--into", folder).code == 2
    assert newsroom.snapshot() == before


def test_a_preview_and_a_build_know_their_own_files_alone(newsroom: Site) -> None:
    newsroom.ok("build")
    newsroom.ok("build", "--preview", "--into", "out/see")
    newsroom.ok("build", "--no-cache")
    assert (newsroom.root / "out/see/ko/a.md.html").is_file()
    assert (newsroom.root / "build/ko/a.md").is_file()
    shutil.rmtree(newsroom.root / "articles/news")
    newsroom.ok("build")
    assert (newsroom.root / "out/see/ko/news/b.html.html").is_file()
    newsroom.ok("build", "--preview", "--into", "out/see")
    assert not (newsroom.root / "out/see/ko/news/b.html.html").exists()


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("news/b.html", "news/b.html.html"),
        ("news/c", "news/c.txt.html"),
        ("news/", "news/index.md.html"),
        ("/news/b/#x", "news/b.html.html#x"),
        ("#x", "#x"),
        ("nowhere.md", None),
        ("data:text/html,x", None),
        ("https://x.example/", "https://x.example/"),
        ("//x.example/", "https://x.example/"),
    ],
)
def test_links_lead_to_pages_of_the_preview(written: str, leads: str | None) -> None:
    assert SITE.target("a.md", "ko", written) == leads


@pytest.mark.parametrize(
    "path", ["../../etc/passwd.png", "/x.png", ".git/x.png", "x.html", "https://x.example/x.png", "../.x/y.png"]
)
def test_no_file_is_copied_that_is_no_picture_of_the_project(path: str) -> None:
    assert SITE.picture("a.md", path) == ""


@pytest.mark.parametrize("ending", ["md", "html", "txt", "mdx"])
@given(
    st.lists(
        st.sampled_from(
            [
                "**a** b",
                "“*a*”",
                "`a`",
                'a [b](c "d")',
                "_a_",
                "1. a",
                "![a](x.png)",
                '<img src="x.png" alt="a">',
                "⸨a⸩",
                "<b>a</b>",
            ]
        ),
        max_size=6,
    ),
    st.data(),
)
def test_marks_change_nothing_that_is_drawn(ending: str, texts: list[str], data: st.DataObject) -> None:
    joint = "</p>\n<p>" if ending == "html" else "\n\n"
    document = cut(f"a.{ending}", joint.join(texts), PARAGRAPHS, folder="articles")
    fmt = formats.load(document.format)
    many = len(document.segments)
    shown = data.draw(st.lists(st.sampled_from(list(Shown)), min_size=many, max_size=many))
    done = Assembled(document, fmt, (None,) * many, (), (), " ")
    text = marked(done, shown, EDITION)
    plain = cleaned(fmt.drawn(done.edited(EDITION)), lambda written, _: written)
    drawn = cleaned(fmt.drawn(text.text), lambda written, _: written, text.marks)
    assert drawn.translate(str.maketrans("", "", text.marks)) == plain
    assert not any(mark in tag for tag in re.findall(r"<[^>]*>", drawn) for mark in text.marks)
    assert drawn.count(text.closing) == sum(drawn.count(one) for one in text.opening)


def test_what_is_no_text_of_an_article_goes_with_all_that_is_in_it() -> None:
    pieces = (
        "<title>a</title><svg><text>b</text></svg><template>c</template><object>d</object><select><option>e</select>f"
    )
    assert cleaned(pieces, lambda written, _: written) == "f"


def test_the_style_names_every_mark_and_script_that_it_is_for() -> None:
    assert all(f'[data-shown="{one}"]' in STYLE for one in (Shown.DRAFT, Shown.SOURCE_MARKED, Shown.LAST_APPROVED))
    assert ":lang(ko)" in STYLE
