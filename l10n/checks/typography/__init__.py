"""The rules about how a translation is set: its characters, spaces, marks and quotation marks."""

from __future__ import annotations

from l10n.checks.typography import characters, marks, quotes

__all__ = ["RULES"]

RULES = characters.RULES + marks.RULES + quotes.RULES
