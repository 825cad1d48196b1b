"""The reports: coverage and findings for different readers, in a table."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from l10n.protocols import CoverageReport, Listing, Report

__all__ = ["LISTINGS", "NAMES", "OVERVIEWS", "listing", "load", "overview"]

NAMES = ("text", "json")
"""What prints coverage as well as findings."""
OVERVIEWS = (*NAMES, "csv", "markdown")
"""What prints coverage: the output formats of `l10n coverage`."""
LISTINGS = {
    "full": "text",
    "concise": "concise",
    "text": "text",
    "json": "json",
    "github": "github",
    "sarif": "sarif",
    "junit": "junit",
    "markdown": "markdown",
}
"""Output format of `l10n check` → module; `text` is the old name of `full`."""


def load(name: str) -> Report:
    """Import a report by its name."""
    return cast("Report", importlib.import_module(f"{__name__}.{name}"))


def overview(name: str) -> CoverageReport:
    """Import a report of coverage by the name of its output format."""
    return cast("CoverageReport", importlib.import_module(f"{__name__}.{name}"))


def listing(name: str) -> Listing:
    """Import a report of findings by the name of its output format."""
    return cast("Listing", importlib.import_module(f"{__name__}.{LISTINGS[name]}"))
