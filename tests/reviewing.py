"""Owns real servers of `l10n review` for tests: a process of its own, asked as a browser asks it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from tests.conftest import Site

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Answer", "Served", "newsroom", "served"]

ARTICLE = "# Harbor reopens\n\nThe harbor reopened on May 25.\n\nThe harbor is open.\n\n> It rained.\n"


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Served:
    """A running server, and the site that it shows."""

    site: Site
    process: subprocess.Popen[str]
    address: str
    """With the token."""

    @property
    def base(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def token(self) -> str:
        return urlsplit(self.address).query.removeprefix("token=")

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        """Send a request with these headers, and no others of its own than `Host`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        told = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return told

    @property
    def cookie(self) -> dict[str, str]:
        return {"Cookie": f"l10n-review-{self.port}={self.token}"}

    def get(self, path: str) -> Answer:
        """Ask as a page of this run does."""
        return self.ask("GET", path, None, self.cookie)

    def post(self, path: str, body: object) -> Answer:
        """Send values as a page of this run does."""
        headers = {**self.cookie, "Origin": self.base, "Content-Type": "application/json"}
        return self.ask("POST", path, json.dumps(body).encode(), headers)

    def sheet(self, article: str, locale: str = "ko") -> dict[str, Any]:
        return dict(self.get(f"/sheet/{locale}/{quote(article)}").json())

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def newsroom(root: Path, articles: dict[str, str], *, settings: str = 'locales = ["ko"]\n') -> Site:
    """Return a project whose articles are drafted by the pseudo engine."""
    site = Site(root)
    root.mkdir(parents=True, exist_ok=True)
    site.configure(f'{settings}engines = ["pseudo"]\n')
    for name, text in articles.items():
        site.write(f"articles/{name}", text)
    assert site.run("run").code in {0, 1}
    return site


def served(site: Site, *options: str) -> Served:
    """Start a server; whoever starts it ends it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "review", "--no-browser", *(options or ("--as", "Kim"))],
        cwd=site.root,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout
    address = process.stdout.readline().strip()
    if not address:
        said = process.communicate()[1]
        raise AssertionError(said)
    return Served(site, process, address)
