"""Owns the browser of the tests: Chromium, which reaches this machine alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.conftest import need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

__all__ = ["WatchedTab", "browser"]

expect.set_options(timeout=20_000)
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start it once for a module."""
    program = shutil.which("google-chrome") or need("chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@dataclass
class WatchedTab:
    """A tab of which it is known what it asked for, and what its console said."""

    tab: Page
    asked: list[str] = field(default_factory=list)
    """Everything that was asked for, by its place."""
    said: list[str] = field(default_factory=list)
    """What the console says: faults, and what the policy forbids."""

    def watch(self) -> None:
        """Begin to take note; a script that must not run would call `fired`."""
        self.tab.add_init_script("window.hits = 0; window.fired = () => { window.hits += 1; };")
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
