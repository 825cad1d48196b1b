"""Owns the pages and the files they load: markup with values put in, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2

from l10n.report.dashboard.embedding import embedded
from l10n.review.tongues import TONGUES, words
from l10n.review.words import say
from l10n.text.digest import digest

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["Asset", "article", "asset", "desk", "failure", "project_id"]

_OWN = resources.files("l10n.review") / "page"
_SHARED = resources.files("l10n.report.dashboard")
_ASSETS = {
    "look.css": (_SHARED, "text/css"),
    "elements.js": (_SHARED, "text/javascript"),
    "review.css": (_OWN, "text/css"),
    "words.js": (_OWN, "text/javascript"),
    "desk.js": (_OWN, "text/javascript"),
    "kept.js": (_OWN, "text/javascript"),
    "server.js": (_OWN, "text/javascript"),
    "sheet.js": (_OWN, "text/javascript"),
    "drawn.js": (_OWN, "text/javascript"),
    "helping.js": (_OWN, "text/javascript"),
    "deciding.js": (_OWN, "text/javascript"),
    "risk.js": (_OWN, "text/javascript"),
    "batch.js": (_OWN, "text/javascript"),
    "keys.js": (_OWN, "text/javascript"),
    "preview.js": (_OWN, "text/javascript"),
    "article.js": (_OWN, "text/javascript"),
}
"""What pages load, where it lies, and what it is."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load."""

    text: str
    kind: str
    """Its media type."""


def asset(name: str) -> Asset | None:
    """Return a file that pages load; None where there is none of that name."""
    if name not in _ASSETS:
        return None
    folder, kind = _ASSETS[name]
    return Asset(_read(folder, name), kind)


def desk(tongue: str, data: dict[str, Any]) -> str:
    """Return the page of all articles; `tongue` is the language that pages speak."""
    return _page(tongue, "desk.html", title=say(words(tongue), "desk.title"), data=embedded(data))


def article(tongue: str, path: str, language: str, data: dict[str, Any]) -> str:
    """Return the page of an article in a language, which is named `language`."""
    return _page(
        tongue, "article.html", title=f"{path} – {language}", path=path, language=language, data=embedded(data)
    )


def failure(tongue: str, message: str) -> str:
    """Return a page that says why another cannot be shown."""
    return _page(tongue, "failure.html", title=say(words(tongue), "error.title"), message=message, data=embedded({}))


def project_id(root: Path) -> str:
    """Return what a project is known by in a browser, which keeps what was typed there."""
    return digest(str(root.resolve()))


def _page(tongue: str, name: str, **values: object) -> str:
    known = words(tongue)
    spoken = {"tongue": tongue, "tongues": TONGUES, "say": partial(say, known), "words": embedded(dict(known))}
    return _templates().get_template(name).render(**spoken, **values)


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _read(_OWN, name)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(folder: Traversable, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")
