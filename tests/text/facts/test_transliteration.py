"""How alike English names and their transliterations sound."""

from __future__ import annotations

import pytest

from l10n import languages
from l10n.text.facts.transliteration import likeness, opens_alike


def sounds_of(word):
    sounds = languages.of("ja" if "ァ" <= word <= "ヺ" else "ko").sounds
    assert sounds
    return sounds


def heard(name, word):
    return likeness(name, word, sounds_of(word))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Jaime", "하이메"),
        ("James", "제임스"),
        ("Pyongyang", "평양"),
        ("Kim Jong Un", "김정은"),
        ("Washington", "워싱턴"),
        ("Christine", "크리스틴"),
        ("Knight", "나이트"),
        ("García", "가르시아"),
        ("Bridget", "브리짓"),
        ("Churchill", "チャーチル"),
        ("Thatcher", "サッチャー"),
        ("Volta", "ヴォルタ"),
    ],
)
def test_a_name_sounds_like_its_transliteration(name, word):
    assert heard(name, word) >= 0.85


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Senate", "상원"),
        ("Parliament", "의회"),
        ("Korea", "한국"),
        ("Trump", "대통령"),
        ("Thatcher", "メルケル"),
        ("Oslo", ""),
        ("Iowa", "아이오와"),
    ],
)
def test_a_word_of_another_sound_is_told_apart(name, word):
    assert heard(name, word) < 0.7


def test_a_consonant_that_ends_one_syllable_and_begins_the_next_counts_once():
    assert heard("Clinton", "클린턴") == 1.0
    assert heard("Nana", "나나") == 1.0


@pytest.mark.parametrize(
    ("name", "word", "locale", "alike"),
    [
        ("Anna", "안나", "ko", True),
        ("Nora", "오라", "ko", False),
        ("Hugo", "위고", "ko", True),
        ("Hugo", "누고", "ko", False),
        ("Elin", "艾琳", "zh_CN", True),
        ("Alex", "斯", "zh_CN", False),
        ("Anders", "安德斯", "zh_CN", True),
        ("Nora", "انت", "ar", False),
    ],
)
def test_a_name_and_its_spelling_begin_alike(name, word, locale, alike):
    heard = languages.of(locale).heard
    assert heard is not None
    assert opens_alike(name, word, heard) is alike
