"""Owns working out what the texts of an article become when the fixes of their faults are put in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.checks.run import inspect
from l10n.checks.selection import chosen
from l10n.checks.suppressions import names_rule
from l10n.model import Flaw
from l10n.protocols import Scope
from l10n.text.markup import placeholders
from l10n.text.mending import put_in

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from l10n.checks.pairs import CheckedPair
    from l10n.checks.run import BrokenRule
    from l10n.model import Entry, Key
    from l10n.protocols import Format, Pair, Rule

__all__ = ["Mend", "plan"]

_ROUNDS = 4
"""A mended text may show a fault that another one hid; after so many rounds what is left is left."""
_SCOPES = (Scope.SEGMENT, Scope.ARTICLE)


@dataclass(frozen=True, slots=True)
class Mend:
    """A text that is mended, or would be."""

    entry: Entry
    po: str
    text: str
    rules: tuple[str, ...]
    """The rule of each fault that is gone."""


def plan(
    here: Sequence[CheckedPair],
    rules: Sequence[Rule],
    fmt: Format,
    *,
    machine_owned: Callable[[Entry], bool],
    reviewed: bool,
) -> dict[Key, Mend]:
    """Work out what the texts of an article are to become: those that are `machine_owned`, or all where `reviewed`.

    Fixes are those of the wanted rules; that a text is better afterwards, the default rules have to say as well.
    Markup that stays keeps the article its structure: formats escape everything else.
    """
    pairs = [one.pair for one in here]
    named = {rule.id for rule in rules}
    rules = [*rules, *(rule for rule in chosen() if rule.id not in named)]
    applied: dict[int, list[str]] = {}
    barred = {at for at, one in enumerate(here) if not (reviewed or machine_owned(one.entry))}
    faults = before = _faults(pairs, rules, here)
    for _ in range(_ROUNDS):
        trial = list(pairs)
        tried: dict[int, list[str]] = {}
        for at, found in faults.items():
            text, names = _mended(pairs[at].target, found, named) if at not in barred else ("", [])
            if names:
                trial[at] = replace(pairs[at], target=text, target_spans=fmt.inline(text))
                tried[at] = names
        if not tried:
            break
        after = _faults(trial, rules, here)
        worse = {at for at in tried if not _better(pairs[at], trial[at], faults[at], after.get(at, []))}
        if _total(after) >= _total(faults) and not worse:
            break
        barred |= worse
        for at in tried.keys() - worse:
            pairs[at] = trial[at]
            applied.setdefault(at, []).extend(tried[at])
        faults = _faults(pairs, rules, here) if worse else after
    if _total(faults) > _total(before):
        return {}
    return {
        here[at].entry.key: Mend(here[at].entry, here[at].po, pairs[at].target, tuple(names))
        for at, names in sorted(applied.items())
        if _stays_whose_it_is(here[at].entry, pairs[at].target, machine_owned)
    }


def _faults(
    pairs: Sequence[Pair], rules: Sequence[Rule], here: Sequence[CheckedPair]
) -> dict[int, list[tuple[Rule, Flaw]]]:
    """Return the faults of each text, those left out that its comments silence.

    A rule that fails on a text is a fault of it without a fix: a mended text is no better for being past judging.
    """
    found: dict[int, list[tuple[Rule, Flaw]]] = {}
    broken: list[BrokenRule] = []
    for at, rule, flaw in inspect(pairs, rules, scopes=_SCOPES, broken=broken):
        if not names_rule(here[at].ignores, rule):
            found.setdefault(at, []).append((rule, flaw))
    for one in broken:
        for at in range(len(pairs)) if one.index is None else (one.index,):
            found.setdefault(at, []).append((one.rule, Flaw(str(one.error))))
    return found


def _total(faults: dict[int, list[tuple[Rule, Flaw]]]) -> int:
    return sum(map(len, faults.values()))


def _mended(text: str, faults: Iterable[tuple[Rule, Flaw]], named: Container[str]) -> tuple[str, list[str]]:
    """Put the fixes of the named rules in; of two that touch the later one waits for the next round."""
    some = [(rule, flaw) for rule, flaw in faults if rule.id in named]
    mended, taken = put_in(text, [flaw for _, flaw in some])
    return mended, [some[at][0].id for at in taken]


def _better(old: Pair, new: Pair, before: Sequence[object], after: Sequence[object]) -> bool:
    """Tell whether a mended text has fewer faults, and the markup it had or that of its source."""
    if not new.target.strip() or len(after) >= len(before):
        return False
    if _marks(old) == _marks(new):
        return True
    return not placeholders.parity(new.source, new.source_spans, new.target, new.target_spans)


def _marks(pair: Pair) -> list[tuple[str, str]]:
    return [(span.kind.value, pair.target[span.start : span.end]) for span in pair.target_spans]


def _stays_whose_it_is(entry: Entry, text: str, machine_owned: Callable[[Entry], bool]) -> bool:
    """Tell whether a mended text is not by chance the machine's own, which would make a person's text a draft."""
    return machine_owned(entry) or not machine_owned(replace(entry, target=text))
