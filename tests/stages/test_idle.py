"""A setting that matches nothing is told, and what it was to keep back is not published without it."""

import json

import pytest

SECTIONS = """
[[tool.l10n.section]]
path = "{path}"
{setting}
"""


@pytest.fixture
def desk(site):
    """A function that makes a project with two opinion pieces and one section of the configuration."""

    def make(path, setting):
        site.configure('locales = ["ko"]\nengines = ["pseudo"]\n' + SECTIONS.format(path=path, setting=setting))
        site.write("articles/opinion/may/tide.md", "The tide is late.\n")
        site.write("articles/opinion/june/pier.md", "The pier is old.\n")
        return site

    return make


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("opinon/**", "opinion/**"),
        ("opinion/*", "opinion/**"),
        ("opinion/*.md", "opinion/**/*.md"),
        ("articles/opinion/**", "opinion/**"),
        ("./opinion/**", "opinion/**"),
        ("opinion", "opinion/**"),
        ("opinion/my/**", "opinion/may/**"),
        ("recipes/**", ""),
    ],
)
def test_a_section_that_no_article_is_in_is_told_with_what_may_be_meant(desk, path, meant):
    site = desk(path, 'engines = ["memory"]')
    done = site.ok("extract")
    assert f"error: pyproject.toml:5: no article in articles/ fits the section `{path}`. " in done.err
    assert ("Did you mean" in done.err) is bool(meant)
    assert f"`{meant}`? " in done.err or not meant
    for command in (["draft"], ["coverage"], ["build"], ["run"]):
        assert f"the section `{path}`" in site.ok(*command).err


def test_it_fails_what_checks(desk):
    site = desk("opinon/**", 'engines = ["memory"]')
    site.ok("run")
    for command in (["extract", "--check"], ["build", "--check"], ["check"], ["check", "--fix", "--check"]):
        done = site.run(*command)
        assert done.code == 1, command
        assert "Did you mean `opinion/**`?" in done.err
    assert [error["line"] for error in json.loads(site.run("check", "--json").out)["errors"]] == [5]


@pytest.mark.parametrize("setting", ['policy = "hold"', 'policy = "reviewed"', "min-coverage = 80"])
def test_what_it_was_to_keep_back_is_not_published_without_it(desk, setting):
    site = desk("opinon/**", setting)
    for command in ("build", "run"):
        done = site.run(command)
        assert done.code == 2
        assert "the section `opinon/**`" in done.err
        assert not (site.root / "build").exists()
    site = desk("opinion/**", setting)
    site.ok("run")


@pytest.mark.parametrize("setting", ['policy = "drafts-labelled"', "min-coverage = 0"])
def test_what_keeps_nothing_back_is_no_reason_to_publish_nothing(desk, setting):
    site = desk("opinon/**", setting)
    assert "the section `opinon/**`" in site.ok("build").err


def test_a_section_may_say_that_it_is_empty_as_yet(desk):
    site = desk("recipes/**", 'policy = "hold"\nempty = true')
    for command in (["run"], ["extract", "--check"], ["check"], ["build", "--check"]):
        assert "recipes" not in site.ok(*command).err


def test_the_line_is_that_of_the_section_itself(desk):
    site = desk("opinion/**", 'engines = ["memory"]' + SECTIONS.format(path="letters/**", setting="min-coverage = 0"))
    assert "pyproject.toml:8: no article" in site.ok("extract").err


def test_a_threshold_is_not_met_by_no_articles(site):
    site.configure('locales = ["ko"]\n')
    (site.root / "articles").mkdir(exist_ok=True)
    done = site.run("coverage", "--fail-under", "50")
    assert done.code == 1
    assert "no article is counted" in done.err
    site.ok("coverage")
