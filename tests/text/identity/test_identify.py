"""In which language is a text surely written?"""

import pytest

from l10n.text.identity.identify import is_function_word, surely


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Les pêcheurs ont demandé des filets pour la pêche avec leurs voisins.", "es", "fr"),
        ("Los pescadores pidieron las redes para el puerto según los vecinos.", "fr", "es"),
        ("The fishermen had asked for the nets that were in the harbor.", "de", "en"),
        ("Los pescadores pidieron las redes para el puerto según los vecinos.", "es", ""),
        ("En este libro hay uno o dos capítulos claros.", "es", ""),
        ("Diebe stehlen Geld in Newport on the Levee.", "de", ""),
        ("Si n i par: n i, n i, n i, n i, n i.", "es", ""),
        ("The fishermen had asked for the nets that were in the harbor.", "pl", "en"),
    ],
)
def test_a_language_is_told_by_words_that_no_other_has(text, locale, expected):
    assert surely(text, locale) == expected


def test_the_commonest_words_of_a_language_are_known():
    assert is_function_word("the")
    assert not is_function_word("harbor")
    assert is_function_word("der", "de")
    assert not is_function_word("the", "xx")
