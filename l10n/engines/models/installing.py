"""Owns the user's folder of models: a model comes into it whole or not at all, and goes at once.

Files are fetched into `.waiting/`, where they stay for the next try when it breaks off, and unpacked into a folder
with a name of its own, which becomes the model's when all of them are what they should be.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import disk
from l10n.engines.models import LISTING, MOST, Model, ModelFile, check_pins, describe, listing
from l10n.engines.models.unpacking import unpack
from l10n.errors import EngineError, L10nError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from l10n.engines.models.records import Offer, RemoteFile
    from l10n.engines.models.suppliers import Supplier

__all__ = ["changing", "check", "current", "install", "remove"]

_WAITING = ".waiting"
_NEW, _OLD = ".new-", ".old-"
"""How the names of folders begin that are on their way in and out."""
_SPARE = 1 << 24
"""Bytes that are to stay free."""


@contextlib.contextmanager
def changing(store: Path) -> Iterator[None]:
    """Keep others of us from changing the folder meanwhile; raises `StorageError` where the disk refuses."""
    try:
        store.mkdir(mode=0o700, parents=True, exist_ok=True)
        with disk.locked(store):
            for path in store.iterdir():
                if path.name.startswith((_NEW, _OLD)):  # of one that was killed
                    shutil.rmtree(path, ignore_errors=True)
            yield
    except OSError as err:
        raise StorageError(
            f"cannot be written: {err.strerror}",
            path=str(err.filename or store),
            remedy="Make room, or make it writable; then run the same command again.",
        ) from err


def current(store: Path, offer: Offer, pins: Mapping[str, str]) -> Model | None:
    """Return the installed model where it is the offered one, and whole."""
    with contextlib.suppress(L10nError):
        model = describe(store / offer.name)
        offered = {file.file.name: file.file.digest for file in offer.files.values()}
        if all(offered.values()) and offered == {file.name: file.digest for file in model.files.values()}:
            model.read(pins)
            return model
    return None


def check(offer: Offer, store: Path, pins: Mapping[str, str]) -> None:
    """Refuse what need not be fetched to know that it is refused, or that there is no room for it.

    Raises `EngineError` for a file that is not what a pin says, and `StorageError`.
    """
    check_pins(offer.name, [file.file for file in offer.files.values()], pins)
    free = shutil.disk_usage(store).free
    need = offer.size + offer.unpacked + _SPARE
    if free < need:
        raise StorageError(
            f"has {free >> 20} MB free, and {offer.name} needs {need >> 20} MB while it is installed",
            path=str(store),
            remedy="Make room there, or set XDG_CACHE_HOME to a folder on a larger disk.",
        )


def install(
    offer: Offer, supplier: Supplier, store: Path, pins: Mapping[str, str], tell: Callable[[RemoteFile, int], None]
) -> Model:
    """Fetch and unpack the files of a model, and put it in the place of an older one.

    `tell` is given how many bytes of a file are there. Raises `EngineError` for what cannot be had, or is not what the
    list or a pin says; `StorageError` and `OSError` where the disk refuses. What was fetched is kept then.
    """
    waiting = store / _WAITING
    packed = {kind: supplier.bring(file, waiting, _told(file, tell)) for kind, file in offer.files.items()}
    new = store / f"{_NEW}{secrets.token_hex(8)}"
    new.mkdir(mode=0o755)
    try:
        files = {kind: _unpacked(offer.name, file, packed[kind], new, pins) for kind, file in offer.files.items()}
        model = Model(offer.source, offer.target, offer.release, offer.licence, supplier.shown, new, files)
        disk.replace(new / LISTING, listing(model))
        _put(new, store / offer.name)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    for path in packed.values():
        if path.parent == waiting:
            path.unlink(missing_ok=True)
    return replace(model, path=store / offer.name)


def remove(store: Path, name: str) -> bool:
    """Delete a model and what was fetched of any that never came whole; False where there is none."""
    shutil.rmtree(store / _WAITING, ignore_errors=True)
    path = store / name
    if not os.path.lexists(path):
        return False
    old = store / f"{_OLD}{secrets.token_hex(8)}"
    path.rename(old)
    _delete(old)
    return True


def _told(file: RemoteFile, tell: Callable[[RemoteFile, int], None]) -> Callable[[int], None]:
    return lambda have: tell(file, have)


def _unpacked(pair: str, file: RemoteFile, packed: Path, folder: Path, pins: Mapping[str, str]) -> ModelFile:
    """Unpack a file into a folder and return what it is; raises `EngineError` where it is not what was said."""
    name = file.file.name
    try:
        handle = disk.writable(folder / name, keep=False)
        with os.fdopen(handle, "wb") as into, os.fdopen(disk.opened(packed, linked=True), "rb") as source:
            size, digest = unpack(source, into, file.file.size, MOST)
            into.flush()
            os.fsync(into.fileno())
    except EngineError as err:
        raise type(err)(f"{name}: {err.message}", remedy=err.remedy or "Name another place with `--from`.") from err
    if file.file.size not in {-1, size} or file.file.digest not in {"", digest}:
        raise EngineError(
            f"{name} is unpacked not what the list says: {size:,} bytes with the SHA-256 {digest}",
            remedy="Name another place with `--from`.",
        )
    found = ModelFile(name, size, digest)
    check_pins(pair, [found], pins)
    return found


def _put(new: Path, place: Path) -> None:
    """Put a whole folder in the place of what is there."""
    old = new.with_name(f"{_OLD}{secrets.token_hex(8)}")
    if os.path.lexists(place):
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if os.path.lexists(old):
            old.rename(place)
        raise
    _delete(old)


def _delete(path: Path) -> None:
    """Delete a folder, or a link to one and nothing behind it."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)
