"""Slips of a Korean keyboard."""

from __future__ import annotations

import pytest

from l10n.text.korean import mistyped, on_english_keys
from l10n.text.korean.keyboard import retyped


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
    assert [one.right for one in on_english_keys(text)] == found


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
    for one in sorted(mistyped(text), reverse=True):
        text = text[: one.start] + one.right + text[one.end :]
    assert text == right
