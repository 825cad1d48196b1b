"""Owns the comments of an entry that l10n reads: where its text came from, who read it, and since when it is stale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Origin, OriginKind, Review, Stale
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from l10n.model import Entry

__all__ = ["NOTHING", "UNREAD", "Provenance", "draft", "imported", "lines", "mark", "parse"]

UNREAD = "0" * 12
"""Stands in a `# stale:` line where nobody has read the text for a source; no source is taken to have this digest."""

_WORDS = ("draft: ", "import: ", "reviewed: ", "stale: ")
_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_DIGEST = "([0-9a-f]{12})"
_NAME = r"(\S(?:.*\S)?)"
_DRAFT = re.compile(rf"draft: (\S+) {_DAY} {_DIGEST}(?: {_DIGEST})?[ \t]*")
_IMPORT = re.compile(rf"import: {_NAME} {_DAY} {_DIGEST} {_DIGEST}[ \t]*")
_REVIEWED = re.compile(rf"reviewed: {_NAME} {_DAY} {_DIGEST}[ \t]*")
_STALE = re.compile(rf"stale: {_DAY} {_DIGEST} {_DIGEST}[ \t]*")
_MEMORY = "memory"


class Provenance(NamedTuple):
    """The translator's comments of an entry, sorted; of several lines of one kind the last counts."""

    comments: tuple[str, ...]
    """What l10n does not read, a line of the wrong shape included."""
    origin: Origin | None
    review: Review | None
    stale: Stale | None


NOTHING = Provenance((), None, None, None)


def draft(engine: str, today: date, source: str, target: str) -> Origin:
    """Return the origin of a text that an engine, or the memory, made today."""
    return Origin(_kind(engine), engine, today.isoformat(), digest(target), digest(source))


def imported(path: str, today: date, source: str, target: str) -> Origin:
    """Return the origin of a text that a person brought in today from a file."""
    return Origin(OriginKind.IMPORT, path, today.isoformat(), digest(target), digest(source))


def mark(today: date, target: str, source: str | None) -> Stale:
    """Return the mark of a text that becomes stale; `source` is what a person read it for, None where nobody did."""
    return Stale(today.isoformat(), digest(target), UNREAD if source is None else digest(source))


def parse(comments: Sequence[str]) -> Provenance:
    """Sort comment lines, each as it stands behind the `# `."""
    rest: list[str] = []
    origin = review = stale = None
    for line in comments:
        found = _read(line) if line.startswith(_WORDS) else None
        if found is None:
            rest.append(line)
        elif isinstance(found, Origin):
            origin = found
        elif isinstance(found, Review):
            review = found
        else:
            stale = found
    return Provenance(tuple(rest), origin, review, stale)


def lines(entry: Entry) -> Iterator[str]:
    """Write what `parse` reads."""
    if origin := entry.origin:
        word = "draft" if origin.drafted else "import"
        yield " ".join([f"{word}:", origin.by, origin.date, origin.digest, origin.source_digest]).rstrip()
    if review := entry.review:
        yield f"reviewed: {review.by} {review.date} {review.digest}"
    if stale := entry.stale:
        yield f"stale: {stale.date} {stale.digest} {stale.source_digest}"


def _kind(engine: str) -> OriginKind:
    return OriginKind.MEMORY if engine.partition("/")[0] == _MEMORY else OriginKind.MACHINE


def _read(line: str) -> Origin | Review | Stale | None:
    if drafted := _DRAFT.fullmatch(line):
        engine, day, text, source = drafted.groups("")
        return Origin(_kind(engine), engine, day, text, source)
    if imported := _IMPORT.fullmatch(line):
        return Origin(OriginKind.IMPORT, *imported.groups())
    if reviewed := _REVIEWED.fullmatch(line):
        return Review(*reviewed.groups())
    stale = _STALE.fullmatch(line)
    return Stale(*stale.groups()) if stale else None
