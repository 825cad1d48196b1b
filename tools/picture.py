"""Makes the pictures of the documentation: `python -m tools.picture`, the sample articles in a browser.

The articles and their catalogues are copied, drafted with Apertium where it is installed, and drawn by Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

__all__ = ["FOLDER", "PICTURES", "Picture", "main"]

_ROOT = Path(__file__).resolve().parents[1]
FOLDER = _ROOT / "docs" / "images"
_L10N = [sys.executable, "-m", "l10n", "-C"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn."""

    name: str
    page: Callable[[Path], AbstractContextManager[str]]
    """The newsroom → the address of its page, for as long as it is asked for."""
    ready: str
    """What is there when the page is."""
    width: int
    height: int
    keys: str = ""
    """A key that is pressed then."""


def main() -> int:
    """Draw the pictures; returns what the command exits with."""
    FOLDER.mkdir(exist_ok=True)
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        newsroom = _newsroom(Path(folder))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for one in PICTURES:
            with one.page(newsroom) as address:
                _draw(browser, one, address)
        browser.close()
    return 0


def _newsroom(root: Path) -> Path:
    for name in ("articles", "locales"):
        shutil.copytree(_ROOT / name, root / name)
    configured = (_ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.l10n]")[2]
    own = configured.partition("[tool.ruff]")[0].replace('"firefox", "google", ', "")
    (root / "pyproject.toml").write_text(f"[tool.l10n]{own}", encoding="utf-8")
    _run(root, "draft")
    return root


def _run(root: Path, *command: str) -> None:
    subprocess.run([*_L10N, str(root), "-q", *command], check=False, cwd=_ROOT, capture_output=True)


@contextmanager
def _coverage(root: Path) -> Iterator[str]:
    _run(root, "coverage", "--html", "coverage.html")
    yield (root / "coverage.html").as_uri()


@contextmanager
def _review(root: Path) -> Iterator[str]:
    command = ["review", "features/river-clock.md", "-l", "ko", "--no-browser", "--as", "Kim"]
    server = subprocess.Popen(
        [*_L10N, str(root), *command], cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    try:
        yield server.stdout.readline().strip() if server.stdout else ""
    finally:
        server.kill()
        server.communicate()


def _draw(browser: Browser, one: Picture, address: str) -> None:
    tab = browser.new_page(viewport={"width": one.width, "height": one.height}, color_scheme="light", locale="en")
    tab.goto(address)
    tab.wait_for_selector(one.ready)
    if one.keys:
        tab.keyboard.press(one.keys)
    tab.wait_for_load_state("networkidle")
    tab.screenshot(path=FOLDER / one.name)
    tab.close()


PICTURES = (
    Picture("coverage.png", _coverage, "[role=row], tbody tr", 1100, 880),
    Picture("review.png", _review, "#help .hits", 1200, 720),
    Picture("review-preview.png", _review, "#help .hits", 1100, 640, keys="Alt+p"),
)


if __name__ == "__main__":
    raise SystemExit(main())
