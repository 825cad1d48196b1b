"""What is said of a slip in an option, and what the shell offers before one is made."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def house(site):
    """Twenty-four articles in one language, one of them reviewed."""
    site.configure('locales = ["ko"]\nengines = []\n')
    for number in range(24):
        site.write(f"articles/news/a{number:02}.txt", f"Ferry {number} sails.\n")
    site.ok("extract")
    site.translate("locales/ko/news/a07.txt.po", {"Ferry 7 sails.": "7호 배가 떠난다."})
    return site


def offers(line, folder):
    """Return what bash is offered for the last word of a line."""
    words = f"l10n {line}"
    done = subprocess.run(
        [sys.executable, "-c", "from l10n.cli.app import app; app(prog_name='l10n')"],
        cwd=folder,
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
    return done.stdout.split()


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
    assert offered in offers(line, house.root)


def test_the_project_behind_the_command_is_the_one_that_is_offered_from(house, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert offers(f"coverage -C {house.root} news/a0", None)[0] == "news/a00.txt"


def test_only_takes_several_in_one_word(house):
    assert "news/" in house.ok("coverage", "--only", "missing,under=50").out
    assert "news/" not in house.ok("coverage", "--only", "missing,stale").out
