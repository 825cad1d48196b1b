"""Owns reading a broken PO file as far as it goes: the entries that read well, and the stretches that do not."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog import charset
from l10n.catalog.tokenizer import Raw, scan
from l10n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Breakage", "salvage"]

_START = re.compile(r"[ \t]*(?:#~[ \t]*)?(?:msgid|msgctxt)(?=[ \t\"]|$)|[ \t]*#(?!~[ \t]*(?:msg|\"))")
"""A line that an entry may begin with: a comment, `msgctxt` or `msgid`, obsolete or not."""
_COMMENT = re.compile(r"[ \t]*#(?!~[ \t]*(?:msg|\"))")
_TARGET = re.compile(r"[ \t]*(?:#~[ \t]*)?msgstr")
_CONTEXT = re.compile(r"[ \t]*(?:#~[ \t]*)?msgctxt")
_SOURCE = re.compile(r"[ \t]*(?:#~[ \t]*)?msgid(?=[ \t\"]|$)")
_MARKER = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
_STRAY = re.compile("[\udc80-\udcff]")
"""Bytes that are not of the file's charset, as `surrogateescape` spells them."""
_NEXT = 'msgid "next"\nmsgstr "next"\n'


@dataclass(frozen=True, slots=True)
class Breakage:
    """A stretch of a file that does not read as entries."""

    line: int
    """1-based, of the first character of `text`."""
    text: str
    """As it stands, with its line ends and the empty lines behind it; bytes that are not of the file's charset are
    lone surrogates, as `surrogateescape` spells them."""
    error: CatalogError
    """What is wrong, with the line of the whole file."""


def salvage(data: bytes, *, path: str) -> tuple[list[tuple[int, str]], list[Breakage]]:
    """Split a PO file, however broken, into entries that read well and stretches that do not; nothing is guessed.

    Returns `(line, text)` of each good entry (the header among them, comments at the end of the file as a piece of
    their own) and the faults, both in the order of the file; `line` is 1-based. All texts together, in the order of
    their lines, are the file without its byte order mark. A second live entry of one key is a fault, so that no choice
    between two people's texts is made here. The text is read by the header's charset where that fits, else as UTF-8.
    """
    text = _text(data.removeprefix(codecs.BOM_UTF8))
    good: list[tuple[int, str]] = []
    faults: list[Breakage] = []
    seen: dict[tuple[str | None, str], int] = {}
    line = 1
    for chunk, last in _chunks(text):
        try:
            for raw in _read(chunk, path, last=last):
                _check_new(raw, line - 1, seen, path)
        except CatalogError as err:
            error = CatalogError(err.message, path=path, line=line - 1 + err.line, remedy=err.remedy)
            faults.append(Breakage(line, chunk, error))
        else:
            good.append((line, chunk))
        line += chunk.count("\n")
    return good, faults


def _text(plain: bytes) -> str:
    return plain.decode(charset.likely(plain), "surrogateescape")


def _read(chunk: str, path: str, *, last: bool) -> list[Raw]:
    """Read a chunk strictly; a chunk in the middle of a file shows by what follows that it is not cut off."""
    stray = _STRAY.search(chunk)
    if stray:
        line = chunk.count("\n", 0, stray.start()) + 1
        raise CatalogError("bytes that are not of the file's charset", path=path, line=line, remedy="Write them anew.")
    return list(scan(chunk, path).raws if last else scan(chunk + _NEXT, path).raws[:-1])


def _check_new(raw: Raw, before: int, seen: dict[tuple[str | None, str], int], path: str) -> None:
    """Refuse a second entry of a key; `before` lines of the file stand before the piece."""
    if raw.obsolete:
        return
    first = seen.setdefault((raw.fields.get("msgctxt"), raw.fields["msgid"]), before + raw.line)
    if first != before + raw.line:
        message = f"the same source as in line {first}"
        raise CatalogError(message, path=path, line=raw.line, remedy="Merge the two entries into one.")


def _chunks(text: str) -> Iterator[tuple[str, bool]]:
    """Cut at the borders of entries, found without reading them; tell of each piece whether it is the last."""
    lines = text.split("\n")
    whole = [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    cutter = _PoCutter()
    chunk: list[str] = []
    for at, line in enumerate(whole):
        if cutter.begins(line, whole[at + 1] if at + 1 < len(whole) else "") and chunk:
            yield "".join(chunk), False
            chunk = []
        chunk.append(line)
    if chunk:
        yield "".join(chunk), True


class _PoCutter:
    """Knows what the piece at hand holds so far."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Begin a piece."""
        self.fresh = True
        """Nothing but empty lines."""
        self.source = self.context = self.done = self.apart = self.torn = self.empty = False
        """It has a msgid, a msgctxt, a msgstr; it is a conflict marker alone, or has one inside; the line before is
        empty."""

    def begins(self, line: str, after: str) -> bool:
        """Take a line in; tell whether a new piece begins with it."""
        if not line.strip():
            self.empty = True
            return False
        marker = _MARKER.match(line.rstrip("\r\n")) is not None
        border = self.fresh or self.done or self.apart
        apart = (
            marker
            and border
            and not self.torn
            and (not after.strip() or bool(_START.match(after) or _MARKER.match(after)))
        )
        begins = apart or self.apart or (_START.match(line) is not None and self.ends(line))
        if begins:
            self.reset()
        self.fresh = self.empty = False
        self.apart = apart
        self.torn = self.torn or (marker and not apart)
        self.source = self.source or bool(_SOURCE.match(line))
        self.context = self.context or bool(_CONTEXT.match(line))
        self.done = self.done or bool(_TARGET.match(line))
        return begins

    def ends(self, line: str) -> bool:
        """Tell whether the piece is over where this line could begin another."""
        if self.done or (self.empty and (self.source or self.context)):
            return True
        if _COMMENT.match(line):
            return False
        return self.source or (self.context and bool(_CONTEXT.match(line)))
