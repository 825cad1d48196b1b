"""Owns the page: its markup, style and scripts, and what it forbids a browser to do with them."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from l10n.report.dashboard.embedding import embedded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.model import ShownLanguage, TrendPoint
    from l10n.report.dashboard.matrix import Matrix

__all__ = ["ENDING", "Dashboard", "is_page", "page"]

ENDING = ".html"
_MARK = "<!doctype html>\n<!-- l10n coverage -->\n"
_SCRIPTS = ("start", "elements", "matrix", "article", "trend", "views")
"""In the order in which they stand in the page, as one."""
_STYLES = ("look", "page")
"""The first is that of other pages, too."""
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a page shows."""

    source: ShownLanguage
    locales: Sequence[ShownLanguage]
    matrix: Matrix
    trends: Mapping[str, Sequence[TrendPoint]]
    """By locale; empty where there is no history."""
    errors: Sequence[str]
    """What could not be read."""
    folder: str
    """Where the texts of the articles are, beside the page; empty where they are in it."""
    texts: Sequence[str]
    """The texts of each row as `texts.texts` made them, or the names of the files that have them."""


def page(told: Dashboard) -> str:
    """Return the page."""
    script = "\n".join(_own(f"{name}.js") for name in _SCRIPTS)
    style = "\n".join(_own(f"{name}.css") for name in _STYLES)
    parts = {
        "policy": _policy(script, style),
        "style": style,
        "data": _data(told),
        "script": script,
    }
    return _MARK + _PLACE.sub(lambda match: parts[match[1]], _own("page.html"))


def is_page(text: str) -> bool:
    """Tell whether a file holds such a page, which may be written anew."""
    return text.startswith(_MARK)


def _policy(script: str, style: str) -> str:
    """Return what the page may do: run this script, and what it loads by itself; nothing else at all."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_known(script)} 'strict-dynamic'",
            f"style-src {_known(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types l10n",
        )
    )


def _known(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(told: Dashboard) -> str:
    texts = "[]" if told.folder else f"[{','.join(told.texts)}]"
    fields = {
        "source": embedded(_language(told.source)),
        "locales": embedded([_language(one) for one in told.locales]),
        "reasons": embedded(told.matrix.reasons),
        "signs": embedded(told.matrix.signs),
        "rows": f"[{','.join(told.matrix.rows)}]",
        "trends": embedded([[locale, [_point(one) for one in points]] for locale, points in told.trends.items()]),
        "errors": embedded(list(told.errors)),
        "folder": embedded(told.folder),
        "files": embedded(list(told.texts) if told.folder else []),
        "texts": texts,
    }
    return "{" + ",".join(f'"{name}":{value}' for name, value in fields.items()) + "}"


def _language(one: ShownLanguage) -> list[str]:
    return [one.locale, one.name, one.tag, one.direction]


def _point(one: TrendPoint) -> list[object]:
    words = one.words
    return [one.day, words.reviewed, words.draft, words.stale, words.missing]


def _own(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8").rstrip("\n")
