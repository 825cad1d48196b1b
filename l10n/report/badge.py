"""Owns badges: how much is reviewed, in one line, as a picture (SVG) or for a service that draws one (shields JSON)."""

from __future__ import annotations

import json
import math
from html import escape
from typing import TYPE_CHECKING

from l10n.report.totals import totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Coverage

__all__ = ["ENDINGS", "badge", "is_badge"]

ENDINGS = (".svg", ".json")
_LABEL = "translated"
_MARK = "<!-- l10n coverage -->"
_LISTED = 4
"""Locales that are named one by one."""
_COLORS = (
    (90, "brightgreen", "#3a8500"),
    (75, "green", "#6b7d00"),
    (50, "yellow", "#8a6d00"),
    (0, "orange", "#b04a00"),
)
"""From so many per cent: the name of the colour, and one on which white can be read."""
_SVG = """{mark}
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{title}">
<title>{title}</title>
<rect width="{left}" height="20" rx="3" fill="#444"/>
<rect x="{edge}" width="{right}" height="20" rx="3" fill="{color}"/>
<rect x="{edge}" width="4" height="20" fill="{color}"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="{first}" y="14" textLength="{label_length}">{label}</text>
<text x="{second}" y="14" textLength="{message_length}">{message}</text>
</g>
</svg>
"""
_LETTER = 6.6
"""Width of a letter."""


def badge(rows: Sequence[Coverage], ending: str) -> str:
    """Return the badge of a file with this ending: the share of each locale that is reviewed, by words, rounded down.

    Its colour is that of the least one; of more than four locales the least is told alone.
    """
    shares = {locale: math.floor(row.percent) for locale, row in totals(rows).items()}
    least = min(shares.values(), default=0)
    told = " · ".join(f"{locale} {share} %" for locale, share in shares.items())
    message = told if 0 < len(shares) <= _LISTED else f"{len(shares)} languages, {least} % or more"
    _, name, color = next(row for row in _COLORS if least >= row[0])
    if ending == ".json":
        fields = {"schemaVersion": 1, "label": _LABEL, "message": message, "color": name}
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
    return _drawn(message, color)


def is_badge(text: str) -> bool:
    """Tell whether a file holds a badge, which may be written anew."""
    if text.startswith(_MARK):
        return True
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and fields.get("schemaVersion") == 1 and fields.get("label") == _LABEL


def _drawn(message: str, color: str) -> str:
    label, told = round(len(_LABEL) * _LETTER), round(len(message) * _LETTER)
    left, right = label + 12, told + 12
    return _SVG.format(
        mark=_MARK,
        width=left + right,
        left=left + 4,
        edge=left,
        right=right,
        color=color,
        title=escape(f"{_LABEL}: {message}"),
        label=_LABEL,
        message=escape(message),
        first=left / 2,
        second=left + right / 2,
        label_length=label,
        message_length=told,
    )
