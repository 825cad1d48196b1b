"""What hands meet at the command line: long tables, slips, completion, help, more languages."""

import json
import os
import subprocess
import sys

import pytest

from l10n.cli import app
from tests import cli_reference


@pytest.fixture
def house(site):
    """Twenty-four articles in one language, one of them reviewed."""
    site.configure('locales = ["ko"]\nengines = []\n')
    for number in range(24):
        site.write(f"articles/news/a{number:02}.txt", f"Ferry {number} sails.\n")
    site.ok("extract")
    site.translate("locales/ko/news/a07.txt.po", {"Ferry 7 sails.": "7호 배가 떠난다."})
    return site


def listed(text):
    """Return the articles that have a row."""
    return [line.split()[0] for line in text.split("\n") if line.startswith("news/")]


def test_more_than_twenty_rows_are_summed_up_unless_they_are_asked_for(house):
    assert listed(house.ok("coverage").out) == []
    assert "24 articles   ko" in house.ok("coverage").out
    assert len(listed(house.ok("coverage", "--all").out)) == 24


def test_only_lists_what_has_all_that_is_named(house):
    assert len(listed(house.ok("coverage", "--only", "missing").out)) == 23
    assert listed(house.ok("coverage", "--only", "missing", "--only", "stale").out) == []
    assert listed(house.ok("coverage", "--only", "missing,stale").out) == []
    assert "news/a07.txt" not in listed(house.ok("coverage", "--only", "under=50").out)


def test_sort_puts_the_least_reviewed_first(house):
    assert listed(house.ok("coverage", "--sort", "percent").out)[-1] == "news/a07.txt"


def test_since_counts_what_changed_since_a_revision(house):
    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words],
            cwd=house.root,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    house.write("articles/news/a03.txt", "Ferry 3 sinks.\n")
    house.write("articles/news/new.txt", "A new one.\n")
    house.translate("locales/ko/news/a09.txt.po", {"Ferry 9 sails.": "9호 배가 떠난다."})
    assert listed(house.ok("coverage", "--since", "HEAD").out) == ["news/a03.txt", "news/a09.txt", "news/new.txt"]
    assert house.run("coverage", "--since", "nowhere").code == 2


def test_a_table_is_no_wider_than_the_terminal(house):
    for columns in (100, 80, 70, 64):
        done = subprocess.run(
            [sys.executable, "-m", "l10n", "coverage", "--all"],
            cwd=house.root,
            env={**os.environ, "COLUMNS": str(columns)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        table = done.stdout.partition("\n\n")[0]
        assert max(map(len, table.split("\n"))) <= columns


def test_quiet_and_the_project_may_stand_behind_the_command(house):
    assert house.ok("-q", "run").err == house.ok("run", "-q").err
    assert "24 articles" in house.ok("coverage", "-C", str(house.root)).out


def test_what_is_removed_is_told_from_what_is_written(house):
    house.ok("build")
    (house.root / "articles/news/a07.txt").unlink()
    would = house.run("build", "--check")
    assert (would.code, "build/ko/news/a07.txt: removed" in would.out) == (1, True)
    assert json.loads(house.ok("build", "--json").out)["removed"] == ["build/ko/news/a07.txt"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("coverage", "--sort", "percnet"), '`--sort` cannot be "percnet". Did you mean `percent`?'),
        (("coverage", "--only", "stael"), "Did you mean `stale`?"),
        (("coverage", "--fail-under", "many"), '`--fail-under` must be a number, not "many"'),
        (("coverage", "--fail-under", "101"), "`--fail-under` must be 100 or less"),
        (("check", "--output-format", "jsn"), "Did you mean `json`?"),
        (("help", "covrage"), "Did you mean `coverage`?"),
    ],
)
def test_a_slip_is_answered_in_plain_words(site, words, says):
    site.configure('locales = ["ko"]\n')
    done = site.run(*words)
    assert done.code == 2
    assert says in done.err
    assert "Input should" not in done.err


def test_help_explains_a_command_as_its_option_does(site):
    assert site.ok("help", "tm", "search").out == site.ok("tm", "search", "--help").out


def test_summaries_are_whole_at_eighty_columns(monkeypatch, site):
    monkeypatch.setenv("COLUMNS", "80")
    shown = " ".join(site.ok("--help").out.split())
    for name, command in cli_reference.commands(cli_reference.typer.main.get_command(app)):
        if " " not in name:
            assert " ".join(command.help.split("\n\n")[0].split()) in shown


def test_add_locale_changes_one_list_and_nothing_else(site):
    before = '# ours\n[tool.l10n]\nlocales = [\n  "ko",  # first\n]\nengines = []   # none\n'
    site.write("pyproject.toml", before)
    assert "locales/fr/" in site.ok("add-locale", "fr", "ko").out
    after = site.read("pyproject.toml")
    assert [line for line in after.split("\n") if "fr" not in line] == [
        line for line in before.split("\n") if "fr" not in line
    ]
    site.write("articles/a.txt", "A ferry sails.\n")
    site.ok("extract", "-l", "fr")
    assert site.ok("add-locale", "fr").out == ""
    assert site.run("add-locale", "zz").code == 2
    assert site.read("pyproject.toml") == after


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("coverage news/a0", "news/a01.txt"),
        ("coverage locales/ko/news/a1", "locales/ko/news/a11.txt.po"),
        ("coverage articles/ne", "articles/news/"),
        ("check -l ", "ko"),
        ("check --select numbe", "numbers"),
        ("check --output-format sa", "sarif"),
        ("coverage --only st", "stale"),
        ("help cov", "coverage"),
        ("add-locale f", "fr"),
    ],
)
def test_the_shell_offers_what_may_stand_there(house, line, offered):
    words = f"l10n {line}"
    done = subprocess.run(
        [sys.executable, "-c", "from l10n.cli import app; app(prog_name='l10n')"],
        cwd=house.root,
        env={
            **os.environ,
            "_L10N_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert offered in done.stdout.split()


def test_a_first_run_counts_remarks_on_machine_drafts_and_shows_what_people_wrote(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/a.txt", "The Ferry left Port Calder on May 26.\n\nIt sailed on May 26 again.\n")
    site.ok("extract")
    site.translate("locales/ko/a.txt.po", {"The Ferry left Port Calder on May 26.": "배는  5월 27일 떠났다."})
    done = site.run("run")
    assert "27" in done.err
    assert done.out.rstrip().endswith("percent is reviewed words of all words.")
