"""What stands letter for letter in both texts is the same, whatever its signs mean in either language."""

from __future__ import annotations

import pytest

from l10n.text.numbers import compare


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ('[gallery ids="7,8,9"] is the pier.', '[gallery ids="7,8,9"] es el muelle.', "es"),
        ("It is 0.30000000000000004440892098500626.", "값은 0.30000000000000004440892098500626이다.", "ko"),
        ("It is at 5,6.", "Es steht bei 5,6.", "de"),
        ("It came at 0410 GMT.", "وصل عند ٠٤١٠ بتوقيت غرينتش", "ar"),
        ("Call 0700 444 222.", "با ۰۷۰۰۴۴۴۲۲۲ تماس بگیرید", "fa"),
    ],
)
def test_the_same_row_of_digits_is_the_same_number(source, target, locale):
    found = compare(source, target, "en", locale)
    assert (found.lost, found.new) == ((), ())


def test_a_number_that_a_word_multiplies_is_not_known_by_its_digits():
    assert compare("It cost 1.5 million.", "Es kostete 1.5 Milliarden.", "en", "de").changed
    assert compare("It cost £11.5 million.", "It costó 11.5 libras.", "en", "es").changed


def test_a_row_counts_as_often_as_it_stands():
    found = compare("They saw 7,8 and 7,8 and 5,6.", "Vieron 7,8 y 7,9 y 5,6.", "en", "es")
    assert found.lost


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The 23-year-old left.", "Dwudziestotrzyletni mężczyzna odszedł.", "pl"),
        ("The 23-year-old left.", "Třiadvacetiletý muž odešel.", "cs"),
        ("It was in the 1930s.", "A harmincas években volt.", "hu"),
        ("It lasted 90 days.", "석 달 동안 이어졌다.", "ko"),
        ("It lasted two months.", "60일 동안 이어졌다.", "ko"),
        ("Spain, France and Italy agreed.", "스페인·프랑스·이탈리아 3국이 합의했다.", "ko"),
        ("She is a sophomore.", "그는 대학 2학년이다.", "ko"),
        ("It is 300 km2.", "Es sind 300 Quadratkilometer.", "de"),
    ],
)
def test_what_is_said_in_words_or_otherwise_is_told(source, target, locale):
    found = compare(source, target, "en", locale)
    assert (found.lost, found.new) == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The 23-year-old left.", "Siedemnastolatek odszedł.", "pl"),
        ("The 42-year-old left.", "Dwudziestotrzyletni mężczyzna odszedł.", "pl"),
        ("It lasted 50 days.", "석 달 동안 이어졌다.", "ko"),
        ("Spain and France agreed.", "스페인·프랑스 3국이 합의했다.", "ko"),
    ],
)
def test_another_number_in_words_is_not_told(source, target, locale):
    found = compare(source, target, "en", locale)
    assert found.lost or found.new
