"""Who reviewed which text, from what, and how much of a draft was left, out of what commits made of catalogues."""

from itertools import count

import pytest

from l10n import reviews
from l10n.model import Band, CatalogChange, Entry, Key, Origin, OriginKind, Review, Stale, State, Taken
from l10n.text.digest import digest

DAY = "2026-03-02"
SOURCE = "The pier opened again."


def drafted(source=SOURCE, text="부두가 다시 열렸다.", by="google", was=None):
    kind = OriginKind.MEMORY if by.startswith("memory") else OriginKind.MACHINE
    return Entry(Key(source), text, State.DRAFT, origin=Origin(kind, by, DAY, digest(text), digest(was or source)))


def as_reviewed(entry, text=None, **more):
    values = {name: getattr(entry, name) for name in ("key", "origin")}
    return Entry(**{**values, "target": text or entry.target, "state": State.REVIEWED, **more})


def missing(source=SOURCE):
    return Entry(Key(source))


class History:
    """Catalogues as commits leave them, one after the other."""

    def __init__(self):
        self.at = count()
        self.now = {}
        self.changes = {}

    def commit(self, who, article, *entries, known=True):
        before = self.now.get(article, {})
        after = {entry.key: entry for entry in entries}
        self.now[article] = after
        at = next(self.at)
        change = CatalogChange(
            article=article,
            locale="ko",
            at=at,
            asked=True,
            who=f"{who}@example.org",
            name=who,
            written=at,
            committed=at,
            before=before if known else None,
            after=after,
        )
        self.changes.setdefault(article, []).append(change)
        return self

    def told(self):
        texts = (
            text
            for changes in self.changes.values()
            for text in reviews.read(changes, lambda _, source: len(source.split()), lambda began, _: began)
        )
        return reviews.settled(texts)


def test_who_takes_the_mark_away_reviewed_the_text_and_its_draft_is_known():
    draft = drafted()
    edited = as_reviewed(draft, "부두가 어제 다시 열렸다.")
    (one,) = History().commit("bot", "a", draft).commit("Mina", "a", edited).told()
    assert (one.by, one.taken, one.engine, one.accepted, one.edited) == (
        "Mina",
        Taken.REVIEWED,
        "google",
        False,
        (1, 5),
    )
    assert (one.words, one.band) == (4, Band.NEW)
    (one,) = History().commit("bot", "a", draft).commit("Mina", "a", as_reviewed(draft)).told()
    assert (one.accepted, one.edited) == (True, (0, 4))


def test_a_line_that_names_the_reviewer_of_just_this_text_comes_before_the_commit():
    draft = drafted()
    read = as_reviewed(draft, review=Review("Jun Park <jun@example.org>", DAY, digest(draft.target)))
    (one,) = History().commit("bot", "a", draft).commit("Mina", "a", read).told()
    assert one.by == "Jun Park"
    other = as_reviewed(draft, review=Review("Jun", DAY, digest("another")))
    (one,) = History().commit("bot", "a", draft).commit("Mina", "a", other).told()
    assert one.by == "Mina"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mina Kim", "Mina Kim"),
        ("mina@example.org", "mina"),
        ("Mina\t\n Kim", "Mina Kim"),
        ("@mina", "@mina"),
        ("Mina mina@example.org", "Mina"),
    ],
)
def test_a_name_is_never_an_address(name, shown):
    assert reviews.named(name) == shown


@pytest.mark.parametrize(
    ("by", "band", "score"),
    [
        ("google", Band.NEW, None),
        ("memory", Band.EXACT, None),
        ("memory/0.93", Band.NEAR, 0.93),
        ("memory/much", Band.NEAR, None),
        ("memory/7", Band.NEAR, 1.0),
    ],
)
def test_words_are_banded_by_what_they_came_from(by, band, score):
    draft = drafted(by=by)
    (one,) = History().commit("bot", "a", draft).commit("Mina", "a", as_reviewed(draft)).told()
    assert (one.band, one.score) == (band, score)


def test_a_stale_text_that_is_reviewed_again_is_near_by_how_much_its_source_changed():
    old = Entry(Key(SOURCE), "부두가 열렸다.", State.REVIEWED)
    stale = Entry(
        Key("The pier opened again today."),
        old.target,
        State.STALE,
        previous=Key(SOURCE),
        stale=Stale(DAY, digest(old.target), digest(SOURCE)),
    )
    again = Entry(stale.key, "부두가 오늘 열렸다.", State.REVIEWED)
    history = History().commit("bot", "a", missing()).commit("Mina", "a", old).commit("bot", "a", stale)
    *_, one = history.commit("Jun", "a", again).told()
    assert (one.by, one.band, one.taken) == ("Jun", Band.NEAR, Taken.REVIEWED)
    assert one.score == pytest.approx(0.88, abs=0.02)


def test_a_draft_for_another_source_is_no_draft_of_this_text():
    draft = drafted(was="The pier was closed.")
    stale = Entry(draft.key, draft.target, State.STALE, origin=draft.origin)
    (one,) = History().commit("bot", "a", stale).commit("Mina", "a", as_reviewed(stale)).told()
    assert (one.engine, one.edited, one.band) == ("", None, Band.NEAR)


def test_a_draft_that_came_together_with_its_review_leaves_no_edits_to_know():
    own = as_reviewed(drafted(), "부두가 열렸다.")
    (one,) = History().commit("bot", "a", missing()).commit("Mina", "a", own).told()
    assert (one.taken, one.engine, one.accepted, one.edited) == (Taken.REVIEWED, "google", False, None)


def test_what_came_as_reviewed_and_was_reviewed_elsewhere_is_carried_and_keeps_its_reviewer():
    own = Entry(Key(SOURCE), "부두가 열렸다.", State.REVIEWED)
    history = History().commit("bot", "a", missing()).commit("Mina", "a", own)
    assert [(one.by, one.taken) for one in history.commit("Jun", "news/a", own).told()] == [
        ("Mina", Taken.REVIEWED),
        ("Mina", Taken.CARRIED),
    ]
    respelt = Entry(Key("The pier re-opened."), own.target, State.REVIEWED)
    history = History().commit("bot", "a", missing()).commit("Mina", "a", own).commit("Jun", "a", respelt)
    assert [(one.by, one.taken) for one in history.told()] == [("Mina", Taken.REVIEWED), ("Mina", Taken.CARRIED)]


def test_what_came_as_reviewed_and_is_nowhere_else_was_reviewed_by_who_brought_it():
    own = Entry(Key(SOURCE), "부두가 열렸다.", State.REVIEWED)
    assert [(one.by, one.taken) for one in History().commit("Mina", "a", own).told()] == [("Mina", Taken.REVIEWED)]


def test_a_source_that_was_reviewed_before_is_repeated_and_the_first_is_by_the_history_not_by_the_name():
    draft = drafted()
    history = History().commit("bot", "a", draft).commit("bot", "b", draft)
    found = history.commit("Mina", "b", as_reviewed(draft)).commit("Jun", "a", as_reviewed(draft)).told()
    assert [(one.article, one.by, one.band) for one in found] == [("b", "Mina", Band.NEW), ("a", "Jun", Band.REPEATED)]


def test_a_reviewed_text_that_is_changed_has_a_new_reviewer_and_is_no_new_review():
    draft = drafted()
    first, second = as_reviewed(draft), as_reviewed(draft, "부두가 다시 문을 열었다.")
    history = History().commit("bot", "a", draft).commit("Mina", "a", first).commit("Jun", "a", second)
    assert [(one.by, one.taken) for one in history.told()] == [("Mina", Taken.REVIEWED), ("Jun", Taken.REVISED)]


def test_what_a_commit_leaves_as_it_was_is_reviewed_by_nobody():
    draft, other = drafted(), drafted("Another pier.", "다른 부두.")
    history = History().commit("bot", "a", draft, other).commit("Mina", "a", as_reviewed(draft), other)
    found = history.commit("Jun", "a", as_reviewed(draft), as_reviewed(other)).told()
    assert [(one.by, one.words) for one in found] == [("Mina", 4), ("Jun", 2)]


def test_a_text_that_one_person_reviews_twice_without_a_change_counts_once():
    draft = drafted()
    history = History().commit("bot", "a", draft).commit("Mina", "a", as_reviewed(draft)).commit("bot", "a", draft)
    found = history.commit("Mina", "a", as_reviewed(draft)).told()
    assert [one.taken for one in found] == [Taken.REVIEWED, Taken.CARRIED]


def test_of_a_history_that_begins_with_a_text_nobody_is_known():
    own = Entry(Key(SOURCE), "부두가 열렸다.", State.REVIEWED)
    (one,) = History().commit("Mina", "a", own, known=False).told()
    assert (one.by, one.taken) == ("", Taken.UNKNOWN)
