from __future__ import annotations

import json
import os
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.languages import of
from l10n.model import Inline, SpanKind
from l10n.text.numbers import blank, compare, values
from l10n.text.numbers.fractions import fractions
from tests.growth import grows_evenly

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parents[3].parent / "shared" / "corpus"))


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "10,000", "10000"),
        ("en", "1.2 million", "1200000"),
        ("en", "$1.5 billion", "1500000000"),
        ("en", "£11m", "11000000"),
        ("en", "$3.6bn", "3600000000"),
        ("en", "2½", "2.5"),
        ("ko", "1만", "10000"),
        ("ko", "1만0천", "10000"),
        ("ko", "120만", "1200000"),
        ("ko", "15억", "1500000000"),
        ("ko", "3억5천만", "350000000"),
        ("ko", "3억 5천만", "350000000"),
        ("ko", "8천 100", "8100"),
        ("ko", "30여만", "300000"),
        ("ko", "12,500", "12500"),
        ("ja", "１億２０００万", "120000000"),
        ("ja", "1.5億", "150000000"),
        ("zh_CN", "350 万", "3500000"),
        ("zh_TW", "3億5000萬", "350000000"),
        ("es", "1,5 millones", "1500000"),
        ("es", "10 000", "10000"),
        ("es", "3600 millones", "3600000000"),
        ("fr", "3,6 milliards", "3600000000"),
        ("fr", "1\u202f234,5", "1234.5"),
        ("de", "1,2 Mio.", "1200000"),
        ("de", "1.234.567", "1234567"),
        ("pt_BR", "1,5 bilhão", "1500000000"),
        ("ar", "١٢٣", "123"),
        ("ar", "1.2 مليون", "1200000"),
        ("hi", "१२", "12"),
    ],
)
def test_a_number_is_read_by_its_value(locale, text, value):
    (number,) = values(text, locale)
    assert Decimal(value) in number.readings
    assert number.text.rstrip(".") == text.lstrip("$£").rstrip(".")
    assert text[number.start : number.end] == number.text


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ko", "10,000 people in 1.2 million homes", "120만 가구의 1만 명"),
        ("ko", "a $1.5 billion deal, 350 million users", "15억 달러 계약, 사용자 3억5천만 명"),
        ("ko", "on May 25 at 6:30 p.m.", "5월 25일 오후 6시 30분"),
        ("ko", "on May 25 at 6:30 p.m.", "5월 25일 18:30"),
        ("ko", "10-15 million people", "1000만~1500만 명"),
        ("ko", "six months, 70% and 30%", "6개월, 70%와 30%"),
        ("ko", "twenty-five agents and one hundred and fifty thousand civilians", "요원 25명과 민간인 15만 명"),
        ("ko", "three of 12 agents", "요원 12명 중 세 명"),
        ("ko", "30 million", "삼천만"),
        ("ko", "Article 7, Paragraph 1 of the act bans it.", "국가보안법 제7조 1항은 이를 금한다."),
        ("ko", "Article 3, Paragraph 2 applies.", "제3조 제2항이 적용된다."),
        ("ko", "Article 53, Paragraph 20 of the law applies.", "법 53조 20항이 적용된다."),
        ("ko", "He was in Group 2.", "그는 2조에 속했다."),
        ("ko", "They split into 3 groups.", "그들은 3조로 나뉘었다."),
        ("ko", "Article 12 of the charter", "헌장 12조"),
        ("ko", "The sum was 7 trillion won.", "금액은 7조 원이었다."),
        ("zh_CN", "Investment reached 656.9 trillion yuan.", "投资达656.9万亿元。"),
        ("zh_CN", "It is worth $1.2 trillion.", "价值1.2万亿美元。"),
        ("zh_CN", "Some 5 million people came.", "约5百万人到来。"),
        ("zh_CN", "3 billion people", "30亿人"),
        ("zh_CN", "3 billion people", "3十亿人"),
        ("zh_CN", "300 billion yuan", "3千亿元"),
        ("zh_CN", "30 million people", "3千万人"),
        ("zh_CN", "one trillion yuan, 2 trillion dollars", "一万亿元，两万亿美元"),
        ("es", "It began at 4:27 p.m.", "Comenzó a las 4.27 horas."),
        ("es", "It began at 6:30 p.m.", "Comenzó a las 18.30."),
        ("es", "It began at 9:30 and ended at 10:15.", "Empezó a las 9.30 y acabó a las 10.15 h."),
        ("ko", "It cost 12 million won.", "비용은 천2백만 원이었다."),
        ("ko", "It cost 5 million won.", "비용은 오백만 원이었다."),
        ("ko", "He played in the 2024-25 season.", "그는 24-25시즌에 뛰었다."),
        ("ko", "He played in the 2024-25 season.", "그는 2024-25시즌에 뛰었다."),
        ("ko", "He played in the 2024-25 season.", "그는 2024~2025시즌에 뛰었다."),
        ("ja", "on May 25, 2019, 20,000 people", "2019年5月25日、2万人"),
        ("ja", "20,000 people", "二万人"),
        ("zh_CN", "1.2 million on Sept. 5", "9月5日，120万"),
        ("es", "On May 25, 1.5 million of 10,000", "El 25 de mayo, 1,5 millones de 10.000"),
        ("es", "On May 25 at 6:30 p.m.", "El 25 de mayo a las 18:30"),
        ("es", "$3.6 billion in the 21st century", "3.600 millones de dólares en el siglo XXI"),
        ("es", "in the 1990s", "en los años 90"),
        ("es", "85 mph and 10 inches", "137 km/h y 25 centímetros"),
        ("fr", "On 25 May 2019 at 6:30 p.m.", "Le 25 mai 2019 à 18h30"),
        ("de", "On May 25, 2019, at 6:30 p.m. 1.5 million", "Am 25. Mai 2019 um 18.30 Uhr 1,5 Millionen"),
        ("de", "On May 25, 2019", "Am 25.05.2019"),
        ("pt_BR", "R$ 1.5 billion on May 25", "R$ 1,5 bilhão em 25 de maio"),
        ("ar", "1.2 million on May 25", "١٫٢ مليون في 25 مايو"),
        ("ru", "1.2 million on May 25", "25 мая 1,2 млн"),
    ],
)
def test_a_faithful_translation_keeps_every_number(locale, source, target):
    difference = compare(source, target, "en", locale)
    assert (difference.missing, difference.extra) == ((), ())


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ko", "after half an hour and a quarter of a mile", "30분, 4분의 1마일 뒤"),
        ("ko", "half a million teenagers", "10대 50만 명"),
        ("ko", "two and a half million dollars", "250만 달러"),
        ("ko", "the semi-final and World War II", "4강전과 제2차 세계대전"),
        ("ko", "He came on Thursday.", "그는 지난 27일 왔다."),
        ("ko", "It was last year.", "2017년의 일이다."),
        ("ko", "An hour later 21 of them left.", "1시간 뒤 21명이 떠났다."),
        ("ko", "It sold 15 pigs and 31 cows.", "돼지 열다섯 마리와 소 서른한 마리를 팔았다."),
        ("ko", "It is worth $3.6bn.", "$3.6bn의 가치가 있다."),
        ("ko", "It is worth $3.6m.", "$3.6m의 가치가 있다."),
        ("de", "It is worth $3.6bn.", "Es ist $3.6bn wert."),
        ("ko", "300 grams a day for 10 days", "열흘 동안 하루 300g"),
        ("ko", "One in five left.", "20%가 떠났다."),
        ("ko", "It took 9.58 seconds.", "9초58이 걸렸다."),
        ("ko", "It took 2.5 hours.", "2시간 30분이 걸렸다."),
        ("ko", "from 1950 to 1953", "1950~53년"),
        ("ko", "a 7-0 record", "7승 무패"),
        ("ko", "He is 100 percent certain.", "그는 완전히 확신한다."),
        ("ko", "45 miles (72 kilometers) away", "72km 떨어진 곳"),
        ("es", "1 to 2 inches, up to 4 inches", "entre 2 y 5 centímetros, hasta 10"),
        ("es", "their SS19 collection", "su colección primavera-verano de 2019"),
        ("de", "a 6-foot-6 player", "ein 1,98 m großer Spieler"),
        ("de", "about a mile away", "etwa 1,6 Kilometer entfernt"),
        ("fr", "in the 19th century", "au XIXe siècle"),
        ("zh_CN", "in the 1930s", "在20世纪30年代"),
        ("ar", "at 7.55am", "في الساعة 7.55 صباحًا"),
        ("it", "at 7.55 a.m.", "alle 7.55"),
        ("it", "at 7.55 a.m.", "verso le 7.55 del mattino"),
        ("th", "at 7.55am", "เวลา 7.55 น."),
        ("vi", "at 7.55am", "lúc 7.55 giờ sáng"),
        ("th", "It was built in 2018.", "สร้างเมื่อปี 2561"),
        ("sv", "in the 19th century", "på 1800-talet"),
        ("ar", "his 34th birthday in the 1980s", "عيد ميلاده الرابع والثلاثين في ثمانينيات القرن العشرين"),
    ],
)
def test_what_a_translator_may_say_otherwise_is_no_difference(locale, source, target):
    difference = compare(source, target, "en", locale)
    assert (difference.missing, difference.extra) == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "extra"),
    [
        ("In May 8 men and 5 women left.", "8월에 남성 8명과 여성 5명이 떠났다.", ("8",)),
        ("in October last year", "지난해 1월", ("1",)),
        ("three years ago", "6년 전", ("6",)),
        ("only ten of them", "그중 1명만", ("1",)),
        ("rain of 3 to 6 inches", "8내지 6인치의 비", ("8",)),
        ("three points from four", "3에서 3점", ("3",)),
        ("ten agents on Monday", "월요일에 요원 15명", ("15",)),
    ],
)
def test_a_number_that_only_seems_known_is_unexplained(source, target, extra):
    assert compare(source, target, "en", "ko").extra == extra


def test_an_unexplained_number_has_its_place():
    (number,) = compare("Fifteen boats", "배 50척", "en", "ko").new
    assert (number.start, number.end) == (2, 4)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ko", "£11 million", "1100파운드"),
        ("ko", "worth $3.6bn", "$36bn 규모의"),
        ("ko", "20.4 million", "204만"),
        ("ko", "10,000 people", "10만 명"),
        ("ko", "on May 25", "6월 24일"),
        ("es", "$3.6 billion", "36 mil millones"),
        ("es", "1,500 people", "1,5 personas"),
        ("ja", "70% of 500", "17%の500"),
        ("es", "33, 34 and 39 years", "33, 34 y 33 años"),
    ],
)
def test_a_changed_number_is_missing_and_unexplained(locale, source, target):
    assert compare(source, target, "en", locale).changed


def test_a_lost_number_alone_is_the_weaker_sign():
    difference = compare("70% of 500 agents", "보위원의 70%", "en", "ko")
    assert difference.missing == ("500",)
    assert difference.extra == ()
    assert not difference.changed


def test_numbers_in_code_and_links_do_not_count():
    text = "see `x10` and 5"
    spans = [Inline(4, 9, SpanKind.CODE)]
    assert blank(text, spans) == "see \ufffc\ufffc\ufffc\ufffc\ufffc and 5"
    assert [number.text for number in values(text, "en", spans)] == ["5"]


def test_comparing_a_table_of_figures_takes_time_by_its_length():
    assert compare("1,2 miles " * 20_000, "1,3 " * 20_000, "en", "es").changed
    assert grows_evenly(lambda many: compare("1,2 miles " * many, "1,3 " * many, "en", "es"), 500)


def test_a_number_with_more_digits_than_can_be_reckoned_with_is_compared_all_the_same():
    long = "123456789012345678901234567890.5"
    assert not compare(f"It has {long} parts.", f"{long}개다.", "en", "ko").changed
    assert compare(f"It has {long} parts.", "10^4000개다.", "en", "ko").changed
    assert compare("1.5 trillion trillion trillion", "9" * 400, "en", "de").changed


def test_a_run_of_digits_is_looked_through_for_fractions_once():
    assert grows_evenly(lambda many: list(fractions("0" * many, of("zh"))), 2_000)


def test_the_modal_may_is_no_month():
    assert [number.text for number in values("They may go, and may 5 of them stay", "en") if number.required] == ["5"]


@given(
    st.text(alphabet="0123456789.,억만천백 ½:/-년MmayMio", max_size=30),
    st.sampled_from(["en", "ko", "es", "de", "zh", "ar", "ru"]),
)
def test_any_text_can_be_read_and_equals_itself(text, locale):
    found = values(text, locale)
    assert all(text[number.start : number.end] == number.text and number.readings for number in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not compare(text, text, locale, locale).changed


def test_human_news_translations_keep_their_numbers():
    path = CORPUS / "ntrex-news" / "news.jsonl"
    if not path.exists():
        pytest.skip("the corpus L10N_CORPUS points at is not here")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    changed = sum(compare(row["eng"], row["kor"], "en", "ko").changed for row in rows)
    assert changed <= 0.01 * len(rows)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The budget is 7 trillion won.", "예산은 8조 원이다."),
        ("The budget is 7 million won.", "예산은 7조 원이다."),
        ("They have 3 billion.", "그들은 3조 달러가 있다."),
        ("Article 7 bans it.", "법 제8조가 금한다."),
        ("It cost 13 million won.", "비용은 천2백만 원이었다."),
    ],
)
def test_a_trillion_is_no_article_and_another_article_no_equal(source, target):
    assert compare(source, target, "en", "ko").changed


def test_a_stop_behind_a_scale_word_is_not_of_the_number_but_that_of_an_abbreviation_is():
    assert values("It cost $5 million.", "en")[0].text == "5 million"
    assert values("Es kostete 5 Mio. Euro.", "de")[0].text == "5 Mio."


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("es", "La tregua comenzó a las 17.45 GMT."),
        ("es", "La tregua comenzó por la tarde (17.45 GMT)."),
        ("fr", "La trêve a débuté à 17h45 GMT."),
        ("de", "Die Waffenruhe begann um 17.45 Uhr GMT."),
        ("ar", "بدأت الهدنة الساعة 5:45 مساء بتوقيت غرينتش."),
        ("ko", "휴전은 세계 표준시 17시 45분에 시작됐다."),
    ],
)
def test_a_time_without_a_colon_before_its_zone_is_an_hour_and_minutes(locale, target):
    source = "The truce began at 1745 GMT."
    assert not compare(source, target, "en", locale).changed
    assert compare(source, target.replace("45", "35"), "en", locale).changed
    assert values("In 1745 the war ended.", "en")[0].text == "1745"


@pytest.mark.parametrize(
    ("locale", "source", "target", "right", "wrong"),
    [
        ("es", "It sold 3.5 million tickets.", "Vendió {} de entradas.", "tres millones y medio", "tres millones"),
        ("fr", "It sold 3.5 million tickets.", "{} de billets.", "Trois millions et demi", "Deux millions et demi"),
        ("de", "It sold 3.5 million tickets.", "Es verkaufte {} Karten.", "dreieinhalb Millionen", "drei Millionen"),
        ("ar", "It sold 2.5 million tickets.", "باعت {} تذكرة.", "مليونين ونصف المليون", "مليونين"),
        ("es", "The 500,000 votes were counted.", "Se contó {} de votos.", "el medio millón", "el millón"),
        ("de", "The 500,000 votes were counted.", "Die {} Stimmen wurde gezählt.", "halbe Million", "Million"),
        ("fr", "They sank in 40 years.", "Ils ont sombré en {}.", "quatre décennies", "trois décennies"),
        ("es", "Some 30 boats sank.", "{} de barcos se hundió.", "Una treintena", "Una veintena"),
        ("es", "Prices fell 0.4 points.", "Los precios bajaron {}.", "cuatro décimas", "cinco décimas"),
        ("de", "The 12-year-old boy won.", "Der {} Junge gewann.", "zwölfjährige", "elfjährige"),
        ("de", "Some 300 boats sank.", "Rund {} Boote sanken.", "dreihundert", "zweihundert"),
        ("de", "It opens at 6:30 p.m.", "Es öffnet um {}.", "halb sieben", "halb acht"),
        ("es", "It opens at 6:45 p.m.", "Abre a {}.", "las siete menos cuarto", "las siete y cuarto"),
        ("ar", "It opens at 6:15 p.m.", "يفتح في {} مساء.", "السادسة والربع", "السابعة والربع"),
        ("fr", "Only 20% of boats returned.", "Seul {} est revenu.", "un bateau sur cinq", "un bateau sur quatre"),
        ("fr", "Some 94 boats sank.", "{} bateaux.", "Quatre-vingt-quatorze", "Quatre-vingt-douze"),
        ("ar", "On 21 May the port closed.", "في {} من مايو أغلق الميناء.", "الحادي والعشرين", "الثاني والعشرين"),
    ],
)
def test_a_phrase_says_a_number_and_another_phrase_does_not(locale, source, target, right, wrong):
    assert not compare(source, target.format(right), "en", locale).missing
    assert compare(source, target.format(wrong), "en", locale).missing


def test_digits_within_a_phrase_that_says_a_number_are_of_that_number():
    assert not compare("Prices fell 0.4 points.", "Los precios bajaron 4 décimas.", "en", "es").extra
    assert compare("Prices fell 0.4 points.", "Los precios bajaron 5 décimas.", "en", "es").changed


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("de", "Der Umsatz stieg von 3,4 auf 5,6 Mrd. Euro."),
        ("de", "Der Umsatz stieg von 3,4 auf knapp 5,6 Milliarden Euro."),
        ("fr", "Le chiffre d’affaires est de 3,4 contre 5,6 milliards d’euros."),
        ("es", "Los ingresos subieron de 3,4 a casi 5,6 millardos de euros."),
    ],
)
def test_the_scale_of_the_second_amount_counts_for_the_first(locale, target):
    source = "Revenue rose from €3.4 billion to nearly €5.6 billion."
    assert not compare(source, target, "en", locale).missing
    assert compare(source, target.replace("3,4", "3,5"), "en", locale).changed


def test_a_month_under_both_of_its_arabic_names_is_one_month():
    source = "It was a quarter past ten in July 2022, the hottest July since 1950."
    target = "كانت الساعة العاشرة والربع في يوليو/تموز 2022، وهو أشد يوليو/تموز حرارة منذ عام 1950."
    assert not compare(source, target, "en", "ar").extra
    (month, year) = values("يوليو/تموز 2022", "ar")
    assert (month.text, year.text) == ("يوليو/تموز", "2022")


def test_a_german_day_and_month_with_stops_are_two_numbers():
    assert not compare("The sale ends on 31/12.", "Die Aktion endet am 31.12.", "en", "de").changed
    assert compare("The sale ends on 31/12.", "Die Aktion endet am 30.12.", "en", "de").changed
    assert [number.text for number in values("Es kostet 31.120.", "de")] == ["31.120"]


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("es", "Añada dos tazas y media de agua."),
        ("es", "Añada 2,5 tazas de agua."),
        ("es", "Añada 2 1/2 tazas de agua."),
        ("fr", "Ajoutez deux tasses et demie d’eau."),
        ("de", "Zweieinhalb Tassen Wasser zugeben."),
        ("de", "2½ Tassen Wasser zugeben."),
    ],
)
def test_a_fraction_of_a_measure_is_one_value(locale, target):
    difference = compare("Add 2 1/2 cups of water.", target, "en", locale)
    assert not difference.missing
    assert not difference.extra


def test_another_fraction_of_a_measure_is_a_difference():
    assert compare("Add 2 1/2 cups of water.", "Añada 3,5 tazas de agua.", "en", "es").changed
    assert compare("Add 1/4 cup of water.", "Añada media taza de agua.", "en", "es").missing
    assert not compare("Add 1/4 cup of water.", "Añada un cuarto de taza de agua.", "en", "es").missing


def test_a_temperature_below_freezing_meets_its_celsius_without_a_sign():
    source = "It fell to minus 20 degrees Celsius (minus 4 degrees Fahrenheit)."
    assert not compare(source, "Es wurde bis zu minus 20 Grad kalt.", "en", "de").missing
    assert compare(source, "Es wurde bis zu minus 17 Grad kalt.", "en", "de").changed
    assert compare("It grew 9 degrees warmer.", "Es wurde 15 Grad wärmer.", "en", "de").changed


def test_pounds_and_ounces_meet_their_kilograms():
    source = "The baby weighed 9 pounds 15 ounces."
    difference = compare(source, "Das Baby wog 4,5 Kilo.", "en", "de")
    assert (difference.missing, difference.extra, difference.again) == ((), (), ())
    assert compare(source, "Das Baby wog 5,5 Kilo.", "en", "de").changed


@pytest.mark.parametrize(
    ("locale", "source", "target", "extra"),
    [
        ("th", "It was built in 2018.", "สร้างเมื่อปี 2562", ("2562",)),
        ("th", "It has 2018 rooms and 2,561 beds.", "มี 2018 ห้องและ 2,562 เตียง", ("2,562",)),
        ("it", "It is 2018.", "È il 2561.", ("2561",)),
        ("it", "a rate of 4.55", "un tasso del 4.55", ()),
        ("it", "at 7.55 a.m.", "alle 7.50", ("7.50",)),
        ("it", "at 7.55 a.m.", "alle 8.55 del mattino", ("8.55",)),
    ],
)
def test_years_and_times_of_a_language_are_read_and_not_any_figure(locale, source, target, extra):
    assert compare(source, target, "en", locale).extra == extra
