"""A language: its chain of supplements, its facets and their grades."""

import subprocess
import sys
import types

import pytest

from l10n import languages
from l10n.errors import ConfigError
from l10n.languages import FACETS, Grade, supplement
from l10n.languages.facets import PROOFS, Units
from l10n.languages.language import Language
from l10n.languages.reading import read


def forget():
    languages.of.cache_clear()
    vars(languages)["_language"].cache_clear()


def facet(locale, name):
    return getattr(languages.of(locale), name)


@pytest.fixture
def written(monkeypatch):
    """Put supplements of the test's own in the place of the real ones."""
    texts: dict[str, str] = {}

    def load(name, facets):
        return supplement.parsed(texts[name], name, f"{name}.toml", facets) if name in texts else None

    monkeypatch.setattr(supplement, "load", load)
    monkeypatch.setattr(supplement, "names", lambda: tuple(sorted(texts)))
    forget()
    yield texts
    forget()


@pytest.mark.parametrize(
    ("locale", "chain"),
    [
        ("ko", ("ko",)),
        ("pt_BR", ("pt_BR", "pt")),
        ("pt-br", ("pt_BR", "pt")),
        ("de_AT", ("de_AT", "de")),
        ("sr@latin", ("sr_Latn", "sr")),
        ("nb", ("nb", "no")),
        ("zh_TW", ("zh_TW", "zh_Hant", "zh")),
        ("zh_Hant", ("zh_Hant", "zh")),
        ("zh-Hant-HK", ("zh_HK", "zh_Hant", "zh")),
        ("zh_HK", ("zh_HK", "zh_Hant", "zh")),
        ("zh_CN", ("zh_CN", "zh_Hans", "zh")),
        ("zh", ("zh_Hans", "zh")),
        ("cmn-TW", ("zh_TW", "zh_Hant", "zh")),
        ("sh", ("sr_Latn", "sr")),
        ("tl_PH", ("fil_PH", "fil")),
    ],
)
def test_any_spelling_of_a_locale_gives_the_chain_of_its_supplements(written, locale, chain):
    written["zh_Hant"] = ""
    assert languages.of(locale).chain == chain


def test_a_locale_is_made_once():
    assert languages.of("ko") is languages.of("ko")
    assert languages.of("pt-BR") is languages.of("pt_br")


def test_a_supplement_lies_over_the_one_of_its_script_that_over_the_one_of_its_language(written):
    written["zh"] = "[units.time]\nhour = '小时'\nminute = '分钟'\nday = '天'\n"
    written["zh_Hant"] = "[units.time]\nhour = '小時'\nday = ''\n"
    written["zh_TW"] = "[units.time]\nminute = '分鐘|{base}'\n"
    units = facet("zh_TW", "units")
    assert units.time["hour"] == "小時"
    assert units.time["minute"] == "分鐘|分钟"
    assert "day" not in units.time
    assert facet("zh", "units").time["hour"] == "小时"


def test_cldr_lies_under_a_table_unless_the_table_refuses_it(written):
    written["it"] = "[units.time]\nhour = '{base}|oretta'\n"
    assert facet("it", "units").time["hour"] == "ora|ore|oretta"
    assert "km" in facet("it", "units").length
    written["es"] = "[units]\ncldr = false\n[units.time]\nhour = '{base}|horas?'\n"
    assert facet("es", "units").dimensions == {"time": {"hour": "horas?"}}


def test_a_facet_of_which_nothing_is_known_is_none(written):
    assert facet("it", "negation") is None
    assert facet("xx", "months") is None
    written["it"] = "[negation]\npattern = '\\bnon\\b'\n"
    forget()
    assert facet("it", "negation").pattern == r"\bnon\b"


EXAMPLE = '[[example]]\nrule = "unit"\nsource = "It took 5 hours."\ntarget = "{}"\nfinds = {}\n'


def test_a_facet_is_tested_when_rows_show_both_what_is_found_and_what_is_not(written):
    written["it"] = EXAMPLE.format("Ci vollero 5 minuti.", "true")
    written["nl"] = EXAMPLE.format("Het duurde 5 minuten.", "true") + EXAMPLE.format("Het duurde 5 uur.", "false")
    assert facet("it", "units").grade is Grade.CLDR
    assert facet("nl", "units").grade is Grade.TESTED
    assert facet("nl", "times").grade is Grade.CLDR


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("[unit]\n", "unit", "Did you mean `units`?"),
        ("units = 3\n", "units", "Write `[units]`"),
        ("[units]\nlenght = {}\n", "units.lenght", "Did you mean `length`?"),
        ("[units]\nlength = 'km'\n", "units.length", "Write a table"),
        ("[units.length]\nkm = 3\n", "units.length.km", "Write a text"),
        ("[quotes]\nsymmetric = 'yes'\n", "quotes.symmetric", "true or false"),
        ("[length]\nbounds = [0.3]\n", "length.bounds", "an array of 2"),
        ("[numbers.words]\none = 'uno'\n", "numbers.words.one", "a number, such as"),
        ("[endings]\ngrade = 'tested'\n", "endings.grade", "Known are"),
        ("[[example]]\nrule = 'unit'\nsource = 'a'\n", "example[1].target", "every `[[example]]`"),
        ("[[example]]\nrule = 'unit'\nsource = 'a'\ntarget = 'b'\n", "example[1].finds", "every `[[example]]`"),
        (
            "[[example]]\nrule = ''\nsource = 'a'\ntarget = 'b'\nfinds = true\n",
            "example[1].rule",
            "every `[[example]]`",
        ),
        ("example = ['unit']\n", "example[1]", "Write `[[example]]`."),
        ("[[example]]\nrole = 'unit'\n", "example[1].role", "Did you mean `rule`?"),
    ],
)
def test_what_is_wrong_in_a_supplement_is_told_with_file_key_and_remedy(written, text, key, remedy):
    written["it"] = text
    language = languages.of("it")
    with pytest.raises(ConfigError) as error:
        [getattr(language, name) for name in FACETS]
    assert error.value.path == "it.toml"
    assert f"`{key}`" in error.value.message
    assert remedy in error.value.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[units\n", 1),
        ("[months.patterns]\n1 = 'gennaio'\n1 = 'gen'\n", 3),
        ("[months.patterns]\n[months.patterns]\n", 2),
        ("[durations.wholes]\nhalvår = '6 month'\n", 2),
        ('[negation]\npattern = "\\bnon\\d"\n', 2),
    ],
)
def test_what_is_no_toml_is_told_with_its_file_its_line_and_what_is_often_wrong(written, text, line):
    written["it"] = text
    with pytest.raises(ConfigError) as error:
        facet("it", "units")
    assert error.value.path == "it.toml"
    assert f"(at line {line}," in error.value.message
    assert "stands in quotes, a pattern in single ones" in error.value.remedy


def test_what_is_no_utf_8_is_told_with_its_file(tmp_path, monkeypatch):
    (tmp_path / "xx.toml").write_bytes(b"[negation]\npattern = 'n\xe3o'\n")
    monkeypatch.setattr(supplement, "_HERE", tmp_path)
    monkeypatch.setattr(supplement, "_files", lambda: {"xx": tmp_path / "xx.toml"})
    with pytest.raises(ConfigError, match=r"l10n/languages/xx\.toml: the file is not UTF-8\. Save it as UTF-8\."):
        supplement.load.__wrapped__("xx", frozenset(FACETS))


def test_an_empty_file_says_nothing_and_is_no_fault(written):
    written["it"] = ""
    assert facet("it", "units").grade is Grade.CLDR
    assert facet("it", "negation") is None


def test_numbers_in_words_are_read_from_the_number_to_its_words(written):
    written["it"] = "[numbers]\ncldr = false\n[numbers.words]\n1 = 'un uno una'\n1_000_000 = ['un milione']\n"
    assert facet("it", "numbers").words == {"un": 1, "uno": 1, "una": 1, "un milione": 1_000_000}


def test_what_is_no_pattern_is_told_with_its_key():
    with pytest.raises(ConfigError, match=r"units\.length\.km"):
        supplement.compiled(read(Units, {"length": {"km": "(km"}}, "units"), "units")


@pytest.mark.parametrize("name", languages.known())
def test_all_patterns_of_a_supplement_are_patterns(name):
    language = languages.of(name)
    for facet in FACETS:
        if found := getattr(language, facet):
            supplement.compiled(found, f"{name}: {facet}")


def test_every_facet_that_rules_ask_can_be_proved():
    assert set(PROOFS) <= set(FACETS)


def test_the_code_of_a_language_is_found_in_its_folder(monkeypatch):
    package = types.ModuleType("l10n.languages.tlh")
    monkeypatch.setattr(package, "FACETS", {"particles": "here"}, raising=False)
    monkeypatch.setitem(sys.modules, "l10n.languages.tlh", package)
    monkeypatch.setattr(supplement, "packages", lambda: frozenset({"tlh"}))
    assert Language("tlh", "", "", ("tlh",)).code_facet("particles") == "here"
    assert Language("tlh", "", "", ("tlh",)).code_facet("spacing") is None
    assert Language("xx", "", "", ("xx",)).code_facet("particles") is None


def loaded(code):
    """Return the modules that a program of its own has loaded, and the supplements that it has read."""
    program = (
        f"import sys\n{code}\n"
        "print(*sorted(sys.modules))\n"
        "from l10n.languages import supplement\nprint(supplement.load.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules, supplements = done.stdout.splitlines()
    return set(modules.split()), int(supplements)


def test_importing_the_room_and_naming_a_language_reads_nothing():
    modules, supplements = loaded("from l10n import languages\nlanguages.of('it')")
    assert not {"babel", "tomllib"} & modules
    assert supplements == 0


def test_a_facet_without_a_base_in_cldr_leaves_babel_closed():
    modules, supplements = loaded("from l10n import languages\nlanguages.of('it').negation")
    assert "tomllib" in modules
    assert "babel" not in modules
    assert supplements == 1
