"""Owns who is let in: only pages of this server, opened by whoever has the token of this run."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from l10n.errors import UsageError
from l10n.review import pages, tongues

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOOPBACK", "Door", "Guard", "is_loopback"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_REMEDY = "Open the address that `l10n review` printed last."
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""On every answer; one that says something else for itself keeps it."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a browser has to say to be let in."""

    token: str
    port: int
    host: str
    """What the server listens at."""

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers give those of one port to all others of the machine."""
        return f"l10n-review-{self.port}"

    def knows(self, host: str) -> bool:
        """Tell whether a header `Host` names this server; a name that somebody else gave it is none.

        Where the server can be reached from elsewhere, it may be any address, but still no name.
        """
        name, _, port = host.rpartition(":")
        name = name.removeprefix("[").removesuffix("]").lower()
        if port != str(self.port):
            return False
        return name in LOOPBACK or name == self.host.lower() or (not is_loopback(self.host) and _is_address(name))

    def opens(self, token: str) -> bool:
        """Tell whether a token is that of this run."""
        return secrets.compare_digest(token.encode(), self.token.encode())


class Guard:
    """Stands before the routes, and lets nothing through that is not asked for by a page of this run."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            return
        answer = self._refusal(Request(scope))
        await (answer or self._app)(scope, receive, _with_headers(send))

    def _refusal(self, request: Request) -> Response | None:
        """Return the answer to what may not come in, or comes in for the first time."""
        door, hosts = self._door, request.headers.getlist("host")
        if len(hosts) != 1 or not door.knows(hosts[0]):
            return _refused(request, "the address is not one of this server")
        if request.method != "GET" and request.headers.get("origin") != f"http://{hosts[0]}":
            return _refused(request, "another site asked for it")
        token = request.query_params.get("token")
        if token is not None and request.method == "GET" and door.opens(token):
            answer = RedirectResponse(f"/{quote(request.url.path.lstrip('/'))}", HTTPStatus.SEE_OTHER)
            answer.set_cookie(door.cookie, door.token, httponly=True, samesite="strict", path="/")
            return answer
        if not door.opens(request.cookies.get(door.cookie, "")):
            return _refused(request, "this page does not belong to the running server")
        return None


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches what listens at a host."""
    return host in LOOPBACK or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _refused(request: Request, message: str) -> Response:
    tongue = tongues.asked(request)
    told = tongues.told(tongue, UsageError(message, remedy=_REMEDY))
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(pages.failure(tongue, str(told)), HTTPStatus.FORBIDDEN)
    return JSONResponse({"error": told.message, "remedy": told.remedy}, HTTPStatus.FORBIDDEN)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
