"""Owns reading XML that somebody else wrote: lxml with all that reads other files, or grows, turned off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from lxml.etree import _Element

    XmlElement: TypeAlias = _Element

__all__ = ["XmlElement", "children", "line_of", "name_of", "read_xml"]

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(r"\A<\?xml\s[^>]*?\?>", re.DOTALL)
_ENCODING = re.compile(rb"\A<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PROLOG = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_XINCLUDE = "{http://www.w3.org/2001/XInclude}"
_AGAIN = "Export the file again, or have the program that wrote it save it once more."


def read_xml(data: bytes, path: str) -> XmlElement:
    """Return the root of a document, its comments and processing instructions left out.

    Nothing is read besides the data: a document type, with which entities come, and an XInclude are refused. Raises
    `UsageError` with `path` and line for these, for what is no XML, or is nested so deep that libxml2 gives up, and
    where lxml is not installed.
    """
    try:
        from lxml import etree  # noqa: PLC0415  an extra, and most commands read no XML
    except ModuleNotFoundError as err:
        remedy = "Run `pip install 'article-l10n[exchange]'`."
        raise UsageError("reading XML needs lxml, which is not installed", path=path, remedy=remedy) from err
    text = _text(data, path)
    declared = _DECLARED.match(text)
    head = declared.end() if declared else 0
    prolog = _PROLOG.match(text, head)
    at = prolog.end() if prolog else head
    if text[at : at + 9].upper() == "<!DOCTYPE":
        raise UsageError(
            "has a document type declaration, which can bring in entities and other files",
            path=path,
            line=text.count("\n", 0, at) + 1,
            remedy="Remove it: files for translation have none.",
        )
    # lxml believes a declaration before it believes us; its line breaks keep lines where they are.
    plain = "\n" * text.count("\n", 0, head) + text[head:]
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(plain.encode(), parser)
    except etree.XMLSyntaxError as err:
        line = err.lineno or 0
        raise UsageError(f"is no XML that can be read: {err.msg}", path=path, line=line, remedy=_AGAIN) from err
    for one in root.iter(f"{_XINCLUDE}*"):
        raise UsageError(
            "asks for another file by XInclude", path=path, line=line_of(one), remedy="Remove that element."
        )
    return root


def name_of(element: XmlElement) -> tuple[str, str]:
    """Return the namespace of an element, empty without one, and its name."""
    space, _, name = str(element.tag).rpartition("}")
    return space[1:], name


def line_of(element: XmlElement) -> int:
    """Return the 1-based line on which an element begins; 0 where it is not known."""
    return element.sourceline or 0


def children(element: XmlElement, name: str) -> Iterator[XmlElement]:
    """Yield the children of that name in the namespace of their parent."""
    space, _ = name_of(element)
    return element.iterchildren(f"{{{space}}}{name}")


def _text(data: bytes, path: str) -> str:
    """Decode a document: UTF-8, UTF-16 with its mark, or what its declaration says."""
    if data.startswith(_WIDE):
        codec = "utf-16"
    else:
        data = data.removeprefix(b"\xef\xbb\xbf")
        said = _ENCODING.match(data)
        codec = said[1].decode() if said else "utf-8"
    try:
        return data.decode(codec)
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        raise UsageError(f"is not {codec}, as it says", path=path, line=line, remedy="Save it as UTF-8.") from err
    except LookupError as err:
        raise UsageError(f"is written in `{codec}`, which is not known", path=path, remedy="Save it as UTF-8.") from err
