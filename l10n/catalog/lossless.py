"""Owns the way between the bytes of a PO file and a catalogue: what nobody changed keeps its exact bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from l10n.catalog import charset, render
from l10n.catalog.ownership import parse_draft, state_of
from l10n.catalog.tokenizer import RESTORE, Raw, blame, scan
from l10n.catalog.weave import Pieces, partners
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, Key, Origin, State

__all__ = ["PoFile", "decode", "encode"]

_REF = re.compile("\u2068([^\u2069]*)\u2069(?::[0-9]+)?|(\\S+)")
_LINE = re.compile(r"(?<=.):[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file that was read completely."""

    path: str
    catalog: Catalog
    data: bytes = field(repr=False)
    """The exact bytes."""
    raws: tuple[Raw, ...] = field(repr=False, compare=False)
    """The entries as they stand in the file, in step with `catalog.entries`; the header is not one of them."""
    header: Raw | None = field(repr=False, compare=False)
    place: int = field(repr=False, compare=False)
    """How many entries stand before the header; 0 in every file that a program wrote."""
    tail: str = field(repr=False, compare=False)
    """Empty lines and comments after the last entry."""
    codec: str = "utf-8"
    bom: bool = False
    newline: str = "\n"
    """What ends the first line: LF or CRLF."""


def decode(data: bytes, *, path: str, article: str, locale: str) -> PoFile:
    """Read a PO file strictly; `path` is for messages, `article` and `locale` name the catalogue.

    Raises `CatalogError` with path and line for whatever cannot be read completely: bytes that are not of the
    header's charset, a header without charset, a file cut off (as far as it shows: see `tokenizer`), conflict
    markers, two live entries of one key, lines that are no PO. EUC-KR is read as its superset CP949, like editors do.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    plain = data[len(codecs.BOM_UTF8) :] if bom else data
    if not plain.strip():
        raise CatalogError("the file is empty; a PO file has at least a header", path=path, remedy=RESTORE)
    text, codec = charset.to_text(plain, path)
    cut = scan(text, path)
    place = next((at for at, raw in enumerate(cut.raws) if _is_header(raw)), None)
    header = None if place is None else cut.raws[place]
    raws = cut.raws if place is None else cut.raws[:place] + cut.raws[place + 1 :]
    charset.check(header, raws, codec, path)
    entries = tuple(_entry(raw) for raw in raws)
    _check_unique(entries, raws, path)
    end = text.find("\n")
    return PoFile(
        path=path,
        catalog=Catalog(article, locale, entries),
        data=data,
        raws=raws,
        header=header,
        place=place or 0,
        tail=cut.tail,
        codec=codec,
        bom=bom,
        newline="\r\n" if end > 0 and text[end - 1] == "\r" else "\n",
    )


def encode(catalog: Catalog, base: PoFile | None, *, plural_forms: str = "") -> bytes:
    """Write a catalogue over the file it was made from, or as a new file.

    An entry equal to the base's keeps its exact bytes; of a changed one the lines that say the same keep theirs.
    `plural_forms` goes into the header of a new file only. Raises `CatalogError` for what PO or the file's charset
    cannot say: an entry whose state its fields contradict, two live entries of one key, an empty source, NUL.
    """
    if base is not None and catalog.entries == base.catalog.entries:
        return base.data
    _check_sayable(catalog, base.path if base else catalog.article)
    pieces = Pieces(base)
    header = base.header if base else None
    if header is None:
        pieces.add("", render.header(catalog, plural_forms, pieces.newline))
    for at, (entry, index) in enumerate(zip(catalog.entries, partners(catalog, base), strict=True)):
        if base is not None and header is not None and at == base.place:
            pieces.keep(header)
            header = None
        raw = base.raws[index] if base is not None and index is not None else None
        old = base.catalog.entries[index] if base is not None and index is not None else None
        if raw is not None and old == entry:
            pieces.keep(raw)
        else:
            pieces.add(raw.gap if raw else "", render.entry(entry, raw, old, pieces.style()))
    if header is not None:
        pieces.keep(header)
    text = pieces.text(base.tail if base else "")
    codec = base.codec if base and base.header else "utf-8"
    return charset.to_bytes(text, codec, bom=base is not None and base.bom, path=base.path if base else catalog.article)


def _entry(raw: Raw) -> Entry:
    fields = raw.fields
    target = fields.get("msgstr")
    if target is None:
        target = next((text for name, text in fields.items() if name.startswith("msgstr[") and text), "")
    comments: tuple[str, ...] = ()
    origin: Origin | None = None
    if raw.comments:
        drafts = [parse_draft(line) for line in raw.comments]
        origin = next((draft for draft in reversed(drafts) if draft), None)
        comments = tuple(line for line, draft in zip(raw.comments, drafts, strict=True) if draft is None)
    fuzzy = raw.fuzzy
    previous = None
    if raw.previous and target and "msgid" in raw.previous:
        previous = Key(raw.previous["msgid"], raw.previous.get("msgctxt"))
    state = state_of(target=target, comments=comments, fuzzy=fuzzy, obsolete=raw.obsolete, previous=previous)
    flags: tuple[str, ...] = ()
    if raw.flags:
        flags = tuple(flag for flag in raw.flags if flag != "fuzzy")
    if raw.obsolete and fuzzy:
        flags = ("fuzzy", *flags)
    return Entry(
        Key(fields["msgid"], fields.get("msgctxt")),
        target,
        state,
        _refs(raw.refs) if raw.refs else (),
        "\n".join(raw.notes) if raw.notes else "",
        comments,
        flags,
        previous,
        origin,
        raw.line,
    )


def _refs(lines: tuple[str, ...]) -> tuple[str, ...]:
    found = [match[1] or _LINE.sub("", match[2]) for line in lines for match in _REF.finditer(line)]
    return tuple(dict.fromkeys(found))


def _is_header(raw: Raw) -> bool:
    return not raw.obsolete and raw.fields["msgid"] == "" and "msgctxt" not in raw.fields


def _check_unique(entries: tuple[Entry, ...], raws: tuple[Raw, ...], path: str) -> None:
    seen: dict[Key, int] = {}
    for entry, raw in zip(entries, raws, strict=True):
        if entry.state is State.OBSOLETE:
            continue
        if _is_header(raw):
            raise blame(path, raw.line, "a second header", "Remove one of the two headers.")
        first = seen.setdefault(entry.key, raw.line)
        if first != raw.line:
            raise blame(path, raw.line, f"the same source as in line {first}", "Merge the two entries into one.")


def _check_sayable(catalog: Catalog, path: str) -> None:
    seen: set[Key] = set()
    for entry in catalog.entries:
        live = entry.state is not State.OBSOLETE
        problem = ""
        if live and entry.key in seen:
            problem = "stands twice"
        elif live and entry.key == Key(""):
            problem = "has no source text"
        elif render.reread_state(entry) is not entry.state:
            problem = f"cannot be {entry.state} with these fields"
        if live:
            seen.add(entry.key)
        if problem:
            message = f"the entry {entry.key.text[:40]!r} {problem}"
            raise CatalogError(message, path=path, line=entry.line, remedy="Report this as a fault of l10n.")
