"""Owns what the first lines of a fence say: words in them, and whether Markdown stands below them, not code.

MyST and Sphinx call directives so, ```` ```{note} ```` and `:::{note}`, with options in lines (`:alt: words`) or
between two `---`; mdBook's admonish and Obsidian's Admonition write ```` ```admonish tip ```` and ```` ```ad-tip ````.
A directive is read as Markdown if it is known to hold some, or a project says so; all others are code, or have a
grammar of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.formats.markdown.comments import LANGUAGES
from l10n.formats.params import Param, params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.frontmatter.scan import Scalar
    from l10n.formats.markdown.raw_blocks import RawNames

__all__ = ["Head", "Word", "head", "holds_markdown", "label", "takes_title"]

_TITLED = frozenset(
    (
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip"),
        *("todo", "warning", "deprecated", "versionadded", "versionchanged", "versionremoved"),
        *("abstract", "aside", "card", "dropdown", "epigraph", "grid-item-card", "highlights", "list-table", "margin"),
        *("pull-quote", "quote", "blockquote", "sidebar", "tab", "tab-item", "table", "topic", "details"),
        *("algorithm", "assumption", "axiom", "conjecture", "corollary", "criterion", "definition", "example"),
        *("exercise", "lemma", "observation", "proof", "property", "proposition", "remark", "theorem"),
    )
)
"""Directives that hold Markdown, and whose argument is a title."""
_UNTITLED = frozenset(
    (
        *("button-link", "button-ref", "card-carousel", "container", "div", "figure", "figure-md", "grid", "grid-item"),
        *("iframe", "only", "solution", "tab-set", "tabs"),
    )
)
"""Directives that hold Markdown, and whose argument is a path, a name, a class or a number."""
_NAMED = frozenset({"centered", "contents", "csv-table", "rubric"})
"""Directives whose argument is a title, and what else they hold is no Markdown."""
_DOMAINS = frozenset({"prf", "proof", "example"})
"""What Sphinx has before the names of theorems and their like, `{prf:theorem}`."""
_OPENS = re.compile(r"(?P<mark>`{3,}|~{3,}|:{3,})[ \t]*+(?P<info>[^\r\n]*+)")
_DIRECTIVE = re.compile(r"\{(?P<name>[A-Za-z][\w:.-]*+)\}[ \t]*+(?P<argument>(?:\S|[ \t]++(?=\S))*+)")
_ADMONISH = re.compile(
    r"admonish(?:(?:[ \t]++[\w-]++(?![\w=-]))?+[ \t]++\"(?P<argument>[^\"=]++)\"|(?=[ \t\r\n])|\Z)"
    r"|ad-[a-z][\w-]*+(?=\s|\Z)"
)
_LABEL = re.compile(r"(?<![^ \t}])\[(?P<label>[^\[\]{}\"'=,`]++)\](?=[ \t{]|\Z)")
"""What VitePress and Docusaurus call a tab of a group of code."""
_BREAK = r"(?:\r\n|\n|\r)[ \t>]*+"
_END = r"(?=[\r\n]|\Z)"
_OPTION = re.compile(rf"{_BREAK}:(?P<name>[A-Za-z][\w-]*+):(?:[ \t]++(?P<value>[^\r\n]*+)|{_END})")
_SETTING = re.compile(rf"{_BREAK}(?P<name>title|collapse|icon|color):[ \t]*+(?P<value>[^\r\n]*+)")
_RULED = re.compile(
    rf"{_BREAK}---[ \t]*+(?P<rows>(?:\r\n|\n|\r)(?:(?![ \t>]*+---[ \t]*+{_END})[^\r\n]*+(?:\r\n|\n|\r))*+)"
    rf"[ \t>]*+---[ \t]*+{_END}"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A value in the first lines of a fence that may be words; character offsets."""

    start: int
    end: int
    name: str
    """Of the parameter or the option; `label` for one in brackets."""
    text: str
    style: str
    """As of a segment's shell."""
    prefix: str = ""
    owner: str = "a code block"


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a fence and the options below it."""

    end: int
    """Offset of the last character and one more; the line break is not in it."""
    title: tuple[int, int] | None
    """The argument of a directive that is called by a title."""
    words: tuple[Word, ...]
    directive: str = ""
    """Its name, `admonish` for mdBook's and Obsidian's; empty for code."""


def head(block: str) -> Head | None:
    """Read the first lines of a block that begins with a fence; None where it does not."""
    opened = _OPENS.match(block)
    if opened is None:
        return None
    start, end = opened.span("info")
    called = _DIRECTIVE.match(block, start, end)
    admonish = None if called or opened["mark"][0] == ":" else _ADMONISH.match(block, start, end)
    if called:
        name = called["name"]
        title = called.span("argument") if takes_title(name) and called["argument"] else None
        over, words = _options(block, end, f"{{{name}}}")
        return Head(over, title, words, name)
    words = tuple(_word(block, one) for one in params(block, start, end))
    if admonish:
        owner = admonish[0].split()[0]
        over, settings = _settings(block, end, owner) if owner != "admonish" else (end, ())
        title = admonish.span("argument") if admonish["argument"] else None
        return Head(over, title, (*(replace(one, owner=owner) for one in words), *settings), "admonish")
    if opened["mark"][0] == ":":
        return Head(end, None, tuple(replace(one, owner="a box") for one in words))
    return Head(end, None, (*words, *_labels(block, start, end)))


def takes_title(name: str) -> bool:
    """Tell whether the argument of a directive is a title."""
    return _bare(name) in _TITLED | _NAMED


def _bare(name: str) -> str:
    domain, _, last = name.rpartition(":")
    return last if domain in _DOMAINS else name


def holds_markdown(name: str, raw: RawNames) -> bool:
    """Tell whether Markdown stands in the directive of a fence."""
    if raw.leaves(name):
        return False
    known = name == "admonish" or _bare(name) in _TITLED | _UNTITLED
    return known or (raw.reads(name) and name.lower() not in LANGUAGES)


def label(info: str) -> tuple[int, int] | None:
    """Return where the words in brackets are of a fence's first line."""
    found = _LABEL.search(info)
    return found.span("label") if found else None


def _labels(block: str, start: int, end: int) -> Iterator[Word]:
    found = _LABEL.search(block, start, end)
    if found:
        yield Word(*found.span("label"), "label", found["label"], "line")


def _word(block: str, one: Param) -> Word:
    return Word(one.start, one.end, one.name, " ".join(block[one.start : one.end].split()), one.style)


def _options(block: str, end: int, owner: str) -> tuple[int, tuple[Word, ...]]:
    """Return where the options of a directive end, and what may be words in them."""
    ruled = _RULED.match(block, end)
    if ruled:
        rows = ruled["rows"]
        quoted = any(row.lstrip(" \t").startswith(">") for row in rows.splitlines())
        return ruled.end(), () if quoted else tuple(_values(rows, ruled.start("rows"), owner))
    words: list[Word] = []
    while option := _OPTION.match(block, end):
        end = option.end()
        if option["value"]:
            words += _value(option["value"], option.start("value"), option["name"], owner)
    return end, tuple(words)


def _settings(block: str, end: int, owner: str) -> tuple[int, tuple[Word, ...]]:
    words: list[Word] = []
    while setting := _SETTING.match(block, end):
        end = setting.end()
        if setting["value"].strip():
            value = setting["value"].strip()
            words.append(Word(at := setting.start("value"), at + len(value), setting["name"], value, "line", "", owner))
    return end, tuple(words)


def _value(value: str, start: int, name: str, owner: str) -> Iterator[Word]:
    """Yield the value of an option in a line as YAML reads it, or as it is where that is no YAML."""
    row = f"{name}: "
    found = list(_values(f"{row}{value}\n", start - len(row), owner))
    if found:
        yield from found
    elif _scanned(f"{row}{value}\n") is None:
        text = value.strip()
        yield Word(start, start + len(text), name, text, "line", "", owner)


def _values(rows: str, start: int, owner: str) -> Iterator[Word]:
    flag = " crlf" if "\r\n" in rows else ""
    for one in _scanned(rows) or ():
        if len(one.place) == 1 and isinstance(one.place[0], str):
            text = one.value.strip().replace("\r\n", "\n")
            yield Word(start + one.start, start + one.end, one.place[0], text, one.style + flag, one.prefix, owner)


def _scanned(rows: str) -> tuple[Scalar, ...] | None:
    from l10n.formats.frontmatter import yaml  # noqa: PLC0415  few fences have fields

    try:
        found = yaml.scan(rows, 1)
    except ArticleError:
        return None
    return found.scalars if found else ()
