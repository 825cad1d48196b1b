"""Rules ask what is known of a language, so none is left out that has the same reason."""

import pytest

from l10n import checks, languages
from l10n.protocols import Pair


def ids(source, target, locale):
    return {rule.id for _, rule, _ in checks.inspect([Pair(source, target, locale)])}


@pytest.mark.parametrize("locale", ["ja", "zh_CN", "zh_TW", "yue"])
def test_wide_marks_are_right_where_the_script_is_wide(locale):
    assert "full-width" not in ids("Stop, please!", "停！請，謝", locale)
    assert "full-width" in ids("Stop, please!", "Alto！ por favor", "es")


def test_simplified_letters_in_a_traditional_text_are_another_language():
    simplified = "市议会星期一在港口开会，讨论码头与渔船。"
    assert "wrong-language" in ids("The council met.", simplified, "zh_TW")
    assert "wrong-language" not in ids("The council met.", simplified, "zh_CN")


def test_words_are_doubled_by_grammar_in_south_asia():
    assert "doubled-word" not in ids("Hundreds of people came.", "শত শত মানুষ এসেছিল।", "bn")
    assert "doubled-word" in ids("The guard left.", "국경 국경 경비대가 떠났다.", "ko")


@pytest.mark.parametrize(("locale", "known"), [("fr", True), ("th", False), ("lo", False), ("ta", True), ("sw", True)])
def test_what_a_rule_needs_is_asked_of_the_language(locale, known):
    assert languages.of(locale).has("marks.stops") is known
    assert not languages.of(locale).has("names.glued")
    assert not languages.of(locale).has("particles")
