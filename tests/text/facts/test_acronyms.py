"""Acronyms of a text, and where it says what they stand for."""

from __future__ import annotations

import pytest

from l10n.text.facts.acronyms import acronyms, explained, introduced


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The HPO and two NGOs met the SCW.", ["HPO", "NGO", "SCW"]),
        ("Henry VIII met Charles IV at Camp XXX.", []),
        ("JK Smith lives in Austin, TX.", []),
        ("THE HPO LEFT", []),
        ("See HPO-12, U.S.A. and HPO.org", []),
    ],
)
def test_acronyms_are_found(text, found):
    assert [word for word, _, _ in acronyms(text)] == found
    assert all(text[start:end] == word for word, start, end in acronyms(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Harbor Police Office (HPO)", ["HPO"]),
        ("the Office of Harbor Police (OHP), which", ["OHP"]),
        ("the Ministry of Defence (the MoD) said", ["MoD"]),
        ("the harbor police (HXO)", []),
        ("the mayor (SCW)", []),
        ("HPO (the Harbor Police Office)", []),
    ],
)
def test_an_acronym_is_introduced_behind_what_it_stands_for(text, found):
    assert [word for word, _, _ in introduced(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "the Harbor Police Office (HPO)",
        "HPO (the Harbor Police Office)",
        "the Harbor Police Office, or HPO, left",
        "HPO stands for harbor people",
        "the Harbor Police Office left",
        "the Harbor of the Police and the Office left",
        "the office (called HPO by its friends)",
    ],
)
def test_a_text_expands_an_acronym(text):
    assert "HPO" in explained(text)


@pytest.mark.parametrize("text", ["the HPO left", "the Harbor Police left", "the HPO office (closed) left"])
def test_a_text_does_not_expand_an_acronym(text):
    assert "HPO" not in explained(text)
