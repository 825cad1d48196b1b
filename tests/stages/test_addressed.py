"""How people name articles on the command line."""

import json

import pytest

ARTICLES = ("a.txt", "news/harbor.txt", "news/deep/pier.md", "sport/race.txt")


@pytest.fixture
def desk(site):
    """A project with four articles in two languages."""
    site.configure('locales = ["ko", "es"]\nengines = ["pseudo"]\n')
    for name in ARTICLES:
        site.write(f"articles/{name}", "A pier opens.\n")
    site.ok("extract")
    return site


def seen(site, *args):
    """Return the articles and the locales that a command worked on."""
    rows = json.loads(site.ok("coverage", "--json", *args).out)["articles"]
    return list(dict.fromkeys(row["article"] for row in rows)), list(dict.fromkeys(row["locale"] for row in rows))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("news/harbor.txt", ["news/harbor.txt"]),
        ("./news/../news/harbor.txt", ["news/harbor.txt"]),
        ("articles/news/harbor.txt", ["news/harbor.txt"]),
        ("news", ["news/deep/pier.md", "news/harbor.txt"]),
        ("articles/news/", ["news/deep/pier.md", "news/harbor.txt"]),
        ("articles", list(ARTICLES)),
        (".", list(ARTICLES)),
        ("news/*", ["news/harbor.txt"]),
        ("**/*.md", ["news/deep/pier.md"]),
        ("articles/*/race.*", ["sport/race.txt"]),
        ("locales/templates/a.txt.pot", ["a.txt"]),
    ],
)
def test_a_name_means_an_article_a_folder_or_a_pattern(desk, name, meant):
    articles, locales = seen(desk, name)
    assert sorted(articles) == sorted(meant)
    assert locales == ["ko", "es"]


def test_po_files_alone_narrow_the_locales_too(desk):
    assert seen(desk, "locales/ko/a.txt.po") == (["a.txt"], ["ko"])
    assert seen(desk, "locales/es/news") == (seen(desk, "news")[0], ["es"])
    assert seen(desk, "locales/es/a.txt.po", "sport") == (["a.txt", "sport/race.txt"], ["ko", "es"])
    assert seen(desk, "-l", "es", "locales/ko/a.txt.po") == (["a.txt"], ["es"])


def test_an_absolute_path_and_one_through_a_link_are_understood(desk):
    assert seen(desk, str(desk.root / "articles/a.txt"))[0] == ["a.txt"]
    (desk.root.parent / "link").symlink_to(desk.root)
    assert seen(desk, str(desk.root.parent / "link/locales/ko/a.txt.po")) == (["a.txt"], ["ko"])


def test_a_path_is_read_from_where_the_user_is(desk, tmp_path):
    desk.write("articles/news/a.txt", "Another pier opens.\n")
    inner = type(desk)(desk.root / "articles/news")
    assert seen(inner, "a.txt")[0] == ["news/a.txt"]
    assert seen(inner, "../a.txt")[0] == ["a.txt"]
    assert seen(inner, "sport/race.txt")[0] == ["sport/race.txt"]
    outer = type(desk)(tmp_path)
    assert seen(outer, "-C", "site", "site/articles/sport")[0] == ["sport/race.txt"]
    assert seen(outer, "-C", "site", "site/locales/ko/a.txt.po") == (["a.txt"], ["ko"])


@pytest.mark.parametrize("name", ["news/harbour.txt", "*.html", "/etc/passwd", "../other/a.txt", "locales/ko/gone.po"])
def test_a_name_that_means_nothing_is_told(desk, name):
    done = desk.run("coverage", name)
    assert done.code == 2
    assert f"there is no article `{name}`" in done.err


def test_a_name_that_is_nearly_right_is_offered(desk):
    assert "Did you mean `news/harbor.txt`?" in desk.run("check", "news/harbour.txt").err


def test_what_is_no_article_is_told_with_its_folder_and_refused_alone(desk):
    desk.write("articles/news/notes.xyz", "?")
    many = desk.run("coverage", "news")
    assert many.code == 3
    assert "news/harbor.txt" in many.out
    assert "notes.xyz" in many.err
    assert "unknown article format" in desk.run("coverage", "articles/news/notes.xyz").err
    assert desk.run("coverage", "sport").code == 0


@pytest.mark.parametrize(
    "command", ["extract", "draft", "coverage", "check", "build", "run", "purge --obsolete", "glossary check"]
)
def test_every_command_that_takes_articles_takes_their_files(desk, command):
    desk.ok(*command.split(), str(desk.root / "articles/news"), "locales/ko/a.txt.po")
