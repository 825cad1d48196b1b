"""A number word whose figures are others is found."""

from __future__ import annotations

import pytest

from l10n.text.numbers import refigured


@pytest.mark.parametrize(
    ("target", "locale"), [("밤에 배 11척이 떠났다.", "ko"), ("Por la noche salieron 11 barcos.", "es")]
)
def test_other_figures_are_found(target, locale):
    flaw = refigured("Eighteen boats left at night.", target, ("en", locale))
    assert flaw
    assert target[flaw.start : flaw.end] == "11"


@pytest.mark.parametrize("word", ["Twenty-three", "Twenty-two", "Forty one", "Ninety"])
def test_a_word_of_two_parts_is_a_number_too(word):
    flaw = refigured(f"{word} boats left at night.", "Por la noche salieron 32 barcos.", ("en", "es"))
    assert flaw
    assert f"“{word}”" in flaw.message


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Eighteen boats left.", "Salieron 18 barcos.", "es"),
        ("Eighteen boats left.", "Salieron dieciocho barcos.", "es"),
        ("Two dozen boats left.", "Salieron 20 barcos.", "es"),
        ("A century ago the boats left.", "1세기 전에 배가 떠났다.", "ko"),
        ("Two boats left.", "Salieron 5 barcos.", "es"),
        ("Three dozen boats left.", "Salieron 30 barcos.", "es"),
        ("Five hundred boats left.", "Salieron 510 barcos.", "es"),
        ("Twenty-three boats left.", "Salieron 23 barcos.", "es"),
        ("A thousand boats left.", "Salieron 900 barcos.", "es"),
        ("Eighteen boats and twelve nets left.", "Salieron 11 barcos.", "es"),
        ("Eighteen boats left.", "Salieron dieciocho barcos, 11 rojos.", "es"),
        ("Eighteen boats left in 1998.", "Salieron 11 barcos.", "es"),
    ],
)
def test_the_same_figures_and_rounded_words_are_none(source, target, locale):
    assert refigured(source, target, ("en", locale)) is None
