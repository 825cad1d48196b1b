"""Counting what is translated."""

from l10n import coverage, formats
from l10n.model import Catalog, Document, Entry, Key, Kind, Segment, Shell, State, Tally
from l10n.report.totals import totals
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


def test_totals_add_up_by_locale():
    row = measured(Entry(Key("One headline"), "제목", State.STALE))
    total = totals([row, row])["ko"]
    assert total.segments == Tally(stale=2, missing=6)
    assert total.article == ""


def test_an_article_without_words_is_complete():
    empty = coverage.measure(Document("b.txt", "plain", ()), None, len)
    assert empty.percent == 100.0
