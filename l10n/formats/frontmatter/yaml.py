"""Owns YAML in front matter: where its text values lie, and how a text is written in place of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.resolver import Resolver

from l10n.fieldpaths import Step
from l10n.formats.frontmatter.scan import (
    COLLECTION,
    LIMIT_ALIASES,
    LIMIT_BYTES,
    LIMIT_DEPTH,
    LIMIT_NODES,
    FrontScan,
    Scalar,
    brief,
    refuse,
)

if TYPE_CHECKING:
    from l10n.fieldpaths import FieldPlace

__all__ = ["quoted", "scan", "value", "write"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {"'": "yaml-single", '"': "yaml-double", "|": "yaml-literal", ">": "yaml-folded"}
_RESOLVER: Any = Resolver()
_PLAIN = "tag:yaml.org,2002:"
_TEXT = f"{_PLAIN}str"
_CONTROL = re.compile("[\t\n\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""What parsers of YAML disagree about outside double quotes."""
_UNPRINTABLE = re.compile("[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Walk:
    """The state of one pass over the events of a YAML text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[list[Any]] = []
        """A list for each open collection: is a mapping, next is a key, current key, start, is flow, is left alone."""
        self.scalars: list[Scalar] = []
        self.shape: list[str] = []
        self.fields: list[str] = []
        self.nodes = self.aliases = 0
        self.root: tuple[int, bool] | None = None
        self.mapping: tuple[int, int, str] | None = None

    def path(self) -> str:
        return ".".join("-" if level[2] is Step.ITEM else brief(str(level[2] or "?")) for level in self.stack)

    def value(self, kind: str, name: str | None = None) -> bool:
        """Note a node below its parent; tell whether it is a value rather than a key, which `name` is the text of."""
        if not self.stack:
            return True
        parent = self.stack[-1]
        if parent[0] and parent[1]:
            parent[1] = False
            parent[2] = name
            return False
        parent[1] = True
        self.shape.append(f"{self.path()} {kind}")
        return True

    def scalar(self, event: Any) -> None:
        if not self.value("value", event.value):
            if len(self.stack) == 1:
                self.fields.append(event.value)
            return
        if not self.stack or any(level[2] is None or level[5] for level in self.stack) or not _is_text(event):
            return
        flow = any(level[4] for level in self.stack)
        self.scalars.append(_scalar(self.text, event, tuple(level[2] for level in self.stack), flow=flow))

    def opened(self, event: Any, *, mapping: bool) -> None:
        start = event.start_mark
        self.value("mapping" if mapping else "list")
        if not self.stack:
            self.root = (start.index, bool(event.flow_style)) if mapping else None
        shared = bool(self.stack) and (event.anchor is not None or not (event.tag or _PLAIN).startswith(_PLAIN))
        name = "" if mapping else Step.ITEM
        self.stack.append([mapping, mapping, name, start.index, bool(event.flow_style), shared])
        if len(self.stack) > LIMIT_DEPTH:
            raise refuse(f"more than {LIMIT_DEPTH} levels", start.line + 1)

    def closed(self, event: Any) -> None:
        mapping, _, _, start, flow, _ = self.stack.pop()
        if mapping and len(self.stack) == 1 and self.stack[0][2] == "translation":
            end = event.end_mark.index if flow else start + len(self.text[start : event.end_mark.index].rstrip())
            column = start - (self.text.rfind("\n", 0, start) + 1)
            self.mapping = (start, end, "yaml-flow-map" if flow else f"yaml-map {column}")


def value(text: str, name: str) -> str:
    """Return the value of a top-level field of a mapping that `scan` could read; `COLLECTION` for what is no text."""
    try:
        root: Any = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:  # an alias of nothing, which a scan does not follow
        return COLLECTION
    found = [node for key, node in root.value if key.value == name]
    return str(found[-1].value) if found and isinstance(found[-1], yaml.ScalarNode) else COLLECTION


def scan(text: str, line: int) -> FrontScan | None:
    """Find the text values of a YAML mapping, at any depth; None when the text is not a mapping.

    What stands in a collection with an anchor or a tag of its own is left alone, as it may be used elsewhere too.

    `line` is the 1-based line of the article on which the text begins. Raises `ArticleError` with the line for YAML
    that is broken or larger than the limits; aliases are never followed.
    """
    if len(text) > LIMIT_BYTES:
        raise refuse(f"more than {LIMIT_BYTES} characters", line)
    walk = _Walk(text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _step(walk, event, line)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        raise refuse(err.problem or "not YAML", line + (mark.line if mark else 0)) from err
    except yaml.reader.ReaderError as err:
        raise refuse("a character that YAML does not allow", line + text.count("\n", 0, err.position)) from err
    except (yaml.YAMLError, UnicodeError, RecursionError) as err:
        raise refuse("not YAML", line) from err
    if walk.root is None:
        return None
    start, flow = walk.root
    indent = "" if flow else text[text.rfind("\n", 0, start) + 1 : start]
    insert = -1 if indent.strip() else len(text)
    if flow:
        insert = start + 1 if text.startswith("{", start) else -1
    fields = frozenset(map(str, walk.fields))
    return FrontScan(tuple(walk.scalars), tuple(walk.shape), insert, indent, walk.mapping, fields, flow)


def _step(walk: _Walk, event: Any, line: int) -> None:
    here = line + event.start_mark.line
    walk.nodes += 1
    if walk.nodes > LIMIT_NODES:
        raise refuse(f"more than {LIMIT_NODES} values", here)
    if isinstance(event, yaml.ScalarEvent):
        walk.scalar(event)
    elif isinstance(event, yaml.AliasEvent):
        walk.aliases += 1
        if walk.aliases > LIMIT_ALIASES:
            raise refuse(f"more than {LIMIT_ALIASES} aliases", here)
        walk.value("alias")
    elif isinstance(event, yaml.MappingStartEvent):
        walk.opened(event, mapping=True)
    elif isinstance(event, yaml.SequenceStartEvent):
        walk.opened(event, mapping=False)
    elif isinstance(event, yaml.CollectionEndEvent):
        walk.closed(event)
    elif isinstance(event, yaml.DocumentStartEvent) and walk.root is not None:
        raise refuse("more than one document", here)


def _is_text(event: Any) -> bool:
    """Tell whether a scalar is a string, not a number, a date, a boolean or a tagged value."""
    if event.tag or event.anchor:
        return False
    return bool(event.style in _STYLES or _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False)) == _TEXT)


def _scalar(text: str, event: Any, place: FieldPlace, *, flow: bool) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    style = _STYLES.get(event.style or "", "yaml-plain")
    prefix = ""
    if style in {"yaml-literal", "yaml-folded"}:
        raw = text[start:end].rstrip()
        end = start + len(raw)
        header, _, body = raw.partition("\n")
        inner = re.match(r"(?:[ ]*\r?\n)*([ ]*)", body)
        prefix = inner[1] if inner else "  "
        if any(char.isdigit() for char in header.split("#")[0]):
            style = "yaml-double"
    return Scalar(place, start, end, event.value, f"{style} flow" if flow else style, prefix)


def quoted(text: str) -> str:
    """Write a text as a double-quoted YAML scalar on one line."""
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _UNPRINTABLE.sub(lambda found: _escape(found[0]), out) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  # the end of the first plane


def write(style: str, prefix: str, raw: str, text: str) -> str:
    """Write a text the way `raw` is written if that can hold it, else between double quotes."""
    name, *flags = style.split()
    newline = "\r\n" if "crlf" in flags else "\n"
    if name in {"yaml-literal", "yaml-folded"}:
        header = raw.partition("\n")[0].rstrip("\r")
        gap = newline + newline + prefix if name == "yaml-folded" else newline + prefix
        out = header + newline + prefix + gap.join(part.strip() for part in text.split("\n") if part.strip())
    elif _CONTROL.search(text):
        out = quoted(text)
    elif name == "yaml-single":
        out = "'" + text.replace("'", "''") + "'"
    elif name == "yaml-plain" and not ("flow" in flags and "?" in text):  # YAML 1.1 lets it end a scalar in braces
        out = text
    else:
        out = quoted(text)
    return out if _reads_as(out, text, flow="flow" in flags) else quoted(text)


def _reads_as(out: str, text: str, *, flow: bool) -> bool:
    """Tell whether a scalar, put after a key, is a string of this value and nothing more."""
    sample = f"k: [{out}, x]\nx:\n" if flow else f"k: {out}\nx:\n"
    try:
        found = scan(sample, 1)
    except Exception:  # noqa: BLE001  # whatever cannot be read back is not written
        return False
    if found is None or found.taken != {"k", "x"} or not found.scalars:
        return False
    return found.scalars[0].value.strip() == text.strip() and len(found.scalars) == 1 + flow
