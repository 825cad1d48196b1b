"""Owns how a translator silences rules for one text: a comment `# l10n-ignore: RULE, RULE — reason` in the PO file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks import registry
from l10n.checks.rules.structure import UNKNOWN_IGNORE, UNUSED_IGNORE
from l10n.model import Flaw
from l10n.protocols import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Rule

__all__ = ["Suppressions", "names_rule", "parse"]

_COMMENT = re.compile(r"\s*l10n-ignore(?:\s*:|(?=\s|\Z))(?P<rest>.*)", re.IGNORECASE)
_REASON = re.compile(r"\s+(?:[–—]|-+)(?:\s.*)?\Z|\s*[(:–—].*\Z", re.DOTALL)
"""What follows the names, for people: behind a dash, a colon or in brackets."""


def parse(comments: Iterable[str]) -> tuple[str, ...] | None:
    """Return the rules and families that the comments of an entry name, each once; None without such a comment.

    Names are not looked up. A comment is a plain translator's one, for gettext tools and editors drop everything else.
    """
    found: dict[str, None] = {}
    there = False
    for comment in comments:
        match = _COMMENT.fullmatch(comment)
        if match:
            there = True
            found |= dict.fromkeys(re.split(r"[\s,]+", _REASON.sub("", match["rest"]).strip().lower()))
    found.pop("", None)
    return tuple(found) if there else None


def names_rule(names: Iterable[str] | None, rule: Rule) -> bool:
    """Tell whether a rule, or its family, is among the names of an entry's comment."""
    return names is not None and (rule.id in names or registry.family(rule.id) in names)


class Suppressions:
    """What the comments of one text name, and which of it has silenced something."""

    def __init__(self, names: tuple[str, ...] | None, used: Iterable[str] = ()) -> None:
        self.names = names
        """None where there is no such comment."""
        self.used = set(used)

    def silences(self, rule: Rule) -> bool:
        """Tell whether the comments silence a rule, and remember it."""
        found = {rule.id, registry.family(rule.id)} & set(self.names or ())
        self.used |= found
        return bool(found)

    def idle(self, rules: Sequence[Rule], *, whole: bool) -> Iterator[tuple[Rule, Flaw]]:
        """Yield what is wrong with the comments, after all rules were applied.

        A comment for a rule that was not applied is let pass: `whole` says that rules about the locale saw all of it.
        """
        applied = {rule.id for rule in rules if whole or rule.scope is not Scope.LOCALE}
        if self.names == ():
            yield UNKNOWN_IGNORE, Flaw("the comment `l10n-ignore` names no rule")
        known = registry.names()
        unknown = [name for name in self.names or () if name in registry.SETS or name not in known]
        if unknown:
            like = registry.near(unknown[0])
            hint = "; a reason stands behind a dash" if len(unknown) > 1 else ""
            hint = f"; did you mean `{like}`?" if like and like not in registry.SETS and not hint else hint
            yield UNKNOWN_IGNORE, Flaw(f"the comment `l10n-ignore` names `{unknown[0]}`, which is no rule{hint}")
        for name in self.names or ():
            unused = name not in unknown and name not in self.used
            if unused and applied.issuperset(rule.id for rule in registry.members(name)):
                yield UNUSED_IGNORE, Flaw(f"the comment `l10n-ignore: {name}` silences nothing; remove it")
