"""Owns how alike two texts of one language are."""

from __future__ import annotations

from rapidfuzz import fuzz

__all__ = ["ratio"]


def ratio(one: str, other: str, *, cutoff: float = 0.0) -> float:
    """Return the normalised indel similarity, 0…1; 0.0 where it is below `cutoff`."""
    return fuzz.ratio(one, other, score_cutoff=cutoff * 100) / 100
