import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text import ledger
from l10n.text.analysis import analysed
from l10n.text.ledger import Ledger, folded
from tests.growth import grows_evenly

WORDS = st.text("abİı 네\u00a0-", min_size=1, max_size=6).filter(str.strip)
TEXTS = st.text("abcİı 네명\u00a0-", max_size=30)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=6), TEXTS, TEXTS)
def test_a_text_has_met_what_stands_in_it_and_nothing_else(needed, text, other):
    book = Ledger()
    keys = {book.enter(map(ledger.fold, words)): words for words in needed}
    for one in (text, other, text):
        there = {key for key, words in keys.items() if any(ledger.fold(word) in folded(one) for word in words)}
        assert book.met(one) == there


@pytest.mark.parametrize("many", [1, 3, 100])
def test_words_that_come_later_are_looked_for_in_texts_that_are_known(many):
    book = Ledger()
    first = book.enter(["net"])
    assert book.met("the harbor net") == {first}
    others = [book.enter([f"harbor{at}" if at else "harbor n"]) for at in range(many)]
    assert book.met("the harbor net") == {first, others[0]}
    assert book.met("the harbor") == set()


def test_no_two_patterns_have_one_key():
    book = Ledger()
    assert len({book.enter([word]) for word in ("net", "net", "boat")} | {0}) == 4


def test_pieces_of_texts_are_not_kept_without_end(monkeypatch):
    monkeypatch.setattr(ledger, "_KEPT", 8)
    book = Ledger()
    key = book.enter(["7 boats"])
    text = " ".join(f"{at} boats" for at in range(50))
    assert book.met(text) == {key}


def test_a_text_of_one_piece_is_looked_through_once_for_the_words_it_may_be_part_of():
    own = Ledger()
    for letter in "bcdefghi":
        own.enter([f"{letter} aa"])

    def work(size):
        analysed.cache_clear()
        assert own.met("aa " * size) == frozenset()

    assert grows_evenly(work, 2_000)
