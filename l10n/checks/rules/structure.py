"""Owns the rules whose faults the program meets outside of texts: these are told by the stage that meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Severity
from l10n.protocols import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Flaw
    from l10n.protocols import Pair

__all__ = ["GETTEXT", "MISSING", "RULES", "STRUCTURE", "UNFINISHED", "UNKNOWN_IGNORE", "UNUSED_IGNORE"]


def _nothing(_: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    return iter(())


STRUCTURE = Rule(
    id="structure",
    severity=Severity.ERROR,
    reason="A text that begins a new block would break its article, so the English is published instead.",
    failing=(Example("The port is closed.", "항구가</p><p>닫혔다."),),
    passing=(Example("The port is closed.", "항구가 닫혔다."),),
    find=_nothing,
)
UNUSED_IGNORE = Rule(
    id="unused-ignore",
    severity=Severity.INFO,
    reason="An `l10n-ignore` that silences nothing any more would hide the next mistake.",
    failing=(),
    passing=(),
    find=_nothing,
)
UNKNOWN_IGNORE = Rule(
    id="unknown-ignore",
    severity=Severity.WARNING,
    reason="An `l10n-ignore` that names no rule silences nothing, though somebody believes it does.",
    failing=(),
    passing=(),
    find=_nothing,
)
MISSING = Rule(
    id="missing",
    severity=Severity.WARNING,
    reason="A text without a translation is published in English.",
    failing=(),
    passing=(),
    find=_nothing,
    default=False,
)
GETTEXT = Rule(
    id="gettext",
    severity=Severity.WARNING,
    reason="A file that gettext's tools refuse cannot be opened, merged or compiled by other programs.",
    failing=(),
    passing=(),
    find=_nothing,
)
UNFINISHED = Rule(
    id="unfinished",
    severity=Severity.WARNING,
    reason="Editors clear the mark of a draft at the first keystroke, so a text only begun passes for reviewed.",
    failing=(),
    passing=(),
    find=_nothing,
)
RULES = (GETTEXT, STRUCTURE, UNFINISHED, UNUSED_IGNORE, UNKNOWN_IGNORE, MISSING)
