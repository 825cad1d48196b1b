"""Owns applying rules to pairs: text by text, article by article, and what articles tell of themselves by locale."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias, cast

from l10n.checks.knowledge import applies, unproven
from l10n.checks.selection import chosen
from l10n.model import Severity
from l10n.protocols import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from l10n.model import Flaw
    from l10n.protocols import FindInArticle, FindInLocale, FindInText, Pair, Rule

__all__ = ["Digests", "compared", "digests", "inspect"]

_BLOCK = 256
"""Pairs to which all rules about single pairs are applied before the next: what rules ask of a text is kept so long."""


def inspect(
    pairs: Sequence[Pair], wanted: Sequence[Rule] | None = None, *, scopes: Collection[Scope] = (Scope.SEGMENT,)
) -> Iterator[tuple[int, Rule, Flaw]]:
    """Yield each fault with the index of its pair and the rule that found it, in no order to rely on.

    Only rules of the `scopes` are applied, each to the pairs of the languages it is for. Rules about a locale take
    pairs of one article that stand together for that article.
    """
    rules = [rule for rule in (chosen() if wanted is None else wanted) if rule.scope in scopes]
    single = [rule for rule in rules if rule.scope is Scope.SEGMENT]
    for start in range(0, len(pairs), _BLOCK):
        for rule in single:
            for index, flaw in _in_texts(rule, pairs[start : start + _BLOCK]):
                yield start + index, rule, flaw
    for rule in rules:
        if rule.scope in {Scope.ARTICLE, Scope.SOURCE}:
            for index, flaw in _in_article(rule, pairs):
                yield index, rule, flaw
    wide = [rule for rule in rules if rule.scope is Scope.LOCALE]
    if wide:
        articles = [list(some) for _, some in groupby(range(len(pairs)), lambda at: pairs[at].article)]
        given = [digests([pairs[at] for at in article], wide) for article in articles]
        for at, index, rule, flaw in compared(given, wide):
            yield articles[at][index], rule, flaw


Digests: TypeAlias = "dict[str, tuple[Sequence[int], object]]"
"""Rule → the pairs of an article that it is for, and the digest of these, which is small and pickles."""


def digests(pairs: Sequence[Pair], rules: Iterable[Rule]) -> Digests:
    """Return what the rules about a locale have to know of an article in it."""
    found: Digests = {}
    for rule in rules:
        if rule.digest is not None:
            places = _places(rule, pairs)
            found[rule.id] = places, rule.digest([pairs[at] for at in places])
    return found


def compared(articles: Sequence[Digests], rules: Iterable[Rule]) -> Iterator[tuple[int, int, Rule, Flaw]]:
    """Yield what rules about a locale find in the digests of its articles: article, pair in it, rule, fault."""
    for rule in rules:
        if rule.digest is not None:
            given = [article[rule.id] for article in articles]
            for at, index, flaw in cast("FindInLocale", rule.find)([digest for _, digest in given]):
                yield at, given[at][0][index], rule, flaw


def _in_texts(rule: Rule, pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    find = cast("FindInText", rule.find)
    for index in _places(rule, pairs):
        for flaw in find(pairs[index]):
            yield index, _weighed(rule, flaw, pairs[index])


def _in_article(rule: Rule, pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    places = _places(rule, pairs)
    given = pairs if len(places) == len(pairs) else [pairs[at] for at in places]
    for index, flaw in cast("FindInArticle", rule.find)(given) if given else ():
        yield places[index], _weighed(rule, flaw, given[index])


def _places(rule: Rule, pairs: Sequence[Pair]) -> Sequence[int]:
    """Return the indexes of the pairs of the languages that a rule is for, and of which enough is known."""
    if not rule.facets:
        return range(len(pairs))
    good = {locale for locale in {pair.locale for pair in pairs} if applies(rule, locale)}
    return [at for at, pair in enumerate(pairs) if pair.locale in good]


def _weighed(rule: Rule, flaw: Flaw, pair: Pair) -> Flaw:
    """Return a fault as grave as what is known of the language allows."""
    if rule.facets and (flaw.severity or rule.severity) is Severity.ERROR and unproven(rule, pair.locale):
        return replace(flaw, severity=Severity.WARNING)
    return flaw
