"""The blocks of two editions of an article find each other, and what has no partner is left alone."""

from itertools import pairwise

import pytest

from l10n import formats
from l10n.exchange.alignment.align import SURE, align
from l10n.exchange.alignment.beads import beads
from l10n.exchange.alignment.blocks import Editions, Passage, blocks
from l10n.exchange.alignment.lexicon import Lexicon, stems
from l10n.model import Kind, Segmentation
from l10n.protocols import ParseOptions

PAIRS = (
    ("The harbor", "항구"),
    ("The harbor of Ulsan was closed for 14 hours on Monday.", "울산항은 월요일 14시간 동안 폐쇄됐다."),
    ("Workers of Acme moved 320 boats to the north.", "Acme 직원들은 배 320척을 북쪽으로 옮겼다."),
    ("“Nobody was hurt,” said the mayor, Ann Lee.", "“다친 사람은 없다”고 앤 리 시장은 말했다."),
    ("Why was the storm so strong?", "폭풍은 왜 그렇게 강했을까?"),
    (
        "Read the [report](https://example.org/storm) of 2019.",
        "2019년 [보고서](https://example.org/storm)를 읽어 보라.",
    ),
    ("Run `make harbor` before you leave.", "떠나기 전에 `make harbor`를 실행하라."),
    (
        "The market (the oldest in the country) opens again in May.",
        "(전국에서 가장 오래된) 시장은 5월에 다시 문을 연다.",
    ),
)


def document(lines, ending="md"):
    text = "# " + "\n\n".join(lines) + "\n"
    return formats.parse(f"a.{ending}", text, ParseOptions(Segmentation.PARAGRAPH))


def editions(source, target):
    inline = formats.load("markdown").inline
    return Editions(blocks(document(source), inline), blocks(document(target), inline))


def matched(source, target):
    (found,) = align([editions(source, target)], ("en", "ko"))
    return found


def numbers(found):
    return {(*one.source, "|", *one.target) for one in found}


def test_faithful_editions_are_paired_block_by_block_and_surely():
    found = matched(*zip(*PAIRS, strict=True))
    assert numbers(found) == {(at, "|", at) for at in range(len(PAIRS))}
    assert min(one.probability for one in found) >= SURE


@pytest.mark.parametrize("gone", range(1, len(PAIRS)))
def test_what_the_translation_lacks_stays_alone_and_its_neighbours_are_right(gone):
    source, target = (list(side) for side in zip(*PAIRS, strict=True))
    del target[gone]
    expected = {(at, "|", at - (at > gone)) for at in range(len(PAIRS)) if at != gone}
    assert numbers(matched(source, target)) == {*expected, (gone, "|")}


@pytest.mark.parametrize("more", range(1, len(PAIRS)))
def test_what_the_translation_has_besides_stays_alone(more):
    source, target = (list(side) for side in zip(*PAIRS, strict=True))
    target.insert(more, "이 기사는 독자 88명의 제보를 받아 지역 담당 기자들이 함께 취재하고 썼다.")
    expected = {(at, "|", at + (at >= more)) for at in range(len(PAIRS))}
    assert numbers(matched(source, target)) == {*expected, ("|", more)}


def test_two_blocks_that_were_joined_are_paired_with_one():
    source, target = (list(side) for side in zip(*PAIRS, strict=True))
    target[1:3] = [" ".join(target[1:3])]
    found = matched(source, target)
    assert (1, 2, "|", 1) in numbers(found)
    assert {(at, "|", at - 1) for at in range(3, len(PAIRS))} < numbers(found)


def test_a_section_that_changed_its_place_is_found_and_named_as_moved():
    source, target = (list(side) for side in zip(*PAIRS, strict=True))
    target = [target[0], *target[5:7], *target[1:5], target[7]]
    found = matched(source, target)
    assert {(5, "|", 1), (6, "|", 2), (1, "|", 3), (4, "|", 6), (7, "|", 7)} <= numbers(found)
    assert [one.source.start for one in found if one.moved] == [5, 6]


def test_a_heading_is_no_paragraph_and_a_field_is_that_field():
    heading, text = Passage("In short", Kind.HEADING, lead="##"), Passage("Nobody came to the harbor.")
    other = Passage("요약", Kind.HEADING, lead="##")
    (found,) = align([Editions((heading, text), (other,))], ("en", "ko"))
    assert numbers(found) == {(0, "|", 0), (1, "|")}
    fields = [Passage(text, Kind.META, field=field) for text, field in (("A day", "title"), ("A day out", "summary"))]
    others = [Passage(text, Kind.META, field=field) for text, field in (("하루 나들이", "summary"),)]
    (found,) = align([Editions(tuple(fields), tuple(others))], ("en", "ko"))
    assert numbers(found) == {(0, "|"), (1, "|", 0)}


def test_the_probabilities_of_equal_ways_are_shared():
    found = beads((1, 2), lambda rows, columns: 0.0 if len(rows) == len(columns) else -3.0)
    pair = next(one for one in found if one.rows and one.columns)
    assert pair.probability == pytest.approx(1 / 3, abs=0.01)


def test_every_block_is_in_one_bead_and_in_order():
    found = beads((70, 5), lambda rows, columns: -abs(len(rows) - len(columns)) * 1.0)
    for of, many in (("rows", 70), ("columns", 5)):
        parts = [getattr(one, of) for one in found]
        assert sum(map(len, parts)) == many
        assert all(one.stop == other.start for one, other in pairwise(parts))
    assert beads((0, 0), lambda *_: 0.0) == []


def test_words_that_meet_again_speak_for_a_pair_and_one_meeting_says_nothing():
    others = [
        (f"{word} is here", f"{partner} 왔다") for word, partner in zip("abcdefgh", "가나다라마바사아", strict=True)
    ]
    pairs = [("the old harbor", "오래된 항구"), ("a new harbor", "새로운 항구"), ("the market", "시장"), *others]
    lexicon = Lexicon(pairs, "ko")
    harbor = stems("harbor", "en")
    assert lexicon.weight(harbor, stems("항구에서", "ko")) > 0 > lexicon.weight(harbor, stems("시장에서", "ko"))
    assert lexicon.weight(stems("market", "en"), stems("시장", "ko")) == 0


@pytest.mark.parametrize(("call", "alone", "paired"), [("open", 2, 1), ("close", 1, 2)])
def test_a_mark_decides_between_blocks_that_are_alike(call, alone, paired):
    source = ["Head", "Call `open()` when the boats come home", "Call `close()` when the boats come home"]
    found = matched(source, ["머리", f"배가 돌아오면 `{call}()`를 불러라"])
    assert numbers(found) == {(0, "|", 0), (alone, "|"), (paired, "|", 1)}


def test_what_all_articles_teach_of_words_decides_in_one():
    words = [("harbor", "항구"), ("market", "시장"), ("bakery", "빵집"), ("museum", "박물관"), ("school", "학교")]
    english, korean = "The {} was closed because of the snow", "눈 때문에 {} 문을 닫았다"
    alone = Editions(
        tuple(Passage(english.format(word)) for word, _ in words[:2]), (Passage(korean.format(words[1][1])),)
    )
    lessons = [
        Editions((Passage(f"The {word} of {place}."),), (Passage(f"{place} {other}."),))
        for word, other in words
        for place in ("Ulsan", "Busan", "Jeju", "Oslo")
    ]
    found = align([alone, *lessons], ("en", "ko"))[0]
    assert numbers(found) == {(0, "|"), (1, "|", 0)}
    assert min(one.probability for one in found) > 0.6
