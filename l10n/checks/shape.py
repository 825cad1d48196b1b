"""Owns the rules about how long a translation is and whether it repeats or drops something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.protocols import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
