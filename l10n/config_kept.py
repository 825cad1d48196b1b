"""Owns knowing a configuration again that was read before, so that nothing has to validate it once more.

Validating costs more than what a command does that finds one article changed: the library for it has to be imported,
and made ready for each table. So what came of a configuration without faults is kept in the user's cache folder, under
the digest of all that it was made of, the program too. It can be deleted at any time.
"""

from __future__ import annotations

import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from l10n import disk, program
from l10n.cache import Cache
from l10n.values import loads, mark

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KeptConfig"]

_MOST = 1 << 26
"""Bytes of a configuration, as it is kept."""
_SEAL = 16
"""Bytes of the digest before it."""


class KeptConfig:
    """The last configuration of a project that had no faults; whatever goes wrong with its file, there is none."""

    def __init__(self, root: Path, depends: object) -> None:
        """Take the project's root and all that its configuration is made of; `mark` says of what that may be made."""
        self._path = Cache(root, "configuration").path
        self._key = mark((program.digest(), depends))

    def load(self) -> Any:
        """Return the value that was kept for the same; None where there is none."""
        if self._path is None:
            return None
        try:
            kept = disk.read(self._path, most=_MOST)
            seal, data = kept[:_SEAL], kept[_SEAL:]
            return loads(data) if seal == self._sealed(data) else None
        except Exception:  # noqa: BLE001  whatever a forged file has it raise
            return None

    def keep(self, value: object) -> None:
        """Put a value in the place of what is there; a cache that cannot be written is none."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        if self._path is None or len(data) > _MOST - _SEAL:
            return
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk.replace(self._path, self._sealed(data) + data)
        except OSError:
            return

    def _sealed(self, data: bytes) -> bytes:
        """Return what tells that some bytes are whole, and were kept for the same."""
        return blake2b(data, key=self._key, digest_size=_SEAL).digest()
