"""What turns a text round: new negations, times, ends, tenses, and pairs of words nearby."""

from __future__ import annotations

import pytest

from l10n.api import check_text
from l10n.model import Severity


def told(source: str, target: str, locale: str = "ko") -> set[str]:
    return {one.rule for one in check_text(source, target, locale) if one.severity is not Severity.INFO}


@pytest.mark.parametrize(
    ("source", "target", "locale", "rule"),
    [
        ("The guards opened the gate at dawn.", "경비병들은 새벽에 문을 열지 않았다.", "ko", "negation"),
        ("Visitors can see the harbor from here.", "방문객들은 여기서 항구를 볼 수 없다.", "ko", "negation"),
        ("The guards opened the gate.", "Die Wachen haben das Tor nicht geöffnet.", "de", "negation"),
        ("The guards opened the gate.", "警備員は門を開けなかった。", "ja", "negation"),
        ("Who opened the gate?", "누가 문을 열었는가.", "ko", "end-mark"),
        ("The gate is open!", "문이 열려 있다?", "ko", "end-mark"),
        ("The shop opens at 9:30 a.m.", "Le magasin ouvre à 21 h 30.", "fr", "time-word"),
        ("Apply after June 10.", "6月10日より前に申し込まなければならない。", "ja", "bound"),
        ("The foreign minister of Norway left.", "노르웨이 국방장관이 떠났다.", "ko", "office"),
        ("Scotland has new ferries.", "웨일스에 새 여객선이 생겼다.", "ko", "country"),
        ("It was the best summer of the harbor.", "항구의 최악의 여름이었다.", "ko", "opposite"),
        ("All the boats came back.", "배 일부가 돌아왔다.", "ko", "opposite"),
        ("Police released the two drivers.", "경찰은 운전자 두 명을 체포했다.", "ko", "opposite"),
        ("The council, which was elected last May, moved. It will meet in June.",
         "지난 5월 선출된 시의회가 이사했다. 6월에 만났다.", "ko", "tense"),
    ],
)  # fmt: skip
def test_what_turns_a_text_round_is_told(source: str, target: str, locale: str, rule: str) -> None:
    assert rule in told(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The gate stayed shut.", "문은 열리지 않았다.", "ko"),
        ("The signal is unclear.", "신호가 분명하지 않다.", "ko"),
        ("Only members can see it.", "회원이 아니면 볼 수 없다.", "ko"),
        ("You must pay.", "支払わなければならない。", "ja"),
        ("He asked: “Who opened it?”", "그는 누가 열었는지 물었다.", "ko"),
        ("Who opened it?", "誰が開けたのか。", "ja"),
        ("Is the gate open.", "문이 열려 있는가?", "ko"),
        ("The shop opens at 9:30 p.m.", "Le magasin ouvre à 21 h 30.", "fr"),
        ("The foreign minister of Norway left.", "노르웨이 외무장관이 떠났다.", "ko"),
        ("Not all the boats came back.", "배 일부만 돌아왔다.", "ko"),
        ("He said that the harbor will open.", "그는 항구가 문을 열겠다고 말했다.", "ko"),
        ("The two Koreas and Japan met.", "韓国、北朝鮮、日本の3か国が会談した。", "ja"),
    ],
)
def test_what_says_the_same_in_other_words_stays_quiet(source: str, target: str, locale: str) -> None:
    assert not told(source, target, locale)


def test_a_negation_far_away_takes_no_word_back() -> None:
    source = "The captain, who had not slept for two nights on the open sea and in the rain, denied the charge."
    target = "이틀 밤을 바다에서 지내느라 잠을 자지 못한 데다 몹시 지치고 허기졌던 그 늙은 선장은 혐의를 인정했다."
    assert "opposite" in told(source, target)


def test_letters_of_html_are_no_text() -> None:
    found = check_text("He said “yes”.", "그는 &quot;네&quot;라고 했다.", "ko", format="plain")
    assert "spoilt-text" in {one.rule for one in found}
    found = check_text("He said “yes”.", "그는 &quot;네&quot;라고 했다.", "ko", format="markdown")
    assert "spoilt-text" not in {one.rule for one in found}
