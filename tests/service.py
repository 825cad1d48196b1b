"""A local server that speaks the protocols of the online services, with faults on request."""

from __future__ import annotations

import contextlib
import html
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Service:
    """What the server does, and what it was asked."""

    url: str = ""
    faults: list[str] = field(default_factory=list)
    """One a request, in order; afterwards `after`."""
    after: str = ""
    hold: Callable[[], object] = lambda: None
    """Called before each answer, which is held back until it returns."""
    asked: list[dict[str, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    """Each text that was asked for, as it came."""
    bodies: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    """Set when the server ends: what it never answers until then is let go."""
    lock: threading.Condition = field(default_factory=threading.Condition)
    """Notified when something was asked."""
    translate: dict[str, str] = field(default_factory=dict)
    owner: str = "library"
    """Who owns its models, by its own list of them; `llamacpp` puts a chat into the model's template itself."""

    def next(self) -> str:
        with self.lock:
            return self.faults.pop(0) if self.faults else self.after

    def wait_for(self, many: int, alive: Callable[[], bool]) -> None:
        """Wait until so many texts have been asked for, or the one who asks is no more."""
        with self.lock:
            while len(self.questions) < many and alive():
                self.lock.wait(0.1)

    def answer(self, text: str) -> str:
        return self.translate.get(text, f"번역 {text}")


def _page(text: str) -> str:
    return f'<html><body><form></form><div class="result-container">{html.escape(text)}</div></body></html>'


Rows = list[tuple[str, str, str]]
"""Id, text, and the start of the question, which a language model copies; empty where the protocol has none."""


def _protocol(path: str, form: dict[str, str], data: Any) -> str:
    if "chat/completions" in path and data["messages"][0]["role"] == "system":
        return "openai"
    if "completions" in path:
        return "gemma"
    if isinstance(data, list):
        return "microsoft"
    if isinstance(data, dict):
        return "deepl"
    if "markUnknown" in form:
        return "apy"
    return "google" if path.startswith("/m") else "mymemory" if path.startswith("/get") else "libre"


def _rows(protocol: str, form: dict[str, str], data: Any) -> Rows:
    """Read a question in the protocol of a service."""
    if protocol == "openai":
        items = json.loads(data["messages"][-1]["content"])["items"]
        return [(item["id"], item["text"], item["text"][:20]) for item in items]
    if protocol == "gemma":
        question = data["messages"][0]["content"] if "messages" in data else data["prompt"]
        return [("", question.partition("\n\n\n")[2].partition("<end_of_turn>")[0], "")]
    if protocol == "microsoft":
        return [("", row["text"], "") for row in data]
    if protocol == "deepl":
        return [("", text, "") for text in data["text"]]
    return [("", form.get("q", ""), "")]


def _body(protocol: str, rows: Rows) -> str:
    """Write an answer in the protocol of a service."""
    texts = [text for _, text, _ in rows]
    first = texts[0] if texts else ""
    if protocol in {"openai", "gemma"}:
        items = [{"id": one, "text": text} | ({"start": start} if start else {}) for one, text, start in rows]
        said = first if protocol == "gemma" else json.dumps({"items": items}, ensure_ascii=False)
        message = {"message": {"role": "assistant", "content": said}, "text": said, "finish_reason": "stop"}
        return json.dumps({"choices": [message]})
    if protocol == "microsoft":
        return json.dumps([{"translations": [{"text": text, "to": "ko"}]} for text in texts])
    if protocol == "deepl":
        return json.dumps({"translations": [{"detected_source_language": "EN", "text": text} for text in texts]})
    if protocol == "google":
        return _page(first)
    if protocol in {"mymemory", "apy"}:
        return json.dumps({"responseData": {"translatedText": first}, "responseStatus": 200, "matches": []})
    return json.dumps({"translatedText": first})


def _untemplated(path: str, data: Any, owner: str) -> str:
    """Say what a server of a model with a template of its own refuses in a question; empty where it takes it."""
    if set(data) - {"model", "max_tokens", "temperature", "messages", "prompt", "stop"}:
        return "this model answers in plain text only"
    if data["max_tokens"] + 600 > _WINDOW:
        return "the context is too small for this"
    if "messages" not in data:
        turn = data["prompt"].startswith("<start_of_turn>user\n") and data["prompt"].endswith("<start_of_turn>model\n")
        return "" if turn and not path.endswith("/chat/completions") else "this is no turn of a user"
    if [message["role"] for message in data["messages"]] != ["user"]:
        return "one turn of a user is all that this model takes"
    return "a text needs source_lang_code and target_lang_code" if owner == "llamacpp" else ""


_WINDOW = 2048
"""Tokens of a question and its answer."""
_QUOTA = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 10 HOURS"
_TEXTS: dict[str, Callable[[str, str], str]] = {
    "quota": lambda _, __: _QUOTA,
    "text": lambda value, _: value,
    "echo": lambda _, source: source,
    "loop": lambda _, __: "가나다 " * 200,
    "control": lambda _, __: "번\x00역\x08",
    "surrogate": lambda _, __: "번\ud83d역",
    "markup": lambda _, __: "번역 ⟦99⟧ <script>x</script>",
}
"""Fault to the text that stands in the place of each translation."""


class _Handler(BaseHTTPRequestHandler):
    service: Service
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Serve a connection until the other side is gone."""
        with contextlib.suppress(OSError):
            super().handle()

    def log_message(self, *_) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        if self.path.startswith("/listPairs"):
            pairs = [{"sourceLanguage": "eng", "targetLanguage": code} for code in ("spa", "cat")]
            self.reply(200, json.dumps({"responseData": pairs, "responseStatus": 200}), "application/json")
            return
        if self.path.endswith("/models"):
            self.reply(200, json.dumps({"data": [{"id": "tiny", "owned_by": self.service.owner}]}), "application/json")
            return
        self.answer(parse_qs(urlsplit(self.path).query), None)

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = self.rfile.read(length)
        if len(body) < length:  # the client was killed while it asked
            self.close_connection = True
            return
        raw = body.decode()
        with self.service.lock:
            self.service.bodies.append(raw)
        if "json" in self.headers.get("content-type", ""):
            self.answer({}, json.loads(raw))
        else:
            self.answer(parse_qs(raw), None)

    def answer(self, form: dict[str, list[str]], data: Any) -> None:
        with contextlib.suppress(OSError):
            self.act({key: value[0] for key, value in form.items()}, data)

    def act(self, form: dict[str, str], data: Any) -> None:
        service = self.service
        protocol = _protocol(self.path, form, data)
        rows = _rows(protocol, form, data)
        if protocol == "gemma" and (strange := _untemplated(self.path, data, service.owner)):
            self.reply(400, strange, "text/plain")
            return
        with service.lock:
            service.asked.append(form)
            service.paths.append(self.path)
            service.headers.append(dict(self.headers))
            service.questions += [text for _, text, _ in rows]
            service.lock.notify_all()
        service.hold()
        fault = service.next()
        kind = "text/html; charset=UTF-8" if protocol == "google" else "application/json"
        good = [(one, service.answer(text), start) for one, text, start in rows]
        name, _, value = fault.partition(" ")
        if name == "status":
            status, _, wait = value.partition(" ")
            self.reply(int(status), "busy", "text/plain", {"Retry-After": wait} if wait else {})
        elif name.startswith("quota-"):
            self.reply(int(name[-3:]), _body(protocol, [(one, _QUOTA, start) for one, _, start in rows]), kind)
        elif name in _TEXTS:
            self.reply(
                200, _body(protocol, [(one, _TEXTS[name](value, text), start) for one, text, start in rows]), kind
            )
        elif name in {"say", "refuse"}:
            self.reply(200 if name == "say" else 400, value, kind)
        elif name == "latin1":
            self.reply(
                200,
                _body(protocol, [(one, "trad caf\xe9", "") for one, _, _ in rows]).replace("\\u00e9", "\xe9"),
                kind,
                encoding="latin-1",
            )
        elif name == "redirect":
            self.reply(302, "", kind, {"Location": value or self.path})
        elif name == "huge":
            self.reply(200, _body(protocol, [(one, "가" * 4_000_000, "") for one, _, _ in rows]), kind)
        elif name in {"reset", "truncate", "drip", "hang"}:
            self.break_off(name, _body(protocol, good).encode(), kind)
        else:
            self.reply(200, _body(protocol, _arranged(name, good)), kind)

    def reply(self, status, text, kind, headers=None, encoding="utf-8") -> None:
        data = text.encode(encoding, "surrogatepass")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def break_off(self, name: str, data: bytes, kind: str) -> None:
        self.close_connection = True
        if name == "hang":
            self.service.stop.wait()
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(_ENDLESS if name == "drip" else len(data)))
        self.end_headers()
        if name == "drip":
            while not self.service.stop.wait(0.01):
                self.wfile.write(b" ")
        else:
            self.wfile.write(data[: len(data) // 2])


_ENDLESS = 1_000_000


def _other(rows: Rows, at: int) -> tuple[str, str, str]:
    """Return the neighbour with which a row is exchanged."""
    return rows[at ^ 1] if at ^ 1 < len(rows) else rows[at]


def _next(rows: Rows, at: int) -> tuple[str, str, str]:
    """Return the row after a place; after the last one, the first."""
    return rows[(at + 1) % len(rows)]


_ARRANGED: dict[str, Callable[[Rows], Rows]] = {
    "swapped": lambda rows: rows[::-1],
    "doubled": lambda rows: rows + rows,
    "none": lambda _: [],
    "shifted": lambda rows: [(one, *_next(rows, at)[1:]) for at, (one, _, _) in enumerate(rows)],
    "exchanged": lambda rows: [(row[0], *_other(rows, at)[1:]) for at, row in enumerate(rows)],
    "misplaced": lambda rows: [
        (row[0], other[1], row[2]) for row, other in zip(rows, rows[1:] + rows[:1], strict=True)
    ],
    "mute": lambda rows: [(one, text, "") for one, text, _ in rows],
    "mute-shifted": lambda rows: [(one, _next(rows, at)[1], "") for at, (one, _, _) in enumerate(rows)],
    "renamed": lambda rows: [(f"x{one}", text, start) for one, text, start in rows],
    "partial": lambda rows: rows[: max(1, len(rows) // 2)],
    "picky": lambda rows: [] if len(rows) > 1 and any("poison" in text for _, text, _ in rows) else rows,
}
"""Fault to what becomes of the order, the number or the ids of good answers."""


def _arranged(name: str, rows: Rows) -> Rows:
    change = _ARRANGED.get(name)
    return change(rows) if change else rows


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    """Connections that may wait to be taken; where it is full, the system lets a client wait a second."""


@pytest.fixture
def service():
    """Run the server on a free port of 127.0.0.1."""
    with serving(Service()) as state:
        yield state


@contextlib.contextmanager
def serving(state: Service) -> Iterator[Service]:
    """Run the server on a free port of 127.0.0.1 as long as it is needed."""
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"service": state}))
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()
