"""Owns the front matter of an article: which of its values are segments, and the slots publishing fills there.

YAML between `---` lines and TOML between `+++` lines are known. The text is never dumped anew: values are replaced
where they lie, and the fields publishing adds go after the last top-level one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from l10n.errors import ArticleError
from l10n.fieldpaths import RESERVED, nameable, spelled
from l10n.formats.frontmatter.scan import FrontScan, Scalar, refuse
from l10n.model import Edition, FrontField, Key, Kind, LinkPlace, Part, Segment, Shell, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.protocols import ParseOptions

__all__ = ["NONE", "Front", "cut", "dates", "encode", "fields", "fill", "links", "restated", "skeleton", "statement"]

_OPEN = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*(?P<break>\r\n|\n|\r)")
_KEY = re.compile(
    r"""(?:[ \t]*+(?:\#[^\r\n]*+)?(?:\r\n|\n|\r))*+[ \t]*+(?:[\w.-]++|"[^"\r\n]*"|'[^'\r\n]*')[ \t]*(?:\:(?=\s|\Z)|=)"""
)
_FLOW = re.compile(r"(?:[ \t]*+(?:\#[^\r\n]*+)?(?:\r\n|\n|\r))*+[ \t]*+\{(?![{%#])")
_EMPTY = re.compile(r"[ \t\r\n]*|(?:[ \t]*+\#[^\r\n]*+(?:\r\n|\n|\r))++")
"""Front matter without a field: Jekyll asks for it. Nothing is written into it, as other sites see two rules."""
_TARGETS = frozenset({"href", "link"})
"""Fields that hold a target, at any depth."""
_DATES = (
    ("date", "published", "pubDate", "publishDate", "published_at", "date_published", "datePublished"),
    ("updated", "lastmod", "modified", "last_modified_at", "updatedDate", "date_modified", "dateModified"),
)
"""Fields that say when an article was published and changed, the first that is there: those that generators know."""
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
    from l10n.formats.frontmatter.choice import choice  # noqa: PLC0415  see `_kind`

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
    from l10n.formats.frontmatter.choice import choice, reads_like_text  # noqa: PLC0415  see `_kind`

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


def statement(source: str, name: str) -> tuple[str, int] | None:
    """Return the value of a top-level field, and the line that names it (1-based); None where there is none.

    A list or a mapping is told as `COLLECTION`. Raises `ArticleError` where front matter cannot be read.
    """
    block = _find(source)
    inner = "" if block is None else source[block.inner : block.close]
    scan = None if block is None else _scan(inner, block.kind)
    if block is None or scan is None or name not in scan.taken:
        return None
    at = block.inner + max(0, inner.find(name))
    return _kind(block.kind).value(inner, name), source.count("\n", 0, at) + 1


def dates(source: str) -> tuple[str, str]:
    """Return the fields that say when an article was published, and changed; empty where none does."""
    block = _find(source)
    inner = "" if block is None else source[block.inner : block.close]
    scan = None if block is None else _scan(inner, block.kind)
    if block is None or scan is None:
        return "", ""
    named = [next((one for one in names if one in scan.taken), "") for names in _DATES]
    published, changed = (_kind(block.kind).value(inner, one) if one else "" for one in named)
    return published, changed


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
    found: FrontScan | None = _kind(kind).scan(inner, 2)
    return found


def _kind(name: str) -> Any:
    """Return the module of `yaml` or `toml`; few projects have both, and a library costs as much as a format."""
    return import_module(f"{__name__}.{name}")


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
        return str(_kind("toml").write(segment.shell.style, segment.raw, text))
    return str(_kind("yaml").write(segment.shell.style, segment.shell.prefix, segment.raw, text))


def fill(slot: Slot, edition: Edition) -> str:
    """Write the language or the provenance of an edition into a slot that `cut` made."""
    from l10n.formats.frontmatter.filling import filled  # noqa: PLC0415  see `_kind`

    return filled(slot, edition)


def links(source: str) -> tuple[tuple[LinkPlace, ...], int]:
    """Return the targets that fields such as `link` hold, if they are written plainly, and where the body begins.

    Where front matter cannot be read there are none.
    """
    try:
        block = _find(source)
        scan = None if block is None else _scan(source[block.inner : block.close], block.kind)
    except ArticleError:
        return (), 0
    if block is None or scan is None:
        return (), block.end if block and _EMPTY.fullmatch(source, block.inner, block.close) else 0
    found = []
    for one in scan.scalars:
        path = re.split("[?#]", one.value, maxsplit=1)[0]
        start = source.find(path, block.inner + one.start, block.inner + one.end)
        if one.place[-1] in _TARGETS and 0 <= start <= block.inner + one.start + 1:
            found.append(LinkPlace(start, start + len(path), path, asset=False, field=True))
    return tuple(found), block.end


def restated(source: str, values: Mapping[str, Sequence[str]]) -> str:
    """Return a text with top-level fields set by templates (`protocols.Format.restated`)."""
    block = _find(source)
    inner = source[block.inner : block.close] if block else ""
    scan = _scan(inner, block.kind) if block else None
    if block is None or scan is None:
        return source
    edits = [
        (one.start, one.end, _rewritten(one.style, inner[one.start : one.end], values[one.top][0], one.value))
        for one in scan.scalars
        if one.top in values and len(one.place) == 1
    ]
    for name, templates in values.items():
        if name not in scan.taken and len(templates) > 1 and scan.insert >= 0 and not scan.flow:
            value = templates[1]
            line = f"{name}: {value}" if block.kind == "yaml" else f"{name} = {_kind('toml').quoted(value)}"
            edits.append((scan.insert, scan.insert, f"{scan.indent}{line}{block.newline}"))
    for start, end, text in sorted(edits, reverse=True):
        inner = inner[:start] + text + inner[end:]
    return source[: block.inner] + inner + source[block.close :]


def _rewritten(style: str, raw: str, template: str, value: str) -> str:
    text = template.replace("{value}", value)
    return str(
        _kind("toml").write(style, raw, text)
        if style.startswith("toml-")
        else _kind("yaml").write(style, "", raw, text)
    )


def skeleton(source: str) -> tuple[tuple[str, ...], int]:
    """Return the shape of the fields, without those publishing writes, and where the body begins."""
    block = _find(source)
    scan = None if block is None else _scan(source[block.inner : block.close], block.kind)
    if block is None or scan is None:
        empty = block is not None and _EMPTY.fullmatch(source, block.inner, block.close)
        return (), block.end if block and empty else 0
    rows = (row for row in scan.shape if re.split(r"[. ]", row, maxsplit=1)[0] not in RESERVED)
    return tuple(f"front matter {row}" for row in rows), block.end
