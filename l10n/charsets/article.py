"""Owns reading the bytes of an article that are more than plain UTF-8: by mark, by declaration, or by evidence."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NoReturn

from l10n.charsets.declared import declarations
from l10n.charsets.labels import UTF_8, WINDOWS_1252, Charset, called
from l10n.charsets.readings import CANDIDATES, HINTS, fitting, has_quotes, is_odd, no_text
from l10n.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.charsets.declared import Declaration

__all__ = ["ArticleBytes"]

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
_THREE_BYTES = "\u0800"
"""The first character that UTF-8 writes in three bytes: no accident has such bytes."""
_SAVE = "Save the article as UTF-8"


class ArticleBytes:
    """The bytes of one article."""

    def __init__(self, data: bytes, shown: str, format: str) -> None:  # noqa: A002
        self.data = data
        self.shown = shown
        self.legacy = format in _LEGACY
        self.page = format == "html"

    def text(self) -> str:
        """Return the text; raises `ArticleError` where it is not certain."""
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
        if self.data.isascii() or said.charset is UTF_8 or max(utf_8) >= _THREE_BYTES:
            return
        text, _ = self._read(said.charset)
        if text in {None, utf_8} or is_odd(text or ""):
            return
        first = next(at for at, char in enumerate(self.data) if char > 0x7F)  # noqa: PLR2004  the last of ASCII
        self._refuse(
            f"is UTF-8 as well as {said.charset.name}, which it declares: {_byte(self.data, first)}",
            first,
            f"{_SAVE} and declare that: <meta charset=utf-8>.",
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
        if self.legacy and len(set(found.values())) == 1:
            return next(iter(found.values()))
        fit = found or dict(fitting(self.data, HINTS))
        return self._refuse(f"not UTF-8: {_byte(self.data, first)}", first, self._help(*fit))

    def _declared(self, said: list[Declaration], first: int) -> str:
        """Read what a page says of itself, if its bytes do not contradict that."""
        texts = {self._read(one.charset)[0] for one in said}
        one = said[0]
        if len(texts) > 1:
            labels = " and ".join(one.label for one in said)
            self._refuse(f"declares two charsets, {labels}", said[-1].offset, "Take the wrong one out.")
        text, bad = self._read(one.charset)
        fit = list(fitting(self.data, CANDIDATES)) or list(fitting(self.data, HINTS))
        others = [charset for charset, other in fit if text is None or (other != text and charset not in HINTS)]
        others += [charset for charset, other in fit if charset in HINTS and text and has_quotes(other, text)]
        if text is None and one.charset is UTF_8:
            self._refuse(f"not UTF-8: {_byte(self.data, first)}", first, self._help(*others))
        if text is None and not one.charset.codec:
            self._refuse(f"declares {one.label}, which no browser reads", one.offset, f"{_SAVE}.")
        if text is None:
            self._refuse(f"not {one.charset.name}, as it declares: {_byte(self.data, bad)}", bad, self._help(*others))
        if others and is_odd(text):
            message = f"declares {one.label}, and does not read like it: {_byte(self.data, first)}"
            self._refuse(message, first, self._help(*others))
        return text

    def _read(self, charset: Charset) -> tuple[str | None, int]:
        """Decode; no text, and where it ends to be one, if there is something in it that nobody writes."""
        try:
            text = self.data.decode(charset.codec or "ascii")
        except UnicodeDecodeError as err:
            return None, err.start
        at = no_text(text)
        return (text, 0) if at is None else (None, len(text[:at].encode(charset.codec, "replace")))

    def _help(self, *fit: Charset) -> str:
        """Say what helps, where bytes read well in such charsets and are not known to be in one."""
        declare = f"declare its charset: <meta charset={(fit[0] if fit else WINDOWS_1252).name}>"
        if fit:
            names = " and ".join(one.name for one in fit)
            either = f" or {declare}" if self.page and called(fit[0].name) else ""
            return f"{_SAVE}: it reads well as {names}. Look whether it is, and convert it{either}."
        return f"{_SAVE} or {declare}." if self.page else f"{_SAVE}."

    def _refuse(self, message: str, offset: int, remedy: str) -> NoReturn:
        line = self.data.count(b"\n", 0, offset) + 1
        raise ArticleError(message, path=self.shown, line=line, remedy=remedy)


def _byte(data: bytes, offset: int) -> str:
    return f"byte 0x{data[offset]:02x} at offset {offset}"
