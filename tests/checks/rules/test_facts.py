"""The rules about facts, beyond their examples."""

from __future__ import annotations

import pytest

from l10n import checks, formats
from l10n.model import Severity
from l10n.protocols import Pair


def told(source, target, locale="ko"):
    """Return rule, severity and the text to blame of each fault in the family."""
    wanted = checks.chosen(select=["facts"])
    return [
        (rule.id, str(flaw.severity or rule.severity), target[flaw.start : flaw.end])
        for _, rule, flaw in checks.inspect([Pair(source, target, locale)], wanted)
    ]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("It cost £11 million.", "비용은 1100파운드였다.", [("numbers", "error", "1100")]),
        ("They left on May 25.", "그들은 6월 25일에 떠났다.", [("numbers", "error", "6")]),
        ("They left at 6 p.m.", "그들은 오전 6시에 떠났다.", [("numbers", "error", "오전 6시")]),
        ("All 14 of them left.", "그들은 모두 떠났다.", [("number-missing", "warning", "")]),
        ("Fifteen boats left.", "배 50척이 떠났다.", [("number-figures", "error", "50")]),
        ("They have three points from four.", "그들은 3경기에서 3점을 땄다.", [("number-added", "warning", "3")]),
        ("Fifteen boats left.", "배 15척이 떠났다.", []),
        ("The gate was not open.", "문이 열려 있었다.", [("negation", "warning", "")]),
        ("It rained in the northern hills.", "남부 산간에 비가 왔다.", [("direction", "warning", "남부")]),
        ("They met on Thursday.", "그들은 금요일에 만났다.", [("time-word", "warning", "금요일")]),
        ("The three men left.", "남성 네 명이 떠났다.", [("number-word", "warning", "네 명")]),
        ("She came third.", "그는 네 번째였다.", [("number-word", "warning", "네 번째")]),
        ("The three men left.", "남성 세 명이 떠났다.", []),
        ("The three men left.", "남성 3명이 떠났다.", []),
        ("A boy and three girls left.", "아이 네 명이 떠났다.", []),
        ("He and three others left.", "네 명이 떠났다.", []),
        ("The three men and two women left.", "다섯 사람이 떠났다.", []),
        ("A dozen men left with three boats.", "그들은 배 세 척에 타고 열두 명이 떠났다.", []),
        ("It cost 300 dollars.", "비용은 300원이었다.", [("currency", "warning", "원")]),
        ("It took 3 months.", "3년이 걸렸다.", [("unit", "warning", "3년")]),
        ("The MSS knows.", "국가보위성(MMS)이 안다.", [("acronym-unknown", "warning", "MMS")]),
        ("The keeper fell.", "GK가 넘어졌다.", [("acronym-unknown", "info", "GK")]),
        ("He saw Wonsan.", "원산(Wosnan)을 봤다.", [("name-misspelt", "warning", "Wosnan")]),
    ],
)
def test_each_change_of_a_number_is_told_once(source, target, found):
    assert told(source, target) == found


def test_what_stands_in_code_is_no_fact():
    source, target = "Run `not MSS 12` on `Wonsan`.", "`MMS 13`을 `Wosnan`에서 실행하라."
    fmt = formats.load("markdown")
    pair = Pair(source, target, "ko", fmt.inline(source), fmt.inline(target))
    assert not list(checks.inspect([pair], checks.chosen(select=["facts"])))


def test_the_number_is_named_in_the_message():
    pair = Pair("All 14 of them left.", "그들은 모두 떠났다.", "ko")
    ((_, rule, flaw),) = checks.inspect([pair], checks.chosen(select=["facts"]))
    assert "14" in flaw.message
    assert rule.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("그는 항구에 왔다. 그녀는 그 일에 무지했다.", ["warning"]),
        ("그는 항구에 오지 않았다. 그녀는 그 일에 무지했다.", []),
    ],
)
def test_a_denial_lost_beside_a_word_that_says_another_is_told_plainly(target, found):
    source = "He did not come to the port. She did not know about it."
    assert [level for rule, level, _ in told(source, target) if rule == "negation"] == found


def test_what_only_a_word_may_deny_is_a_hint():
    assert told("She did not know about it.", "그녀는 그 일에 무지했다.") == [("negation", "info", "")]
