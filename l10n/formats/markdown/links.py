"""Owns the links whose words are their label, `[label]`: translated words must name the label, `[번역][label]`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from l10n.formats.markdown.events import Event, definitions, inline_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from l10n.formats.markdown.events import Source
    from l10n.model import Segment

__all__ = ["defined", "labelled", "labels", "taken", "told"]


class _Bracket(NamedTuple):
    label: str
    end: int
    """Byte offset after the closing bracket."""
    full: bool
    """The label is written in brackets of its own."""


def labels(events: tuple[Event, ...]) -> tuple[str, ...]:
    """Return the labels that are the words of links or images among a block's events, each once."""
    found: dict[str, None] = {}
    for event in events:
        if event.op == "Start" and event.name in {"Link", "Image"}:
            kind = event.data["link_type"]
            if kind in {"Shortcut", "Collapsed"}:
                found[event.data["id"]] = None
    return tuple(found)


def defined(source: Source) -> frozenset[str]:
    """Return the labels that an article defines, in small letters."""
    return frozenset(item.label.casefold() for item in definitions(source))


def taken(text: str, known: AbstractSet[str]) -> tuple[str, ...]:
    """Return the labels that are the words of links in a text which the parser does not see, each once.

    `known` are the labels that are defined, in small letters.
    """
    if not known or "[" not in text:
        return ()
    named = (one.label for one in _brackets(text) if not one.full)
    return tuple(dict.fromkeys(label for label in named if label.casefold() in known))


def told(named: Sequence[str]) -> str:
    """Say in a note how to write links whose words are their labels; empty where there are none."""
    shown = ", ".join(f"[{label}]" for label in named)
    return f"\nlinks: {shown}; write them as [translated words][{named[0]}]" if named else ""


def labelled(segment: Segment, text: str) -> str:
    """Name the label behind translated words where the source's link takes its words for the label.

    A translation that names some labels itself may have turned the order round: the brackets without a known label get
    the labels that it lacks, if they are equally many. Otherwise brackets belong together in their order where source
    and translation have equally many. Otherwise the text stays as it is.
    """
    style = segment.shell.style
    if "\x1f" not in style:
        return text
    known = {label.casefold(): label for label in style.split("\x1f")[1:]}
    before, after = _brackets(segment.key.text), _brackets(text)
    named = _matched(before, after, known)
    if not named and len(before) == len(after):
        named = [
            (now, known[old.label.casefold()])
            for old, now in zip(before, after, strict=True)
            if old.label.casefold() in known and not now.full and now.label.casefold() not in known
        ]
    data = text.encode("utf-8", "surrogatepass")
    out: list[bytes] = []
    done = 0
    for item, label in sorted(named, key=lambda pair: pair[0].end):
        out += [data[done : item.end], f"[{label}]".encode("utf-8", "surrogatepass")]
        done = item.end + 2 * data.startswith(b"[]", item.end)
    return b"".join([*out, data[done:]]).decode("utf-8", "surrogatepass")


def _matched(before: list[_Bracket], after: list[_Bracket], known: dict[str, str]) -> list[tuple[_Bracket, str]]:
    """Pair the brackets that have no known label with the labels that are missing, if they are equally many."""
    there = Counter(item.label.casefold() for item in after)
    wanted: list[str] = []
    for name in (item.label.casefold() for item in before if item.label.casefold() in known):
        if there[name]:
            there[name] -= 1
        else:
            wanted.append(known[name])
    kept = {item.label.casefold() for item in before} | set(known)
    free = [item for item in after if item.label.casefold() not in kept and not item.full]
    return list(zip(free, wanted, strict=True)) if len(free) == len(wanted) else []


def _brackets(text: str) -> list[_Bracket]:
    """Return the reference links and images of a text as if every label were defined."""
    found = []
    for event in inline_events(text, every_label=True):
        if event.op == "Start" and event.name in {"Link", "Image"}:
            kind = event.data["link_type"]
            if kind.endswith("Unknown"):
                found.append(_Bracket(event.data["id"], event.end, kind.startswith("Reference")))
    return found
