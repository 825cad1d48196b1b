"""The register of Korean sentences."""

from __future__ import annotations

import pytest

from l10n.text.sentences.register import Register, endings, fits, main_register, speaks_on, unquoted
from tests.conftest import ROOT

CASES = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "data" / "korean" / "registers.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "registers"), CASES)
def test_each_sentence_has_the_register_of_its_last_word(text, registers):
    assert [ending.register.value for ending in endings(text)] == registers.split()


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
    assert main_register(found) is Register.FORMAL
    assert main_register(found[:2]) is Register.PLAIN
    assert main_register([]) is None


def test_a_request_may_stand_in_formal_speech_and_not_in_plain():
    (ending,) = endings("여기를 보세요.")
    assert fits(ending, Register.FORMAL)
    assert not fits(ending, Register.PLAIN)
    (other,) = endings("그렇게 했어요.")
    assert not fits(other, Register.FORMAL)


def test_speech_goes_on_until_its_mark_closes():
    assert speaks_on("“그는 갔다.", open_before=False)
    assert speaks_on("그는 갔다.", open_before=True)
    assert not speaks_on("그는 갔다.”", open_before=True)
    assert not speaks_on("“그는” 갔다.", open_before=True)


def test_a_command_of_print_is_plain():
    assert [one.register for one in endings("안내문을 참고하라. 사막은 사하라. 열어 보세요.")] == [
        Register.PLAIN,
        Register.POLITE,
    ]
