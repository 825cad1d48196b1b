"""What may be published, and when."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from l10n.config import Fallback, Policy
from l10n.model import Coverage, Entry, Key, Origin, OriginKind, Stale, State, Tally
from l10n.publish import policy
from l10n.publish.policy import Chosen, Release, Shown
from l10n.text.digest import digest

DAY = "2026-11-23"
ENGINE = Origin(OriginKind.MACHINE, "google", DAY, "0" * 12)
STALE = Entry(
    Key("The harbor closed late."),
    "가",
    State.STALE,
    previous=Key("The harbor closed lately."),
    stale=Stale(DAY, digest("가"), digest("The harbor closed lately.")),
)
ENTRIES = {
    "missing": Entry(Key("a")),
    "draft": Entry(Key("a"), "가", State.DRAFT, origin=ENGINE),
    "in work": Entry(Key("a"), "가", State.DRAFT),
    "reviewed": Entry(Key("a"), "가", State.REVIEWED),
    "stale, approved": STALE,
    "stale, urgent": replace(STALE, note="urgent: a number changed"),
    "stale, changed since": replace(STALE, target="나"),
    "stale, never read": replace(STALE, stale=Stale(DAY, digest("가"), "0" * 12)),
    "stale, from another place": replace(STALE, previous=Key("The harbor closed lately.", "title")),
    "stale, drafted": replace(STALE, stale=None, origin=ENGINE),
    "stale, by whom is lost": replace(STALE, previous=None),
}
"""What may stand in a catalogue for a segment."""
LABELLED = {Policy.DRAFTS_LABELLED, Policy.HEADLINE_AND_LEDE}


def urgent(entry):
    return ("number",) if "urgent" in entry.note else ()


@pytest.mark.parametrize("fallback", Fallback)
@pytest.mark.parametrize("rule", Policy)
@pytest.mark.parametrize("case", ENTRIES)
def test_what_is_published_by_every_policy_and_fallback_of_every_state(case, rule, fallback):
    chosen = policy.choose(ENTRIES[case], Release(rule, fallback), urgent)
    english = Shown.SOURCE if fallback is Fallback.ENGLISH else Shown.SOURCE_MARKED
    expected = english
    if case == "reviewed":
        expected = Shown.REVIEWED
    elif case == "draft" and rule in LABELLED:
        expected = Shown.DRAFT
    elif case == "stale, approved" and fallback is Fallback.LAST_APPROVED:
        expected = Shown.LAST_APPROVED
    assert chosen.shown is expected
    assert chosen.text == (None if expected is english else ENTRIES[case].target)
    assert chosen.why


def test_a_segment_without_an_entry_is_missing():
    assert policy.choose(None, Release(), urgent).why == policy.choose(ENTRIES["missing"], Release(), urgent).why


def row(reviewed, missing, *, headline=True, lede=True, unedited=0):
    tally = Tally(reviewed=reviewed, missing=missing)
    return Coverage("a.txt", "ko", tally, tally, headline=headline, lede=lede, unedited=unedited)


NOW = datetime(2026, 11, 30, tzinfo=UTC)


def held(coverage, **asked):
    return policy.hold(coverage, Release(**asked), NOW)


def test_an_article_under_its_threshold_is_held():
    assert "39 %" in held(row(39, 61), min_coverage=40)
    assert held(row(40, 60), min_coverage=40) == ""


def test_an_article_whose_drafts_were_taken_as_they_are_is_held():
    assert "50 %" in held(row(10, 0, unedited=5), max_unedited=49)
    assert held(row(10, 0, unedited=5), max_unedited=50) == ""
    assert held(row(0, 10), max_unedited=0) == ""


def test_an_article_is_held_until_its_time():
    assert "2026-11-30T09:00:01+09:00" in held(row(1, 0), hold_until="2026-11-30T09:00:01+09:00")
    assert held(row(1, 0), hold_until="2026-11-30T09:00:00+09:00") == ""


def test_hold_waits_for_every_segment():
    assert held(row(9, 1), policy=Policy.HOLD)
    assert held(row(10, 0), policy=Policy.HOLD) == ""


def test_headline_and_lede_are_both_asked_for():
    asked = {"policy": Policy.HEADLINE_AND_LEDE}
    assert held(row(1, 9, lede=False), **asked)
    assert held(row(1, 9, headline=False), **asked)
    assert held(row(2, 8), **asked) == ""


def test_the_fallback_hold_waits_for_what_is_not_ready():
    choices = [Chosen("가", Shown.REVIEWED, ""), Chosen(None, Shown.SOURCE_MARKED, "")]
    assert "1 segments" in policy.hold_without(choices, 0, row(1, 1), Release(fallback=Fallback.HOLD))
    assert policy.hold_without(choices[:1], 0, row(1, 0), Release(fallback=Fallback.HOLD)) == ""
    assert policy.hold_without(choices, 0, row(1, 1), Release()) == ""


def test_a_text_that_was_imported_and_not_read_is_not_published_as_a_draft():
    origin = Origin(OriginKind.IMPORT, "b.xlf", "2026-11-23", "0" * 12, "0" * 12)
    entry = Entry(Key("a"), "가", State.DRAFT, origin=origin)
    assert {policy.choose(entry, Release(rule), urgent).text for rule in Policy} == {None}
    assert policy.choose(replace(entry, state=State.REVIEWED), Release(), urgent).text == "가"


ARTICLE = "# Harbor\n\nThe harbor is closed.\n\nThe pier is open.\n"
GOOD = {"Harbor": "항구", "The harbor is closed.": "항구는 닫혔다.", "The pier is open.": "부두는 열려 있다."}


@pytest.mark.parametrize("bad", ["{{ steal() }} 부두", "{% include steal %} 부두"])
@pytest.mark.parametrize(
    ("rule", "refused", "held"),
    [
        ("hold", "The pier is open.", "1 reviewed texts cannot be put in (policy `hold`)"),
        ("headline-and-lede", "The harbor is closed.", "cannot both be put in (policy `headline-and-lede`)"),
        ("headline-and-lede", "The pier is open.", ""),
        ("reviewed", "The harbor is closed.", ""),
    ],
)
def test_an_article_that_waits_for_a_text_waits_for_one_that_cannot_be_put_in(site, *, bad, rule, refused, held):
    site.configure(f'locales = ["ko"]\nengines = []\npolicy = "{rule}"\n')
    site.write("articles/a.md", ARTICLE)
    site.ok("extract")
    site.translate("locales/ko/a.md.po", GOOD)
    site.ok("build")
    assert (site.root / "build/ko/a.md").is_file()
    site.translate("locales/ko/a.md.po", {refused: bad})
    done = site.run("build")
    assert done.code == 1
    assert "put in, this text would" in done.err
    assert (site.root / "build/ko/a.md").exists() is not bool(held)
    assert held in done.err
    assert held in site.run("run").err
