"""Owns plain file access for the project: walking, reading, and the files of builds with the list of them."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import disk, filenames
from l10n.cache import Cache
from l10n.config_values import file_inside
from l10n.errors import ArticleError, StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from l10n.errors import L10nError

__all__ = [
    "Builds",
    "articles",
    "built_list",
    "check_inside",
    "digest",
    "encoded",
    "inside",
    "names_in",
    "place",
    "read",
    "remove",
    "walk",
    "writing",
]

_ASSET = re.compile(
    r"\.(avif|bmp|css|csv|eot|gif|ico|jpe?g|js|json|mov|mp3|mp4|ogg|otf|pdf|png|svg|toml|tsv|ttf|wav|web[mp]|woff2?|xml"
    r"|ya?ml|zip)"
)
"""Endings of files that lie beside articles and are no articles."""


def walk(base: Path) -> Iterator[str]:
    """Yield the paths in a folder of the files below it, in order; hidden ones and editors' backups are passed over."""
    start = os.fspath(base)
    for folder, subfolders, names in os.walk(start):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        below = folder[len(start) :].replace(os.sep, "/").strip("/")
        for name in sorted(names):
            if not (name.startswith((".", "#")) or name.endswith("~")):
                yield f"{below}/{name}" if below else name


def read(path: Path, shown: str, *, most: int = disk.MOST) -> bytes:
    """Read a file of at most so many bytes; raises `StorageError` where there is none or it cannot be read."""
    try:
        return disk.read(path, linked=True, most=most)
    except FileNotFoundError as err:
        raise StorageError("leads nowhere", path=shown, remedy="Remove the broken link.") from err
    except OSError as err:
        told = disk.remedy(err, "Check its permissions.")
        raise StorageError(f"cannot be read: {err.strerror}", path=shown, remedy=told) from err


def inside(root: Path, name: str, most: int) -> bytes | None:
    """Read a file of at most so many bytes by its path below a root; None where none can be read, or it leads out."""
    try:
        check_inside(root, root / name, name)
        return read(root / name, name, most=most)
    except StorageError:
        return None


def check_inside(root: Path, path: Path, shown: str) -> None:
    """Refuse a path that a symbolic link leads out of the project."""
    if disk.direct(os.fspath(root), os.fspath(path)):
        return
    if f"{os.path.realpath(path)}{os.sep}".startswith(f"{os.fspath(root).rstrip(os.sep)}{os.sep}"):
        return
    above = [one for one in reversed(path.parents) if one != root and one.is_relative_to(root)]
    link = next((one for one in above if not Path(os.path.realpath(one)).is_relative_to(root)), path)
    which = "the link by a real file" if link == path else f"the link `{link.relative_to(root)}` by a real folder"
    raise StorageError("leads out of the project", path=shown, remedy=f"Replace {which}.")


def place(root: Path, name: str, *, kept: Iterable[str]) -> str:
    """Return the path, from the root, of a file that a person asks for, as a command may write it.

    Raises `UsageError` where it lies outside of the project or in a folder where other files are `kept`, by a link or
    without one.
    """
    try:
        found = file_inside(name)
    except ValueError as err:
        raise UsageError(str(err), path=name, remedy="Name a file by its path from the project.") from err
    if fault := filenames.fault(found):
        raise UsageError(fault, path=name, remedy="Choose another name.")
    real = os.path.relpath(os.path.realpath(root / found), os.path.realpath(root)).replace(os.sep, "/")
    for folder in kept:
        if any(filenames.folded(one).startswith(filenames.folded(f"{folder}/")) for one in (found, real)):
            raise UsageError(f"lies in `{folder}`, where other files are kept", path=found, remedy="Move it out.")
    return found


@contextlib.contextmanager
def writing(name: str) -> Iterator[None]:
    """Tell what the disk refuses, of the file that was to be written; raises `StorageError`."""
    try:
        yield
    except OSError as err:
        told = disk.remedy(err, "Check permissions and free space.")
        raise StorageError(f"cannot be written: {err.strerror}", path=name, remedy=told) from err


def names_in(root: Path, folder: str) -> list[str]:
    """Return the names of the files in a folder of the project; none where it is not there.

    What a command that was ended had begun to write there is removed. Raises `StorageError`.
    """
    check_inside(root, root / folder, folder)
    disk.sweep(root / folder)
    return [name for name in walk(root / folder) if "/" not in name]


def remove(root: Path, name: str) -> None:
    """Remove a file of the project; raises `StorageError`."""
    check_inside(root, root / name, name)
    with writing(name):
        (root / name).unlink()


def encoded(text: str) -> bytes:
    """Return the bytes of a file of a build."""
    return text.encode("utf-8", "surrogatepass")


def digest(data: bytes) -> str:
    """Return what a file of a build is known by."""
    return hashlib.sha256(data).hexdigest()


def built_list(root: Path) -> Cache:
    """Return where the list of what builds have written is kept."""
    return Cache(root, "built.json")


class Builds:
    """The folder of builds, and the list of what builds have written, so that a later one knows what to take back.

    The list lies in the user's cache folder: without it nothing is taken back, and nothing else is lost. Whatever it
    says, nothing but regular files in the folder of builds is ever removed.
    """

    def __init__(
        self, root: Path, folder: str, *, shared: bool = False, before: Mapping[str, str] | None = None
    ) -> None:
        """Take the folder; `shared` where people keep files of their own in it.

        Another list than the user's is `before`: file → the digest of what a build wrote.
        """
        self._root = root
        self._shared = shared
        self._folder = folder
        self._folders = disk.Folders(root)
        self._cache = built_list(root)
        self._before = self._listed() if before is None else dict(before)
        self._now = dict(self._before)
        self._swept: set[str] = set()
        """Folders that hold nothing any more which a command that was ended had begun to write."""
        self._real: set[str] = set()
        """Folders that were seen to lie behind no symbolic link."""

    def _listed(self) -> dict[str, str]:
        """Read the list: file → what a build wrote."""
        kept = self._cache.load()
        rows = kept.items() if isinstance(kept, dict) else ()
        return {name: known for name, known in rows if isinstance(known, str)}

    def ours(self, *, but: Collection[str] = ()) -> Iterator[str]:
        """Yield the files, relative to the root, that still hold what a build wrote, and are none of some others."""
        yield from (name for name in sorted(self._before) if name not in but and self.wrote(name))

    def wrote(self, name: str) -> bool:
        """Tell whether a file, relative to the root, holds what an earlier build wrote there."""
        if name not in self._before:
            return False
        try:
            data = self.read(name)
        except OSError:
            return False
        return data is not None and digest(data) == self._before[name]

    def linked(self, name: str) -> bool:
        """Tell whether a file of a build lies behind a symbolic link; each folder is looked at once."""
        folder = name.rpartition("/")[0]
        if folder not in self._real:
            path = os.path.join(self._root, folder)  # noqa: PTH118  a name for each file of the build
            if os.path.realpath(path) != path:
                return True
            self._real.add(folder)
        return False

    def check(self, name: str, data: bytes | None, before: bytes | None) -> None:
        """Raise `StorageError` where a file that is to be replaced, or removed (None), is not what a build wrote."""
        if before is None or before == data or self._before.get(name) == digest(before):
            return
        if data is None:
            what, remedy = "must not be published, and is left as no build wrote what it holds now", "Delete it"
        elif self._shared:
            what, remedy = "is there already, and is left as no build wrote what it holds", "Delete it if it is old"
        else:
            return
        raise StorageError(what, path=name, remedy=f"{remedy}, or keep it elsewhere.")

    def holds(self, name: str) -> bool:
        """Tell whether earlier builds have written a file and not taken it back."""
        return name in self._before

    def read(self, name: str) -> bytes | None:
        """Return what a file of a build holds now; None where there is none. Raises `OSError`."""
        self._check(name)
        try:
            path, folder = self._folders.place(name)
            return disk.read(path, folder=folder)
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes, before: bytes | None) -> None:
        """Put a file into the folder of builds, whole or not at all, where it is another now; raises `OSError`."""
        self._check(name)
        if data != before:
            folder = name.rpartition("/")[0]
            fresh = folder not in self._swept
            if fresh:
                (self._root / folder).mkdir(parents=True, exist_ok=True)
            path, opened = self._folders.place(name)
            if fresh:
                self._swept.add(folder)
                disk.sweep(self._root / folder)
            disk.replace(path, data, folder=opened)
        self._now[name] = digest(data)

    def known(self, name: str) -> str:
        """Return what a file of this build, or of an earlier one, is known by; empty where there is none."""
        known: str = self._now.get(name, "")
        return known

    def stands(self, name: str, known: str) -> None:
        """Put down that a file holds what a build made of it, by its digest."""
        self._now[name] = known

    def remove(self, name: str) -> None:
        """Take a file out of the folder of builds; raises `OSError`."""
        self._check(name)
        path, folder = self._folders.place(name)
        os.unlink(path, dir_fd=folder)
        self._now.pop(name, None)

    def save(self) -> None:
        """Write the list where it changed, with what other commands have written meanwhile; raises `StorageError`."""
        if self._now == self._before:
            return
        kept = self._listed()
        for name, known in self._before.items():
            if name not in self._now and kept.get(name) == known:
                del kept[name]
        kept |= ((name, known) for name, known in self._now.items() if self._before.get(name) != known)
        self._now = kept
        self._cache.keep(kept)
        self._before = dict(kept)

    def _check(self, name: str) -> None:
        if not name.startswith(f"{self._folder}/") or filenames.fault(name):
            raise OSError(errno.EINVAL, f"it is no file of {self._folder}/", name)


def articles(
    root: Path, folder: str, endings: Collection[str], others: Callable[[str], bool] | None = None
) -> tuple[list[str], list[L10nError]]:
    """Walk a folder of articles: the paths of articles in order, and a fault for each file of unknown format.

    `endings` are those of articles, lower case with their dot. `others` tells of a path below the folder whether it is
    no article, whatever it is called. Raises `UsageError` where there is no such folder.
    """
    base = root / folder
    if not base.is_dir():
        raise UsageError(
            "there is no folder of articles",
            path=folder,
            remedy="Make it, or name another with `articles` in pyproject.toml.",
        )
    found: list[str] = []
    faults: list[L10nError] = []
    for name in walk(base):
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122  quick
        if _ASSET.fullmatch(suffix) or (others and others(name)):
            continue
        if fault := filenames.fault(name):
            shown = f"{folder}/{name}".encode("utf-8", "backslashreplace").decode()
            shown = shown if shown.isprintable() else repr(shown)
            faults.append(ArticleError(fault, path=shown, remedy="Rename the article."))
        elif suffix in endings:
            found.append(name)
        else:
            faults.append(
                ArticleError(
                    f"unknown article format `{suffix or name.rpartition('/')[2]}`",
                    path=f"{folder}/{name}",
                    remedy=f"Save it as one of {' '.join(sorted(endings))}, or move it out of {folder}/.",
                )
            )
    clashes = filenames.clashes(found, ".po")
    faults += [
        ArticleError(
            f"it cannot stand beside `{other}` on every system: their names differ in case or composition alone, "
            "or one is a folder of the other",
            path=f"{folder}/{name}",
            remedy="Rename one of them.",
        )
        for name, other in clashes.items()
    ]
    return [name for name in found if name not in clashes], faults
