"""A local server that speaks the protocols of the online services, with faults on request."""

from __future__ import annotations

import contextlib
import html
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest


@dataclass
class Service:
    """What the server does, and what it was asked."""

    url: str = ""
    faults: list[str] = field(default_factory=list)
    """One a request, in order; afterwards `after`."""
    after: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    translate: dict[str, str] = field(default_factory=dict)

    def next(self) -> str:
        with self.lock:
            return self.faults.pop(0) if self.faults else self.after


def _page(text: str) -> str:
    return f'<html><body><form></form><div class="result-container">{html.escape(text)}</div></body></html>'


def _body(path: str, text: str) -> tuple[str, str]:
    if path.startswith("/m"):
        return _page(text), "text/html; charset=UTF-8"
    if path.startswith("/get"):
        return json.dumps(
            {"responseData": {"translatedText": text}, "responseStatus": 200, "matches": []}
        ), "application/json"
    return json.dumps({"translatedText": text}), "application/json"


class _Handler(BaseHTTPRequestHandler):
    service: Service

    def log_message(self, *_) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        self.answer(parse_qs(urlsplit(self.path).query))

    def do_POST(self) -> None:
        self.answer(parse_qs(self.rfile.read(int(self.headers["content-length"])).decode()))

    def answer(self, form: dict[str, list[str]]) -> None:
        with contextlib.suppress(OSError):
            self.act({key: value[0] for key, value in form.items()})

    def act(self, form: dict[str, str]) -> None:
        service = self.service
        with service.lock:
            service.asked.append(form)
            service.paths.append(self.path)
        text = form.get("q", "")
        fault = service.next()
        body, kind = _body(self.path, service.translate.get(text, f"번역 {text}"))
        name, _, value = fault.partition(" ")
        if name == "status":
            status, _, wait = value.partition(" ")
            self.reply(int(status), "busy", "text/plain", {"Retry-After": wait} if wait else {})
        elif name == "quota":
            warning = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 10 HOURS"
            self.reply(200, _body(self.path, warning)[0], kind)
        elif name == "say":
            self.reply(200, value, kind)
        elif name == "text":
            self.reply(200, _body(self.path, value)[0], kind)
        elif name == "latin1":
            self.reply(200, _body(self.path, "trad caf\xe9")[0].replace("\\u00e9", "\xe9"), kind, encoding="latin-1")
        elif name == "redirect":
            self.reply(302, "", kind, {"Location": value or self.path})
        elif name == "huge":
            self.reply(200, _body(self.path, "가" * 4_000_000)[0], kind)
        elif name in {"reset", "truncate", "drip", "hang"}:
            self.break_off(name, body.encode(), kind)
        else:
            self.reply(200, body, kind)

    def reply(self, status, text, kind, headers=None, encoding="utf-8") -> None:
        data = text.encode(encoding)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def break_off(self, name: str, data: bytes, kind: str) -> None:
        if name == "hang":
            self.service.stop.wait(20)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if name == "drip":
            for index in range(len(data)):
                if self.service.stop.is_set():
                    return
                self.wfile.write(data[index : index + 1])
                time.sleep(0.05)
        else:
            self.wfile.write(data[: len(data) // 2])


@pytest.fixture
def service():
    """Run the server on a free port of 127.0.0.1."""
    state = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"service": state}))
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield state
    state.stop.set()
    server.shutdown()
    server.server_close()
    thread.join()
