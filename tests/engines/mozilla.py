"""A local server that lists and serves models as Mozilla's do, whole or broken, and what it serves."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import re
import socket
import struct
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FILES", "RECORDS", "Mozilla", "body", "mozilla", "noise", "record", "running", "sha", "zstd"]

RECORDS = "/v1/buckets/main/collections/translations-models-v2/records"
_PIECE = 4096


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def noise(size: int, seed: int) -> bytes:
    """Return bytes that cannot be packed."""
    return random.Random(seed).randbytes(size)  # noqa: S311  it hides nothing


FILES = {
    "model.enko.intgemm.alphas.bin": noise(300_000, 1) + b"m" * 100_000,
    "lex.50.50.enko.s2t.bin": noise(60_000, 2),
    "srcvocab.enko.spm": noise(9_000, 3),
    "trgvocab.enko.spm": noise(9_500, 4),
}
"""An English-Korean model: name → unpacked bytes."""


def record(name: str, data: bytes, *, pair: tuple[str, str] = ("en", "ko"), **changed: Any) -> dict[str, Any]:
    """Return a record of Mozilla's collection, with the fields that it has there."""
    packed = zstd.compress(data)
    attachment = {
        "hash": sha(packed),
        "size": len(packed),
        "filename": f"{name}.zst",
        "location": f"main-workspace/translations-models-v2/{sha(name.encode())[:32]}.zst",
        "mimetype": "application/zstd",
    }
    usual = {
        "name": name,
        "fileType": name.partition(".")[0],
        "sourceLanguage": pair[0],
        "targetLanguage": pair[1],
        "version": "3.0",
        "architecture": "base-memory",
        "filter_expression": "",
        "decompressedHash": sha(data),
        "decompressedSize": len(data),
        "id": sha(name.encode())[:32],
        "schema": 1749570042331,
        "last_modified": 1749570511392,
        "attachment": attachment | changed.pop("attachment", {}),
    }
    return {**usual, **changed}


def body(*records: dict[str, Any]) -> bytes:
    return json.dumps({"data": list(records)}).encode()


@dataclass
class Mozilla:
    """What the server serves, and what it was asked."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    """Path → what lies there."""
    faults: dict[str, list[str]] = field(default_factory=dict)
    """A part of a path → what goes wrong, one a request: see `_Handler`."""
    ranges: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and Range of each request."""
    hosts: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def records(self) -> str:
        return self.url + RECORDS

    def serve(self, files: dict[str, bytes] | None = None, **changed: Any) -> list[dict[str, Any]]:
        """List and serve the files of a model; `changed` are fields of all its records, which are returned."""
        listed = [record(name, data, **changed) for name, data in (files or FILES).items()]
        for one, data in zip(listed, (files or FILES).values(), strict=True):
            self.files["/" + one["attachment"]["location"]] = zstd.compress(data)
        self.names(*listed)
        return listed

    def names(self, *records: dict[str, Any]) -> None:
        """List these, and nothing else."""
        self.files[RECORDS] = body(*records)

    def path_of(self, name: str) -> str:
        """Return where a file lies that is listed."""
        data = json.loads(self.files[RECORDS])["data"]
        place: str = next(one["attachment"]["location"] for one in data if one["name"] == name)
        return f"/{place}"

    def fail(self, name: str, *faults: str) -> None:
        """Let the next requests for a listed file go wrong."""
        self.faults[self.path_of(name)] = list(faults)

    def begins(self, name: str) -> list[int]:
        """Return where in a file each request for it began."""
        asked = [wanted for path, wanted in self.asked if path == self.path_of(name)]
        return [int(wanted.removeprefix("bytes=").removesuffix("-") or 0) for wanted in asked]


class _Handler(BaseHTTPRequestHandler):
    """Answers with a file, or a part of it; the faults are

    `break:N` after so many bytes the connection is reset, `end:N` it is closed, `short:N` the file is said to have so
    many bytes, `more` it has more than is said, without its length, `other` another part comes, `STATUS` a status and
    a page, `to:URL` a redirect, `hang` nothing comes, `garbage` other bytes of the same length.
    """

    mozilla: Mozilla
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = re.sub("^http://[^/]+", "", self.path)
        self.mozilla.hosts.append(self.headers["host"])
        wanted = self.headers.get("range", "")
        self.mozilla.asked.append((path, wanted))
        queue = next((faults for part, faults in self.mozilla.faults.items() if part in path and faults), [])
        fault, _, more = (queue.pop(0) if queue else "").partition(":")
        data = self.mozilla.files.get(path)
        if data is None or fault.isdigit():
            self._answer(int(fault or 404), b"<html>No.</html>")
        elif fault == "to":
            self._answer(302, b"", {"location": more})
        elif fault == "hang":
            self.mozilla.stop.wait(60)
        else:
            self._file(data, wanted if self.mozilla.ranges else "", fault, more)

    def _file(self, data: bytes, wanted: str, fault: str, more: str) -> None:
        start = int(wanted.removeprefix("bytes=").removesuffix("-") or 0)
        if start and start >= len(data):
            self._answer(416, b"")
            return
        at = start + 1 if fault == "other" else start
        part = data[start:]
        if fault == "garbage":
            part = bytes(len(part))
        if fault == "short":
            part = part[: int(more)]
        headers = {"content-range": f"bytes {at}-{len(data) - 1}/{len(data)}"} if start else {}
        status = 206 if start else 200
        if fault == "more":
            self.close_connection = True
            self._answer(status, part + b"more", headers, length=False)
        elif fault in {"break", "end"}:
            self.close_connection = True
            self._answer(status, part, headers, most=int(more))
            if fault == "break":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            self._answer(status, part, headers)

    def _answer(
        self,
        status: int,
        data: bytes,
        headers: dict[str, str] | None = None,
        *,
        most: int | None = None,
        length: bool = True,
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if length:
            self.send_header("content-length", str(len(data)))
        self.end_headers()
        with contextlib.suppress(OSError):
            for start in range(0, len(data[:most]), _PIECE):
                self.wfile.write(data[:most][start : start + _PIECE])


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that went away."""


@contextlib.contextmanager
def running(wrap: Callable[[socket.socket], socket.socket] = lambda plain: plain) -> Iterator[Mozilla]:
    made = Mozilla()
    handler = type("Handler", (_Handler,), {"mozilla": made})
    with _Server(("127.0.0.1", 0), handler) as server:
        server.socket = wrap(server.socket)
        made.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield made
        finally:
            made.stop.set()
            server.shutdown()


@pytest.fixture
def mozilla() -> Iterator[Mozilla]:
    """A server with the English-Korean model."""
    with running() as made:
        made.serve()
        yield made
