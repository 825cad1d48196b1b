"""Owns which rules hold in a locale and how much each matters: the command line beats the locale, that the project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.checks import registry
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from l10n.config import Config, RuleTable
    from l10n.model import Flaw, Severity
    from l10n.protocols import Rule

__all__ = ["CheckOptions", "Selection", "chosen", "options", "selection", "tables"]


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command line asks of the checks, over what the configuration says."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    """File of known findings, relative to the project; None for the configuration's, empty for none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules for one locale, or for the sources."""

    rules: tuple[Rule, ...]
    severities: dict[str, Severity]
    """Rule or family → severity instead of the rule's own."""

    def severity(self, rule: Rule, flaw: Flaw | None = None) -> Severity:
        """Return how much a fault matters here."""
        own = (flaw.severity if flaw else None) or rule.severity
        return self.severities.get(rule.id) or self.severities.get(registry.family(rule.id)) or own


def chosen(
    select: Collection[str] = (), ignore: Collection[str] = (), among: Sequence[Rule] | None = None
) -> tuple[Rule, ...]:
    """Return the rules that are wanted; `select` and `ignore` name rules, families and `SETS`.

    Without `select` those `among` are wanted, by default every rule that is on by default. A rule named in `select` is
    wanted even where its family is ignored; a family in `select` brings its default rules. So a choice may be made in
    layers, each over the one before. Names that are none are passed over: see `registry.names`.
    """
    start = None if among is None else frozenset(rule.id for rule in among)
    return _chosen(frozenset(select), frozenset(ignore), start)


@lru_cache(maxsize=64)
def _chosen(select: frozenset[str], ignore: frozenset[str], start: frozenset[str] | None) -> tuple[Rule, ...]:
    found = []
    for rule in registry.every():
        if rule.id in select:
            found.append(rule)
            continue
        wanted = (
            any(registry.means(name, rule) for name in select)
            if select
            else rule.id in start
            if start is not None
            else rule.default
        )
        if wanted and not any(registry.means(name, rule) for name in ignore):
            found.append(rule)
    return tuple(found)


def options(select: tuple[str, ...], ignore: tuple[str, ...], baseline: str | None = None) -> CheckOptions:
    """Return options whose names are rules and families; raises `UsageError` for others, and where nothing is left."""
    for name in (*select, *ignore):
        registry.members(name)
    if select and not chosen(select, ignore):
        raise UsageError("the same rules are selected and ignored", remedy="Take them out of one of the two.")
    return CheckOptions(select, ignore, baseline)


def selection(config: Config, options: CheckOptions, locale: str = "") -> Selection:
    """Work out the rules for a locale; for the sources without one."""
    rules = None
    severities: dict[str, Severity] = {}
    for table in tables(config, locale):
        rules = chosen(table.select, table.ignore, rules)
        severities |= table.severity
    return Selection(chosen(options.select, options.ignore, rules), severities)


def tables(config: Config, locale: str) -> list[RuleTable]:
    """Return what the configuration says of rules, for the project and then for a locale."""
    return [config.check, *([config.locale[locale].check] if locale in config.locale else [])]
