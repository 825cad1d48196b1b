"""Owns which rules judge and finish the machine's drafts of a locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks import registry
from l10n.checks.knowledge import applies, unproven
from l10n.checks.selection import CheckOptions, selection, tables
from l10n.protocols import Scope

if TYPE_CHECKING:
    from l10n.config import Config
    from l10n.protocols import Rule

__all__ = ["finishers", "judges"]


def judges(locale: str) -> tuple[Rule, ...]:
    """Return the rules of which an error keeps a machine's answer from becoming a draft in a locale.

    They are those about single texts that are on by default, whatever a project ignores or calls a warning.
    """
    wanted = (rule for rule in registry.rules() if rule.default and rule.scope is Scope.SEGMENT)
    return tuple(rule for rule in wanted if applies(rule, locale) and not unproven(rule, locale))


def finishers(config: Config, locale: str) -> tuple[Rule, ...]:
    """Return the rules whose fixes are put into machine drafts in a locale.

    They are those that hold there, and besides, of those that are off by default, all that no `ignore` names.
    """
    held = {rule.id for rule in selection(config, CheckOptions(), locale).rules}
    ignored = {name for table in tables(config, locale) for name in table.ignore}

    def wanted(rule: Rule) -> bool:
        spared = rule.id in ignored or registry.family(rule.id) in ignored or registry.ALL in ignored
        return rule.id in held or not (rule.default or spared)

    return tuple(rule for rule in registry.rules() if rule.finishes and wanted(rule) and applies(rule, locale))
