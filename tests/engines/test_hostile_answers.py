"""Answers of a hostile server: each is the service's failure in words, within its time and a bound of memory."""

from __future__ import annotations

import contextlib
import gc
import gzip
import json
import socket
import threading
import tracemalloc
import zlib

import pytest

from l10n.engines import EngineSettings, load
from l10n.errors import EngineError
from tests.engines.online import LOCALES, PATHS, ask

MEMORY = 100_000_000
"""Bytes that an answer may take at most while it is read."""
PIECES = {
    "lists": "[" + "[]," * 300_000 + "[]]",
    "objects": '[{"a":{}}' + ',{"a":{}}' * 100_000 + "]",
    "numbers": "[1" + ",1" * 450_000 + "]",
    "tags": "<b>" * 300_000,
    "closed tags": "<p></p>" * 140_000,
    "deep": '{"a":' * 150_000 + "1" + "}" * 150_000,
    "deep tags": "<div>" * 19_000 + "x",
    "brackets": "[" * 900_000,
    "a long number": "9" * 900_000,
    "a long number inside": '{"translatedText": ' + "9" * 900_000 + "}",
    "an endless text": '"' + "a" * 999_000,
    "NaN": '{"translatedText": NaN, "responseStatus": Infinity, "responseData": -Infinity, "translations": [NaN]}',
    "NUL": "\0" * 900_000,
    "comments": "<!--" * 200_000,
    "declarations": "<!DOCTYPE [" + "<!ENTITY a '&a;&a;'>" * 10_000 + "]>",
    "entities": "&#" + "9" * 900_000 + ";",
    "two values": '{"translatedText": "a"}{"translatedText": "b"}',
    "a mark of order": '\ufeff{"translatedText": "a"}',
}
TYPES: tuple[object, ...] = (None, 5, 1.5, True, [], {}, [[]], [{}], {"text": []}, [None], "", [5], {"a": "b"})


def _nested(value):
    """Put a value wherever a protocol looks for its text."""
    yield {"translatedText": value, "responseStatus": value, "responseData": value, "translations": value}
    yield {"responseData": {"translatedText": value}, "responseStatus": 200, "matches": value}
    yield {"translations": [{"text": value}], "choices": [{"message": {"content": value}, "finish_reason": value}]}
    yield {"choices": [{"message": {"content": json.dumps({"items": [{"id": "s1", "text": value, "start": value}]})}}]}
    yield {"choices": value}
    yield {"choices": [{"message": value}]}
    yield [{"translations": [{"text": value}]}]
    yield [{"translations": value}]


def _said(text):
    """Let a language model say something."""
    return json.dumps({"choices": [{"message": {"content": text}}]})


SAID = {
    "a start that is a number of many digits": {"items": [{"id": "s1", "text": "가", "start": f"&#{'9' * 5000};"}]},
    "rows without number": {"items": [{"id": "s1", "text": "가"}] * 15_000},
    "an id that is a list": {"items": [{"id": ["s1"], "text": "가"}]},
    "a start that is deep": {"items": [{"id": "s1", "text": "가", "start": json.loads("[" * 400 + "]" * 400)}]},
}


def _plain(body, more=""):
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(data)}\r\n{more}Connection: close\r\n\r\n".encode() + data


ZEROS = b"\0" * 200_000_000
PACKED = {
    "gzip": gzip.compress(ZEROS, 1),
    "deflate": zlib.compress(ZEROS, 1),
    "x-gzip": gzip.compress(ZEROS[:1000]),
    "gzip, gzip": gzip.compress(gzip.compress(ZEROS, 9)),
    "br": b"\x8b\x00\x80",
    "zstd": b"\x28\xb5\x2f\xfd",
}
del ZEROS
RAW = {
    "no HTTP": b"hello\r\n\r\n",
    "nothing": b"",
    "NUL": b"\0" * 70_000,
    "a status that is no number": b"HTTP/1.1 abc\r\n\r\n",
    "a status of many digits": b"HTTP/1.1 " + b"9" * 5000 + b" OK\r\n\r\n",
    "a long line": b"HTTP/1.1 200 " + b"a" * 70_000 + b"\r\n\r\n",
    "a long header": b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
    "many headers": b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 1000 + b"\r\n",
    "a length below nothing": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
    "a length that is no number": b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\nConnection: close\r\n\r\n{}",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\nConnection: close\r\n\r\n{}",
    "a chunk that is no number": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n",
    "a chunk of many digits": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 5000 + b"\r\n{}",
    "a chunk of -1": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}",
    "a wait of many digits": b"HTTP/1.1 503 No\r\nRetry-After: " + b"9" * 400 + b"\r\nContent-Length: 0\r\n\r\n",
    "no location": b"HTTP/1.1 302 Moved\r\nLocation:\r\nContent-Length: 0\r\n\r\n",
    "letters of no alphabet": b"HTTP/1.1 302 Moved\r\nLocation: \xff\xfe://\xff/\r\nContent-Length: 0\r\n\r\n",
    "a file": b"HTTP/1.1 307 Moved\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
    "a port too high": b"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:99999/\r\nContent-Length: 0\r\n\r\n",
}
ENDLESS = {
    "chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n" * 500),
    "a body": (b"HTTP/1.1 200 OK\r\n\r\n", b" " * 65_536),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X: a\r\n" * 500),
    "one header": (b"HTTP/1.1 200 OK\r\nX: ", b"a" * 65_536),
    "beginnings": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500),
    "trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: a\r\n" * 500),
}


class Hostile:
    """A server that answers whatever it is asked with the same bytes, and with more of them until nobody listens."""

    def __init__(self):
        self.data, self.more = b"", b""
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.left = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                self.left.append(connection)
                threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        with contextlib.suppress(OSError, ValueError), connection:
            said = b""
            while b"\r\n\r\n" not in said:
                said += connection.recv(65_536) or b"\r\n\r\n"
            head, _, body = said.partition(b"\r\n\r\n")
            length = next(
                (int(line[15:]) for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"), 0
            )
            while len(body) < length:
                body += connection.recv(65_536)
            connection.sendall(self.data)
            while self.more:
                connection.sendall(self.more)

    def stop(self):
        for one in [self.socket, *self.left]:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@pytest.fixture
def hostile():
    made = Hostile()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def hasty(monkeypatch):
    monkeypatch.setattr("l10n.engines.dispatcher._BACKOFF", 0.0)
    monkeypatch.setattr("l10n.engines.dispatcher._LONGEST_WAIT", 0.0)


def refused(hostile, name, timeout=20.0):
    """Ask for a text and return why there is none; fails where there is one, or another exception."""
    made = load(name, EngineSettings(url=hostile.url + PATHS[name], model="tiny", timeout=timeout))
    tracemalloc.start()
    try:
        (answer,) = made.draft(ask("The harbor is closed."), "en", LOCALES.get(name, "ko"))
        said = answer.refusal if answer.text is None else ""
    except EngineError as err:
        said = str(err)
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < MEMORY, peak
    assert said.isprintable(), said
    assert len(said) < 500
    return said


@pytest.mark.parametrize("name", sorted(PATHS))
def test_whatever_a_body_holds_it_is_told_in_words(hostile, name):
    for kind, body in PIECES.items():
        hostile.data = _plain(body)
        said = refused(hostile, name)
        assert said or kind in {"a mark of order", "two values"}, kind


@pytest.mark.parametrize("name", sorted(PATHS))
def test_a_packed_answer_is_not_unpacked(hostile, name):
    for encoding, data in PACKED.items():
        hostile.data = _plain(data, f"Content-Encoding: {encoding}\r\n")
        assert "is packed" in refused(hostile, name)


@pytest.mark.parametrize("name", sorted(PATHS))
def test_a_value_of_another_type_is_told_in_words(hostile, name):
    for value in TYPES:
        for data in _nested(value):
            hostile.data = _plain(json.dumps(data))
            assert refused(hostile, name), data


@pytest.mark.parametrize("kind", SAID)
def test_whatever_a_model_says_it_is_told_in_words(hostile, kind):
    hostile.data = _plain(_said(json.dumps(SAID[kind])))
    said = refused(hostile, "openai")
    assert said or "start" in kind, "a start that is none may be passed over"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # http.client forgets some sockets
@pytest.mark.parametrize("name", ["google", "openai"])
def test_what_is_no_http_is_told_in_words(hostile, name):
    for kind, data in RAW.items():
        hostile.data = data
        assert refused(hostile, name, timeout=1.0), kind
    gc.collect()  # what is forgotten is told here, and not in whichever test comes next


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", ENDLESS)
@pytest.mark.parametrize("name", ["google", "openai"])
def test_what_never_ends_is_given_up(hostile, name, kind):
    hostile.data, hostile.more = ENDLESS[kind]
    assert refused(hostile, name, timeout=0.5)
