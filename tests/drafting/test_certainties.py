"""Each certainty refuses an answer of its kind, and an answer without fault has none."""

from __future__ import annotations

import pytest

from l10n.drafting import certainties
from l10n.formats import load

PIER = "The mayor closed the old pier."
PAID = "The council paid 480 crowns for nets, sails and ropes in the spring, and it sold the boats."


def first(source: str, target: str) -> str:
    fmt = load("markdown")
    return certainties.first(source, target, ("en", "es"), (tuple(fmt.inline(source)), tuple(fmt.inline(target))))


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (PIER, "El al@@ calde cerró el viejo muelle.", "is spoilt: @@"),
        (PIER, "El alcalde cerrÃ³ el viejo muelle.", "is spoilt: Ã³"),
        ("The boats left the harbor at nightfall.", "Los barcos salieron al caer la noche al caer la noche.", "twice"),
        ("The tax on nets, boats and sails rose.", "Subió la tasa a redes, redes y velas.", "an item of a list twice"),
        ("The mayor did not close the old pier.", "El alcalde cerró el viejo muelle.", "no negative form"),
        ("Eighteen boats left at night.", "Por la noche salieron 11 barcos.", "numbers changed"),
        (PIER, "El alcalde cerró el muelle. ¿Necesita algo más?", "more than a translation"),
        (PIER, "El alcalde cerró el muelle. ¿Qué habrán dicho los vecinos?", "the text does not have"),
        (PAID, "El concejo pagó 480 coronas por redes.", "leaves something out"),
    ],
)
def test_each_law_refuses_with_its_reason(source, target, reason):
    assert reason in first(source, target)


def test_marks_of_emphasis_that_the_format_does_not_know_stay_literal():
    target = "El alcalde cerró el **viejo** muelle."
    assert "stay literal: **viejo**" in certainties.first(PIER, target, ("en", "es"), ((), ()))
    assert first("The mayor closed the **old** pier.", target) == ""


@pytest.mark.parametrize(
    ("source", "target"),
    [(PIER, "El alcalde cerró el viejo muelle."), ("See `??? ????` and `x@@ y`.", "Vea `??? ????` y `x@@ y`.")],
)
def test_a_good_answer_has_nothing(source, target):
    assert first(source, target) == ""


RIOTS = "The fishermen were outraged by it."


@pytest.mark.parametrize(
    ("source", "target", "locale", "left"),
    [
        (RIOTS, "어부들은 outraged 했다.", "ko", "outraged"),
        (RIOTS, "渔民 outraged 了。", "zh_CN", ""),
        (
            "The council voted against buying nets.",
            "El consejo voted against buying nets.",
            "es",
            "voted against buying nets",
        ),
        ("Vamos a la playa con los amigos.", "노래 vamos a la playa con los amigos를 불렀다.", "ko", ""),
    ],
)
def test_english_that_was_left_is_told_by_the_language(source, target, locale, left):
    assert certainties.english(source, target, locale) == left


def test_words_that_are_settled_may_stay():
    assert certainties.english(RIOTS, "어부들은 outraged 했다.", "ko", frozenset({"outraged"})) == ""
