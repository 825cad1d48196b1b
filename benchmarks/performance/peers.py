"""Owns the programs that l10n is measured beside: where they are installed, and how."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

DEBIAN = {"po4a": "po4a", "gettext": "msgfmt"}
"""Packages of the system, and a program of each."""
PYTHON = {
    "translate-toolkit": ("translate-toolkit[markdown]", "rapidfuzz"),  # without the latter pot2po is slower
    "mdpo": ("mdpo",),
}
"""Packages with an environment of their own, and what pip is asked for."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An installed program."""

    name: str
    version: str
    programs: Path
    """The folder its commands are in."""

    def command(self, name: str) -> str:
        """Return the path of one of its commands."""
        return str(self.programs / name)


def folder() -> Path:
    """Return where environments of peers are kept: a folder of the user's cache."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if named.startswith("/") else Path.home() / ".cache") / "l10n-benchmarks"


def install(*, fetch: bool) -> dict[str, Peer]:
    """Return the peers that are there, by name; with `fetch`, those of Python are installed first."""
    found = {}
    if fetch:
        _apt([package for package, program in DEBIAN.items() if shutil.which(program) is None])
    for package, program in DEBIAN.items():
        path = shutil.which(program)
        if path is None:
            print(f"{package} is not installed: left out. Install it with: apt install {package}", file=sys.stderr)
            continue
        found[package] = Peer(package, _version(program), Path(path).parent)
    for name, wanted in PYTHON.items():
        where = folder() / name
        ready = where / "installed"
        if fetch and not ready.is_file():
            subprocess.run([sys.executable, "-m", "venv", "--clear", where], check=True)
            subprocess.run([where / "bin" / "pip", "install", "--quiet", *wanted], check=True)
            ready.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        if not ready.is_file():
            print(f"{name} is not installed: left out. Without --no-install it is.", file=sys.stderr)
            continue
        code = f"from importlib.metadata import version; print(version({name!r}))"
        version = subprocess.run([where / "bin" / "python", "-c", code], check=True, capture_output=True, text=True)
        found[name] = Peer(name, version.stdout.strip(), where / "bin")
    return found


def _apt(missing: list[str]) -> None:
    """Install packages of the system, where this user may."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if missing and shutil.which("apt-get") and (not sudo or shutil.which("sudo")):
        command = [*sudo, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing]
        subprocess.run(command, check=False)  # what is not there is told and left out


def _version(program: str) -> str:
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    return said.split("\n", maxsplit=1)[0].split()[-1].rstrip(".")
