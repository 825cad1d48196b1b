"""The checks: families of rules in a table, which of them are wanted, and applying them to pairs."""

from __future__ import annotations

import difflib
import importlib
from functools import cache
from typing import TYPE_CHECKING, cast

from l10n.checks.rules import structure
from l10n.errors import UsageError
from l10n.locales import language
from l10n.protocols import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from l10n.protocols import Check, Flaw, Pair, Rule

__all__ = ["FAMILIES", "SETS", "chosen", "family", "inspect", "members", "names", "near", "rules"]

FAMILIES = ("completeness", "facts", "markup", "terms", "typography", "korean", "shape", "consistency", "source")
_BLOCK = 256
"""Pairs to which all rules about single pairs are applied before the next: what rules ask of a text is kept so long."""
ALL, DEFAULT = "all", "default"
SETS = (ALL, DEFAULT)
"""Names for every rule, and for those that are on where nothing is selected."""


@cache
def _families() -> dict[str, tuple[Rule, ...]]:
    return {name: cast("Check", importlib.import_module(f"{__name__}.rules.{name}")).RULES for name in FAMILIES}


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, family by family."""
    return tuple(rule for found in _families().values() for rule in found)


def family(rule: str) -> str:
    """Return the family that a rule belongs to, empty for those of `outside`; raises `KeyError` for no rule."""
    return _homes()[rule]


@cache
def _homes() -> dict[str, str]:
    inside = {one.id: name for name, found in _families().items() for one in found}
    return {**inside, **{one.id: "" for one in structure.RULES}}


def names() -> tuple[str, ...]:
    """Return what may be selected and ignored: the two sets, families, then rules."""
    return (*SETS, *FAMILIES, *(rule.id for rule in (*rules(), *structure.RULES)))


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
    return tuple(rule for rule in (*rules(), *structure.RULES) if _means(name, rule))


def chosen(
    select: Collection[str] = (), ignore: Collection[str] = (), among: Sequence[Rule] | None = None
) -> tuple[Rule, ...]:
    """Return the rules that are wanted; `select` and `ignore` name rules, families and `SETS`.

    Without `select` those `among` are wanted, by default every rule that is on by default. A rule named in `select` is
    wanted even where its family is ignored; a family in `select` brings its default rules. So a choice may be made in
    layers, each over the one before. Names that are none are passed over: see `names`.
    """
    start = {rule.id for rule in among} if among is not None else None
    found = []
    for rule in (*rules(), *structure.RULES):
        if rule.id in select:
            found.append(rule)
            continue
        wanted = (
            any(_means(name, rule) for name in select)
            if select
            else rule.id in start
            if start is not None
            else rule.default
        )
        if wanted and not any(_means(name, rule) for name in ignore):
            found.append(rule)
    return tuple(found)


def _means(name: str, rule: Rule) -> bool:
    """Tell whether a name stands for a rule."""
    if name in {rule.id, ALL}:
        return True
    return rule.default and (name == DEFAULT or name == family(rule.id))


def inspect(
    pairs: Sequence[Pair], wanted: Sequence[Rule] | None = None, *, scopes: Collection[Scope] = (Scope.SEGMENT,)
) -> Iterator[tuple[int, Rule, Flaw]]:
    """Yield each fault with the index of its pair and the rule that found it, in no order to rely on.

    Only rules of the `scopes` are applied, each to the pairs of the languages it is for.
    """
    rules = [rule for rule in (chosen() if wanted is None else wanted) if rule.scope in scopes]
    single = [rule for rule in rules if rule.scope is Scope.SEGMENT]
    for start in range(0, len(pairs), _BLOCK):
        for rule in single:
            for index, flaw in _applied(rule, pairs[start : start + _BLOCK]):
                yield start + index, rule, flaw
    for rule in rules:
        if rule.scope is not Scope.SEGMENT:
            for index, flaw in _applied(rule, pairs):
                yield index, rule, flaw


def _applied(rule: Rule, pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    """Apply a rule to the pairs of the languages it is for."""
    if not rule.languages:
        yield from rule.find(pairs)
        return
    places = [at for at, pair in enumerate(pairs) if language(pair.locale) in rule.languages]
    for index, flaw in rule.find([pairs[at] for at in places]) if places else ():
        yield places[index], flaw
