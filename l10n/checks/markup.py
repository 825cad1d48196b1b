"""Owns the rules about markup: placeholders, tags, links and code must be those of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity, SpanKind
from l10n.protocols import Example, Flaw, Rule
from l10n.text import emphasis, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Span
    from l10n.protocols import Pair

__all__ = ["RULES"]

_MARK = re.compile(r"⟦\s*\d+\s*⟧")


def _parity(pair: Pair) -> Iterator[Flaw]:
    told = 2 * sum(lost for _, lost in _strays(pair))
    for change in placeholders.changes(pair.source, pair.source_spans, pair.target, pair.target_spans):
        if change.place is not None:
            yield Flaw(change.message, change.place.start, change.place.end)
        elif change.kind is not SpanKind.EMPHASIS or change.count > told:
            yield Flaw(change.message)


def _strays(pair: Pair) -> list[tuple[emphasis.Stray, bool]]:
    """Return the emphasis marks that stay literal and were not in the source, and whether its emphasis is lost so."""
    renders = _marked(pair.source_spans) + _marked(pair.target_spans) > 0
    found = emphasis.strays(pair.target, pair.target_spans, renders=renders)
    if not found:
        return []
    missing = (_marked(pair.source_spans) - _marked(pair.target_spans)) // 2
    sources = emphasis.strays(pair.source, pair.source_spans, renders=renders)
    meant = {pair.source[one.start : one.inner] for one in sources}
    kept = []
    for stray in found:
        mark = pair.target[stray.start : stray.inner]
        inside = pair.target[stray.start - 1 : stray.start].isalnum() and len(mark) == 1
        lost = not stray.known and missing > 0 and not inside
        missing -= lost
        doubled = len(mark) > 1 and mark not in meant
        if lost or (doubled and not stray.known) or (stray.known and _marked(pair.source_spans)):
            kept.append((stray, lost))
    return kept


def _marked(spans: Sequence[Span]) -> int:
    return sum(span.kind is SpanKind.EMPHASIS for span in spans)


def _literal(pair: Pair) -> Iterator[Flaw]:
    for stray, lost in _strays(pair):
        text, mark = pair.target, pair.target[stray.start : stray.inner]
        paired = stray.inner < stray.end
        if lost or stray.known:
            fix = emphasis.respelt(text, stray)
            before, after = text[max(stray.inner, stray.close - 1) : stray.close], text[stray.end : stray.end + 1]
            why = (
                f"{mark} between {before} and {after} does not close"
                if paired and before.strip() and after.strip()
                else ""
            )
            said = f"{why or f'{mark} does not render'}: a reader may see the mark itself"
            yield Flaw(said, stray.start, stray.end, fix, None if lost else Severity.WARNING)
        else:
            bare = text[stray.inner : stray.close] if paired else ""
            fix = bare if bare == bare.strip() else None
            said = f"{mark} is not in the source and does not render: a reader sees the mark itself"
            yield Flaw(said, stray.start, stray.end, fix, Severity.WARNING)


def _marks(pair: Pair) -> Iterator[Flaw]:
    for mark in dict.fromkeys(_MARK.findall(pair.target)):
        if mark not in pair.source:
            at = pair.target.index(mark)
            yield Flaw(f"the mark {mark} of a machine draft was left in the text", at, at + len(mark))


RULES = (
    Rule(
        id="markup",
        severity=Severity.ERROR,
        reason="A lost link, tag, variable or piece of code breaks the published page.",
        failing=(Example("Read `config` first.", "먼저 설정을 읽는다."),),
        passing=(Example("Read `config` first.", "먼저 `config`를 읽는다."),),
        find=each(_parity),
    ),
    Rule(
        id="emphasis-literal",
        severity=Severity.ERROR,
        reason="Marks that do not become emphasis stand in the published text as stars.",
        failing=(
            Example("The **ministry (MSS)** denied it.", "**국가보위성(MSS)**은 부인했다."),
            Example("The **ministry** denied it.", "** 국가보위성**은 부인했다."),
            Example("The ministry denied it.", "국가보위성은 **부인했다."),
        ),
        passing=(
            Example("The **ministry (MSS)** denied it.", "**국가보위성**(MSS)은 부인했다."),
            Example("2 * 3 * 4 is `2**3`.", "2 * 3 * 4는 `2**3`이다."),
        ),
        find=each(_literal),
    ),
    Rule(
        id="mark-left",
        severity=Severity.ERROR,
        reason="⟦1⟧ stands for markup while a machine translates; a reader must never see it.",
        failing=(Example("Read it.", "⟦1⟧ 읽어 보라."),),
        passing=(Example("Read it.", "읽어 보라."),),
        find=each(_marks),
    ),
)
