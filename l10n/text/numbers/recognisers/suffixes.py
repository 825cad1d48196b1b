"""Owns the letters and signs that stand right behind digits in any language."""

from __future__ import annotations

__all__ = ["SUFFIXES", "VULGAR"]

SUFFIXES = {
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    **dict.fromkeys(("mn", "mln"), 10**6),
    "b": 10**9,
    **dict.fromkeys(("bn", "bln"), 10**9),
    **dict.fromkeys(("tn", "tln", "trn"), 10**12),
}
"""English scale words and their letters, lower case, to factor."""
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
"""Fractions in one sign."""
