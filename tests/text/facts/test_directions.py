"""Points of the compass in a text and in names of places."""

from __future__ import annotations

import pytest

from l10n.text.facts.directions import swaps


@pytest.mark.parametrize(
    ("language", "source", "target", "told"),
    [
        ("ko", "a source in South Hamgyong Province", "함경북도 소식통", "함경북도"),
        ("ko", "a source in North Korea's South Hamgyong Province", "북한 함경북도 소식통", "함경북도"),
        ("ko", "a source in North Pyongan Province", "평남 소식통", "평남"),
        ("ko", "South Korea agreed to talk.", "북한이 대화에 동의했다.", "북한"),
        ("ko", "North Korea fired a missile.", "한국이 미사일을 쐈다.", "한국"),
        ("ko", "North Korea fired a missile, the North said.", "남한이 미사일을 쐈다고 북한이 말했다.", "남한"),
        ("ko", "storms in the northern hills", "남부 산간의 폭풍", "남부"),
        ("ko", "the southwest and northern Mexico", "북서부와 멕시코 북부", "북서"),
        ("ja", "storms in the northern hills", "南部の山の嵐", "南部"),
        ("zh", "the eastern coast", "西海岸", "西海岸"),
        ("ja", "Walk 300 meters east.", "西へ300メートル歩く。", "西へ"),
        ("ja", "the southern half", "北半分", "北半分"),
        ("zh", "Walk 300 meters north.", "向南走300米。", "南"),
        ("zh", "the western half", "东半部", "东半部"),
        ("es", "the southwest of the country", "el noroeste del país", "noroeste"),
        ("fr", "the southwest of the country", "le sud-est du pays", "sud-est"),
        ("de", "the northern coast", "die Südküste", "Südküste"),
        ("ar", "the northern coast", "الساحل الجنوبي", "جنوبي"),
    ],
)
def test_the_opposite_is_found_at_its_place(language, source, target, told):
    assert [target[swap.start : swap.end] for swap in swaps(source, target, language)] == [told]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "a source in South Hamgyong Province", "함경남도 소식통"),
        ("ko", "South Korea agreed to talk.", "한국이 대화에 동의했다."),
        ("ko", "South Korea and the North agreed.", "남북이 합의했다."),
        ("ko", "Kim and South Korea's president met.", "김 위원장이 북한에서 대통령을 만났다."),
        ("ko", "from north to south", "남에서 북으로"),
        ("ko", "Kanye West sang.", "카니예가 동부에서 노래했다."),
        ("ko", "They left in the morning.", "그들은 남부를 떠났다."),
        ("ja", "South Korea agreed.", "韓国が同意した。"),
        ("es", "the eastern coast", "la costa este"),
    ],
)
def test_what_points_the_same_way_or_is_no_direction_is_left_alone(language, source, target):
    assert not list(swaps(source, target, language))


@pytest.mark.parametrize(
    ("language", "source", "target", "told"),
    [
        ("ko", "Turn left at the bridge.", "다리에서 오른쪽으로 돈다.", ["오른쪽"]),
        ("ko", "From right: Kim, Lee and Park.", "왼쪽부터 김, 이, 박.", ["왼쪽"]),
        ("ko", "He hurt his right hand.", "그는 왼손을 다쳤다.", ["왼손"]),
        ("ko", "The boat lay on the right bank.", "배는 강 왼편에 있었다.", ["왼편"]),
        ("ja", "Turn left at the bridge.", "橋を右に曲がる。", ["右"]),
        ("ko", "Turn left at the bridge.", "다리에서 왼쪽으로 돈다.", []),
        ("ko", "He left on the right day.", "그는 왼쪽 문으로 제때 떠났다.", []),
        ("ko", "Turn left, then right.", "오른쪽으로 돈다.", []),
        ("ko", "The boat sank in the East Sea.", "배가 서해에서 가라앉았다.", ["서해"]),
        ("ko", "The boat sank in the East Sea.", "배가 동해에서 가라앉았다.", []),
    ],
)
def test_left_and_right_and_seas_are_held_against_each_other(language, source, target, told):
    assert [target[swap.start : swap.end] for swap in swaps(source, target, language)] == told
