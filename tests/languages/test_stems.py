"""Names become patterns: whole words, stems with endings, abbreviations beside digits."""

import re
from types import SimpleNamespace

import pytest

from l10n.languages import stems
from l10n.languages.facets import Endings, Scripts


def tongue(*names, spaced=True, **endings):
    return SimpleNamespace(
        code="xx",
        script="",
        territory="",
        scripts=Scripts(names=frozenset(names or ["latin"]), spaced=spaced),
        endings=Endings(**endings),
    )


def found(language, rows, text, **more):
    patterns = stems.named(language, [row.split("|") for row in rows], **more)
    return [at for at, pattern in enumerate(patterns) if re.search(pattern, text, re.IGNORECASE)]


def test_words_that_do_not_inflect_are_found_whole():
    rows = ["marzo", "maggio"]
    assert found(tongue(), rows, "in Marzo") == [0]
    assert found(tongue(), rows, "marzolino") == []


def test_a_stem_with_another_ending_is_found_where_nouns_have_cases():
    rows = ["września|wrzesień", "maja|maj"]
    assert found(tongue(cases=True), rows, "we wrześniu") == [0]
    assert found(tongue(cases=True), rows, "mają majtki") == []
    assert found(tongue(), rows, "we wrześniu") == [0], "two forms say that the word inflects"


def test_a_stem_that_is_too_short_has_no_endings():
    assert found(tongue(cases=True), ["środa", "sobota"], "środki") == []
    assert found(tongue(cases=True), ["środa", "niedziela"], "niedzielę") == [1]
    assert found(tongue(cases=True), ["środa", "sobota"], "w soboty") == [1]
    assert found(tongue(cases=True), ["středa", "sobota"], "střední", articles=True) == []


def test_listed_endings_are_found_behind_short_stems_and_no_others():
    language = tongue(suffix="а|у|е|ю|ь")
    assert found(language, ["июнь", "июль"], "в июне") == [0]
    assert found(language, ["май|мая", "июнь"], "в мае") == [0]
    assert found(language, ["ой", "июнь"], "о, оа") == []
    assert found(language, ["среда", "пятница"], "среди") == []
    assert found(language, ["среда", "пятница"], "среду") == [0]


def test_a_stem_that_begins_another_name_has_no_endings():
    rows = ["června|červen", "července|červenec"]
    assert found(tongue(suffix="a|u|e|ec|ci"), rows, "července a v červenci") == [1]
    assert found(tongue(cases=True), rows, "v červenci") == [1]


def test_a_vowel_before_the_last_consonant_may_fall():
    assert found(tongue(cases=True), ["poniedziałek", "środa"], "poniedziałku") == [0]


def test_endings_are_glued_behind_the_whole_word():
    assert found(tongue(glued=True), ["kesäkuu", "elokuu"], "kesäkuussakaan, elokuvassa") == [0]
    assert found(tongue(glued=True), ["mai", "juuni"], "maine, juunis") == [1]
    tamil = tongue("tamil", glued=True)
    assert found(tamil, ["ஜூன்", "ஜூலை"], "ஜூனில்") == [0]


def test_names_of_which_one_is_taken_for_another_are_none():
    assert stems.named(tongue(), [["lis"], ["lis"]]) == ()
    assert stems.named(tongue("han", spaced=False), [["一月"], ["十一月"]]) == ()
    assert stems.named(tongue(), [["pazar"], ["pazartesi"]]) != ()


def test_a_border_is_no_vowel_sign():
    hindi = tongue("devanagari")
    assert found(hindi, ["मई", "जून"], "मई।") == [0]
    assert found(hindi, ["सोम", "मंगल"], "सोमे") == []
    assert found(tongue("arabic"), ["شنبه", "جمعه"], "یک\u200cشنبه") == []


def test_what_is_glued_before_a_word_is_no_border():
    assert found(tongue("hebrew", prefix="[בל]{0,2}"), ["מאי", "יוני"], "במאי") == [0]
    assert found(tongue("hebrew"), ["מאי", "יוני"], "במאי") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 mar 2020", True),
        ("3. mar. 2020", True),
        ("mar. 3", True),
        ("3mar2020", True),
        ("mar 3", False),
        ("3 mar", False),
        ("3 mar rosso", False),
        ("3 marzo 2020", False),
        ("sumar. 3", False),
    ],
)
def test_an_abbreviation_counts_between_digits_and_with_its_stop_before_one(text, found):
    assert bool(re.search(stems.beside_digits(tongue(), "mar."), text)) is found
