"""Counting what is translated."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from l10n import coverage, formats
from l10n.model import (
    Catalog,
    Document,
    Entry,
    Key,
    Kind,
    Origin,
    OriginKind,
    Prominence,
    Segment,
    Shell,
    State,
    Substate,
    Tally,
)
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


def drafted(text, target, state, came=None, by="google"):
    kind = OriginKind.MEMORY if by.startswith("memory") else OriginKind.MACHINE
    origin = Origin(kind, by, "2026-03-02", digest(target if came is None else came), digest(text))
    return Entry(Key(text), target, state, origin=origin)


def test_cells_tell_what_texts_are_where_they_stand_and_from_which_machine():
    asked = opening(DOCUMENT, formats.load("plain"), "en")
    catalog = Catalog(
        "a.txt",
        "ko",
        (
            drafted("One headline", "제목", State.REVIEWED, by="memory/0.91"),
            drafted("Three words here.", "세 낱말", State.DRAFT, "네 낱말"),
        ),
    )
    row = coverage.measure(
        DOCUMENT,
        catalog,
        lambda text: len(text.split()),
        asked=asked,
        person=lambda entry: entry.target == "세 낱말",
    )
    assert [(one.substate, one.prominence, one.engine, one.segments, one.words) for one in row.cells] == [
        (Substate.ACCEPTED, Prominence.HEADLINE, "memory", 1, 2),
        (Substate.IN_WORK, Prominence.LEDE, "google", 1, 3),
        (Substate.IN_WORK, Prominence.BODY, "google", 1, 3),
        (Substate.MISSING, Prominence.BODY, "", 1, 1),
    ]


@given(
    some.lists(
        some.tuples(
            some.sampled_from([State.MISSING, State.DRAFT, State.STALE, State.REVIEWED]),
            some.sampled_from([None, "같다", "다르다"]),
            some.booleans(),
        ),
        min_size=3,
        max_size=3,
    )
)
def test_every_segment_is_in_one_cell_and_the_tallies_are_sums_of_cells(entries):
    sources = ["One headline", "Three words here.", "Unknown"]
    found = [
        Entry(Key(source), "" if state is State.MISSING else "같다", state)
        if came is None
        else drafted(source, "" if state is State.MISSING else "같다", state, came)
        for source, (state, came, _) in zip(sources, entries, strict=True)
    ]
    marked = {source for source, (_, _, flag) in zip(sources, entries, strict=True) if flag}
    row = coverage.measure(
        DOCUMENT,
        Catalog("a.txt", "ko", tuple(found)),
        lambda text: len(text.split()),
        urgent=lambda entry: entry.key.text in marked,
        person=lambda entry: entry.key.text in marked,
    )
    assert sum(one.segments for one in row.cells) == row.segments.total == 4
    assert sum(one.words for one in row.cells) == row.words.total == 9
    in_states = Counter[str]()
    for one in row.cells:
        in_states[one.substate] += one.words
    assert in_states["accepted"] == row.unedited
    assert in_states["accepted"] + in_states["edited"] + in_states["human"] == row.words.reviewed
    assert in_states["draft"] + in_states["in_work"] == row.words.draft
    assert in_states["urgent"] + in_states["stale"] == row.words.stale
    assert all(one.engine == ("google" if one.engine else "") for one in row.cells)
