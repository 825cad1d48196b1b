"""Every rule's own examples, run as tests."""

import pytest

from l10n import checks, formats
from l10n.protocols import Pair


def pair(example):
    fmt = formats.load("markdown")
    return Pair(
        example.source,
        example.target,
        example.locale,
        fmt.inline(example.source),
        fmt.inline(example.target),
    )


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.id)
def test_the_failing_example_is_found_and_the_passing_one_is_not(rule):
    assert list(rule.find(pair(rule.failing)))
    assert list(rule.find(pair(rule.passing))) == []


def test_rule_ids_are_unique_and_reasons_are_sentences():
    rules = checks.rules()
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.reason.endswith(".") for rule in rules)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("It ended.", " 끝났다.", ["begins"]),
        ("It ended.", "끝났다.\n", ["ends"]),
        (" It ended.", " 끝났다.", []),
        ("One.  Two.", "하나.  둘.", []),
        ("It ended.", "끝\t났다.", ["tab"]),
    ],
)
def test_white_space_is_held_against_the_source(source, target, found):
    messages = [message for rule, message in checks.inspect(Pair(source, target, "ko")) if rule.id == "white-space"]
    assert len(messages) == len(found)
    assert all(word in message for word, message in zip(found, messages, strict=True))
