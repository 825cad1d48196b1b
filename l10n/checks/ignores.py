"""Owns how a translator silences rules for one text: a comment `# l10n-ignore: RULE, RULE — reason` in the PO file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["parse"]

_COMMENT = re.compile(r"\s*l10n-ignore(?:\s*:|(?=\s|\Z))(?P<rest>.*)", re.IGNORECASE)
_REASON = re.compile(r"\s+(?:[–—]|-+)(?:\s.*)?\Z|\s*[(:–—].*\Z", re.DOTALL)
"""What follows the names, for people: behind a dash, a colon or in brackets."""


def parse(comments: Iterable[str]) -> tuple[str, ...] | None:
    """Return the rules and families that the comments of an entry name, each once; None without such a comment.

    Names are not looked up. A comment is a plain translator's one, for gettext tools and editors drop everything else.
    """
    found: dict[str, None] = {}
    there = False
    for comment in comments:
        match = _COMMENT.fullmatch(comment)
        if match:
            there = True
            found |= dict.fromkeys(re.split(r"[\s,]+", _REASON.sub("", match["rest"]).strip().lower()))
    found.pop("", None)
    return tuple(found) if there else None
