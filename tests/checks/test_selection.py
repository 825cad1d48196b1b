"""Which rules are wanted, and the comments that silence them."""

import pytest

from l10n import checks
from l10n.checks.selection import Selection
from l10n.errors import UsageError
from l10n.model import Flaw, Severity


def ids(rules):
    return {rule.id for rule in rules}


def test_without_a_choice_the_default_rules_are_wanted():
    every = ids(checks.members("all"))
    assert ids(checks.chosen()) == ids(checks.members("default")) == {r.id for r in checks.members("all") if r.default}
    assert ids(checks.chosen(("all",))) == every
    assert ids(checks.rules()) < every


def test_a_family_is_its_rules_and_a_rule_named_beats_its_family():
    assert ids(checks.chosen(("markup",))) >= {"markup", "mark-left"}
    assert "mark-left" not in ids(checks.chosen(ignore=("typography", "mark-left")))
    assert ids(checks.chosen(("mark-left",), ("mark-left", "numbers"))) == {"mark-left"}


def test_a_choice_is_made_over_the_one_before():
    first = checks.chosen(ignore=("white-space",))
    assert ids(checks.chosen(among=first)) == ids(first)
    assert ids(checks.chosen(ignore=("numbers",), among=first)) == ids(first) - {"numbers"}
    assert ids(checks.chosen(("white-space",), among=first)) == {"white-space"}
    assert checks.chosen(among=()) == ()


def test_every_name_means_rules_and_any_other_is_refused():
    assert all(checks.members(name) or name in checks.FAMILIES for name in checks.names())
    with pytest.raises(UsageError, match="white-space"):
        checks.members("whitespace")


def test_names_are_not_given_twice():
    inside = ids(checks.rules())
    assert len(checks.members("all")) == len(ids(checks.members("all")))
    assert not set(checks.SETS) & (inside | set(checks.FAMILIES))
    for name in set(checks.FAMILIES) & inside:
        assert checks.family(name) == name, "a rule with the name of another family is ambiguous"


def test_the_severity_of_the_configuration_beats_that_of_a_fault_which_only_cldr_tells():
    (rule,) = checks.members("unit")
    told = Flaw("another unit", 0, 1, severity=Severity.WARNING)
    assert Selection((rule,), {}).severity(rule, told) is Severity.WARNING
    assert Selection((rule,), {"unit": Severity.ERROR}).severity(rule, told) is Severity.ERROR
    assert Selection((rule,), {"facts": Severity.ERROR}).severity(rule, told) is Severity.ERROR
