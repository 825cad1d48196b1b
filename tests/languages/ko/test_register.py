"""The register of Korean sentences."""

from __future__ import annotations

import pytest

from l10n.languages.ko.register import Level, endings, fits, main_level, strays
from l10n.languages.speech import speaks_on, unquoted
from l10n.model import Severity
from tests.conftest import ROOT

CASES = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "data" / "korean" / "registers.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "registers"), CASES)
def test_each_sentence_has_the_register_of_its_last_word(text, registers):
    assert [ending.level.value for ending in endings(text)] == registers.split()


def test_there_are_enough_cases():
    assert len(CASES) >= 40


def test_an_ending_has_its_place():
    (ending,) = endings("그는 “갑니다”라고 말했다.")
    assert "그는 “갑니다”라고 말했다."[ending.start : ending.end] == "말했다"


def test_quoted_speech_keeps_its_length():
    text = "그는 “갑니다”와 (네) 'a'를 말했다."
    assert len(unquoted(text)) == len(text)
    assert "갑니다" not in unquoted(text)


def test_most_sentences_decide_and_of_equals_the_first():
    found = list(endings("그가 왔다. 비가 옵니다. 해가 집니다."))
    assert main_level(found) is Level.FORMAL
    assert main_level(found[:2]) is Level.PLAIN
    assert main_level([]) is None


def test_a_request_may_stand_in_formal_speech_and_not_in_plain():
    (ending,) = endings("여기를 보세요.")
    assert fits(ending, Level.FORMAL)
    assert not fits(ending, Level.PLAIN)
    (other,) = endings("그렇게 했어요.")
    assert not fits(other, Level.FORMAL)


def test_speech_goes_on_until_its_mark_closes():
    assert speaks_on("“그는 갔다.", open_before=False)
    assert speaks_on("그는 갔다.", open_before=True)
    assert not speaks_on("그는 갔다.”", open_before=True)
    assert not speaks_on("“그는” 갔다.", open_before=True)


def test_a_command_of_print_is_plain():
    assert [one.level for one in endings("안내문을 참고하라. 사막은 사하라. 열어 보세요.")] == [
        Level.PLAIN,
        Level.POLITE,
    ]


def test_the_odd_sentence_of_an_article_is_told_with_both_registers():
    ((index, flaw),) = strays(["그가 왔다. 비가 온다.", "그가 갔습니다.", "해가 진다."])
    assert (index, flaw.message, flaw.severity) == (1, "갔습니다 is 합쇼체, the article is in 해라체", None)


def test_who_always_mixes_the_polite_registers_speaks_so():
    mixed = ["그가 왔습니다. 비가 옵니다.", "그가 갔어요.", "해가 졌어요.", "눈이 왔어요."]
    formal = [*mixed, *["바람이 붑니다."] * 3]
    assert [flaw.severity for _, flaw in strays(formal)] == [Severity.INFO] * 3
    assert [flaw.severity for _, flaw in strays([*mixed[:3], *formal[4:]])] == [None] * 2
    assert [flaw.severity for _, flaw in strays([*formal, "달이 떴다."])] == [*[Severity.INFO] * 3, None]


def test_a_misspelt_ending_says_nothing_of_the_register():
    assert list(strays(["그가 왔다. 비가 온다. 해가 진다. 되요."])) == []
