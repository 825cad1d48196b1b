"""Names in Hangul."""

from __future__ import annotations

import pytest

from l10n.languages.ko.sounds import consonants, slack, stem, words


def test_a_name_begins_a_word_and_particles_follow():
    assert [word for _, _, word in words("하이메에게서 왔다")] == ["하이메", "하이메에게서", "왔다"]


@pytest.mark.parametrize(("word", "classes"), [("클린턴", "KLNTN"), ("하이메", "HM"), ("콩", "KN"), ("ABC", "")])
def test_a_consonant_that_ends_a_syllable_and_begins_the_next_counts_once(word, classes):
    assert consonants(word) == classes


def test_a_name_is_taken_from_its_particle():
    assert [stem(word) for word in ("하이메는", "하이메", "")] == ["하이메", "하이메", ""]


def test_two_strokes_may_differ_in_a_name_of_three_syllables_and_one_in_a_shorter():
    assert (slack("하이메", "하이매"), slack("리마", "리매"), slack("리마", "리마스")) == (2, 1, 0)
