"""Owns the front matter of an article: which of its values are segments, and the slots publishing fills there.

YAML between `---` lines and TOML between `+++` lines are known. The text is never dumped anew: values are replaced
where they lie, and the fields publishing adds go after the last top-level one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomlkit

from l10n.errors import ArticleError
from l10n.fieldpaths import RESERVED, nameable, spelled
from l10n.formats.frontmatter import toml, yaml
from l10n.formats.frontmatter.choice import choice, reads_like_text
from l10n.formats.frontmatter.scan import FrontScan, Scalar, refuse
from l10n.model import Edition, FrontField, Key, Kind, Part, Segment, Shell, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.protocols import ParseOptions

__all__ = ["NONE", "Front", "cut", "encode", "fields", "fill", "skeleton", "stated"]

_OPEN = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*(?P<break>\r\n|\n|\r)")
_KEY = re.compile(
    r"""(?:[ \t]*+(?:\#[^\r\n]*+)?(?:\r\n|\n|\r))*+[ \t]*+(?:[\w.-]++|"[^"\r\n]*"|'[^'\r\n]*')[ \t]*(?:\:(?=\s|\Z)|=)"""
)
_FLOW = re.compile(r"(?:[ \t]*+(?:\#[^\r\n]*+)?(?:\r\n|\n|\r))*+[ \t]*+\{(?![{%#])")
_EMPTY = re.compile(r"[ \t\r\n]*|(?:[ \t]*+\#[^\r\n]*+(?:\r\n|\n|\r))++")
"""Front matter without a field: Jekyll asks for it. Nothing is written into it, as other sites see two rules."""
_CREDITS = frozenset(
    {
        *("author", "authors", "byline", "credit", "credits", "date", "dateline", "dek", "eyebrow", "kicker", "slug"),
        *("standfirst", "timestamp", "updated"),
    }
)
"""Fields that are none of the story, where a project translates them."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of an article, cut."""

    parts: tuple[Part, ...]
    """The raw texts joined are the source up to `end`."""
    end: int
    """Character offset of the body, after the closing line; 0 without front matter."""
    title: bool = False
    """The title is a segment here."""
    provenance: bool = False
    """There is a slot for the provenance."""


NONE = Front((), 0)


@dataclass(frozen=True, slots=True)
class _FrontBlock:
    """Where front matter lies; offsets are characters of the source."""

    inner: int
    close: int
    end: int
    kind: str
    newline: str


def cut(source: str, options: ParseOptions) -> Front:
    """Cut the front matter at the very start of a source (a BOM must be gone).

    Translated fields (`choice`) are segments of kind META, with the field's path as context; the title is a
    HEADLINE, and what signs or dates the story a BYLINE. A text between two `---` that is no mapping is no front
    matter, unless it is empty: then nothing is cut. Raises `ArticleError` with the line.
    """
    block = _find(source)
    if block is None:
        return NONE
    inner = source[block.inner : block.close]
    scan = _scan(inner, block.kind)
    if scan is None:
        return Front((source[: block.end],), block.end) if _EMPTY.fullmatch(inner) else NONE
    breaks = [found.end() for found in re.finditer("\n", source[: block.end])]
    chosen = choice(options.fields)
    edits: list[tuple[int, int, Part]] = [
        (scalar.start, scalar.end, _segment(source, block, scalar, breaks))
        for scalar in scan.scalars
        if chosen.takes(scalar.place, scalar.value)
    ]
    edits += _slots(inner, scan, block)
    parts: list[Part] = []
    done = 0
    for start, end, part in sorted(edits, key=lambda edit: edit[:2]):
        if start < done:
            continue
        parts += [inner[done:start], part] if done < start else [part]
        done = end
    head, tail = source[: block.inner], inner[done:] + source[block.close : block.end]
    title = any(isinstance(part, Segment) and part.kind is Kind.HEADLINE for part in parts)
    placed = any(isinstance(part, Slot) and part.kind is SlotKind.PROVENANCE for part in parts)
    return Front((head, *parts, tail), block.end, title, placed)


def fields(source: str, options: ParseOptions) -> tuple[FrontField, ...]:
    """Return the texts in front matter that a path can name, in their order, translated or not.

    There are none where front matter cannot be read.
    """
    try:
        block = _find(source)
        scan = None if block is None else _scan(source[block.inner : block.close], block.kind)
    except ArticleError:
        return ()
    if block is None or scan is None:
        return ()
    breaks = [found.end() for found in re.finditer("\n", source[: block.end])]
    chosen = choice(options.fields)
    return tuple(
        FrontField(
            spelled(one.place),
            bisect_right(breaks, block.inner + one.start) + 1,
            taken=chosen.takes(one.place, one.value),
            readable=reads_like_text(one.place, one.value),
        )
        for one in scan.scalars
        if all(nameable(step) for step in one.place if isinstance(step, str))
    )


def stated(source: str, name: str) -> tuple[str, int] | None:
    """Return the value of a top-level field as it is written, without quotation marks, and its line (1-based).

    It is empty where it is no value on one line. Raises `ArticleError` where front matter cannot be read.
    """
    block = _find(source)
    inner = "" if block is None else source[block.inner : block.close]
    scan = None if block is None else _scan(inner, block.kind)
    if block is None or scan is None or name not in scan.taken:
        return None
    written = rf"""(?m)(?:^|[{{,])[ \t]*(["']?){re.escape(name)}\1[ \t]*[:=][ \t]*(["']?)([^\r\n"'#,}}]*)\2"""
    found = re.search(written, inner)
    at = block.inner + (found.start(3) if found else 0)
    return found[3].strip() if found else "", source.count("\n", 0, at) + 1


def _find(source: str) -> _FrontBlock | None:
    opened = _OPEN.match(source)
    if opened is None:
        return None
    kind = "yaml" if opened["mark"] == "---" else "toml"
    closing = r"^(?:---|\.\.\.)" if kind == "yaml" else r"^\+\+\+"
    inner = opened.end()
    looks = _KEY.match(source, inner) or _FLOW.match(source, inner)
    closed = re.compile(closing + r"[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(source, inner)
    if closed is None:
        if looks and not source.startswith(("\n", "\r"), inner):
            raise refuse(f"there is no closing line {opened['mark']}", 1)
        return None
    if not looks and not _EMPTY.fullmatch(source, inner, closed.start()):
        return None
    return _FrontBlock(inner, closed.start(), closed.end(), kind, opened["break"])


def _scan(inner: str, kind: str) -> FrontScan | None:
    return yaml.scan(inner, 2) if kind == "yaml" else toml.scan(inner, 2)


def _segment(source: str, block: _FrontBlock, scalar: Scalar, breaks: list[int]) -> Segment:
    start, end = block.inner + scalar.start, block.inner + scalar.end
    flag = " crlf" if block.newline == "\r\n" else ""
    kind = Kind.HEADLINE if scalar.top == "title" else Kind.BYLINE if scalar.place[0] in _CREDITS else Kind.META
    path = spelled(scalar.place)
    return Segment(
        Key(scalar.value.strip().replace("\r\n", "\n"), path),
        source[start:end],
        Shell(scalar.style + flag, scalar.prefix),
        kind,
        f"front matter · {path}",
        bisect_right(breaks, start) + 1,
    )


def _slots(inner: str, scan: FrontScan, block: _FrontBlock) -> list[tuple[int, int, Part]]:
    """Return the slots for the language and the provenance with their places."""
    flag = " crlf" if block.newline == "\r\n" else ""
    where = f"{block.kind}-flow" if scan.flow else block.kind
    slots: list[tuple[int, int, Part]] = []
    language = next((scalar for scalar in scan.scalars if scalar.top == "lang"), None)
    if language is not None:
        raw = inner[language.start : language.end]
        slots.append((language.start, language.end, Slot(SlotKind.LANG, raw, language.value, language.style + flag)))
    elif "lang" not in scan.taken and scan.insert >= 0:
        style = f"{where} {len(scan.indent)}{flag}"
        slots.append((scan.insert, scan.insert, Slot(SlotKind.LANG, "", "", style)))
    if scan.mapping is not None:
        start, end, style = scan.mapping
        slots.append((start, end, Slot(SlotKind.PROVENANCE, inner[start:end], "", style + flag)))
    elif scan.insert >= 0 and not (scan.flow and "translation" in scan.taken):
        kind = f"{block.kind}-comment" if "translation" in scan.taken else where
        style = f"{kind} {len(scan.indent)}{flag}"
        slots.append((scan.insert, scan.insert, Slot(SlotKind.PROVENANCE, "", "", style)))
    return slots


def encode(segment: Segment, text: str) -> str:
    """Write a translation of a value (`Shell.style` begins with `yaml-` or `toml-`); its own text gives raw."""
    if text == segment.key.text:
        return segment.raw
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if segment.shell.style.startswith("toml-"):
        return toml.write(segment.shell.style, segment.raw, text)
    return yaml.write(segment.shell.style, segment.shell.prefix, segment.raw, text)


def fill(slot: Slot, edition: Edition) -> str:
    """Write the language or the provenance of an edition into a slot that `cut` made."""
    name, *rest = slot.style.split()
    newline = "\r\n" if "crlf" in rest else "\n"
    indent = " " * int(rest[0]) if rest and rest[0].isdigit() else ""
    if slot.kind is SlotKind.LANG:
        return _language(slot, edition.language, name, indent, newline)
    if slot.kind is not SlotKind.PROVENANCE or not edition.provenance:
        return slot.raw
    if slot.raw:
        return _merged(slot.raw, edition.provenance, name, indent, newline)
    return _added(edition.provenance, name, indent, newline)


def _added(rows: Mapping[str, str], name: str, indent: str, newline: str) -> str:
    """Write a new field `translation`, or comment lines where a field of that name is someone else's."""
    if name == "yaml":
        body = "".join(f"{indent}  {key}: {yaml.quoted(value)}{newline}" for key, value in rows.items())
        return f"{indent}translation:{newline}{body}"
    if name == "yaml-flow":
        return f"translation: {{{', '.join(f'{key}: {yaml.quoted(value)}' for key, value in rows.items())}}}, "
    if name == "toml":
        body = ", ".join(f"{_bare(key)} = {toml.quoted(value)}" for key, value in rows.items())
        return f"translation = {{ {body} }}{newline}"
    return "".join(f"{indent}# translation {key}: {_line(value)}{newline}" for key, value in rows.items())


def _language(slot: Slot, language: str, name: str, indent: str, newline: str) -> str:
    if not language or language == slot.value:
        return slot.raw
    if slot.raw:
        write = toml.write(slot.style, slot.raw, language) if name.startswith("toml-") else ""
        return write or yaml.write(slot.style, "", slot.raw, language)
    if name == "yaml":
        return f"{indent}lang: {yaml.write('yaml-plain', '', '', language)}{newline}"
    if name == "yaml-flow":
        return f"lang: {yaml.write('yaml-plain flow', '', '', language)}, "
    return f"lang = {toml.quoted(language)}{newline}"


def _bare(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else toml.quoted(key)


def _line(value: str) -> str:
    return " ".join(value.split())


def _merged(raw: str, rows: Mapping[str, str], name: str, indent: str, newline: str) -> str:
    """Set our keys in an existing mapping."""
    if name == "toml-map":
        return _merged_toml(raw, rows)
    if name == "yaml-flow-map":
        return _merged_flow(raw, rows)
    return _merged_yaml(raw, rows, indent, newline)


def _merged_toml(raw: str, rows: Mapping[str, str]) -> str:
    """Set our keys in an inline table; other keys keep their text."""
    document = tomlkit.parse(f"x = {raw}\n")
    table = document["x"]
    for key, value in rows.items():
        table[key] = value
    return document.as_string()[len("x = ") :].rstrip("\n")


def _merged_yaml(raw: str, rows: Mapping[str, str], indent: str, newline: str) -> str:
    """Set our keys in a block mapping; other keys keep their text."""
    lead = len(indent)
    text = indent + raw + newline
    scan = yaml.scan(text, 1)
    places = {} if scan is None else {item.top: item for item in scan.scalars if item.top}
    taken = frozenset() if scan is None else scan.taken
    added = "".join(f"{newline}{indent}{key}: {yaml.quoted(value)}" for key, value in rows.items() if key not in taken)
    for item in sorted(places.values(), key=lambda item: -item.start):
        if item.top in rows:
            text = text[: item.start] + yaml.quoted(rows[item.top]) + text[item.end :]
    return text[lead : len(text) - len(newline)] + added


def _merged_flow(raw: str, rows: Mapping[str, str]) -> str:
    """Replace `key: value` pairs of a flow mapping, or add them before the closing brace."""
    scan = yaml.scan(f"x: {raw}\n", 1)
    names = {row.split(" ")[0].partition(".")[2] for row in scan.shape} if scan else set()
    for key, value in rows.items():
        pair = f"{key}: {yaml.quoted(value)}"
        if key in names:
            pattern = rf"""(?<=[{{,\s]){re.escape(key)}:[ ]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,}}]*)"""
            found = re.search(pattern, raw)
            raw = raw if found is None else raw[: found.start()] + pair + raw[found.end() :]
        else:
            body = raw[:-1].rstrip()
            raw = f"{body}{'' if body.endswith(('{', ',')) else ','} {pair}}}"
    return raw


def skeleton(source: str) -> tuple[tuple[str, ...], int]:
    """Return the shape of the fields, without those publishing writes, and where the body begins."""
    block = _find(source)
    scan = None if block is None else _scan(source[block.inner : block.close], block.kind)
    if block is None or scan is None:
        empty = block is not None and _EMPTY.fullmatch(source, block.inner, block.close)
        return (), block.end if block and empty else 0
    rows = (row for row in scan.shape if re.split(r"[. ]", row, maxsplit=1)[0] not in RESERVED)
    return tuple(f"front matter {row}" for row in rows), block.end
