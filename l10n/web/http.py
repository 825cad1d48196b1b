"""Owns one bounded HTTP request: how long, how large, where to, and what a failure means.

The client libraries of translation services have no timeout that holds (a socket's starts anew with every byte, and
resolving a name has none), follow redirects anywhere and read without end. Here a request runs in a thread of its own
that is left behind when its time is over.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import get_environ_proxies, select_proxy
from urllib3.exceptions import HTTPError

from l10n.errors import ConfigError
from l10n.web.faults import Fault, judge
from l10n.web.keys import LOOPBACK, Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "INTERRUPTIBLE",
    "HttpReply",
    "HttpStream",
    "Wire",
    "check_url",
    "is_local",
    "probe",
    "within",
]

T = TypeVar("T")
_LARGEST = 1_000_000
"""Bytes of an answer; the longest honest one has some hundred thousand."""
_PIECES = re.compile(r"[\[{<,]")
_MOST_PIECES = 20_000
"""Values and tags of an answer, each of which takes up to a kilobyte once read; an honest one has some thousand."""
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9a-f:.]+")
"""A host as DNS and RFC 3986 write it. Other letters mean one host to one reader and another to the next."""
_REDIRECTS = 3
INTERRUPTIBLE = 0.1
"""Seconds the main thread may wait at a stretch: a Ctrl-C just before a wait begins is seen only when it ends."""


@dataclass(frozen=True, slots=True)
class HttpReply:
    """An answer that came whole and with a status of success."""

    status_code: int
    text: str

    def json(self) -> Any:
        """Return the parsed text; raises `Fault` when it is not JSON."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            raise Fault("the answer is not JSON") from None

    def close(self) -> None:
        """Do nothing: the connection is closed already."""


@dataclass(frozen=True, slots=True)
class HttpStream:
    """An answer that is still coming."""

    status: int
    headers: Mapping[str, str]
    """Names in any case."""
    pieces: Iterator[bytes]
    """The body as it was sent, at most 64 KiB at a time, readable within `Wire.stream`; raises `Fault`."""


def is_local(host: str | None) -> bool:
    """Tell whether a host name is this machine."""
    return host in LOOPBACK


def check_url(url: str) -> str:
    """Return a service's address; raises `ConfigError` unless it is plain http(s) with a host and no password.

    What two readers of an address could understand in two ways is refused: where a key may go is decided by one of
    them (`urlsplit`), and where the request goes by another (urllib3).
    """
    try:
        parts = urlsplit(url)
        fine = parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(parts.hostname or ""))
        fine = fine and "@" not in parts.netloc and parts.port != 0 and not (parts.query or parts.fragment)
        fine = fine and url.isprintable() and not set(url) & {"\\", " "}
    except ValueError:
        fine = False
    if not fine:
        raise ConfigError(
            "url is not the address of a server",
            remedy="Write http://host/ or https://host/, in plain letters, without a user, a password or a query.",
        )
    return url


def within(seconds: float, action: Callable[[], T]) -> T:
    """Return what `action` returns, or raise what it raises; `Fault` when it takes longer."""
    results: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            results.put((action(), None))
        except BaseException as err:  # noqa: BLE001  handed to the caller's thread
            results.put((None, err))

    threading.Thread(target=run, daemon=True, name="l10n-request").start()
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        with contextlib.suppress(queue.Empty):
            value, error = results.get(timeout=min(left, INTERRUPTIBLE))
            if error is not None:
                raise error
            return value  # type: ignore[return-value]  # None only where the action returned it
    raise Fault(f"no answer within {seconds:g} seconds", retry=True, slow=True)


def probe(url: str, seconds: float) -> None:
    """Raise `Fault` at once where a server's name does not resolve or nothing listens there (or at the proxy)."""
    parts = urlsplit(url)
    if not is_local(parts.hostname):
        proxy = select_proxy(url, get_environ_proxies(url))
        parts = urlsplit(proxy) if proxy else parts
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)

    def knock() -> None:
        try:
            socket.create_connection((host, port), timeout=seconds).close()
        except socket.gaierror:
            raise Fault("its name does not resolve", fatal=True) from None
        except TimeoutError:
            raise Fault("it does not answer", fatal=True, slow=True) from None
        except OSError as err:
            raise Fault(f"the connection fails ({err.strerror or type(err).__name__})", fatal=True) from None

    within(seconds, knock)


@contextlib.contextmanager
def _failing(timeout: float) -> Iterator[None]:
    """Make whatever requests raises a `Fault`."""
    try:
        yield
    except requests.Timeout:
        raise Fault(f"no answer within {timeout:g} seconds", retry=True, slow=True) from None
    except requests.exceptions.SSLError:
        raise Fault("its certificate is not trusted", fatal=True) from None
    except (requests.ConnectionError, HTTPError, OSError) as err:
        raise Fault(f"the connection broke off ({type(err).__name__})", retry=True) from None
    except (requests.RequestException, ValueError) as err:
        raise Fault(f"the request failed ({type(err).__name__})") from None


def _pieces(response: requests.Response, timeout: float) -> Iterator[bytes]:
    while True:
        with _failing(timeout):
            piece: bytes = response.raw.read1(65_536, decode_content=False)
        if not piece:
            return
        yield piece


def _certificates() -> str:
    """Return the user's own file or folder of certificates to trust; empty where she names none.

    requests itself reads `REQUESTS_CA_BUNDLE`, which goes before. Raises `Fault` for one that is not there.
    """
    for variable in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        if path := os.environ.get(variable, ""):
            if not os.path.exists(path):  # noqa: PTH110  a Path would take an empty text for a folder
                raise Fault(f"{variable} names a file or folder that is not there", fatal=True)
            return path
    return ""


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from taking a password for the host out of `~/.netrc`."""
    return request


def _wait(value: str | None) -> float | None:
    """Read Retry-After in seconds; its date form is left out, a backoff serves as well."""
    return float(value) if value and value.isascii() and value.isdigit() else None


_NO_KEY = Secret()


class _Exceptions:
    """What a client library catches as `requests.exceptions`; nothing here is one of them."""

    RequestException = requests.RequestException
    ConnectionError = requests.ConnectionError


@dataclass(frozen=True, slots=True)
class Wire:
    """What `requests` is to a client library: `get` and `post`, but bounded in time, size and destination."""

    timeout: float
    clock: Callable[[], float] = time.monotonic
    secret: Secret = _NO_KEY
    """What is sent along and no message may tell."""
    exceptions: type[_Exceptions] = _Exceptions
    _sessions: queue.SimpleQueue[requests.Session] = field(default_factory=queue.SimpleQueue, repr=False)
    """Sessions that no thread uses at the moment: their connections stay open from one question to the next."""

    def get(
        self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None, **_: object
    ) -> HttpReply:
        """Send a GET request; raises `Fault`."""
        return self._send("GET", url, params=params, headers=headers)

    def options(self, url: str, headers: Mapping[str, str] | None = None) -> HttpReply:
        """Ask what a place takes; raises `Fault`."""
        return self._send("OPTIONS", url, headers=headers)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        json: object = None,
        **_: object,
    ) -> HttpReply:
        """Send JSON, or else `params` as a form, never in the address, where keys would end up in logs.

        Raises `Fault`.
        """
        if json is not None:
            return self._send("POST", url, params=params, headers=headers, json=json)
        return self._send("POST", url, data=params, headers=headers)

    @contextlib.contextmanager
    def stream(self, url: str, headers: Mapping[str, str] | None = None) -> Iterator[HttpStream]:
        """Ask for a file, and yield its answer, whatever its status, to be read piece by piece.

        No limit holds for the whole, only for the wait for the next piece. Raises `Fault`.
        """
        with self._session() as session:
            with _failing(self.timeout):
                response = self._open(session, "GET", url, {"headers": headers})
            with response:
                yield HttpStream(response.status_code, response.headers, _pieces(response, self.timeout))

    def _send(self, method: str, url: str, **content: Any) -> HttpReply:
        deadline = self.clock() + self.timeout
        with (
            self._session() as session,
            _failing(self.timeout),
            self._open(session, method, url, content) as response,
        ):
            return self._reply(response, deadline)

    @contextlib.contextmanager
    def _session(self) -> Iterator[requests.Session]:
        """Yield a session that no other thread uses; what was asked of it may not fail if it is to be used again."""
        try:
            session = self._sessions.get_nowait()
        except queue.Empty:
            session = requests.Session()
            session.headers["Accept-Encoding"] = "identity"  # a kilobyte can unpack to a megabyte
        try:
            yield session
        except BaseException:
            session.close()
            raise
        self._sessions.put(session)

    def _open(self, session: requests.Session, method: str, url: str, content: dict[str, Any]) -> requests.Response:
        """Ask, and follow redirects within a place; the answer is not read yet."""
        headers = content.pop("headers", None)
        session.trust_env = not is_local(urlsplit(url).hostname)
        session.verify = _certificates() or True
        session.cookies.clear()
        for _ in range(_REDIRECTS):
            response = session.request(
                method,
                url,
                headers=headers,
                timeout=self.timeout,
                allow_redirects=False,
                stream=True,
                auth=_no_credentials,
                **content,
            )
            if not response.is_redirect:
                return response
            with response:
                url, content = self._redirected(method, url, response), {} if method == "GET" else content
        raise Fault("it redirects without end", fatal=True)

    def _redirected(self, method: str, url: str, response: requests.Response) -> str:
        there = urljoin(url, response.headers["location"])
        one, other = urlsplit(url), urlsplit(there)
        same = (one.hostname, one.port, one.scheme) == (other.hostname, other.port, other.scheme)
        if not same or (method == "POST" and response.status_code not in {307, 308}):
            place = other.hostname or f"{other.scheme}:"
            told = _HOST.fullmatch(place.rstrip(":")) and not self.secret.stands_in(place)
            raise Fault(
                f"it redirects to another place{f' ({place})' if told else ''}, which is not followed", fatal=True
            )
        return there

    def _reply(self, response: requests.Response, deadline: float) -> HttpReply:
        if response.headers.get("content-encoding", "identity").casefold() != "identity":
            raise Fault("its answer is packed, which was not asked for")
        body = bytearray()
        for chunk in _pieces(response, self.timeout):
            body += chunk
            if len(body) > _LARGEST:
                raise Fault(f"the answer is larger than {_LARGEST // 1_000_000} MB")
            if self.clock() > deadline:
                raise Fault(f"no whole answer within {self.timeout:g} seconds", retry=True, slow=True)
        text = body.decode("utf-8", "replace")
        if sum(1 for _ in _PIECES.finditer(text)) > _MOST_PIECES:
            raise Fault(f"its answer has more than {_MOST_PIECES:,} pieces")
        judge(response.status_code, text, _wait(response.headers.get("retry-after")), self.secret)
        return HttpReply(response.status_code, text)
