"""Owns the exit codes and how results decide them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Finding, Severity

__all__ = ["Exit", "has_errors"]


class Exit(IntEnum):
    """What the program tells its caller; a contract."""

    OK = 0
    FINDINGS = 1
    """Error-level findings, coverage under a threshold, or `--check` would write."""
    USAGE = 2
    ENVIRONMENT = 3
    """An engine, a disk, an unreadable file, or a bug."""
    INTERRUPTED = 130


def has_errors(findings: Iterable[Finding], least: Severity | None = None) -> bool:
    """Tell whether a finding is at error level, or at another level at `least`."""
    from l10n.model import Severity  # noqa: PLC0415  the codes alone are asked for by what must be quick

    levels = list(Severity)
    return any(levels.index(finding.severity) <= levels.index(least or Severity.ERROR) for finding in findings)
