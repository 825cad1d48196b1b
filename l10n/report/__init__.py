"""The reports: coverage and findings for different readers, in a table."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from l10n.protocols import Report

__all__ = ["NAMES", "load"]

NAMES = ("text", "json")


def load(name: str) -> Report:
    """Import a report by its name."""
    return cast("Report", importlib.import_module(f"{__name__}.{name}"))
