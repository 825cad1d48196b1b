"""Owns loading pages in headless Chromium: which hooks fire, which hosts are asked, and what stands in the page."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Frame, Route
    from playwright.sync_api import Page as Tab

__all__ = ["Browser", "Shown", "chromium"]

_HOME = "http://127.0.0.1/"
_BATCH = 100
_FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-popup-blocking=false"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
]
_HOOK = """window.fired = () => {
  let frame = window;
  while (frame.parent !== frame.top && frame.parent !== frame) frame = frame.parent;
  const fired = window.top.hooks ?? {};
  fired[frame.name] = (fired[frame.name] ?? 0) + 1;
};
window.open = () => null;
window.print = window.alert = window.confirm = window.prompt = () => null;"""
_SCRIPT = (Path(__file__).parent / "inventory.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page was in the browser."""

    fired: int
    """How often it called the hook."""
    requests: tuple[str, ...]
    """What it asked for besides itself; nothing was answered."""
    counts: Counter[str]
    """Elements `name`, attributes `name@attribute`, and where one says a place, that too; how often each is there."""


class Browser:
    """A tab that shows pages, each in a frame of its own."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._asked: dict[str, list[str]] = {}
        self._next = 0
        tab.route("**/*", self._refuse)
        tab.on("dialog", lambda dialog: dialog.dismiss())
        tab.add_init_script(_HOOK)
        self._open()

    def inspect(self, pages: Sequence[str]) -> list[Counter[str]]:
        """Count what stands in each page as the browser reads it, without running anything."""
        told: list[dict[str, int]] = []
        for start in range(0, len(pages), 2000):
            told += self._tab.evaluate("inspectAll", pages[start : start + 2000])
        return [Counter(row) for row in told]

    def show(self, pages: Sequence[str], kind: str = "text/html") -> list[Shown]:
        """Load each page and do to it what a reader may do."""
        shown: list[Shown] = []
        for start in range(0, len(pages), _BATCH):
            shown += self._batch([{"text": page, "kind": kind} for page in pages[start : start + _BATCH]])
        return shown

    def _batch(self, pages: list[dict[str, str]]) -> list[Shown]:
        first, self._next = self._next, self._next + len(pages)
        try:
            told = self._tab.evaluate("([pages, first]) => showAll(pages, first)", [pages, first])
        except Error:  # a page took the whole tab away
            self._open()
            if len(pages) == 1:
                return [Shown(1, (), Counter({"left the page": 1}))]
            half = len(pages) // 2
            return self._batch(pages[:half]) + self._batch(pages[half:])
        return [
            Shown(row["fired"], tuple(self._asked.pop(f"f{first + at}", ())), Counter(row["counts"]))
            for at, row in enumerate(told)
        ]

    def _open(self) -> None:
        self._tab.goto(_HOME)
        self._tab.evaluate(_SCRIPT)

    def _refuse(self, route: Route) -> None:
        request = route.request
        if request.url == _HOME and request.frame == self._tab.main_frame:
            route.fulfill(body="<!doctype html><title>frames</title><body>", content_type="text/html")
            return
        with contextlib.suppress(Error):
            self._asked.setdefault(_outer(request.frame).name, []).append(request.url)
        route.abort()


def _outer(frame: Frame) -> Frame:
    """Return the frame of the page that another lies in."""
    while frame.parent_frame and frame.parent_frame.parent_frame:
        frame = frame.parent_frame
    return frame


@contextlib.contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """Start Chromium; it can look up no host at all."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=_FLAGS)
        try:
            yield Browser(browser.new_page())
        finally:
            browser.close()
