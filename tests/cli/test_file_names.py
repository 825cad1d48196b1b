"""Names that are no names on some system, or that are one file there, are told before anything is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from l10n import filenames
from l10n.config import load
from l10n.errors import ConfigError

if TYPE_CHECKING:
    from tests.conftest import Site

ARTICLE = "# Harbor\n\nThe boats left at noon.\n"
BAD = [
    "CON.md",
    "aux.tar.md",
    "news/NUL/a.md",
    "com1.md",
    "LPT¹.md",
    "update: harbor.md",
    "is it open?.md",
    "five *stars*.md",
    "<draft>.md",
    "a>b.md",
    "now|later/a.md",
    'the "harbor".md',
    "dot./a.md",
    "space /a.md",
    "git~1/a.md",
    "GIT~1/a.md",
    "back\\slash.md",
    "n" * 234 + ".md",
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", BAD)
def test_an_article_whose_name_is_none_everywhere_is_told_and_the_others_go_on(site: Site, name: str) -> None:
    site.write(f"articles/{name}", ARTICLE)
    site.write("articles/good.md", ARTICLE)
    done = site.run("run")
    assert done.code == 3
    assert f"error: articles/{name}: " in done.err
    assert "Rename the article." in done.err
    written = [str(path.relative_to(site.root)) for path in site.root.rglob("*.md*")]
    assert sorted(path for path in written if "good" not in path) == [f"articles/{name}"]
    assert (site.root / "build/ko/good.md").is_file()
    told = site.run("extract", name)
    assert (told.code, "Rename the article." in told.err or "\\" in name) in {(3, True), (2, True)}


@pytest.mark.parametrize(
    "name", ["connect.md", "auxiliary.md", "git~1.md", "a.b.md", ".gitignore/a.md", "é.md", "nullable.md"]
)
def test_names_that_only_look_like_those_are_names(name: str) -> None:
    assert filenames.fault(name) == ""


@pytest.mark.skipif(os.name != "posix", reason="the other systems take them for one file")
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A.md", "a.md"),
        ("caf\u0065\u0301.md", "café.md"),
        ("News/a.md", "news/A.md"),
        ("x.md", "x.md.po/y.md"),
        ("K.md", "k.md/y.md"),
    ],
)
def test_of_two_articles_that_are_one_file_somewhere_the_later_is_told(site: Site, first: str, second: str) -> None:
    for name in (first, second):
        site.write(f"articles/{name}", ARTICLE)
    site.write("articles/zz.md", ARTICLE)
    done = site.run("run")
    assert done.code == 3
    assert f"error: articles/{second}: it cannot stand beside `{first}` on every system" in done.err
    assert (site.root / f"locales/ko/{first}.po").is_file()
    assert not (site.root / f"locales/ko/{second}.po").exists()
    assert not (site.root / f"build/ko/{second}").exists()
    assert (site.root / "build/ko/zz.md").is_file()


def test_many_articles_that_differ_do_not_clash() -> None:
    names = [f"{folder}/{number}.md" for folder in ("a", "b") for number in range(100)]
    assert filenames.clashes(names, ".po") == {}


@pytest.mark.parametrize("key", ["articles", "catalogs", "build"])
@pytest.mark.parametrize(
    "name", [".GIT", "git~1", ".l10n", "site/.Git/x", "con", "NUL.d", "out.", "out ", "a:b", "x/.L10N"]
)
def test_no_folder_is_configured_that_is_git_s_or_l10n_s_or_none_everywhere(key: str, name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(f'[tool.l10n]\nlocales = ["ko"]\n{key} = "{name}"\n')
    assert f"`{key}`: must be a folder inside the project" in str(caught.value)
    assert caught.value.line == 3


def test_folders_that_are_one_on_some_system_are_not_separate() -> None:
    with pytest.raises(ConfigError, match="lies inside"):
        load('[tool.l10n]\nlocales = ["ko"]\narticles = "Docs"\nbuild = "docs/out"\n')


@pytest.mark.parametrize("name", [".git/b.json", ".l10n/b.json", "nul.json"])
def test_no_baseline_is_kept_there_either(site: Site, name: str) -> None:
    site.write("articles/a.md", ARTICLE)
    done = site.run("check", "--baseline", name, "--write-baseline")
    assert done.code == 2
    assert "inside the project" in done.err
