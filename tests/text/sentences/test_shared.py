"""What a sentence shares with the other text: numbers, names, weekdays, words that begin alike."""

from __future__ import annotations

import pytest

from l10n.text.sentences.shared import shared

SOURCE = "Anna Lindholm sold 12 boats in Norhaven on Monday after a long discussion."


@pytest.mark.parametrize(
    ("target", "locale", "many"),
    [
        ("Vendió 12.", "es", 2),
        ("Vivía en Norhaven.", "es", 2),
        ("그는 월요일에 갔다.", "ko", 1),
        ("안나 린드홀름은 웃었다.", "ko", 1),
        ("Hubo una discusión.", "es", 1),
        ("Los vecinos protestaron en la plaza.", "es", 0),
        ("주민들은 기뻐했다.", "ko", 0),
    ],
)
def test_what_both_have_is_counted(target, locale, many):
    assert shared(SOURCE, target, ("en", locale)) == many
