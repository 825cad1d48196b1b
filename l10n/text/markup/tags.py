"""Owns the tags of a text, as the most willing renderer finds them: what they do, and which of them do nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.markup import addresses
from l10n.text.markup.attribute_words import holds_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["INERT", "SPOKEN", "LooseTag", "inert", "strays", "tags"]

_NAMES = "b strong i em u s del sub sup br wbr ruby rb rt rp bdi bdo q cite small mark span"
INERT = frozenset(_NAMES.split(" "))
"""Elements that set words and do nothing, with no attribute but those of `_TONGUE`."""
_VOID = frozenset(["br", "wbr"])
_OPTIONAL = frozenset(["rb", "rt", "rp"])
"""Elements that the next one ends (HTML Standard, "Optional tags")."""
_TONGUE = frozenset(["lang", "dir", "xml:lang"])
_LINK = frozenset(["href", "title", "rel"])
_WORDS = "alt title placeholder aria-label label text caption summary description titletext"
SPOKEN = frozenset(_WORDS.split(" "))
"""Attributes whose value is words, which are translated; of components, too."""
_LEADS = frozenset(["href", "cite"])
"""Attributes whose address may change to the page in the reader's language."""
_LOADS = frozenset(["src", "poster", "data", "srcset", "background"])
"""Attributes whose address may change within its site."""
_RUN = frozenset(["srcdoc"])

_OPENS = re.compile(r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)|(?P<mark>!|/(?=[^\s>])))")
_ANY = re.compile(r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)|(?P<mark>[!/]|(?=[\s\S]|\Z)))")
"""In MDX each `<` begins a tag."""
_REST = re.compile(r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_LOOSE = re.compile(r"[^<>]*+>?")
_ATTRIBUTE = re.compile(r"""(?<![\s/])[\s/]*+([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_HANDLER = re.compile(r"(?i)[\s/\"']on[a-z]+\s*=|[\s/\"']srcdoc\s*=")
_AUTOMATIC = re.compile(r"(?i)<(?:(?:https?|ftp)://[^\s<>]+|[^\s<>!]+@[^\s<>@]+)>")
"""What is a link in every renderer; others are a tag to some: Python-Markdown lets `<https:/onfocus=…>` pass."""
_CODE = re.compile(r"[\w-]*")
_SPACE = re.compile(r"\s*\n[ \t>]*|\s+")


@dataclass(frozen=True, slots=True)
class LooseTag:
    """A tag, a comment or an address between `<` and `>`, or what a renderer may take for one."""

    start: int
    end: int
    name: str
    """In lower case; empty for a comment and the like."""
    close: bool
    attributes: tuple[tuple[str, str], ...]
    what: str
    """Its identity, blind to translated words and to the language."""
    harmless: bool = False
    runs: bool = False
    address: bool = False
    alone: bool = False
    """It ends itself: `<br/>`."""


def tags(text: str, *, braces: bool = False) -> Iterator[LooseTag]:
    """Yield the tags of a text in their order; `braces` where each `<` begins one, as in MDX."""
    opens, place = (_ANY if braces else _OPENS), 0
    while found := opens.search(text, place):
        start = found.start()
        rest = _REST.match(text, found.end()) or _LOOSE.match(text, found.end())
        place = max(rest.end() if rest else found.end(), start + 1)
        if found["name"] is None:
            place = found.end() if text.startswith("<", start) and not found["mark"] else place
            yield LooseTag(start, place, "", False, (), _shown(text, start, place))
        elif ":" in found["name"] or "@" in found["name"]:
            yield _address(text, start, place, jsx=braces)
        else:
            yield _tag(text, found, place)


def _address(text: str, start: int, end: int, *, jsx: bool) -> LooseTag:
    """Read an address between `<` and `>`, which MDX knows none; a tag with a colon in its name is like one."""
    address = text[start + 1 : end].strip("<>/")
    linked = _AUTOMATIC.fullmatch(text, start, end) is not None
    scheme = addresses.scheme(address) if ":" in address else "mailto"
    runs = addresses.runs(address) or not (linked or _HANDLER.search(address) is None)
    safe = linked and not jsx and scheme in addresses.SAFE
    what = f"]({scheme}:)" if linked else _shown(text, start, end)
    return LooseTag(start, end, "", False, (), what, harmless=safe, runs=runs, address=True)


def _tag(text: str, found: re.Match[str], end: int) -> LooseTag:
    start, name, close = found.start(), found["name"].lower(), bool(found["close"])
    whole = text.endswith(">", start, end) and end > found.end()
    inner = text[found.end() : end - whole]
    alone = inner.endswith("/")
    attributes = tuple((one[1].lower(), (one[2] or "").strip("\"'")) for one in _ATTRIBUTE.finditer(inner))
    clean = whole and not _ATTRIBUTE.sub("", inner).strip(" \t\r\n/")
    runs = name == "script" or _HANDLER.search(f" {inner}") is not None
    runs = runs or any(addresses.runs(value) or key.startswith("on") or key in _RUN for key, value in attributes)
    what = _shown(text, start, end)
    if clean and "{" not in inner:
        kind = dict(reversed(attributes)).get("type", "")
        kept = sorted(_identity(name, kind, *one) for one in attributes if one[0] not in _TONGUE)
        what = " ".join([f"<{'/' * close}{name}", *kept]) + ">"
    harmless = clean and not runs and inert(name, attributes)
    return LooseTag(start, end, name, close, attributes, what, harmless=harmless, runs=runs, alone=alone)


def _identity(name: str, kind: str, key: str, value: str) -> str:
    if key in SPOKEN or holds_words(name, key, kind):
        return key
    if key in _LEADS and name in {"a", "area", "q", "blockquote"} and not addresses.runs(value):
        scheme = addresses.scheme(value)
        return key if scheme in addresses.SAFE else f"{key}={scheme}"
    if key in _LOADS and name != "script" and not addresses.runs(value):
        return f"{key}={addresses.origin(value)}"
    return f"{key}={value}"


def inert(name: str, attributes: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a tag does nothing but set words, or links over https or within the site."""
    if name == "a":
        return all(
            (key in _LINK and (key != "href" or addresses.scheme(value) in addresses.SAFE)) or _tongue(key, value)
            for key, value in attributes
        )
    return name in INERT and all(_tongue(key, value) for key, value in attributes)


def _tongue(key: str, value: str) -> bool:
    return key in _TONGUE and _CODE.fullmatch(value) is not None


def strays(found: Iterable[LooseTag], *, strict: bool = False) -> list[LooseTag]:
    """Return the harmless tags that nothing closes, or that close nothing; `strict` as XML asks for it."""
    opened: list[LooseTag] = []
    stray: list[LooseTag] = []
    for tag in found:
        if tag.name not in INERT and tag.name != "a":
            continue
        if tag.name in _VOID or (strict and tag.alone):
            stray += [tag] if strict and not tag.alone else []
        elif not tag.close:
            opened.append(tag)
        else:
            while not strict and opened and opened[-1].name != tag.name and opened[-1].name in _OPTIONAL:
                opened.pop()
            if opened and opened[-1].name == tag.name:
                opened.pop()
            elif strict or tag.name not in _OPTIONAL:
                stray.append(tag)
    stray += [tag for tag in opened if strict or tag.name not in _OPTIONAL]
    return [tag for tag in stray if tag.harmless]


def _shown(text: str, start: int, end: int) -> str:
    return _SPACE.sub(" ", text[start:end])
