"""Owns making a readable catalogue of a broken PO file: what reads well is kept, nothing is guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.catalog import charset, render
from l10n.catalog.lossless import decode, encode
from l10n.catalog.merge3 import combined
from l10n.catalog.recovery.salvage import Breakage, salvage
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, State

if TYPE_CHECKING:
    from datetime import date

__all__ = ["MendedFile", "mend"]

_MARKER = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: .*)?")
_SAME = "the same source as in line "


@dataclass(frozen=True, slots=True)
class MendedFile:
    """What became of a broken file."""

    data: bytes
    """The readable file."""
    kept: int
    """Entries in it."""
    faults: tuple[CatalogError, ...]
    """What is wrong in the file, in its order; empty for a file that reads well."""
    rejected: str
    """The stretches that are not in `data` as they stand, each behind a line `# file:line: what is wrong`."""
    settled: int
    """Entries made of two: both sides of a conflict, or duplicates."""
    disputed: tuple[int, ...]
    """Lines in the broken file of second texts that now stand in a translator's comment and in `rejected`."""


def mend(data: bytes, *, path: str, article: str, locale: str, today: date, plural_forms: str = "") -> MendedFile:
    """Keep every entry that reads well; merge two of one key; reject the rest.

    Conflict markers go, and both sides stay: the same text once, a person's rather than a machine's, and of two
    persons' texts the first live (stale since `today`, so that it is not published unread) and the second in its
    comment. A file without a readable header gets a new one, and so does one without anything; a header that names
    another charset than the texts are in names UTF-8. Raises `CatalogError` where not even that can be read.
    """
    wrong = _refused(data, path)
    if wrong is None:
        kept = len(decode(data, path=path, article=article, locale=locale).catalog.entries)
        return MendedFile(data, kept, (), "", 0, ())
    good, faults = salvage(data, path=path)
    doubles: list[tuple[Breakage, str]] = []
    rejected: list[Breakage] = []
    for fault in faults:
        sides = _sides(fault)
        doubles += [(fault, side) for side in sides]
        if not sides and not _MARKER.fullmatch(fault.text.strip()):
            rejected.append(fault)
    work = _Mending(path, article, locale)
    work.begin(data, [text for _, text in good], plural_forms)
    disputed: list[int] = []
    settled: set[int] = set()
    for fault, text in doubles:
        entries = work.read(text)
        if entries is None:
            rejected.append(fault)
            continue
        settled.add(fault.line)
        if sum(work.add(entry, today) for entry in entries):
            disputed.append(fault.line)
            rejected.append(fault)
    catalog = Catalog(article, locale, tuple(work.entries))
    rejected = sorted(dict.fromkeys(rejected), key=lambda fault: fault.line)
    return MendedFile(
        encode(catalog, work.base),
        len(catalog.entries),
        tuple(fault.error for fault in faults) or (wrong,),
        "".join(f"# {path}:{fault.line}: {fault.error.message}\n{fault.text.rstrip()}\n\n" for fault in rejected),
        len(settled),
        tuple(disputed),
    )


def _refused(data: bytes, path: str) -> CatalogError | None:
    """Return why a file cannot be read; None where it can."""
    try:
        decode(data, path=path, article="", locale="")
    except CatalogError as err:
        return err
    return None


def _sides(fault: Breakage) -> list[str]:
    """Return the entries that a stretch holds: a duplicate, or the sides of a conflict inside of an entry."""
    if fault.error.message.startswith(_SAME):
        return [fault.text]
    sides: dict[str, list[str]] = {"<": [], ">": []}
    wanted = ["<", ">"]
    torn = False
    for line in fault.text.splitlines(keepends=True):
        marker = _MARKER.fullmatch(line.rstrip("\r\n"))
        if marker is None:
            for side in wanted:
                sides[side].append(line)
            continue
        torn = True
        wanted = {"<": ["<"], "|": [], "=": [">"], ">": ["<", ">"]}[marker[1][0]]
    one, two = "".join(sides["<"]), "".join(sides[">"])
    if not torn or not one.strip() or not two.strip():
        return []
    return [one, two] if wanted == ["<", ">"] else []


class _Mending:
    """The catalogue that is being put together."""

    def __init__(self, path: str, article: str, locale: str) -> None:
        self.path = path
        self.article = article
        self.locale = locale

    def begin(self, data: bytes, texts: list[str], plural_forms: str) -> None:
        """Read what reads well as a file of its own, with a new header where that is broken."""
        plain = data.removeprefix(codecs.BOM_UTF8)
        codec = charset.likely(plain)
        text = "".join(texts)
        newline = "\r\n" if b"\r\n" in plain[:4096] else "\n"
        headed = any(re.match(r'(?:#.*\s+)*msgid ""\s+msgstr', one) for one in texts)
        if not headed:
            codec = "utf-8"
            head = render.header(Catalog(self.article, self.locale), plural_forms, newline)
            text = head + newline + text.lstrip("\r\n") if text.strip() else head
        elif not charset.is_named(text, codec):
            text = charset.declared(text, newline)
        if not text.endswith("\n"):
            text += newline
        made = charset.to_bytes(text, codec, bom=plain is not data and plain != data, path=self.path)
        self.base = decode(made, path=self.path, article=self.article, locale=self.locale)
        self.entries = list(self.base.catalog.entries)
        self.header = self.base.header.text if self.base.header else ""
        self.codec = codec

    def read(self, text: str) -> list[Entry] | None:
        """Read a stretch as a file with the same header; None where that is refused."""
        whole = f"{self.header}\n{text if text.endswith(chr(10)) else text + chr(10)}"
        try:
            made = charset.to_bytes(whole, self.codec, bom=False, path=self.path)
            found = decode(made, path=self.path, article=self.article, locale=self.locale)
        except (CatalogError, UnicodeEncodeError):
            return None
        return [replace(entry, line=0) for entry in found.catalog]

    def add(self, entry: Entry, today: date) -> bool:
        """Take an entry in; tell whether it is another person's text for a live one."""
        if entry.state is not State.OBSOLETE:
            for at, live in enumerate(self.entries):
                if live.key == entry.key and live.state is not State.OBSOLETE:
                    self.entries[at], disputed = combined(live, entry, today=today)
                    return disputed
        self.entries.append(entry)
        return False
