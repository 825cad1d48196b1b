"""Feeds and sitemaps are read by others' readers as they are meant, whatever stands in a title."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import config
from l10n.publish.feeds import MOST, Feed, FeedEntry, atom, json_feed, newest
from l10n.publish.links import SiteMap, alternates
from l10n.publish.sitemap import sitemaps
from l10n.publish.teaser import Teaser, TeaserText
from tests.conftest import Site  # noqa: TC001  a fixture's type

SITE = "https://wire.example/"
ASKED = f'site = "{SITE}"\nfeeds = true\nsitemap = true\n'
HOSTILE = [
    "]]> <b>A & B</b> &lt;",
    "Quote \" and ' and \\ and `",
    "bell \x07, null \x00, lone \ud800, not \ufffe!",
    "<!-- --> <![CDATA[ x ]]>",
    "{{ template }} {% raw %}",
    "\u202eright to left\u202c",
]
STAMP = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url", "language"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "authors": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_text", "date_published", "date_modified"],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "content_text": {"type": "string"},
                    "date_published": {"type": "string", "pattern": STAMP},
                    "date_modified": {"type": "string", "pattern": STAMP},
                },
            },
        },
    },
}
"""What https://www.jsonfeed.org/version/1.1/ asks for of what we write."""
SPACES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def entry(title: str, at: int = 0, *, disclosure: str = "") -> FeedEntry:
    when = f"2026-05-{1 + at % 28:02}T00:00:00Z"
    told = Teaser(TeaserText(title), TeaserText(f"About {title}", source=True), when, when, disclosure)
    return FeedEntry(f"{SITE}ko/{at}.md", told)


def feed(*entries: FeedEntry) -> Feed:
    return Feed("ko", "en", SITE, f"{SITE}ko/feed.atom", entries)


@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_is_read_back_from_both_feeds(title: str) -> None:
    shown = "".join(one for one in title if one not in "\x00\x07\ud800\ufffe")
    made = feed(entry(title, disclosure="Machine."))
    read = feedparser.parse(atom(made).encode(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert [one.title for one in read.entries] == [shown]
    assert read.entries[0].summary == f"Machine. About {shown}"
    told = json.loads(json_feed(made).encode())
    jsonschema.validate(told, JSON_FEED)
    assert told["items"][0]["title"] == shown
    assert told["items"][0]["content_text"] == f"Machine. About {shown}"


@given(st.text(), st.text())
def test_every_text_makes_well_formed_feeds(title: str, disclosure: str) -> None:
    made = feed(entry(title, disclosure=disclosure))
    ET.fromstring(atom(made).encode())  # noqa: S314  ours
    jsonschema.validate(json.loads(json_feed(made).encode()), JSON_FEED)


def test_a_feed_has_the_newest_and_says_when_it_changed_without_a_clock() -> None:
    listed = newest(entry(f"No. {at}", at) for at in range(MOST + 9))
    assert len(listed) == MOST
    dates = [one.teaser.published for one in listed]
    assert dates == sorted(dates, reverse=True)
    read = feedparser.parse(atom(feed(*listed)).encode())
    assert read.feed.updated == dates[0]
    assert read.feed.title == "wire.example · 한국어"
    assert read.entries[0].title_detail.language == "ko"
    assert read.entries[0].summary_detail.language == "en"


@given(
    st.dictionaries(st.sampled_from(["a.md", "b/c.html", "가 나.md"]), st.sets(st.sampled_from(["en", "ko", "pt_BR"])))
)
@pytest.mark.parametrize("source", ["", "build-source = true\n"])
def test_every_page_of_a_sitemap_names_itself_and_is_named_by_all_others(source: str, published: dict[str, set[str]]):
    known = config.load(f'[tool.l10n]\nlocales = ["ko", "pt-BR"]\n{ASKED}{source}')
    where = SiteMap(known, frozenset(published), lambda article, locale: locale in published[article], lambda _: False)
    versions = [where.versions(article) for article in published]
    pages = [(tuple(one.values()), tuple(alternates(known, one))) for one in versions]
    text = dict(sitemaps(pages, SITE)).get("sitemap.xml", f'<urlset xmlns="{SPACES["map"]}"/>')
    named: dict[str, dict[str, str]] = {}
    for url in ET.fromstring(text.encode()).iterfind("map:url", SPACES):  # noqa: S314  ours
        links = {one.get("hreflang", ""): one.get("href", "") for one in url.iterfind("xhtml:link", SPACES)}
        named[url.findtext("map:loc", "", SPACES)] = links
    for address, links in named.items():
        assert address in links.values()
        assert all(named[other] == links for other in links.values())
        assert ("x-default" in links) == ("en" in links)
    built = {"en", "ko", "pt_BR"} if source else {"ko", "pt_BR"}
    assert len(named) == sum(len(locales & built) + (not source) for locales in published.values())


def test_a_large_sitemap_is_an_index_of_parts() -> None:
    pages = [((f"{SITE}{at}", f"{SITE}ko/{at}"), (("en", f"{SITE}{at}"), ("ko", f"{SITE}ko/{at}"))) for at in range(5)]
    found = dict(sitemaps(pages, SITE, most=(4, 10_000)))
    assert sorted(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [found[name].count("<url>") for name in sorted(found)] == [4, 4, 2, 0]
    index = ET.fromstring(found["sitemap.xml"].encode())  # noqa: S314  ours
    assert [one.text for one in index.iter(f"{{{SPACES['map']}}}loc")] == [
        f"{SITE}sitemap-{at}.xml" for at in (1, 2, 3)
    ]
    assert len(dict(sitemaps(pages, SITE, most=(99, 500)))) > 3


@pytest.fixture
def newsroom(site: Site) -> Site:
    site.configure(f'locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\nbuild-source = true\n{ASKED}')
    site.write(
        "articles/a.md", "---\ntitle: The pier\ndate: 2026-05-26T10:00:00+09:00\n---\n\nIt *opened* on `main`.\n"
    )
    page = '<html><head><title>A &amp; B</title><meta property="og:locale" content="en_GB">'
    page += '<meta property="article:published_time" content="2026-05-27">\n'
    site.write("articles/b.html", f"{page}</head><body><h1>B</h1><p>It &lt;closed&gt;.</p></body></html>\n")
    site.write("articles/c.txt", "Undated\n\nIt never did.\n")
    site.ok("run")
    return site


def told(site: Site, locale: str = "ko") -> list[tuple[str, str, str]]:
    read = feedparser.parse(site.read(f"build/{locale}/feed.atom").encode())
    assert not read.bozo
    return [(one.link.removeprefix(SITE), one.title, one.published) for one in read.entries]


def test_what_is_published_is_told_in_its_language_with_the_disclosure(newsroom: Site) -> None:
    assert told(newsroom) == [
        ("ko/b.html", "⟪Å & B⟫", "2026-05-27T00:00:00Z"),
        ("ko/a.md", "⟪Ţĥéé pîîééŕ⟫", "2026-05-26T01:00:00Z"),
    ]
    assert [row[1] for row in told(newsroom, "en")] == ["A & B", "The pier"]
    first, second = json.loads(newsroom.read("build/ko/feed.json"))["items"]
    assert first["content_text"] == "이 글은 기계 번역을 거쳤으며 사람이 검수하지 않았습니다. ⟪Îţ <çļööšééð>.⟫"
    assert second["content_text"].endswith("⟪Îţ ööpééñééð öñ main.⟫")
    assert json.loads(newsroom.read("build/en/feed.json"))["items"][1]["content_text"] == "It opened on main."


def test_what_is_held_everywhere_is_in_no_sitemap_unless_the_original_is_built(newsroom: Site) -> None:
    text = newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n").replace("drafts-labelled", "hold")
    newsroom.configure(text)
    newsroom.ok("build")
    assert f"<loc>{SITE}en/a.md</loc>" in newsroom.read("build/sitemap.xml")
    newsroom.configure(text.replace("build-source = true\n", ""))
    newsroom.ok("build")
    assert not (newsroom.root / "build/sitemap.xml").exists()


def test_the_original_is_no_localized_article(newsroom: Site) -> None:
    assert json.loads(newsroom.ok("build", "--json").out)["released"] == 3


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("date: 2026-05-26\nupdated: 2026-05-25", ("2026-05-26T00:00:00Z", "2026-05-26T00:00:00Z")),
        ("date: 2026-05-26\nlastmod: 2026-06-01 08:30:00 +0900", ("2026-05-26T00:00:00Z", "2026-05-31T23:30:00Z")),
        ("updated: 2026-05-25T01:02:03Z", ("2026-05-25T01:02:03Z", "2026-05-25T01:02:03Z")),
        ("date: 0001-01-01T00:00:00+09:00\nmodified: [2026-05-25]", ("", "")),
        ("date: May 26, 2026", ("", "")),
    ],
)
def test_dates_are_those_of_the_article(site: Site, written: str, read: tuple[str, str]) -> None:
    site.configure(f'locales = ["ko"]\nbuild-source = true\n{ASKED}')
    site.write("articles/a.md", f"---\n{written}\n---\n\nText.\n")
    site.ok("build")
    path = site.root / "build/en/feed.json"
    items = json.loads(path.read_bytes())["items"] if path.exists() else []
    assert [(one["date_published"], one["date_modified"]) for one in items] == [read] * bool(read[0])


def test_an_article_without_a_date_is_in_the_sitemap_alone_and_that_is_said_once(newsroom: Site) -> None:
    (newsroom.root / "build/ko/feed.atom").unlink()
    assert "feeds leave out what states no date: c.txt\n" in newsroom.ok("build").err
    assert "feeds leave out" not in newsroom.ok("build").err
    assert f"<loc>{SITE}ko/c.txt</loc>" in newsroom.read("build/sitemap.xml")


def test_a_held_article_is_in_no_list_and_an_embargo_holds_the_original_too(newsroom: Site) -> None:
    text = newsroom.read("articles/b.html")
    held = text.replace("</head>", '<meta name="l10n:hold-until" content="2999-01-01T00:00:00Z"></head>')
    newsroom.write("articles/b.html", held)
    newsroom.ok("run")
    assert [row[0] for row in told(newsroom)] == ["ko/a.md"]
    assert [row[0] for row in told(newsroom, "en")] == ["en/a.md"]
    assert "b.html" not in newsroom.read("build/sitemap.xml")
    assert not (newsroom.root / "build/en/b.html").exists()
    newsroom.configure(
        newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n") + 'hold-until = "2999-01-01T00:00:00Z"'
    )
    newsroom.ok("build")
    assert not [path for path in (newsroom.root / "build").rglob("*") if path.is_file()]


def test_what_is_wrong_elsewhere_keeps_nothing_online(newsroom: Site) -> None:
    newsroom.write("articles/gone.md", "---\ndate: 2026-05-27\n---\n\nSoon gone.\n")
    newsroom.ok("run")
    newsroom.ok("build", "--preview")
    pages = ("build/ko/gone.md", "preview/ko/gone.md.html", "build/ko/c.txt")
    assert all((newsroom.root / page).is_file() for page in pages)
    newsroom.write("articles/stray.docx", "x")
    newsroom.write("locales/ko/c.txt.po", 'msgid "cut')
    (newsroom.root / "articles/gone.md").unlink()
    text = newsroom.read("articles/a.md")
    newsroom.write("articles/a.md", text.replace("---\n", "---\nhold-until: 2999-01-01T00:00:00Z\n", 1))
    assert newsroom.run("build").code == newsroom.run("build", "--preview").code == 3
    assert [(newsroom.root / page).is_file() for page in pages] == [False, False, True]
    assert [row[0] for row in told(newsroom)] == ["ko/b.html"]
    assert "a.md" not in newsroom.read("build/sitemap.xml")
    assert "gone.md" not in newsroom.read("build/sitemap.xml")


def test_an_article_in_which_nothing_is_translated_is_in_no_feed(newsroom: Site) -> None:
    newsroom.configure(
        newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n").replace("drafts-labelled", "reviewed")
    )
    newsroom.ok("build")
    assert (newsroom.root / "build/ko/a.md").exists()
    assert not (newsroom.root / "build/ko/feed.atom").exists()
    assert len(told(newsroom, "en")) == 2


def test_a_second_build_writes_nothing_and_one_of_an_article_leaves_the_lists(newsroom: Site) -> None:
    before = newsroom.snapshot()
    newsroom.ok("build")
    newsroom.ok("build", "--no-cache")
    newsroom.ok("build", "-l", "ko")
    assert newsroom.snapshot() == before
    newsroom.write("articles/a.md", newsroom.read("articles/a.md").replace("pier", "quay"))
    assert "feeds and sitemap are as they were" in newsroom.ok("build", "a.md").err
    assert newsroom.read("build/en/feed.atom").count("The pier") == 1
    newsroom.ok("build")
    assert newsroom.read("build/en/feed.atom").count("The quay") == 1


def test_the_original_is_built_as_it_is_and_names_its_versions(newsroom: Site) -> None:
    assert newsroom.read("build/en/a.md") == newsroom.read("articles/a.md")
    rows = [
        f'<link rel="alternate" hreflang="{lang}" href="{SITE}{where}/b.html">\n'
        for lang, where in (("en", "en"), ("ko", "ko"), ("x-default", "en"))
    ]
    made = newsroom.read("articles/b.html").replace("</head>", f"{''.join(rows)}</head>")
    assert newsroom.read("build/en/b.html") == made.replace("<head>", '<head><meta charset="utf-8">')
    assert "".join(rows) in newsroom.read("build/ko/b.html")


def test_without_an_original_that_is_built_links_and_versions_are_as_before(newsroom: Site) -> None:
    newsroom.configure(
        newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n").replace("build-source = true\n", "")
    )
    newsroom.ok("build")
    assert not [path for path in (newsroom.root / "build/en").rglob("*") if path.is_file()]
    assert f'hreflang="x-default" href="{SITE}b.html"' in newsroom.read("build/ko/b.html")
    assert f"<loc>{SITE}b.html</loc>" in newsroom.read("build/sitemap.xml")


def test_verbatim_has_no_lists(newsroom: Site) -> None:
    newsroom.ok("build", "--verbatim")
    assert sorted(path.name for path in (newsroom.root / "build").rglob("*.*")) == sorted(
        ["a.md", "b.html", "c.txt"] * 2
    )
    assert newsroom.read("build/en/b.html") == newsroom.read("articles/b.html")


def test_links_to_what_is_held_lead_to_the_original_that_is_built(newsroom: Site) -> None:
    newsroom.write("articles/d.md", "See [the pier](a.md).\n")
    text = newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n")
    section = '[[tool.l10n.section]]\npath = "a.md"\nmin-coverage = 50\n'
    newsroom.configure(f'{text}layout = "{{lang}}/{{path}}"\n{section}')
    newsroom.ok("run")
    assert "(../en/a.md)" in newsroom.read("build/ko/d.md")
    assert newsroom.read("build/en/d.md") == newsroom.read("articles/d.md")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("feeds = true", "`feeds` needs the address of the site"),
        ("sitemap = true", "`sitemap` needs the address of the site"),
        (
            f'build-source = true\nlayout = "vitepress"\nbuild = "articles"\nsite = "{SITE}"',
            "for sites without a generator",
        ),
    ],
)
def test_lists_are_refused_where_nobody_knows_addresses_or_a_generator_does_it(site: Site, asked: str, said: str):
    site.configure(f'locales = ["ko"]\n{asked}\n')
    done = site.run("build")
    assert done.code == 2
    assert said in done.err


def test_addresses_end_as_the_pages_do_that_somebody_makes_of_articles(newsroom: Site) -> None:
    newsroom.configure(newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n") + 'page-ending = ".html"\n')
    newsroom.ok("build")
    assert [row[0] for row in told(newsroom)] == ["ko/b.html", "ko/a.html"]
    assert f"<loc>{SITE}en/c.html</loc>" in newsroom.read("build/sitemap.xml")
    assert f'hreflang="ko" href="{SITE}ko/b.html"' in newsroom.read("build/ko/b.html")


def test_feeds_lie_where_a_template_puts_articles_and_go_with_their_language(newsroom: Site) -> None:
    text = newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n")
    newsroom.configure(f'{text}layout = "{{dir}}/{{stem}}.{{lang}}{{ext}}"\n')
    newsroom.ok("build")
    names = sorted(
        path.relative_to(newsroom.root / "build").as_posix() for path in (newsroom.root / "build").rglob("*.*")
    )
    feeds = ("feed.en.atom", "feed.en.json", "feed.ko.atom", "feed.ko.json")
    assert names == sorted(
        [
            *(
                f"{one}.{lang}.{end}"
                for one, end in (("a", "md"), ("b", "html"), ("c", "txt"))
                for lang in ("en", "ko")
            ),
            *feeds,
            "sitemap.xml",
        ]
    )
    assert f'href="{SITE}feed.ko.atom"' in newsroom.read("build/feed.ko.atom")
    newsroom.configure(newsroom.read("pyproject.toml").removeprefix("[tool.l10n]\n").replace('["ko"]', '["ja"]'))
    newsroom.ok("build")
    assert not (newsroom.root / "build/feed.ko.atom").exists()
    assert (newsroom.root / "build/feed.en.atom").exists()
