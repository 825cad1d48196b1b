from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import is_person, merge, template
from l10n.catalog.merge import retired
from l10n.catalog.provenance import mark
from l10n.catalog.similar import pairs
from l10n.catalog.templates import in_step
from l10n.model import Catalog, Document, Entry, Inline, Key, Origin, OriginKind, Stale, State
from l10n.text.digest import digest
from tests.catalog.samples import TODAY, document, drafted, reviewed, segment
from tests.examples import examples

LONG = "The council met on Monday and agreed to repair the old bridge before winter."
LONGER = "The council met on Monday evening and agreed to repair the old stone bridge before winter."


def merged(catalog: list[Entry], *texts: str) -> tuple[Entry, ...]:
    return merge(document(*texts), Catalog("a.md", "ko", tuple(catalog)), locale="ko", today=TODAY).entries


def dressed(entry: Entry, **changes: object) -> Entry:
    return replace(entry, note="paragraph", refs=("a.md",), **changes)  # type: ignore[arg-type]  # fields by name


def test_a_template_holds_every_source_once() -> None:
    made = template(document("One.", "Two.", "One."))
    assert made == Catalog("a.md", "", (dressed(Entry(Key("One."))), dressed(Entry(Key("Two.")))))


def test_an_unchanged_article_changes_nothing() -> None:
    entries = merged([reviewed("One.", "하나."), drafted("Two.", "둘.")], "One.", "Two.", "Three.")
    assert [entry.state for entry in entries] == [State.REVIEWED, State.DRAFT, State.MISSING]
    assert merged(list(entries), "One.", "Two.", "Three.") == entries


def test_entries_follow_the_article_and_obsolete_ones_stand_last() -> None:
    entries = merged(
        [reviewed("One.", "1"), reviewed("Far away from all.", "x"), reviewed("Two.", "2")], "Two.", "One."
    )
    assert [(entry.key.text, entry.state) for entry in entries] == [
        ("Two.", State.REVIEWED),
        ("One.", State.REVIEWED),
        ("Far away from all.", State.OBSOLETE),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One two\tthree.", "One  two three."),
        ("He said \"no\" to 'all'.", "He said \u201cno\u201d to \u2018all\u2019."),
        ("It\u2019s here.", "It's here."),
        ("One \u2013 two.", "One\u2014two."),
        ("One -- two.", "One \u2014 two."),
        ("In 2010-2012.", "In 2010\u20132012."),
        ("Wait...", "Wait\u2026"),
        ("One , two .", "One, two."),
        ("One,two", "One, two"),
    ],
)
def test_a_cosmetic_change_keeps_the_review(old: str, new: str) -> None:
    assert merged([reviewed(old, "하나")], new) == (dressed(reviewed(new, "하나")),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Call `a  -- b` now, please.", "Call `a \u2014 b` now, please."),
        ("A man-eating shark came.", "A man \u2014 eating shark came."),
        ("He grew to 5' in height.", 'He grew to 5" in height.'),
        ("It costs 1,000 euros a day.", "It costs 1, 000 euros a day."),
        ("The Council met today again.", "The council met today again."),
        ("He said no to everybody there.", 'He said "no" to everybody there.'),
    ],
)
def test_a_change_of_meaning_is_not_cosmetic(old: str, new: str) -> None:
    (entry,) = merged([reviewed(old, "하나")], new)
    assert (entry.state, entry.previous, entry.target) == (State.STALE, Key(old), "하나")


def test_a_stale_text_keeps_the_source_that_it_was_made_for() -> None:
    first = merged([replace(reviewed(LONG, "다리"), comments=("which bridge?",))], LONGER)
    (again,) = merged(list(first), LONGER + " Slowly.")
    assert (again.state, again.previous, again.comments) == (State.STALE, Key(LONG), ("which bridge?",))


def test_a_stale_text_goes_back_to_its_source_however_far_the_edit_went() -> None:
    stale = replace(reviewed("Quite other words stand here.", "다리"), state=State.STALE, previous=Key(LONG))
    (back,) = merged([stale], LONG)
    assert (back.state, back.target, back.previous) == (State.STALE, "다리", Key(LONG))


def test_a_stale_text_goes_back_though_a_tool_dropped_its_source_and_is_reviewed_as_it_was() -> None:
    mark = Stale("2026-11-23", digest("다리"), digest(LONG))
    stale = replace(reviewed("Quite other words stand here.", "다리"), state=State.STALE, stale=mark)
    for entry in (stale, retired(stale)):
        (back,) = merged([entry], LONG)
        assert (back.state, back.target, back.stale) == (State.REVIEWED, "다리", None)
    (back,) = merged([replace(stale, target="새 다리")], LONG)
    assert (back.state, back.target, back.stale) == (State.STALE, "새 다리", mark)
    context = replace(stale, key=Key(stale.key.text, "title"))
    assert merged([context], LONG)[0].state is State.MISSING


def test_a_machine_text_is_drafted_anew_when_its_source_changes() -> None:
    assert merged([drafted(LONG, "다리")], LONGER) == (dressed(Entry(Key(LONGER))),)


def test_a_draft_half_edited_is_a_persons_text() -> None:
    entry = replace(drafted(LONG, "다리"), target="돌다리")
    (stale,) = merged([entry], LONGER)
    assert (stale.state, stale.target, stale.origin) == (State.STALE, "돌다리", entry.origin)


def test_an_obsolete_text_comes_back_in_the_state_it_had() -> None:
    half = replace(drafted("Two at once.", "둘"), target="둘!")
    stale = replace(
        reviewed("Three men.", "셋"), state=State.STALE, previous=Key("3 men."), stale=mark(TODAY, "셋", None)
    )
    joined = Entry(Key("She left."), state=State.REVIEWED, comments=("joined",))
    before = [reviewed("One.", "하나"), half, stale, joined]
    gone = merged(before, "Nothing of all this.")
    assert [entry.state for entry in gone[1:]] == [State.OBSOLETE] * 4
    back = merged(list(gone), "One.", "Two at once.", "Three men.", "She left.")
    assert [replace(entry, note="") for entry in back] == [replace(entry, refs=("a.md",)) for entry in before]


def test_an_obsolete_text_comes_back_for_a_cosmetic_equivalent() -> None:
    gone = merged([reviewed('"One", he said.', "하나")], "Other.")
    assert merged(list(gone), "\u201cOne\u201d, he said.")[0].state is State.REVIEWED


def test_an_obsolete_persons_text_is_better_than_an_empty_entry() -> None:
    entries = [Entry(Key("One.")), replace(reviewed("One.", "하나"), state=State.OBSOLETE, refs=())]
    assert merged(entries, "One.") == (dressed(reviewed("One.", "하나")),)


def test_a_comment_outlives_its_source() -> None:
    (_, kept) = merged([Entry(Key("One."), comments=("ask the desk",))], "Something else entirely.")
    assert (kept.state, kept.comments) == (State.OBSOLETE, ("ask the desk",))


def test_context_is_part_of_the_identity_and_preferred_among_near_matches() -> None:
    old = Catalog("a.md", "ko", (reviewed(LONG, "본문"), reviewed(LONG, "제목", context="title")))
    new = document(segment(LONGER, context="title"), segment(LONGER))
    title, text = merge(new, old, locale="ko", today=TODAY).entries
    assert (title.target, text.target) == ("제목", "본문")


def test_texts_of_a_vanished_article_are_adopted_exactly() -> None:
    others = [reviewed("One.", "하나"), drafted("Two.", "둘"), replace(reviewed("Three", "셋"), state=State.OBSOLETE)]
    one, two, three = merge(document("One.", "Two.", "Three"), None, locale="ko", today=TODAY, others=others).entries
    assert [one.state, two.state, three.state] == [State.REVIEWED, State.MISSING, State.REVIEWED]


def test_one_text_goes_to_one_new_source_only() -> None:
    entries = merged([reviewed(LONG, "다리")], LONGER, LONGER + " Slowly.")
    assert [entry.target for entry in entries] == ["다리", ""]


def test_an_unrelated_text_is_no_version() -> None:
    entries = merged([reviewed("Introduction", "머리말")], "Conclusion")
    assert [entry.state for entry in entries] == [State.MISSING, State.OBSOLETE]


def test_a_long_article_is_matched_by_its_rare_words() -> None:
    old = [
        Key(f"Reader {at} of street {at * 7} wrote to us about the {at * 13} cats of the town.") for at in range(300)
    ]
    new = [Key(key.text.replace("wrote", "has written")) for key in old]
    assert sum(one == two for one, two in pairs(old, new)) == 300


@pytest.mark.parametrize(
    ("old", "new", "urgent"),
    [
        ("About 300 traders came to the fair.", "About 400 traders came to the fair.", "a number"),
        ("Three traders came to the fair.", "Four traders came to the fair.", "a number"),
        ("The mayor will resign in spring.", "The mayor will not resign in spring.", "a negation"),
        ("They can come to the fair today.", "They can\u2019t come to the fair today.", "a negation"),
        ("The fair was opened by Anna Kim.", "The fair was opened by Anna Lee.", "a name"),
        ('"We go home", the old mayor said.', '"We stay home", the old mayor said.', "a quotation"),
        ("The fair was opened quite early.", "The fair was opened very early.", ""),
        ("The fair cost 1000 euros in all.", "The fair did cost 1,000 euros in all.", ""),
    ],
)
def test_a_dangerous_edit_is_marked_urgent(old: str, new: str, urgent: str) -> None:
    (entry,) = merged([reviewed(old, "x")], new)
    assert entry.state is State.STALE
    assert entry.note == ("paragraph" + (f"\nurgent: {urgent} changed" if urgent else ""))
    assert merged([entry], new) == (entry,)


_WORDS = st.sampled_from(["council", "bridge", "Anna", "not", "300", '"yes"', "winter -- spring", "`code`", "river"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
_ARTICLES = st.lists(_TEXTS, max_size=6)


@st.composite
def _catalogs(draw: st.DrawFn) -> Catalog:
    entries = []
    for at, text in enumerate(draw(st.lists(_TEXTS, unique=True, max_size=6))):
        state = draw(st.sampled_from(list(State)))
        target = "" if state is State.MISSING else f"번역 {at}"
        origin = Origin(OriginKind.MACHINE, "x", "2026-01-01", digest(target if draw(st.booleans()) else "other"))
        previous = Key(draw(_TEXTS)) if state is State.STALE else None
        origin_now = origin if draw(st.booleans()) else None
        entries.append(Entry(Key(text), target, state, ("a.md",), "", (), (), previous, origin_now))
    return Catalog("a.md", "ko", tuple(entries))


@examples(150)
@given(_catalogs(), st.lists(_ARTICLES, min_size=1, max_size=3))
def test_a_catalogue_in_step_is_what_working_it_out_would_make_of_it(
    catalog: Catalog, articles: list[list[str]]
) -> None:
    for old in (Catalog("a.md", "ko", ()), catalog):
        for texts in articles:
            made = document(*texts)
            for base in (old, merge(made, old, locale="ko", today=TODAY)):
                short = merge(made, base, locale="ko", today=TODAY)
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(sys.modules["l10n.catalog.merge"], "in_step", lambda *_: None)
                    assert merge(made, base, locale="ko", today=TODAY) == short


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"target": "1", "state": State.REVIEWED}, True),
        ({"note": "headline"}, False),
        ({"refs": ("b.md",)}, False),
        ({"key": Key("One")}, False),
        ({"key": Key("One.", "title")}, False),
        ({"state": State.OBSOLETE, "target": "1"}, False),
        ({"state": State.STALE, "target": "1", "previous": Key("1")}, False),
        ({"state": State.REVIEWED, "target": "1", "stale": mark(TODAY, "1", "One.")}, False),
    ],
)
def test_a_catalogue_is_in_step_where_every_entry_is_as_the_article_has_it(
    change: dict[str, object], *, same: bool
) -> None:
    made = document("One.", "Two.")
    first, second = template(made).entries
    entries = (replace(first, **change), second)  # type: ignore[arg-type]  # fields by name
    assert in_step(made, entries) == (entries if same else None)
    assert in_step(made, entries[:1]) is None
    assert in_step(made, (second, first)) is None
    assert in_step(made, ()) == (first, second)


def test_in_a_catalogue_in_step_no_markup_is_looked_for() -> None:
    def inline(_: str) -> tuple[Inline, ...]:
        raise AssertionError

    made = document("One.", "Two *three*.")
    new = merge(made, None, locale="ko", today=TODAY, inline=inline)
    assert merge(made, new, locale="ko", today=TODAY, inline=inline).entries is new.entries


@given(_catalogs(), st.lists(_ARTICLES, min_size=1, max_size=3))
def test_merge_never_loses_a_persons_text(catalog: Catalog, articles: list[list[str]]) -> None:
    before = Counter(entry.target for entry in catalog if entry.target and is_person(entry))
    for texts in articles:
        made: Document = document(*texts)
        catalog = merge(made, catalog, locale="ko", today=TODAY)
        assert merge(made, catalog, locale="ko", today=TODAY) == catalog
        assert list(catalog.live()) == list(dict.fromkeys(Key(text) for text in texts))
    assert not before - Counter(entry.target for entry in catalog if entry.target and is_person(entry))
