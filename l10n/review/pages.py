"""Owns the pages and the files they load: markup with values put in, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2

from l10n.report.dashboard.embedding import embedded
from l10n.review.words import WORDS, say
from l10n.text.digest import digest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Asset", "article", "asset", "desk", "failure", "project_id"]

_OWN = "l10n.review.page"
_SHARED = "l10n.report.dashboard"
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
    "batch.js": (_OWN, "text/javascript"),
    "keys.js": (_OWN, "text/javascript"),
    "article.js": (_OWN, "text/javascript"),
}
"""What pages load, the package where it lies, and what it is."""


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
    package, kind = _ASSETS[name]
    return Asset(_read(package, name), kind)


def desk(data: dict[str, Any]) -> str:
    """Return the page of all articles."""
    return _page("desk.html", title=say("desk.title"), data=embedded(data))


def article(path: str, language: str, data: dict[str, Any]) -> str:
    """Return the page of an article in a language."""
    return _page("article.html", title=f"{path} – {language}", path=path, language=language, data=embedded(data))


def failure(message: str) -> str:
    """Return a page that says why another cannot be shown."""
    return _page("failure.html", title=say("error.title"), message=message, data=embedded({}))


def project_id(root: Path) -> str:
    """Return what a project is known by in a browser, which keeps what was typed there."""
    return digest(str(root.resolve()))


def _page(name: str, **values: object) -> str:
    return _templates().get_template(name).render(say=say, words=embedded(dict(WORDS)), **values)


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _read(_OWN, name)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")
