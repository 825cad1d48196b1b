"""What `check` calls an error never becomes a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n import checks, formats
from l10n.checks.drafted import judges
from l10n.checks.knowledge import unproven
from l10n.drafting import judging
from l10n.drafting.drafters import drafter
from l10n.drafting.jobs import Brief, DraftJob, paired
from l10n.model import Flaw, Key, Severity
from l10n.protocols import Scope

BRIEF = Brief("en", "ko", (), formats.load, judges=judges("ko"))


def fault(target, brief=BRIEF, by="deepl", source="The ferry left the harbor."):
    return judging.fault(DraftJob("a.md", "markdown", Key(source), (by,), "", ""), target, drafter(by), brief)


def telling(severity, *, fix=None, finishes=False):
    rule = replace(checks.rules()[0], id="told", find=lambda _: [Flaw("so", 0, 1, fix, severity)], finishes=finishes)
    return replace(BRIEF, judges=(rule,))


def test_an_error_of_a_rule_keeps_an_answer_out_and_a_warning_does_not():
    assert fault("여객선이 항구를 떠났다.") == ""
    assert fault("여객선이 항구를 떠났다.", telling(Severity.ERROR)) == "told: so"
    assert fault("여객선이 항구를 떠났다.", telling(Severity.WARNING)) == ""


def test_an_error_that_the_finish_mends_keeps_nothing_out():
    assert fault("여객선이 항구를 떠났다.", telling(Severity.ERROR, fix="x", finishes=True)) == ""
    assert fault("여객선이 항구를 떠났다.", telling(Severity.ERROR, fix="x")) == "told: so"


@pytest.mark.parametrize("by", ["memory", "pseudo"])
def test_what_a_person_wrote_once_and_what_is_no_translation_is_not_judged_by_rules(by):
    assert fault("여객선이 항구를 떠났다.", telling(Severity.ERROR), by) == ""


@pytest.mark.parametrize(
    "rule", [one for one in checks.rules() if one.scope is Scope.SEGMENT and one.default], ids=lambda rule: rule.id
)
def test_what_check_calls_an_error_never_becomes_a_draft(rule):
    for one in rule.failing:
        brief = Brief("en", one.locale, one.terms, formats.load, judges=judges(one.locale))
        job = DraftJob("a.md", "markdown", Key(one.source), ("deepl",), "", "", one.names, one.kind)
        found = [
            flaw
            for _, _, flaw in checks.inspect([paired(job, one.target, brief)], [rule])
            if (flaw.severity or rule.severity) is Severity.ERROR and not (rule.finishes and flaw.fix is not None)
        ]
        if found and not unproven(rule, one.locale):
            assert judging.fault(job, one.target, drafter("deepl"), brief)
