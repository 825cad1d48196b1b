"""What CLDR gives as the base of every language: scripts, months, weekdays, units, currencies, numbers, marks."""

import re

import pytest
from babel import localedata

from l10n import languages
from l10n.languages.quantities import MONTHS, WEEKDAYS
from l10n.languages.supplement import compiled
from l10n.text.facts.money import currencies

SCRIPTS = {
    "latin": "en de fr it pl tr vi id sw nl cs fi hu ro uz az sr@latin tl yo",
    "cyrillic": "ru uk bg sr mk be kk ky mn tg tt ba uz_Cyrl",
    "arabic": "ar fa ur ps sd ug ckb pa_PK",
    "devanagari": "hi mr ne",
    "bengali": "bn as",
    "oriya": "or",
    "gurmukhi": "pa",
    "ethiopic": "am ti",
    "hebrew": "he yi",
    "greek": "el",
    "armenian": "hy",
    "georgian": "ka",
    "thai": "th",
    "khmer": "km",
    "lao": "lo",
    "myanmar": "my",
    "tibetan": "bo dz",
    "sinhala": "si",
    "hangul": "ko",
    "kana han": "ja",
    "han": "zh zh_TW yue",
    "thaana": "dv",
}


def facet(locale, name):
    return getattr(languages.of(locale), name)


@pytest.mark.parametrize(
    ("locale", "names"), [(locale, names) for names, locales in SCRIPTS.items() for locale in locales.split()]
)
def test_a_language_is_written_in_its_script(locale, names):
    assert facet(locale, "scripts").names == frozenset(names.split())


def test_the_script_of_a_territory_is_known():
    assert [facet(locale, "scripts").code for locale in ("zh", "zh_TW", "zh_HK", "zh_Hant")] == [
        "Hans",
        "Hant",
        "Hant",
        "Hant",
    ]


def test_words_are_divided_where_the_script_divides_them():
    assert all(not facet(locale, "scripts").spaced for locale in ("th", "km", "lo", "my", "bo", "ja", "zh", "yue"))
    assert all(facet(locale, "scripts").joint == " " for locale in ("ko", "hi", "ar", "am", "ru"))
    assert facet("ja", "scripts").joint == ""


def months(locale, text):
    """Return the numbers of the months that a text names."""
    patterns = facet(locale, "months").patterns
    assert tuple(patterns) == MONTHS
    return [int(number) for number in MONTHS if re.search(patterns[number], text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("it", "Il 5 marzo partì, in Maggio tornò.", [3, 5]),
        ("it", "Il 3 mar 2020 a Mar del Plata.", [3]),
        ("it", "Ha vinto in 5 set.", []),
        ("cs", "Prohráli 17-5 pro Ayr.", []),
        ("fr", "Une maison à Marseille, maintenant en mai", [5]),
        ("de", "Mainz im August", [8]),
        ("nl", "een meisje in mei", [5]),
        ("pl", "w marcu i we wrześniu", [3, 9]),
        ("pl", "Marcin i Maja mają czerwone majtki", [5]),
        ("pl", "czerwcowy szczyt", [6]),
        ("ru", "в июне и к 1 мая", [5, 6]),
        ("ru", "церковь св. Мартина", []),
        ("cs", "v září i v červnu", [6, 9]),
        ("cs", "v červenci", [7]),
        ("fi", "kesäkuussa", [6]),
        ("fi", "elokuvassa", []),
        ("hu", "májusban", [5]),
        ("tr", "Eylül'de ve ekimde", [9, 10]),
        ("el", "τον Ιούνιο και του Μαΐου", [5, 6]),
        ("th", "เมื่อเดือนมกราคมที่ผ่านมา วันที่ 5 ก.พ. 2561", [1, 2]),
        ("hi", "मार्च में, जून।", [3, 6]),
        ("bn", "কন্ডোমিনিয়ামে অক্টোবরে", [10]),
        ("bn", "মেয়ে", []),
        ("ca", "el 5 d’abril i el mes de gener", [1, 4]),
        ("he", "בינואר", [1]),
        ("ro", "Mai mulți oameni, în luna mai", [5]),
        ("ro", "A mai spus că e mai mare", []),
    ],
)
def test_months_are_found_in_their_forms_and_other_words_are_not(locale, text, found):
    assert months(locale, text) == found


@pytest.mark.parametrize("locale", ["ko", "ja", "zh", "zh_TW"])
def test_a_language_that_writes_months_in_digits_has_no_names_of_them(locale):
    assert facet(locale, "months") is None


def test_the_names_of_months_are_known_for_writing_them():
    assert facet("es", "months").names[4] == "mayo"
    assert facet("es", "months").short[4] == "may"


def weekdays(locale, text):
    patterns = facet(locale, "times").weekday
    assert tuple(patterns) == WEEKDAYS
    return [day for day in WEEKDAYS if re.search(patterns[day], text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("it", "lunedì e martedì", ["Monday", "Tuesday"]),
        ("pl", "we wtorek, od wtorku do piątku, w sobotnie popołudnie", ["Tuesday", "Friday", "Saturday"]),
        ("ru", "в среду и в субботу", ["Wednesday", "Saturday"]),
        ("ru", "среди друзей, благоприятную среду", []),
        ("uk", "всередині поля", []),
        ("sv", "i lördags och på måndagen", ["Monday", "Saturday"]),
        ("nl", "maandagochtend", ["Monday"]),
        ("fi", "maanantaina, torstaiaamuna", ["Monday", "Thursday"]),
        ("hu", "hétfőn", ["Monday"]),
        ("tr", "Pazartesi günü", ["Monday"]),
        ("th", "เมื่อวันจันทร์ที่ผ่านมา", ["Monday"]),
        ("vi", "hôm thứ Hai", ["Monday"]),
        ("vi", "lần thứ hai", []),
        ("id", "pada hari Minggu", ["Sunday"]),
        ("id", "dua minggu lalu", []),
        ("fa", "روز یک‌شنبه", []),
        ("he", "ביום שני", ["Monday"]),
        ("el", "την Τρίτη", ["Tuesday"]),
        ("el", "στην τρίτη θέση", []),
        ("zh_TW", "星期三", ["Wednesday"]),
    ],
)
def test_weekdays_are_found_in_their_forms_and_other_words_are_not(locale, text, found):
    assert weekdays(locale, text) == found


def test_last_this_and_next_are_told_apart():
    times = facet("it", "times")
    assert re.search(times.year["last"], "L’anno scorso")
    assert not re.search(times.year["last"], "L’anno prossimo")
    assert re.search(times.month["next"], "il mese prossimo")
    assert re.search(times.day["yesterday"], "ieri")
    assert not re.search(times.day["yesterday"], "pensieri")
    assert re.search(facet("th", "times").year["last"], "เมื่อปีที่แล้วมี")


def unit(locale, text):
    """Return the unit that stands behind a number at the beginning of a text."""
    units = facet(locale, "units")
    forms = "|".join(f"(?P<{name}>{form})" for some in units.dimensions.values() for name, form in some.items())
    match = re.match(rf"\d+[\s\u00a0]?(?:{forms}){units.tail}", text)
    return match and match.lastgroup


@pytest.mark.parametrize(
    ("locale", "text", "name"),
    [
        ("it", "5 ore", "hour"),
        ("it", "5 minuti", "minute"),
        ("it", "5 chilometri quadrati", "km2"),
        ("it", "5 km/h", None),
        ("it", "2005 in Italia", None),
        ("nl", "5 jaar", "year"),
        ("nl", "5 uurtjes", None),
        ("pl", "5 godzin", "hour"),
        ("pl", "22 godziny", "hour"),
        ("pl", "5 milionów", None),
        ("ru", "5 часов", "hour"),
        ("ru", "5 частей", None),
        ("ru", "21 дюйм", "inch"),
        ("ru", "1 ярд", "yard"),
        ("ru", "5 км", "km"),
        ("ru", "5 с половиной", None),
        ("tr", "5 metrekare", "m2"),
        ("tr", "5 saatlik", "hour"),
        ("tr", "5 ayrı", None),
        ("th", "5 ชั่วโมงต่อมา", "hour"),
        ("vi", "5 phút", "minute"),
        ("hi", "5 घंटे", "hour"),
        ("zh_TW", "5分鐘後", "minute"),
        ("zh_TW", "5小時", "hour"),
        ("bn", "৩০ মিটারের", "m"),
        ("lo", "5 ຊມ", None),
    ],
)
def test_units_are_found_behind_a_number_in_all_plural_forms(locale, text, name):
    assert unit(locale, text) == name


def test_a_unit_that_stands_before_its_number_is_known():
    assert re.search(facet("sw", "units").before["hour"], "saa 5")
    assert re.search(facet("tr", "units").before["percent"], "yüzde 40")


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("it", "5 milioni di dollari, 3 euro e una sterlina", {"dollar", "euro", "pound"}),
        ("nl", "Canadese dollar, 5 won", {"dollar", "won"}),
        ("pl", "pięć dolarów", {"dollar"}),
        ("ru", "миллион долларов и сто юаней", {"dollar", "yuan"}),
        ("th", "5 ล้านดอลลาร์สหรัฐและ 3 เยน", {"dollar", "yen"}),
        ("zh_TW", "500萬美元，3億日圓", {"dollar", "yen"}),
        ("vi", "5 triệu đô la", {"dollar"}),
        ("pt_BR", "R$ 5, EUR 3 e US$ 4", {"dollar", "euro"}),
        ("hi", "5 डॉलर", {"dollar"}),
        ("it", "un wonderbra europeo", set()),
    ],
)
def test_currencies_are_found_without_their_countries(locale, text, found):
    assert set(currencies(text, locale)) == found


def test_the_decimal_sign_is_that_of_the_territory():
    assert [facet(locale, "numbers").decimal for locale in ("es", "es_MX", "de", "de_CH", "hi", "fr")] == list(",.,..,")
    assert facet("ar_EG", "numbers").comma


def test_words_that_shorten_numbers_are_known():
    assert facet("it", "numbers").scales["miliardi"] == 10**9
    assert facet("hi", "numbers").scales["करोड़"] == 10**7
    assert facet("zh_TW", "numbers").scales["萬"] == 10**4
    assert [locale for locale in ("ja", "zh_TW", "th", "hi", "it") if facet(locale, "numbers").myriads] == [
        "ja",
        "zh_TW",
    ]


@pytest.mark.parametrize(
    ("locale", "word", "number"),
    [
        ("it", "ventuno", 21),
        ("it", "quattrocento", 400),
        ("de", "siebenundneunzig", 97),
        ("de", "tausend", 1000),
        ("ru", "пятью", 5),
        ("es", "cuatrocientas", 400),
        ("pt_BR", "dezesseis", 16),
        ("pt_PT", "dezasseis", 16),
        ("th", "สิบเอ็ด", 11),
        ("nb", "tjue", 20),
        ("tr", "doksan", 90),
    ],
)
def test_numbers_in_words_are_known(locale, word, number):
    assert facet(locale, "numbers").words[word] == number


def test_ordinals_are_known_where_cldr_has_them():
    assert facet("it", "numbers").ordinals["terza"] == 3
    assert facet("de", "numbers").ordinals["einunddreißigsten"] == 31


@pytest.mark.parametrize(
    ("locale", "pairs"),
    [
        ("et", ("„“", "‚‘")),
        ("sw", ("“”", "‘’")),
        ("is", ("„“", "‚‘")),
        ("ka", ("„“", "«»")),
        ("pt_PT", ("«»", "“”")),
        ("zh_TW", ("「」", "『』")),
    ],
)
def test_quotation_marks_are_first_those_of_cldr(locale, pairs):
    assert facet(locale, "quotes").pairs[:2] == pairs


def test_marks_that_are_alike_at_both_ends_are_known():
    assert facet("fi", "quotes").symmetric
    assert not facet("it", "quotes").symmetric


def test_noon_and_midnight_are_known():
    assert re.search(facet("it", "clock").noon, "A mezzogiorno", re.IGNORECASE)
    assert re.search(facet("ko", "clock").pm, "오후 3시")


def test_numbers_from_two_on_have_one_form_where_cldr_has_two_plurals():
    assert [locale for locale in ("it", "fi", "tr", "ru", "pl", "ar", "ko") if facet(locale, "endings").two_forms] == [
        "it",
        "fi",
        "tr",
    ]


def test_a_language_in_a_script_of_which_cldr_has_no_words_gets_none_in_another_one():
    assert facet("mn_Mong", "months") is None or not re.search("[а-я]", str(facet("mn_Mong", "months").patterns))
    assert facet("ru_Latn", "months") is None


def test_a_name_without_its_country_finds_those_with_one():
    (names, *_) = facet("it", "currencies").names["dollar"].split(")|")
    assert "canadesi" not in names
    assert set(currencies("dollari canadesi", "it")) == {"dollar"}


def test_every_language_of_cldr_has_a_script_and_patterns_that_are_some():
    codes = sorted({name.split("_")[0] for name in localedata.locale_identifiers()})
    assert [code for code in codes if facet(code, "scripts") is None] == []
    for code in codes[::7]:
        for name in languages.FACETS:
            if found := facet(code, name):
                compiled(found, f"{code}: {name}")


def test_names_that_cldr_only_falls_back_on_are_none():
    codes = sorted({name.split("_")[0] for name in localedata.locale_identifiers()})
    named = [code for code in codes if (times := facet(code, "times")) and times.weekday]
    assert not [code for code in named if re.search(facet(code, "times").weekday["Monday"], "mon")]
