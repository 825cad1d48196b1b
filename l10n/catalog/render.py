"""Owns how a new or changed entry is written; polib quotes its texts, the lines that stay are taken over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import polib

from l10n.catalog import provenance
from l10n.catalog.ownership import state_of
from l10n.catalog.tokenizer import Raw, body
from l10n.catalog.wrapping import Wrap, detect, fold, join
from l10n.model import Entry, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Catalog, Key

__all__ = ["Style", "entry", "header", "reread_state", "style_of"]

_SPECIAL = re.compile(r'["\\\t\r\n\v\b\f\a]')
"""What polib writes as an escape."""
_EMPTY = frozenset({"PO-Revision-Date", "Last-Translator", "Language-Team", "Language"})
_RANK = ("comments", "notes", "refs", "flags", "sticky", "previous", "source", "target")


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written."""

    wrap: Wrap | None
    """None where texts stand on one line."""
    newline: str


def style_of(texts: Iterable[str], newline: str) -> Style:
    """Return the style that the entries of a file show."""
    return Style(detect(texts), newline)


def reread_state(entry: Entry) -> State:
    """Return the state that the entry will have when it is read again."""
    return state_of(
        entry.key.text,
        entry.target,
        entry.comments,
        fuzzy=_fuzzy(entry),
        obsolete=entry.state is State.OBSOLETE,
        previous=None if entry.state is State.DRAFT else entry.previous,
        origin=entry.origin,
        stale=entry.stale,
    )


def header(catalog: Catalog, plural_forms: str, newline: str) -> str:
    """Return the header of a new file; it holds no date, so the same catalogue is the same bytes.

    `msgfmt -c` wants some fields that are for people to fill; they are there, and empty.
    """
    fields = {
        "Project-Id-Version": catalog.article,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": catalog.locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
        "X-Generator": "l10n",
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value or name in _EMPTY)
    lines = [*_quoted("msgid", ""), *_quoted("msgstr", text)]
    return "".join(line + newline for line in lines)


def entry(new: Entry, raw: Raw | None, old: Entry | None, style: Style) -> str:
    """Return the lines of an entry; `raw` and `old` are the same entry of the base, as it stands and as a value.

    Each group of lines (comments, references, flags, source, text …) whose value did not change is taken over in
    its place; the others are written in gettext's order.
    """
    if raw is None and style.wrap is None and _is_blank(new):
        return _blank(new, style.newline)
    kept = raw.lines or _groups(raw) if raw is not None and raw.regular else {}
    if raw is None or old is None:
        raw, old = Raw(), Entry(new.key)
    made: dict[str, list[str]] = {}
    for name, same in _unchanged(new, raw, old).items():
        made[name] = kept[name] if same and name in kept else _made(name, new, raw, style)
    order = list(kept)
    for rank, name in enumerate(_RANK):
        if made[name] and name not in order:
            after = [order.index(one) for one in _RANK[rank:] if one in order]
            order.insert(min(after, default=len(order)), name)
    lines = [line for name in order for line in made[name]]
    if new.state is State.OBSOLETE:
        lines = [_obsolete(line) for line in lines]
    return "".join(line + style.newline for line in lines)


def _is_blank(new: Entry) -> bool:
    """Tell whether an entry is a source and its note alone, as all are in a new file."""
    said = new.target or new.comments or new.flags or new.previous or new.origin or new.review or new.stale
    return new.state is State.MISSING and not said


def _blank(new: Entry, newline: str) -> str:
    lines = [*_notes(new.note), *_refs(new.refs), *_source(new.key), 'msgstr ""', ""]
    return newline.join(lines)


def _notes(note: str) -> list[str]:
    return [f"#. {line}" if line else "#." for line in note.split("\n")] if note else []


@lru_cache(maxsize=256)
def _refs(refs: tuple[str, ...]) -> tuple[str, ...]:
    shown = [f"\u2068{ref}\u2069" if any(c.isspace() for c in ref) else ref for ref in refs]
    return (f"#: {' '.join(shown)}",) if shown else ()


def _unchanged(new: Entry, raw: Raw, old: Entry) -> dict[str, bool]:
    fuzzy = _fuzzy(new)
    return {
        "comments": (new.comments, new.origin, new.review, new.stale)
        == (old.comments, old.origin, old.review, old.stale),
        "notes": new.note == old.note,
        "refs": new.refs == old.refs,
        "flags": (fuzzy, _flags(new)) == (raw.fuzzy, _flags(old)),
        "sticky": fuzzy or "fuzzy" not in raw.sticky,
        "previous": new.previous == old.previous and new.state is not State.DRAFT,
        "source": new.key == old.key,
        "target": new.target == old.target,
    }


def _made(name: str, new: Entry, raw: Raw, style: Style) -> list[str]:
    if name == "comments":
        texts = [*new.comments, *provenance.lines(new)]
        return [f"# {line}" if line else "#" for text in texts for line in text.split("\n")]
    if name == "notes":
        return _notes(new.note)
    if name == "refs":
        return [*_refs(new.refs)]
    if name == "flags":
        flags = [*(["fuzzy"] if _fuzzy(new) and "fuzzy" not in raw.sticky else []), *_flags(new)]
        return [f"#, {', '.join(flags)}"] if flags else []
    if name == "sticky":
        flags = [flag for flag in raw.sticky if flag != "fuzzy" or _fuzzy(new)]
        return [f"#= {', '.join(flags)}"] if flags else []
    return _texts(name, new, raw, style)


def _texts(name: str, new: Entry, raw: Raw, style: Style) -> list[str]:
    if name == "previous":
        if new.previous is None or new.state is State.DRAFT:
            return []
        return [f"#| {line}" for line in fold(_source(new.previous), style.wrap, less=3)]
    less = len("#~ ") if new.state is State.OBSOLETE else 0
    if name == "source":
        plural = raw.fields.get("msgid_plural")
        more = [] if plural is None else _quoted("msgid_plural", plural)
        return fold([*_source(new.key), *more], style.wrap, less=less)
    values = {field: text for field, text in raw.fields.items() if field.startswith("msgstr[")}
    if values and new.target not in values.values():
        first = next((field for field, text in values.items() if text), "msgstr[0]")
        values[first] = new.target
    lines = [line for field, text in (values or {"msgstr": new.target}).items() for line in _quoted(field, text)]
    if not values and new.target[-1:].isspace() and not new.key.text[-1:].isspace():
        # On several lines, at the end of a file, it would look cut off (see `tokenizer`).
        return join(lines)
    return fold(lines, style.wrap, less=less)


def _source(key: Key) -> list[str]:
    context = [] if key.context is None else _quoted("msgctxt", key.context)
    return [*context, *_quoted("msgid", key.text)]


def _quoted(keyword: str, text: str) -> list[str]:
    """Return a keyword and its text, unwrapped: polib breaks lines at more characters than gettext does."""
    if not _SPECIAL.search(text):
        return [f'{keyword} "{text}"']
    lines = text.splitlines(keepends=True)
    return [
        f'{keyword} "{polib.escape("" if lines[1:] else text)}"',
        *(f'"{polib.escape(line)}"' for line in lines if lines[1:]),
    ]


def _groups(raw: Raw) -> dict[str, list[str]]:
    """Sort the lines of an entry by what they say, obsolete marks and line ends taken off."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in raw.text.split("\n"):
        bare = body(line.removesuffix("\r"))
        if not bare.strip():
            continue
        name = _group(bare.lstrip(), name)
        found.setdefault(name, []).append(bare)
    return found


def _group(line: str, name: str) -> str:
    if line.startswith("#"):
        kinds = {".": "notes", ":": "refs", ",": "flags", "=": "sticky", "|": "previous"}
        return kinds.get(line[1:2], "comments")
    if line.startswith("msg"):
        return "target" if line.startswith("msgstr") else "source"
    return name


def _obsolete(line: str) -> str:
    if line.startswith("#|"):
        return "#~|" + line[2:]
    return line if line.startswith("#") else f"#~ {line}"


def _fuzzy(entry: Entry) -> bool:
    obsolete = entry.state is State.OBSOLETE and "fuzzy" in entry.flags
    return obsolete or entry.state in {State.DRAFT, State.STALE}


def _flags(entry: Entry) -> list[str]:
    return [flag for flag in entry.flags if flag != "fuzzy"]
