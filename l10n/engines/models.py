"""Owns where the models of engines lie, and which of their files is which."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from l10n import cache, disk

__all__ = ["Model", "find", "folder"]

_SHORTEST = 1 << 20
"""Bytes of `model.json` at most."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model for one pair of languages, installed."""

    source: str
    target: str
    version: str
    weights: Path
    source_vocabulary: Path
    target_vocabulary: Path
    """The same file as `source_vocabulary` where the languages share one."""
    shortlist: Path | None


def folder() -> Path | None:
    """Return where Firefox's models lie; None where the user has no cache folder."""
    named = os.environ.get("L10N_FIREFOX_MODELS", "")
    if named:
        return Path(named)
    base = cache.base()
    return base / "models" / "firefox" if base else None


def find(source: str, target: str) -> Model | None:
    """Return the model for a pair of languages, of gettext names or BCP 47 tags; None where none is installed."""
    root = folder()
    if root is None:
        return None
    place = root / f"{source}-{target}"
    try:
        told = json.loads(disk.read(place / "model.json", most=_SHORTEST))
        names = {path.name: path for path in place.iterdir()}
    except (OSError, ValueError):
        return None

    def one(start: str, end: str) -> Path | None:
        return next(
            (path for name, path in sorted(names.items()) if name.startswith(start) and name.endswith(end)), None
        )

    shared = one("vocab.", ".spm")
    weights, ours, theirs = (
        one("model.", ".bin"),
        one("srcvocab.", ".spm") or shared,
        one("trgvocab.", ".spm") or shared,
    )
    if not weights or not ours or not theirs or not isinstance(told, dict):
        return None
    return Model(source, target, str(told.get("version", "")), weights, ours, theirs, one("lex.", ".bin"))
