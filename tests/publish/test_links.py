"""Where the links of a localized article lead, layout by layout."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n import config
from l10n.model import HeadPlace, LinkPlace
from l10n.publish import layouts
from l10n.publish.links import SiteMap, settle

ARTICLES = frozenset(
    {"index.md", "about/us.md", "news/pier.md", "news/held.md", "news/port/index.md", "a b.md"}
    | {"about/plan.html", "about/hours.txt"}
)
FILES = {"docs/img/map.png", "docs/news/boat.png", "LICENSE"}


def site(layout: str, *, build: str = "docs", more: str = "") -> SiteMap:
    text = f'[tool.l10n]\nlocales = ["ko", "pt-BR"]\narticles = "docs"\nbuild = "{build}"\nlayout = "{layout}"\n{more}'
    known = config.load(text, layouts=layouts.faults)
    return SiteMap(known, ARTICLES, lambda article, _: article != "news/held.md", FILES.__contains__)


def target(where: SiteMap, path: str, *, article: str = "news/pier.md", locale: str = "ko", asset: bool = False):
    return where.target(article, locale, LinkPlace(0, 0, path, asset))


@pytest.mark.parametrize(
    ("layout", "build", "path", "written"),
    [
        ("{locale}/{path}", "out", "../about/us.md", None),
        ("{locale}/{path}", "out", "./../about/us.md", None),
        ("{locale}/{path}", "out", "held.md", "../../../docs/news/held.md"),
        ("{locale}/{path}", "out", "../a%20b.md", None),
        ("{dir}/{locale}/{stem}{ext}", "out", "../a%20b.md", "../../ko/a%20b.md"),
        ("{dir}/{stem}.{locale}{ext}", "out", "../about/us.md", "../about/us.ko.md"),
        ("{locale}/{path}", "out", "/about/us/", None),
        ("{locale}/{path}", "out", "https://x.example/held.md", None),
        ("{locale}/{path}", "out", "mailto:held.md", None),
        ("{locale}/{path}", "out", "//x/held.md", None),
        ("{locale}/{path}", "out", "", None),
        ("{locale}/{path}", "out", "{{ page }}/held.md", None),
        ("{locale}/{path}", "out", "nowhere.md", None),
        ("{locale}/{path}", "out", "../../LICENSE", "../../../LICENSE"),
        ("{locale}/{path}", "out", "../../../../etc/passwd", None),
        ("vitepress", "docs", "held.md", "../../news/held.md"),
        ("vitepress", "docs", "./held", "../../news/held"),
        ("vitepress", "docs", "port/", None),
        ("vitepress", "docs", "../about/us", None),
        ("vitepress", "docs", "/news/held", None),
        ("vitepress", "docs", "/news/port/", "/ko/news/port/"),
        ("vitepress", "docs", "/about/us.html", "/ko/about/us.html"),
        ("starlight", "docs", "/about/us/", "/ko/about/us/"),
        ("starlight", "docs", "../../about/us/", None),
        ("starlight", "docs", "../held/", "/news/held/"),
        ("starlight", "docs", "held.md", "/news/held/"),
        ("starlight", "docs", "port/index.md", "/ko/news/port/"),
        ("hugo", "docs", "../about/us.md", '{{< relref path="/about/us.md" >}}'),
        ("hugo", "docs", "held.md", '{{< relref path="/news/held.md" lang="en" >}}'),
        ("hugo", "docs", "/news/held/", '{{< relref path="/news/held.md" lang="en" >}}'),
        ("hugo", "docs", "../../about/us/", None),
        ("hugo", "docs", "../about/plan.html", None),
        ("hugo", "docs", "../about/hours.txt", None),
        ("mkdocs", "docs", "held.md", None),
        ("mkdocs", "docs", "/about/us/", "/ko/about/us/"),
        ("docusaurus", "i18n", "../about/us.md", None),
        ("docusaurus", "i18n", "held.md", "/news/held.md"),
        ("pelican", "docs", "{filename}../about/us.md", "{filename}../about/us.ko.md"),
        ("pelican", "docs", "{filename}/about/us.md", "{filename}../about/us.ko.md"),
        ("pelican", "docs", "{filename}held.md", "{filename}held.md"),
        ("pelican", "docs", "{static}/img/map.png", None),
        ("eleventy", "docs", "held.md", "/news/held/"),
        ("jekyll", "docs", "held.md", None),
    ],
)
def test_a_link_leads_to_the_localized_version_or_to_the_original(layout, build, path, written):
    assert target(site(layout, build=build), path) == written


@pytest.mark.parametrize(
    ("layout", "build", "written"),
    [
        ("{locale}/{path}", "out", "../../../docs/news/boat.png"),
        ("vitepress", "docs", "../../news/boat.png"),
        ("docusaurus", "i18n", "../../../../../docs/news/boat.png"),
        ("eleventy", "docs", "/news/boat.png"),
        ("mkdocs", "docs", None),
        ("hugo", "docs", None),
    ],
)
def test_a_picture_is_that_of_the_original(layout, build, written):
    assert target(site(layout, build=build), "boat.png", asset=True) == written
    assert target(site(layout, build=build), "gone.png", asset=True) is None
    assert target(site(layout, build=build), "/news/boat.png", asset=True) is None


def test_codes_are_written_as_each_generator_has_them():
    assert target(site("starlight"), "/about/us/", locale="pt_BR") == "/pt-br/about/us/"
    assert target(site("vitepress"), "/about/us/", locale="pt_BR") == "/pt-BR/about/us/"


def test_what_stands_before_all_addresses_of_a_site_stays_before_them():
    based = site("starlight", more='site = "https://x.example/wire"\n')
    assert target(based, "/wire/about/us/") == "/wire/ko/about/us/"
    assert target(based, "/about/us/") is None
    assert target(based, "held.md") == "/wire/news/held/"


@pytest.mark.parametrize(
    ("layout", "stated", "path", "written"),
    [
        ("hugo", "/jetty/", "/jetty/", '{{< relref path="/news/port/index.md" >}}'),
        ("eleventy", "/jetty/", "/jetty/", "/ko/jetty/"),
        ("eleventy", "/jetty/index.html", "port/index.md", "/ko/jetty/"),
        ("eleventy", "/jetty/", "../../jetty/", None),
        ("eleventy", "/jetty.html", "port/index.md", "/ko/jetty.html"),
        ("eleventy", "/jetty.html", "/jetty.html", "/ko/jetty.html"),
        ("starlight", "news/jetty", "/news/jetty/", "/ko/news/jetty/"),
        ("starlight", "news/jetty", "port/index.md", "/ko/news/jetty/"),
        ("starlight", "news/jetty", "/news/port/", None),
    ],
)
def test_a_page_that_states_its_address_is_found_there(layout, stated, path, written):
    where = replace(site(layout), stated=lambda article: stated if article == "news/port/index.md" else "")
    assert target(where, path) == written


def test_a_relative_address_leads_from_where_a_page_says_it_is():
    where = replace(site("starlight"), stated=lambda article: "far/away/pier" if article == "news/pier.md" else "")
    assert target(where, "../../../about/us/") is None
    assert target(where, "../../../news/held/") == "/news/held/"


def test_a_page_without_a_translation_is_no_version_in_that_language():
    where = site("{locale}/{path}", build="out", more='site = "https://x.example"\n')
    where = replace(where, original=lambda _, locale: locale == "ko")
    assert list(where.versions("about/us.md")) == ["en", "pt_BR"]
    edits = where.edits("about/us.md", "ko", (), HeadPlace(5, ">", "\n", (1, 3)))
    assert [(start, end) for start, end, _ in edits] == [(5, 5)]


def test_a_page_names_all_its_versions_and_the_original_for_all_others():
    where = site("{locale}/{path}", build="out", more='site = "https://x.example"\n')
    edits = where.edits("about/us.md", "ko", (), HeadPlace(5, ">", "\n", (1, 3)))
    assert settle("0123456", edits).splitlines() == [
        '0ko_KR34<link rel="alternate" hreflang="en" href="https://x.example/about/us.md">',
        '<link rel="alternate" hreflang="ko" href="https://x.example/ko/about/us.md">',
        '<link rel="alternate" hreflang="pt-BR" href="https://x.example/pt_BR/about/us.md">',
        '<link rel="alternate" hreflang="x-default" href="https://x.example/about/us.md">',
        "56",
    ]
    assert 'hreflang="ko"' not in str(where.edits("news/held.md", "pt_BR", (), HeadPlace(5, ">", "\n")))
