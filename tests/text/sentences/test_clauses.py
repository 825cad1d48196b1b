"""Where a sentence is cut that is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.sentences.clauses import clauses
from tests.growth import grows_evenly


def cut(text, most, language="en"):
    return [text[start:end] for start, end in clauses(text, lambda piece: len(piece) <= most, language)]


def test_a_sentence_that_fits_stays_whole():
    assert cut("The ferry left, and the keeper slept.", 40) == ["The ferry left, and the keeper slept."]


@pytest.mark.parametrize(
    ("text", "most", "wanted"),
    [
        (
            "The ferry left at dawn with sheep, goats and hens, because the tide would not wait for anybody.",
            60,
            ["The ferry left at dawn with sheep, goats and hens,", "because the tide would not wait for anybody."],
        ),
        (
            "The keeper, who was old, slept; nobody woke him, so the lamp went out.",
            60,
            ["The keeper, who was old, slept;", "nobody woke him, so the lamp went out."],
        ),
        (
            "The keeper slept all night—nobody woke him, so the lamp went out.",
            45,
            ["The keeper slept all night—", "nobody woke him, so the lamp went out."],
        ),
        (
            "The keeper slept – as always – all night long, oil or no oil.",
            40,
            ["The keeper slept – as always –", "all night long, oil or no oil."],
        ),
        (
            "He said “no, never, not even if they ask, not once” and left the room, the house and the island.",
            70,
            ["He said “no, never, not even if they ask, not once” and left the room,", "the house and the island."],
        ),
        (
            "The keeper slept in the tower of the lamp, and the ferry left with oil, sheep, goats and hens.",
            70,
            ["The keeper slept in the tower of the lamp,", "and the ferry left with oil, sheep, goats and hens."],
        ),
        (
            "The lamp was out, for the oil, the wick, the glass and the keeper were gone, so boats stayed away.",
            85,
            ["The lamp was out, for the oil, the wick, the glass and the keeper were gone,", "so boats stayed away."],
        ),
        (
            "No; the keeper slept all night, for nobody had told him of the boats.",
            60,
            ["No; the keeper slept all night,", "for nobody had told him of the boats."],
        ),
        ("They sold 1,250,000 lamps at 12:30 there.", 30, []),
    ],
)
def test_it_is_cut_where_it_takes_least_harm(text, most, wanted):
    assert cut(text, most) == wanted


def test_a_sentence_without_a_place_is_not_cut():
    assert cut("The ferry left, and the keeper slept in the tower.", 30) == []


def test_a_comma_serves_in_a_language_of_which_no_clauses_are_known():
    assert cut("Die Fähre fuhr ab, und der Wärter schlief.", 30, "de") == [
        "Die Fähre fuhr ab,",
        "und der Wärter schlief.",
    ]


@given(st.lists(st.sampled_from(["word", "and", ",", ";", ":", "—", "–", "“", "”", "(", ")", ".", "1,5"]), max_size=60))
def test_the_pieces_and_white_space_between_them_are_the_sentence(words):
    text = " ".join(words).replace(" ,", ",").replace(" ;", ";")
    ranges = clauses(text, lambda piece: len(piece) <= 20)
    if not ranges:
        return
    assert all(high - low <= 20 for low, high in ranges)
    rest, at = [], 0
    for low, high in ranges:
        rest.append(text[at:low])
        at = high
    assert not "".join([*rest, text[at:]]).strip()


@pytest.mark.parametrize("piece", ["and so, ", "word; ", "“word, ", "a — b, ", " , ", "x"])
def test_work_grows_with_the_sentence(piece):
    assert grows_evenly(lambda size: cut(piece * (size // len(piece)), 80), 4_000, 64_000)
