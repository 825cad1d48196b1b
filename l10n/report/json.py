"""Owns the JSON reports: versioned contracts, to which fields are only ever added."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from l10n.model import By

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.errors import L10nError
    from l10n.model import (
        BulkReview,
        Cell,
        Coverage,
        DraftRisk,
        Finding,
        Inspection,
        Origin,
        Overview,
        Pace,
        ReviewShare,
        Standing,
        Tally,
    )

__all__ = ["VERSION", "bulk", "coverage", "dump", "failure", "findings", "inspection", "states"]

VERSION = 1


def coverage(told: Overview) -> str:
    """Return `{"version", "articles": […], "locales": {…}, "errors": […]}`, and more where given.

    `articles` are the rows that are shown, all of them where nothing is chosen; `locales` sums all rows up. Of
    sections, reviewers and machines there is a list of its own (`sections`, `reviewers`, `engines`). The cells of each
    article are many, and told by state only.
    """
    from l10n.report.totals import totals  # noqa: PLC0415  the other commands print no sums

    by_state = told.by is By.STATE
    sections = told.by is By.SECTION and told.shown is not None
    listed = told.rows if told.shown is None or sections else told.shown
    fields: dict[str, Any] = {
        "articles": [
            {"article": row.article, "locale": row.locale, **_measures(row), **(_cells(row) if by_state else {})}
            for row in listed
        ],
        "locales": {locale: {**_measures(row), **_cells(row)} for locale, row in totals(told.rows).items()},
    }
    if sections:
        groups = told.shown or ()
        fields["sections"] = [
            {"section": row.article, "locale": row.locale, **_measures(row), **_cells(row)} for row in groups
        ]
    if told.shares is not None:
        fields[f"{told.by}s"] = [_share(one, told.by) for one in told.shares]
    if told.bulks is not None:
        fields["bulk"] = [bulk(one) for one in told.bulks]
    if told.segments is not None:
        fields["segments"] = [_standing(one) for one in told.segments]
    if told.risks is not None:
        fields["risk"] = [_risk(one) for one in told.risks]
    return dump(fields, told.errors)


def findings(findings: Sequence[Finding]) -> str:
    """Return `{"version", "findings": […]}`."""
    return dump({"findings": [_finding(finding) for finding in findings]})


def inspection(done: Inspection) -> str:
    """Return the same, and what was not looked for: `unchecked` (locale → rule → what is not known of the language).

    Where faults were to be mended, `fixed` (rule → how many) and `changed` (PO files) stand besides.
    """
    unchecked: dict[str, dict[str, list[str]]] = {}
    for gap in done.gaps:
        unchecked.setdefault(gap.locale, {})[gap.rule] = list(gap.facets)
    fields: dict[str, Any] = {"findings": [_finding(finding) for finding in done.findings], "unchecked": unchecked}
    if done.mended is not None:
        fields |= {"fixed": dict(done.mended), "changed": list(done.changed)}
    if done.risks is not None:
        fields["risk"] = [_risk(one) for one in done.risks]
    return dump(fields, done.errors)


def dump(fields: dict[str, Any], errors: Iterable[L10nError] = ()) -> str:
    """Return a versioned JSON object with a final newline; `errors` are what could not be read or done, named in it."""
    told = [failure(error) for error in errors]
    text = io.StringIO()
    # Not `dumps`: it has a list of all signs and words before it joins them, ten times as large as what comes of it.
    json.dump({"version": VERSION, **fields, "errors": told}, text, ensure_ascii=False, indent=2)
    return text.getvalue() + "\n"


def failure(error: L10nError) -> dict[str, Any]:
    """Return what could not be read or done."""
    return {"file": error.path or None, "line": error.line or None, "message": error.message, "remedy": error.remedy}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "article": finding.article,
        "locale": finding.locale,
        "po": finding.po,
        "line": finding.line,
        "context": finding.key.context if finding.key else None,
        "msgid": finding.key.text if finding.key else None,
        "family": finding.family,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "fix": finding.fix,
    }


def _risk(one: DraftRisk) -> dict[str, Any]:
    return {
        "article": one.article,
        "locale": one.locale,
        "po": one.po,
        "line": one.line,
        "context": one.key.context,
        "msgid": one.key.text,
        "text": one.text,
        "score": round(one.score, 2),
        "reasons": list(one.reasons),
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "article": one.article,
        "locale": one.locale,
        "line": one.line,
        "key": one.key.text,
        "context": one.key.context,
        "kind": one.kind.value,
        "state": one.state.value,
        "in_work": one.in_work,
        "origin": _origin(one.origin, edited=one.edited) if one.origin else None,
        "words": one.words,
        "prominence": one.prominence.value,
        "urgent": list(one.urgent),
        "risk": one.risk,
    }


def _origin(origin: Origin, *, edited: bool) -> dict[str, Any]:
    return {"kind": origin.kind.value, "by": origin.by, "date": origin.date, "edited": edited}


def _measures(row: Coverage) -> dict[str, Any]:
    return {
        "segments": states(row.segments),
        "words": states(row.words),
        "percent": round(row.percent, 1),
        "urgent": row.urgent,
        "unedited": {
            "words": row.unedited,
            "percent": None if row.unedited_percent is None else round(row.unedited_percent, 1),
            "limit": row.max_unedited if row.article else None,
        },
        "pace": _pace(row.pace) if row.pace else None,
    }


def _cells(row: Coverage) -> dict[str, Any]:
    return {"cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "state": cell.substate.value,
        "prominence": cell.prominence.value,
        "engine": cell.engine or None,
        "segments": cell.segments,
        "words": cell.words,
    }


def _share(one: ReviewShare, by: By) -> dict[str, Any]:
    words = {"reviewed": one.words, "accepted": one.accepted, "edited": one.edited, "human": one.human}
    if by is By.ENGINE and not one.period:
        words |= {"draft": one.draft, "in_work": one.in_work}
    told: dict[str, Any] = {
        by.value: one.name or None,
        "locale": one.locale,
        "period": one.period or None,
        "segments": one.segments,
        "words": words,
        "unedited": None if one.accepted_percent is None else round(one.accepted_percent, 1),
        "distance": None if one.distance is None else round(one.distance, 3),
        "edits": {"tokens": one.edits, "of": one.length, "unknown": one.unknown},
    }
    if by is By.REVIEWER and one.period:
        told["bands"] = {band.value: number for band, number in one.bands.items()}
        told |= {"near": dict(one.scores), "drafted": one.drafted}
    return told


def bulk(one: BulkReview) -> dict[str, Any]:
    """Return who accepted many drafts at once."""
    return {
        "reviewer": one.name,
        "commits": list(one.commits),
        "date": one.date,
        "locales": list(one.locales),
        "articles": one.articles,
        "words": {"accepted": one.accepted, "drafted": one.drafted},
        "seconds_per_word": None if one.seconds is None else round(one.seconds, 2),
    }


def _pace(pace: Pace) -> dict[str, Any]:
    seconds = None if pace.seconds is None else round(pace.seconds, 2)
    return {"seconds_per_word": seconds, "limit": pace.least, "words": pace.words, "unknown": pace.unknown}


def states(tally: Tally) -> dict[str, int]:
    """Return counts by state."""
    return {"reviewed": tally.reviewed, "draft": tally.draft, "stale": tally.stale, "missing": tally.missing}
