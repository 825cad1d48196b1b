"""Owns the routes: what is asked for at which address, and which stage answers it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from l10n.errors import L10nError, UsageError, blaming
from l10n.model import Severity
from l10n.review import asked, pages, told
from l10n.review.guard import Guard
from l10n.review.works import UnknownArticleError
from l10n.stages.decide import decide_all
from l10n.stages.sheet import judged, name_of, remembered, sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from l10n.catalog.decisions import ReviewEdit, ReviewUndo
    from l10n.model import Finding
    from l10n.review.guard import Door
    from l10n.review.works import Works

__all__ = ["Reviewing", "application"]

_MOST = 1 << 22
"""Bytes of what a page may send."""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What the routes know."""

    works: Works
    by: str
    """Who reviews; empty where that is not known."""
    today: Callable[[], date]
    turn: threading.Lock = field(default_factory=threading.Lock)
    """One request at a time: what stages keep is not made for threads."""


def application(here: Reviewing, door: Door) -> ASGIApp:
    """Return the server, behind its guard."""
    place = "/{locale}/{article:path}"
    shown: dict[str, Callable[[Reviewing, Request], Response]] = {"/": _desk, f"/review{place}": _article}
    read: dict[str, Callable[[Reviewing, Request], Response]] = {f"/sheet{place}": _sheet, "/page/{name}": _asset}
    sent: dict[str, Callable[[Reviewing, str, str, dict[str, Any]], Any]] = {
        f"/memory{place}": _memory,
        f"/judge{place}": _judge,
        f"/decide{place}": _decide,
        f"/undo{place}": _undo,
    }
    routes = [Route(path, _reading(here, do, page=True), methods=["GET"]) for path, do in shown.items()]
    routes += [Route(path, _reading(here, do), methods=["GET"]) for path, do in read.items()]
    routes += [Route(path, _sent(here, do), methods=["POST"]) for path, do in sent.items()]
    failing: dict[Any, Any] = {HTTPException: _no_such}
    return Guard(Starlette(routes=routes, exception_handlers=failing), door)


def _reading(
    here: Reviewing, do: Callable[[Reviewing, Request], Response], *, page: bool = False
) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, here, partial(do, here, request), page=page)

    return endpoint


def _sent(here: Reviewing, do: Callable[[Reviewing, str, str, dict[str, Any]], Any]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        locale, article = request.path_params["locale"], request.path_params["article"]
        return await run_in_threadpool(
            _answer, here, lambda: JSONResponse(do(here, locale, article, asked.parsed(body)))
        )

    return endpoint


async def _body(request: Request) -> bytes:
    """Read what a page sent; never more than it may send."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > _MOST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(found)


def _answer(here: Reviewing, do: Callable[[], Response], *, page: bool = False) -> Response:
    """Answer a request when it is its turn; what cannot be done is told with its remedy."""
    try:
        with here.turn, blaming("", "answering a page"):
            return do()
    except UnknownArticleError as err:
        return _told(err, HTTPStatus.NOT_FOUND, page=page)
    except UsageError as err:
        return _told(err, HTTPStatus.BAD_REQUEST, page=page)
    except L10nError as err:
        return _told(err, HTTPStatus.CONFLICT, page=page)


def _told(err: L10nError, status: HTTPStatus, *, page: bool) -> Response:
    if page:
        return HTMLResponse(pages.failure(str(err)), status)
    where = f"{err.path}: {err.message}" if err.path else err.message
    return JSONResponse({"error": where, "remedy": err.remedy}, status)


async def _no_such(_: Request, err: HTTPException) -> Response:
    phrase = HTTPStatus(err.status_code).phrase.lower()
    return JSONResponse({"error": phrase, "remedy": "Go back to the list of articles."}, err.status_code)


def _asset(_: Reviewing, request: Request) -> Response:
    found = pages.asset(request.path_params["name"])
    if found is None:
        raise UnknownArticleError("there is no such file", remedy="Go back to the list of articles.")
    return Response(found.text, media_type=found.kind)


def _desk(here: Reviewing, _: Request) -> Response:
    done = here.works.covered()
    work = here.works.now()
    return HTMLResponse(
        pages.desk(
            {
                "locales": [told.language(locale) for locale in work.locales],
                "rows": [told.row(one) for one in done.rows],
                "errors": [str(one) for one in done.failures],
            }
        )
    )


def _article(here: Reviewing, request: Request) -> Response:
    locale, article = request.path_params["locale"], request.path_params["article"]
    return HTMLResponse(pages.article(article, told.language(locale)[1], _told_sheet(here, locale, article)))


def _sheet(here: Reviewing, request: Request) -> Response:
    locale, article = request.path_params["locale"], request.path_params["article"]
    here.works.having(article, locale)
    if request.query_params.get("seen") == here.works.seen(article, locale):
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return JSONResponse(_told_sheet(here, locale, article))


def _told_sheet(here: Reviewing, locale: str, article: str) -> dict[str, Any]:
    work = here.works.having(article, locale)
    seen = here.works.seen(article, locale)
    found = sheet(work, article, locale)
    return {
        "project": pages.project_id(here.works.root),
        "article": article,
        "po": found.po,
        "source": told.language(work.project.config.source),
        "target": told.language(locale),
        "unedited": work.project.settings(article, locale).max_unedited,
        "seen": seen,
        "texts": told.sheet(found),
    }


def _memory(here: Reviewing, locale: str, article: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    work = here.works.having(article, locale)
    hits = remembered(work, article, locale, asked.text(given, "name"))
    return [told.suggestion(one, asked.text(given, "source")) for one in hits]


def _judge(here: Reviewing, locale: str, article: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    found = _judged(here, locale, article, {asked.text(given, "name"): asked.text(given, "text")})
    return [told.finding(one) for one in found]


def _judged(here: Reviewing, locale: str, article: str, texts: dict[str, str]) -> tuple[Finding, ...]:
    work = here.works.having(article, locale)
    written = {name: text for name, text in texts.items() if text.strip()}
    return judged(work, article, locale, written) if written else ()


def _decide(here: Reviewing, locale: str, article: str, given: dict[str, Any]) -> dict[str, Any]:
    """Write down decisions; texts with errors are approved only where the person is sure, and else none is written."""
    edits = [asked.edit(one, here.by) for one in asked.rows(given, "texts")]
    if given.get("sure") is not True:
        found = _judged(here, locale, article, {name_of(one.key): one.text for one in edits if one.approved})
        wrong = [one for one in found if one.severity is Severity.ERROR]
        if wrong:
            return {"asked": [told.finding(one) for one in found], "wrong": len({one.key for one in wrong})}
    return {"texts": _decided(here, locale, article, edits)}


def _undo(here: Reviewing, locale: str, article: str, given: dict[str, Any]) -> dict[str, Any]:
    return {"texts": _decided(here, locale, article, [asked.undo(one) for one in asked.rows(given, "texts")])}


def _decided(
    here: Reviewing, locale: str, article: str, decisions: Sequence[ReviewEdit | ReviewUndo]
) -> list[dict[str, Any]]:
    work = here.works.having(article, locale)
    done = decide_all(work.project, article, locale, decisions, here.today())
    return [told.decided(article, locale, one) for one in done]
