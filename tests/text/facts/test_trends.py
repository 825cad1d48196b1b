"""Figures that go up in one text and down in the other."""

from __future__ import annotations

import pytest

from l10n.text.facts.trends import turned_round


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Catches rose 12.4 percent.", "어획량이 12.4% 감소했다.", ["12.4% 감소"]),
        ("Catches fell by 300 tons to 2,000 tons.", "어획량이 300t 늘어난 2천t이었다.", ["300t 늘어"]),
        ("The index lost ground, down 14 points.", "지수는 14포인트 오른 채 마쳤다.", ["14포인트 오른"]),
        ("Boats made 7 percent more trips.", "배들의 출항이 7% 줄었다.", ["7% 줄었"]),
        ("Catches rose to 218 tons.", "어획량이 218t으로 줄었다.", ["218t으로 줄었"]),
        ("The index added 3.6 points.", "지수는 3.6포인트 내린 채 마쳤다.", ["3.6포인트 내린"]),
        ("It gained $3 on Monday.", "월요일 3달러 하락했다.", ["3달러 하락"]),
        ("Catches rose 12.4 percent and prices fell 3 percent.", "어획량은 12.4% 늘고 가격은 3% 올랐다.", ["3% 올랐"]),
        ("The index fell 21 points, or 1.6 percent.", "지수는 21포인트(1.6%) 올랐다.", ["21포인트(1.6%) 올랐"]),
    ],
)
def test_a_figure_that_goes_the_other_way_is_found(source, target, told):
    assert [target[start:end] for _, start, end in turned_round(source, target)] == told


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Catches rose 12.4 percent.", "어획량이 12.4% 증가했다."),
        ("Catches rose 12.4 percent to 300 tons from a low of 9.", "어획량이 12.4% 는 300t이었다. 최저는 9t이었다."),
        ("The won closed at 1,387, down 6 won.", "원/달러 환율은 6원 오른 1,387원이었다."),
        ("The won fell 6 won.", "원화는 달러당 6원 오른 값에 팔렸다."),
        ("They held up 12 boats.", "배 12척이 줄을 섰다."),
        ("Crews are 5 percent less likely to survive.", "선원의 사망 위험이 5% 높다."),
        ("Catches rose 5 percent, then fell 5 percent.", "어획량은 5% 줄었다."),
        ("It rose to 40 percent.", "40%로 늘었다."),
    ],
)
def test_a_figure_that_goes_the_same_way_or_no_way_is_left_alone(source, target):
    assert list(turned_round(source, target)) == []
