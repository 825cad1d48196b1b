"""Owns the repository that a life is lived in: its files, git, the commands of l10n and the tools of others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from babel.messages.pofile import read_po, write_po

from tests import inside
from tests.lives import news
from tests.lives.files import vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.files import Vault

POLICIES = ("reviewed", "headline-and-lede", "drafts-labelled", "hold")
_CONFIG = '[tool.l10n]\nlocales = ["{}"]\nengines = ["pseudo"]\npolicy = "{}"\n'
_DRIVER = f"{sys.executable} -m l10n merge-driver %O %A %B %P"


@dataclass
class Room:
    """A project under git in a folder of its own."""

    root: Path
    locale: str
    env: dict[str, str] = field(default_factory=dict)

    def begin(self) -> None:
        self.root.mkdir(parents=True)
        home = self.root.parent / "home"
        home.mkdir(exist_ok=True)
        self.env = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.env |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "NO_COLOR": "1", "COLUMNS": "200"}
        self.env |= {"PYTHONPATH": str(Path(__file__).parents[2]), "GIT_CONFIG_NOSYSTEM": "1"}
        self.env |= {f"GIT_{who}_{what}": "x@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.l10n.driver", _DRIVER)
        (self.root / ".gitignore").write_text("build/\n.l10n/\n")
        self.policy("reviewed")

    def policy(self, name: str) -> None:
        (self.root / "pyproject.toml").write_text(_CONFIG.format(self.locale, name))

    @property
    def folder(self) -> Path:
        """Where the catalogues are."""
        return self.root / "locales" / self.locale

    def vault(self) -> Vault:
        return vault(self.root, self.locale)

    def merges(self, how: str) -> None:
        """Say how git merges catalogues: by the driver `l10n`, by `union`, or by lines."""
        (self.root / ".git/info").mkdir(exist_ok=True)
        (self.root / ".git/info/attributes").write_text(f"locales/**/*.po {f'merge={how}' if how else '!merge'}\n")

    def git(self, *args: str) -> int:
        done = subprocess.run(["git", *args], cwd=self.root, env=self.env, capture_output=True, check=False)
        return done.returncode

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x")

    def unmerged(self) -> list[str]:
        """Return the paths that git could not merge."""
        asked = ["git", "-c", "core.quotepath=off", "diff", "--name-only", "--diff-filter=U"]
        done = subprocess.run(asked, cwd=self.root, env=self.env, capture_output=True, check=True, text=True)
        return done.stdout.split()

    def l10n(self, *args: str) -> inside.Ran:
        return inside.run(self.root, args, self.env)

    def articles(self) -> list[str]:
        folder = self.root / "articles"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))

    def blocks(self, name: str, folder: str = "articles") -> list[str]:
        path = self.root / folder / name
        return news.read(name, path.read_text()) if path.is_file() else []

    def write(self, name: str, blocks: list[str]) -> None:
        path = self.root / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(news.written(name, blocks))

    def catalogs(self) -> list[Path]:
        return sorted(self.folder.rglob("*.po"))

    def refused(self, data: bytes) -> str:
        """Return what gettext has against a PO file."""
        if not data:
            return ""
        asked = ["msgfmt", "-c", "-o", os.devnull, "-"]
        done = subprocess.run(asked, input=data, capture_output=True, check=False, env=self.env)
        return done.stderr.decode().strip().replace("\n", "; ")[:300] if done.returncode else ""


def _run(*args: str) -> None:
    subprocess.run(args, check=False, capture_output=True)


def _template(path: Path) -> str:
    top = next(parent for parent in path.parents if parent.parent.name == "locales")
    return str((top.parent / "templates" / path.relative_to(top)).with_suffix(".pot"))


def _babel(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=False)
    with path.open("wb") as file:
        write_po(file, catalog, width=76)


def _xliff(path: Path) -> None:
    """Send a file through Translate Toolkit's XLIFF and back."""
    there, back = path.with_suffix(".xlf~"), path.with_suffix(".back~")
    _run(toolkit("po2xliff"), "--progress=none", "-i", str(path), "-o", str(there))
    _run(toolkit("xliff2po"), "--progress=none", "-i", str(there), "-o", str(back))
    if back.is_file() and back.stat().st_size:
        back.replace(path)
    there.unlink(missing_ok=True)


def _pomerge(path: Path) -> None:
    """Let Translate Toolkit write a file with its own texts."""
    _run(toolkit("pomerge"), "--progress=none", "-t", str(path), "-i", str(path), "-o", str(path))


def toolkit(name: str) -> str:
    """Return a program of Translate Toolkit: of the folder `L10N_TRANSLATE_TOOLKIT`, or on the PATH."""
    return str(Path(os.environ.get("L10N_TRANSLATE_TOOLKIT", ""), name))


def _polib(path: Path, width: int) -> None:
    polib.pofile(str(path), wrapwidth=width).save(str(path))


TOOLS: dict[str, Callable[[Path], None]] = {
    "msgmerge": lambda path: _run("msgmerge", "-q", "-U", "--backup=none", str(path), _template(path)),
    "msgmerge --previous": lambda path: _run(
        "msgmerge", "-q", "-U", "--backup=none", "--previous", str(path), _template(path)
    ),
    "msgattrib --clear-previous": lambda path: _run("msgattrib", "--clear-previous", str(path), "-o", str(path)),
    "msgcat": lambda path: _run("msgcat", str(path), "-o", str(path)),
    "msgcat --no-wrap": lambda path: _run("msgcat", "--no-wrap", str(path), "-o", str(path)),
    "msgfilter cat": lambda path: _run("msgfilter", "--keep-header", "-i", str(path), "-o", str(path), "cat"),
    "Babel": _babel,
    "polib": lambda path: _polib(path, 78),
    "polib unwrapped": lambda path: _polib(path, 0),
}
if shutil.which(toolkit("po2xliff")):
    TOOLS |= {"po2xliff, xliff2po": _xliff, "pomerge": _pomerge}
NEEDED = all(shutil.which(name) for name in ("git", "msgmerge", "msgattrib", "msgcat", "msgfilter", "msgfmt"))
"""Whether the programs of others are installed."""
