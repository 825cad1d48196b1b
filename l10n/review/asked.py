"""Owns what pages ask for, out of JSON: anything else than a page sends is refused."""

from __future__ import annotations

import json
from typing import Any

from l10n.catalog.decisions import ReviewEdit, ReviewUndo
from l10n.errors import UsageError
from l10n.model import Key, Origin, OriginKind, Review, Stale, State

__all__ = ["edit", "parsed", "rows", "text", "texts", "undo"]

_UNWRITABLE = frozenset("\x00\r")


def parsed(body: bytes) -> dict[str, Any]:
    """Read what a page sent; raises `UsageError`."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as err:
        raise _refused("it is no JSON") from err
    if not isinstance(found, dict):
        raise _refused("it is no object")
    return found


def text(given: dict[str, Any], name: str) -> str:
    """Return a text that a PO file can hold; raises `UsageError`."""
    found = given.get(name)
    if not isinstance(found, str):
        raise _refused(f"`{name}` is no text")
    if not _UNWRITABLE.isdisjoint(found) or any("\ud800" <= letter <= "\udfff" for letter in found):
        raise UsageError("a character in it cannot be written", remedy="Take it out.")
    return found


def rows(given: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a list of objects; raises `UsageError`."""
    found = given.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _refused(f"`{name}` is no list of objects")
    return found


def texts(given: dict[str, Any], name: str) -> list[str]:
    """Return a list of texts; raises `UsageError`."""
    found = given.get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise _refused(f"`{name}` is no list of texts")
    return found


def edit(given: dict[str, Any], by: str) -> ReviewEdit:
    """Return what a person made of a text; raises `UsageError`, for an empty one that is approved too."""
    approved = given.get("approved")
    if not isinstance(approved, bool):
        raise _refused("`approved` is neither true nor false")
    made = ReviewEdit(_key(given.get("key")), text(given, "mark"), text(given, "text"), approved, by)
    if approved and not made.text.strip():
        raise UsageError("an empty text cannot be approved", remedy="Write one.")
    return made


def undo(given: dict[str, Any]) -> ReviewUndo:
    """Return what an entry is to be again; raises `UsageError`."""
    previous, origin, review, stale = (given.get(name) for name in ("previous", "origin", "review", "stale"))
    try:
        return ReviewUndo(
            _key(given.get("key")),
            text(given, "base"),
            text(given, "target"),
            State(text(given, "state")),
            _key(previous) if previous else None,
            Origin(OriginKind(origin["kind"]), *_fields(origin, "by", "date", "digest", "source_digest"))
            if origin
            else None,
            Review(*_fields(review, "by", "date", "digest")) if review else None,
            Stale(*_fields(stale, "date", "digest", "source_digest")) if stale else None,
        )
    except (KeyError, TypeError, ValueError) as err:
        raise _refused("it undoes nothing") from err


def _key(given: Any) -> Key:
    if not isinstance(given, dict):
        raise _refused("`key` is no object")
    context = given.get("context")
    return Key(text(given, "text"), None if context is None else text(given, "context"))


def _fields(given: dict[str, Any], *names: str) -> list[str]:
    """Return words of a comment in a PO file, each without a line break."""
    found = [text(given, name) for name in names]
    if any(letter in one for one in found for letter in "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
        raise _refused("a comment has one line")
    return found


def _refused(message: str) -> UsageError:
    return UsageError(f"the page asked for what it may not: {message}", remedy="Reload the page.")
