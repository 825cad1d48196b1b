"""Owns the rules about markup: placeholders, tags, links and code must be those of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]

_MARK = re.compile(r"⟦\s*\d+\s*⟧")


def _parity(pair: Pair) -> Iterator[Flaw]:
    for message in placeholders.parity(pair.source, pair.source_spans, pair.target, pair.target_spans):
        yield Flaw(message)


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
        id="mark-left",
        severity=Severity.ERROR,
        reason="⟦1⟧ stands for markup while a machine translates; a reader must never see it.",
        failing=(Example("Read it.", "⟦1⟧ 읽어 보라."),),
        passing=(Example("Read it.", "읽어 보라."),),
        find=each(_marks),
    ),
)
