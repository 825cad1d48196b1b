"""The tools of languages: numbers by CLDR's rules, and the report card."""

import json
import re

import pytest

from l10n.errors import ConfigError, UsageError
from l10n.languages.supplement import ExampleRow
from tools.language import card, corpus, failures, main
from tools.rbnf import Rules, Unreadable

SETS = {
    "%german": [
        ("-x", "minus →→;"),
        ("0", "null;"),
        ("1", "eins;"),
        ("2", "zwei;"),
        ("3", "drei;"),
        ("10", "zehn;"),
        ("11", "elf;"),
        ("13", "→→zehn;"),
        ("20", "[→%%ein→und]zwanzig;"),
        ("100", "←%%ein←hundert[→→];"),
        ("1000", "=#,##0=;"),
    ],
    "%%ein": [("0", "=%german=;"), ("1", "ein;"), ("2", "=%german=;")],
    "%french": [("0", "=%german=;"), ("60/20", "soixante[-→→];"), ("80/20", "quatre-vingt[-→→|s];")],
    "%hundreds": [("0", "=%german=;"), ("100", "←← hundred[ →→];"), ("250", "←← odd →→;")],
    "%plural": [("0", "' $(cardinal,one{Jahr}other{Jahre})$;")],
    "%before": [("0", "=%german=;"), ("100", "a →→;"), ("200", "b →→→;")],
    "%lower": [("0", "=%german=;"), ("1000>", "←← [→→];")],
}
RULES = Rules(SETS, lambda number: "one" if number == 1 else "other", lambda _: "other")


@pytest.mark.parametrize(
    ("name", "number", "text"),
    [
        ("%german", 0, "null"),
        ("%german", 13, "dreizehn"),
        ("%german", 20, "zwanzig"),
        ("%german", 21, "einundzwanzig"),
        ("%german", 121, "einhunderteinundzwanzig"),
        ("%french", 73, "soixante-dreizehn"),
        ("%french", 80, "quatre-vingts"),
        ("%french", 83, "quatre-vingt-drei"),
        ("%hundreds", 300, "drei hundred"),
        ("%hundreds", 301, "drei odd eins"),
        ("%plural", 1, " Jahr"),
        ("%plural", 2, " Jahre"),
        ("%before", 203, "b a drei"),
        ("%lower", 1011, "zehn elf"),
    ],
)
def test_a_number_is_written_as_the_rules_say(name, number, text):
    assert RULES.spell(number, name) == text


@pytest.mark.parametrize(("number", "name"), [(1000, "%german"), (3, "%nothing")])
def test_a_number_that_the_rules_leave_in_digits_is_not_in_words(number, name):
    with pytest.raises(Unreadable):
        RULES.spell(number, name)


def test_names_of_rule_sets_are_found_by_their_beginning():
    assert RULES.names("%h") == ["%hundreds"]


def test_the_report_card_names_facets_their_grade_and_source():
    lines = card("it").splitlines()
    assert lines[0] == "it: Italian, written in latin, ltr"
    (words,) = (line.split() for line in lines if line.strip().startswith("function_words "))
    assert (words[1], words[3]) == ("tested", "CLDR")
    (times,) = (line for line in lines if line.strip().startswith("times "))
    assert times.endswith("CLDR, l10n/languages/it.toml")
    assert any(line.split() == ["directions", "–"] for line in lines)
    assert any(re.fullmatch(r"examples: (\d+) of \1 as they say", line) for line in lines)
    assert "  particle: no particles" in lines


def test_the_report_card_says_which_rows_would_prove_a_facet():
    lines = card("da").splitlines()
    assert "  units: unit" in lines
    assert not any(line.startswith("  function_words: ") for line in lines), "it is tested"
    assert "  negation: negation" not in lines, "nothing is known of it"


def test_a_row_that_is_not_as_it_says_is_told():
    right = ExampleRow("numbers", "It has 5 wheels.", "Ha 6 ruote.", finds=True)
    wrong = ExampleRow("numbers", "It has 5 wheels.", "Ha 6 ruote.", finds=False)
    assert failures([right, wrong], "it") == ["numbers: It has 5 wheels. → Ha 6 ruote.: should not be found"]


def test_a_row_is_a_test_of_the_file_that_it_stands_in():
    assert "examples: 0 of" not in card("zh_TW")
    (line,) = (line for line in card("zh_TW").splitlines() if line.startswith("examples:"))
    assert re.fullmatch(r"examples: (\d+) of \1 as they say", line), "simplified letters are wrong in zh_Hant only"


def test_a_file_that_is_wrong_is_told_in_a_line(monkeypatch):
    def refuse(_):
        raise ConfigError("`unit` is not known", path="it.toml", remedy="Did you mean `units`?")

    monkeypatch.setattr("tools.language.card", refuse)
    with pytest.raises(SystemExit, match=r"l10n: it\.toml: `unit` is not known\. Did you mean `units`\?"):
        main(["it"])


def test_lengths_of_a_corpus_are_measured_in_parts_of_the_source(tmp_path):
    path = tmp_path / "news.jsonl"
    source = "The council met in the old harbor hall yesterday."
    rows = [{"en": source, "it": ("Il consiglio " * 9)[: len(source) * tenths // 10]} for tenths in (5, 10, 20)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first = corpus(path, "it").splitlines()[0]
    assert re.fullmatch(
        r"length of 3: 1st percentile 0\.[45]\d, median (?:0\.9\d|1\.00), 99th (?:1\.9\d|2\.00)", first
    ), first


def test_a_row_that_names_no_rule_is_an_error():
    with pytest.raises(UsageError, match="no rule"):
        failures([ExampleRow("number", "a", "b", finds=True)], "it")


def test_findings_in_a_corpus_are_counted_and_listed(tmp_path):
    path = tmp_path / "news.jsonl"
    rows = [
        {"doc": "1", "en": "It has 5 wheels.", "it": "Ha 6 ruote."},
        {"doc": "1", "eng": "It has 7 wheels.", "it": "Ha 7 ruote."},
        {"doc": "2", "en": "It has 8 wheels.", "de": "Es hat 8 Räder."},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = corpus(path, "it").splitlines()
    assert lines[0] == "2 segments, findings per 100:"
    assert lines[1].split() == ["50.00", "numbers"]
    assert lines[2].startswith("numbers [error]: ")
    assert lines[3:] == ["  It has 5 wheels.", "  Ha 6 ruote."]
    assert corpus(path, "fr") == "no segment in fr\n"
