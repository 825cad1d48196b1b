"""Owns the charset of a PO file: which it is, and the way from bytes to text and back."""

from __future__ import annotations

import codecs
import re
from functools import cache

from l10n.catalog.tokenizer import RESTORE, Raw, blame
from l10n.errors import CatalogError

__all__ = ["check", "declared", "is_named", "likely", "named", "to_bytes", "to_text"]

_CHARSET = re.compile(rb'^[ \t]*(?:msgstr[ \t]*)?".*charset=([-A-Za-z0-9_.:+]+)', re.MULTILINE)
_NAMED = re.compile(r"charset=([-A-Za-z0-9_.:+]+)")
_KOREAN = frozenset({"euc_kr", "euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "uhc", "cp949", "ms949", "windows-949"})
_ASCII = b"\t\n" + bytes(range(0x20, 0x7F)) + rb"\u0041\x41"
_CONVERT = "Convert the file to UTF-8 with msgconv."
_DECLARE = "Write charset=UTF-8 into the header, for that is what the file is; `l10n repair --write` does it."
_NO_CHARSET = "the file is not ASCII and its header names no charset"
_HEADER = re.compile(r'^msgid ""[ \t]*\r?\nmsgstr[ \t]*"[^\n]*\n', re.MULTILINE)


def named(plain: bytes) -> str:
    """Return Python's name of the charset that the header names; `ascii` where none is. Raises `LookupError`."""
    match = _CHARSET.search(plain)
    return _codec(match[1].decode("ascii")) if match else "ascii"


def likely(plain: bytes) -> str:
    """Return Python's name of the charset that a file is in: the header's where that fits, else UTF-8 where that does.

    Where neither fits it is the header's, and UTF-8 for a header that names none, or none that is known.
    """
    try:
        codec = named(plain)
    except LookupError:
        return "utf-8"
    return "utf-8" if codec == "ascii" or (not _fits(plain, codec) and _fits(plain, "utf-8")) else codec


def _fits(plain: bytes, codec: str) -> bool:
    try:
        plain.decode(codec)
    except UnicodeError:
        return False
    return True


def is_named(text: str, codec: str) -> bool:
    """Tell whether the first charset that the text of a file names is this one."""
    match = _NAMED.search(text)
    try:
        return match is not None and _codec(match[1]) == codec
    except LookupError:
        return False


def declared(text: str, newline: str) -> str:
    """Return the text of a file with UTF-8 as the charset of its header."""
    header = _HEADER.search(text)
    if header is None or _NAMED.search(text):
        return _NAMED.sub("charset=UTF-8", text, count=1)
    line = f'"Content-Type: text/plain; charset=UTF-8\\n"{newline}'
    return text[: header.end()] + line + text[header.end() :]


def to_text(plain: bytes, path: str) -> tuple[str, str]:
    """Decode by the header's charset, the first that the file names; ASCII where it names none."""
    match = _CHARSET.search(plain)
    name = match[1].decode("ascii") if match else "ascii"
    line = plain.count(b"\n", 0, match.start()) + 1 if match else 1
    try:
        codec = _codec(name)
    except LookupError as err:
        remedy = _DECLARE if _fits(plain, "utf-8") else "Write the charset that the file is in into the header."
        raise blame(path, line, f"the charset {name} is unknown, or not one PO allows", remedy) from err
    strange = f"the charset {name} is not one PO allows"
    try:
        text = plain.decode(codec)
        exact = codec == "utf-8" or text.encode(codec) == plain
    except UnicodeDecodeError as err:
        at = plain.count(b"\n", 0, err.start) + 1
        if _fits(plain, "utf-8"):
            said = _NO_CHARSET if codec == "ascii" else f"the header says {name.upper()}, and the texts are UTF-8"
            raise blame(path, line if match else at, said, _DECLARE) from err
        raise blame(
            path, at, f"byte {err.start + 1} is not {name.upper()}, the charset of the header", RESTORE
        ) from err
    except UnicodeError as err:
        raise blame(path, line, strange, _CONVERT) from err
    if not exact:
        raise blame(path, line, strange, _CONVERT)
    return text, codec


@cache
def _holds_ascii(codec: str) -> bool:
    """Tell whether ASCII stands for itself in a charset, as PO's own grammar is written in it.

    Python's `idna`, `undefined`, `punycode`, `unicode_escape` and their like are no charsets.
    """
    try:
        return _ASCII.decode("ascii").encode(codec) == _ASCII and _ASCII.decode(codec) == _ASCII.decode("ascii")
    except (LookupError, ValueError):
        return False


def check(header: Raw | None, codec: str, path: str, *, empty: bool) -> None:
    """Refuse a file whose header names another charset than it was read by, or none where that looks like a cut.

    `empty` says that no entries are there.
    """
    match = _NAMED.search(header.fields.get("msgstr", "")) if header else None
    named = _codec(match[1]) if match else "ascii"
    line = header.line if header else 1
    if named != codec:
        message = _NO_CHARSET if named == "ascii" else "two charsets are named"
        raise blame(path, line, message, "Write the charset into the header: Content-Type: text/plain; charset=UTF-8.")
    if match is None and empty:
        what = "the file has no header" if header is None else "the header names no charset"
        raise blame(path, line, f"{what} and there are no entries: the file is cut off", RESTORE)


def _codec(name: str) -> str:
    """Return Python's name of a charset; `CHARSET`, which stands in templates, is ASCII. Raises `LookupError`."""
    name = name.lower()
    codec = "cp949" if name in _KOREAN else codecs.lookup("ascii" if name == "charset" else name).name
    if not _holds_ascii(codec):
        raise LookupError(name)
    return codec


def to_bytes(text: str, codec: str, *, bom: bool, path: str) -> bytes:
    """Encode the text of a file; raise `CatalogError` for what the charset cannot say."""
    try:
        data = text.encode(codec)
    except UnicodeEncodeError as err:
        bad = text[err.start]
        message = f"the character {bad!a} cannot be written in {codec.upper()}"
        remedy = _CONVERT
        if codec in {"ascii", "utf-8"}:
            remedy = "Write charset=UTF-8 into the header." if codec == "ascii" else "Remove it from the text."
        raise CatalogError(message, path=path, remedy=remedy) from err
    if b"\0" in data:
        raise CatalogError("a text holds a NUL character", path=path, remedy="Remove it from the article.")
    return codecs.BOM_UTF8 + data if bom else data
