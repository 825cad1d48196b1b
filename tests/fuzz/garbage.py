"""Owns what is done to a valid file to make garbage of it: the same for the same random numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NASTY = (
    *(
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xc0\x80",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x1b",
        b"\x7f",
    ),
    *(text.encode() for text in ("\u202e", "\u2066", "\u2028", "\u0085", "\ufeff", "\ufffe", "\u200d", "e\u0301" * 9)),
    *(rb"\ud800", rb"\udfff\ud800", rb"\x41", rb"\u0000", b"&#xd800;", b"&#0;", b"&#99999999999;", b"%s%(x)d%", b"\\"),
    *(
        b"\n---\n",
        b"\n+++\n",
        b"```\n",
        b"\n\n",
        b"\r",
        b"\r\n",
        b"\t",
        b"'''",
        b'"""',
        b"'",
        b'"',
        b"\n# ",
        b": ",
        b"=",
    ),
    *(
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<script>",
        b"</p>",
        b"<p>",
        b"<a href='",
        b"{{",
        b"}}",
        b"{%",
        b"%}",
        b"{",
    ),
    *(
        b"[",
        b"](",
        b")",
        b"![",
        b"**",
        b"_",
        b"$",
        b"|",
        b"~~~",
        b"> ",
        b"- ",
        b"1. ",
        b"[^1]: ",
        b"<",
        b">",
        b"&",
        b"*a",
        b"&a ",
    ),
    *(
        b"1e400",
        b"-inf",
        b"nan",
        b"2025-02-31",
        b"9999-99-99T99:99:99Z",
        b"0x",
        b"1_000",
        b"null",
        b"true",
        b"!!python/name:os.system ",
    ),
    *(
        b'msgid "x"\n',
        b'msgstr "x"\n',
        b"#, fuzzy\n",
        b"#~ ",
        b"#| ",
        b"#= ",
        b"msgctxt ",
        b"# draft: x 2025-99-99 z z\n",
    ),
    *(
        b"# stale: 99999-01-01 z z\n",
        b"# reviewed: \n",
        b"# joined\n",
        b"# l10n-ignore: ,\n",
        b"msgstr[999999999999999999999] ",
    ),
    *(
        text.encode()
        for text in ("가은는이", "3억 5000만", "١٢٣", "１２３", "½", "𝟙", "12½억 3조", "一二三", "”“’‘", "«»")
    ),
)
"""Pieces that readers have stumbled over, or may."""
_DEEP = (
    (b"[", b"]"),
    (b"{a=", b"}"),
    (b'{"a":', b"}"),
    (b"<div>", b"</div>"),
    (b"> ", b""),
    (b"a.", b""),
    (b"- ", b""),
    (b"(", b")"),
)
_DIGITS = re.compile(rb"[0-9]+")
_CHARSETS = ("utf-16", "utf-16-le", "utf-32", "cp949", "latin-1", "utf-7", "utf-8-sig", "shift_jis", "cp037")
_NAMED = (
    b"idna",
    b"undefined",
    b"punycode",
    b"unicode_escape",
    b"raw_unicode_escape",
    b"hex",
    b"rot13",
    b"utf-16",
    b"utf-7",
    b"johab",
    b"hz",
    b"UTF-8 ",
    b"x" * 300,
    b"..",
    b"charmap",
    b"iso2022_kr",
)


def _place(rng: Random, data: bytes) -> int:
    """Choose a place, more often one where something begins."""
    if rng.random() < 0.5:
        starts = [found.end() for found in re.finditer(rb"\n|[\"':=]", data)]
        if starts:
            return rng.choice(starts)
    return rng.randrange(len(data) + 1)


def _stretch(rng: Random, data: bytes) -> tuple[int, int]:
    start = _place(rng, data)
    return start, min(len(data), start + rng.choice((1, 2, 7, 30, 200)))


def _flip(rng: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 3, 20))):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut(rng: Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _drop(rng: Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    return data[:start] + data[end:]


def _splice(rng: Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    at = _place(rng, data)
    return data[:at] + data[start:end] * rng.choice((1, 1, 2, 50)) + data[at:]


def _insert(rng: Random, data: bytes) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = _place(rng, data)
        data = data[:at] + rng.choice(NASTY) + data[at:]
    return data


def _repeat(rng: Random, data: bytes) -> bytes:
    at = _place(rng, data)
    return data[:at] + rng.choice(NASTY) * rng.choice((3, 40, 400)) + data[at:]


def _deep(rng: Random, data: bytes) -> bytes:
    at, many = _place(rng, data), rng.choice((20, 100, 1500))
    left, right = rng.choice(_DEEP)
    return data[:at] + left * many + b"1" + right * many + data[at:]


def _number(rng: Random, data: bytes) -> bytes:
    """Make a number huge, or put a huge one somewhere."""
    digits = bytes(rng.choice(b"0123456789") for _ in range(rng.choice((19, 29, 310, 4301))))
    digits = rng.choice(
        (digits, b"-" + digits, digits + b".5", b"0." + digits, digits + b"e" + digits[:5], b"$" + digits + b" billion")
    )
    found = list(_DIGITS.finditer(data))
    start, end = rng.choice(found).span() if found and rng.random() < 0.7 else (_place(rng, data),) * 2
    return data[:start] + digits + data[end:]


def _charset(rng: Random, data: bytes) -> bytes:
    """Write the file in another charset, or say that it is."""
    if rng.random() < 0.5:
        return re.sub(rb"(?i)charset=[-\w]+|$", b"charset=" + rng.choice(_NAMED), data, count=1)
    return data.decode(errors="replace").encode(rng.choice(_CHARSETS), "replace")


def _lines(rng: Random, data: bytes) -> bytes:
    """Change the ends of lines, or their order, or join them all."""
    lines = data.split(b"\n")
    how = rng.randrange(4)
    if how == 0:
        rng.shuffle(lines)
    elif how == 1:
        return b" ".join(lines)
    elif how == 2:
        return b"".join(line + rng.choice((b"\n", b"\r", b"\r\n", b"\n\r")) for line in lines)
    else:
        at = rng.randrange(len(lines))
        lines[at] = (lines[at] or b"x") * rng.choice((50, 2000))
    return b"\n".join(lines)


def _nothing(rng: Random, data: bytes) -> bytes:
    return rng.choice(
        (b"", b"\n", b"\0" * 50, b"\xef\xbb\xbf", data[:1], bytes(rng.randrange(256) for _ in range(300)))
    )


_WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(
        _flip,
        _cut,
        _drop,
        _splice,
        _insert,
        _insert,
        _insert,
        _repeat,
        _deep,
        _number,
        _number,
        _charset,
        _lines,
        _nothing,
    ),
)
_LARGEST = 60_000
"""Bytes of garbage: how time grows with more is another test's."""


def garbage(rng: Random, data: bytes) -> bytes:
    """Return a file with one to three things done to it."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice(_WAYS)(rng, data)[:_LARGEST]
    return data


def words(rng: Random, text: str) -> str:
    """Return a text of a person with garbage in it that a PO file can hold."""
    made = garbage(rng, text.encode()).decode(errors="replace")
    return "".join(letter for letter in made if letter >= " " or letter == "\n")
