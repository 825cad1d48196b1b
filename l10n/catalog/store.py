"""Owns `locales/` on disk: every PO file is read here, and written here only."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n import disk, filenames
from l10n.catalog import atomic_write, verify
from l10n.catalog.lossless import decode, encode
from l10n.errors import CatalogBusyError, CatalogError, L10nError, StorageError, blaming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.catalog.pofile import PoFile
    from l10n.model import Catalog, Entry

__all__ = ["Job", "load", "preview", "read", "settled", "update", "update_many"]

_ATTEMPTS = 8
_BATCH = 128
"""Files, and so locks, that are open at once."""
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_PAUSE = 0.05
"""Seconds before a file that could not be read is looked at again: somebody may just be saving it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One PO file to change, as `update` takes it."""

    path: Path
    compute: Callable[[Catalog | None], Catalog]
    name: str
    article: str
    locale: str
    plural_forms: str = ""
    released: Callable[[Entry], bool] | None = None
    mended: Callable[[Entry], str | None] | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a file that was read is to become."""

    job: Job
    before: bytes | None
    """What the file held; None where there was none."""
    data: bytes
    temp: Path
    """The new file while it is ours alone."""
    swap: Path
    """The same once it may be in exchange with the catalogue: after a kill, what a person saved may be here."""

    @classmethod
    def of(cls, job: Job, before: bytes | None, data: bytes) -> _Plan:
        """Return what a file is to become."""
        return cls(job, before, data, atomic_write.temp_of(job.path), atomic_write.swap_of(job.path))


def read(path: Path, *, name: str, article: str, locale: str) -> PoFile | None:
    """Read a PO file; None where there is none. Raises what `load` and `settled` do."""
    return settled(partial(load, path, name), name=name, article=article, locale=locale)


def load(path: Path, name: str) -> bytes | None:
    """Return the bytes of a file, `name` in messages; None where there is none.

    Raises `StorageError` where the disk refuses or the path is a symbolic link or no file.
    """
    try:
        return atomic_write.read_bytes(path)
    except OSError as err:
        raise refused(err, name, "read") from err


def settled(look: Callable[[], bytes | None], *, name: str, article: str, locale: str) -> PoFile | None:
    """Read a PO file of the bytes that `look` finds; None where it finds none. `name` is its path in messages.

    What cannot be read is looked at again while it changes, for a program may just be saving it in place. Raises
    `CatalogError` where it cannot be read completely, and `CatalogBusyError` where it kept changing.
    """
    seen: bytes | None = None
    for _ in range(_ATTEMPTS):
        data = look()
        if data is None:
            return None
        try:
            return decode(data, path=name, article=article, locale=locale)
        except CatalogError:
            if data == seen:
                raise
            seen = data
            time.sleep(_PAUSE)
    raise CatalogBusyError("the file kept changing while it was read", path=name, remedy="Run again later.")


def preview(base: PoFile | None, compute: Callable[[Catalog | None], Catalog], *, plural_forms: str = "") -> bool:
    """Return whether `update` would write over a file that was read, or a new one; nothing is written."""
    new = compute(base.catalog if base else None)
    return base is None or encode(new, base, plural_forms=plural_forms) != base.data


def update(
    path: Path,
    compute: Callable[[Catalog | None], Catalog],
    *,
    root: Path,
    name: str,
    article: str,
    locale: str,
    plural_forms: str = "",
    released: Callable[[Entry], bool] | None = None,
    mended: Callable[[Entry], str | None] | None = None,
) -> bool:
    """Change a PO file by a pure function of what it holds (None: no file); return whether it was written.

    `compute` is called again where somebody saved the file meanwhile. `released` says which texts of persons this
    command may change or drop because a person asked for just that (an edit on the review page, a purge); any other
    that would be lost is refused. `mended` gives the one text that a person's may become, in an entry that is otherwise
    the same, because a person asked for safe fixes; None for all others. The file is at every instant the complete old
    or the complete new version.

    Raises `CatalogError` where the file cannot be read or a person's text would be lost (what would have been written
    is left in `<path>.rej`), `CatalogBusyError` where it kept changing, `StorageError` where the disk refuses or
    the path leads out of `root`; the old file is intact in each case.
    """
    with blaming(name, "writing it"):
        return bool(_update(Job(path, compute, name, article, locale, plural_forms, released, mended), root))


def update_many(jobs: Iterable[Job], *, root: Path) -> Iterator[str | L10nError]:
    """Do what `update` does for many files, each of its own, and wait for the disk once for many of them.

    Yields for each job, in their order, the SHA-256 of what was written, empty where nothing was, or the error that
    `update` would raise. Every promise holds file by file: nothing is exchanged before its new bytes are on the disk,
    under the lock of its folder.
    """
    waiting: list[Job] = []
    paths: set[Path] = set()
    for job in jobs:
        if len(waiting) >= _BATCH or job.path in paths:
            yield from _update_batch(waiting, root)
            waiting, paths = [], set()
        waiting.append(job)
        paths.add(job.path)
    yield from _update_batch(waiting, root)


def _update(job: Job, root: Path) -> str:
    for _ in range(_ATTEMPTS):
        plan = _plan(job, root)
        if plan is None:
            return ""
        with _storage(job, "write"), disk.locked(job.path.parent), _swept([plan]):
            done = _prepare(plan)
            if done:
                atomic_write.sync([plan.temp])
                done = _place(plan)
                atomic_write.sync_folder(job.path.parent)
        if done:
            return hashlib.sha256(plan.data).hexdigest()
    raise CatalogBusyError(
        "the file kept changing while it was to be written", path=job.name, remedy="Run again later."
    )


def _update_batch(jobs: Sequence[Job], root: Path) -> list[str | L10nError]:
    results: dict[Path, str | L10nError] = {}
    plans: list[_Plan] = []
    for job in jobs:
        try:
            with blaming(job.name, "working it out"):
                plan = _plan(job, root)
        except L10nError as err:
            results[job.path] = err
        else:
            results[job.path] = ""
            plans += [plan] if plan else []
    again = _write_batch(plans, results) if plans else []
    for plan in again:
        try:
            with blaming(plan.job.name, "writing it"):
                results[plan.job.path] = _update(plan.job, root)
        except L10nError as err:
            results[plan.job.path] = err
    return [results[job.path] for job in jobs]


def _write_batch(plans: Sequence[_Plan], results: dict[Path, str | L10nError]) -> list[_Plan]:
    """Write files under the locks of all their folders; return the plans whose files are no longer their base."""
    again: list[_Plan] = []

    def each(todo: Iterable[_Plan], step: Callable[[_Plan], bool]) -> list[_Plan]:
        done: list[_Plan] = []
        for plan in todo:
            try:
                with blaming(plan.job.name, "writing it"), _storage(plan.job, "write"):
                    (done if step(plan) else again).append(plan)
            except L10nError as err:
                results[plan.job.path] = err
        return done

    def sync(todo: Sequence[_Plan], *, temporary: bool) -> list[_Plan]:
        if todo:
            with _storage(todo[0].job, "write"):
                atomic_write.sync([plan.temp if temporary else plan.job.path for plan in todo])
        return list(todo)

    try:
        with blaming(plans[0].job.name, "writing it"), contextlib.ExitStack() as locks:
            # One order for all processes, so that no two wait for each other.
            for folder in sorted({plan.job.path.parent for plan in plans}):
                locks.enter_context(disk.locked(folder))
            locks.enter_context(_swept(plans))
            ready = sync(each(plans, _prepare), temporary=True)
            placed = sync(each(ready, _place), temporary=False)
    except L10nError as err:
        for plan in plans:
            results[plan.job.path] = err
        return []
    results |= {plan.job.path: hashlib.sha256(plan.data).hexdigest() for plan in placed}
    return again


def _plan(job: Job, root: Path) -> _Plan | None:
    """Work out what a file is to become; None where it is that already. What a killed process left is looked at."""
    _check_inside(job, root)
    base, before = _base(job)
    new = job.compute(base.catalog if base else None)
    plan = _Plan.of(job, before, encode(new, base, plural_forms=job.plural_forms))
    if base is not None and plan.data == base.data:
        if atomic_write.interrupted(job.path):
            with _storage(job, "write"), disk.locked(job.path.parent):
                _recover(plan)
        return None
    _verify(new, plan.data, base, job)
    if not os.path.isdir(job.path.parent):  # noqa: PTH112  asked of each file
        with _storage(job, "write"):
            job.path.parent.mkdir(parents=True, exist_ok=True)
    return plan


def _base(job: Job) -> tuple[PoFile | None, bytes | None]:
    """Read the file and its bytes; a template that cannot be read is none: all of it is made of the article."""
    try:
        base = read(job.path, name=job.name, article=job.article, locale=job.locale)
    except CatalogError:
        if job.locale:
            raise
        return None, load(job.path, job.name)
    return base, base.data if base else None


def _prepare(plan: _Plan) -> bool:
    """Write the temporary file, under the folder's lock; False where the file is no longer the base."""
    path, before = plan.job.path, plan.before
    _recover(plan)
    if atomic_write.read_bytes(path) != before:
        return False
    _write(plan.temp, plan.data, path.stat().st_mode & 0o7777 if before is not None else None)
    return True


def _place(plan: _Plan) -> bool:
    """Put the written file in its place; False where that is no longer the base."""
    path, before = plan.job.path, plan.before
    if before is None:
        return atomic_write.create(plan.temp, path)
    plan.temp.rename(plan.swap)
    done = atomic_write.replace(plan.swap, path, before, plan.data)
    plan.swap.unlink(missing_ok=True)
    return done


@contextlib.contextmanager
def _swept(plans: Sequence[_Plan]) -> Iterator[None]:
    """Remove the temporary files at the end; under the lock, for another process gives its own the same names."""
    try:
        yield
    finally:
        for plan in plans:
            _sweep(plan.temp)


def _sweep(path: Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108  of each file that is written


def _write(temp: Path, data: bytes, mode: int | None) -> None:
    try:
        handle = os.open(temp, _NEW, 0o666)
    except FileExistsError:  # a process has left it that was killed
        temp.unlink()
        handle = os.open(temp, _NEW, 0o666)
    with os.fdopen(handle, "w+b") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        file.write(data)
        file.seek(0)
        if file.read() != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(temp))


def _recover(plan: _Plan) -> None:
    """Clear away what a process left that was killed in an exchange; it may be what a person saved in that instant."""
    job, swap = plan.job, plan.swap
    data = atomic_write.read_bytes(swap)
    if data is None:
        return
    now, _ = _base(job)
    gone = True
    with contextlib.suppress(CatalogError):
        left = decode(data, path=job.name, article=job.article, locale=job.locale)
        gone = now is not None and bool(verify.lost(left.catalog, now.catalog, None))
    if not gone:
        swap.unlink()
        return
    rejected = _reject(job, data)
    swap.unlink()
    message = f"an interrupted command left texts that the file has not; they are in {rejected}"
    raise CatalogError(message, path=job.name, remedy="Compare the two files, then run again.")


def _verify(new: Catalog, data: bytes, base: PoFile | None, job: Job) -> None:
    """Check that the new bytes say what was computed and hold every person's text of the base."""
    verify.check_reads_back(data, new, base, path=job.name)
    lost = verify.lost(base.catalog, new, job.released, job.mended) if base else []
    if lost:
        with _storage(job, "write"):
            rejected = _reject(job, data)
        raise CatalogError(
            f"the translation of {lost[0].key.text[:40]!r} would be lost; the refused version is in {rejected}",
            path=job.name,
            line=lost[0].line,
            remedy="Report this as a fault of l10n.",
        )


def _reject(job: Job, data: bytes) -> str:
    """Write beside the file; return the name for messages."""
    path = job.path.with_name(job.path.name + ".rej")
    path.unlink(missing_ok=True)
    _write(path, data, job.path.stat().st_mode & 0o7777 if job.path.exists() else None)
    atomic_write.sync([path])
    return job.name + ".rej"


def _check_inside(job: Job, root: Path) -> None:
    """Refuse a path that leaves the root by `..` or by a symbolic link."""
    path = job.path
    problem = ""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        parts = ()
    if not parts or ".." in parts:
        problem = f"the file is not inside {root.name or root}"
    elif fault := filenames.fault("/".join(parts)):
        problem = f"the file is not inside {root.name or root}: {fault}"
    if not problem and not disk.direct(os.fspath(root), os.fspath(path)):
        ways = ("/".join(parts[:number]) for number in range(1, len(parts) + 1))
        link = next((way for way in ways if (root / way).is_symlink()), "")
        problem = f"{link} is a symbolic link" if link else ""
    if problem:
        raise StorageError(problem, path=job.name, remedy="Keep translations as real files inside the project.")


@contextlib.contextmanager
def _storage(job: Job, doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise refused(err, job.name, doing) from err


def refused(err: OSError, name: str, doing: str) -> StorageError:
    """Return what to tell where the disk refused: what could not be done to the file, and what helps."""
    remedies = {
        errno.ENOSPC: "Free some space on the disk, then run again.",
        errno.EDQUOT: "Free some space within your quota, then run again.",
        errno.EROFS: "Make the file system writable, then run again.",
        errno.EACCES: "Give yourself permission on the file and its folder, then run again.",
        errno.EPERM: "Give yourself permission on the file and its folder, then run again.",
        errno.ELOOP: "Replace the symbolic link by a real file.",
    }
    reason = (err.strerror or str(err)).lower()
    remedy = disk.remedy(err, remedies.get(err.errno or 0, "Check the disk and the path, then run again."))
    return StorageError(f"cannot {doing} the file: {reason}", path=name, remedy=remedy)
