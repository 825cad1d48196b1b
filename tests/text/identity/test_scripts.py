from __future__ import annotations

import pytest

from l10n.text.identity.identify import impostor
from l10n.text.identity.scripts import count, expected, script, share


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("a", "latin"),
        ("é", "latin"),
        ("한", "hangul"),
        ("か", "kana"),
        ("漢", "han"),
        ("ж", "cyrillic"),
        ("ش", "arabic"),
        ("1", ""),
        ("!", ""),
        ("ꙮ", "cyrillic"),
        ("ଓ", "oriya"),
        ("ᱚ", "olchiki"),
        ("𐎀", "other"),
    ],
)
def test_a_letter_has_its_script(letter, name):
    assert script(letter) == name


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("ko", {"hangul"}),
        ("ja", {"kana", "han"}),
        ("zh_TW", {"han"}),
        ("pt_BR", {"latin"}),
        ("sr", {"cyrillic"}),
        ("sr@latin", {"latin"}),
        ("sr-Latn", {"latin"}),
        ("or", {"oriya"}),
        ("as", {"bengali"}),
        ("sd", {"arabic"}),
        ("tt", {"cyrillic"}),
        ("pa_Arab", {"arabic"}),
        ("osa", {"osage"}),
        ("got", {"other"}),
    ],
)
def test_a_locale_has_its_scripts(locale, names):
    assert expected(locale) == names


def test_shares_count_letters_only():
    assert share("보위원 12,000 MSS", "ko") == 0.5
    assert share("12 %", "ko") == 1.0
    assert count("a한b 1") == {"latin": 2, "hangul": 1}


def test_another_language_of_the_same_script_is_told():
    spanish = "El gobierno de la ciudad ha dicho que los agentes no están en la frontera con el país vecino."
    french = "Le gouvernement de la ville a dit que les agents ne sont pas à la frontière avec le pays voisin."
    assert impostor(french, "es") == "fr"
    assert impostor(spanish, "es") == ""
    assert impostor("The keepers have waited for the boats in the harbor.", "pl") == "en"
    assert impostor("The agents are here.", "es") == ""
