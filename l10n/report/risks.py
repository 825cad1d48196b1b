"""Owns the list of drafts by how likely each is wrong, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.report.excerpt import plain, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import DraftRisk

__all__ = ["MANY", "listed"]

MANY = 20
"""Drafts that are listed where nobody asked for all."""
_SNIPPET = 72
"""Columns of a text that are shown to find it again."""


def listed(risks: Sequence[DraftRisk], *, everything: bool = False) -> str:
    """Return two lines for each draft: place, score and reasons, then the beginning of its text; then how many."""
    if not risks:
        return "no draft that nobody has read\n"
    shown = risks if everything else risks[:MANY]
    lines = [line for one in shown for line in (_headline(one), f"    {shortened(one.text, _SNIPPET)}")]
    more = f", {len(risks) - len(shown)} of them not listed (`--all` lists them)" if len(shown) < len(risks) else ""
    return "\n".join([*lines, f"{len(risks)} draft{'s' * (len(risks) > 1)} that nobody has read{more}"]) + "\n"


def _headline(one: DraftRisk) -> str:
    reasons = ", ".join(map(plain, one.reasons)) or "nothing unusual"
    return f"{one.po}:{one.line}: {one.score:.2f}: {reasons}"
