"""What becomes of people's texts when an article is cut, moved, printed or worded differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from l10n.catalog import merge, provenance
from l10n.catalog.cosmetic import cosmetic
from l10n.catalog.merge import retired
from l10n.catalog.provenance import UNREAD
from l10n.model import Catalog, Document, Entry, Joint, Key, Review, State
from l10n.text.digest import digest
from tests.catalog.samples import TODAY, document, drafted, reviewed, segment

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE, TWO, THREE = "The harbor reopened on Monday.", "Boats went out at once.", "It rained all day."
EINS, ZWEI, DREI = "항구가 월요일에 다시 열렸다.", "배들이 곧 나갔다.", "종일 비가 왔다."


def merged(
    old: list[Entry], new: Document, *, locale: str = "ko", moved: Sequence[Entry] = (), others: Sequence[Entry] = ()
) -> tuple[Entry, ...]:
    made = merge(new, Catalog("a.md", locale, tuple(old)), locale=locale, today=TODAY, moved=moved, others=others)
    again = merge(new, made, locale=locale, today=TODAY, moved=moved, others=others)
    assert again == made
    return made.entries


def cut(*texts: str) -> Document:
    parts: list[object] = []
    for text in texts:
        parts += [segment(text), Joint(" ")]
    return Document("a.md", "plain", tuple(parts[:-1]))  # type: ignore[arg-type]  # a row of parts


def shown(entries: tuple[Entry, ...]) -> list[tuple[str, str, State]]:
    return [(entry.key.text, entry.target, entry.state) for entry in entries]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('He **said "no"**, and left.', "He **said “no”**, and left."),
        ("*It's late* -- [go home](a.md) now.", "*It’s late* — [go home](a.md) now."),
        ("**One , two** came.", "**One, two** came."),
        ("[See -- here](a.md) now.", "[See — here](a.md) now."),
        ("<b class='x'>One</b> , two.", '<b class="x">One</b>, two.'),
        ("Read `code`  -- now.", "Read `code` — now."),
        ("Wait **now...**", "Wait **now…**"),
        ("One,**two** came.", "One, **two** came."),
        ("- 5 degrees – cold", "- 5 degrees — cold"),
        ("The (old) man 'said' so.", "The (old) man ‘said’ so."),
    ],
)
def test_a_cosmetic_change_amid_markup_keeps_the_review(old: str, new: str) -> None:
    assert shown(merged([reviewed(old, "번역")], document(new))) == [(new, "번역", State.REVIEWED)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("See [this page](a--b.md) now.", "See [this page](a—b.md) now."),
        ("See https://example.org/a--b now.", "See https://example.org/a—b now."),
        ("See <a href='a--b'>this</a> now.", "See <a href='a—b'>this</a> now."),
        ("Say {{ name -- now }} again.", "Say {{ name — now }} again."),
        ("See [this page][a--b] now.", "See [this page][a—b] now."),
        ("It is **now** or never.", "It is now or never."),
    ],
)
def test_a_change_of_a_target_or_of_markup_is_not_cosmetic(old: str, new: str) -> None:
    assert cosmetic(old) != cosmetic(new)
    assert shown(merged([reviewed(old, "번역")], document(new))) == [(new, "번역", State.STALE)]


def test_an_edited_heading_is_known_by_its_place() -> None:
    old = [reviewed(ONE, EINS), reviewed("On boats", "배에 대해"), reviewed(TWO, ZWEI)]
    assert shown(merged(old, document(ONE, "On ships", TWO)))[1] == ("On ships", "배에 대해", State.STALE)
    assert shown(merged(old, document(ONE, TWO, "On ships")))[-2:] == [
        ("On ships", "", State.MISSING),
        ("On boats", "배에 대해", State.OBSOLETE),
    ]


def test_a_text_split_in_the_middle_stays_with_one_half() -> None:
    whole = "The council met and it agreed to repair the bridge, and the mayor then thanked all of them warmly."
    halves = ("The council met and agreed to repair it.", "The mayor thanked all of them.", "The bridge can wait.")
    entries = merged([reviewed(ONE, EINS), reviewed(whole, "회의"), reviewed(TWO, ZWEI)], document(ONE, *halves, TWO))
    assert [entry.target for entry in entries].count("회의") == 1
    (stale,) = [entry for entry in entries if entry.state is State.STALE]
    assert stale.previous == Key(whole)


def test_paragraphs_that_become_sentences_offer_each_its_own() -> None:
    entries = merged([reviewed(f"{ONE} {TWO} {THREE}", f"{EINS} {ZWEI} {DREI}")], cut(ONE, TWO, THREE))
    assert shown(entries)[:3] == [(ONE, EINS, State.STALE), (TWO, ZWEI, State.STALE), (THREE, DREI, State.STALE)]
    assert [entry.previous for entry in entries[:3]] == [Key(ONE), Key(TWO), Key(THREE)]
    assert [entry.stale.source_digest for entry in entries[:3] if entry.stale] == [UNREAD] * 3
    assert shown(entries)[3:] == [(f"{ONE} {TWO} {THREE}", f"{EINS} {ZWEI} {DREI}", State.OBSOLETE)]
    back = merged(list(entries), document(f"{ONE} {TWO} {THREE}"))
    assert shown(back)[0] == (f"{ONE} {TWO} {THREE}", f"{EINS} {ZWEI} {DREI}", State.REVIEWED)
    assert {entry.state for entry in back[1:]} == {State.OBSOLETE}


def test_a_paragraph_whose_sentences_were_joined_waits_at_its_first_sentence() -> None:
    old = reviewed(f"{ONE} {TWO}", "항구가 월요일에 열려 배들이 나갔다.")
    entries = merged([old], cut(ONE, TWO))
    assert shown(entries) == [(ONE, old.target, State.STALE), (TWO, "", State.MISSING)]
    assert entries[0].previous == old.key
    assert shown(merged(list(entries), document(f"{ONE} {TWO}"))) == shown((old,))


@pytest.mark.parametrize(("locale", "joint"), [("ko", " "), ("ja", "")])
def test_sentences_that_become_a_paragraph_are_joined_as_the_language_does(locale: str, joint: str) -> None:
    old = [reviewed(ONE, EINS), reviewed(TWO, ZWEI), Entry(Key(THREE), state=State.REVIEWED, comments=("joined",))]
    entries = merged(old, document(f"{ONE} {TWO} {THREE}"), locale=locale)
    assert shown(entries)[0] == (f"{ONE} {TWO} {THREE}", EINS + joint + ZWEI, State.STALE)
    assert [entry.state for entry in entries[1:]] == [State.OBSOLETE] * 3
    back = merged(list(entries), cut(ONE, TWO, THREE), locale=locale)
    assert [entry.state for entry in back[:3]] == [State.REVIEWED] * 3


@pytest.mark.parametrize("other", [Entry(Key(TWO)), drafted(TWO, ZWEI)], ids=["missing", "draft"])
def test_sentences_that_no_person_finished_are_not_joined(other: Entry) -> None:
    entries = merged([reviewed(ONE, EINS), other], document(f"{ONE} {TWO}"))
    assert shown(entries) == [(f"{ONE} {TWO}", EINS, State.STALE)]
    assert entries[0].previous == Key(ONE)


def test_a_paragraph_that_is_cut_in_two_keeps_its_review_where_the_sentences_surely_go_one_to_one() -> None:
    old = [reviewed(f"{ONE} {TWO} {THREE}", f"{EINS} {ZWEI} {DREI}")]
    entries = merged(old, document(f"{ONE} {TWO}", THREE))
    assert shown(entries) == [
        (f"{ONE} {TWO}", f"{EINS} {ZWEI}", State.REVIEWED),
        (THREE, DREI, State.REVIEWED),
        (old[0].key.text, old[0].target, State.OBSOLETE),
    ]


def test_a_paragraph_cut_in_two_is_to_be_read_where_a_number_stands_in_another_sentence() -> None:
    one, two = "The pier cost 300 dollars.", "It rained all day."
    entries = merged([reviewed(f"{one} {two}", "부두 값이 들었다. 300달러 비가 왔다.")], document(one, two))
    assert [entry.state for entry in entries[:2]] == [State.STALE, State.STALE]


def test_whole_sentences_that_are_joined_keep_their_review() -> None:
    entries = merged([reviewed(ONE, EINS), reviewed(TWO, ZWEI)], document(f"{ONE} {TWO}"))
    assert shown(entries)[0] == (f"{ONE} {TWO}", f"{EINS} {ZWEI}", State.REVIEWED)
    assert [entry.state for entry in entries[1:]] == [State.OBSOLETE] * 2


def test_a_sentence_in_work_makes_the_paragraph_one_to_be_read() -> None:
    half = Entry(Key(TWO), ZWEI, State.DRAFT, ("a.md",))
    entries = merged([reviewed(ONE, EINS), half], document(f"{ONE} {TWO}"))
    assert shown(entries)[0] == (f"{ONE} {TWO}", f"{EINS} {ZWEI}", State.STALE)


def test_a_paragraph_cut_in_two_that_does_not_go_one_to_one_stays_with_the_nearer_half() -> None:
    entries = merged(
        [reviewed(f"{ONE} {TWO} {THREE}", "항구가 열려 배가 나갔고 비가 왔다.")], document(f"{ONE} {TWO}", THREE)
    )
    assert [(entry.state, entry.target != "") for entry in entries] == [(State.STALE, True), (State.MISSING, False)]


def test_a_machine_text_is_never_cut_or_joined() -> None:
    entries = merged([drafted(f"{ONE} {TWO}", f"{EINS} {ZWEI}")], cut(ONE, TWO))
    assert shown(entries) == [(ONE, "", State.MISSING), (TWO, "", State.MISSING)]


def test_a_text_that_moves_within_its_article_keeps_its_bytes() -> None:
    old = [reviewed(ONE, EINS), reviewed(TWO, ZWEI), reviewed(THREE, DREI)]
    entries = merged(old, document(THREE, ONE, TWO))
    assert shown(entries) == [(THREE, DREI, State.REVIEWED), (ONE, EINS, State.REVIEWED), (TWO, ZWEI, State.REVIEWED)]


def test_a_moved_review_takes_the_place_of_all_but_what_somebody_is_at_work_on() -> None:
    moved = [reviewed(ONE, EINS), reviewed(TWO, ZWEI), reviewed(THREE, DREI)]
    here = [Entry(Key(ONE)), Entry(Key(TWO), comments=("ask the desk",)), drafted(THREE, "초안")]
    entries = merged(here, document(ONE, TWO, THREE), moved=moved)
    assert [entry.target for entry in entries] == [EINS, "", DREI]
    half = replace(drafted(THREE, "초안"), target="고치던 글")
    entries = merged([stale(ONE, "옛 글"), half], document(ONE, THREE), moved=moved)
    assert shown(entries)[:2] == [(ONE, EINS, State.REVIEWED), (THREE, "고치던 글", State.DRAFT)]
    assert entries[0].comments == ("other translation (not reviewed): 옛 글",)
    emptied = merged([Entry(Key(ONE))], document(ONE), others=moved)
    assert emptied[0].state is State.MISSING


def stale(source: str, target: str) -> Entry:
    """A text that a person wrote for another source."""
    return replace(reviewed(source, target), state=State.STALE, previous=Key(f"{source} Not."))


def unread(source: str, target: str, state: State) -> Entry:
    """An obsolete entry that was a half done text, or a stale one."""
    before = stale(source, target) if state is State.STALE else replace(reviewed(source, target), state=State.DRAFT)
    return retired(before)


@pytest.mark.parametrize("state", [State.STALE, State.DRAFT])
def test_an_obsolete_unread_text_never_beats_a_review(state: State) -> None:
    kept = unread(ONE, "반쯤 된 글", state)
    moved = merged([kept], document(ONE), moved=[reviewed(ONE, EINS)])
    other = merged([kept], document(ONE), others=[reviewed(ONE, EINS)])
    alike = merged([reviewed(ONE.replace(" ", "  ", 1), EINS), kept], document(ONE))
    later = merged([kept, retired(reviewed(ONE, EINS))], document(ONE))
    for entries in (moved, other, alike):
        assert shown(entries) == [(ONE, EINS, State.REVIEWED)]
        assert entries[0].comments == ("other translation (not reviewed): 반쯤 된 글",)
    assert shown(later) == [(ONE, EINS, State.REVIEWED), (ONE, "반쯤 된 글", State.OBSOLETE)]
    assert shown(merged([kept], document(ONE)))[0][1:] == ("반쯤 된 글", state)


def test_a_review_that_was_buried_takes_the_place_of_a_stale_text() -> None:
    entries = merged([stale(ONE, "옛 글"), retired(reviewed(ONE, EINS))], document(ONE))
    assert shown(entries) == [(ONE, EINS, State.REVIEWED), (ONE, "옛 글", State.OBSOLETE)]
    assert merged(list(entries), document(ONE)) == entries


@pytest.mark.parametrize("where", ["here", "obsolete", "moved", "others"])
def test_a_review_whose_source_is_back_counts_as_one_among_what_was_made_for_it(where: str) -> None:
    waits = replace(reviewed(TWO, EINS), state=State.STALE, previous=Key(ONE), stale=provenance.mark(TODAY, EINS, ONE))
    doubted = replace(reviewed(ONE, "미심쩍은 글"), state=State.DRAFT)
    here = {"here": [drafted(ONE, "초안")], "obsolete": [retired(doubted)]}.get(where, [])
    there: dict[str, Any] = {where: [doubted]} if where in {"moved", "others"} else {}
    entries = merged([*here, waits], document(ONE), **there)
    assert shown(entries)[0] == (ONE, EINS, State.REVIEWED)
    assert entries[0].stale is None
    worked_on = merged([doubted, waits], document(ONE))
    assert shown(worked_on)[0] == (ONE, "미심쩍은 글", State.DRAFT)


def test_an_obsolete_stale_text_that_lost_its_mark_is_no_review() -> None:
    marked = replace(stale(ONE, EINS), previous=None, stale=provenance.mark(TODAY, EINS, TWO))
    lost = replace(retired(marked), flags=())
    assert shown(merged([lost], document(ONE))) == [(ONE, EINS, State.STALE)]
    read = retired(replace(marked, state=State.REVIEWED))
    assert shown(merged([read], document(ONE))) == [(ONE, EINS, State.REVIEWED)]


def test_a_draft_that_another_program_put_at_another_source_goes_home() -> None:
    origin = provenance.draft("google", TODAY, ONE, EINS)
    strayed = replace(stale(TWO, EINS), previous=Key(ONE), origin=origin)
    entries = merged([strayed], document(TWO))
    assert shown(entries) == [(TWO, "", State.MISSING), (ONE, EINS, State.OBSOLETE)]
    assert shown(merged(list(entries), document(ONE)))[0] == (ONE, EINS, State.DRAFT)
    for person in (
        replace(strayed, target=DREI),
        replace(strayed, previous=Key(THREE)),
        replace(strayed, stale=provenance.mark(TODAY, EINS, ONE)),
        replace(strayed, review=Review("Mina", "2026-10-01", digest(EINS))),
    ):
        assert shown(merged([person], document(TWO))) == [(TWO, person.target, State.STALE)]


def test_a_stale_text_without_its_line_gets_it_when_it_is_written_and_not_before() -> None:
    known = replace(stale(ONE, EINS), note="paragraph\nurgent: a negation changed")
    assert merged([known], document(ONE)) == (known,)
    moved = replace(known, refs=("b.md",))
    (entry,) = merged([moved], document(ONE))
    assert entry.stale == provenance.mark(TODAY, EINS, None)
    lost = replace(entry, previous=None)
    assert merged([lost], document(ONE)) == (lost,)


def test_only_the_headings_of_a_note_are_no_news() -> None:
    old = replace(reviewed(ONE, EINS), note='paragraph · under "Old"')

    def note(new: str) -> str:
        return merged([old], document(segment(ONE, note=new)))[0].note

    assert note('paragraph · under "New" › "Newer"') == old.note
    assert note("paragraph") == old.note
    assert note('quote · under "Old"') == 'quote · under "Old"'
    assert note('paragraph · under "New"\nthe ship, not the town') == 'paragraph · under "New"\nthe ship, not the town'
