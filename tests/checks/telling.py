"""What the tests of several families share: pairs of Markdown texts, and what a rule says of them."""

from l10n import checks, formats
from l10n.protocols import Pair, Scope

__all__ = ["flaws", "messages", "pair"]


def pair(source, target, locale="ko", article="a.md", **more):
    inline = formats.load("markdown").inline
    return Pair(source, target, locale, inline(source), inline(target), article=article, **more)


def flaws(rule, *pairs):
    """Return the faults of a rule with the indexes of their pairs, which are of one article or locale."""
    wanted = checks.chosen(select=[rule])
    return [(index, flaw) for index, _, flaw in checks.inspect(pairs, wanted, scopes=set(Scope) - {Scope.SOURCE})]


def messages(rule, *pairs):
    return [flaw.message for _, flaw in flaws(rule, *pairs)]
