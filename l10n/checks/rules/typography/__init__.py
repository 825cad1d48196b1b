"""The rules about how a translation is set: characters, spaces, marks, quotation marks, and what is not of it."""

from __future__ import annotations

from l10n.checks.rules.typography import characters, debris, marks, quotes

__all__ = ["RULES"]

RULES = characters.RULES + marks.RULES + quotes.RULES + debris.RULES
