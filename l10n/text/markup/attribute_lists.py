"""Owns the grammar of attribute lists, `{#id .class key="value"}` and `{: .class}`, wherever Markdown has them.

kramdown ("Attribute List Definitions": a colon, and names of lists defined elsewhere), Pandoc ("Extension:
attributes"), Python-Markdown ("Attribute Lists"), Goldmark, MyST and markdown-it-attrs share it. `{name}`, `${x}`,
`{1, 2}` and `{a: b}` are none: without the colon each item is an id, a class or a pair.
"""

from __future__ import annotations

import re

__all__ = ["LIST", "is_list", "lists"]

_NAME = r"[^\s{}\"'=<>`.#,;|()\[\]!?&*+^$\\]"
"""A character of an id or a class, in any script with its accents."""
_ITEM = (
    rf"(?:(?:\#{_NAME}++|\.-?(?:--)?+[^\W\d]{_NAME}*+)(?:[.\#]-?\w{_NAME}*+)*+"
    r"|-(?=[ \t}])|[^\W\d][\w:.-]*+=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}=<>`]++))"
)
LIST = (
    rf"\{{(?:[ \t]*+{_ITEM}(?:[ \t]++{_ITEM})*+[ \t]*+"
    rf"|:[ \t]*+(?:{_ITEM}|[^\W\d][\w-]*+)(?:[ \t]++(?:{_ITEM}|[^\W\d][\w-]*+))*+[ \t]*+)\}}"
)
"""A pattern of one list."""
_LIST = re.compile(LIST)


def is_list(text: str) -> bool:
    """Tell whether a text is an attribute list and nothing else."""
    return _LIST.fullmatch(text) is not None


def lists(text: str) -> tuple[tuple[int, int], ...]:
    """Return where something with the grammar of a list stands in a text, ascending."""
    return tuple(found.span() for found in _LIST.finditer(text)) if "{" in text else ()
