"""What is known of a language's numbers, months and times is asked of it alone."""

from __future__ import annotations

import pytest

from l10n.languages import Grade, known, of
from l10n.text.numbers import compare
from l10n.text.numbers.phrases import MEANINGS, spelt
from l10n.text.numbers.readings import rules_of

MONTHS = {
    "it": ("Era il 3 maggio 2018.", "Era il 3 giugno 2018."),
    "nl": ("Het was 3 mei 2018.", "Het was 3 juni 2018."),
    "pl": ("Było to 3 maja 2018 roku.", "Było to 3 czerwca 2018 roku."),
    "ru": ("Это было 3 мая 2018 года.", "Это было 3 июня 2018 года."),
    "tr": ("3 Mayıs 2018'di.", "3 Haziran 2018'di."),
    "id": ("Itu 3 Mei 2018.", "Itu 3 Juni 2018."),
    "da": ("Det var den 3. maj 2018.", "Det var den 3. juni 2018."),
    "th": ("วันที่ 3 พฤษภาคม 2018", "วันที่ 3 มิถุนายน 2018"),
}


@pytest.mark.parametrize("name", known())
def test_every_phrase_of_a_supplement_has_a_meaning(name):
    language = of(name)
    list(spelt("1", language))
    for facet in (language.numbers, language.idioms):
        for meaning in facet.phrases if facet else ():
            assert any(meaning.startswith(one) for one in MEANINGS)


@pytest.mark.parametrize("locale", MONTHS)
def test_another_month_is_found_where_only_cldr_has_the_names_and_is_less_sure(locale):
    source, (right, wrong) = "It was May 3, 2018.", MONTHS[locale]
    assert not compare(source, right, "en", locale).changed
    found = compare(source, wrong, "en", locale)
    assert found.changed
    assert found.grade is rules_of(of(locale)).grade


def test_what_only_cldr_says_is_less_sure():
    assert rules_of(of("et")).grade is Grade.CLDR
    assert compare("It was May 3, 2018.", "See oli 3. juunil 2018.", "en", "et").grade is Grade.CLDR
    assert compare("It was May 3, 2018.", "Es war am 3. Juni 2018.", "en", "de").grade is Grade.TESTED


@pytest.mark.parametrize("locale", ["it", "de"])
def test_other_digits_are_an_error_in_any_language(locale):
    found = compare("It has 312 pages.", "312, 321."[5:], "en", locale)
    assert found.changed
    assert found.grade is Grade.TESTED


def test_a_decimal_sign_is_that_of_the_locale():
    assert not compare("It grew by 1.234 points.", "เพิ่มขึ้น 1.234 จุด", "en", "th").changed
    assert compare("It grew by 1.234 points.", "เพิ่มขึ้น 1,234 จุด", "en", "th").changed


def test_a_scale_word_of_cldr_multiplies_and_need_not_be_known():
    assert not compare("It cost 1.5 million euros.", "È costato 1,5 milioni di euro.", "en", "it").changed
    assert not compare("It cost 1.5 million euros.", "Kostnaður var 1,5 milljónir evra.", "en", "is").changed
    assert compare("It cost 1.5 million euros.", "È costato 1,5 miliardi di euro.", "en", "it").changed


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("ko", "그들은 7월에 만났다.", "그들은 9월에 만났다."),
        ("es", "Se reunieron en julio.", "Se reunieron en septiembre."),
        ("pl", "Spotkali się w lipcu.", "Spotkali się we wrześniu."),
        ("nl", "Ze ontmoetten elkaar in juli.", "Ze ontmoetten elkaar in september."),
    ],
)
def test_a_month_without_a_day_is_asked_for_where_another_stands_in_its_place(locale, right, wrong):
    source = "They met in July."
    assert not compare(source, right, "en", locale).changed
    assert not compare(source, right.replace(".", ""), "en", locale).missing
    assert compare(source, wrong, "en", locale).changed


@pytest.mark.parametrize(
    ("locale", "source", "target", "told"),
    [
        ("ko", "The pier closed in October.", "부두는 12월에 닫았다.", "12"),
        ("ja", "The pier closed in October.", "桟橋は十二月に閉じた。", "十二"),
        ("zh_TW", "The pier closed in October.", "碼頭在 12 月關閉。", "12"),
        ("vi", "The pier closed in October.", "Bến tàu đóng cửa vào tháng mười hai.", "tháng mười hai"),
        ("it", "The pier closed in October.", "Il molo ha chiuso a dicembre.", "dicembre"),
        ("pl", "The pier closed in October.", "Molo zamknięto w grudniu.", "grudniu"),
        ("th", "The pier closed in October.", "ท่าเรือปิดในเดือนธันวาคม", "ธันวาคม"),
        ("de", "The pier closed in May.", "Der Pier schloss im März.", "März"),
    ],
)
def test_another_month_is_told_where_no_day_stands_beside_it(locale, source, target, told):
    found = compare(source, target, "en", locale)
    assert found.changed
    assert found.extra == (told,)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("it", "The pier closed in October.", "Il molo ha chiuso in autunno."),
        ("vi", "It closed in October and November.", "Nó đóng cửa vào tháng mười và tháng mười một."),
        ("de", "May I come in March?", "Darf ich im März kommen?"),
        ("de", "Theresa May spoke.", "Theresa May sprach."),
    ],
)
def test_a_month_that_is_left_out_or_a_name_is_no_other_month(locale, source, target):
    assert not compare(source, target, "en", locale).changed
