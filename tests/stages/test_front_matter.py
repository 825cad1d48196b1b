"""What a project is told of its front matter, and that its reviews stay."""

import json

import pytest

PIER = """---
title: The pier is open
tags: [harbor, sea]
kicker: Our town
date: 2024-05-01
id: pier
---

It opened on Monday.
"""
HOME = """---
hero:
  text: Boats for all
  link: /boats
seo: {title: Boats for you}
---

Row one.
"""


def sections(*texts):
    return "".join(f'[[tool.l10n.section]]\npath = "{path}"\n{more}\n' for path, more in texts)


@pytest.fixture
def desk(site):
    """A function that makes a project with two articles and settings of the project and of sections."""

    def make(setting="", more=""):
        site.configure(f'locales = ["ko"]\nengines = ["pseudo"]\n{setting}\n{more}')
        site.write("articles/news/pier.md", PIER)
        site.write("articles/index.md", HOME)
        return site

    return make


def test_fields_that_read_like_text_are_told_once_with_the_way_to_name_them(desk):
    site = desk()
    told = site.ok("extract").err
    assert (
        "`kicker` (articles/news/pier.md:4), `seo.title` (articles/index.md:5), `tags` (articles/news/pier.md:3)"
        in told
    )
    assert 'front-matter = ["kicker", "seo.title", "tags"]' in told
    assert "`date`" not in told
    assert "`hero" not in told
    for command in (["extract"], ["extract", "--check"], ["run"]):
        assert "front matter" not in site.ok(*command).err
    site.write("articles/news/crane.md", PIER.replace("kicker", "dock"))
    told = site.ok("extract").err
    assert 'front-matter = ["dock"]' in told
    assert "kicker" not in told


def test_what_a_project_named_or_took_away_is_not_told(desk):
    site = desk('front-matter = ["tags", "!kicker", "!seo"]')
    assert "front matter" not in site.ok("extract").err
    assert 'msgctxt "tags"' in site.read("locales/ko/news/pier.md.po")
    assert 'msgctxt "kicker"' not in site.read("locales/ko/news/pier.md.po")


def test_a_section_names_fields_in_place_of_the_projects(desk):
    site = desk('front-matter = ["seo.title"]', sections(("news/**", 'front-matter = ["kicker"]')))
    site.ok("extract")
    assert 'msgctxt "kicker"' in site.read("locales/ko/news/pier.md.po")
    assert 'msgctxt "tags"' not in site.read("locales/ko/news/pier.md.po")
    assert 'msgctxt "seo.title"' in site.read("locales/ko/index.md.po")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("kiker", "Did you mean `kicker`?"),
        ("hero", "It holds other fields: write `hero.text`."),
        ("seo.titel", "Did you mean `seo.title`?"),
        ("date", ""),
        ("!nothing", ""),
    ],
)
def test_a_path_that_names_no_text_is_told_with_its_line_and_fails_what_checks(desk, name, meant):
    site = desk(f'front-matter = [\n  "tags",\n  "{name}",\n]')
    for command in ("extract", "run"):
        told = site.ok(command).err
        assert f"error: pyproject.toml:6: no article has a text in its front matter that `{name}` names. " in told
        assert f"{meant} Mend its path, or take it out.".strip() in told
    done = site.run("extract", "--check", "--json")
    assert done.code == 1
    assert [error["line"] for error in json.loads(done.out)["errors"]] == [6]


def test_a_path_of_a_section_is_looked_for_in_its_articles(desk):
    site = desk('front-matter = ["kicker"]', sections(("news/**", 'front-matter = ["seo.title"]')))
    told = site.ok("extract").err
    assert "error: pyproject.toml:4: no article has a text in its front matter that `kicker` names" in told
    assert "error: pyproject.toml:7: no article has a text in its front matter that `seo.title` names" in told
    site = desk("", sections(("recipes/**", 'front-matter = ["yield"]\nempty = true')))
    assert "error" not in site.ok("extract").err


def test_of_two_sections_the_last_decides_and_the_other_is_not_looked_at(desk):
    names = ('front-matter = ["kicker"]', 'front-matter = ["kiker"]')
    for first, last in (names, names[::-1]):
        told = desk("", sections(("news/**", first), ("news/pier.md", last))).ok("extract").err
        assert ("error: pyproject.toml:10: no article" in told) is ("kiker" in last)
        assert told.count("error") == ("kiker" in last)


def test_a_default_may_be_taken_away_before_an_article_has_it(desk):
    site = desk('front-matter = ["!headline", "!features", "!hero.text"]')
    assert "error" not in site.ok("extract", "--check" if (site.root / "locales").exists() else "-l", "ko").err
    assert "Boats for all" not in site.read("locales/ko/index.md.po")


@pytest.mark.parametrize(
    ("name", "said"),
    [("a..b", "“a..b” is no path of a field"), ("lang", "publishing writes the field `lang`")],
)
@pytest.mark.parametrize("place", ["project", "section"])
def test_what_is_no_path_is_refused_with_its_line(desk, name, said, place):
    setting = f'front-matter = ["{name}"]'
    site = desk(setting if place == "project" else "", "" if place == "project" else sections(("news/**", setting)))
    done = site.run("extract")
    assert done.code == 2
    assert f"pyproject.toml:{4 if place == 'project' else 7}: " in done.err
    assert said in done.err


def test_reviews_of_fields_stay_when_more_fields_are_translated(desk):
    site = desk()
    site.ok("extract")
    po = site.read("locales/ko/news/pier.md.po")
    reviewed = po.replace('msgid "The pier is open"\nmsgstr ""', 'msgid "The pier is open"\nmsgstr "부두가 열렸다"')
    assert reviewed != po
    site.write("locales/ko/news/pier.md.po", reviewed)
    desk('front-matter = ["tags", "kicker"]').ok("extract")
    after = site.read("locales/ko/news/pier.md.po")
    assert 'msgctxt "title"\nmsgid "The pier is open"\nmsgstr "부두가 열렸다"' in after
    assert 'msgctxt "kicker"' in after
