"""Owns the door to git: when the lines of a file became what they are, and which files changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from l10n.errors import StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["changed_since", "line_times"]

_HEAD = re.compile(rb"([0-9a-f]{40,64}) [0-9]+ ([0-9]{1,15})(?: [0-9]+)?")
_TIME = re.compile(rb"committer-time ([0-9]{1,15})")
_TIMEOUT = 60
_WITHOUT = "leave --since out"
_NOT_IN_GIT = "Commit the file first, or leave --older-than out."


def line_times(root: Path, name: str) -> dict[int, int]:
    """Return, for each committed line of a file as it stands on disk, the Unix time of the commit it came with.

    Line numbers are 1-based; lines that are not committed yet are absent. `name` is relative to `root`. Raises
    `UsageError` where the file is in no repository or not in version control, `StorageError` where git is not
    installed or gives up.
    """
    command = ["-c", "core.fsmonitor=false", "blame", "--porcelain", "--no-textconv", "--", name]
    done = _git(root, command, name, "leave --older-than out")
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        if "not a git repository" in said or "no such path" in said or "no such ref" in said:
            raise UsageError("how old its entries are is known to git only", path=name, remedy=_NOT_IN_GIT)
        raise StorageError(f"git gave up: {_reason(done.stderr)}", path=name, remedy="Leave --older-than out.")
    return _times(done.stdout)


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Return the files below `root` that differ from a revision or are in no commit, relative to it, with `/`.

    Raises `UsageError` for a revision that git does not know or where there is no repository, `StorageError` where git
    is not installed or gives up.
    """
    named = _git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], "", _WITHOUT)
    if named.returncode:
        raise UsageError(
            f"git knows no revision `{revision}` here",
            remedy="Name a commit, a branch or a tag; in CI, fetch it first.",
        )
    commit = named.stdout.decode().strip()
    found: set[str] = set()
    for command in (
        ["diff", "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", commit, "--"],
        ["ls-files", "-z", "--others", "--exclude-standard"],
    ):
        done = _git(root, ["-c", "core.fsmonitor=false", *command], "", _WITHOUT)
        if done.returncode:
            raise StorageError(f"git gave up: {_reason(done.stderr)}", remedy="Leave --since out.")
        found.update(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
    return frozenset(found)


def _git(root: Path, arguments: Sequence[str], name: str, otherwise: str) -> subprocess.CompletedProcess[bytes]:
    """Run git; `name` is the file to blame, `otherwise` what to do where git cannot be run."""
    program = shutil.which("git")
    if program is None:
        raise StorageError("git is not installed", path=name, remedy=f"Install it, or {otherwise}.")
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603  fixed commands; names and revisions stand where git reads no options
            [program, "--no-pager", *arguments],
            cwd=root,
            env=environment,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as err:
        raise StorageError("git gave no answer", path=name, remedy=f"{otherwise[0].upper()}{otherwise[1:]}.") from err


def _reason(said: bytes) -> str:
    return said.decode(errors="replace").strip().split("\n")[-1].removeprefix("fatal: ")


def _times(porcelain: bytes) -> dict[int, int]:
    """Read git's porcelain: a header a line, its commit's fields where it is first met, the line behind a tab."""
    commits: dict[bytes, int] = {}
    lines: dict[int, bytes] = {}
    commit = b""
    for row in porcelain.split(b"\n"):
        head = _HEAD.fullmatch(row)
        if head:
            commit = head[1]
            lines[int(head[2])] = commit
        elif when := _TIME.fullmatch(row):
            commits[commit] = int(when[1])
    return {number: commits[name] for number, name in lines.items() if name.strip(b"0") and name in commits}
