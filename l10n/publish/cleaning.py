"""Owns the door to nh3: HTML of anybody in, HTML out in which nothing acts, nothing is fetched, and all is closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MARK", "cleaned"]

MARK = "data-shown"
"""The attribute of an element that says where its words come from."""
_TAGS = nh3.ALLOWED_TAGS | {"address", "input", "section", "tfoot"}
_EMPTIED = {"iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}
"""Elements that go with all that is in them."""
_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"dir", "id", "lang", "title", MARK}}
_ATTRIBUTES |= {"p": {"class"}, "input": {"checked"}, "td": {"align", "colspan", "rowspan"}, "th": {"align", "colspan"}}
_CLASSES = frozenset({"l10n-disclosure"})
_PLACES = {"href": False, "src": True}
"""Attributes that lead somewhere, and whether it is a picture."""


def cleaned(html: str, target: Callable[[str, bool], str | None], dropped: str = "") -> str:
    """Return a piece of HTML without what acts; `target` says where a link or (True) a picture leads, None for nowhere.

    The characters in `dropped` are taken out of all attributes.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_EMPTIED,
        attributes=_ATTRIBUTES,
        attribute_filter=partial(_attribute, target, str.maketrans("", "", dropped)),
        url_schemes={"data", "http", "https", "mailto"},
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    )


def _attribute(
    target: Callable[[str, bool], str | None], dropped: dict[int, int | None], _: str, name: str, value: str
) -> str | None:
    value = value.translate(dropped)
    if name in _PLACES:
        return target(value, _PLACES[name])
    return value if name != "class" or value in _CLASSES else None
