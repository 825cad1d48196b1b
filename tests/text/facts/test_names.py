"""Names and acronyms of an English text."""

from __future__ import annotations

import pytest

from l10n.text.facts.names import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "He met agents of the Ministry of State Security in Port Calder.",
            ["Ministry of State Security", "Port Calder"],
        ),
        ("The MSS said so.", ["MSS"]),
        ("The Port Authority’s boats", ["Port Authority"]),
        ("In Seoul, police met Kim Min-ju.", ["Seoul", "Kim Min-ju"]),
        ("On Monday, May 25, I left.", []),
        ("“We left,” said he. Then it rained.", []),
        ("Officials Met in Seoul After Storm of UN", ["UN"]),
        ("See example.org/Path and user@Host.", []),
    ],
)
def test_names_are_runs_of_words_with_a_capital(text, found):
    assert [name for name, starts in names(text) if not starts] == found


def test_a_word_that_begins_a_sentence_is_marked():
    assert list(names("Fishermen waited. Boats met Calder.")) == [
        ("Fishermen", True),
        ("Boats", True),
        ("Calder", False),
    ]
