"""What may be published, and when."""

from dataclasses import replace

import pytest

from l10n.config import Policy
from l10n.model import Coverage, Entry, Key, Origin, OriginKind, State, Tally
from l10n.publish import policy


@pytest.mark.parametrize("rule", Policy)
@pytest.mark.parametrize("state", State)
def test_only_reviewed_text_and_labelled_drafts_are_published(rule, state):
    shown = policy.choose(
        Entry(Key("a"), "가", state, origin=Origin(OriginKind.MACHINE, "google", "2026-11-23", "0" * 12)), rule
    )
    labelled = rule in {Policy.DRAFTS_LABELLED, Policy.HEADLINE_AND_LEDE}
    allowed = state is State.REVIEWED or (state is State.DRAFT and labelled)
    assert shown == ("가" if allowed else None)


def row(reviewed, missing, *, headline=True, lede=True):
    tally = Tally(reviewed=reviewed, missing=missing)
    return Coverage("a.txt", "ko", tally, tally, headline=headline, lede=lede)


def test_an_article_under_its_threshold_is_held():
    assert "39 %" in policy.hold(row(39, 61), Policy.REVIEWED, 40)
    assert policy.hold(row(40, 60), Policy.REVIEWED, 40) == ""


def test_hold_waits_for_every_segment():
    assert policy.hold(row(9, 1), Policy.HOLD, 0)
    assert policy.hold(row(10, 0), Policy.HOLD, 0) == ""


def test_headline_and_lede_are_both_asked_for():
    assert policy.hold(row(1, 9, lede=False), Policy.HEADLINE_AND_LEDE, 0)
    assert policy.hold(row(1, 9, headline=False), Policy.HEADLINE_AND_LEDE, 0)
    assert policy.hold(row(2, 8), Policy.HEADLINE_AND_LEDE, 0) == ""


def test_a_text_that_was_imported_and_not_read_is_not_published_as_a_draft():
    origin = Origin(OriginKind.IMPORT, "b.xlf", "2026-11-23", "0" * 12, "0" * 12)
    entry = Entry(Key("a"), "가", State.DRAFT, origin=origin)
    assert {policy.choose(entry, rule) for rule in Policy} == {None}
    assert policy.choose(replace(entry, state=State.REVIEWED), Policy.REVIEWED) == "가"
