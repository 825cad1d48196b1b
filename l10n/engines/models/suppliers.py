"""Owns where models come from: Mozilla's servers, a mirror of a newsroom's own, or a folder.

A mirror is a folder, in the web or on a disk, in one of three shapes: a copy of the folder in which models are
installed (`en-ko/model.json`), Mozilla's records in `records.json` with the files below them, or, on a disk only, just
the files, packed or not. An address that ends in `/records` or `.json` names records, and the files lie below what is
before `/v1/` in it, or else below its folder. All is fetched from one place: the server that the user named, or
Mozilla's two.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from l10n import disk
from l10n.engines.models import LISTING, MOST, ModelFile, Role, codes, complete, role
from l10n.engines.models.fetching import Fetcher, GoneError, size_of
from l10n.engines.models.records import LICENCE, MOST_LISTED, Offer, RemoteFile, of_card, of_records
from l10n.errors import ConfigError, EngineError, StorageError, UsageError
from l10n.web.faults import Fault
from l10n.web.http import check_url, is_local, probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["RECORDS", "Supplier", "supplier"]

RECORDS = "FXTRANSLATE_RECORDS_URL"
"""The environment variable by which fxtranslate, too, is told of a mirror of the records."""
_RECORDS = "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
_FILES = "https://firefox-settings-attachments.cdn.mozilla.net"
_HERE = "records.json"
_PACKED = ("", ".gz", ".zst")
"""Endings that a file may have besides its own in a folder."""
_ELSEWHERE = "Name another place with `--from`."
_KNOCK = 5.0
"""Seconds to find out that there is no network."""


class Supplier(Protocol):
    """Where models come from."""

    @property
    def shown(self) -> str:
        """Host or folder, for people."""

    @property
    def plain(self) -> bool:
        """Anybody on the way could put something else in its place."""

    def offer(self, source: str, target: str) -> Offer:
        """Return the model for two locales, by their gettext names; raises `EngineError` where there is none."""

    def bring(self, file: RemoteFile, waiting: Path, tell: Callable[[int], None]) -> Path:
        """Return where a file lies, packed, after it came whole; `waiting` is the folder for what is on its way.

        `tell` is given the bytes of it that are there, again and again. Raises `EngineError` where it cannot be had or
        is another than the list says, `StorageError` where the disk refuses.
        """


def supplier(given: str, fetcher: Fetcher) -> Supplier:
    """Return where models come from: an address or a folder.

    For an empty text that is what the environment names, or else Mozilla. Raises `UsageError` for what is neither.
    """
    given = given or os.environ.get(RECORDS, "")
    if not given:
        return _Web(_RECORDS, _FILES, fetcher)
    if "://" not in given:
        path = Path(given).absolute()
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}", remedy=_ELSEWHERE)
        return _Folder(path)
    try:
        url = check_url(given)
    except ConfigError as err:
        raise UsageError("`--from` names no address that models could be fetched from", remedy=err.remedy) from err
    if not is_records(url):
        return _Web("", url.rstrip("/"), fetcher)
    root = url.partition("/v1/")[0] if "/v1/" in url else url.rpartition("/")[0]
    return _Web(url, root, fetcher)


def is_records(url: str) -> bool:
    """Tell whether an address names records, not a folder."""
    return url.endswith(("/records", ".json"))


@dataclass(frozen=True, slots=True)
class _Web:
    """A server."""

    records: str
    """Address of the records; empty where only the folder is known."""
    root: str
    """What every file's place is below, without a `/` at its end."""
    fetcher: Fetcher

    @property
    def shown(self) -> str:
        hosts = dict.fromkeys(urlsplit(url).netloc for url in (self.records, self.root) if url)
        return " and ".join(hosts)

    @property
    def plain(self) -> bool:
        return any(
            urlsplit(u).scheme == "http" and not is_local(urlsplit(u).hostname) for u in (self.records, self.root)
        )

    def offer(self, source: str, target: str) -> Offer:
        first = self.records or self.root
        with _named(urlsplit(first).netloc):
            probe(first, _KNOCK)
            if self.records:
                return of_records(self.fetcher.whole(self.records, MOST_LISTED), source, target)
            for one in codes(source):
                for other in codes(target):
                    with contextlib.suppress(GoneError):
                        card = self.fetcher.whole(f"{self.root}/{one}-{other}/{LISTING}", MOST_LISTED)
                        return of_card(card, one, other)
            return of_records(self.fetcher.whole(f"{self.root}/{_HERE}", MOST_LISTED), source, target)

    def bring(self, file: RemoteFile, waiting: Path, tell: Callable[[int], None]) -> Path:
        path = waiting / file.digest
        with _named(f"{urlsplit(self.root).netloc}: {file.file.name}"), _stored(waiting):
            for _ in range(2 if path.exists() else 1):  # what is there from another time may be to blame
                self.fetcher.fetch(f"{self.root}/{file.place}", file.size, path, tell)
                if _digest(path) == file.digest:
                    return path
                path.unlink()
        raise EngineError(f"the SHA-256 of {file.file.name} is not the one in the list", remedy=_ELSEWHERE)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of this machine, or one that is mounted."""

    path: Path

    @property
    def plain(self) -> bool:
        return False

    @property
    def shown(self) -> str:
        return str(self.path)

    def offer(self, source: str, target: str) -> Offer:
        if self.path.is_file():
            return of_records(self._read(self.path, MOST_LISTED), source, target)
        pairs = [(one, other) for one in codes(source) for other in codes(target)]
        for one, other in pairs:
            card = self.path / f"{one}-{other}" / LISTING
            if card.is_file():
                return of_card(self._read(card, MOST_LISTED), one, other)
        if (self.path / _HERE).is_file():
            return of_records(self._read(self.path / _HERE, MOST_LISTED), source, target)
        for one, other in pairs:
            for folder in (f"{one}-{other}", ""):
                files = dict(self._loose(folder, "" if folder else f"{one}{other}"))
                if complete(set(files)):
                    return Offer(one, other, "", LICENCE, files)
        raise EngineError(
            f"there is no model from {source} to {target} in it",
            path=self.shown,
            remedy=f"Put its files into {self.path / '-'.join(pairs[0])}, or {_HERE} and what it names beside it.",
        )

    def bring(self, file: RemoteFile, waiting: Path, tell: Callable[[int], None]) -> Path:  # noqa: ARG002  see Supplier
        folder = self.path.parent if self.path.is_file() else self.path
        path = folder / file.place
        try:
            if file.digest and _digest(path) != file.digest:
                raise EngineError("its SHA-256 is not the one in the list", path=str(path), remedy="Copy it anew.")
        except OSError as err:
            raise EngineError(f"cannot be read: {err.strerror}", path=str(path), remedy="Copy it anew.") from err
        tell(size_of(path))
        return path

    def _loose(self, folder: str, pair: str) -> Iterator[tuple[Role, RemoteFile]]:
        """Yield the files of a model that lie in a folder, of which nothing says what they are but their names."""
        place = self.path / folder
        for path in sorted(place.iterdir(), reverse=True) if place.is_dir() else ():
            name = next((path.name.removesuffix(end) for end in reversed(_PACKED) if path.name.endswith(end)), "")
            kind = role(name)
            if kind and path.is_file() and (not pair or f".{pair}." in name):
                at = f"{folder}/{path.name}" if folder else path.name
                yield kind, RemoteFile(ModelFile(name, -1, ""), at, path.stat().st_size, "")

    def _read(self, path: Path, most: int) -> bytes:
        try:
            return disk.read(path, linked=True, most=most)
        except OSError as err:
            raise EngineError(f"cannot be read: {err.strerror}", path=str(path), remedy="Check the file.") from err


def _digest(path: Path) -> str:
    with os.fdopen(disk.opened(path, linked=True), "rb") as file:
        if os.fstat(file.fileno()).st_size > MOST:
            return ""
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _named(where: str) -> Iterator[None]:
    """Make a `Fault` an `EngineError` that says where it happened and what to do."""
    try:
        yield
    except Fault as err:
        remedy = (
            "Run the same command again: it goes on where it broke off."
            if err.retry
            else "Check the address and the network, or name another place with `--from`."
        )
        raise EngineError(f"{where}: {err}", remedy=remedy) from err
    except (ConfigError, StorageError):
        raise
    except EngineError as err:
        raise type(err)(f"{where}: {err.message}", remedy=err.remedy or _ELSEWHERE) from err


@contextlib.contextmanager
def _stored(folder: Path) -> Iterator[None]:
    """Make what the disk refuses a `StorageError`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
    except OSError as err:
        raise StorageError(
            f"cannot be written: {err.strerror}",
            path=str(folder),
            remedy="Make room, or make it writable; then run the same command again: it goes on where it stopped.",
        ) from err
