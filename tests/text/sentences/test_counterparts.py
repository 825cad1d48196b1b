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


ONE = "The council met on Monday evening to debate the harbor tax."
MET = {
    "es": "El concejo se reunió el lunes por la tarde para debatir la tasa portuaria.",
    "ko": "의회는 월요일 저녁 항만세를 논의하려고 모였다.",
}
MORE = "Los vecinos, furiosos, protestaron en la plaza mayor."


def test_a_sentence_before_the_others_is_invented_too():
    place = invented(ONE, f"{MORE} {MET['es']}", ("en", "es"))
    assert place == (0, len(MORE))


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (ONE, f"{MET['es']} ({MORE})", "es"),
        (ONE, f"{MET['es']} Todos gritaron.", "es"),
        (ONE, MET["ko"] + " 주민들은 광장에서 시위를 벌였다고 한다.", "ko"),
        (
            "Anna Lind told the council on Monday evening that the harbor tax is too high.",
            (
                "El lunes por la tarde se habló en el concejo de que la tasa portuaria es demasiado alta. "
                "Así lo dijo delante de todos los vecinos de la plaza Anna Lind."
            ),
            "es",
        ),
        (
            "The harbor office sold 12 old boats on Monday evening after a debate about the tax.",
            (
                "La oficina del puerto vendió el lunes por la tarde barcos viejos tras un debate sobre la tasa. "
                "En total eran 12, todos ellos de madera roja y sin motor."
            ),
            "es",
        ),
        (
            (
                "The members of the council debated the harbor tax until midnight, and the fishermen listened to every "
                "word of it."
            ),
            (
                "Hubo un largo debate sobre la tasa portuaria, hasta la medianoche. Los pescadores escucharon con "
                "paciencia cada palabra de los miembros del concejo y sin moverse de sus asientos."
            ),
            "es",
        ),
    ],
)
def test_brackets_remainders_facts_and_parts_that_the_text_needs_are_not_invented(source, target, locale):
    assert invented(source, target, ("en", locale)) is None


PAID = "The council paid 480 crowns for nets, sails and ropes in the spring, and it sold the boats."


@pytest.mark.parametrize(
    ("target", "short"),
    [
        ("El concejo compró redes, velas y cabos en primavera y vendió los barcos.", True),
        ("El concejo pagó 480 coronas por redes y velas y vendió los barcos.", False),
        ("El concejo pagó 480 coronas por redes.", True),
    ],
)
def test_a_short_sentence_lost_a_part_with_its_number_or_where_hardly_any_is_so_short(target, short):
    assert lost(PAID, target, ("en", "es")) == ((0, len(PAID)) if short else None)


def test_a_short_source_tells_nothing():
    assert lost("Nobody voted. It rained.", "Votó.", ("en", "es")) is None


def test_a_text_of_very_many_sentences_is_not_looked_at():
    one, other = " ".join([SOURCE] * 8), " ".join(PARTS["es"] * 8)
    more = " ¿Y cómo pasaron los vecinos aquella noche tan larga?"
    assert invented(one, other + more, ("en", "es")) is None
    assert invented(SOURCE, " ".join(PARTS["es"]) + more, ("en", "es"))


@pytest.mark.parametrize(
    ("locale", "more"),
    [
        ("es", "Los vecinos, furiosos, protestaron en la plaza mayor."),
        ("de", "Die Anwohner protestierten wütend auf dem großen Platz."),
        ("ko", "주민들은 밤새도록 광장에 모여 큰 소리로 항의하며 시위를 벌였다고 한다."),
    ],
)
def test_a_sentence_put_between_others_is_invented(locale, more):
    text = " ".join([*PARTS[locale][:1], more, *PARTS[locale][1:]])
    place = invented(SOURCE, text, ("en", locale))
    assert place
    assert text[slice(*place)] == more


LONGER = (
    "The council met on Monday evening. A lawyer from Norhaven read 14 letters from shop owners aloud, one by one. "
    "Nobody voted before midnight."
)


def test_a_sentence_lost_between_others_is_found():
    text = "El concejo se reunió el lunes por la tarde. Nadie votó antes de la medianoche."
    place = lost(LONGER, text, ("en", "es"))
    assert place
    assert LONGER[slice(*place)].startswith("A lawyer")


def test_a_sentence_whose_name_the_translation_has_is_not_lost():
    text = (
        "El concejo se reunió el lunes por la tarde y una abogada de Norhaven leyó en voz alta 14 cartas. "
        "Nadie votó antes de la medianoche."
    )
    assert lost(LONGER, text, ("en", "es")) is None


SAID = "The harbor is small, I know, but I say this once more: the master has denied it firmly"
QUOTED = "「港は狭い、それは知っている。だがもう一度だけ言う。港長ははっきり否定した、ということだ。」"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (f'He continued: "{SAID}."', f"彼は次のように続けている。{QUOTED}"),
        (f"He continued: '{SAID}.'", f"彼は次のように続けている。{QUOTED}"),
        (
            "Sato says: 'What is old and what isn't?",
            "佐藤はこのことについて次のように語っている。「何が古く、何が違うのか?",
        ),
    ],
)
def test_who_said_it_may_be_a_sentence_of_its_own(source, target):
    assert invented(source, target, ("en", "ja")) is None


def test_who_said_it_is_invented_where_the_source_has_only_what_was_said():
    target = "佐藤はこのことについて次のように語っている。「何が古く、何が新しいのか?」"
    assert invented('"What is old and what is new?"', target, ("en", "ja")) == (0, target.index("「"))
