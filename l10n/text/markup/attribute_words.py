"""Owns which attributes of HTML hold words for a reader, and which standard says so."""

from __future__ import annotations

__all__ = ["NAMES", "holds_words"]

_HTML = "HTML Standard, “The translate attribute”: translatable attributes"
_ARIA = "WAI-ARIA 1.3, “Translatable States and Properties”"
_HTML4 = "HTML 4.01, “Index of attributes”: text; obsolete since"

_TABLE: tuple[tuple[str, str, str], ...] = (
    ("*", "title", _HTML),
    ("*", "alt", f"{_HTML}, on area, img and input; components have it as well"),
    ("*", "placeholder", f"{_HTML}, on input and textarea; components have it as well"),
    ("th", "abbr", _HTML),
    ("td", "abbr", _HTML4),
    ("optgroup option track", "label", _HTML),
    ("input", "value", f"{_HTML}, where the type is button or reset; the words on a submit button are as visible"),
    ("*", "aria-label", _ARIA),
    ("*", "aria-description", _ARIA),
    ("*", "aria-placeholder", _ARIA),
    ("*", "aria-roledescription", _ARIA),
    ("*", "aria-valuetext", _ARIA),
    ("table", "summary", _HTML4),
    ("object", "standby", _HTML4),
)
"""Elements (`*` for all), attribute, where it comes from.

The standard's list has four more. `content` of `<meta>` depends on another attribute and is the format's affair.
`download` is the name of a file, `srcdoc` a page of its own and `style` code: no text of the article. `alttext` of
`<math>` is in no list, and is TeX more often than words.
"""

_PLACES = {(element, attribute) for elements, attribute, _ in _TABLE for element in elements.split()}
NAMES = frozenset(attribute for _, attribute in _PLACES)
"""All attributes that hold words somewhere."""
_BUTTONS = frozenset({"button", "reset", "submit"})


def holds_words(element: str, attribute: str, kind: str = "") -> bool:
    """Tell whether the value of an attribute is words; names in lower case, `kind` is what the tag has as `type`."""
    if ("*", attribute) in _PLACES:
        return True
    return (element, attribute) in _PLACES and (attribute != "value" or kind.strip().lower() in _BUTTONS)
