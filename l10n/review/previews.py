"""Owns what a page shows of an article as it would be published: the preview in its frame, and pictures of articles."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from l10n.publish.preview import PreviewWords, trouble_page
from l10n.publish.preview_style import POLICY
from l10n.review import tongues
from l10n.review.works import UnknownArticleError
from l10n.stages.preview import preview_one, preview_picture

if TYPE_CHECKING:
    from http import HTTPStatus

    from starlette.requests import Request

    from l10n.errors import L10nError
    from l10n.review.works import Works

__all__ = ["picture", "preview", "trouble"]

_FRAMED = {"content-security-policy": f"{POLICY}; sandbox allow-same-origin; frame-ancestors 'self'"}
"""It is of the same origin as the page around it, or no cookie would come with its pictures; it runs no scripts."""
_STILL = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"}
"""A drawing (SVG) is a document: it looks as it does in a page, and does nothing, even opened by itself."""
_STATES = ("reviewed", "draft", "stale", "missing")
_KINDS = {
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""The media types of the pictures that `publish.preview` lets articles show; the system's own table differs."""


def preview(works: Works, request: Request) -> Response:
    """Answer with an article as `build` would publish it."""
    locale, article = request.path_params["locale"], request.path_params["article"]
    words = _words(tongues.asked(request))
    return HTMLResponse(preview_one(works.having(article, locale), article, locale, words), headers=_FRAMED)


def _words(tongue: str) -> PreviewWords:
    known = tongues.words(tongue)
    return PreviewWords(
        tongue,
        known["preview.held"],
        known["preview.original"],
        known["preview.published"],
        known["preview.shares"],
        tuple(known[f"preview.words.{state}"] for state in _STATES),
        tuple(known[f"preview.mark.{state}"] for state in _STATES),
        partial(tongues.said, tongue),
    )


def trouble(request: Request, err: L10nError, status: HTTPStatus) -> Response:
    """Answer with why there is no preview, in its place."""
    tongue = tongues.asked(request)
    return HTMLResponse(trouble_page(str(tongues.told(tongue, err)), tongue), status, _FRAMED)


def picture(works: Works, request: Request) -> Response:
    """Answer with a picture of an article; raises `UnknownArticleError` for anything else."""
    name = request.path_params["name"]
    data = preview_picture(works.now(), name)
    if data is None:
        raise UnknownArticleError("there is no such picture", remedy="Go back to the list of articles.")
    return Response(data, media_type=_KINDS[PurePosixPath(name).suffix.lower()], headers=_STILL)
