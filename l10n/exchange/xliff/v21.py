"""Owns writing a work file as XLIFF 2.1: codes are empty, and their markup stands beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.exchange.xliff.codes import Code, aligned, attributes, escaped, note_id, pieces, written_pairs
from l10n.exchange.xliff.units import NAMESPACE, WorkState, exact, unit_id
from l10n.model import InlineRole, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.exchange.xliff.units import WorkFile, WorkUnit

__all__ = ["NAMED", "PREVIOUS", "STATES", "ending", "written"]

ending = ".xlf"
NAMED = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of all versions 2."""
STATES: dict[WorkState, str] = {
    WorkState.MISSING: "initial",
    WorkState.MACHINE: "initial",
    WorkState.MEMORY: "initial",
    WorkState.IN_WORK: "initial",
    WorkState.STALE: "initial",
    WorkState.REVIEWED: "reviewed",
}
PREVIOUS = "previous-source"
"""The category of the note that holds the source for which a stale text was made."""
_KINDS = {SpanKind.EMPHASIS: "fmt", SpanKind.LINK: "link"}
"""What XLIFF calls a kind of markup; all others are `other`."""


def written(file: WorkFile) -> str:
    """Return an article as a document; raises `UsageError` for half a character."""
    languages = attributes({"srcLang": file.source, "trgLang": file.target})
    units = "".join(line for unit in file.units for line in _unit(unit))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{NAMED}" xmlns:l10n="{NAMESPACE}" version="2.1"{languages}>\n'
        f"<file{attributes({'id': 'f1', 'original': file.article})}>\n{units}</file>\n</xliff>\n"
    )


def _unit(unit: WorkUnit) -> Iterator[str]:
    source = pieces(unit.key.text, unit.source)
    target = aligned(pieces(unit.target, unit.inlines), source)
    named = attributes(
        {
            "id": unit_id(unit.key),
            "name": unit.key.context or "",
            "xml:space": "preserve",
            "l10n:state": unit.state,
            "l10n:mark": unit.mark,
            "l10n:text": exact(unit.target),
            "l10n:notes": " ".join(note_id(text) for _, text in unit.notes),
        }
    )
    yield f"<unit{named}>\n"
    for line in unit.provenance:
        yield f"<l10n:provenance>{escaped(line)}</l10n:provenance>\n"
    if notes := (*unit.notes, *((PREVIOUS, one.text) for one in (unit.previous,) if one is not None)):
        yield f"<notes>\n{''.join(_note(whose, text) for whose, text in notes)}</notes>\n"
    markup = dict.fromkeys(one.markup for one in (*source, *target) if isinstance(one, Code))
    data = {text: f"d{number}" for number, text in enumerate(markup, 1)}
    if data:
        rows = "".join(f'<data id="{name}">{escaped(text)}</data>\n' for text, name in data.items())
        yield f"<originalData>\n{rows}</originalData>\n"
    sub = "" if unit.state in {WorkState.MISSING, WorkState.REVIEWED} else f"l10n:{unit.state}"
    yield f"<segment{attributes({'state': STATES[unit.state], 'subState': sub})}>\n"
    yield f"<source>{_inside(source, data)}</source>\n"
    if unit.target or unit.state is WorkState.REVIEWED:
        yield f"<target>{_inside(target, data)}</target>\n"
    yield "</segment>\n</unit>\n"


def _note(whose: str, text: str) -> str:
    about = "target" if whose == "translator" else "source"
    return f'<note category="{whose}" appliesTo="{about}">{escaped(text)}</note>\n'


def _inside(text: Sequence[str | Code], data: dict[str, str]) -> str:
    nested = written_pairs(text)
    refs = {one.id: data[one.markup] for one in text if isinstance(one, Code)}
    return "".join(escaped(one, _control) if isinstance(one, str) else _code(one, refs, nested) for one in text)


def _control(char: str) -> str:
    return f'<cp hex="{ord(char):04X}"/>'


def _code(code: Code, refs: dict[str, str], nested: frozenset[str]) -> str:
    kind = _KINDS.get(code.kind, "other")
    named = {"id": code.id, "type": kind, "subType": f"l10n:{code.kind}", "disp": code.markup}
    if code.role is InlineRole.STANDALONE:
        return f"<ph{attributes({**named, 'dataRef': refs[code.id]})}/>"
    opening = code.role is InlineRole.OPEN
    if code.id in nested:
        if not opening:
            return "</pc>"
        both = {"dataRefStart": refs[code.id], "dataRefEnd": refs[code.pair]}
        return f"<pc{attributes({'id': code.id, 'type': kind, 'subType': f'l10n:{code.kind}', **both})}>"
    if code.pair and not opening:
        return f"<ec{attributes({'startRef': code.pair, 'dataRef': refs[code.id]})}/>"
    alone = {} if code.pair else {"isolated": "yes"}
    return f"<{'sc' if opening else 'ec'}{attributes({**named, 'dataRef': refs[code.id], **alone})}/>"
