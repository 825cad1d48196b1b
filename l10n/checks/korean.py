"""Owns the rules about Korean: particles, register, spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.protocols import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
