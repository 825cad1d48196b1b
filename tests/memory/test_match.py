from __future__ import annotations

import pytest

from l10n.memory.match import Candidate, adapt, best

SOURCE = "He reported that 70% of these supplies consisted of wet corn on May 25, and the rest was barley."
TARGET = "그는 5월 25일 식량의 70%가 물기 있는 옥수수였고 나머지는 보리였다고 전했다."


def suggest(wanted, source=SOURCE, target=TARGET, locale="ko"):
    return adapt(Candidate(source, target, "a.md"), wanted, "en", locale)


def test_the_same_text_suggests_its_translation():
    assert suggest(SOURCE) == (TARGET, 1.0)


@pytest.mark.parametrize(
    "wanted",
    [
        SOURCE.replace("He reported", "He has reported"),
        SOURCE.replace("and the rest", "and that the rest"),
        SOURCE.replace(", and", " and"),
    ],
)
def test_a_small_change_of_wording_suggests_the_old_translation(wanted):
    text, score = suggest(wanted)
    assert text == TARGET
    assert 0.85 <= score < 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the rest was", "the rest was not"),
        ("He reported", "He never reported"),
        ("wet corn", "wet Corn Flakes"),
        ("He reported that 70%", "He reported that 70% or 80%"),
        ("May 25", "June 25"),
        ("wet corn", "“wet” corn"),
    ],
)
def test_a_changed_number_negation_name_or_quotation_suggests_nothing(old, new):
    assert suggest(SOURCE.replace(old, new)) is None


def test_plain_numbers_are_put_in():
    text, score = suggest(SOURCE.replace("70%", "45%").replace("25", "26"))
    assert text == "그는 5월 26일 식량의 45%가 물기 있는 옥수수였고 나머지는 보리였다고 전했다."
    assert score >= 0.85


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "The group has 12 members and 12 houses in town.",
            "그 단체는 시내에 회원 12명과 집 12채가 있다.",
            "The group has 13 members and 12 houses in town.",
        ),
        (
            "The group has about 12,000 members in town.",
            "그 단체는 시내에 회원이 약 1만2천 명 있다.",
            "The group has about 13,000 members in town.",
        ),
        (
            "The group has about 12 members in the town.",
            "그 단체는 시내에 회원이 열두 명 있다.",
            "The group has about 13 members in the town.",
        ),
        (
            "It began at 6:30 p.m. in the town hall of the city.",
            "시청에서 18시 30분에 시작됐다.",
            "It began at 7:30 p.m. in the town hall of the city.",
        ),
        (
            "Between 12 and 15 members came to the town hall.",
            "시청에 12~15명의 회원이 왔다.",
            "Between 15 and 12 members came to the town hall.",
        ),
    ],
)
def test_numbers_that_cannot_be_placed_safely_suggest_nothing(source, target, wanted):
    assert suggest(wanted, source, target) is None


def test_a_number_that_the_target_writes_otherwise_is_not_put_in():
    source, target = (
        "The group has about 12,000 members in the town.",
        "El grupo tiene unos 12.000 miembros en la ciudad.",
    )
    assert suggest(source.replace("12,000", "13,000"), source, target, "es") is None


def test_a_particle_that_depends_on_the_number_is_not_left_wrong():
    source, target = "The article of the year 2019 was read in the town hall.", "시청에서 읽힌 것은 2019는 아니다."
    assert suggest(source.replace("2019", "2018"), source, target) is None


def test_an_unlike_text_suggests_nothing():
    assert suggest("The border guards go from house to house.") is None


def test_the_best_is_the_most_alike_then_the_most_used_then_the_first():
    wanted = SOURCE.replace("He reported", "He has reported")
    alike = Candidate(SOURCE.replace("He reported", "He had reported"), "가까운", "z.md")
    far = Candidate(SOURCE, "먼", "a.md", uses=9)
    first, second = (
        best([far, other], wanted, "en", "ko") for other in (alike, Candidate(SOURCE, "같은", "b.md", uses=9))
    )
    assert first is not None
    assert first[0] == "가까운"
    assert second is not None
    assert second[0] == "먼"
    assert best([], wanted, "en", "ko") is None
