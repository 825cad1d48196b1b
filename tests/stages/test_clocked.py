"""How fast drafts were read, from real histories of git."""

import json
import os
import subprocess
from datetime import date

import jsonschema
import pytest

from l10n import project
from l10n.report import schemas
from l10n.stages.coverage import coverage
from l10n.stages.draft import draft
from l10n.stages.workset import gather
from tests.conftest import need

ARTICLE = "The harbor is open again.\n\nThe boats left the old harbor at noon.\n"
WORDS = 13
DAY = date(2026, 3, 2)
MORNING = 1772409600
"""Of that day in Seoul, nine o'clock."""


@pytest.fixture
def room(site):
    """A project in a repository, its drafts not committed yet."""
    return drafted(site)


def drafted(site):
    """Make of a site a project in a repository, its drafts not committed yet."""
    git(site, "init", "-q", "-b", "main")
    settle(site, "min-seconds-per-word = 1")
    for name in ("a", "b"):
        site.write(f"articles/{name}.txt", ARTICLE.replace("harbor", "harbor" if name == "a" else "dock"))
    site.ok("extract")
    draft(gather(project.find(site.root)), today=DAY, tell=lambda _: None)
    return site


def settle(site, *lines):
    site.configure("\n".join(['locales = ["ko"]', 'engines = ["pseudo"]', *lines]))


def git(site, *args, at=0, who="mina", later=0):
    """Run git as a person, so many seconds after nine o'clock; the committer's clock is `later` than the author's."""
    person = {
        f"GIT_{role}_{field}": value
        for role in ("AUTHOR", "COMMITTER")
        for field, value in (("NAME", who), ("EMAIL", f"{who}@example.org"))
    }
    times = {"GIT_AUTHOR_DATE": f"{MORNING + at} +0900", "GIT_COMMITTER_DATE": f"{MORNING + at + later} +0900"}
    quiet = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(
        [need("git"), *args],
        cwd=site.root,
        env={**os.environ, **person, **times, **quiet},
        check=True,
        capture_output=True,
    )


def commit(site, at, who="mina", **more):
    git(site, "add", "-A")
    git(site, "commit", "-qm", "work", at=at, who=who, **more)


def accept(site, *names, edit=None):
    """Be a person who clears the fuzzy marks of articles in an editor."""
    for name in names or ("a", "b"):
        path = f"locales/ko/{name}.txt.po"
        text = site.read(path).replace("#, fuzzy\n", "")
        site.write(path, text.replace(*edit) if edit else text)


def paces(site, *articles):
    """Return article → seconds a word, words of which it is known, and words of which it is not."""
    done = coverage(gather(project.find(site.root), articles=articles))
    assert not done.failures
    return {row.article: (row.pace.seconds, row.pace.words, row.pace.unknown) for row in done.rows if row.pace}


def test_drafts_that_are_read_in_one_commit_share_the_time_since_they_came(room):
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51)
    assert paces(room) == {"a.txt": (2.0, WORDS, 0), "b.txt": (2.0, WORDS, 0)}


def test_articles_that_are_committed_one_by_one_are_not_read_more_slowly(room):
    commit(room, 0, "bot")
    for name, at in (("a", 12), ("b", 25)):
        accept(room, name)
        commit(room, at)
    assert paces(room) == {"a.txt": (1.0, WORDS, 0), "b.txt": (1.0, WORDS, 0)}


def test_two_people_read_at_the_same_time(room):
    commit(room, 0, "bot")
    for name, at, who in (("a", 12, "mina"), ("b", 25, "jun")):
        accept(room, name)
        commit(room, at, who)
    assert paces(room) == {"a.txt": (1.0, WORDS, 0), "b.txt": (2.0, WORDS, 0)}


def test_a_text_that_was_edited_was_read_too_and_one_that_was_edited_since_is_not_known(room):
    commit(room, 0, "bot")
    accept(room, "a", edit=("⟪Ţĥéé bööååţš", "⟪고친 bööååţš"))
    commit(room, 12)
    assert paces(room, "a.txt") == {"a.txt": (1.0, WORDS, 0)}
    room.write("locales/ko/a.txt.po", room.read("locales/ko/a.txt.po").replace("고친", "또 고친"))
    seconds, words, unknown = paces(room, "a.txt")["a.txt"]
    assert seconds == 1.0
    assert (0 < words < WORDS, words + unknown) == (True, WORDS)


def test_what_is_not_committed_or_came_as_reviewed_is_not_known(room):
    accept(room, "a")
    commit(room, 0)
    accept(room, "b")
    assert paces(room) == {"a.txt": (None, 0, WORDS), "b.txt": (None, 0, WORDS)}


def test_a_commit_that_was_amended_later_ends_when_it_was_amended(room):
    commit(room, 0, "bot")
    accept(room)
    commit(room, 5, later=46)
    assert paces(room)["a.txt"] == (2.0, WORDS, 0)


def test_work_on_a_branch_that_was_merged_counts(room):
    commit(room, 0, "bot")
    git(room, "checkout", "-qb", "review")
    accept(room, "a")
    commit(room, 12)
    git(room, "checkout", "-q", "main")
    room.write("articles/c.txt", "Fish was dear.\n")
    room.ok("extract")
    commit(room, 20, "bot")
    git(room, "merge", "-q", "--no-edit", "review", at=900)
    assert paces(room)["a.txt"] == (1.0, WORDS, 0)


def test_a_catalogue_that_was_renamed_with_its_drafts_keeps_its_time(room):
    commit(room, 0, "bot")
    git(room, "config", "diff.renames", "false")
    (room.root / "articles" / "news").mkdir()
    git(room, "mv", "articles/a.txt", "articles/news/a.txt")
    (room.root / "locales/ko/news").mkdir()
    git(room, "mv", "locales/ko/a.txt.po", "locales/ko/news/a.txt.po")
    commit(room, 20, "bot")
    accept(room, "news/a")
    commit(room, 25)
    assert paces(room)["news/a.txt"] == (2.0, WORDS, 0)


def test_a_history_that_is_cut_off_knows_nothing_of_what_it_begins_with(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 12)
    accept(room, "b")
    commit(room, 25)
    git(room, "clone", "-q", "--depth", "2", f"file://{room.root}", "short")
    short = type(room)(room.root / "short")
    assert paces(short) == {"a.txt": (None, 0, WORDS), "b.txt": (None, 0, WORDS)}


def test_without_a_history_nothing_is_known_and_that_is_told(site):
    settle(site, "min-seconds-per-word = 1")
    site.write("articles/a.txt", ARTICLE)
    site.ok("extract")
    site.ok("draft")
    accept(site, "a")
    done = site.run("coverage", GIT_CEILING_DIRECTORIES=str(site.root.parent))
    assert done.code == 0
    assert "how fast drafts were read is not known: there is no history of git here" in done.err
    assert "ko: how fast drafts were read is not known of 13 of 13 reviewed words" in done.out
    done = site.run("run", GIT_CEILING_DIRECTORIES=str(site.root.parent))
    assert "there is no history of git here" in done.err
    assert "is not known of 13 of 13 reviewed words" in done.out


def test_a_version_that_cannot_be_read_is_passed_over(room):
    good = room.read("locales/ko/a.txt.po")
    room.write("locales/ko/a.txt.po", "<<<<<<< draft:\n# draft: \n")
    commit(room, 0, "bot")
    room.write("locales/ko/a.txt.po", good)
    commit(room, 5)
    accept(room)
    commit(room, 12)
    assert paces(room) == {"a.txt": (None, 0, WORDS), "b.txt": (1.0, WORDS, 0)}


def test_git_is_not_asked_where_nobody_wants_to_know(room, monkeypatch):
    settle(room, "min-seconds-per-word = 0")
    monkeypatch.setattr("l10n.history.commits", None)
    assert paces(room) == {}


def test_limits_hold_by_locale_and_section_and_are_warned_of_but_fail_nothing(room):
    commit(room, 0, "bot")
    accept(room)
    commit(room, 12)
    settle(
        room,
        "max-unedited = 50",
        "[tool.l10n.locale.ko]",
        "min-seconds-per-word = 2",
        "[[tool.l10n.section]]",
        'path = "b.*"',
        "max-unedited = 100",
        "min-seconds-per-word = 0.25",
    )
    lines = [line for line in room.ok("coverage").out.splitlines() if line.startswith("warning: ")]
    assert lines == [
        "warning: a.txt (ko): 100 % of the reviewed words were accepted as drafted; `max-unedited` allows 50 %",
        "warning: a.txt (ko): drafts were reviewed in 0.50 seconds a word at most; `min-seconds-per-word` asks for 2",
    ]
    told = json.loads(room.ok("coverage", "--json").out)
    jsonschema.validate(told, schemas.load("coverage"))
    one, other = told["articles"]
    assert one["unedited"] == {"words": WORDS, "percent": 100.0, "limit": 50}
    assert one["pace"] == {"seconds_per_word": 0.5, "limit": 2.0, "words": WORDS, "unknown": 0}
    assert (other["unedited"]["limit"], other["pace"]["limit"]) == (100, 0.25)
