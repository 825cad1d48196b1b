"""Owns applying rules to pairs: text by text, article by article, and what articles tell of themselves by locale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from l10n.checks.knowledge import applies, unproven
from l10n.checks.selection import chosen
from l10n.many import Anew
from l10n.model import Severity
from l10n.protocols import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from l10n.model import Flaw
    from l10n.protocols import FindInArticle, FindInLocale, FindInText, Pair, Rule

__all__ = ["Accounts", "BrokenRule", "Digest", "compared", "digests", "inspect"]

_BLOCK = 256
"""Pairs to which all rules about single pairs are applied before the next: what rules ask of a text is kept so long."""


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that failed, so that what it would have found is not known."""

    rule: Rule
    index: int | None
    """The pair that it failed on; None where it looks at many together."""
    error: Exception


def inspect(
    pairs: Sequence[Pair],
    wanted: Sequence[Rule] | None = None,
    *,
    scopes: Collection[Scope] = (Scope.SEGMENT,),
    broken: list[BrokenRule] | None = None,
) -> Iterator[tuple[int, Rule, Flaw]]:
    """Yield each fault with the index of its pair and the rule that found it, in no order to rely on.

    Only rules of the `scopes` are applied, each to the pairs of the languages it is for. Rules about a locale take
    pairs of one article that stand together for that article. A rule that fails goes to `broken`, and the others go on;
    without such a list its exception is raised.
    """
    rules = [rule for rule in (chosen() if wanted is None else wanted) if rule.scope in scopes]
    locales = _locales(pairs)
    rules = [rule for rule in rules if not rule.facets or any(applies(rule, locale) for locale in locales)]
    single = [rule for rule in rules if rule.scope is Scope.SEGMENT]
    for start in range(0, len(pairs), _BLOCK):
        for rule in single:
            for index, flaw in _in_texts(rule, pairs[start : start + _BLOCK], locales, start, broken):
                yield index, rule, flaw
    for rule in rules:
        if rule.scope in {Scope.ARTICLE, Scope.SOURCE}:
            for index, flaw in _in_article(rule, pairs, locales, broken):
                yield index, rule, flaw
    wide = [rule for rule in rules if rule.scope is Scope.LOCALE]
    yield from _in_all(wide, pairs, broken) if wide else ()


def _in_all(
    rules: Sequence[Rule], pairs: Sequence[Pair], broken: list[BrokenRule] | None
) -> Iterator[tuple[int, Rule, Flaw]]:
    articles = [list(some) for _, some in groupby(range(len(pairs)), lambda at: pairs[at].article)]
    told: dict[str, list[tuple[int, Digest]]] = {}
    for at, article in enumerate(articles):
        for name, one in digests([pairs[index] for index in article], rules, broken).items():
            told.setdefault(name, []).append((at, one))
    for at, index, rule, flaw in compared(told, rules, broken):
        yield articles[at][index], rule, flaw


Digest: TypeAlias = "tuple[Sequence[int], Any]"
"""The pairs of an article that a rule is for, and the digest of these, which is small and pickles."""


class Accounts(Protocol):
    """What the articles of a locale have told a rule, in their order: the number of each, and its digest."""

    def __iter__(self) -> Iterator[tuple[int, Digest]]:
        """Go through all, each time anew."""

    def __getitem__(self, at: int, /) -> tuple[int, Digest]:
        """Return one."""


def digests(pairs: Sequence[Pair], rules: Iterable[Rule], broken: list[BrokenRule] | None = None) -> dict[str, Digest]:
    """Return what each rule about a locale has to know of an article in it; one that fails is left out."""
    found: dict[str, Digest] = {}
    locales = _locales(pairs)
    for rule in rules:
        if rule.digest is not None:
            places = _places(rule, pairs, locales)
            try:
                found[rule.id] = places, rule.digest([pairs[at] for at in places])
            except Exception as err:  # noqa: BLE001  whatever it is, it is this rule's
                _note(broken, rule, None, err)
    return found


def compared(
    told: Mapping[str, Accounts], rules: Iterable[Rule], broken: list[BrokenRule] | None = None
) -> Iterator[tuple[int, int, Rule, Flaw]]:
    """Yield what rules about a locale find in what its articles told them: article, pair in it, rule, fault."""
    for rule in rules:
        if rule.digest is None:
            continue
        given = told.get(rule.id, ())
        known: dict[int, tuple[int, Sequence[int]]] = {}
        try:
            for number, index, flaw in cast("FindInLocale", rule.find)(Anew(given, _digest)):
                if number not in known:
                    at, (places, _) = given[number]
                    known[number] = at, places
                at, places = known[number]
                yield at, places[index], rule, flaw
        except Exception as err:  # noqa: BLE001  whatever it is, it is this rule's
            _note(broken, rule, None, err)


def _digest(row: tuple[int, Digest]) -> object:
    return row[1][1]


def _in_texts(
    rule: Rule, pairs: Sequence[Pair], locales: Collection[str], start: int, broken: list[BrokenRule] | None
) -> Iterator[tuple[int, Flaw]]:
    find = cast("FindInText", rule.find)
    for index in _places(rule, pairs, locales):
        try:
            for flaw in find(pairs[index]):
                yield start + index, _weighed(rule, flaw, pairs[index])
        except Exception as err:  # noqa: BLE001  whatever it is, it is this rule's on this text
            _note(broken, rule, start + index, err)


def _in_article(
    rule: Rule, pairs: Sequence[Pair], locales: Collection[str], broken: list[BrokenRule] | None
) -> Iterator[tuple[int, Flaw]]:
    places = _places(rule, pairs, locales)
    given = pairs if len(places) == len(pairs) else [pairs[at] for at in places]
    try:
        for index, flaw in cast("FindInArticle", rule.find)(given) if given else ():
            yield places[index], _weighed(rule, flaw, given[index])
    except Exception as err:  # noqa: BLE001  whatever it is, it is this rule's on this article
        _note(broken, rule, None, err)


def _note(broken: list[BrokenRule] | None, rule: Rule, index: int | None, err: Exception) -> None:
    """Note a rule that failed; where nobody wants to know, what it raised is raised again."""
    if broken is None:
        raise err
    broken.append(BrokenRule(rule, index, err))


def _locales(pairs: Sequence[Pair]) -> frozenset[str]:
    return frozenset(pair.locale for pair in pairs)


def _places(rule: Rule, pairs: Sequence[Pair], locales: Collection[str]) -> Sequence[int]:
    """Return the indexes of the pairs of the languages that a rule is for, and of which enough is known.

    `locales` are those of the pairs.
    """
    good = {locale for locale in locales if applies(rule, locale)} if rule.facets else locales
    if len(good) == len(locales):
        return range(len(pairs))
    return [at for at, pair in enumerate(pairs) if pair.locale in good]


def _weighed(rule: Rule, flaw: Flaw, pair: Pair) -> Flaw:
    """Return a fault as grave as what is known of the language allows."""
    if rule.facets and (flaw.severity or rule.severity) is Severity.ERROR and unproven(rule, pair.locale):
        return replace(flaw, severity=Severity.WARNING)
    return flaw
