"""Text that was read in the wrong encoding."""

from __future__ import annotations

import pytest

from l10n.text.punctuation.mojibake import misread


def mended(text, source="", locale="ko"):
    for stray in sorted(misread(text, source, locale), key=lambda one: -one.start):
        text = text[: stray.start] + (stray.fix or "?") + text[stray.end :]
    return text


@pytest.mark.parametrize("text", ["안녕 항구", "“don’t” – é ñ ü", "日本語 港口", "العربية", "Ünß", "안", "Привет"])
def test_what_was_read_as_windows_1252_is_known_and_turned_back(text):
    shown = "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in text.encode())
    assert mended(shown) == text


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
