"""`l10n coverage --by`, `--output-format` and `--badge`: what goes together, and what is written."""

import json

import pytest


@pytest.fixture
def paper(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n[[tool.l10n.section]]\npath = "opinion/**"\n')
    site.write("articles/news/a.md", "# Pier\n\nIt opened on May 5.\n")
    site.write("articles/opinion/sport/b.md", "# Race\n\nIt was long.\n")
    site.write("articles/c.md", "# Boat\n\nIt was slow.\n")
    site.ok("extract")
    return site


def test_sections_are_those_of_the_configuration_else_folders(paper):
    told = json.loads(paper.ok("coverage", "--by", "section", "--json").out)
    assert [one["section"] for one in told["sections"]] == ["./", "news/", "opinion/**"]
    assert len(told["articles"]) == 3
    assert "opinion/**" in paper.ok("coverage", "--by", "section").out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--period", "months"), "Add `--by reviewer`"),
        (("--period", "months", "--by", "state"), "Add `--by reviewer`"),
        (("--by", "section", "--all"), "Leave out one of them"),
        (("--by", "state", "--only", "stale"), "Leave them out"),
        (("--by", "engine", "--sort", "stale"), "Leave them out"),
        (("--risk", "--by", "locale"), "Leave out `--by`"),
        (("--risk", "--output-format", "csv"), "Say `--json`"),
        (("--segments", "--output-format", "csv"), "Say `--json`"),
        (("--json", "--output-format", "markdown"), "Use one of them"),
        (("--badge", "badge.png"), "End the name in `.svg`"),
        (("--by", "reviewer", "--period", "soon"), "Name two revisions"),
    ],
)
def test_options_that_mean_nothing_together_are_refused_with_a_remedy(paper, options, says):
    done = paper.run("coverage", *options)
    assert done.code == 2
    assert says in (done.out if "--json" in options else done.err)


def test_json_is_an_output_format_as_well(paper):
    assert paper.ok("coverage", "--json").out == paper.ok("coverage", "--output-format", "json").out


def test_by_article_lists_all_and_by_locale_sums_up(paper):
    for at in range(25):
        paper.write(f"articles/news/more-{at:02}.md", "# More\n")
    paper.ok("extract")
    assert "more-24" not in paper.ok("coverage").out
    assert "more-24" in paper.ok("coverage", "--by", "article").out
    summed = paper.ok("coverage", "--by", "locale").out
    assert "28 articles" in summed
    assert "--all" not in summed


def test_a_badge_is_written_when_it_changes_and_never_over_another_file(paper):
    paper.ok("coverage", "--badge", "docs/badge.svg", "--badge", "badge.json")
    assert json.loads(paper.read("badge.json"))["message"] == "ko 0 %"
    before = paper.snapshot()
    paper.ok("coverage", "--badge", "docs/badge.svg", "--badge", "badge.json")
    assert paper.snapshot() == before
    paper.translate("locales/ko/c.md.po", {"It was slow.": "느렸다."})
    paper.ok("coverage", "--badge", "badge.json", "c.md")
    assert json.loads(paper.read("badge.json"))["message"] == "ko 75 %"
    paper.write("logo.svg", "<svg/>")
    done = paper.run("coverage", "--badge", "logo.svg")
    assert done.code == 2
    assert "is no badge" in done.err
    assert paper.read("logo.svg") == "<svg/>"


@pytest.mark.parametrize("name", ["../badge.svg", "/badge.svg"])
def test_a_badge_outside_of_the_project_is_refused(paper, name):
    done = paper.run("coverage", "--badge", name)
    assert done.code in {2, 3}
    assert not (paper.root.parent / "badge.svg").exists()
