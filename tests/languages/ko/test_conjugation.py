"""The last word of a Korean sentence at another level of speech."""

from __future__ import annotations

import pytest

from l10n.languages import registers
from l10n.languages.ko.register import LEVELS, endings, fits, turned
from tests.languages.mending import mended


def turn(text, level):
    return mended(text, (flaw for flaw in turned(text, level) if flaw.fix is not None))


@pytest.mark.parametrize(
    ("formal", "plain"),
    [
        ("배가 떠났습니다.", "배가 떠났다."),
        ("배가 갑니다.", "배가 간다."),
        ("배를 만듭니다.", "배를 만든다."),
        ("빵을 먹습니다.", "빵을 먹는다."),
        ("배를 수리합니다.", "배를 수리한다."),
        ("날씨가 중요합니다.", "날씨가 중요하다."),
        ("바다가 넓습니다.", "바다가 넓다."),
        ("길이 멉니다.", "길이 멀다."),
        ("바람이 다릅니다.", "바람이 다르다."),
        ("배가 보입니다.", "배가 보인다."),
        ("좋은 정보입니다.", "좋은 정보다."),
        ("새 배인 것입니다.", "새 배인 것이다."),
        ("배가 아닙니다.", "배가 아니다."),
        ("가지 않습니다.", "가지 않는다."),
        ("넓지 않습니다.", "넓지 않다."),
        ("가야 합니다.", "가야 한다."),
        ("바다를 좋아합니다.", "바다를 좋아한다."),
        ("항구가 아름답습니다.", "항구가 아름답다."),
        ("그물을 깁습니다.", "그물을 깁는다."),
        ("곧 도착하겠습니다.", "곧 도착하겠다."),
    ],
)
def test_an_ending_is_turned_there_and_back(formal, plain):
    assert turn(formal, "haera") == plain
    assert turn(plain, "hapsyo") == formal


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("배가 있습니까?", "배가 있는가?"),
        ("무엇이 중요합니까?", "무엇이 중요한가?"),
        ("항구로 가십시오.", "항구로 가라."),
        ("출발하십시오.", "출발하라."),
        ("출발하지 마세요.", "출발하지 말라."),
        ("함께 출발합시다.", "함께 출발하자."),
        ("배가 떠났어요.", "배가 떠났다."),
        ("방법이기도 합니다.", "방법이기도 하다."),
        ("길이 넓지 못합니다.", "길이 넓지 못하다."),
        ("배가 뛰어납니다.", "배가 뛰어나다."),
        ("손님이 100명에 이릅니다.", "손님이 100명에 이른다."),
    ],
)
def test_other_endings_become_plain(text, plain):
    assert turn(text, "haera") == plain


@pytest.mark.parametrize("text", ["어떻게 생각하세요?", "배가 삐걱합니다.", "표를 주십시오.", "배가 지나칩니다."])
def test_an_ending_in_doubt_stays(text):
    assert turn(text, "haera") == text
    assert [flaw.fix for flaw in turned(text, "haera")] == [None]


def test_quoted_speech_is_not_turned():
    text = "그는 “갑니다.”라고 말했습니다."
    assert turn(text, "haera") == "그는 “갑니다.”라고 말했다."


@pytest.mark.parametrize("level", sorted(LEVELS))
def test_what_is_turned_fits(level):
    text = "배가 떠났습니다. 바다는 넓다. 곧 갑니다. 문제다. 모두 기뻐한다. 배를 수리합니다."
    assert all(fits(one, LEVELS[level]) for one in endings(turn(text, level)))


def test_the_names_of_the_registers_are_those_of_the_languages():
    assert registers() == {"haera", "hapsyo"}
