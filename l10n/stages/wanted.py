"""Owns which rules hold in a locale and how much each matters: the command line beats the locale, that the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import checks
from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.config import Config, RuleTable
    from l10n.model import Severity
    from l10n.protocols import Flaw, Rule

__all__ = ["Order", "Wanted", "order", "wanted"]


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks of the checks, over what the configuration says."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    """File of known findings, relative to the project; None for the configuration's, empty for none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The rules for one locale, or for the sources."""

    rules: tuple[Rule, ...]
    severities: dict[str, Severity]
    """Rule or family → severity instead of the rule's own."""

    def severity(self, rule: Rule, flaw: Flaw | None = None) -> Severity:
        """Return how much a fault matters here."""
        own = (flaw.severity if flaw else None) or rule.severity
        return self.severities.get(rule.id) or self.severities.get(checks.family(rule.id)) or own


def order(select: tuple[str, ...], ignore: tuple[str, ...], baseline: str | None = None) -> Order:
    """Return an order whose names are rules and families; raises `UsageError` for others, and where nothing is left."""
    for name in (*select, *ignore):
        checks.members(name)
    if select and not checks.chosen(select, ignore):
        raise UsageError("the same rules are selected and ignored", remedy="Take them out of one of the two.")
    return Order(select, ignore, baseline)


def wanted(config: Config, order: Order, locale: str = "") -> Wanted:
    """Work out the rules for a locale; for the sources without one."""
    tables: list[RuleTable] = [config.check]
    if locale in config.locale:
        tables.append(config.locale[locale].check)
    rules = None
    severities: dict[str, Severity] = {}
    for table in tables:
        rules = checks.chosen(table.select, table.ignore, rules)
        severities |= table.severity
    return Wanted(checks.chosen(order.select, order.ignore, rules), severities)
