"""Owns telling of the texts that stay out of their article: they would change its structure, or act on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.rules.structure import STRUCTURE
from l10n.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Entry

__all__ = ["refusal", "refusals"]


def refusal(what: str) -> str:
    """Say that a text stays out for what it would do."""
    return f"put in, this text would {what}; it stays English"


def refusals(entries: Iterable[tuple[Entry, str]], *, article: str, locale: str, po: str) -> tuple[Finding, ...]:
    """Return a finding for each entry that was refused, with what it would do; `po` is its catalogue's path."""
    return tuple(
        Finding(
            rule=STRUCTURE.id,
            severity=STRUCTURE.severity,
            message=refusal(what),
            article=article,
            locale=locale,
            po=po,
            line=entry.line,
            key=entry.key,
            text=entry.target,
            reason=STRUCTURE.reason,
        )
        for entry, what in entries
    )
