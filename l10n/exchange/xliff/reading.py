"""Owns reading a work file that comes back, XLIFF 1.2 or 2.x, whatever tool has saved it meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.exchange.safe_xml import children, line_of, name_of, read_xml
from l10n.exchange.xliff import flat, v12, v21
from l10n.exchange.xliff.codes import note_id
from l10n.exchange.xliff.units import NAMESPACE, ReturnedFile, ReturnedUnit, Said, WorkState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.exchange.safe_xml import XmlElement

__all__ = ["read"]

_FINAL = frozenset(("final", "signed-off", "reviewed"))
_TRANSLATED = "translated"
"""What tools write when they save; nobody has approved anything by it."""


def read(data: bytes, path: str) -> tuple[ReturnedFile, ...]:
    """Return the articles of a work file; a text that cannot be read says why.

    Raises `UsageError` with `path` and line for what is no XLIFF of a version that is known, and as `read_xml` does.
    """
    root = read_xml(data, path)
    space, name = name_of(root)
    version = root.get("version", "")
    remedy = "Export it with `--format xliff` or `--format xliff-1.2`."
    if name != "xliff":
        raise UsageError(f"is no XLIFF: it begins with <{name}>", path=path, line=line_of(root), remedy=remedy)
    if space == v12.NAMED:
        return tuple(_file_12(one, path) for one in children(root, "file"))
    if space == v21.NAMED:
        return tuple(_file_21(one, path, root.get("trgLang", "")) for one in children(root, "file"))
    raise UsageError(f"is XLIFF {version or 'of no version'}, which is not read", path=path, line=1, remedy=remedy)


def _file_12(file: XmlElement, path: str) -> ReturnedFile:
    space, _ = name_of(file)
    units = tuple(_unit_12(one) for one in file.iter(f"{{{space}}}trans-unit"))
    return ReturnedFile(_article(file, path), file.get("target-language", ""), line_of(file), units)


def _file_21(file: XmlElement, path: str, target: str) -> ReturnedFile:
    space, _ = name_of(file)
    units = tuple(_unit_21(one) for one in file.iter(f"{{{space}}}unit"))
    return ReturnedFile(_article(file, path), target, line_of(file), units)


def _article(file: XmlElement, path: str) -> str:
    if article := file.get("original", ""):
        return article
    remedy = 'Write its path below the folder of articles into <file>: original="news/harbor.md".'
    raise UsageError("does not tell of which article it is", path=path, line=line_of(file), remedy=remedy)


def _unit_12(unit: XmlElement) -> ReturnedUnit:
    found = _begun(unit)
    source, target = (next(children(unit, name), None) for name in ("source", "target"))
    notes = _new_notes(unit, children(unit, "note"))
    state = "" if target is None else target.get("state", "")
    was = _exported(unit)
    said = _said(
        _UnitMark(state, unit.get("approved", "") == "yes"),
        _UnitMark(v12.STATES[was], was in v12.APPROVED) if was else _UnitMark(),
    )
    try:
        texts = flat.Flat12(source)
        text = texts.read(target)
    except ValueError as err:
        return replace(found, notes=notes, said=said, fault=str(err))
    return replace(found, source=texts.source, target=text, said=said, lead=_lead(target, text), notes=notes)


def _unit_21(unit: XmlElement) -> ReturnedUnit:
    found = _begun(unit)
    space, _ = name_of(unit)
    notes = _new_notes(unit, unit.iter(f"{{{space}}}note"))
    parts = [one for one in unit if name_of(one) in {(space, "segment"), (space, "ignorable")}]
    segments = [one for one in parts if name_of(one)[1] == "segment"]
    was = _exported(unit)
    before = _UnitMark(v21.STATES[was]) if was else _UnitMark()
    saids = {_said(_UnitMark(one.get("state", "")), before) for one in segments}
    said = next(iter(saids)) if len(saids) == 1 else Said.NEEDS_WORK if Said.NEEDS_WORK in saids else Said.NOTHING
    try:
        texts = flat.Flat21(unit, parts)
        text = texts.target
    except ValueError as err:
        return replace(found, notes=notes, said=said, fault=str(err))
    targets = [target for one in parts for target in children(one, "target")]
    lead = _lead(targets[0], text) if len(targets) == 1 else ""
    return replace(found, source=texts.source, target=text, said=said, lead=lead, notes=notes)


def _lead(target: XmlElement | None, text: str) -> str:
    return text if target is None or not len(target) else target.text or ""


def _begun(unit: XmlElement) -> ReturnedUnit:
    exported, mark = (unit.get(f"{{{NAMESPACE}}}{name}", "") for name in ("text", "mark"))
    return ReturnedUnit(unit.get("id", ""), line_of(unit), "", "", exported=exported, mark=mark)


def _exported(unit: XmlElement) -> WorkState | None:
    """Return how the text stood when it went out; None where the file does not tell."""
    state = unit.get(f"{{{NAMESPACE}}}state", "")
    return WorkState(state) if state in list(WorkState) else None


def _new_notes(unit: XmlElement, notes: Iterator[XmlElement]) -> tuple[str, ...]:
    known = unit.get(f"{{{NAMESPACE}}}notes", "").split()
    texts = ("".join(map(str, note.itertext())) for note in notes if note.get("category") != v21.PREVIOUS)
    return tuple(text for text in texts if text.strip() and note_id(text) not in known)


@dataclass(frozen=True, slots=True)
class _UnitMark:
    """What the attributes of the standard say of a text."""

    state: str = ""
    approved: bool = False


def _said(now: _UnitMark, before: _UnitMark) -> Said:
    """Return what somebody says by changing, or by leaving, the marks of a text.

    What changed counts; `translated` says nothing, and neither does an approval beside it: tools write both whenever
    they write a text.
    """
    if now == before:
        return Said.STILL_APPROVED if before.state in _FINAL else Said.NOTHING
    if now.state != before.state:
        if now.state in _FINAL:
            return Said.APPROVED if now.approved >= before.approved else Said.NEEDS_WORK
        if now.state == _TRANSLATED:
            return Said.NOTHING
        if now.state:
            return Said.NEEDS_WORK
    if now.approved != before.approved:
        return Said.APPROVED if now.approved else Said.NEEDS_WORK
    return Said.NOTHING
