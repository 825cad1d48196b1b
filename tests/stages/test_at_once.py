"""Many drafts that one person accepts unchanged at once are named, from real histories of git."""

import json
import subprocess

import jsonschema
import pytest

from l10n import project
from l10n.model import By
from l10n.report import schemas
from l10n.stages.coverage import coverage
from l10n.stages.workset import gather
from tests.stages.test_clocked import WORDS, accept, commit, drafted, settle

LIMIT = "max-accepted-at-once = 20"
EDITED = ("⟪Ţĥéé bööååţš", "⟪고친 bööååţš")


@pytest.fixture
def room(site):
    """A project in a repository, its drafts not committed yet."""
    return drafted(site)


def bulks(site, *articles):
    done = coverage(gather(project.find(site.root), articles=articles))
    assert not done.failures
    return done.bulks


def test_drafts_that_one_commit_accepts_unchanged_are_named_with_their_pace(room):
    settle(room, LIMIT)
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51, "mina")
    (one,) = bulks(room)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=room.root, capture_output=True, text=True, check=True)
    assert (one.name, one.commits, one.articles) == ("mina", (head.stdout.strip(),), 2)
    assert (one.accepted, one.drafted, one.locales) == (2 * WORDS, 2 * WORDS, ("ko",))
    assert one.seconds == 2.0


def test_commits_within_minutes_are_one_and_those_of_another_day_or_person_are_not(room):
    settle(room, LIMIT)
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 60, "mina")
    accept(room, "b")
    commit(room, 600, "mina")
    assert [len(one.commits) for one in bulks(room)] == [2]
    assert bulks(room, "a.txt") == ()


@pytest.mark.parametrize(("at", "who"), [(3600, "mina"), (600, "jun")])
def test_what_is_accepted_later_or_by_another_counts_for_itself(room, at, who):
    settle(room, LIMIT)
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 60, "mina")
    accept(room, "b")
    commit(room, at, who)
    assert bulks(room) == ()


def test_a_sitting_in_which_drafts_were_edited_is_none(room):
    settle(room, "max-accepted-at-once = 10")
    commit(room, 0, "bot")
    accept(room, edit=EDITED)
    commit(room, 51)
    assert bulks(room) == ()


def test_texts_that_were_read_again_since_are_not_counted(room):
    settle(room, LIMIT)
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51)
    path = "locales/ko/a.txt.po"
    room.write(path, room.read(path).replace(*EDITED))
    assert bulks(room) == ()
    commit(room, 9000, "jun")
    assert bulks(room) == ()


def test_where_drafts_and_reviews_come_in_one_commit_the_pace_is_not_known(room):
    settle(room, LIMIT)
    accept(room)
    commit(room, 51)
    (one,) = bulks(room)
    assert (one.accepted, one.seconds) == (2 * WORDS, None)


def test_it_is_asked_only_where_the_project_wants_it_or_of_reviewers(room, monkeypatch):
    settle(room)
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51)
    work = gather(project.find(room.root))
    assert coverage(work, by=By.REVIEWER).bulks == ()
    assert coverage(work, by=By.ENGINE).bulks is None
    monkeypatch.setattr("l10n.history.commits", None)
    assert coverage(work).bulks is None


def test_the_command_warns_and_does_not_fail(room):
    settle(room, LIMIT)
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51, "Mina <mina@example.org>")
    done = room.run("coverage")
    assert done.code == 0
    assert "warning: Mina accepted 26 of 26 drafted words unchanged at once, 2 articles (ko), commit " in done.out
    assert "of 2026-03-02; no more than 2.0 seconds a word were there for it" in done.out
    told = json.loads(room.ok("coverage", "--json").out)
    jsonschema.validate(told, schemas.load("coverage"))
    assert told["bulk"][0]["words"] == {"accepted": 26, "drafted": 26}
    assert told["bulk"][0]["date"] == "2026-03-02T00:00:51+00:00"
    assert "example.org" not in json.dumps(told)
    assert "example.org" not in done.out


def test_without_git_it_is_said_that_nobody_knows(room):
    settle(room, LIMIT)
    done = room.run("coverage", GIT_CEILING_DIRECTORIES=str(room.root.parent), GIT_DIR="nowhere")
    assert done.code == 0
    assert "is not known" in done.err
