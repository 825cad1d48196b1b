"""Proves the lower bounds of the dependencies: installs each at its bound, and runs the smoke part of the tests.

`python -m tools.lowest FOLDER` makes a virtual environment there with the Python that runs it. What the dependencies
need themselves is the newest that fits, as for a user who installs today beside old libraries.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from typing import Any

__all__ = ["SMOKE", "bounds", "main", "required"]

ROOT = Path(__file__).resolve().parent.parent
SMOKE: dict[str, tuple[str, ...]] = {
    "backports.zstd": ("tests/engines/test_unpacking.py",),
    "babel": ("tests/languages/test_cldr.py", "tests/text/numbers/test_languages.py"),
    "deep-translator": ("tests/engines/test_deep.py", "tests/engines/test_clients.py"),
    "distributed": ("tests/system/test_cluster.py",),
    "fxtranslate": ("tests/engines/test_firefox.py",),
    "jinja2": ("tests/review/test_routes.py",),
    "lxml": ("tests/exchange/test_xliff.py",),
    "nh3": ("tests/publish/test_preview.py",),
    "polib": ("tests/catalog/test_gettext.py", "tests/catalog/test_store.py"),
    "psycopg[binary]": ("tests/postgres/test_schema.py", "tests/postgres/test_journal.py"),
    "pydantic": ("tests/test_config.py", "tests/test_api.py"),
    "pyromark": ("tests/formats/test_markdown.py", "tests/formats/test_start.py", "tests/formats/test_mdx.py"),
    "pyyaml": ("tests/formats/test_frontmatter.py",),
    "rapidfuzz": ("tests/memory/test_match.py", "tests/catalog/test_merge_moves.py"),
    "requests": ("tests/engines/test_openai.py", "tests/web/test_keys.py"),
    "rich": ("tests/report/test_reports.py",),
    "sentencex": ("tests/text/sentences/test_segmentation.py", "tests/formats/test_sentences.py"),
    "starlette": ("tests/review/test_routes.py", "tests/review/test_guard.py"),
    "tomlkit": ("tests/stages/test_init.py",),
    "typer": ("tests/cli/test_reference.py", "tests/test_readme.py"),
    "urllib3": ("tests/engines/test_hostile_answers.py",),
    "uvicorn": ("tests/review/test_guard.py",),
    "watchfiles": ("tests/cli/test_watch.py",),
}
"""Dependency → the tests that fail first where it is too old."""


_EXTRAS = ("cluster", "exchange", "firefox", "review", "postgres")
"""What users may install besides."""


def required(project: dict[str, Any]) -> list[str]:
    """Return the requirements of what the program imports, of those it can do without too."""
    wanted = [*project["dependencies"]]
    return wanted + [line for extra in _EXTRAS for line in project["optional-dependencies"][extra]]


def bounds(requirements: list[str]) -> dict[str, str]:
    """Return dependency, with its extra, → its lower bound; raises `ValueError` for one that has none."""
    found: dict[str, str] = {}
    for line in requirements:
        match = re.fullmatch(r"([\w.-]+(?:\[\w+\])?)>=([\w.]+)(?:[,;].*)?", line)
        if match is None:
            raise ValueError(f"{line}: has no lower bound that can be installed. Write name>=version.")
        found[match[1]] = match[2]
    return found


def main(folder: str) -> int:
    """Install the bounds into a new environment and run the smoke part; return pytest's exit code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lowest = bounds(required(project) + project["optional-dependencies"]["test"])
    venv.create(folder, with_pip=True, clear=True)
    python = str(Path(folder).resolve() / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    pins = [f"{name}=={version}" for name, version in lowest.items()]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *pins], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--editable", str(ROOT)], check=True)
    subprocess.run([python, "-m", "pip", "check"], check=True)
    tests = sorted({path for paths in SMOKE.values() for path in paths})
    return subprocess.run([python, "-m", "pytest", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  the program and the folder
        sys.exit("usage: python -m tools.lowest FOLDER")
    sys.exit(main(sys.argv[1]))
