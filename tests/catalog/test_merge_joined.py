"""A text that covers two sentences stands and falls with both."""

from __future__ import annotations

import pytest

from l10n.catalog import merge
from l10n.model import Catalog, Document, Entry, Joint, Key, Kind, Segment, Shell, State
from tests.catalog.samples import TODAY

HEAD, NEXT, LAST = "It opened on May 25.", "It had been closed for 3 days.", "Rain fell."


def document(*texts: str) -> Document:
    parts: list[Segment | Joint] = []
    for text in texts:
        if parts:
            parts.append(Joint(" "))
        parts.append(Segment(Key(text), text, Shell("paragraph"), Kind.PARAGRAPH))
    return Document("a.txt", "plain", tuple(parts))


def joined() -> Catalog:
    entries = (
        Entry(Key(HEAD), "3일 동안 닫혔던 부두가 5월 25일 열렸다.", State.REVIEWED),
        Entry(Key(NEXT), "", State.REVIEWED, comments=("joined",)),
        Entry(Key(LAST), "비가 내렸다.", State.REVIEWED),
    )
    return Catalog("a.txt", "ko", entries)


def test_nothing_changes_while_both_sentences_stand():
    live = merge(document(HEAD, NEXT, LAST), joined(), locale="ko", today=TODAY).live()
    assert [live[Key(text)].state for text in (HEAD, NEXT, LAST)] == [State.REVIEWED] * 3


@pytest.mark.parametrize("texts", [(HEAD, "It had been closed for 4 days.", LAST), (HEAD, LAST)])
def test_a_change_of_the_second_makes_the_text_of_both_stale(texts):
    once = merge(document(*texts), joined(), locale="ko", today=TODAY)
    entry = once.live()[Key(HEAD)]
    assert entry.state is State.STALE
    assert entry.target == "3일 동안 닫혔던 부두가 5월 25일 열렸다."
    assert entry.previous == Key(f"{HEAD} {NEXT}")
    assert once.live()[Key(LAST)].state is State.REVIEWED
    assert merge(document(*texts), once, locale="ko", today=TODAY) == once


def test_a_cosmetic_change_of_the_second_keeps_both():
    texts = (HEAD, "It  had been closed for 3 days.", LAST)
    live = merge(document(*texts), joined(), locale="ko", today=TODAY).live()
    assert [live[Key(text)].state for text in texts] == [State.REVIEWED] * 3


@pytest.mark.parametrize("texts", [(HEAD, "It had been closed for 4 days.", LAST), (HEAD, LAST)])
def test_the_text_of_both_is_reviewed_again_when_both_sentences_are_back(texts):
    once = merge(document(*texts), joined(), locale="ko", today=TODAY)
    live = merge(document(HEAD, NEXT, LAST), once, locale="ko", today=TODAY).live()
    assert [live[Key(text)].state for text in (HEAD, NEXT, LAST)] == [State.REVIEWED] * 3
    assert [live[Key(text)].stale for text in (HEAD, NEXT, LAST)] == [None] * 3


def test_the_first_sentence_alone_is_not_what_the_text_of_both_was_read_for():
    stale = merge(document("It opened on May 26.", NEXT, LAST), joined(), locale="ko", today=TODAY)
    assert stale.live()[Key("It opened on May 26.")].state is State.STALE
    assert merge(document(HEAD, LAST), stale, locale="ko", today=TODAY).live()[Key(HEAD)].state is State.STALE
    assert merge(document(HEAD, NEXT, LAST), stale, locale="ko", today=TODAY).live()[Key(HEAD)].state is State.REVIEWED
