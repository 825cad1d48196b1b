"""Acronyms of a translation in Latin letters that are a slip of the pen, and those that are its language's own."""

from __future__ import annotations

import pytest

from l10n.text.facts.acronyms import respelt


def slips(source: str, target: str) -> list[tuple[str, str]]:
    return [(near, target[start:end]) for near, start, end in respelt(source, target)]


@pytest.mark.parametrize(
    ("source", "target", "near"),
    [
        ("The HPB searched the quay.", "Das HBP durchsuchte den Kai.", ("HPB", "HBP")),
        ("The HPB searched the quay.", "La HPD registró el muelle.", ("HPB", "HPD")),
        ("She works at NASA.", "Elle travaille à la NSAA.", ("NASA", "NSAA")),
    ],
)
def test_a_letter_that_changed_or_moved_is_told(source: str, target: str, near: tuple[str, str]) -> None:
    assert slips(source, target) == [near]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The IAEA agreed.", "L'AIEA a accepté."),
        ("OPEC met in the UAE.", "L'OPEP trifft sich in den VAE."),
        ("The ADHD of a child.", "Das ADHS eines Kindes."),
        ("NATO and the WHO agreed.", "La OTAN y la OMS aceptaron."),
        ("The HPB searched.", "Das Hafen-Büro der Polizei (HBP) suchte."),
        ("The HPB and the HPD searched.", "Das HPD suchte."),
        ("He did NOT go.", "Lui NON è andato."),
        ("The HPB searched.", "Die HPB suchte, sagte die HBP."),
    ],
)
def test_what_a_language_calls_a_body_is_no_slip(source: str, target: str) -> None:
    assert slips(source, target) == []
