"""The checks: families of rules in a table, and one function that applies them to a pair."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Check, Pair, Rule

__all__ = ["FAMILIES", "inspect", "rules"]

FAMILIES = ("completeness", "facts", "markup", "typography")


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, family by family."""
    families = [cast("Check", importlib.import_module(f"{__name__}.{name}")) for name in FAMILIES]
    return tuple(rule for family in families for rule in family.RULES)


def inspect(pair: Pair) -> Iterator[tuple[Rule, str]]:
    """Yield each fault of a pair as the rule that found it and a message."""
    for rule in rules():
        for message in rule.find(pair):
            yield rule, message
