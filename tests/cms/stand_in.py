"""A server that speaks WordPress's REST API for posts, with the plug-in for languages and with faults on request."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from tests.cms.press import Press

if TYPE_CHECKING:
    from collections.abc import Iterator

_RAW = ("title", "excerpt", "content")


@dataclass
class StandIn(Press):
    """What the server keeps, and what it was asked."""

    kept: dict[int, dict[str, Any]] = field(default_factory=dict)
    languages: list[dict[str, str]] = field(default_factory=list)
    """Those of the plug-in; without any there is none."""
    filters: bool = False
    """It keeps no frames, as WordPress for authors."""
    asked: list[str] = field(default_factory=list)
    shown: bool = True
    """REST is on."""


@contextlib.contextmanager
def stand_in() -> Iterator[StandIn]:
    """Serve as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _PressHandler)
    site = StandIn(f"http://127.0.0.1:{server.server_port}", {"editor": "abcd efgh ijkl", "author": "mnop qrst uvwx"})
    _PressHandler.site = site
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class _PressHandler(BaseHTTPRequestHandler):
    site: StandIn

    def do_GET(self) -> None:
        self._serve({})

    def do_OPTIONS(self) -> None:
        self._serve({})

    def do_DELETE(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        self._serve(json.loads(self.rfile.read(int(self.headers["content-length"]))))

    def _serve(self, fields: dict[str, Any]) -> None:
        site, split = self.site, urlsplit(self.path)
        wanted = {key: values[0] for key, values in parse_qs(split.query).items()}
        site.asked.append(f"{self.command} {split.path}")
        kind, _, detail = (site.faults.pop(0) if site.faults else "").partition(" ")
        said = self.headers.get("authorization", "").removeprefix("Basic ")
        user, _, password = base64.b64decode(said).decode().partition(":")
        if kind == "status":
            self._answer(int(detail), {"code": "rest_some_fault"}, {"Retry-After": "1"})
        elif kind == "text":
            self._answer(200, detail)
        elif kind == "to":
            self._answer(302, {}, {"Location": detail})
        elif site.passwords.get(user) != password:
            self._answer(401, {"code": "incorrect_password"})
        else:
            done = self._done(split.path.removeprefix("/wp-json/"), wanted, fields) if site.shown else None
            if kind == "lost":
                self.connection.close()
            else:
                self._answer(404 if done is None else 200, {"code": "rest_no_route"} if done is None else done)

    def _done(self, path: str, wanted: dict[str, str], fields: dict[str, Any]) -> Any:
        site = self.site
        if path == "pll/v1/languages":
            return site.languages or None
        number = re.fullmatch(r"wp/v2/posts(?:/(\d+))?", path)
        if number is None:
            return None
        if self.command == "OPTIONS":
            more = ["lang", "translations"] if site.languages else []
            return {"schema": {"properties": {name: {} for name in ("id", *_RAW, *more)}}}
        if self.command == "DELETE":
            post = site.kept[int(number[1])]
            if wanted.get("force"):
                del site.kept[int(number[1])]
            post["status"], post["slug"] = "trash", f"{post['slug']}__trashed"
            return self._shown(post)
        if self.command == "POST":
            return self._shown(self._written(int(number[1] or 0), fields))
        return [self._shown(post) for post in site.kept.values() if _fits(post, wanted)]

    def _written(self, number: int, fields: dict[str, Any]) -> dict[str, Any]:
        site = self.site
        if not number:
            number = max(site.kept, default=0) + 1
            site.kept[number] = {"id": number, "status": "draft", "slug": "", "lang": "", "translations": {}}
            site.kept[number] |= dict.fromkeys(_RAW, "")
        if site.filters and "content" in fields:
            fields["content"] = re.sub(r"<iframe.*?</iframe>", "", fields["content"])
        site.kept[number] |= fields
        return site.kept[number]

    def _shown(self, post: dict[str, Any]) -> dict[str, Any]:
        hidden = () if self.site.languages else ("lang", "translations")
        shown = {key: {"raw": value} if key in _RAW else value for key, value in post.items() if key not in hidden}
        if "translations" in shown and post["lang"]:
            shown["translations"] = {**post["translations"], post["lang"]: post["id"]}
        place = f"{post['slug']}/" if post["status"] == "publish" else f"?p={post['id']}"
        return shown | {"link": f"{self.site.url}/{place}"}

    def _answer(self, status: int, told: Any, headers: dict[str, str] | None = None) -> None:
        body = (told if isinstance(told, str) else json.dumps(told)).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def _fits(post: dict[str, Any], wanted: dict[str, str]) -> bool:
    states = wanted.get("status", "publish").split(",")
    stated = post["status"] in states or ("any" in states and post["status"] != "trash")
    found = any(wanted.get("search", "") in post[key] for key in _RAW)
    return stated and found and all(wanted.get(key, post[key]) == post[key] for key in ("slug", "lang"))
