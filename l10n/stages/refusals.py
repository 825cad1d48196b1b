"""Owns telling of the texts that stay out of their article: put in, they would change its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.rules.structure import STRUCTURE
from l10n.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Entry

__all__ = ["refusals"]


def refusals(entries: Iterable[Entry], *, article: str, locale: str, po: str) -> tuple[Finding, ...]:
    """Return a finding for each entry that was refused; `po` is the path of its catalogue."""
    return tuple(
        Finding(
            rule=STRUCTURE.id,
            severity=STRUCTURE.severity,
            message="put in, this text would change the structure of the article; it stays English",
            article=article,
            locale=locale,
            po=po,
            line=entry.line,
            key=entry.key,
            text=entry.target,
            reason=STRUCTURE.reason,
        )
        for entry in entries
    )
