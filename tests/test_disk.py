"""Files that take the place of others whole, and what is left of a command that was ended in the middle."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from l10n import disk
from l10n.files import Builds

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork and signals")


def ended_while_writing(path: Path) -> str:
    """End a process that is about to give a written file its name; return the name of what it leaves."""
    child = os.fork()
    if not child:
        os.replace = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
        disk.replace(path, b"half")
        os._exit(0)
    os.waitpid(child, 0)
    (left,) = path.parent.glob(".l10n-*")
    return left.name


def test_a_build_removes_what_an_ended_one_had_begun_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "ko"
    folder.mkdir(parents=True)
    *begun, _, _ = ended_while_writing(folder / "a.md").split("-")
    others = {".l10n-00000000-1-aa", ".l10n-tmp", ".l10n-notes"}
    mine = "-".join([*begun, str(os.getpid()), "aa"])
    for name in (*others, mine):
        (folder / name).write_text("x")
    Builds(tmp_path, "build").write("build/ko/a.md", b"whole", None)
    assert {path.name for path in folder.iterdir()} == {"a.md", mine, *others}
    assert (folder / "a.md").read_bytes() == b"whole"


def test_what_is_swept_is_never_followed_or_asked_for(tmp_path: Path) -> None:
    name = ended_while_writing(tmp_path / "a.md")
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    disk.sweep(tmp_path)
    disk.sweep(tmp_path / "none")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_open_folder_is_opened_anew_where_another_stands_in_its_place(tmp_path: Path) -> None:
    built = Builds(tmp_path, "build")
    built.write("build/ko/a.md", b"one", None)
    (tmp_path / "build" / "ko").rename(tmp_path / "away")
    (tmp_path / "build" / "ko").mkdir()
    built.write("build/ko/b.md", b"two", None)
    assert [path.name for path in (tmp_path / "build" / "ko").iterdir()] == ["b.md"]
    assert [path.name for path in (tmp_path / "away").iterdir()] == ["a.md"]


def test_an_open_folder_is_not_written_through_a_link_that_took_its_place(tmp_path: Path) -> None:
    built = Builds(tmp_path, "build")
    built.write("build/ko/a.md", b"one", None)
    (tmp_path / "build").rename(tmp_path / "away")
    (tmp_path / "build").symlink_to("away")
    with pytest.raises(OSError, match="build"):
        built.write("build/ko/b.md", b"two", None)
    with pytest.raises(OSError, match="build"):
        built.read("build/ko/a.md")
    assert [path.name for path in (tmp_path / "away" / "ko").iterdir()] == ["a.md"]


def test_folders_that_were_asked_for_long_ago_are_closed(tmp_path: Path) -> None:
    for at in range(40):
        (tmp_path / str(at)).mkdir()
    before = len(os.listdir("/dev/fd"))  # noqa: PTH208  a count
    folders = disk.Folders(tmp_path)
    for at in range(40):
        folders.place(f"{at}/a")
    assert len(os.listdir("/dev/fd")) - before == disk.MOST_OPEN  # noqa: PTH208  the same
    del folders
    assert len(os.listdir("/dev/fd")) == before  # noqa: PTH208  the same


def test_two_builds_at_once_both_know_what_they_have_written(tmp_path: Path) -> None:
    first = Builds(tmp_path, "build")
    first.write("build/old.md", b"old", None)
    first.write("build/other.md", b"other", None)
    first.save()
    one, two = Builds(tmp_path, "build"), Builds(tmp_path, "build")
    one.write("build/ko/a.md", b"one", None)
    one.remove("build/old.md")
    two.write("build/ar/a.md", b"two", None)
    two.write("build/other.md", b"new", b"other")
    one.save()
    two.save()
    assert list(Builds(tmp_path, "build").ours()) == ["build/ar/a.md", "build/ko/a.md", "build/other.md"]


def test_a_path_is_direct_through_real_folders_only(tmp_path: Path) -> None:
    root = os.path.realpath(tmp_path)
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "a/last").symlink_to(tmp_path / "a/b/c")
    assert disk.direct(root, f"{root}/a/b/c")
    assert disk.direct(root, f"{root}/a/none/../..") is False, "what is not there yet may lead anywhere by its name"
    assert disk.direct(root, f"{root}/none/x")
    assert not disk.direct(root, f"{root}/link/b/c")
    assert not disk.direct(root, f"{root}/a/last")
    assert not disk.direct(root, f"{root}/a/../a")
    assert not disk.direct(root, f"{root}x/a")


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 100_000])
def test_a_file_is_read_whole_and_not_beyond_its_bound(tmp_path: Path, size: int) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)
    assert disk.read(tmp_path / "a") == b"x" * size
    assert disk.read(tmp_path / "a", most=size) == b"x" * size
    if size:
        with pytest.raises(OSError, match="larger"):
            disk.read(tmp_path / "a", most=size - 1)


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    whole = os.read

    def grown(handle: int, asked: int) -> bytes:
        if path.stat().st_size == 10:
            path.write_bytes(b"x" * 50_000)
        return whole(handle, asked)

    monkeypatch.setattr(os, "read", grown)
    assert disk.read(path) == b"x" * 50_000
