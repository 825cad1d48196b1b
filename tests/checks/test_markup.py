"""The rules about markup."""

from __future__ import annotations

import pytest

from l10n import checks, formats
from l10n.model import Severity
from l10n.protocols import Pair


def flaws(source, target, form="markdown", locale="ko"):
    fmt = formats.load(form)
    given = Pair(source, target, locale, fmt.inline(source), fmt.inline(target))
    rules = [rule for rule in checks.rules() if checks.family(rule.id) == "markup"]
    return [(rule.id, flaw.severity or rule.severity, flaw) for _, rule, flaw in checks.inspect([given], rules)]


@pytest.mark.parametrize(
    ("source", "target", "right", "locale"),
    [
        ("The **ministry (MSS)** left.", "**국가보위성(MSS)**은 떠났다.", "**국가보위성**(MSS)은 떠났다.", "ko"),
        ("He said **“so”** then.", "그는 **“그래”**라고 했다.", "그는 “**그래**”라고 했다.", "ko"),
        ("A **“quote”** here.", "这是**“引用”**的意思。", "这是“**引用**”的意思。", "zh_CN"),
        ("A **“quote”** here.", "これは**「引用」**です。", "これは「**引用**」です。", "ja"),
    ],
)
def test_a_mark_that_does_not_close_is_told_once_with_a_spelling_that_does(source, target, right, locale):
    ((rule, severity, flaw),) = flaws(source, target, locale=locale)
    assert (rule, severity) == ("emphasis-literal", Severity.WARNING)
    assert target[: flaw.start] + flaw.fix + target[flaw.end :] == right
    assert flaws(source, right, locale=locale) == []


def test_lost_emphasis_is_an_error_and_told_once():
    ((rule, severity, flaw),) = flaws("The **ministry** left.", "** 국가보위성**은 떠났다.")
    assert (rule, severity, flaw.fix) == ("emphasis-literal", Severity.ERROR, "**국가보위성**")
    ((rule, severity, flaw),) = flaws("The **ministry** left.", "**국가보위성은 떠났다.")
    assert (rule, severity, flaw.start, flaw.end) == ("emphasis-literal", Severity.ERROR, 0, 2)


def test_emphasis_that_is_simply_gone_is_told_by_parity():
    ((rule, _, flaw),) = flaws("The **ministry** left.", "국가보위성은 떠났다.")
    assert (rule, flaw.start, flaw.end) == ("markup", 0, 0)


def test_more_lost_than_literal_is_told_by_both():
    found = {rule for rule, *_ in flaws("**One** and **two** left.", "**하나는 떠났다.")}
    assert found == {"emphasis-literal", "markup"}


@pytest.mark.parametrize(
    ("target", "right"), [("**국가보위성**은 떠났다.", "국가보위성은 떠났다."), ("그는 **떠났다.", None)]
)
def test_marks_in_plain_text_are_literal(target, right):
    ((rule, severity, flaw),) = flaws("The ministry left.", target, "plain")
    assert (rule, severity) == ("emphasis-literal", Severity.WARNING)
    assert right is None or target[: flaw.start] + flaw.fix + target[flaw.end :] == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The **ministry** left.", "**국가보위성**은 떠났다."),
        ("2 ** 3 is eight.", "2 ** 3은 여덟이다."),
        ("2 * 3 * 4 is more.", "2 * 3 * 4는 더 크다."),
        ("Use snake_case_name.", "snake_case_name을 쓴다."),
    ],
)
@pytest.mark.parametrize("form", ["markdown", "plain"])
def test_marks_of_the_source_are_its_own(source, target, form):
    assert flaws(source, target, form) == []


def test_what_is_added_is_told_with_its_place():
    target = "`a`와 `b`를 읽는다."
    ((rule, _, flaw),) = flaws("Read `a`.", target)
    assert (rule, target[flaw.start : flaw.end]) == ("markup", "`b`")
    target = "`a`와 `a`를 읽는다."
    ((_, _, flaw),) = flaws("Read `a`.", target)
    assert flaw.start == target.rindex("`a`")
