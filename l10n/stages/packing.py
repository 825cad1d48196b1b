"""Owns how what a verb has in common for all its batches travels: packed once, and opened once by each process."""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.project import ProjectFolder
from l10n.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

__all__ = ["Packed"]

_opened: Recent[Any] = Recent(4)
"""What was sent to this process last for all batches of a verb, by its digest."""


class _Packer(pickle.Pickler):
    """Leaves out where a project lies: who opens it finds it elsewhere."""

    def persistent_id(self, obj: Any) -> Any:
        return obj.config if isinstance(obj, ProjectFolder) and obj.on_disk else None


class _Opener(pickle.Unpickler):
    def __init__(self, data: bytes, root: Path) -> None:
        super().__init__(io.BytesIO(data))
        self._root = root

    def persistent_load(self, pid: Any) -> ProjectFolder:
        return ProjectFolder(self._root, pid)


@dataclass(frozen=True, slots=True)
class Packed:
    """A function of what is shared and of a batch, with what is shared; calling it with a batch does it."""

    data: bytes
    mark: bytes
    root: str
    """Where the project lies for who opens it."""

    @classmethod
    def of(cls, function: Any, shared: Any, root: str) -> Self:
        """Pack them for processes that see the project at `root`."""
        file = io.BytesIO()
        _Packer(file, pickle.HIGHEST_PROTOCOL).dump((function, shared))
        data = zlib.compress(file.getvalue(), 1)
        return cls(data, hashlib.sha256(data).digest(), root)

    def __call__(self, batch: Sequence[Any]) -> Sequence[Any]:
        """Do a batch."""
        function, shared = _opened.get((self.mark, self.root), 1, self._open)
        made: Sequence[Any] = function(shared, batch)
        return made

    def _open(self) -> Any:
        return _Opener(zlib.decompress(self.data), Path(self.root).resolve()).load()
