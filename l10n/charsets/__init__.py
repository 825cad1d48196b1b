"""Owns the way from the bytes of an article to its text: UTF-8, or what a page declares, or the one charset that fits.

Three laws. What is returned, encoded in the charset that was found, means the bytes; a byte order mark is a character
of it (U+FEFF), in UTF-8 and in UTF-16. The bytes decide where they can: what is UTF-8 by all its bytes is UTF-8, and a
declaration that they contradict is never believed. Where two readings are as good as each other, and are not the same
text, there is none.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NoReturn

from l10n.charsets.declared import declarations
from l10n.charsets.labels import UTF_8, WINDOWS_1252, Charset
from l10n.charsets.readings import CANDIDATES, HINTS, fitting, is_odd, no_text
from l10n.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.charsets.declared import Declaration

__all__ = ["decoded"]

_LEGACY = frozenset({"html", "plain"})
"""Formats that are read in other charsets; those of site generators are UTF-8 everywhere."""
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, Charset("UTF-32", "")),
    (codecs.BOM_UTF32_BE, Charset("UTF-32", "")),
    (codecs.BOM_UTF16_LE, Charset("UTF-16", "utf-16-le")),
    (codecs.BOM_UTF16_BE, Charset("UTF-16", "utf-16-be")),
)
"""Byte order marks, the longer ones first."""
_LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac_roman"}) | {
    f"iso8859_{number}" for number in (2, 3, 4, 10, 13, 14, 15, 16)
}
"""Charsets of Latin letters, in which no text looks like UTF-8: é is Ã© there."""
_THREE_BYTES = "\u0800"
_SAVE = "Save the article as UTF-8"


def decoded(data: str | bytes, shown: str, format: str = "") -> str:  # noqa: A002  the word for it everywhere else
    """Return the text of an article; `format` is the name of its format, and for any other file empty.

    Raises `ArticleError` where that is not certain, with the line, and where there is a NUL.
    """
    text = data if isinstance(data, str) else _Article(data, shown, format).text()
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError("holds a NUL character", path=shown, line=line, remedy="Save the article as plain UTF-8.")
    return text


class _Article:
    """The bytes of one article."""

    def __init__(self, data: bytes, shown: str, format: str) -> None:  # noqa: A002
        self.data = data
        self.shown = shown
        self.legacy = format in _LEGACY
        self.page = format == "html"

    def text(self) -> str:
        mark = next((charset for mark, charset in _MARKS if self.data.startswith(mark)), None)
        if mark and mark is not UTF_8 and not self.legacy:
            self._refuse(f"not UTF-8: {_byte(self.data, 0)}", 0, f"{_SAVE}: it begins like {mark.name}.")
        if mark:
            return self._marked(mark)
        said = list(declarations(self.data)) if self.page else []
        try:
            utf_8 = self.data.decode()
        except UnicodeDecodeError as err:
            return self._other(said, err.start)
        for one in said:
            self._agree(one, utf_8)
        return self._escaped(said) or utf_8

    def _marked(self, charset: Charset) -> str:
        """Read by the byte order mark, which goes before all that a page says."""
        if not charset.codec:
            self._refuse(f"is {charset.name}, which no browser reads", 0, f"{_SAVE}.")
        try:
            return self.data.decode(charset.codec)
        except UnicodeDecodeError as err:
            line = self.data[: err.start].decode(charset.codec).count("\n") + 1
            what = f"not {charset.name}: {_byte(self.data, err.start)}"
            message = what if charset is UTF_8 else f"{what}, though it begins with its byte order mark"
            raise ArticleError(message, path=self.shown, line=line, remedy=f"{_SAVE}.") from err

    def _agree(self, said: Declaration, utf_8: str) -> None:
        """Refuse a page that is UTF-8 by its bytes and a text in what it declares, too."""
        if self.data.isascii() or said.charset.codec in {"utf-8", *_LATIN}:
            return
        text, _ = self._read(said.charset)
        if text in {None, utf_8} or max(utf_8) >= _THREE_BYTES or is_odd(text or ""):
            return
        first = next(at for at, char in enumerate(self.data) if char > 0x7F)  # noqa: PLR2004  the last of ASCII
        self._refuse(
            f"may be UTF-8 and {said.charset.name}, which it declares: {_byte(self.data, first)} is text in both",
            first,
            f'{_SAVE} and declare that: <meta charset="utf-8">.',
        )

    def _escaped(self, said: Iterable[Declaration]) -> str | None:
        """Read a charset that is written in ASCII."""
        escaped = any(one.charset.codec == "iso2022_jp" for one in said) and b"\x1b" in self.data
        return self._declared(list(said), 0) if escaped else None

    def _other(self, said: list[Declaration], first: int) -> str:
        """Read what is not UTF-8, at `first`."""
        if self.legacy and said:
            return self._declared(said, first)
        found = dict(fitting(self.data, CANDIDATES))
        names = " and ".join(charset.name for charset in found)
        if self.legacy and len(set(found.values())) == 1:
            return next(iter(found.values()))
        what = f"not UTF-8: {_byte(self.data, first)}"
        if len(found) > 1:
            self._refuse(f"{what}, and it reads well as {names}", first, self._help())
        hint = next(fitting(self.data, HINTS), (None, ""))[0]
        names = names or (hint.name if hint else "")
        return self._refuse(what, first, self._help(f"it reads well as {names}" if names else ""))

    def _declared(self, said: list[Declaration], first: int) -> str:
        """Read what a page says of itself, if its bytes do not contradict that."""
        texts = {self._read(one.charset)[0] for one in said}
        one = said[0]
        if len(texts) > 1:
            names = " and ".join(one.charset.name for one in said)
            self._refuse(f"declares two charsets, {names}", said[-1].offset, "Take the wrong one out.")
        text, bad = self._read(one.charset)
        others = [charset for charset, other in fitting(self.data, (*CANDIDATES, *HINTS)) if other != text]
        reads = f"it reads well as {' and '.join(charset.name for charset in others)}" if others else ""
        if text is None:
            at = first if one.charset is UTF_8 else bad
            told = f"is not {one.charset.name}, which it declares: {_byte(self.data, at)}"
            self._refuse(f"not UTF-8: {_byte(self.data, at)}" if one.charset is UTF_8 else told, at, self._help(reads))
        if reads and is_odd(text):
            message = f"declares {one.charset.name}, and does not read like it: {_byte(self.data, first)}"
            self._refuse(message, first, self._help(reads))
        return text

    def _read(self, charset: Charset) -> tuple[str | None, int]:
        """Decode; no text, and where it ends to be one, if there is something in it that nobody writes."""
        try:
            text = self.data.decode(charset.codec or "ascii")
        except UnicodeDecodeError as err:
            return None, err.start
        at = no_text(text)
        return (text, 0) if at is None else (None, len(text[:at].encode(charset.codec, "replace")))

    def _help(self, reads: str = "") -> str:
        declare = f' or declare its charset: <meta charset="{WINDOWS_1252.name}">' if self.page and not reads else ""
        either = ", and convert it from that or declare that" if self.page else ", and convert it from that"
        return f"{_SAVE}{declare}." if not reads else f"{_SAVE}: {reads}; look at it{either}."

    def _refuse(self, message: str, offset: int, remedy: str) -> NoReturn:
        line = self.data.count(b"\n", 0, offset) + 1
        raise ArticleError(message, path=self.shown, line=line, remedy=remedy)


def _byte(data: bytes, offset: int) -> str:
    return f"byte 0x{data[offset]:02x} at offset {offset}"
