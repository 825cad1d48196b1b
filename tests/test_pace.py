"""How fast drafts were read at most: stretches of time between a draft and its review, and what is not known."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from l10n import pace
from l10n.model import Catalog, Entry, Key, Origin, OriginKind, State
from l10n.pace import Revision, Seen
from l10n.text.digest import digest

DAY = "2026-03-02"
NOON = 1772452800
"""Of that day, in UTC."""


def draft(name, *, day=DAY):
    return Seen(reviewed=False, draft=name, day=day, text=name)


def read(name, text=""):
    return Seen(reviewed=True, draft=name, day=DAY, text=text or name)


def revision(article, who, at, before, after):
    def keyed(some):
        return None if some is None else {Key(one.draft): one for one in some}

    return Revision(article, who, NOON + at, NOON + at, keyed(before), keyed(after))


def known(*revisions, words=10):
    """Return the seconds a word by the draft's name, each text being of so many words."""
    return {key.text: seconds for (_, key, _), seconds in pace.paces(revisions, lambda _, __: words).items()}


def test_the_time_between_a_draft_and_its_review_is_what_its_words_had_at_most():
    found = known(
        revision("a", "bot", 0, [], [draft("x"), draft("y")]),
        revision("a", "mina", 99, [draft("x"), draft("y")], [read("x"), read("y", "edited")]),
    )
    assert found == {"x": 100 / 20, "y": 100 / 20}


def test_what_was_taken_for_reviewed_in_several_articles_and_commits_shares_the_time():
    found = known(
        revision("a", "bot", 0, [], [draft("x")]),
        revision("b", "bot", 0, [], [draft("y")]),
        revision("a", "mina", 49, [draft("x")], [read("x")]),
        revision("b", "mina", 99, [draft("y")], [read("y")]),
    )
    assert found == {"x": 50 / 10, "y": 100 / 20}


def test_another_person_and_what_was_drafted_before_have_time_of_their_own():
    found = known(
        revision("a", "bot", 0, [], [draft("x"), draft("z")]),
        revision("b", "bot", 50, [], [draft("y")]),
        revision("a", "mina", 99, [draft("x"), draft("z")], [read("x"), draft("z")]),
        revision("b", "mina", 99, [draft("y")], [read("y")]),
        revision("a", "jun", 99, [read("x"), draft("z")], [read("x"), read("z")]),
    )
    assert found == {"x": 100 / 20, "y": 50 / 10, "z": 100 / 10}


def test_a_text_that_comes_again_elsewhere_could_be_read_since_it_first_came():
    found = known(
        revision("a", "bot", 0, [], [draft("x")]),
        revision("b", "bot", 90, [], [draft("x")]),
        revision("b", "mina", 99, [draft("x")], [read("x")]),
    )
    assert found == {"x": 100 / 10}


@pytest.mark.parametrize(
    "revisions",
    [
        [revision("a", "mina", 9, [], [read("x")])],
        [revision("a", "bot", 0, None, [draft("x")]), revision("a", "mina", 9, [draft("x")], [read("x")])],
        [revision("a", "mina", 9, [draft("x")], [read("x")])],
        [revision("a", "bot", 0, [], None), revision("a", "mina", 9, None, [read("x")])],
        [revision("a", "bot", 0, [], [draft("x", day="soon")]), revision("a", "m", 9, [draft("x")], [read("x")])],
        [revision("a", "bot", 9, [], [draft("x")]), revision("a", "mina", 0, [draft("x")], [read("x")])],
        [
            revision("a", "bot", 0, None, [draft("x")]),
            revision("b", "bot", 5, [], [draft("x")]),
            revision("b", "mina", 9, [draft("x")], [read("x")]),
        ],
    ],
    ids=["drafted and read in one commit", "cut off", "never seen to come", "unreadable", "no date", "clock", "moved"],
)
def test_what_the_history_does_not_tell_is_not_known(revisions):
    assert known(*revisions) == {}


def test_a_draft_that_was_committed_days_later_could_be_read_since_its_day():
    late = revision("a", "bot", 5 * 86400, [], [draft("x")])
    done = revision("a", "mina", 5 * 86400 + 9, [draft("x")], [read("x")])
    (seconds,) = known(late, done).values()
    assert seconds * 10 > 5 * 86400


@given(some.integers(1, 9), some.lists(some.tuples(some.integers(0, 3), some.booleans(), some.booleans()), max_size=30))
def test_no_word_seems_to_be_read_faster_than_its_reader_did(least, days):
    """A reader reads one text after the other, commits when she likes, in whatever order drafts came."""
    at = 0
    revisions, waiting, unsaved = [], [], []
    for number, (many, newest, saves) in enumerate(days):
        name = f"t{number}"
        revisions.append(revision(name, "bot", at, [], [draft(name)]))
        waiting.append(name)
        for _ in range(min(many, len(waiting))):
            at += least * 10
            unsaved.append(waiting.pop(-1 if newest else 0))
        if saves:
            revisions += [revision(one, "mina", at, [draft(one)], [read(one)]) for one in unsaved]
            unsaved = []
    assert all(seconds >= least for seconds in known(*revisions).values())


@given(some.lists(some.tuples(some.integers(0, 9), some.integers(0, 9), some.integers(1, 9)), max_size=20))
def test_a_stretch_has_the_words_of_all_stretches_in_it(spans):
    """Each is `(begin, length, words)`, read by one person."""
    names = {f"t{number}": span for number, span in enumerate(spans)}
    came = [(begin, revision(name, "bot", begin, [], [draft(name)])) for name, (begin, _, _) in names.items()]
    left = [
        (begin + length + 0.5, revision(name, "mina", begin + length, [draft(name)], [read(name)]))
        for name, (begin, length, _) in names.items()
    ]
    history = [one for _, one in sorted(came + left, key=lambda row: row[0])]
    found = pace.paces(history, lambda _, key: names[key.text][2])
    for (_, key, _), seconds in found.items():
        begin, length, _ = names[key.text]
        inside = sum(many for start, long, many in spans if start >= begin and start + long <= begin + length)
        assert seconds == (length + 1) / inside
    assert len(found) == len(spans)


def test_only_what_was_a_draft_is_seen_in_a_catalogue():
    def entry(text, state, kind=OriginKind.MACHINE):
        origin = Origin(kind, "pseudo", DAY, digest(text)) if kind else None
        return Entry(Key(text), text, state, origin=origin)

    catalog = Catalog(
        "a",
        "ko",
        (
            entry("one", State.DRAFT),
            entry("two", State.REVIEWED, OriginKind.MEMORY),
            entry("three", State.REVIEWED, OriginKind.IMPORT),
            entry("four", State.REVIEWED, None),
            entry("five", State.OBSOLETE),
        ),
    )
    assert {key.text: one.reviewed for key, one in pace.seen(catalog.live()).items()} == {"one": False, "two": True}


@pytest.mark.parametrize(("fast", "slow"), list(product([0.5, None], [2.0, None])))
def test_an_article_has_the_pace_of_what_was_read_fastest_and_tells_what_is_not_known(fast, slow):
    origin = Origin(OriginKind.MACHINE, "pseudo", DAY, digest("x"))
    entries = [(Entry(Key(name), name, State.REVIEWED, origin=origin), 10) for name in ("a", "b")]
    others = [
        (Entry(Key("c"), "c", State.DRAFT, origin=origin), 3),
        (Entry(Key("d"), "d", State.REVIEWED), 4),
        (None, 5),
    ]
    readings = {("n", Key(name), digest(name)): one for name, one in (("a", fast), ("b", slow)) if one}
    found = pace.measured("n", entries + others, readings, 1.0)
    assert found.seconds == min(filter(None, (fast, slow)), default=None)
    assert (found.words, found.unknown) == (10 * len(readings), 10 * (2 - len(readings)))
    assert found.hasty == (fast is not None)
    assert (
        pace.measured(
            "n", [(Entry(Key("a"), "changed since", State.REVIEWED, origin=origin), 7)], readings, 1.0
        ).unknown
        == 7
    )
