"""Owns what is told to the pages, as values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from l10n import languages, locales, reviews
from l10n.catalog.decisions import mark
from l10n.model import State
from l10n.stages.sheet import alone
from l10n.text.sentences.changes import changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Coverage, Finding
    from l10n.protocols import Hit
    from l10n.stages.decide import Decided
    from l10n.stages.sheet import Sheet, SheetText

__all__ = ["decided", "finding", "language", "row", "sheet", "suggestion"]


def language(locale: str, within: str) -> list[str]:
    """Return the code, the name in another language, the tag and the direction of a language."""
    return [locale, locales.display_name(locale, within=within), locales.tag(locale), languages.direction(locale)]


def sheet(one: Sheet) -> list[dict[str, Any]]:
    """Return the texts of an article."""
    return [
        {**_text(text), "cell": [cell.table, cell.row, cell.column, cell.head]} if cell else _text(text)
        for text, cell in zip(one.texts, one.cells, strict=True)
    ]


def decided(article: str, locale: str, done: Decided) -> dict[str, Any]:
    """Return what became of a decision: what stands there now, and what undoes it where something was done."""
    here = done.after or done.before
    told: dict[str, Any] = {"done": done.after is not None, "now": _now(alone(article, locale, here)) if here else None}
    if done.before and done.after and done.before != done.after:
        before = asdict(done.before)
        told["undo"] = {
            "base": mark(done.after),
            **{name: before[name] for name in ("key", "target", "state", "previous", "origin", "review", "stale")},
        }
    return told


def finding(one: Finding) -> dict[str, Any]:
    """Return what a check has to say of a text."""
    told = {"rule": one.rule, "severity": one.severity, "message": one.message, "reason": one.reason}
    return {**told, "start": one.start, "end": one.end} if one.start < one.end else told


def suggestion(one: Hit, source: str) -> dict[str, Any]:
    """Return what the memory has that is like a source."""
    known = one.translation
    return {
        "score": one.score,
        "text": known.target if one.suggestion is None else one.suggestion,
        "changes": _changes(known.source, source),
        "article": known.article,
    }


def row(one: Coverage) -> list[Any]:
    """Return how far an article is in a locale: place, language and, for each state that there is, texts and words."""
    return [one.article, one.locale, [[cell.substate, cell.segments, cell.words] for cell in one.cells]]


def _text(one: SheetText) -> dict[str, Any]:
    standing = one.standing
    return {
        "name": one.name,
        "key": asdict(standing.key),
        "kind": standing.kind,
        "line": standing.line,
        "words": standing.words,
        "terms": [[place.start, place.end, place.term.target, place.term.note] for place in one.terms],
        "now": _now(one),
    }


def _now(one: SheetText) -> dict[str, Any]:
    """Return what changes of a text when somebody decides about it; what there is nothing to say of is left out."""
    standing = one.standing
    stale = standing.state is State.STALE and one.before
    told = {
        "mark": one.mark,
        "target": one.target,
        "state": standing.substate,
        "urgent": standing.urgent,
        "changes": _changes(one.before, standing.key.text) if stale else (),
        "drafted": standing.origin.by if standing.origin and standing.origin.drafted else "",
        "imported": standing.origin.by if standing.origin and not standing.origin.drafted else "",
        "reader": reviews.named(standing.reviewer) if standing.reviewer else "",
        "note": one.note,
        "comments": one.comments,
    }
    return {name: value for name, value in told.items() if value or name == "target"}


def _changes(old: str, new: str) -> Iterable[tuple[str, str]]:
    return tuple((str(change.side), change.text) for change in changes(old, new))
