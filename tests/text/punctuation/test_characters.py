"""Which characters should no text hold?"""

import unicodedata

import pytest

from l10n.model import Span, SpanKind
from l10n.text.punctuation import characters


def spots(strays):
    return [(stray.start, stray.end, stray.fix) for stray in strays]


def test_the_mask_keeps_every_offset_and_shows_what_a_reader_sees():
    text = r"**굵게** `code` \[자"
    spans = (
        Span(0, 2, SpanKind.EMPHASIS),
        Span(4, 6, SpanKind.EMPHASIS),
        Span(7, 13, SpanKind.CODE),
        Span(14, 16, SpanKind.ESCAPE),
    )
    masked = characters.mask(text, spans)
    assert masked == "\u2060\u2060굵게\u2060\u2060 " + "\ufffc" * 6 + " \u2060[자"
    assert len(masked) == len(text)


def test_decomposed_letters_are_found_with_their_form():
    text = "그는 " + unicodedata.normalize("NFD", "항구") + "에 왔다."
    assert spots(characters.decomposed(text)) == [(3, 8, "항구")]
    assert spots(characters.decomposed("caf" + unicodedata.normalize("NFD", "é"))) == [(3, 5, "é")]


@pytest.mark.parametrize("text", ["م\u0651\u064e", "مُعَلِّمٌ", "항구", "\u212b", "क़"])
def test_what_nfc_only_orders_or_replaces_is_left_alone(text):
    assert spots(characters.decomposed(text)) == []


@pytest.mark.parametrize("text", ["ㅋㅋㅋ 그래ㅋㅋ", "ㄱ씨가 말했다", "자음 ㄹ", "‘ㅏ’ 모음", "ㄷ자형 건물"])
def test_laughter_letters_alone_and_initials_are_korean(text):
    assert spots(characters.jamo(text)) == []


@pytest.mark.parametrize(("text", "at"), [("있다ㅏ.", 2), ("ㅎㅏ고", 0), ("하\uffa1다", 1), ("강ㅇ원", 1)])
def test_a_letter_beside_a_syllable_is_a_slip(text, at):
    assert [stray.start for stray in characters.jamo(text)] == [at]


def test_a_letter_for_a_middle_dot_is_not_sure():
    (stray,) = characters.jamo("개혁\u318d개방")
    assert (stray.fix, stray.sure) == ("·", False)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("배\u200b가", "ko", 1),
        ("배\ufeff가", "ko", 1),
        ("ab\u00adc", "de", 1),
        ("배\u200e가", "ko", 1),
        ("배\u200d가", "ko", 1),
        ("می\u200cرود", "fa", 0),
        ("👩\u200d🚀", "ko", 0),
        ("(A)\u200f", "ar", 0),
        ("ไป\u200bมา", "th", 0),
        ("국가\u2060", "ko", 0),
    ],
)
def test_invisible_characters_are_strays_where_their_script_has_no_use_for_them(text, locale, found):
    assert len(list(characters.invisible(text, "", locale))) == found


def test_what_the_source_has_may_stay():
    assert spots(characters.invisible("a\u200bb", "a\u200bb", "ko")) == []
    assert spots(characters.directions("\u202ax", "\u202ax")) == []
    assert spots(characters.controls("\ufffd", "\ufffd")) == []
    assert spots(characters.full_width("Ａ", "Ａ", "ko")) == []


@pytest.mark.parametrize("text", ["a\x00", "a\x85", "a\ufffd", "a\ue000", "a\ufdd0", "a\u2028"])
def test_controls_and_broken_characters_are_found(text):
    assert spots(characters.controls(text, "")) == [(1, 2, None)]


def test_breaks_tabs_and_new_signs_are_no_controls():
    assert spots(characters.controls("a\n\tb\r\n\U0001faff", "")) == []


def test_wide_spaces_become_one_space_or_none():
    assert spots(characters.wide_spaces("\u3000배\u3000가 \u3000떠났다")) == [(2, 3, " "), (5, 6, "")]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("５％", "ko", [(0, 2, "5%")]),
        ("갔다。", "ko", [(2, 3, ".")]),
        ("Hola！", "es", [(4, 5, "!")]),
        ("نعم，", "ar", [(3, 4, None)]),
        ("항구", "ko", []),
    ],
)
def test_full_width_forms_have_a_common_one(text, locale, expected):
    assert spots(characters.full_width(text, "", locale)) == expected


@pytest.mark.parametrize(("text", "at"), [("船离开了.", [4]), ("船は港を出た,そして", [6]), ("（昨日）.", [4])])
def test_a_stop_of_latin_letters_behind_an_eastern_letter_is_found(text, at):
    assert [stray.start for stray in characters.half_width(text)] == at


@pytest.mark.parametrize(
    "text", ["网有1,000张。", "Node.jsを使う。", "见v2.0.", "版本是Example Inc.", "船は港.jpにある"]
)
def test_a_stop_beside_latin_letters_or_digits_is_not(text):
    assert not list(characters.half_width(text))


@pytest.mark.parametrize(
    ("text", "locale", "many"),
    [
        ("100\uff4d를 달렸다", "ko", 0),
        ("무게는 0.3\uff47이다", "ko", 0),
        ("5천600\uff54급", "ko", 0),
        ("100\uff4d", "es", 1),
        ("100\uff4d\uff4d", "ko", 1),
        ("회의\uff4d", "ko", 1),
        ("5\uff05", "ko", 1),
    ],
)
def test_korean_writes_units_of_one_letter_wide(text, locale, many):
    assert len(list(characters.full_width(text, "", locale))) == many
