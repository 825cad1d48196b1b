from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from l10n.catalog import atomic_write, merge, preview, read, store, update
from l10n.errors import CatalogBusyError, CatalogError, StorageError
from l10n.model import Catalog, Key
from tests.catalog.samples import TODAY, dialect, document, load, reviewed
from tests.conftest import need

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS = int(os.environ.get("L10N_KILLS", "8"))
"""How often the writer is killed; 200 in an acceptance run."""
SAVES = int(os.environ.get("L10N_SAVES", "40"))
"""How often a person saves while the writer runs; 300 in an acceptance run."""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "locales" / "ko" / "a.md.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(dialect())
    return path


def write(path: Path, compute: Callable[[Catalog | None], Catalog], **more: object) -> bool:
    root = next(parent for parent in path.parents if parent.name == "locales").parent
    return update(path, compute, root=root, name="locales/ko/a.md.po", article="a.md", locale="ko", **more)  # type: ignore[arg-type]  # options by name


def again(catalog: Catalog | None) -> Catalog:
    assert catalog is not None
    return catalog


def add(text: str) -> Callable[[Catalog | None], Catalog]:
    def compute(catalog: Catalog | None) -> Catalog:
        base = catalog or Catalog("a.md", "ko")
        return replace(base, entries=(reviewed(text, text), *base.entries))

    return compute


def names(path: Path) -> list[str]:
    return sorted(child.name for child in path.parent.iterdir())


def test_no_file_is_none_and_a_new_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "ko" / "2026" / "a.md.po"
    assert read(path, name="x", article="a.md", locale="ko") is None
    assert preview(None, add("New"))
    assert not path.parent.exists()
    assert write(path, add("New"), plural_forms="nplurals=1; plural=0;")
    file = read(path, name="x", article="a.md", locale="ko")
    assert file is not None
    assert file.catalog.entries == (reviewed("New", "New"),)
    assert b"nplurals=1" in file.data
    assert names(path) == ["a.md.po"]


def test_nothing_to_do_writes_no_file(po: Path) -> None:
    before = po.stat()
    assert not write(po, again)
    assert not preview(read(po, name="x", article="a.md", locale="ko"), again)
    assert (po.stat().st_mtime_ns, po.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_written_file_keeps_its_mode_and_leaves_nothing_beside_it(po: Path) -> None:
    po.chmod(0o640)
    assert write(po, add("New"))
    assert po.stat().st_mode & 0o777 == 0o640
    assert names(po) == ["a.md.po"]
    assert po.read_bytes().startswith(dialect()[:300])


def test_an_unreadable_file_is_not_written(po: Path) -> None:
    po.write_bytes(dialect()[:-250])
    before = po.read_bytes()
    with pytest.raises(CatalogError, match=r"locales/ko/a\.md\.po:\d+: "):
        write(po, lambda _: merge(document("One."), None, locale="ko", today=TODAY))
    assert po.read_bytes() == before


def test_losing_a_persons_text_is_refused_and_the_version_is_kept_aside(po: Path) -> None:
    def compute(catalog: Catalog | None) -> Catalog:
        return replace(again(catalog), entries=again(catalog).entries[1:])

    with pytest.raises(CatalogError, match="would be lost") as caught:
        write(po, compute)
    assert caught.value.line == 16
    assert po.read_bytes() == dialect()
    assert "국경 마을, 시장을".encode() not in po.with_name("a.md.po.rej").read_bytes()


def test_a_person_may_change_her_own_text(po: Path) -> None:
    key = Key("Border town reopens its market")

    def compute(catalog: Catalog | None) -> Catalog:
        entries = tuple(replace(one, target="새 제목") if one.key == key else one for one in again(catalog))
        return replace(again(catalog), entries=entries)

    assert write(po, compute, released=lambda entry: entry.key == key)
    assert "새 제목".encode() in po.read_bytes()


def test_what_po_cannot_say_is_refused_before_writing(po: Path) -> None:
    bad = replace(reviewed("x", "y"), note="a\rb")
    with pytest.raises(CatalogError):
        write(po, lambda catalog: replace(again(catalog), entries=(*again(catalog).entries, bad)))
    assert po.read_bytes() == dialect()


@pytest.mark.parametrize("inside", [True, False])
def test_symbolic_links_are_refused(po: Path, tmp_path: Path, inside: bool) -> None:  # noqa: FBT001 - a parameter
    real = po.with_name("real.po") if inside else tmp_path.parent / "real.po"
    po.rename(real)
    po.symlink_to(real)
    with pytest.raises(StorageError, match="symbolic link"):
        write(po, add("New"))
    with pytest.raises(StorageError):
        read(po, name="x", article="a.md", locale="ko")
    assert real.read_bytes() == dialect()
    real.unlink()


@pytest.mark.parametrize("bad", ["../out.po", ".git/a.po", "locales/../../out.po"])
def test_a_path_outside_the_project_is_refused(tmp_path: Path, bad: str) -> None:
    with pytest.raises(StorageError, match="not inside"):
        update(tmp_path / "p" / bad, add("x"), root=tmp_path / "p", name=bad, article="a.md", locale="ko")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "locales" / "ko" / "a.md.po").mkdir(parents=True)
    with pytest.raises(StorageError, match="must be a file, and is a folder"):
        write(tmp_path / "locales" / "ko" / "a.md.po", add("x"))


def test_a_read_only_folder_is_named(po: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    po.parent.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="permission"):
            write(po, add("New"))
    finally:
        po.parent.chmod(0o700)
    assert po.read_bytes() == dialect()


def test_a_full_disk_leaves_the_old_file() -> None:
    disk = Path("/dev/full")
    if not disk.exists():
        pytest.skip("no /dev/full")
    error = store.refused(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "ko/a.po", "write")
    assert (
        str(error)
        == "ko/a.po: cannot write the file: no space left on device. Free some space on the disk, then run again."
    )


@pytest.mark.parametrize("in_place", [True, False])
def test_a_save_during_a_command_wins_and_the_command_recomputes(po: Path, in_place: bool) -> None:  # noqa: FBT001
    calls = []

    def compute(catalog: Catalog | None) -> Catalog:
        calls.append(catalog)
        if len(calls) == 1:
            save(po, dialect().replace(b'crowd."\nmsgstr ""', b'crowd."\nmsgstr "saved"'), in_place=in_place)
        return add("New")(catalog)

    assert write(po, compute)
    assert len(calls) == 2
    assert b'msgstr "saved"' in po.read_bytes()
    assert b'msgid "New"' in po.read_bytes()


def test_a_file_that_keeps_changing_is_given_up(po: Path) -> None:
    calls = []

    def compute(catalog: Catalog | None) -> Catalog:
        calls.append(1)
        po.write_bytes(dialect() + b"# %d\n" % len(calls))
        return add("New")(catalog)

    with pytest.raises(CatalogBusyError):
        write(po, compute)
    assert po.read_bytes() == dialect() + b"# %d\n" % len(calls)
    assert names(po) == ["a.md.po"]


def test_a_save_in_the_instant_of_the_exchange_is_put_back(po: Path) -> None:
    temp = po.with_name(".x")
    temp.write_bytes(b"ours")
    assert not atomic_write.replace(temp, po, b"what was read before the person saved", b"ours")
    assert po.read_bytes() == dialect()
    assert names(po) == ["a.md.po"]


def test_a_program_that_is_just_writing_is_waited_for(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("leases are Linux's")
    temp = po.with_name(".x")
    temp.write_bytes(b"ours")
    file = po.open("r+b")

    def finish(_: float) -> None:
        with file:
            file.write(b"# hers\n")

    monkeypatch.setattr("l10n.catalog.atomic_write.time.sleep", finish)
    assert not atomic_write.replace(temp, po, dialect(), b"ours")
    assert po.read_bytes().startswith(b"# hers\n")


def test_an_interrupted_exchange_keeps_what_a_person_saved(po: Path) -> None:
    left = po.with_name(".a.md.po.l10n-swap")
    left.write_bytes(dialect().replace(b'crowd."\nmsgstr ""', b'crowd."\nmsgstr "saved"'))
    with pytest.raises(CatalogError, match="interrupted"):
        write(po, add("New"))
    assert names(po) == ["a.md.po", "a.md.po.rej"]
    assert b'msgstr "saved"' in po.with_name("a.md.po.rej").read_bytes()
    assert write(po, add("New"))


def test_what_a_killed_command_left_is_swept(po: Path) -> None:
    po.with_name(".a.md.po.l10n-tmp").write_bytes(b"half")
    po.with_name(".a.md.po.l10n-swap").write_bytes(dialect())
    assert write(po, add("New"))
    assert names(po) == ["a.md.po"]


def test_what_a_killed_exchange_left_is_looked_at_though_the_file_is_as_it_should_be(po: Path) -> None:
    left = po.with_name(".a.md.po.l10n-swap")
    left.write_bytes(dialect())
    assert not write(po, lambda catalog: catalog or pytest.fail("no file"))
    assert (po.read_bytes(), names(po)) == (dialect(), ["a.md.po"])
    left.write_bytes(dialect().replace(b'crowd."\nmsgstr ""', b'crowd."\nmsgstr "saved"'))
    with pytest.raises(CatalogError, match="interrupted"):
        write(po, lambda catalog: catalog or pytest.fail("no file"))
    assert names(po) == ["a.md.po", "a.md.po.rej"]


def test_without_an_exchange_the_old_file_is_held_and_verified(po: Path) -> None:
    temp = po.with_name(".x")
    temp.write_bytes(b"ours")
    assert not atomic_write.replace_verified(temp, po, b"other")
    assert po.read_bytes() == dialect()
    temp.write_bytes(b"ours")
    assert atomic_write.replace_verified(temp, po, dialect())
    assert (po.read_bytes(), names(po)) == (b"ours", ["a.md.po"])


def test_two_commands_at_once_lose_nothing(po: Path) -> None:
    threads = [
        threading.Thread(target=lambda at=at: [write(po, add(f"{at} {n}")) for n in range(4)]) for at in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for at in range(3):
        for number in range(4):
            assert f'msgid "{at} {number}"'.encode() in po.read_bytes()


LOOP = """
import sys
from dataclasses import replace
from pathlib import Path
from l10n.catalog import update
path = Path(sys.argv[1])
def compute(catalog):
    first, *rest = catalog.entries
    turn = int(first.comments[0]) + 1 if first.comments else 1
    return replace(catalog, entries=(replace(first, comments=(str(turn),)), *rest))
print("go", flush=True)
for _ in range(int(sys.argv[2])):
    input()
    for _ in range(int(sys.argv[3])):
        update(path, compute, root=path.parents[2], name="a.po", article="a.md", locale="ko")
    print("done", flush=True)
"""
"""A program that changes a file so many times whenever it is told to; it says when it is done."""


def save(path: Path, data: bytes, *, in_place: bool) -> None:
    """Save like an editor: over the file, or beside it and renamed."""
    if in_place:
        path.write_bytes(data)
    else:
        beside = path.with_name(".editor")
        beside.write_bytes(data)
        beside.replace(path)


def start(po: Path, times: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", LOOP, str(po), str(SAVES), str(times)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert heard(process) == b"go\n"
    return process


def tell(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[bytes]) -> bytes:
    """Wait for the next line of a process; empty where it has ended."""
    assert process.stdout is not None
    return process.stdout.readline()


def test_a_killed_writer_leaves_the_old_or_the_new_file(po: Path) -> None:
    first, *rest = load(dialect()).catalog
    pause = threading.Event()
    for kill in range(KILLS):
        process = start(po, sys.maxsize)
        tell(process)
        pause.wait(0.003 + 0.0017 * (kill * 7 % 11))
        process.kill()
        process.communicate()
        file = read(po, name="x", article="a.md", locale="ko")
        assert file is not None
        assert [replace(file.catalog.entries[0], comments=()), *file.catalog.entries[1:]] == [first, *rest]
        assert len([name for name in names(po) if name.endswith(".po") and not name.startswith(".")]) == 1
    assert write(po, add("New"))
    assert names(po) == ["a.md.po"]


@pytest.mark.parametrize("in_place", [True, False])
def test_no_save_is_lost_in_a_race(po: Path, in_place: bool) -> None:  # noqa: FBT001 - a parameter
    """Each save falls into three changes of another program; the file is looked at when that has rest."""
    process = start(po, 3)
    pause = threading.Event()
    lost = []
    try:
        for turn in range(SAVES):
            mark = f'msgstr "saved {turn}"'.encode()
            tell(process)
            pause.wait(0.0007 * (turn % 7))
            save(po, dialect().replace(b'crowd."\nmsgstr ""', b'crowd."\n' + mark), in_place=in_place)
            if not heard(process):  # it met a file half saved, and refused it
                process.communicate()
                process = start(po, 3)
            if mark not in po.read_bytes():
                lost.append(turn)
    finally:
        process.kill()
        process.communicate()
    assert lost == []


@pytest.mark.system
@pytest.mark.parametrize("call", ["write", "fsync", "renameat2", "rename", "openat"])
def test_a_system_call_that_fails_leaves_the_old_file(po: Path, call: str) -> None:
    if os.environ.get("L10N_STRACE") != "1":
        pytest.skip("slow; set L10N_STRACE=1")
    strace = need("strace")
    for at in range(1, 4):
        command = [strace, "-f", "-o", "/dev/null", "-P", str(po), "-P", str(po.with_name(".a.md.po.l10n-tmp"))]
        command += ["-P", str(po.with_name(".a.md.po.l10n-swap")), "-e", f"inject={call}:error=EIO:when={at}"]
        command += [sys.executable, "-c", LOOP, str(po), "1", "2"]
        done = subprocess.run(command, input="\n", capture_output=True, check=False, text=True)
        if done.returncode:
            assert "StorageError" in done.stderr, done.stderr
        file = read(po, name="x", article="a.md", locale="ko")
        assert file is not None
        assert [replace(file.catalog.entries[0], comments=()), *file.catalog.entries[1:]] == list(
            load(dialect()).catalog
        )
