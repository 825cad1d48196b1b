"""Owns looking up where the faults of findings stand in their PO files, for reports that programs read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog import positions
from l10n.errors import L10nError
from l10n.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from l10n.model import Finding, Spot
    from l10n.stages.workset import Workset

__all__ = ["located"]


def located(work: Workset, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the places of their faults; a file is read once more, and only where it has some.

    What somebody changed meanwhile stays without a place.
    """
    finders: dict[tuple[str, str], Callable[[Finding], Spot | None]] = {}
    found = []
    for finding in findings:
        if finding.po and finding.start < finding.end:
            place = (finding.article, finding.locale)
            if place not in finders:
                finders[place] = _finder(work, *place)
            finding = replace(finding, spot=finders[place](finding))  # noqa: PLW2901  the same, with its place
        found.append(finding)
    return tuple(found)


def _finder(work: Workset, article: str, locale: str) -> Callable[[Finding], Spot | None]:
    try:
        po = work.project.catalog(article, locale)
    except L10nError:
        po = None
    entries = po.catalog.entries if po else ()
    where = {entry.key: at for at, entry in enumerate(entries) if entry.state is not State.OBSOLETE}

    def find(finding: Finding) -> Spot | None:
        at = where.get(finding.key) if finding.key else None
        if po is None or at is None or entries[at].target != finding.text:
            return None
        return positions.spot(po, at, finding.start, finding.end)

    return find
