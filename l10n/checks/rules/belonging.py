"""Owns the rule about markup that stands on other words than in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
from l10n.text.markup import belonging
from l10n.text.markup.belonging import MarkedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _exchanged(pair: Pair) -> Iterator[Flaw]:
    if not pair.source_spans or not pair.target_spans:
        return
    source, target = MarkedText(pair.source, pair.source_spans), MarkedText(pair.target, pair.target_spans)
    for one in belonging.links_exchanged(source, target, pair.locale, (*pair.terms, *pair.names)):
        said = f"the links {one.one.what} and {one.other.what} may have changed places"
        sure = f"the links {one.one.what} and {one.other.what} have changed places"
        severity = Severity.ERROR if one.sure else None
        yield Flaw(sure if one.sure else said, one.one.start, one.one.end, severity=severity)
    for one in belonging.codes_turned(source, target):
        said = f"{one.one.what} and {one.other.what} stand the other way round in the source"
        yield Flaw(said, one.one.start, one.one.end)
    for word, held in belonging.stress_moved(source, target):
        yield Flaw(f"the source stresses {word}, the translation {held.words}", held.start, held.end)


RULES = (
    Rule(
        id="markup-moved",
        severity=Severity.WARNING,
        reason="A link on another's words leads a reader astray, and stress on another word says something else.",
        failing=(
            Example(
                "Ask [Quay](https://a.org) or [Pier](https://b.org).",
                "[Quay](https://b.org)나 [Pier](https://a.org)에 묻는다.",
            ),
            Example("Use `tide` and `boat`.", "`boat`와 `tide`를 쓴다."),
            Example("**3** of 14 boats left.", "배 **14**척 중 3척이 떠났다."),
        ),
        passing=(
            Example(
                "[Pier](https://b.org) follows [Quay](https://a.org).",
                "[Quay](https://a.org)를 [Pier](https://b.org)가 뒤따른다.",
            ),
            Example("Use `tide` instead of `boat`.", "`boat` 대신 `tide`를 쓴다."),
        ),
        find=_exchanged,
    ),
)
