"""Owns the rules about stray characters around and between words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]

_RUN = re.compile(r"(?<=[^ \n])  +(?=[^ \n])")


def _white_space(pair: Pair) -> Iterator[Flaw]:
    for text, other, side in (
        (pair.target.lstrip(), pair.source.lstrip(), "begins"),
        (pair.target.rstrip(), pair.source.rstrip(), "ends"),
    ):
        if len(text) != len(pair.target) and len(other) == len(pair.source):
            yield Flaw(f"the translation {side} with white space")
    for run in _RUN.finditer(pair.target) if not _RUN.search(pair.source) else ():
        yield Flaw("two spaces in a row", *run.span(), fix=" ")
    if "\t" in pair.target and "\t" not in pair.source:
        yield Flaw("a tab in the text", pair.target.index("\t"), pair.target.index("\t") + 1)


RULES = (
    Rule(
        id="white-space",
        severity=Severity.WARNING,
        reason="Stray white space shows in print and breaks the comparison of texts.",
        failing=(Example("The ship left.", "배가  떠났다."),),
        passing=(Example("The ship left.", "배가 떠났다."),),
        find=each(_white_space),
    ),
)
