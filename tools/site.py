"""Makes the site of this project: `python -m tools.site [FOLDER]`, as `make site` does before MkDocs builds it.

Copies the README and the pages to where `site/pyproject.toml` says that articles lie, brings the catalogues into step,
builds, and takes the Korean README back to where readers of the repository find it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["README", "ROOT", "copy", "localize", "main"]

ROOT = Path(__file__).resolve().parents[1]
README = "README.ko.md"
_BESIDE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")


def copy(site: Path) -> None:
    """Put the pages of this project where a site's project reads its articles, in the place of those that are there."""
    pages = site / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(ROOT / "docs", pages / "docs")
    for name in _BESIDE:
        shutil.copy2(ROOT / name, pages / name)


def localize(site: Path) -> str:
    """Bring the catalogues of a site into step and build its pages; return the Korean README."""
    for verb in ("extract", "build"):
        command = [sys.executable, "-m", "l10n", "-C", str(site), "-q", verb]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return (site / "pages" / README).read_text(encoding="utf-8")


def main() -> int:
    """Make the site in the folder that is named, or in `site/`; returns what the command exits with."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    copy(site)
    (ROOT / README).write_text(localize(site), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
