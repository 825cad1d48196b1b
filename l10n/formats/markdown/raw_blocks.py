"""Owns the raw blocks of site generators, `{% highlight go %}` … `{% endhighlight %}`: what stands in them is no prose.

Liquid, Jinja, Nunjucks and Twig close with `end` and the name, Hugo's shortcodes with a stroke (`{{< /highlight >}}`),
kramdown with `{:/comment}` or `{:/}`, containers and MyST's directives with `:::`, PyMdown's snippets with their mark.
What Hugo calls between `{{%` and `%}}` is Markdown, and so is what stands between any other pair of tags.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.markdown.events import Event
    from l10n.formats.places import Ahead

__all__ = ["DIRECTIVES", "NAMES", "RawNames", "hides", "named", "raw_blocks", "raw_end", "within"]

_DRAWN = frozenset({"asciinema", "graphviz", "katex", "latex", "math", "mermaid", "plantuml"})
"""Drawings and mathematics, which containers (`::: mermaid`) hold, too."""
_TAGGED = frozenset(
    (
        *("code", "code-toggle", "codeblock", "comment", "highlight", "javascript", "nomarkdown", "prism", "raw"),
        *("schema", "script", "style", "stylesheet", "verbatim"),
    )
)
"""What is code, or nothing for readers, between tags."""
NAMES = _DRAWN | _TAGGED
"""The raw blocks that are known, whatever generator has them."""
DIRECTIVES = frozenset(
    (
        *("bibliography", "code", "code-block", "code-cell", "csv-table", "eval-rst", "graphviz", "include"),
        *("literalinclude", "math", "mermaid", "parsed-literal", "raw", "sourcecode", "toctree"),
    )
)
"""Directives of MyST that hold code, data or the grammar of another language."""
_NO_BOX = frozenset(name.encode() for name in _TAGGED)
_OPENS = re.compile(
    rb"(?m)(?:^|(?<=\r))[ \t>]*+(?:(?:[-+*]|\d{1,9}[.)])[ \t]++)*+(?P<all>"
    rb"\{%[-+~]?[ \t]*+(?P<tag>[A-Za-z][\w.-]*+)(?:(?!%\}|\{%)[\s\S])*+%\}"
    rb"|\{\{<[ \t]*+(?P<call>[A-Za-z][\w/.-]*+)(?:(?!/?>\}\}|\{\{<)[\s\S])*+>\}\}"
    rb"|\{::[ \t]*+(?P<kramdown>[a-z]++)(?:[ \t][^{}/\r\n]*+)?\}"
    rb"|:{3,}[ \t]*+(?P<box>[a-z][\w-]*+)[ \t]*+(?=[\r\n]|\Z)"
    rb"|:{3,}[ \t]*+\{(?P<directive>[A-Za-z][\w.:-]*+)\}[^\r\n]*+"
    rb"|(?P<snippet>-{1,2}8<-{1,2})[ \t]*+(?=[\r\n]|\Z))"
)
_CLOSES = re.compile(
    rb"\{%[-+~]?[ \t]*+end(?P<tag>[A-Za-z][\w.-]*+)[ \t]*+[-+~]?%\}"
    rb"|\{\{<[ \t]*+/[ \t]*+(?P<call>[A-Za-z][\w/.-]*+)[ \t]*+>\}\}"
    rb"|\{:/(?P<kramdown>[a-z]*+)[ \t]*+\}"
    rb"|(?m:^)[ \t>]*+(?P<box>:{3,})[ \t]*+(?=[\r\n]|\Z)"
    rb"|(?m:^)[ \t>]*+(?P<snippet>-{1,2}8<-{1,2})[ \t]*+(?=[\r\n]|\Z)"
)
_KINDS = ("tag", "call", "kramdown", "box", "directive", "snippet")
_LINE = re.compile(rb"[^\r\n]*")
_INSIDE = re.compile(r"\{%[-+~]?[ \t]*+([A-Za-z][\w.-]*+)")
_LEAD = re.compile(r"\{%[-+~]?[ \t]?\Z")
_REST = re.compile(r"[ \t]*+[-+~]?%\}")
_MAYBE = re.compile(rb"\{%|\{\{<|\{::|:::|8<-")


@dataclass(frozen=True, slots=True)
class RawNames:
    """Which blocks of site generators are left alone."""

    blocks: frozenset[bytes]
    """Names of raw blocks."""
    directives: frozenset[bytes]
    """Names of directives of MyST that hold no Markdown between colons."""
    markdown: frozenset[str] = frozenset()
    """Directives in fences that hold Markdown besides the known ones."""

    def leaves(self, name: str) -> bool:
        """Tell whether a directive is left alone although it is known to hold Markdown."""
        return name.encode() in self.directives

    def reads(self, name: str) -> bool:
        """Tell whether a directive that is not known holds Markdown."""
        return name in self.markdown


@lru_cache(maxsize=8)
def named(names: tuple[str, ...]) -> RawNames:
    """Return the names of raw blocks: the known ones and a project's, without those that it writes as `!name`.

    These hold Markdown as directives, too.
    """
    given = set(names)
    taken = {name[1:] for name in given if name.startswith("!")}
    own = {name for name in given if name[:1] != "!"}
    blocks, directives = (frozenset(name.encode() for name in (known | own) - taken) for known in (NAMES, DIRECTIVES))
    return RawNames(blocks, directives, frozenset(taken))


def raw_blocks(data: bytes, seen: list[Event], names: RawNames) -> Iterator[tuple[int, int]]:
    """Yield where raw blocks stand whose first tag is outside code and comments, ascending; whole lines.

    Where one ends in code that begins in it, what follows was not read as it is, and is to be asked for again.
    """
    if not _MAYBE.search(data):
        return
    closers: dict[tuple[str, bytes], list[tuple[int, int]]] = {}
    for found in _CLOSES.finditer(data):
        closers.setdefault(_key(found), []).append(found.span())
    if not closers:
        return
    held = [(one.start, one.end) for one in seen if hides(one, data)]
    done = 0
    for found in _OPENS.finditer(data):
        kind, name = _key(found)
        start = found.start("all")
        known = names.directives if kind == "directive" else names.blocks
        raw = kind == "snippet" or (name in known and not (kind == "box" and name in _NO_BOX))
        if start < done or not raw or within(held, start):
            continue
        over = _after(closers, kind, name, found.end())
        line = _LINE.match(data, over)
        end = line.end() if over and line else 0
        if over and (b"\n" in data[start:over] or b"\r" in data[start:over] or not data[over:end].strip()):
            yield start, end
            done = end
            if within(held, end):
                return


def raw_end(ahead: Ahead[str], text: str, start: int, end: int) -> int:
    """Return where the raw block ends whose first tag stands there in a text, else where the tag itself does."""
    opened = _INSIDE.match(text, start, end)
    if opened is None or opened[1] not in _TAGGED:
        return end
    closing = ahead.find(f"end{opened[1]}", end)
    closed = _REST.match(text, closing + len(opened[1]) + 3) if closing >= 0 else None
    return closed.end() if closed and _LEAD.search(text, max(end, closing - 4), closing) else end


def _key(found: re.Match[bytes]) -> tuple[str, bytes]:
    """Return the kind of a tag and its name."""
    kind, name = next((kind, name) for kind, name in found.groupdict().items() if name is not None and kind in _KINDS)
    return kind, name.strip(b":")


def _after(closers: dict[tuple[str, bytes], list[tuple[int, int]]], kind: str, name: bytes, place: int) -> int:
    """Return where the first tag ends that closes a block at or after a place; 0 where there is none."""
    kind = "box" if kind == "directive" else kind
    closing = {(kind, name), (kind, b"")} if kind in {"kramdown", "box"} else {(kind, name)}
    ends: list[int] = []
    for key in closing:
        spans = closers.get(key, [])
        index = bisect_left(spans, (place, 0))
        ends += [spans[index][1]] if index < len(spans) else []
    return min(ends, default=0)


def hides(event: Event, data: bytes) -> bool:
    """Tell whether a block is code, or a comment."""
    if event.op != "Start":
        return False
    return event.name == "CodeBlock" or (event.name == "HtmlBlock" and data.startswith(b"<!--", event.start))


def within(held: list[tuple[int, int]], place: int) -> bool:
    """Tell whether a place lies in one of the stretches, which ascend."""
    index = bisect_right(held, (place, place)) - 1
    return index >= 0 and place < held[index][1]
