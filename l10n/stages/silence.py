"""Owns the honouring of `l10n-ignore` comments, and telling those that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import checks
from l10n.checks.rules.structure import UNKNOWN_IGNORE, UNUSED_IGNORE
from l10n.protocols import Flaw, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.model import Key
    from l10n.protocols import Rule
    from l10n.stages.pairs import Judged

__all__ = ["Silencer", "names_rule"]


def names_rule(names: Iterable[str] | None, rule: Rule) -> bool:
    """Tell whether a rule, or its family, is among the names of an entry's comment."""
    return names is not None and (rule.id in names or checks.family(rule.id) in names)


class Silencer:
    """Which comments of a locale have silenced something."""

    def __init__(self) -> None:
        self._used: set[tuple[str, Key, str]] = set()

    def silences(self, one: Judged, rule: Rule) -> bool:
        """Tell whether the comments of an entry silence a rule, and remember it."""
        names = {rule.id, checks.family(rule.id)} & set(one.ignores or ())
        self._used |= {(one.po, one.entry.key, name) for name in names}
        return bool(names)

    def idle(self, one: Judged, rules: Sequence[Rule], *, whole: bool) -> Iterator[tuple[Rule, Flaw]]:
        """Yield what is wrong with the comments of an entry, after all rules were applied.

        A comment for a rule that was not applied is let pass: `whole` says that rules about the locale saw all of it.
        """
        applied = {rule.id for rule in rules if whole or rule.scope is not Scope.LOCALE}
        if one.ignores == ():
            yield UNKNOWN_IGNORE, Flaw("the comment `l10n-ignore` names no rule")
        unknown = [name for name in one.ignores or () if name in checks.SETS or name not in checks.names()]
        if unknown:
            like = checks.near(unknown[0])
            hint = "; a reason stands behind a dash" if len(unknown) > 1 else ""
            hint = f"; did you mean `{like}`?" if like and like not in checks.SETS and not hint else hint
            yield UNKNOWN_IGNORE, Flaw(f"the comment `l10n-ignore` names `{unknown[0]}`, which is no rule{hint}")
        for name in one.ignores or ():
            unused = name not in unknown and (one.po, one.entry.key, name) not in self._used
            if unused and applied.issuperset(rule.id for rule in checks.members(name)):
                yield UNUSED_IGNORE, Flaw(f"the comment `l10n-ignore: {name}` silences nothing; remove it")
