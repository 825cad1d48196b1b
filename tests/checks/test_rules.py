"""Every rule's own examples, run as tests."""

import pickle
from dataclasses import replace

import pytest

from l10n import checks, formats
from l10n.protocols import Pair, Scope


def pairs(examples):
    fmt = formats.load("markdown")
    return [
        Pair(
            source=example.source,
            target=example.target,
            locale=example.locale,
            source_spans=fmt.inline(example.source),
            target_spans=fmt.inline(example.target),
            kind=example.kind,
            terms=example.terms,
            names=example.names,
            article=f"{number}.md",
        )
        for number, example in enumerate(examples)
    ]


def found(rule, given):
    return [(index, flaw) for index, _, flaw in checks.inspect(given, [rule], scopes=[rule.scope])]


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.id)
def test_the_failing_example_is_found_and_the_passing_one_is_not(rule):
    assert found(rule, pairs(rule.failing))
    assert found(rule, pairs(rule.passing)) == []


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.id)
def test_a_fault_lies_in_its_text_and_a_fix_ends_it(rule):
    given = pairs(rule.failing)
    for index, flaw in found(rule, given):
        text = given[index].source if rule.scope is Scope.SOURCE else given[index].target
        assert 0 <= flaw.start <= flaw.end <= len(text)
        assert flaw.message
        if flaw.fix is not None:
            mended = text[: flaw.start] + flaw.fix + text[flaw.end :]
            side = "source" if rule.scope is Scope.SOURCE else "target"
            left = found(rule, [replace(given[index], **{side: mended, f"{side}_spans": ()})])
            assert len(left) < len(found(rule, [given[index]]))


@pytest.mark.parametrize("rule", checks.members("all"), ids=lambda rule: rule.id)
def test_a_rule_goes_to_another_process_and_comes_back_the_same(rule):
    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301  our own


@pytest.mark.parametrize("rule", checks.members("all"), ids=lambda rule: rule.id)
def test_a_rule_about_a_locale_and_no_other_has_a_digest(rule):
    assert (rule.digest is not None) is (rule.scope is Scope.LOCALE)


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
    messages = [
        flaw.message for _, rule, flaw in checks.inspect([Pair(source, target, "ko")]) if rule.id == "white-space"
    ]
    assert len(messages) == len(found)
    assert all(word in message for word, message in zip(found, messages, strict=True))
