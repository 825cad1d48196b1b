"""Where do marks and brackets stand?"""

import pytest

from l10n.text.punctuation import marks
from tests.languages.mending import mended


def spots(found):
    return [(spot.start, spot.end, spot.fix) for spot in found]


@pytest.mark.parametrize(
    "text",
    [
        "항구（부두)가 [열렸다].",
        "a) 하나 1) 둘 iv) 셋",
        "좋다 :) 싫다 :-(",
        "Cardi B(카디 B)는 (5년 중)에",
        "여덟 살(8살) ;)",
    ],
)
def test_pairs_markers_and_smileys_are_no_fault(text):
    assert marks.unpaired(text) is None


@pytest.mark.parametrize(("text", "at"), [("(항구가", 0), ("항구)가", 2), ("([항구)", 1), ("항구) (부두", 2)])
def test_a_bracket_without_a_partner_is_found(text, at):
    spot = marks.unpaired(text)
    assert spot
    assert spot.start == at


def test_an_editors_brackets_may_become_others_but_not_vanish():
    assert marks.kept_brackets("He [the mayor] left.", "그(시장)는 떠났다.")
    assert not marks.kept_brackets("He [the mayor] left.", "시장은 떠났다.")
    assert marks.kept_brackets("See [1] and [x].", "참고하라.")


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("갔다 .", "ko", [(2, 3, "")]),
        ("그는 ( 시장)", "ko", [(4, 5, "")]),
        ("“ 가자”", "ko", [(1, 2, "")]),
        ("“가자 ”", "ko", [(3, 4, "")]),
        ("Vamos !", "es", [(5, 6, "")]),
        ("走了 。", "zh_CN", [(2, 3, "")]),
        ("Allons-y !", "fr", []),
        ("« Allons-y »", "fr", []),
        ("Oui , dit-il", "fr", [(3, 4, "")]),
        ("그는 .NET을 쓴다", "ko", []),
        ("그는 .5를 얻었다", "ko", []),
        ("갔다 ...", "ko", []),
        ("갔다 :)", "ko", []),
        ("使用 Rust ，很好", "zh_CN", []),
    ],
)
def test_spaces_beside_marks_are_found_where_the_language_has_none(text, locale, expected):
    assert spots(marks.gapped(text, locale)) == expected


@pytest.mark.parametrize(
    ("text", "locale", "places"),
    [
        ("배가 갔다.그는 보았다.", "ko", [5]),
        ("항구와,부두는", "ko", [3]),
        ("좌,우로 갔다", "ko", []),
        ("소설.영화", "ko", []),
        ("1,000명", "ko", []),
        ("El barco,dijo", "es", [8]),
        ("Lo vio.Entonces se fue", "es", [6]),
        ("Booking.com y Node.Js", "es", []),
        ("غادر،ثم عاد", "ar", [4]),
    ],
)
def test_a_missing_space_is_found(text, locale, places):
    assert [spot.start for spot in marks.crowded(text, "", locale)] == places


def test_a_word_of_the_source_may_have_a_stop_inside():
    assert spots(marks.crowded("Lo vio en puerto.Net ayer", "See puerto.Net", "es")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("갔다..", [(2, 4, None)]),
        ("하나,, 둘", [(2, 4, ",")]),
        ("走了。。", [(2, 4, "。")]),
        ("走了。 。", [(2, 5, "。")]),
        ("갔다...", []),
        ("走了。。。", []),
        ("../경로 1..5", []),
        ("etc., y", []),
    ],
)
def test_doubled_marks_are_found_and_an_ellipsis_is_none(text, expected):
    assert spots(marks.doubled(text)) == expected


def test_many_spots_are_told_as_one_that_mends_them_all():
    text = "가 . 나 . 다 ."
    found = list(marks.gapped(text, "ko"))
    (one,) = marks.gather(text, found, "spaces before marks")
    assert one.fix
    assert text[: one.start] + one.fix + text[one.end :] == "가. 나. 다."
    assert list(marks.gather(text, found[:2], "")) == found[:2]


@pytest.mark.parametrize(
    ("text", "locale", "many"),
    [
        ("el operador ? en lugar", "es", 0),
        ("ここでは ? 演算子を使う。", "ja", 0),
        ("un punto . entre palabras", "es", 0),
        ("그물은 , 그리고 밧줄은", "ko", 1),
        ("¿Vienes ? Sí.", "es", 0),
        ("¿Vienes ?", "es", 1),
        ("Se fue . Volvió.", "es", 1),
    ],
)
def test_a_mark_between_spaces_is_spoken_about(text, locale, many):
    assert len(list(marks.gapped(text, locale))) == many


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The ship left the harbor.", True),
        ("Who was it that left?", True),
        ("It left at 5 a.m.", False),
        ("It left in the year 1990.", True),
        ("The ship left.", False),
        ("It belongs to the Harbor Co.", False),
        ("Reporting by Nora Whitcombe; editing by Anton Rask.", False),
        ("Write to corrections@example.org if you find a mistake here.", False),
        ("It came from the U.S.", False),
        ("The ship left the “harbor.”", False),
        ("The ship left the harbor", False),
    ],
)
def test_an_english_sentence_is_known_by_its_words_and_its_stop(text, whole):
    assert marks.is_sentence(text) is whole


def test_a_text_without_a_stop_ends_in_a_letter_or_a_digit():
    assert marks.stopless("배가 떠났다\u2060 ", "ko") == 5
    assert marks.stopless("1990", "ko") == 3
    assert marks.stopless("취재=노라 위트컴, 편집=안톤 라스크", "ko") is None
    assert marks.stopless("船は港を出た", "ja") == 5
    assert marks.stopless("船は港を出た。その後、入港", "ja") == 12
    assert marks.stopless("港を出る漁船と乗組員", "ja") is None
    assert marks.stopless("①ロープ5点②ネット4点", "ja") is None
    assert marks.stopless("船离开了港口", "zh") == 5
    assert [marks.stopless(text, "ko") for text in ("배가 떠났다.", "“떠났다”", "떠났다:", "떠난 배 \ufffc", "")] == [
        None
    ] * 5


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Qui attend ?", "Qui attend\u00a0?"),
        ("Qui attend?", "Qui attend\u00a0?"),
        ("« Ici », dit-il : non", "«\u00a0Ici\u00a0», dit-il\u00a0: non"),
        ("à 12:30, voir https://a.fr/?x", "à 12:30, voir https://a.fr/?x"),
        ("Non\u00a0!", "Non\u00a0!"),
    ],
)
def test_spaces_that_do_not_break_stand_before_french_marks(text, right):
    assert mended(text, marks.unfixed(text, "fr")) == right


def test_other_languages_have_no_such_spaces():
    assert not list(marks.unfixed("Wer wartet ?", "de"))
