"""Two versions of a catalogue that come from one: what people wrote on either side is in the merged one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import decode, encode, is_person
from l10n.catalog.merge import retired
from l10n.catalog.merge3 import combined, threeway
from l10n.catalog.twins import other_text
from l10n.model import Catalog, Entry, Key, State
from tests.catalog.samples import HEADER, TODAY, drafted, reviewed
from tests.examples import examples

EMPTY = Catalog("a.md", "ko")


def catalog(*entries: Entry) -> Catalog:
    return Catalog("a.md", "ko", entries)


def merged(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[Entry, ...]:
    made = threeway(base, ours, theirs, today=TODAY)
    assert not made.conflicts
    return made.catalog.entries


def test_a_comment_and_a_text_are_merged_each_for_itself() -> None:
    base = reviewed("One.", "하나")
    noted, edited = replace(base, comments=("why?",)), replace(base, target="한 개")
    both = replace(edited, comments=("why?",))
    assert merged(catalog(base), catalog(noted), catalog(edited)) == (both,)
    assert merged(catalog(base), catalog(edited), catalog(noted)) == (both,)
    assert merged(catalog(noted), catalog(base), catalog(both)) == (edited,)


def test_of_two_drafts_the_later_stays() -> None:
    old, new = drafted("One.", "하나"), drafted("One.", "한 개")
    assert new.origin is not None
    new = replace(new, origin=replace(new.origin, date="2026-11-01"))
    assert merged(EMPTY, catalog(old), catalog(new)) == merged(EMPTY, catalog(new), catalog(old)) == (new,)


def test_a_review_on_one_side_holds_for_the_same_text() -> None:
    draft = drafted("One.", "하나")
    review = replace(draft, state=State.REVIEWED)
    stale = replace(review, state=State.STALE, previous=Key("1."))
    assert merged(catalog(draft), catalog(draft), catalog(review)) == (review,)
    assert merged(EMPTY, catalog(stale), catalog(review)) == (review,)
    assert merged(catalog(review), catalog(review), catalog(stale)) == (stale,)


def test_two_peoples_texts_are_both_kept_and_neither_is_published() -> None:
    base, ours, theirs = (
        Entry(Key("One.")),
        reviewed("One.", "하나"),
        replace(reviewed("One.", "한\n개"), comments=("no",)),
    )
    made = threeway(catalog(base), catalog(ours), catalog(theirs), today=TODAY)
    (entry,) = made.catalog.entries
    assert made.conflicts == (Key("One."),)
    assert (entry.target, entry.state, entry.previous) == ("하나", State.STALE, Key("One."))
    assert entry.comments == ("no", "other translation (reviewed): 한\\n개")
    assert is_person(entry)


def test_an_accepted_draft_in_a_conflict_is_not_the_machines_again() -> None:
    accepted = replace(drafted("One.", "하나"), state=State.REVIEWED)
    entry, disputed = combined(accepted, reviewed("One.", "한 개"), today=TODAY)
    assert disputed
    assert is_person(entry)


def test_what_only_they_have_stands_behind_what_it_follows_there() -> None:
    one, two, three, four = (reviewed(f"Text {at}.", f"{at}번") for at in range(4))
    gone = retired(reviewed("Old.", "옛것"))
    made = merged(catalog(one, three), catalog(one, three, gone), catalog(one, two, three, four))
    assert made == (one, two, three, four, gone)


@pytest.mark.parametrize("side", [0, 1])
def test_a_text_that_one_side_dropped_without_a_purge_is_kept_as_obsolete(side: int) -> None:
    base = catalog(reviewed("One.", "하나"), reviewed("Two.", "둘"))
    dropped = catalog(reviewed("Two.", "둘"))
    made = merged(base, *((base, dropped) if side else (dropped, base)))
    assert [(entry.target, entry.state) for entry in made] == [("둘", State.REVIEWED), ("하나", State.OBSOLETE)]


_TEXTS = st.sampled_from(["하나", "둘", "셋", "넷\n다섯", "여섯"])
_STATES = st.sampled_from([State.MISSING, State.DRAFT, State.STALE, State.REVIEWED, State.OBSOLETE])


@st.composite
def _entry(draw: st.DrawFn, source: str) -> Entry:
    state, text = draw(_STATES), draw(_TEXTS)
    comments = draw(st.sampled_from([(), ("why?",), ("because", "why?")]))
    if state is State.MISSING:
        return Entry(Key(source), comments=comments)
    if state is State.DRAFT and draw(st.booleans()):
        return replace(drafted(source, text), comments=comments)
    previous = Key("before") if state is State.STALE else None
    return Entry(Key(source), text, state, comments=comments, previous=previous)


@st.composite
def _catalog(draw: st.DrawFn) -> Catalog:
    sources = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    entries = [draw(_entry(source)) for source in sources]
    return catalog(*sorted(entries, key=lambda entry: entry.state is State.OBSOLETE))


def texts(made: Catalog) -> set[str]:
    return {entry.target for entry in made if entry.target and is_person(entry)}


@examples(300)
@given(_catalog(), _catalog(), _catalog())
def test_every_text_that_is_new_on_a_side_is_live_obsolete_or_in_a_comment(
    base: Catalog, ours: Catalog, theirs: Catalog
) -> None:
    made = threeway(base, ours, theirs, today=TODAY).catalog
    comments = {line for entry in made for line in entry.comments}
    for text in (texts(ours) | texts(theirs)) - texts(base):
        shown = {other_text(text, reviewed=True), other_text(text, reviewed=False)}
        assert text in {entry.target for entry in made} or shown & comments
    file = decode(HEADER.encode(), path="a.po", article="a.md", locale="ko")
    again = decode(encode(made, file), path="a.po", article="a.md", locale="ko")
    assert again.catalog.entries == made.entries


@examples(100)
@given(_catalog(), _catalog())
def test_a_side_that_changed_nothing_adds_nothing_that_was_not_there(base: Catalog, other: Catalog) -> None:
    assert threeway(base, base, base, today=TODAY).catalog == base
    assert threeway(base, other, other, today=TODAY).catalog == other
    for made in (threeway(base, base, other, today=TODAY), threeway(base, other, base, today=TODAY)):
        assert not made.conflicts
        kept = {other_text(entry.target, reviewed=read) for entry in base for read in (True, False)}
        assert set(other) <= {
            replace(entry, comments=tuple(line for line in entry.comments if line not in kept))
            for entry in made.catalog
        }
