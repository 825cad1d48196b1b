"""Owns writing a work file as XLIFF 1.2: codes keep their markup inside, so that plain tools show whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.exchange.xliff.codes import Code, aligned, attributes, escaped, note_id, pieces
from l10n.exchange.xliff.units import NAMESPACE, WorkState, exact, unit_id
from l10n.model import InlineRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.exchange.xliff.units import WorkFile, WorkUnit

__all__ = ["APPROVED", "CONTROL", "NAMED", "STATES", "ending", "written"]

ending = ".xlf"
NAMED = "urn:oasis:names:tc:xliff:document:1.2"
CONTROL = "x-control-"
"""How the `ctype` of a code begins that stands for a character that XML has not; its code point follows."""
STATES: dict[WorkState, str] = {
    WorkState.MISSING: "",
    WorkState.MACHINE: "needs-review-translation",
    WorkState.MEMORY: "needs-review-translation",
    WorkState.IN_WORK: "needs-review-translation",
    WorkState.STALE: "needs-review-translation",
    WorkState.REVIEWED: "final",
}
APPROVED = frozenset((WorkState.REVIEWED,))
"""What goes out with `approved="yes"`."""
_TYPES = {"html": "html", "plain": "plaintext"}
"""What XLIFF calls a format."""
_QUALIFIERS = {
    WorkState.MACHINE: "mt-suggestion",
    WorkState.MEMORY: "tm-suggestion",
    WorkState.STALE: "x-stale",
}


def written(file: WorkFile) -> str:
    """Return an article as a document; raises `UsageError` for half a character."""
    head = attributes(
        {
            "original": file.article,
            "source-language": file.source,
            "target-language": file.target,
            "datatype": _TYPES.get(file.format, f"x-{file.format}"),
        }
    )
    units = "".join(line for unit in file.units for line in _unit(unit))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{NAMED}" xmlns:l10n="{NAMESPACE}" version="1.2">\n'
        f"<file{head}>\n<body>\n{units}</body>\n</file>\n</xliff>\n"
    )


def _unit(unit: WorkUnit) -> Iterator[str]:
    source = pieces(unit.key.text, unit.source)
    target = aligned(pieces(unit.target, unit.inlines), source)
    named = attributes(
        {
            "id": unit_id(unit.key),
            "resname": unit.key.context or "",
            "approved": "yes" if unit.state in APPROVED else "",
            "xml:space": "preserve",
            "l10n:state": unit.state,
            "l10n:mark": unit.mark,
            "l10n:text": exact(unit.target),
            "l10n:notes": " ".join(note_id(text) for _, text in unit.notes),
        }
    )
    yield f"<trans-unit{named}>\n<source>{_inside(source)}</source>\n"
    if unit.target or unit.state is WorkState.REVIEWED:
        state = attributes({"state": STATES[unit.state], "state-qualifier": _QUALIFIERS.get(unit.state, "")})
        yield f"<target{state}>{_inside(target)}</target>\n"
    if unit.key.context is not None:
        context = f'<context context-type="x-po-msgctxt">{escaped(unit.key.context)}</context>'
        yield f'<context-group purpose="information">{context}</context-group>\n'
    for whose, text in unit.notes:
        yield f'<note from="{whose}">{escaped(text)}</note>\n'
    if unit.previous is not None:
        before = attributes({"alttranstype": "previous-version"})
        yield f"<alt-trans{before}><source>{_inside((unit.previous.text,))}</source>"
        yield f"<target>{_inside((unit.target,))}</target></alt-trans>\n"
    for line in unit.provenance:
        yield f"<l10n:provenance>{escaped(line)}</l10n:provenance>\n"
    yield "</trans-unit>\n"


def _inside(text: Iterable[str | Code]) -> str:
    count = 0

    def control(char: str) -> str:
        nonlocal count
        count += 1
        shown = chr(0x2400 + ord(char)) if char < " " else "\ufffd"
        return f'<ph id="c{count}" ctype="{CONTROL}{ord(char):04X}">{shown}</ph>'

    return "".join(escaped(one, control) if isinstance(one, str) else _code(one) for one in text)


def _code(code: Code) -> str:
    inside, kind = escaped(code.markup), f"x-{code.kind}"
    if code.role is InlineRole.STANDALONE:
        named = attributes({"id": code.id, "ctype": kind, "equiv-text": code.markup})
        return f"<ph{named}>{inside}</ph>"
    opening = code.role is InlineRole.OPEN
    if not code.pair:
        named = attributes({"id": code.id, "pos": "open" if opening else "close", "ctype": kind})
        return f"<it{named}>{inside}</it>"
    if opening:
        return f"<bpt{attributes({'id': code.id, 'rid': code.id, 'ctype': kind})}>{inside}</bpt>"
    return f"<ept{attributes({'id': code.id, 'rid': code.pair})}>{inside}</ept>"
