"""Acronyms and names in Latin letters that are spelt unlike the source."""

from __future__ import annotations

import pytest

from l10n.text.facts.latin_names import misspelt, unknown


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("The MSS arrested him.", "국가보위성(MMS)이 체포했다.", [("MSS", "MMS")]),
        ("The MSS arrested him.", "국가보위성(MS)이 체포했다.", [("MSS", "MS")]),
        ("CNN asked the MSS.", "CNNN이 MSS에 물었다.", [("CNN", "CNNN")]),
        ("Its Harbor Expert Group (HEG) met.", "항만전문가단(HGE)이 모였다.", [("HEG", "HGE")]),
        ("They met at exclusive eel zone (EEZ) talks.", "장어 수역(EZE) 회담에서 만났다.", [("EEZ", "EZE")]),
        ("The keeper fell.", "GK가 넘어졌다.", [("", "GK")]),
        ("The Ministry of State Security met.", "국가보위성(MSS)이 모였다.", []),
        ("The MPs read the FAQs.", "MP들이 FAQ를 읽었다.", []),
        ("The U.N. and Nato met.", "UN과 NATO가 만났다.", []),
        ("He watched it at home.", "그는 집에서 TV로 봤다.", []),
        ("See the iPhone at HTTP://A.ORG", "HTTP를 보라", []),
    ],
)
def test_an_acronym_that_the_source_does_not_have_is_found(source, target, found):
    assert [(near, target[start:end]) for near, start, end in unknown(source, target)] == found


@pytest.mark.parametrize(
    ("source", "target", "latin", "found"),
    [
        ("He left Pyongyang.", "평양(Pyongynag)을 떠났다.", False, [("Pyongyang", "Pyongynag")]),
        ("He left Pyongyang.", "평양(Pyongyag)을 떠났다.", False, [("Pyongyang", "Pyongyag")]),
        ("He left Pyongyang.", "평양(Pyongyang)을 떠났다.", False, []),
        ("Smith met Smyth.", "Smith가 Smyth를 만났다.", False, []),
        ("He left Pyongyang.", "Salió de Pyongynag.", True, [("Pyongyang", "Pyongynag")]),
        ("He left Mexico for the Center.", "Il quitta México pour le Centre.", True, []),
    ],
)
def test_a_name_that_is_nearly_that_of_the_source_is_found(source, target, latin, found):
    assert [(near, target[start:end]) for near, start, end in misspelt(source, target, latin=latin)] == found
