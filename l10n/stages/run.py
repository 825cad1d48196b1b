"""The verb `run`: extract, draft, check and build in one go, and count what is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import collecting
from l10n.model import Severity, State
from l10n.stages import build, check, coverage, draft, extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Finding, Key
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
    unread: frozenset[tuple[str, Key | None]] = frozenset()
    """PO file and key of the machine drafts that something less than an error was found in."""

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

    @property
    def telling(self) -> tuple[tuple[Finding, ...], int]:
        """What to show of the findings, and how many are left aside: less than errors, and on machine drafts."""
        kept = tuple(one for one in self.findings if one.severity is Severity.ERROR or not self._drafted(one))
        return kept, len(self.findings) - len(kept)

    def _drafted(self, finding: Finding) -> bool:
        return (finding.po, finding.key) in self.unread


def run(work: Workset, *, today: date, tell: Callable[[str], None]) -> Ran:
    """Do everything that the other verbs do; what cannot be done for one article does not keep the others.

    Raises `UsageError` as `check` and `build` do, before anything is done.
    """
    build.ready(work)
    check.ready(work)
    tell("extract")
    extracted = extract.extract(work, today=today)
    tell("draft")
    drafted = draft.draft(work, today=today, tell=tell)
    tell("check")
    checked = check.check(work)
    tell("build")
    built = build.build(work)
    done = Ran(extracted, drafted, checked, built, coverage.coverage(work))
    return replace(done, unread=_unread(work, done.findings))


def _unread(work: Workset, findings: Iterable[Finding]) -> frozenset[tuple[str, Key | None]]:
    """Return which of the texts that findings speak of are machine drafts."""
    asked: dict[tuple[str, str], set[Key]] = {}
    for one in findings:
        if one.po and one.key and one.severity is not Severity.ERROR:
            asked.setdefault((one.article, one.locale), set()).add(one.key)
    found: set[tuple[str, Key | None]] = set()
    for (article, locale), keys in asked.items():
        with collecting([], work.project.catalog_name(article, locale), "reading it"):
            po = work.project.catalog(article, locale)
            live = po.catalog.live() if po else {}
            name = work.project.catalog_name(article, locale)
            found |= {(name, key) for key in keys if key in live and live[key].state is State.DRAFT}
    return frozenset(found)
