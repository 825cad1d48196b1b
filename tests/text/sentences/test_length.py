"""How long is a translation in parts of its source?"""

import pytest

from l10n.text.sentences import length

SOURCE = (
    "The council met in the harbor on Monday morning. It voted for new nets after a long debate. "
    "Fishermen from three villages had asked for them in May."
)
FULL = (
    "시의회는 월요일 아침 항구에서 회의를 열었다. 긴 토론 끝에 새 그물을 사기로 의결했다. "
    "세 마을 어민들이 5월에 요청했던 일이다."
)


def test_a_gloss_does_not_make_a_translation_longer():
    plain = length.share("The ministry said so.", "국가보위성이 그렇게 말했다.")
    assert length.share("The ministry said so.", "국가보위성(Ministry)이 그렇게 말했다.") == plain


def test_names_that_both_have_count_for_neither():
    bare = length.share("He uses the new one at home every day.", "그는 새것을 날마다 집에서 쓴다.")
    named = length.share("He uses the new FooBarBaz at home every day.", "그는 새 FooBarBaz를 날마다 집에서 쓴다.")
    assert named == pytest.approx(bare, abs=0.05)


def test_a_bracket_in_a_language_of_latin_letters_is_text():
    assert length.share("It left (at noon).", "Salió (a mediodía).") > 1


@pytest.mark.parametrize("locale", ["ko", "ja", "es", "xx"])
def test_short_texts_may_differ_more(locale):
    low, high = length.bounds(locale, 200)
    lower, higher = length.bounds(locale, 50)
    assert lower < low < high < higher


def test_a_short_japanese_sentence_with_figures_is_no_absurd_one():
    low, _ = length.bounds("ja", 100)
    source = "Half the fishermen in their 20s, and 6 out of 10 in their 40s, said they used the nets."
    assert length.share(source, "20代は半数、40代は6割が使うという。") >= low


def test_the_usual_share_is_the_articles_own_where_it_is_long_enough():
    assert length.usual([0.4, 0.5, 0.6, 0.7, 0.9], "ko") == 0.6
    assert length.usual([0.9], "ko") == pytest.approx(0.51)
    assert length.usual([0.9], "xx") is None


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_lost_sentence_is_found(gone):
    sentences = FULL.split(". ")
    rest = ". ".join(sentences[:gone] + sentences[gone + 1 :])
    usual = length.share(SOURCE, FULL)
    assert length.lost(SOURCE, rest, ("en", "ko"), usual) == (3, 2)
    assert length.lost(SOURCE, FULL, ("en", "ko"), usual) is None


def test_sentences_that_are_joined_are_not_lost():
    joined = FULL.replace("열었다. 긴", "열고 긴").replace("의결했다. 세", "의결했는데, 이는 세")
    assert length.lost(SOURCE, joined, ("en", "ko"), length.share(SOURCE, FULL)) is None


def test_terse_sentences_are_not_lost():
    terse = "시의회는 월요일 회의를 했다. 새 그물을 사기로 했다. 어민들의 요청이었다."
    assert length.lost(SOURCE, terse, ("en", "ko"), length.share(SOURCE, FULL)) is None


def test_a_single_sentence_is_not_counted():
    source = "The council met in the harbor on Monday morning and voted for new nets after a long debate there."
    assert length.lost(source, "열었다.", ("en", "ko"), 0.5) is None


def test_half_of_a_text_is_missed():
    usual = length.share(SOURCE, FULL)
    assert length.half(SOURCE, FULL[: len(FULL) // 2], usual)
    assert not length.half(SOURCE, FULL, usual)
    assert not length.half("The council met.", "시", usual)


def test_numbers_and_addresses_are_not_counted():
    assert length.counted("Call 1355 or visit net.or.kr/help now.") == "Call  or visit  now."
    assert length.counted("Mr. Net left at 5.30. It rained.") == "Mr. Net left at . It rained."


def test_what_both_texts_share_has_no_weight():
    assert length.weight("See NetHarborOrg and NetRope now", "NetHarborOrg와 NetRope를 보라") == len("See  and  now")
    assert length.weight("See the nets", "Ver las redes") == len("See the nets")


def test_a_text_in_brackets_keeps_its_length_in_latin_letters():
    assert length.share("(See all the nets of the harbor.)", "(Ver todas las redes del puerto)") > 0.9


@pytest.mark.parametrize(
    ("source", "target", "broken"),
    [
        ("The ferry runs from St. Marten to Norhaven.", "El transbordador va de St.", True),
        ("The ferry runs to the U.S. from Norhaven.", "El transbordador va a EE.", True),
        ("The ferry runs to the U.S.", "El transbordador va a EE. UU.", False),
        ("The ferry runs to the harbor of Mills Inc.", "El transbordador va al puerto de Mills Inc.", False),
    ],
)
def test_a_translation_that_stops_within_an_abbreviation_breaks_off(source, target, broken):
    assert length.breaks_off(source, target, 1.1, "es") is broken
