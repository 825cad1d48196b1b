"""Counting what is translated."""

from dataclasses import replace

import pytest

from l10n import coverage, formats
from l10n.model import Catalog, Document, Entry, Key, Kind, Origin, OriginKind, Segment, Shell, State, Tally
from l10n.report.totals import totals
from l10n.text.digest import digest
from l10n.text.facts.opening import opening


def segment(text, kind=Kind.PARAGRAPH):
    return Segment(Key(text), text, Shell("paragraph"), kind)


DOCUMENT = Document(
    "a.txt",
    "plain",
    (
        segment("One headline", Kind.HEADLINE),
        "\n\n",
        segment("Three words here."),
        "\n\n",
        segment("Three words here."),
        "\n\n",
        segment("Unknown"),
    ),
)


def measured(*entries):
    asked = opening(DOCUMENT, formats.load("plain"), "en")
    return coverage.measure(DOCUMENT, Catalog("a.txt", "ko", entries), lambda text: len(text.split()), asked=asked)


def test_every_occurrence_counts_and_what_is_not_in_the_catalogue_is_missing():
    row = measured(
        Entry(Key("One headline"), "제목", State.DRAFT), Entry(Key("Three words here."), "세 낱말", State.REVIEWED)
    )
    assert row.segments == Tally(reviewed=2, draft=1, missing=1)
    assert row.words == Tally(reviewed=6, draft=2, missing=1)
    assert round(row.percent, 1) == 66.7
    assert (row.headline, row.lede) == (False, True)


def test_an_obsolete_entry_covers_nothing():
    row = measured(Entry(Key("One headline"), "제목", State.OBSOLETE))
    assert row.segments == Tally(missing=4)


def test_urgent_texts_are_counted_among_the_stale_ones_by_occurrence():
    entries = (
        Entry(Key("Three words here."), "세 낱말", State.STALE),
        Entry(Key("One headline"), "제목", State.REVIEWED),
    )
    catalog = Catalog("a.txt", "ko", entries)
    row = coverage.measure(DOCUMENT, catalog, len, urgent=lambda entry: entry.key.text.startswith(("Three", "One")))
    assert (row.urgent, row.segments.stale) == (2, 2)
    assert totals([row, row])["ko"].urgent == 4
    assert coverage.measure(DOCUMENT, catalog, len).urgent == 0


@pytest.mark.parametrize(
    ("kind", "state", "came", "counts"),
    [
        (OriginKind.MACHINE, State.REVIEWED, "세 낱말", True),
        (OriginKind.MEMORY, State.REVIEWED, " 세 낱말 ", True),
        (OriginKind.MACHINE, State.REVIEWED, "네 낱말", False),
        (OriginKind.MACHINE, State.DRAFT, "세 낱말", False),
        (OriginKind.MACHINE, State.STALE, "세 낱말", False),
        (OriginKind.IMPORT, State.REVIEWED, "세 낱말", False),
        (None, State.REVIEWED, "세 낱말", False),
    ],
)
def test_words_that_were_accepted_as_drafted_are_counted_by_occurrence(kind, state, came, counts):
    origin = Origin(kind, "pseudo", "2026-03-02", digest(came)) if kind else None
    row = measured(
        Entry(Key("Three words here."), "세 낱말", state, origin=origin),
        Entry(Key("One headline"), "제목", State.REVIEWED),
    )
    assert row.unedited == (6 if counts else 0)
    reviewed = 8 if state is State.REVIEWED else 2
    assert row.unedited_percent == pytest.approx(100 * row.unedited / reviewed)
    assert [replace(row, max_unedited=most).unread_too_far for most in (100, 75, 74, 0)] == [
        False,
        False,
        counts,
        counts,
    ]
    assert totals([row, row])["ko"].unedited == 2 * row.unedited


def test_where_nothing_is_reviewed_no_share_was_accepted_as_drafted():
    row = replace(measured(), max_unedited=0)
    assert row.unedited_percent is None
    assert not row.unread_too_far


def test_totals_add_up_by_locale():
    row = measured(Entry(Key("One headline"), "제목", State.STALE))
    total = totals([row, row])["ko"]
    assert total.segments == Tally(stale=2, missing=6)
    assert total.article == ""


def test_an_article_without_words_is_complete():
    empty = coverage.measure(Document("b.txt", "plain", ()), None, len)
    assert empty.percent == 100.0
