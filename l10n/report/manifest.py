"""Owns the manifest of a build: a versioned contract, to which fields are only ever added."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from l10n.model import Substate
from l10n.report.json import VERSION, bulk, failure, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.errors import L10nError
    from l10n.model import BuildRecord, Coverage, FileMark, LastChange, ManifestHead, ManifestRow, ReviewShare

__all__ = ["is_manifest", "manifest"]

_KIND = "l10n build"
_BEGIN = f'{{\n  "version": {VERSION},\n  "manifest": "{_KIND}",\n'
_REVIEWED = {Substate.ACCEPTED: "accepted", Substate.EDITED: "edited", Substate.HUMAN: "human"}


def is_manifest(data: bytes) -> bool:
    """Tell whether a file is such a manifest."""
    return data.startswith(_BEGIN.encode())


def manifest(head: ManifestHead, rows: Iterable[ManifestRow], errors: Iterable[L10nError]) -> bytes:
    """Return a manifest, a line an article and locale; of the rows only one is here at a time."""
    data = bytearray()
    for piece in _pieces(head, rows, errors):
        data += piece.encode("utf-8", "backslashreplace")
    return bytes(data)


def _pieces(head: ManifestHead, rows: Iterable[ManifestRow], errors: Iterable[L10nError]) -> Iterator[str]:
    yield _BEGIN
    fields = {
        "source": head.source,
        "locales": list(head.locales),
        "whole": head.whole,
        "history": head.history,
        "notices": list(head.notices),
        "errors": [failure(error) for error in errors],
        "bulk": [bulk(one) for one in head.bulks],
    }
    yield from (f"  {_line(name)}: {_line(value)},\n" for name, value in fields.items())
    yield '  "articles": ['
    before = "\n"
    for row in rows:
        yield f"{before}    {_line(_row(row, known=head.history != 'none'))}"
        before = ",\n"
    yield "\n  ]\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _row(one: ManifestRow, *, known: bool) -> dict[str, Any]:
    record = one.record
    fields: dict[str, Any] = {
        "article": one.article,
        "locale": one.locale,
        "source": _file(one.source),
        "catalog": _file(one.catalog),
        "built": _file(one.built),
        "held": one.held or None,
        "policy": record.policy,
        "fallback": record.fallback,
        "disclosure": record.disclosure or None,
    }
    if known:
        fields["revision"] = _change(one.changed, uncommitted=one.uncommitted)
    return fields | {
        "segments": states(record.row.segments),
        "words": states(record.row.words),
        "reviewed": _reviewed(record.row),
        "shown": dict(record.shown),
        "left_out": record.left_out,
        "engines": _engines(record),
        "reviewers": [_reviewer(share) for share in one.reviewers],
    }


def _file(file: FileMark | None) -> dict[str, str] | None:
    return {"path": file.path, "sha256": file.digest} if file else None


def _change(change: LastChange | None, *, uncommitted: bool) -> dict[str, Any]:
    return {
        "commit": change.commit if change else None,
        "date": change.date if change else None,
        "uncommitted": uncommitted,
    }


def _reviewed(row: Coverage) -> dict[str, int]:
    words = Counter[str]()
    for cell in row.cells:
        words[_REVIEWED.get(cell.substate, "")] += cell.words
    return {name: words[name] for name in _REVIEWED.values()}


def _engines(record: BuildRecord) -> list[dict[str, Any]]:
    """Return the machines whose drafts are there, with the words of each that were reviewed or not."""
    words: dict[str, Counter[str]] = {}
    for cell in record.row.cells:
        what = "draft" if cell.substate is Substate.DRAFT else _REVIEWED.get(cell.substate)
        if cell.engine and what:
            words.setdefault(cell.engine, Counter())[what] += cell.words
    return [
        {"engine": name, "words": {what: words[name][what] for what in ("accepted", "edited", "draft")}}
        for name in sorted(words)
    ]


def _reviewer(share: ReviewShare) -> dict[str, Any]:
    return {
        "reviewer": share.name or None,
        "segments": share.segments,
        "words": {"accepted": share.accepted, "edited": share.edited, "human": share.human},
    }
