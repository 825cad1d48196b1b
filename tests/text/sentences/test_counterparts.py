"""Sentences without a counterpart are found by alignment, and a sentence made two is none."""

from __future__ import annotations

import pytest

from l10n.text.sentences.counterparts import invented, lost

SOURCE = (
    "The council met on Monday evening. Members spoke for 3 hours about the harbor tax. Nobody voted before midnight."
)
PARTS = {
    "es": [
        "El concejo se reunió el lunes por la tarde.",
        "Los miembros hablaron durante 3 horas sobre la tasa portuaria.",
        "Nadie votó antes de la medianoche.",
    ],
    "ko": [
        "시의회는 월요일 저녁에 모였다.",
        "의원들은 항만세를 두고 3시간 동안 발언했다.",
        "자정이 되기 전에 표결한 사람은 없었다.",
    ],
    "de": [
        "Der Rat trat am Montagabend zusammen.",
        "Die Mitglieder sprachen 3 Stunden lang über die Hafensteuer.",
        "Niemand stimmte vor Mitternacht ab.",
    ],
}


@pytest.mark.parametrize("locale", sorted(PARTS))
def test_a_whole_translation_has_neither(locale):
    text = " ".join(PARTS[locale])
    assert invented(SOURCE, text, ("en", locale)) is None
    assert lost(SOURCE, text, ("en", locale)) is None


@pytest.mark.parametrize("locale", sorted(PARTS))
def test_the_last_and_the_first_sentence_lost_are_found(locale):
    at = SOURCE.index("Nobody")
    assert lost(SOURCE, " ".join(PARTS[locale][:2]), ("en", locale)) == (at, len(SOURCE))
    assert lost(SOURCE, " ".join(PARTS[locale][1:]), ("en", locale)) == (0, SOURCE.index(" Members"))


@pytest.mark.parametrize(
    ("locale", "more"),
    [
        ("es", "Los vecinos, furiosos, protestaron en la plaza mayor."),
        ("de", "Die Anwohner protestierten wütend auf dem großen Platz."),
    ],
)
def test_a_sentence_more_is_invented(locale, more):
    text = " ".join([*PARTS[locale], more])
    place = invented(SOURCE, text, ("en", locale))
    assert place
    assert text[slice(*place)] == more


def test_a_question_that_the_source_does_not_ask_is_invented():
    text = " ".join([*PARTS["ko"], "주민들은 그 긴 밤을 어떻게 보냈을까?"])
    place = invented(SOURCE, text, ("en", "ko"))
    assert place
    assert text[slice(*place)] == "주민들은 그 긴 밤을 어떻게 보냈을까?"


def test_one_sentence_made_two_is_kept():
    source = "Anna Lind, who has led the harbor office since 1998, said on Monday that the 12 new boats are too small."
    target = "アンナ・リンド氏は1998年から港湾局を率いている。同氏は月曜日、12隻の新しい船は小さすぎると述べた。"
    assert invented(source, target, ("en", "ja")) is None


def test_nothing_is_told_of_a_language_that_was_not_measured():
    assert invented(SOURCE, "Eins. Zwei. Drei. Vier? Fünf.", ("en", "xx")) is None
    assert lost(SOURCE, "Eins.", ("en", "xx")) is None
