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
