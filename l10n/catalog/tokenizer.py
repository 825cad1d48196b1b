"""Owns the strict grammar of PO: cuts a text into entries, or says which line is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from l10n.errors import CatalogError

__all__ = ["RESTORE", "PoScan", "Raw", "blame", "body", "flags_of", "no_nul", "scan", "scan_one"]

_STRING = re.compile(r'[ \t]*"([^"\\]*(?:\\.[^"\\]*)*)"[ \t]*')
_KEYWORD = re.compile(r"[ \t]*(msgid_plural|msgid|msgctxt|msgstr(?:[ \t]*\[[ \t]*([0-9]+)[ \t]*\])?)(?=[ \t\"]|$)")
_ESCAPE = re.compile(r'\\(?:([abfnrtv\\"])|([0-7]{1,3})|x([0-9a-fA-F]+)|(.))')
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
RESTORE = "Restore the whole file from version control or a backup."
_TOP = 0xFF
"""The highest value of an octal or hexadecimal escape, which names one byte; above ASCII it depends on the charset."""


@dataclass(slots=True)
class Raw:
    """One entry as it stands in the file; not frozen because it is filled line by line, and never changed after."""

    line: int = 0
    """1-based line of `msgid`."""
    gap: str = ""
    """The empty lines before it."""
    text: str = ""
    """Its lines, each with its line break; the last may lack one."""
    obsolete: bool = False
    regular: bool = True
    """Each keyword begins a line of its own."""
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    sticky: list[str] = field(default_factory=list)
    """Flags of `#=` lines."""
    fields: dict[str, str] = field(default_factory=dict)
    """`msgctxt`, `msgid`, `msgid_plural`, `msgstr` or `msgstr[0]` … to their values."""
    previous: dict[str, str] = field(default_factory=dict)
    """The same keywords on `#|` lines."""
    lines: dict[str, list[str]] = field(default_factory=dict, compare=False)
    """Its lines by what they say, where the entry is of the common shape (`shape`)."""

    @property
    def fuzzy(self) -> bool:
        """Whether a flag says that the text needs work."""
        return "fuzzy" in self.flags or "fuzzy" in self.sticky


@dataclass(frozen=True, slots=True)
class PoScan:
    """A whole file, cut: the gaps and texts of all entries and the tail, joined, are the text."""

    raws: tuple[Raw, ...]
    tail: str


def blame(path: str, line: int, message: str, remedy: str = "Correct this line.") -> CatalogError:
    """Return the refusal of a file for one of its lines."""
    return CatalogError(message, path=path, line=line, remedy=remedy)


def body(line: str) -> str:
    """Return an entry's line without the mark of an obsolete one: `#~ msgid "a"` is `msgid "a"`, `#~|` is `#|`."""
    bare = line.lstrip(" \t")
    if not bare.startswith("#~"):
        return line
    return "#" + bare[2:] if bare.startswith("#~|") else bare[2:].lstrip(" \t")


def no_nul(text: str, path: str) -> None:
    """Refuse a text with a NUL character."""
    if "\0" in text:
        raise blame(path, text.count("\n", 0, text.index("\0")) + 1, "a NUL character", RESTORE)


def scan(text: str, path: str) -> PoScan:
    """Cut a PO file; raise `CatalogError` with the line for all that gettext's grammar does not allow.

    Lines end in LF or CRLF; no other character ends a line. Refused besides: what a file looks like that was cut
    off (see `_Scanner.finish`), conflict markers, NUL, a carriage return that is not part of a line's end, comments
    inside an entry, and `domain`.
    """
    no_nul(text, path)
    raws: list[Raw] = []
    at, line = 0, 1
    while True:
        raw, end = scan_one(text, at, path, line)
        if raw is None:
            return PoScan(tuple(raws), text[at:])
        raws.append(raw)
        line += text.count("\n", at, end)
        at = end


def scan_one(text: str, at: int, path: str, line: int) -> tuple[Raw | None, int]:
    """Read the entry that begins at an offset, which is in the given line; return it and the offset behind it.

    None where the rest of the text holds no entry. Raises `CatalogError` as `scan` does, NUL excepted.
    """
    scanner = _Scanner(path, line - 1)
    start = at
    while at < len(text):
        end = text.find("\n", at) + 1
        exact = text[at : end or None]
        scanner.feed(exact[:-1].removesuffix("\r") if end else exact, exact)
        if scanner.raws:
            break
        at = end or len(text)
    else:
        scanner.finish(ended=text.endswith("\n"))
    if not scanner.raws:
        return None, len(text)
    raw = scanner.raws[0]
    return raw, start + len(raw.gap) + len(raw.text)


class _Scanner:
    """Reads line by line; between lines it knows the entry it is in and that entry's last field."""

    def __init__(self, path: str, number: int) -> None:
        self.path = path
        self.number = number
        self.raws: list[Raw] = []
        self.raw = Raw()
        self.gap: list[str] = []
        self.lines: list[str] = []
        self.name = ""
        self.old = ""
        self.parts: dict[str, list[str]] = {}
        """The strings of each field."""
        self.olds: dict[str, list[str]] = {}
        """The strings of each keyword on `#|` lines."""
        self.done: bool | None = None
        """None before the first keyword of the entry, False until it has a msgstr, then True."""

    def feed(self, line: str, exact: str) -> None:
        self.number += 1
        first = line[:1]
        if first in {" ", "\t", "\f", "\v"}:
            line = line.lstrip(" \t\f\v")
            first = line[:1]
        if "\r" in line:
            raise self.wrong("a carriage return inside a line", "Write it as \\r in a text, or remove it.")
        if first == '"':
            self.keywords(line, exact, obsolete=self.raw.obsolete, at=self.strings(line, 0))
        elif first == "m":
            self.keywords(line, exact, obsolete=False)
        elif first == "#":
            self.hash(line, exact)
        elif not first:
            (self.lines if self.lines and not self.done else self.gap).append(exact)
        else:
            raise self.garbage(line)

    def hash(self, line: str, exact: str) -> None:
        kind = line[1:2]
        if kind == "~" and line[2:3] != "|":
            rest = line[2:].lstrip(" \t")
            if rest.startswith('"'):
                if not self.raw.obsolete:
                    raise self.wrong("an obsolete line (#~) inside a live entry")
                self.keywords(rest, exact, obsolete=True, at=self.strings(rest, 0))
                return
            if rest and not rest.startswith("#"):
                self.keywords(rest, exact, obsolete=True)
                return
            line, kind = rest or "#", rest[1:2]
        self.comment(line, kind, exact)

    def comment(self, line: str, kind: str, exact: str) -> None:
        if self.done is False:
            raise self.wrong("a comment inside an entry: its msgstr is missing", RESTORE)
        self.begin()
        self.lines.append(exact)
        raw = self.raw
        if kind == ":":
            raw.refs.append(line[2:])
        elif kind == ".":
            raw.notes.append(line[3:] if line[2:3] == " " else line[2:])
        elif kind == ",":
            raw.flags += flags_of(line[2:])
        elif kind == "=":
            raw.sticky += flags_of(line[2:])
        elif kind in {"|", "~"}:
            self.was(line[line.index("|") + 1 :])
        else:
            raw.comments.append(line[2:] if kind == " " else line[1:])

    def was(self, rest: str) -> None:
        match = _KEYWORD.match(rest)
        if match:
            self.old = match[1]
            if self.old.startswith("msgstr") or self.old in self.olds:
                raise self.wrong(f"a second or senseless {self.old} on a #| line")
            self.olds[self.old] = []
        elif not self.old:
            raise self.wrong("a #| line that continues nothing")
        value, _ = self.value(rest, match.end() if match else 0)
        self.olds[self.old].append(value)

    def begin(self) -> None:
        """Start an entry unless one is open."""
        if self.done is None:
            if not self.lines:
                self.raw.gap = "".join(self.gap)
                self.gap = []
            else:
                self.lines += self.gap
                self.gap = []
            return
        self.close()
        self.raw = Raw(gap="".join(self.gap))
        self.gap = []
        self.done = None

    def close(self) -> None:
        raw = self.raw
        raw.text = "".join(self.lines)
        raw.fields = {name: "".join(parts) for name, parts in self.parts.items()}
        raw.previous = {name: "".join(parts) for name, parts in self.olds.items()}
        self.lines, self.parts, self.olds = [], {}, {}
        self.name = self.old = ""
        self.raws.append(raw)

    def keywords(self, line: str, exact: str, *, obsolete: bool, at: int = 0) -> None:
        first = at == 0
        while at < len(line):
            match = _KEYWORD.match(line, at)
            if match is None:
                raise self.garbage(line[at:])
            if not first and self.done:
                raise self.wrong("two entries on one line", "Put the second on a line of its own.")
            self.keyword(match, obsolete=obsolete)
            self.raw.regular = self.raw.regular and first
            at, first = match.end(), False
            if line[at:].strip():
                at = self.strings(line, at)
        self.lines.append(exact)

    def keyword(self, match: re.Match[str], *, obsolete: bool) -> None:
        name = match[1] if match[2] is None else f"msgstr[{match[2].lstrip('0') or '0'}]"
        if name in {"msgctxt", "msgid"} and self.done is not False:
            self.begin()
            self.raw.obsolete, self.done = obsolete, False
        fields = self.parts
        allowed = {
            "msgctxt": not fields,
            "msgid": "msgid" not in fields and self.done is False,
            "msgid_plural": self.name == "msgid",
            "msgstr": self.name == "msgid",
        }.get(name, "msgid_plural" in fields and name == f"msgstr[{len([n for n in fields if n[-1] == ']'])}]")
        if not allowed:
            raise self.wrong(
                f"{name} is out of place: the entry before it has no msgstr, or this one no msgid", RESTORE
            )
        if obsolete is not self.raw.obsolete:
            raise self.wrong("an entry half obsolete (#~), half live")
        if name == "msgid":
            self.raw.line = self.number
        self.done = name.startswith("msgstr")
        self.name = name
        fields[name] = []

    def strings(self, line: str, at: int) -> int:
        if not self.name:
            raise self.wrong("a text without its msgid or msgstr", RESTORE)
        value, at = self.value(line, at)
        self.parts[self.name].append(value)
        if self.gap:
            self.lines += self.gap
            self.gap = []
        return at

    def value(self, line: str, at: int) -> tuple[str, int]:
        """Read one or more strings at an offset; return their joined value and the offset behind them."""
        values = []
        start = at
        while match := _STRING.match(line, at):
            values.append(self.unescape(match[1]))
            at = match.end()
        if at == start or line[at : at + 1] == '"':
            raise self.wrong("a text without its closing quotation mark", RESTORE)
        if at < len(line) and line[at] != "m":
            raise self.garbage(line[at:])
        return "".join(values), at

    def unescape(self, text: str) -> str:
        if "\\" not in text:
            return text

        def one(match: re.Match[str]) -> str:
            simple, octal, hexa, bad = match.groups()
            if simple:
                return _SIMPLE[simple]
            code = -1 if bad else int(octal, 8) if octal else int(hexa, 16)
            if not 0 < code <= _TOP // 2:
                raise self.wrong(f"the escape {match[0]} names no character")
            return chr(code)

        return _ESCAPE.sub(one, text)

    def finish(self, *, ended: bool) -> None:
        """Close the last entry; refuse what a cut leaves.

        A cut shows when it falls inside a line, inside an entry before its msgstr, inside the comments of an entry
        (`#.`, `#:`, `#,`, `#|` lines with nothing after them), in a text of several lines right behind a quotation
        mark, or where such a text ends in white space that its source has not. A cut exactly between two entries,
        or between two lines of the last text where the line does not end so, is a valid PO file.
        """
        if self.done is None:
            raw = self.raw
            if raw.notes or raw.refs or raw.flags or raw.sticky or self.olds:
                raise self.wrong("the file ends in the comments of an entry", RESTORE)
            return
        if not self.done:
            raise self.wrong("the file ends inside an entry: its msgstr is missing", RESTORE)
        source, text = "".join(self.parts["msgid"]), "".join(self.parts[self.name])
        long = len(self.parts[self.name]) > 1
        if not ended and not self.gap and (long or not text):
            raise self.wrong("the file ends inside a text: the last line has no line break", RESTORE)
        if long and source and text[-1:].isspace() and not source[-1:].isspace():
            raise self.wrong("the last text ends in white space that its source has not: it is cut off", RESTORE)
        self.close()

    def wrong(self, message: str, remedy: str = "Correct this line.") -> CatalogError:
        return blame(self.path, self.number, message, remedy)

    def garbage(self, line: str) -> CatalogError:
        if _CONFLICT.match(line):
            return self.wrong("a merge conflict of git is not resolved", "Resolve it, keeping both people's texts.")
        return self.wrong(f"not a line of a PO file: {line[:40]!r}")


def flags_of(said: str) -> list[str]:
    """Return the flags of what stands behind a `#,`."""
    return [flag for flag in (part.strip() for part in said.split(",")) if flag]
