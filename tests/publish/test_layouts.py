"""Where localized articles lie, and what no layout may do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import config
from l10n.errors import ConfigError
from l10n.publish import layouts

if TYPE_CHECKING:
    from tests.conftest import Site


def load(text: str) -> config.Config:
    return config.load(f'[tool.l10n]\nlocales = ["ko", "pt-BR", "zh-TW"]\n{text}\n', layouts=layouts.faults)


@pytest.mark.parametrize(
    ("layout", "article", "locale", "path"),
    [
        ("", "a/b.md", "pt_BR", "build/pt_BR/a/b.md"),
        ("{locale}/{path}", "b.md", "ko", "build/ko/b.md"),
        ("{lang}/{path}", "b.md", "pt_BR", "build/pt-BR/b.md"),
        ("{tag}/{path}", "b.md", "zh_TW", "build/zh-tw/b.md"),
        ("{dir}/{stem}.{locale}{ext}", "a/c.d.md", "ko", "build/a/c.d.ko.md"),
        ("{dir}/{stem}.{locale}{ext}", "c.md", "ko", "build/c.ko.md"),
        ("x/{lang}/{dir}/{stem}{ext}", "c.md", "ko", "build/x/ko/c.md"),
        ("docusaurus", "a/b.mdx", "ko", "build/ko/docusaurus-plugin-content-docs/current/a/b.mdx"),
        ("jekyll", "_posts/2026-05-01-b.md", "ko", "build/_posts/ko/2026-05-01-b.md"),
    ],
)
def test_a_layout_says_where_an_article_lies(layout, article, locale, path):
    known = load(f'layout = "{layout}"')
    assert layouts.output(known, article, locale) == path
    assert layouts.built_of(known, path) == locale


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('layout = "hugoo"', "Did you mean `hugo`?"),
        ('layout = "{locale}"', "does not tell articles apart"),
        ('layout = "{locale}/{stem}{ext}"', "does not tell articles apart"),
        ('layout = "{path}"', "does not tell languages apart"),
        ('layout = "{locale}/{slug}/{path}"', "`{slug}` is nothing"),
        ('layout = "{locale}/{path"', "a brace too many"),
        ('layout = "../{locale}/{path}"', "no path below"),
        ('layout = "/{locale}/{path}"', "no path below"),
        ('layout = "{locale}/../../{path}"', "no path below"),
        ('layout = ".git/{locale}/{path}"', "no path below"),
        ('layout = "nul/{locale}/{path}"', "no path below"),
        ('[tool.l10n.locale.ko]\nlayout = "C:{path}{lang}"', "no path below"),
        ('build = "articles"\nlayout = "{locale}/{path}"', "lies inside `articles`"),
        ('build = "articles/out"\nlayout = "{locale}/{path}"', "lies inside `articles`"),
        ('build = "articles/out"', "lies inside `articles`"),
        ('articles = "site/ko"\nbuild = "site"\nlayout = "{locale}/{path}"', "where the articles of `ko` are built"),
        ('articles = "site/en"\nbuild = "site"', "lies inside `build`"),
        ('articles = "a/ko"\nbuild = "a"\nlayout = "vitepress"', "where the articles of `ko` are built"),
        ('site = "example.org"', "must be an address"),
        ('site = "https://example.org/?a"', "must be an address"),
    ],
)
def test_a_layout_that_leads_astray_is_refused_with_its_line(text, message):
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert message in str(caught.value)
    assert caught.value.line > 2


def test_folders_may_lie_in_one_another_where_a_generator_reads_one():
    assert load('articles = "docs"\nbuild = "docs"\nlayout = "hugo"').build == "docs"
    assert load('articles = "docs/en"\nbuild = "docs"\nlayout = "{locale}/{path}"').build == "docs"


@given(st.sampled_from(["/", "..", ".", "ko", "a", "{path}", "{locale}", "{dir}", "{stem}", "{ext}"]).map(str))
def test_no_piece_of_a_template_leads_out(piece):
    _within(f"{piece}/{{locale}}/{{path}}")


@given(st.lists(st.sampled_from(["/", "..", ".", "~", "\\", "a", "{path}", "{locale}", "{dir}", "{stem}", "{ext}"])))
def test_no_template_leads_out_of_the_folder_of_builds(pieces):
    _within("".join(pieces))


def _within(template: str) -> None:
    try:
        known = load(f"layout = '{template}'")
    except ConfigError:
        return
    for article in ("a/b.md", "b.md"):
        name = layouts.output(known, article, "ko")
        assert name.startswith("build/"), template
        assert ".." not in name.split("/"), template


def test_two_articles_that_would_be_one_file_are_named_before_anything_is_written(site: Site):
    site.configure(
        'locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\nlayout = "{dir}{stem}-{locale}{ext}"\n'
    )
    site.write("articles/a/b.md", "# One\n")
    site.write("articles/ab.md", "# Two\n")
    done = site.run("build")
    assert done.code == 2
    assert "build/ab-ko.md: two localized articles would be this file" in done.err
    assert not (site.root / "build").exists()


@pytest.mark.parametrize("other", ["AB.md", unicodedata.normalize("NFD", "é.md")])
def test_files_that_some_system_takes_for_one_are_named(other):
    known = load('layout = "{dir}{stem}-{locale}{ext}"')
    first = "ab.md" if other == "AB.md" else "é.md"
    parts = (f"{other[0]}/{other[1:]}", first) if other == "AB.md" else (other, first)
    assert [why for _, why in layouts.collisions(known, parts, ["ko"]) if "on every system" in why]


def test_a_name_that_cannot_be_written_is_named():
    known = load('layout = "{dir}/{stem}.{locale}{ext}"')
    assert list(layouts.collisions(known, ["fine.md"], ["ko"])) == []
    assert list(layouts.collisions(known, [f"{'x' * 233}.md"], ["ko"]))


BESIDE = (
    'locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\narticles = "docs"\nbuild = "docs"\n'
    'layout = "hugo"\n'
)


def test_what_was_built_among_the_articles_is_no_article(site: Site):
    site.configure(BESIDE)
    site.write("docs/news/pier.md", "# Pier\n")
    site.ok("run")
    assert site.read("docs/news/pier.ko.md")
    before = site.snapshot()
    site.ok("run")
    assert site.snapshot() == before
    assert not [name for name in before if "ko.md.po" in name and name.count(".ko.")]
    (site.root / "docs/news/pier.md").unlink()
    site.ok("build")
    assert not (site.root / "docs/news/pier.ko.md").exists()


def test_what_the_project_ignores_and_what_is_the_generators_own_is_no_article(site: Site):
    site.configure(f'{BESIDE.replace("hugo", "eleventy")}ignore = ["notes/**", "*.draft.md", "todo"]\n')
    site.write("docs/pier.md", "# Pier\n")
    for path in ("notes/a/b.md", "pier.draft.md", "todo", "_includes/page.njk", "node_modules/x/README.md"):
        site.write(f"docs/{path}", "# Nobody's\n")
    site.ok("run")
    assert [path.name for path in (site.root / "locales/ko").rglob("*.po")] == ["pier.md.po"]
    site.write("docs/notes.md", "# Notes\n")
    site.write("docs/news/a.draft.md", "# Of a folder\n")
    site.ok("extract")
    names = sorted(
        path.relative_to(site.root / "locales/ko").as_posix() for path in (site.root / "locales/ko").rglob("*.po")
    )
    assert names == ["news/a.draft.md.po", "notes.md.po", "pier.md.po"]


def test_a_file_that_a_person_wrote_among_the_articles_stays(site: Site):
    site.configure(BESIDE)
    site.write("docs/pier.md", "# Pier\n")
    site.write("docs/pier.ko.md", "# 부두\n")
    done = site.run("run")
    assert done.code == 3
    assert "docs/pier.ko.md: is there already" in done.err
    assert site.read("docs/pier.ko.md") == "# 부두\n"


def test_another_layout_takes_back_what_the_one_before_has_built(site: Site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    site.write("articles/pier.md", "# Pier\n")
    site.ok("run")
    text = site.read("pyproject.toml")
    site.write("pyproject.toml", f'{text}layout = "{{dir}}/{{stem}}.{{locale}}{{ext}}"\n')
    site.ok("build")
    assert [path.name for path in (site.root / "build").rglob("*.md")] == ["pier.ko.md"]


@pytest.mark.parametrize("other", ['locales = ["ko"]', 'locales = ["ko", "ar"]\nlayout = "vitepress"'])
def test_what_was_built_for_another_locale_or_layout_is_no_article(site: Site, other: str):
    before = BESIDE.replace('locales = ["ko"]', 'locales = ["ko", "ar"]')
    site.configure(before)
    site.write("docs/pier.md", "# Pier\n")
    site.ok("run")
    layout = "" if "layout" in other else 'layout = "hugo"\n'
    kept = before.replace('locales = ["ko", "ar"]', other).replace('layout = "hugo"\n', layout)
    site.configure(kept)
    site.ok("run")
    catalogs = {
        path.relative_to(site.root / "locales/ko").as_posix() for path in (site.root / "locales/ko").rglob("*.po")
    }
    assert catalogs == {"pier.md.po"}
    assert not (site.root / "docs/pier.ar.md").exists()


def test_what_a_person_made_of_a_file_that_was_built_for_another_locale_is_hers(site: Site):
    before = BESIDE.replace('locales = ["ko"]', 'locales = ["ko", "ar"]')
    site.configure(before)
    site.write("docs/pier.md", "# Pier\n")
    site.ok("run")
    site.configure(before.replace('"ko", "ar"', '"ko"'))
    site.write("docs/pier.ar.md", "# The Arabic pier\n")
    site.ok("extract")
    assert (site.root / "locales/ko/pier.ar.md.po").is_file()
