"""The checks: families of rules in a table, which of them are wanted, and applying them to pairs."""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import TYPE_CHECKING, cast

from l10n.protocols import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from l10n.protocols import Check, Flaw, Pair, Rule

__all__ = ["FAMILIES", "chosen", "family", "inspect", "names", "rules"]

FAMILIES = ("completeness", "facts", "markup", "terms", "typography", "korean", "shape", "consistency", "source")


@cache
def _families() -> dict[str, tuple[Rule, ...]]:
    return {name: cast("Check", importlib.import_module(f"{__name__}.{name}")).RULES for name in FAMILIES}


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, family by family."""
    return tuple(rule for family in _families().values() for rule in family)


def family(rule: str) -> str:
    """Return the name of the family that a rule belongs to; raises `KeyError` for no rule."""
    return {one.id: name for name, members in _families().items() for one in members}[rule]


def names() -> tuple[str, ...]:
    """Return what may be selected and ignored: families, then rules."""
    return (*FAMILIES, *(rule.id for rule in rules()))


def chosen(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that are wanted; `select` and `ignore` name rules and families.

    Without `select` every rule that is on by default is wanted. A rule named in `select` is wanted even where its
    family is ignored; a family in `select` brings its default rules. Names that are none are passed over: see `names`.
    """
    found = []
    for name, members in _families().items():
        for rule in members:
            wanted = rule.default and (not select or name in select)
            if rule.id in select or (wanted and name not in ignore and rule.id not in ignore):
                found.append(rule)
    return tuple(found)


def inspect(
    pairs: Sequence[Pair], wanted: Sequence[Rule] | None = None, *, scopes: Collection[Scope] = (Scope.SEGMENT,)
) -> Iterator[tuple[int, Rule, Flaw]]:
    """Yield each fault with the index of its pair and the rule that found it, rule by rule.

    Only rules of the `scopes` are applied, each to the pairs of the languages it is for.
    """
    languages = [re.split("[-_@]", pair.locale)[0] for pair in pairs]
    for rule in chosen() if wanted is None else wanted:
        if rule.scope in scopes:
            places = [at for at, language in enumerate(languages) if not rule.languages or language in rule.languages]
            for index, flaw in rule.find([pairs[at] for at in places]) if places else ():
                yield places[index], rule, flaw
