"""What a person decides about an entry becomes of it, and is undone, by the table of the catalogue dialect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from l10n.catalog import lossless
from l10n.catalog.decisions import ReviewEdit, ReviewUndo, apply, mark
from l10n.catalog.provenance import draft
from l10n.catalog.provenance import mark as since
from l10n.model import Catalog, Entry, Key, Review, State
from l10n.text.digest import digest

TODAY = date(2026, 5, 26)
BEFORE = date(2026, 5, 1)
KEY = Key("The harbor reopened on May 25.")
OLD = Key("The harbor reopened on May 24.")
DRAFTED = "항구가 5월 25일에 열렸다."
EDITED = "항구는 5월 25일 다시 열렸다."
MISSING = Entry(KEY)
DRAFT = Entry(KEY, DRAFTED, State.DRAFT, origin=draft("firefox", BEFORE, KEY.text, DRAFTED))
STALE = Entry(KEY, EDITED, State.STALE, previous=OLD, stale=since(BEFORE, EDITED, OLD.text), comments=("mine",))
REVIEWED = Entry(KEY, EDITED, State.REVIEWED, review=Review("Kim", "2026-05-01", digest(EDITED)))
HALF = replace(DRAFT, target=EDITED)
STATES = {"missing": MISSING, "draft": DRAFT, "in work": HALF, "stale": STALE, "reviewed": REVIEWED}


def catalog(entry: Entry) -> Catalog:
    return Catalog("a.md", "ko", (Entry(Key("Before"), "앞", State.REVIEWED), entry, Entry(Key("After"))))


def edit(entry: Entry, text: str, *, approved: bool = False, by: str = "") -> Entry:
    done = apply(catalog(entry), ReviewEdit(entry.key, mark(entry), text, approved, by), TODAY)
    assert done.before == entry
    assert done.after
    assert done.catalog.entries[0] == catalog(entry).entries[0]
    assert done.catalog.entries[2] == catalog(entry).entries[2]
    assert read_again(done.catalog).entries[1].state is done.after.state
    return done.after


def read_again(made: Catalog) -> Catalog:
    return lossless.decode(lossless.encode(made, None), path="a.po", article="a.md", locale="ko").catalog


@pytest.mark.parametrize("entry", STATES.values(), ids=STATES)
@pytest.mark.parametrize("text", [DRAFTED, EDITED, "새 글"])
def test_an_approved_text_is_reviewed_whatever_it_was_and_keeps_where_it_came_from(entry: Entry, text: str) -> None:
    after = edit(entry, text, approved=True, by="Lee")
    assert after == replace(
        entry,
        target=text,
        state=State.REVIEWED,
        previous=None,
        stale=None,
        review=Review("Lee", "2026-05-26", digest(text)),
    )


def test_who_approves_without_a_name_writes_none() -> None:
    assert edit(REVIEWED, "새 글", approved=True).review is None


@pytest.mark.parametrize(
    ("entry", "text", "state"),
    [
        (MISSING, EDITED, State.DRAFT),
        (DRAFT, EDITED, State.DRAFT),
        (DRAFT, DRAFTED, State.DRAFT),
        (STALE, "새 글", State.STALE),
        (REVIEWED, "새 글", State.DRAFT),
        (REVIEWED, EDITED, State.DRAFT),
        (replace(DRAFT, state=State.REVIEWED), DRAFTED, State.DRAFT),
    ],
)
def test_a_text_that_is_saved_and_not_approved_is_not_reviewed(entry: Entry, text: str, state: State) -> None:
    after = edit(entry, text)
    assert (after.target, after.state, after.review) == (text, state, None)
    assert (after.previous, after.origin, after.comments) == (entry.previous, entry.origin, entry.comments)


def test_a_text_that_is_emptied_is_missing() -> None:
    for entry in STATES.values():
        after = edit(entry, " ")
        assert (after.target, after.state, after.stale, after.origin) == ("", State.MISSING, None, None)


def test_an_empty_text_cannot_be_approved() -> None:
    with pytest.raises(ValueError, match="empty"):
        apply(catalog(DRAFT), ReviewEdit(KEY, mark(DRAFT), "  ", approved=True), TODAY)


@pytest.mark.parametrize("entry", STATES.values(), ids=STATES)
@pytest.mark.parametrize("approved", [True, False])
def test_what_was_decided_is_undone(entry: Entry, approved: bool) -> None:  # noqa: FBT001  a row
    after = edit(entry, "새 글", approved=approved, by="Lee")
    fields = ("target", "state", "previous", "origin", "review", "stale")
    undo = ReviewUndo(KEY, mark(after), **{name: getattr(entry, name) for name in fields})
    assert apply(catalog(after), undo, TODAY).catalog == catalog(entry)


@pytest.mark.parametrize("other", STATES.values(), ids=STATES)
@pytest.mark.parametrize("seen", STATES.values(), ids=STATES)
def test_nothing_is_done_to_an_entry_that_is_another_than_the_one_that_was_seen(seen: Entry, other: Entry) -> None:
    done = apply(catalog(other), ReviewEdit(KEY, mark(seen), "새 글", approved=True), TODAY)
    assert done.before == other
    assert (done.after is None) == (seen != other)
    assert (done.catalog == catalog(other)) == (seen != other)


def test_an_entry_that_is_gone_or_obsolete_is_none() -> None:
    for made in (Catalog("a.md", "ko", ()), catalog(replace(REVIEWED, state=State.OBSOLETE))):
        done = apply(made, ReviewEdit(KEY, mark(REVIEWED), "새 글", approved=True), TODAY)
        assert (done.catalog, done.before, done.after) == (made, None, None)


@pytest.mark.parametrize("approved", [True, False])
@pytest.mark.parametrize(
    ("source", "typed", "written"),
    [
        ("The harbor.", "항구.\n", "항구."),
        ("The harbor.", "\n\n항구.\n둘째.\n", "항구.\n둘째."),
        ("\nThe harbor.\n", "항구.", "\n항구.\n"),
        ("The harbor.\n", "항구.\n\n", "항구.\n"),
        ("The harbor.", " 항구. ", " 항구. "),
    ],
)
def test_a_text_has_line_breaks_at_its_ends_where_its_source_has(
    source: str,
    typed: str,
    written: str,
    approved: bool,  # noqa: FBT001  a row
) -> None:
    assert edit(Entry(Key(source)), typed, approved=approved).target == written
