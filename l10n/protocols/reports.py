"""What a report is: a module that prints results for a reader or a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Finding, Inspection, Overview

__all__ = ["CoverageReport", "Listing", "Report"]


class CoverageReport(Protocol):
    """Prints coverage for one kind of reader or program."""

    def coverage(self, told: Overview) -> str:
        """Return coverage, and what could not be read, as text that ends in a newline, or empty."""


class Report(CoverageReport, Protocol):
    """Prints coverage and findings."""

    def findings(self, findings: Sequence[Finding]) -> str:
        """Return findings as text that ends in a newline, or empty."""


class Listing(Protocol):
    """Prints what the checks found for one kind of reader or program."""

    def inspection(self, done: Inspection) -> str:
        """Return the findings as text that ends in a newline, or empty."""
