"""What rules have to know of a language: where it is not known they are not applied, and nothing is silent."""

import pytest

from l10n import checks, languages
from l10n.checks.knowledge import gaps
from l10n.languages.language import CODE
from l10n.model import Flaw, Severity
from l10n.protocols import Pair, Rule, Scope


def told(_):
    yield Flaw("always")


def each(pairs):
    for index, _ in enumerate(pairs):
        yield index, Flaw("always", severity=Severity.ERROR)


def rule(*facets, find=told, **more):
    return Rule("test-rule", Severity.ERROR, "A test.", (), (), find, facets=facets, **more)


def found(one, *locales):
    pairs = [Pair("It left.", "…", locale) for locale in locales]
    return [
        (pairs[index].locale, flaw.severity or one.severity)
        for index, _, flaw in checks.inspect(pairs, [one], scopes=[one.scope])
    ]


@pytest.mark.parametrize("more", [{}, {"find": each, "scope": Scope.ARTICLE}])
def test_a_rule_is_not_applied_where_a_facet_is_not_known_and_that_is_told(more):
    one = rule("scripts", "directions", **more)
    assert found(one, "ko", "th") == [("ko", Severity.ERROR)]
    (gap,) = gaps([one], "th", "en")
    assert (gap.locale, gap.rule, gap.facets) == ("th", "test-rule", ("directions",))


@pytest.mark.parametrize("more", [{}, {"find": each, "scope": Scope.ARTICLE}])
def test_what_only_cldr_knows_makes_no_errors(more):
    grades = [facet.grade for facet in (languages.of("it").times, languages.of("or").times) if facet]
    assert grades == [languages.Grade.TESTED, languages.Grade.CLDR]
    one = rule("times", **more)
    assert found(one, "it", "or") == [("it", Severity.ERROR), ("or", Severity.WARNING)]
    assert found(rule(**more), "or") == [("or", Severity.ERROR)]


@pytest.mark.parametrize("name", ["particles", "numbers.counted"])
def test_a_rule_about_a_custom_of_one_language_lacks_nothing_elsewhere(name):
    assert found(rule(name), "ko", "th") == [("ko", Severity.ERROR)]
    assert gaps([rule(name)], "th", "en") == ()


def test_what_is_not_known_of_the_language_of_the_source_is_told():
    one = rule("times", of_source=("times.told", "negation.clear"))
    assert gaps([one], "ko", "en") == ()
    (gap,) = gaps([one], "ko", "de")
    assert gap.facets == ("source.times", "source.negation")
    assert gaps([rule("numbers.counted", of_source=("times.told",))], "th", "de") == ()


@pytest.mark.parametrize("source", ["de", "tlh"])
def test_a_rule_that_reads_words_of_the_source_finds_nothing_or_says_what_it_lacks(source):
    told = {gap.rule for gap in gaps(checks.members("facts"), "ko", source)}
    unread = {"negation", "time-word"} if source == "de" else {"negation", "time-word", "direction", "currency", "unit"}
    words = {"number-figures", "number-word", "bound", "opposite", "office", "country", "tense"}
    unread |= words if source == "tlh" else set()
    assert told == unread


def test_rules_ask_for_facets_that_there_are():
    asked = {name.partition(".")[0] for one in checks.members("all") for name in (*one.facets, *one.of_source)}
    assert asked
    assert asked <= {*languages.FACETS, *CODE}
