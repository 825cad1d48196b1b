"""Makes the picture of the README: `python -m tools.picture`, the coverage of the sample articles in a browser.

The articles and their catalogues are copied, drafted with Apertium where it is installed, and drawn by Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

__all__ = ["PICTURE", "main"]

_ROOT = Path(__file__).resolve().parents[1]
PICTURE = _ROOT / "docs" / "images" / "coverage.png"
_SIZE: ViewportSize = {"width": 1100, "height": 880}


def main() -> int:
    """Draw the picture; returns what the command exits with."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom = Path(folder)
        for name in ("articles", "locales"):
            shutil.copytree(_ROOT / name, newsroom / name)
        configured = (_ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.l10n]")[2]
        own = configured.partition("[tool.ruff]")[0].replace('"firefox", "google", ', "")
        (newsroom / "pyproject.toml").write_text(f"[tool.l10n]{own}", encoding="utf-8")
        for command in (["draft"], ["coverage", "--html", "coverage.html"]):
            subprocess.run(
                [sys.executable, "-m", "l10n", "-C", folder, "-q", *command],
                check=False,
                cwd=_ROOT,
                capture_output=True,
            )
        _draw(newsroom / "coverage.html")
    return 0


def _draw(page: Path) -> None:
    PICTURE.parent.mkdir(exist_ok=True)
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page(viewport=_SIZE, color_scheme="light")
        tab.goto(page.as_uri())
        tab.wait_for_selector("[role=row], tbody tr")
        tab.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
