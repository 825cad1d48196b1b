"""The verb `run`: extract, draft, check and build in one go, and count what is covered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.stages import build, check, coverage, draft, extract

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Finding
    from l10n.stages.workset import Workset

__all__ = ["Ran", "run"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What each verb did."""

    extracted: extract.Extracted
    drafted: draft.Drafted
    checked: check.Checked
    built: build.Built
    covered: coverage.Covered

    @property
    def failures(self) -> tuple[L10nError, ...]:
        """Every failure once, though several verbs met it."""
        steps = (self.extracted, self.drafted, self.checked, self.built, self.covered)
        return tuple({str(failure): failure for step in steps for failure in step.failures}.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found, then what the build left out besides."""
        told = {(finding.rule, finding.po, finding.key) for finding in self.checked.findings}
        others = [one for one in self.built.findings if (one.rule, one.po, one.key) not in told]
        return (*self.checked.findings, *others)


def run(work: Workset, *, today: date, tell: Callable[[str], None]) -> Ran:
    """Do everything that the other verbs do; what cannot be done for one article does not keep the others.

    Raises `ConfigError` as `build` does, before anything is done.
    """
    build.ready(work)
    tell("extract")
    extracted = extract.extract(work, today=today)
    tell("draft")
    drafted = draft.draft(work, today=today, tell=tell)
    tell("check")
    checked = check.check(work)
    tell("build")
    built = build.build(work)
    return Ran(extracted, drafted, checked, built, coverage.coverage(work))
