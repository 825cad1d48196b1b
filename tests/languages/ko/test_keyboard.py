"""Slips of a Korean keyboard."""

from __future__ import annotations

import pytest

from l10n.languages.ko.keyboard import mistyped, on_english_keys, retyped, wrong
from tests.languages.mending import mended


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("rPghlr", "계획"),
        ("gksrmf", "한글"),
        ("dkssudgktpdy", "안녕하세요"),
        ("ekfrdmf", "닭을"),
        ("dhkdmlfh", "와의로"),
        ("harbor", ""),
        ("google", ""),
    ],
)
def test_keys_give_the_syllables_of_the_two_set_layout(keys, hangul):
    assert retyped(keys) == hangul


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("새 rPghlr을 세웠다", ["계획"]),
        ("gksrmf로 썼다", ["한글"]),
        ("dkssudgktpdy 여러분", ["안녕하세요"]),
        ("works와 theory, django", []),
        ("TKFKA와 rPghlr.com", []),
        ("nächstm, chaud", []),
        ("cli, tcp", []),
    ],
)
def test_korean_on_english_keys_is_no_word_of_another_language(text, found):
    flaws = list(on_english_keys(text))
    assert [flaw.message.split()[3] for flaw in flaws] == found
    assert [retyped(text[flaw.start : flaw.end]) for flaw in flaws] == found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("그가 발표햇다", "그가 발표했다"),
        ("늦엇지만 갔다", "늦었지만 갔다"),
        ("그가 하겟습니다", "그가 하겠습니다"),
        ("빛을 빼앗다", "빛을 빼앗다"),
        ("햇고구마와 햇감자, 햇고", "햇고구마와 햇감자, 햇고"),
        ("무엇이든 무엇던", "무엇이든 무엇던"),
        ("병이 낫다, 글을 짓다, 벗다", "병이 낫다, 글을 짓다, 벗다"),
    ],
)
def test_a_past_tense_has_both_its_consonants(text, right):
    assert mended(text, mistyped(text)) == right


def test_a_slip_of_the_keyboard_is_told_with_the_whole_word():
    (flaw,) = wrong("그가 발표햇다고 한다", "")
    assert flaw.message == "“발표햇다고” is written “발표했다고”"


def test_what_the_source_has_too_was_meant():
    assert [flaw.fix for flaw in wrong("새 rPghlr을 세웠다", "A plan")] == [None]
    assert list(wrong("새 rPghlr을 세웠다", "The RPGHLR plan")) == []
