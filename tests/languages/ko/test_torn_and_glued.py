"""Korean words that an engine tears apart, and those it runs together."""

from __future__ import annotations

import pytest

from l10n.languages.ko.counted import apart
from l10n.languages.ko.glued import glued
from l10n.languages.ko.torn import torn
from tests.languages.mending import mended


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("배를 수리 한 뒤", "배를 수리한 뒤"),
        ("풍요로운 부유 한 나라", "풍요로운 부유한 나라"),
        ("항구가 폐쇄 되었다", "항구가 폐쇄되었다"),
        ("산업화 된 항구", "산업화된 항구"),
        ("배를 재검토 하는 날", "배를 재검토하는 날"),
        ("그 이유 입니다.", "그 이유입니다."),
        ("선장 인 김씨", "선장인 김씨"),
        ("두 번 째 배", "두 번째 배"),
        ("회의 한 번", "회의 한 번"),
        ("항구 한 곳", "항구 한 곳"),
        ("꼭 해야 할 일", "꼭 해야 할 일"),
        ("폐허가 된 항구", "폐허가 된 항구"),
        ("받기도 합니다", "받기도 합니다"),
        ("무슨 말인가 하는 얼굴", "무슨 말인가 하는 얼굴"),
        ("침략 함대가 왔다", "침략 함대가 왔다"),
        ("보고 하는 말", "보고 하는 말"),
    ],
)
def test_a_word_that_is_torn_is_put_together(text, right):
    assert mended(text, torn(text)) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("갈 수있는 배", "갈 수 있는 배"),
        ("알고있던 배", "알고 있던 배"),
        ("떠나지않았다", "떠나지 않았다"),
        ("항구에있는 배", "항구에 있는 배"),
        ("바다를지나 왔다", "바다를 지나 왔다"),
        ("상을받은 배", "상을 받은 배"),
        ("Strand를떠난 배", "Strand를 떠난 배"),
        ("항구에대한 글", "항구에 대한 글"),
        ("선장은 바다는이 배로", "선장은 바다는 이 배로"),
        ("안개때문에", "안개 때문에"),
        ("가야합니다", "가야 합니다"),
        ("국제적으로알려진", "국제적으로 알려진"),
        ("3일동안", "3일 동안"),
        ("베를린에서", "베를린에서"),
        ("못지않은 배", "못지않은 배"),
        ("재미있는 배", "재미있는 배"),
        ("마을버스", "마을버스"),
        ("모를지도 모른다", "모를지도 모른다"),
        ("남아있는 배", "남아있는 배"),
        ("어이없는 일", "어이없는 일"),
        ("세계에 대한민국을 알린다", "세계에 대한민국을 알린다"),
        ("국제적으로는 옳다", "국제적으로는 옳다"),
    ],
)
def test_words_that_run_together_are_divided(text, right):
    assert mended(text, glued(text)) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("9시 30 분에", "9시 30분에"),
        ("28 세의 선장", "28세의 선장"),
        ("100 억 달러", "100억 달러"),
        ("1950 년대부터", "1950년대부터"),
        ("645 마일(1040 킬로미터)", "645마일(1040킬로미터)"),
        ("2 대 3으로", "2 대 3으로"),
        ("5 개혁안", "5 개혁안"),
        ("3 시민", "3 시민"),
        ("10 만나다", "10 만나다"),
    ],
)
def test_a_figure_stands_with_what_it_counts(text, right):
    assert mended(text, apart(text)) == right
