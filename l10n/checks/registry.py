"""Owns the table of the rules: their families, and what a name stands for."""

from __future__ import annotations

import difflib
import importlib
from functools import cache
from typing import TYPE_CHECKING, cast

from l10n.checks.rules import structure
from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.protocols import Check, Rule

__all__ = ["FAMILIES", "SETS", "every", "family", "means", "members", "names", "near", "rules"]

FAMILIES = (
    "completeness",
    "facts",
    "markup",
    "terms",
    "typography",
    "korean",
    "house",
    "shape",
    "machine",
    "consistency",
    "source",
)
ALL, DEFAULT = "all", "default"
SETS = (ALL, DEFAULT)
"""Names for every rule, and for those that are on where nothing is selected."""


@cache
def _families() -> dict[str, tuple[Rule, ...]]:
    return {name: cast("Check", importlib.import_module(f"l10n.checks.rules.{name}")).RULES for name in FAMILIES}


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule that compares texts, family by family."""
    return tuple(rule for found in _families().values() for rule in found)


def every() -> tuple[Rule, ...]:
    """Return these, and those whose faults the program meets outside of texts."""
    return (*rules(), *structure.RULES)


def family(rule: str) -> str:
    """Return the family that a rule belongs to, empty for those of `structure`; raises `KeyError` for no rule."""
    return _homes()[rule]


@cache
def _homes() -> dict[str, str]:
    inside = {one.id: name for name, found in _families().items() for one in found}
    return {**inside, **{one.id: "" for one in structure.RULES}}


def names() -> tuple[str, ...]:
    """Return what may be selected and ignored: the two sets, families, then rules."""
    return (*SETS, *FAMILIES, *(rule.id for rule in every()))


def near(name: str) -> str:
    """Return the name that is most like one that is none; empty where none is like it."""
    return next(iter(difflib.get_close_matches(name, names(), 1)), "")


def members(name: str) -> tuple[Rule, ...]:
    """Return the rules that a name means; raises `UsageError` where it is no name."""
    if name not in names():
        like = near(name)
        raise UsageError(
            f"no rule or family is called `{name}`",
            remedy=f"Did you mean `{like}`?" if like else "See `l10n check --explain all`.",
        )
    return tuple(rule for rule in every() if means(name, rule))


def means(name: str, rule: Rule) -> bool:
    """Tell whether a name stands for a rule."""
    if name in {rule.id, ALL}:
        return True
    return rule.default and (name == DEFAULT or name == family(rule.id))
