"""Owns the routes: what is asked for at which address, and which stage answers it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from l10n.errors import BugError, L10nError, UsageError, blaming
from l10n.model import Severity
from l10n.review import asked, pages, previews, told, tongues, weighing
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

_Doing: TypeAlias = "Callable[[Reviewing, Request], Response]"
_Telling: TypeAlias = "Callable[[Request, L10nError, HTTPStatus], Response]"
"""Makes an answer of what cannot be done."""
_MOST = 1 << 22
"""Bytes of what a page may send."""
_STATUS = (
    (UnknownArticleError, HTTPStatus.NOT_FOUND),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (BugError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
"""What HTTP calls a refusal, the first that it is; any other means that the files of the project stand against it."""


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
    shown: list[tuple[str, _Doing, _Telling]] = [
        ("/", _desk, _as_page),
        (f"/review{place}", _article, _as_page),
        (f"/preview{place}", lambda here, request: previews.preview(here.works, request), _as_preview),
        ("/files/{name:path}", lambda here, request: previews.picture(here.works, request), _as_values),
        (f"/sheet{place}", _sheet, _as_values),
        (f"/risks{place}", _risks, _as_values),
        ("/page/{name}", _asset, _as_values),
    ]
    sent: dict[str, Callable[[Reviewing, str, str, dict[str, Any]], Any]] = {
        "/risks": lambda here, _, __, given: weighing.of_articles(here.works, given),
        f"/memory{place}": _memory,
        f"/judge{place}": _judge,
        f"/decide{place}": _decide,
        f"/undo{place}": _undo,
    }
    routes = [Route(path, _reading(here, do, telling), methods=["GET"]) for path, do, telling in shown]
    routes += [Route(path, _sent(here, do), methods=["POST"]) for path, do in sent.items()]
    failing: dict[Any, Any] = {HTTPException: _no_such}
    return Guard(Starlette(routes=routes, exception_handlers=failing), door)


def _reading(here: Reviewing, do: _Doing, telling: _Telling) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, here, partial(do, here, request), partial(telling, request))

    return endpoint


def _sent(here: Reviewing, do: Callable[[Reviewing, str, str, dict[str, Any]], Any]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        locale, article = request.path_params.get("locale", ""), request.path_params.get("article", "")
        return await run_in_threadpool(
            _answer,
            here,
            lambda: JSONResponse(do(here, locale, article, asked.parsed(body))),
            partial(_as_values, request),
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


def _answer(
    here: Reviewing, do: Callable[[], Response], telling: Callable[[L10nError, HTTPStatus], Response]
) -> Response:
    """Answer a request when it is its turn; what cannot be done is told with its remedy."""
    try:
        with here.turn, blaming("", "answering a page"):
            return do()
    except L10nError as err:
        return telling(err, next((status for kind, status in _STATUS if isinstance(err, kind)), HTTPStatus.CONFLICT))


def _as_page(request: Request, err: L10nError, status: HTTPStatus) -> Response:
    tongue = tongues.asked(request)
    return _spoken(request, pages.failure(tongue, str(tongues.told(tongue, err))), status)


def _as_preview(request: Request, err: L10nError, status: HTTPStatus) -> Response:
    return previews.trouble(request, err, status)


def _as_values(request: Request, err: L10nError, status: HTTPStatus) -> Response:
    told = tongues.told(tongues.asked(request), err)
    where = f"{told.path}: {told.message}" if told.path else told.message
    return JSONResponse({"error": where, "remedy": told.remedy}, status)


def _spoken(request: Request, text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Answer with a page; a language that was chosen on one is that of the next too."""
    answer = HTMLResponse(text, status)
    tongues.keep(request, answer)
    return answer


async def _no_such(_: Request, err: HTTPException) -> Response:
    phrase = HTTPStatus(err.status_code).phrase.lower()
    return JSONResponse({"error": phrase, "remedy": "Go back to the list of articles."}, err.status_code)


def _asset(_: Reviewing, request: Request) -> Response:
    found = pages.asset(request.path_params["name"])
    if found is None:
        raise UnknownArticleError("there is no such file", remedy="Go back to the list of articles.")
    return Response(found.text, media_type=found.kind)


def _desk(here: Reviewing, request: Request) -> Response:
    done = here.works.covered()
    work = here.works.now()
    tongue = tongues.asked(request)
    data = {
        "locales": [told.language(locale, tongue) for locale in work.locales],
        "rows": [told.row(one) for one in done.rows],
        "errors": [str(tongues.told(tongue, one)) for one in done.failures],
    }
    return _spoken(request, pages.desk(tongue, data))


def _article(here: Reviewing, request: Request) -> Response:
    locale, article = request.path_params["locale"], request.path_params["article"]
    tongue = tongues.asked(request)
    language = told.language(locale, tongue)[1]
    return _spoken(request, pages.article(tongue, article, language, _told_sheet(here, locale, article, tongue)))


def _sheet(here: Reviewing, request: Request) -> Response:
    locale, article = request.path_params["locale"], request.path_params["article"]
    here.works.having(article, locale)
    if request.query_params.get("seen") == here.works.seen(article, locale):
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return JSONResponse(_told_sheet(here, locale, article, tongues.asked(request)))


def _risks(here: Reviewing, request: Request) -> Response:
    locale, article = request.path_params["locale"], request.path_params["article"]
    return JSONResponse(weighing.of_article(here.works, locale, article, tongues.asked(request)))


def _told_sheet(here: Reviewing, locale: str, article: str, tongue: str) -> dict[str, Any]:
    work = here.works.having(article, locale)
    seen = here.works.seen(article, locale)
    found = sheet(work, article, locale)
    return {
        "project": pages.project_id(here.works.root),
        "article": article,
        "po": found.po,
        "source": told.language(work.project.config.source, tongue),
        "target": told.language(locale, tongue),
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
