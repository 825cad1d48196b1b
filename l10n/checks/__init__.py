"""The checks: families of rules in a table, which of them are wanted, and applying them to pairs."""

from l10n.checks.registry import FAMILIES, SETS, family, members, names, near, rules
from l10n.checks.run import inspect
from l10n.checks.selection import chosen

__all__ = ["FAMILIES", "SETS", "chosen", "family", "inspect", "members", "names", "near", "rules"]
