"""A system call that fails while `extract` writes: the old file or the new one, never between, and a non-zero exit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import need
from tests.system.rig import SOAK, Newsroom

if TYPE_CHECKING:
    from pathlib import Path

ERRORS = ["ENOSPC", "EIO", "EROFS"] if SOAK else ["EIO"]
CALLS = ["openat", "write", "fsync", "renameat2", "rename", "unlink", "fchmod"]
MOST = 12 if SOAK else 1
"""How many calls of a kind are made to fail, one after the other; fewer where the command makes fewer."""


def traced(root: Path, watched: list[Path], fault: str, log: Path) -> subprocess.CompletedProcess[bytes]:
    command = [need("strace"), "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}", "-e", f"inject={fault}"]
    for path in watched:
        command += ["-P", str(path)]
    return subprocess.run(
        [*command, sys.executable, "-m", "l10n", "extract"],
        cwd=root,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        check=False,
    )


@pytest.mark.system
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fresh", [True, False])
def test_a_fault_leaves_the_old_or_the_new_file(tmp_path: Path, call: str, fresh: bool) -> None:  # noqa: FBT001
    if not SOAK and (fresh or call not in {"write", "fsync"}):
        pytest.skip("slow; set L10N_SOAK=1")
    room = Newsroom(tmp_path / "site", articles=1)
    room.build()
    room.edit()
    po = room.po(0)
    if fresh:
        po.unlink()
        room.reviewed = {}
    twin = tmp_path / "twin"
    shutil.copytree(room.root, twin)
    subprocess.run([sys.executable, "-m", "l10n", "extract"], cwd=twin, capture_output=True, check=True)
    old, new = po.read_bytes() if po.exists() else None, (twin / "locales" / "ko" / po.name).read_bytes()
    assert old != new
    watched = [po, po.parent, *(po.with_name(f".{po.name}.l10n-{kind}") for kind in ("tmp", "swap"))]
    injected = 0
    for error in ERRORS:
        for at in range(1, MOST + 1):
            log = tmp_path / "trace"
            done = traced(room.root, watched, f"{call}:error={error}:when={at}", log)
            now = po.read_bytes() if po.exists() else None
            struck = "(INJECTED)" in log.read_text()
            injected += struck
            assert now in {old, new}, (error, at)
            assert room.lost() == []
            if now == old:
                assert done.returncode in {1, 2, 3}, (error, at, done.stderr.decode())
                assert po.name.encode() in done.stderr or b"locales" in done.stderr
            if now == new:
                po.unlink()
                if old is not None:
                    po.write_bytes(old)
            if not struck:
                break
    print(f"\n{call}, {'new' if fresh else 'changed'} file: {injected} faults")  # noqa: T201 - the figure of a run
    done = subprocess.run([sys.executable, "-m", "l10n", "extract"], cwd=room.root, capture_output=True, check=False)
    assert (done.returncode, po.read_bytes()) == (0, new), done.stderr.decode()
    assert [path.name for path in room.root.rglob("*.l10n-*")] == []
