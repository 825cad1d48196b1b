"""Text that was read in the wrong encoding."""

from __future__ import annotations

import pytest

from l10n.text.punctuation.mojibake import misread


def mended(text, source="", locale="ko"):
    for stray in sorted(misread(text, source, locale), key=lambda one: -one.start):
        text = text[: stray.start] + (stray.fix or "?") + text[stray.end :]
    return text


def misreading(text):
    return "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in text.encode())


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        *((text, "ko") for text in ("안녕 항구", "“don’t” – é ñ ü", "العربية", "Ünß", "안", "Привет")),
        ("日本語 港口", "ja"),
        ("港口", "zh_CN"),
    ],
)
def test_what_was_read_as_windows_1252_is_known_and_turned_back(text, locale):
    assert mended(misreading(text), locale=locale) == text


@pytest.mark.parametrize("text", ["港口", "\ue123", "\U000f0001"])
def test_a_character_that_the_language_does_not_have_is_no_fix(text):
    shown = misreading(text)
    assert [stray.fix for stray in misread(f"항구 {shown}", "", "ko") if stray.fix] == []


@pytest.mark.parametrize("locale", ["ko", "zh_CN", "es", "ru"])
def test_letters_with_accents_in_a_word_are_no_misreading_of_chinese(locale):
    assert list(misread("Thé clåšš wåš hére.", "", locale)) == []


def test_a_pseudo_translation_is_not_misread():
    assert list(misread("⟪ÎŠ clåšš ÐŠ⟫", "", "ru")) == []
    assert list(misread("Ã³ ⟪a⟫", "", "ru"))


def test_korean_that_was_read_as_latin_is_known_in_korean():
    assert mended("안녕".encode("euc_kr").decode("latin-1")) == "안녕"
    assert mended("²³¼½") == "²³¼½"


@pytest.mark.parametrize("text", ["â€", "ï»¿배", "占쏙옙"])
def test_what_is_lost_has_no_fix(text):
    assert "?" in mended(text)


def test_an_entity_that_was_escaped_twice_is_known():
    assert mended("배 &amp;amp; 항구 &amp;#39;") == "배 &amp; 항구 &#39;"
    assert mended("&amp;amp;", "Write &amp;amp; here.") == "&amp;amp;"


@pytest.mark.parametrize(
    "text",
    ["café»…", "à\u00a0«", "CAFÉ»", "IRMÃ»", "Ü“", "é”…", "naïve…»", "ÅÄÖ", "±½", "Â«", "São Ã”", "Tiếng “có”"],
)
def test_letters_with_accents_before_marks_are_good_text(text):
    assert mended(text) == text


def test_what_the_source_has_is_kept():
    assert mended("Ã©", "It shows Ã© there.") == "Ã©"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("El alcalde cerrÃ³ el muelle.", "es"),
        ("Nie wiÄ™cej wody.", "pl"),
        ("Порт закрÑ‹т.", "ru"),
        ("اÙ„ميناء مغلق", "ar"),
    ],
)
def test_single_letters_of_the_language_are_found(text, locale):
    assert list(misread(text, "The port is closed.", locale))


def test_a_capital_with_an_accent_before_a_mark_is_none():
    assert list(misread("Le CAFÉ… est fermé, dit-il au café»…", "The café is closed.", "fr")) == []


def test_signs_that_would_be_korean_are_left_alone_in_other_languages():
    shown = "안녕".encode("euc_kr").decode("latin-1")
    assert list(misread(shown, "", "fr")) == []
    assert list(misread(shown, "", "ko"))


def test_a_letter_that_stands_in_no_word_is_none():
    assert list(misread("Ä™ to litera.", "It is a letter.", "pl")) == []


def test_half_a_mark_that_the_source_shows_is_kept():
    assert list(misread("Se escribe â€ así.", "It is written â€ so.", "es")) == []
