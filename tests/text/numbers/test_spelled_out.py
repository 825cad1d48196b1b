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


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Eighteen boats left.", "Salieron 18 barcos.", "es"),
        ("Eighteen boats left.", "Salieron dieciocho barcos.", "es"),
        ("Two dozen boats left.", "Salieron 20 barcos.", "es"),
        ("A century ago the boats left.", "1세기 전에 배가 떠났다.", "ko"),
    ],
)
def test_the_same_figures_and_rounded_words_are_none(source, target, locale):
    assert refigured(source, target, ("en", locale)) is None
