"""Owns the rule about tokens that every language writes alike: addresses, handles, hashtags, numbers to call, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
from l10n.text.markup import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _changed(pair: Pair) -> Iterator[Flaw]:
    for one in exact.changes(pair.source, pair.source_spans, pair.target, pair.target_spans):
        severity = None if one.sure else Severity.WARNING
        if one.after is None:
            yield Flaw(f"{one.kind.value} {one.before} is lost", severity=severity)
        else:
            said = f"{one.kind.value} {one.before} became {one.after.text}"
            yield Flaw(said, one.after.start, one.after.end, severity=severity)


RULES = (
    Rule(
        id="exact-token",
        severity=Severity.ERROR,
        reason="An e-mail address, a handle, a number to call or a file name that differs by a sign leads nowhere.",
        failing=(
            Example("Write to tides@quay.example.", "tides@quai.example로 쓰라."),
            Example("Open tides.csv first.", "먼저 파일을 연다."),
        ),
        passing=(
            Example("Write to tides@quay.example.", "tides@quay.example로 쓰라."),
            Example("Read more on #Tides.", "더 읽을거리는 #Tides에 있다."),
        ),
        find=_changed,
    ),
)
