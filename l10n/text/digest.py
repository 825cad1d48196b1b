"""Owns the digest that tells an untouched machine draft from one a person has changed."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

__all__ = ["digest"]


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """Return the first 12 hex digits of SHA-256 over the text in NFC, outer white space stripped."""
    normal = unicodedata.normalize("NFC", text).strip()
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:12]
