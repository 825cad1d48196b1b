"""What all commands have in common: quiet, the project's folder, help, and what the shell completes."""

import re
import tomllib

import pytest


@pytest.fixture
def pair(site):
    """Two articles of which one is drafted and reviewed by nobody."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    site.write("articles/a.txt", "A pier opens.\n")
    site.write("articles/news/b.txt", "A race is run.\n")
    site.ok("run")
    return site


@pytest.mark.parametrize("command", ["extract", "check", "build", "run", "coverage", "purge --obsolete", "repair"])
def test_quiet_says_nothing_where_nothing_is_wrong_before_and_behind_the_command(pair, command):
    assert pair.ok("-q", *command.split()).err == ""
    assert pair.ok(*command.split(), "-q").err == ""


def test_quiet_still_tells_problems(pair):
    pair.write("articles/bad.xyz", "?")
    done = pair.run("coverage", "-q")
    assert done.code == 3
    assert "bad.xyz" in done.err


def test_the_folder_of_the_project_may_stand_behind_the_command(pair):
    above = type(pair)(pair.root.parent)
    there = above.ok("coverage", "-C", "site").out
    assert there == above.ok("-C", "site", "coverage").out == pair.ok("coverage").out
    assert above.ok("-C", "site", "coverage", "-C", "articles").out == there
    assert above.ok("tm", "stats", "-C", "site").code == 0


def test_build_tells_removed_from_written(pair):
    pair.write("articles/c.txt", "A third one.\n")
    (pair.root / "articles/a.txt").unlink()
    planned = pair.run("build", "--check")
    assert planned.code == 1
    assert "1 file to be written, 1 to be removed" in planned.err
    done = pair.ok("build")
    assert set(done.out.split("\n")) >= {"build/ko/c.txt", "build/ko/a.txt: removed"}
    assert "1 file written, 1 removed" in done.err


def test_help_explains_a_command_and_a_command_of_a_group(pair):
    assert pair.ok("help", "coverage").out == pair.ok("coverage", "--help").out
    assert pair.ok("help", "tm", "search").out == pair.ok("tm", "search", "--help").out
    assert pair.ok("help").out == pair.ok("--help").out
    done = pair.run("help", "covrage")
    assert done.code == 2
    assert "Did you mean `coverage`?" in done.err


@pytest.mark.parametrize("command", ["", "tm", "glossary"])
def test_summaries_are_whole_in_a_narrow_terminal(pair, command):
    text = pair.run(*command.split(), "--help", COLUMNS="80").out
    assert "..." not in text.partition("Commands:")[2]
    assert max(map(len, text.split("\n"))) <= 80


def completed(site, line):
    words = line.split(" ")
    env = {"_L10N_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    return site.run(**env).out.split()


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("l10n coverage a", "a.txt"),
        ("l10n build news/", "news/b.txt"),
        ("l10n extract articles/n", "articles/news/b.txt"),
        ("l10n check -l k", "ko"),
        ("l10n check --select num", "numbers"),
        ("l10n check --output-format sa", "sarif"),
        ("l10n coverage --only st", "stale"),
        ("l10n add-locale f", "fr"),
        ("l10n help cov", "coverage"),
    ],
)
def test_the_shell_is_offered_what_the_project_has(pair, line, offers):
    assert offers in completed(pair, line)


def test_the_shell_is_offered_nothing_where_there_is_no_project(tmp_path, site):
    outside = type(site)(tmp_path / "empty")
    outside.root.mkdir()
    assert completed(outside, "l10n coverage a") == []


LAYOUTS = [
    '# Ours.\n[tool.l10n]\nlocales = ["ko"]  # first\nengines = ["pseudo"]\n\n[tool.other]\nx = [1,2]\n',
    '[project]\nname="x"\n[tool.l10n]\nlocales = [\n    "ko",  # Korean\n    "ja",\n]\nmin-coverage   =  5\n',
    '[tool]\nl10n.locales = ["ko"]\n',
    '[tool.l10n]\r\nlocales = ["ko"]\r\nbuild = "out"\r\n',
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_a_locale_is_added_and_the_rest_of_the_file_stays(site, text):
    site.write("pyproject.toml", text)
    before = tomllib.loads(text)
    done = site.ok("add-locale", "fr", "pt-br")
    assert "pyproject.toml" in done.out
    after = site.read("pyproject.toml")
    told = tomllib.loads(after)
    assert told["tool"]["l10n"].pop("locales") == [*before["tool"]["l10n"].pop("locales"), "fr", "pt_BR"]
    assert told == before
    assert re.sub(r'[\s,]*"(fr|pt_BR)",?', "", after).replace(",\n]", "\n]") == text.replace(",\n]", "\n]")
    assert (site.root / "locales/fr").is_dir()
    site.ok("coverage", "-l", "fr")


def test_a_locale_that_is_there_or_is_none_changes_nothing(site):
    before = site.snapshot()
    assert "already" in site.ok("add-locale", "ko").err
    assert site.run("add-locale", "fr", "qqq").code == 2
    assert site.run("add-locale", "en").code == 2
    assert site.snapshot() == before
