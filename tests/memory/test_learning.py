"""What a catalogue teaches the memory."""

from __future__ import annotations

from dataclasses import replace

from l10n.memory.learning import NOTHING, lesson
from l10n.model import Catalog, Entry, Key, State
from tests.catalog.samples import drafted, reviewed

JOINED = Entry(Key("Two."), "", State.REVIEWED, ("a.md",), comments=("joined",))


def test_only_what_a_person_reviewed_is_taught():
    stale = replace(reviewed("Three.", "셋."), state=State.STALE)
    taught = lesson(Catalog("a.md", "ko", (reviewed("One.", "하나."), drafted("Two.", "둘."), stale)))
    assert taught.pairs == (("One.", "하나."),)


def test_a_text_that_covers_the_next_sentence_too_is_no_pair():
    assert lesson(Catalog("a.md", "ko", (reviewed("One.", "하나 둘."), JOINED))) == NOTHING


def test_a_draft_makes_no_news_and_a_review_does():
    one = (reviewed("One.", "하나."), Entry(Key("Two.")))
    before, with_draft, with_review = (
        lesson(Catalog("a.md", "ko", entries)).digest
        for entries in (one, (one[0], drafted("Two.", "둘.")), (one[0], reviewed("Two.", "둘.")))
    )
    assert before == with_draft != with_review
