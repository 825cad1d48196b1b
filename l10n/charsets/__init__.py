"""Owns the way from the bytes of an article to its text: UTF-8, or what a page declares, or the one charset that fits.

Three laws. What is returned, encoded in the charset that was found, means the bytes; a byte order mark is a character
of it (U+FEFF), in UTF-8 and in UTF-16. The bytes decide where they can: what is UTF-8 by all its bytes is UTF-8, and a
declaration that they contradict is never believed. Where two readings are as good as each other, and are not the same
text, there is none.
"""

from __future__ import annotations

import contextlib

from l10n.errors import ArticleError

__all__ = ["decoded"]

_NULS_OF_UTF_16 = 3
"""One NUL in so many characters, or more, where Latin text in UTF-16 is read byte by byte."""
_SAVE = "Save the article as UTF-8"


def decoded(data: str | bytes, shown: str, format: str = "") -> str:  # noqa: A002  the word for it everywhere else
    """Return the text of an article; `format` is the name of its format, and for any other file empty.

    Raises `ArticleError` where that is not certain, with the line, and where there is a NUL.
    """
    text = data if isinstance(data, str) else _read(data, shown, format)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        remedy = "Save the article as plain UTF-8."
        if text.count("\0") * _NULS_OF_UTF_16 > len(text):
            remedy = f"{_SAVE}: it looks like UTF-16, without the byte order mark that would say so."
        raise ArticleError("holds a NUL character", path=shown, line=line, remedy=remedy)
    return text


def _read(data: bytes, shown: str, format: str) -> str:  # noqa: A002  see `decoded`
    if format != "html":  # where a page may say that it is written in ASCII
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode()
    from l10n.charsets.article import ArticleBytes  # noqa: PLC0415  most articles need none of its tables

    return ArticleBytes(data, shown, format).text()
