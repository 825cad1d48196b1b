"""Owns the door to git: when the lines of a file became what they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from l10n.errors import StorageError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["line_times"]

_HEAD = re.compile(rb"([0-9a-f]{40,64}) [0-9]+ ([0-9]{1,15})(?: [0-9]+)?")
_TIME = re.compile(rb"committer-time ([0-9]{1,15})")
_TIMEOUT = 60
_NOT_IN_GIT = "Commit the file first, or leave --older-than out."


def line_times(root: Path, name: str) -> dict[int, int]:
    """Return, for each committed line of a file as it stands on disk, the Unix time of the commit it came with.

    Line numbers are 1-based; lines that are not committed yet are absent. `name` is relative to `root`. Raises
    `UsageError` where the file is in no repository or not in version control, `StorageError` where git is not
    installed or gives up.
    """
    program = shutil.which("git")
    if program is None:
        raise StorageError("git is not installed", path=name, remedy="Install it, or leave --older-than out.")
    command = [program, "--no-pager", "-c", "core.fsmonitor=false", "blame", "--porcelain", "--no-textconv", "--", name]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the name stands behind `--`
            command, cwd=root, env=environment, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as err:
        raise StorageError("git gave no answer", path=name, remedy="Leave --older-than out.") from err
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        if "not a git repository" in said or "no such path" in said or "no such ref" in said:
            raise UsageError("how old its entries are is known to git only", path=name, remedy=_NOT_IN_GIT)
        reason = said.strip().split("\n")[-1].removeprefix("fatal: ")
        raise StorageError(f"git gave up: {reason}", path=name, remedy="Leave --older-than out.")
    return _times(done.stdout)


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
