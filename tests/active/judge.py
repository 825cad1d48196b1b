"""Owns saying what is active in a published text: what it has that the harmless translation has not."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any

import jinja2
import liquid
import yaml

from tests.active.markdown import SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.active.programs import Page

__all__ = ["added", "body", "front_matter", "lexical", "nodes", "templates"]

_INERT = set(re.findall(r"\w+", "b strong i em u s del sub sup br wbr ruby rb rt rp bdi bdo q cite small mark span"))
_TEXT = set(re.findall(r"\w+", "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code hr dl dt dd html head body"))
_TEXT |= set(re.findall(r"\w+", "table thead tbody tr th td"))
"""What Markdown itself makes of text: a change of structure, which another guard judges, and nothing active."""
_QUIET = {"@lang", "@dir"}
_NUMBERED = {f"h{level}@id" for level in range(1, 7)}
"""Identifiers that renderers give to headings by themselves."""
_LINKS = {"a", "a@href https:", "a@href fragment", "a@href relative", "a@title"}
_OPENERS = ("{{", "{%", "{#", "<%", "<?", "${", "#{", "{!!", "[%", "<#", "<@")
_CODES = "gallery video audio embed caption wp_caption playlist contact-form-7 iframe php raw html url img"
_SHORTCODE = re.compile(rf"(?<!\[)\[/?(?:{'|'.join(_CODES.split())})(?![\w-])[^\[\]]*\]")
"""WordPress runs `[name …]`, and writes `[[name …]]` as text; URL, IMG and HTML are those of forums."""
_SIGNED = re.compile(r"\B@\w+(?:\.\w+)?\s*\(|@\(|#(?:set|if|foreach|parse|include)\s*\(|\$!?\w+\.[\w.]+\(")
"""Directives of Blade, expressions of Razor, directives and methods of Velocity."""
_HUGO = re.compile(r"\{\{[<%](?!/\*)")


def added(counts: Counter[str], harmless: Counter[str]) -> Iterator[str]:
    """Yield what a page has more of than the harmless one and what may do something."""
    for key in counts - harmless:
        element, _, attribute = key.partition("@")
        if key in _LINKS | _NUMBERED or (not attribute and element in _INERT | _TEXT):
            continue
        if element in _INERT and f"@{attribute}" in _QUIET:
            continue
        yield f"scheme {key}" if key.startswith("a@href ") and "script:" not in key and "data:" not in key else key


def body(text: str) -> str:
    """Return what follows the front matter."""
    found = re.match(r"(---|\+\+\+)\n.*?\n\1\s*?(?:\n|\Z)", text, re.DOTALL)
    return text[found.end() :] if found else text


def _data(text: str) -> Any:
    mark = text[:3]
    if mark not in {"---", "+++"}:
        return {}
    inner = text[4:].partition(f"\n{mark}\n")[0]
    try:
        return yaml.safe_load(inner) if mark == "---" else tomllib.loads(inner)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError) as err:
        return f"unreadable: {err}"


def front_matter(text: str, harmless: str) -> tuple[str, str]:
    """Return what is wrong with the front matter, and its values as a template writes them that escapes nothing."""
    data, expected = _data(text), _data(harmless)
    if not isinstance(data, dict):
        return f"front matter {str(data)[:40]!r}", ""
    wrong = ""
    if data.keys() != expected.keys():
        wrong = f"front matter has {', '.join(sorted(map(str, data.keys() ^ expected.keys())))}"
    elif any(type(data[key]) is not type(expected[key]) for key in data):
        wrong = "front matter of another type"
    return wrong, "".join(f"<p>{value}</p>\n" for value in data.values())


def lexical(text: str, harmless: str) -> Iterator[str]:
    """Yield the openers of templates that a published file has more of."""
    for opener in _OPENERS:
        if text.count(opener) > harmless.count(opener):
            yield f"template {opener}"
    if len(_SIGNED.findall(text)) > len(_SIGNED.findall(harmless)):
        yield "directive"
    if len(_HUGO.findall(text)) > len(_HUGO.findall(harmless)):
        yield "Hugo shortcode"


def rendered(html: str, harmless: str) -> Iterator[str]:
    """Yield what a rendered page shows that it was not given: shortcodes, and another file."""
    if len(_SHORTCODE.findall(html)) > len(_SHORTCODE.findall(harmless)):
        yield "shortcode"
    if SECRET in html:
        yield "included file"


_JINJA = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
_LIQUID = liquid.Environment()
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")


def templates(text: str, harmless: str) -> Iterator[str]:
    """Yield the template languages that see in a text what they do not in the harmless one, strings left out.

    What they cannot read of the harmless text is of another language.
    """
    if re.search(r"\{[{%#]", text):
        for name, shape in (("Jinja", _jinja), ("Liquid", _liquid)):
            expected = shape(harmless)
            if expected is not None and shape(text) != expected:
                yield name


def _jinja(text: str) -> list[str] | None:
    try:
        _JINJA.from_string(text)
        tokens = [(kind, value) for _, kind, value in _JINJA.lex(text) if kind not in {"data", "whitespace"}]
    except Exception:  # noqa: BLE001  whatever it stumbles over
        return None
    return [kind if kind == "string" else f"{kind} {value}" for kind, value in tokens]


def _liquid(text: str) -> list[str] | None:
    try:
        _LIQUID.from_string(text)
        tokens = [(one.kind, one.value) for one in _LIQUID.tokenizer()(text) if one.kind != "content"]
    except Exception:  # noqa: BLE001
        return None
    return [f"{kind} {_STRING.sub('', value)}" for kind, value in tokens]


def nodes(page: Page, harmless: Page) -> Iterator[str]:
    """Yield what MDX found more of than in the harmless translation."""
    for name in Counter(page.nodes) - Counter(harmless.nodes):
        kind, _, rest = name.partition(" ")
        element, *attributes = rest.split(" ")
        allowed = {"href", "title"} if element == "a" else {"lang", "dir"}
        if not (kind.startswith("mdxJsx") and element in {*_INERT, "a"} and allowed.issuperset(attributes)):
            yield f"MDX {kind} {element}".strip()
