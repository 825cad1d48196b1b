"""Owns the patterns of paths: `*` and `?` stay within a folder, `**` crosses folders, `**/` is any folders or none."""

from __future__ import annotations

import re

__all__ = ["matches"]

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern fits the whole of a path, in steps of the one's length times the other's at most.

    All places of the path that the pattern may have come to go on together, so that nothing is tried again.
    """
    reached = {0}
    for piece in _PIECE.findall(pattern):
        reached = _beyond(piece, reached, path)
        if not reached:
            return False
    return len(path) in reached


def _beyond(piece: str, reached: set[int], path: str) -> set[int]:
    """Return the places of a path that a piece of a pattern leads to from those that are reached."""
    if piece == "?":
        return {at + 1 for at in reached if path[at : at + 1] not in {"", "/"}}
    if not piece.startswith("*"):
        return {at + len(piece) for at in reached if path.startswith(piece, at)}
    first = min(reached)
    if piece == "**":
        return set(range(first, len(path) + 1))
    if piece == "**/":
        return reached | {at + 1 for at in range(first, len(path)) if path[at] == "/"}
    beyond: set[int] = set()
    within = False
    for at in range(first, len(path) + 1):
        within = at in reached or (within and path[at - 1] != "/")
        if within:
            beyond.add(at)
    return beyond
