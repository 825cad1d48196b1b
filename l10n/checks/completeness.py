"""Owns the rules about text that was not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import echo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _identical(pair: Pair) -> Iterator[Flaw]:
    source, target = echo.visible(pair.source, pair.source_spans), echo.visible(pair.target, pair.target_spans)
    if echo.is_echo(source, target, pair.locale):
        yield Flaw("the translation is the English text")


RULES = (
    Rule(
        id="identical",
        severity=Severity.WARNING,
        reason="A text that is word for word the source was probably never translated.",
        failing=(Example("The council met in the harbor.", "The council met in the harbor."),),
        passing=(Example("NASA", "NASA"),),
        find=each(_identical),
    ),
)
