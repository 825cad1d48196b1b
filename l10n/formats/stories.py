"""Owns reading a localized article as a `Story`: which of its fields says what, and what is left for the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import formats
from l10n.formats.html.pages import element, words
from l10n.model import PUBLISHED, Story

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.protocols import Format

__all__ = ["slug", "story"]

_HEADLINE = ("title", "headline")
_PAGE = ("og:title", "<title>")
"""The title of a page, which may name the site besides: it is the headline for want of another."""
_SUMMARY = ("summary", "description", "excerpt", "lede", "og:description")
_BY = ("authors", "author", "byline")
_SLUG = ("slug",)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|\Z")
"""How a target begins that leads to the same place from everywhere on a site, or stays in the article."""


def story(article: str, locale: str, text: str, provenance: Mapping[str, str]) -> Story:
    """Read a localized article; raises `ArticleError` where its format cannot be rendered."""
    fmt = formats.for_path(article)
    headline = _first(fmt, text, _HEADLINE)
    html = fmt.body(text)
    heading = element(html, "h1")
    if heading:
        start, inner, close, end = heading
        own = words(html[inner:close])
        if own == headline or not headline:
            headline, html = own, (html[:start].rstrip() + "\n" + html[end:].lstrip()).strip()
    return Story(
        article,
        locale,
        headline or _first(fmt, text, _PAGE),
        html,
        summary=_first(fmt, text, _SUMMARY),
        by=fmt.stated(text, _BY),
        date=_first(fmt, text, PUBLISHED),
        slug=slug(article, text),
        provenance=provenance,
        apart=tuple(
            dict.fromkeys(one.path for one in fmt.links(text) if not one.field and not _ELSEWHERE.match(one.path))
        ),
    )


def slug(article: str, text: str) -> str:
    """Return the name of an article's page: as it states it, else that of its file."""
    name = article.rpartition("/")[2].rpartition(".")[0]
    return _first(formats.for_path(article), text, _SLUG) or name


def _first(fmt: Format, text: str, names: tuple[str, ...]) -> str:
    return " ".join(next(iter(fmt.stated(text, names)), "").split())
