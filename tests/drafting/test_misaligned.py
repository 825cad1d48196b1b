"""Answers that stand beside each other's questions."""

import pytest

from l10n.drafting.misaligned import aligned, shifted

NEWS = {
    "Harbor reopens": "항구 다시 열려",
    "The harbor of Port Calder reopened on May 25 after 3 weeks.": "포트콜더 항구가 5월 25일 3주 만에 열렸다.",
    "Why did it take so long?": "왜 이렇게 오래 걸렸나?",
    "The NHA said that 1,200 boats had waited outside, some with fish that nobody could sell any more.": "NHA는 배 "
    "1200척이 밖에서 기다렸고 일부에는 팔 수 없는 생선이 실려 있었다고 밝혔다.",
    "“We are glad,” said the mayor.": "시장은 “기쁘다”고 말했다.",
    "Ferries leave every 40 minutes.": "여객선은 40분마다 떠난다.",
}
SOURCES, TARGETS = list(NEWS), list(NEWS.values())


def seen(targets, sources=SOURCES):
    return list(shifted(sources, targets, "en", "ko"))


def test_answers_in_their_places_raise_no_suspicion():
    assert not seen(TARGETS)
    assert aligned(SOURCES, TARGETS, "en", "ko")


@pytest.mark.parametrize("step", [1, -1])
def test_answers_one_place_off_are_seen_in_both_directions(step):
    assert seen(TARGETS[step:] + TARGETS[:step])
    assert not aligned(SOURCES, TARGETS[step:] + TARGETS[:step], "en", "ko")


def test_answers_that_get_out_of_step_in_the_middle_are_seen():
    sources, targets = SOURCES * 2, TARGETS * 2
    assert seen([*targets[:6], *targets[7:], targets[-1]], sources)


def test_two_that_are_exchanged_are_seen():
    assert seen([TARGETS[0], TARGETS[2], TARGETS[1], *TARGETS[3:]])


def test_one_odd_translation_among_good_ones_proves_nothing():
    assert not seen([*TARGETS[:1], TARGETS[3], *TARGETS[2:]])


def test_a_single_pair_cannot_be_exchanged_and_nothing_is_not_shifted():
    assert not seen(TARGETS[3:4], SOURCES[:1])
    assert aligned(SOURCES[:1], TARGETS[3:4], "en", "ko")
    assert not seen([], [])
