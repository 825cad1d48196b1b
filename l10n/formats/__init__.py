"""Owns the table of article formats; a format's module and its libraries are loaded when it is first asked for."""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from l10n.errors import ArticleError, UsageError
from l10n.formats.kinds import assigned
from l10n.model import Document, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Part
    from l10n.protocols import Format, ParseOptions

__all__ = ["EXTENSIONS", "NAMES", "for_path", "load", "parse"]

_MODULES = {
    "html": "l10n.formats.html",
    "markdown": "l10n.formats.markdown",
    "mdx": "l10n.formats.mdx",
    "plain": "l10n.formats.plain",
}

NAMES: tuple[str, ...] = tuple(sorted(_MODULES))
"""The names of all formats."""

EXTENSIONS: dict[str, str] = {
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdx": "mdx",
    ".text": "plain",
    ".txt": "plain",
    ".xhtml": "html",
}
"""File name ending, lower case with its dot, to format name; equal to what the modules say of themselves."""


@cache
def load(name: str) -> Format:
    """Return the format of that name; raise `UsageError` where there is none."""
    if name not in _MODULES:
        raise UsageError(f"there is no format named “{name}”", remedy=f"Choose one of {', '.join(NAMES)}.")
    return cast("Format", importlib.import_module(_MODULES[name]))


def for_path(path: str) -> Format:
    """Return the format of an article by the ending of its name; raise `ArticleError` for an unknown ending."""
    ending = PurePosixPath(path).suffix.lower()
    if ending not in EXTENSIONS:
        shown = f"the file name ending “{ending}” is not known" if ending else "the file name has no ending"
        raise ArticleError(shown, path=path, remedy=f"Rename the article to end in one of {', '.join(EXTENSIONS)}.")
    return load(EXTENSIONS[ending])


def parse(path: str, source: str, options: ParseOptions) -> Document:
    """Cut an article; `path` is relative to the articles folder and is named in every `ArticleError`."""
    plugin = for_path(path)
    try:
        parts = plugin.parse(source, options)
    except ArticleError as err:
        if err.path:
            raise
        raise ArticleError(err.message, path=path, line=err.line, remedy=err.remedy) from err
    placed = tuple(_placed(assigned(parts, plugin, options.source)))
    return Document(path, plugin.name, placed, options.raw_blocks)


def _placed(parts: Iterable[Part]) -> Iterator[Part]:
    """Tell each segment where it begins: behind the raw texts of the parts before it."""
    start = 0
    for part in parts:
        yield replace(part, start=start) if isinstance(part, Segment) else part
        start += len(part if isinstance(part, str) else part.raw)
