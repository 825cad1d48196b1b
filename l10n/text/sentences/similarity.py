"""Owns how alike two texts of one language are."""

from __future__ import annotations

__all__ = ["ratio"]


def ratio(one: str, other: str, *, cutoff: float = 0.0) -> float:
    """Return the normalised indel similarity, 0…1; 0.0 where it is below `cutoff`."""
    from rapidfuzz import fuzz  # noqa: PLC0415  where nothing was lost, nothing is compared

    return fuzz.ratio(one, other, score_cutoff=cutoff * 100) / 100
