"""Whether files have changed is told without opening them, and never on too short a look."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from l10n.snapshots import snapshot

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other links, permissions and times")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/one.txt").write_text("one")
    (tmp_path / "a/b/two.txt").write_text("two")
    return tmp_path / "a"


def _rewritten(file: Path) -> None:
    """Write as many other bytes and give the file back its time, as `rsync --times` does."""
    before = file.stat()
    file.write_text(file.read_text().upper())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: (folder / "b/two.txt").write_text("three"), id="another size"),
        pytest.param(lambda folder: _rewritten(folder / "b/two.txt"), id="the same size and time"),
        pytest.param(lambda folder: (folder / "b/new.txt").touch(), id="a new file"),
        pytest.param(lambda folder: (folder / "b/.hidden").touch(), id="a hidden file"),
        pytest.param(lambda folder: (folder / "c").mkdir(), id="a new folder"),
        pytest.param(lambda folder: (folder / "one.txt").unlink(), id="a file less"),
        pytest.param(lambda folder: (folder / "one.txt").rename(folder / "three.txt"), id="another name"),
        pytest.param(lambda folder: (folder / "one.txt").chmod(0o600), id="other rights"),
        pytest.param(lambda folder: (folder / "one.txt").replace(folder / "b/two.txt"), id="one in another's place"),
    ],
)
def test_whatever_changes_is_seen(folder: Path, change: object) -> None:
    before = snapshot([folder])
    assert snapshot([folder]) == before
    time.sleep(0.02)  # longer than a tick of the file system's clock
    assert callable(change)
    change(folder)
    assert snapshot([folder]).digest != before.digest


def test_what_is_not_there_is_seen_when_it_comes(tmp_path: Path) -> None:
    before = snapshot([tmp_path / "pyproject.toml"])
    (tmp_path / "pyproject.toml").touch()
    assert snapshot([tmp_path / "pyproject.toml"]).digest != before.digest


def test_the_order_in_which_files_are_named_says_nothing(folder: Path) -> None:
    names = [folder / "one.txt", folder / "b"]
    assert snapshot(names) == snapshot(names[::-1])


def test_a_look_is_trusted_when_everything_stood_still_for_a_moment(folder: Path) -> None:
    changed = (folder / "one.txt").stat().st_ctime_ns
    seen = snapshot([folder / "one.txt"])
    assert seen.latest == changed
    assert not seen.settled(changed)
    assert not seen.settled(changed - 10**9), "the clock was set back since"
    assert seen.settled(changed + 2 * 10**8) or changed % 10**9 == 0
    assert seen.settled(changed + 3 * 10**9)


def test_a_clock_that_counts_whole_seconds_is_given_longer(folder: Path) -> None:
    seen = replace(snapshot([folder]), latest=5 * 10**9)
    assert not seen.settled(6 * 10**9)
    assert seen.settled(8 * 10**9)


def test_a_time_in_the_future_that_somebody_gave_a_file_keeps_nothing_from_being_trusted(folder: Path) -> None:
    os.utime(folder / "one.txt", (2**32, 2**32))
    assert snapshot([folder]).settled(time.time_ns() + 3 * 10**9)


def test_what_a_link_leads_to_is_never_trusted(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "one.txt")
    assert not snapshot([folder]).settled(time.time_ns() + 10**12)
