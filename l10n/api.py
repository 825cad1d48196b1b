"""The public face of the program for other programs: what it does, without the command line."""

from __future__ import annotations

from l10n.report.schemas import load as schema

__all__ = ["schema"]
