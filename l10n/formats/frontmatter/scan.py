"""Owns what the YAML and TOML scanners of front matter have in common: their result and their limits."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.fieldpaths import Step

__all__ = [
    "COLLECTION",
    "LIMIT_ALIASES",
    "LIMIT_BYTES",
    "LIMIT_DEPTH",
    "LIMIT_NODES",
    "FrontScan",
    "Scalar",
    "brief",
    "refuse",
]

COLLECTION = "…"
"""Stands for the value of a field that is a list or a mapping."""
LIMIT_BYTES = 262_144
LIMIT_NODES = 20_000
LIMIT_DEPTH = 32
LIMIT_ALIASES = 64
_LONGEST_NAME = 64


if TYPE_CHECKING:
    from l10n.fieldpaths import FieldPlace


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value of a field, at any depth."""

    place: FieldPlace
    start: int
    """Character offset into the scanned text."""
    end: int
    value: str
    style: str
    """How it is written: `yaml-plain`, `yaml-literal`, `toml-basic` …; the name `Shell.style` carries."""
    prefix: str = ""
    """Indentation of the further lines of a block scalar."""

    @property
    def top(self) -> str:
        """The name of the top-level field whose value this is, or one of whose list of texts; else empty."""
        name, *deeper = self.place
        return name if isinstance(name, str) and deeper in ([], [Step.ITEM]) else ""


@dataclass(frozen=True, slots=True)
class FrontScan:
    """What is known of a block of front matter."""

    scalars: tuple[Scalar, ...]
    """In the order of the text, without overlap; all text values, translated or not."""
    shape: tuple[str, ...]
    """One item a field or list item, `path kind`."""
    insert: int
    """Where a top-level field may be added, at the start of a line or of a flow mapping; -1 where none can be."""
    indent: str
    """Indentation of the top-level fields."""
    mapping: tuple[int, int, str] | None = None
    """Start, end and style of a mapping in the field `translation`."""
    taken: frozenset[str] = frozenset()
    """The names of the top-level fields."""
    flow: bool = False
    """The top-level fields stand in a flow mapping, `{title: Text}`."""


def brief(name: str) -> str:
    """Return the name of a field as a shape has it: each value below repeats it, so a long one is its digest."""
    return name if len(name) <= _LONGEST_NAME else sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def refuse(what: str, line: int) -> ArticleError:
    """Return the error for front matter that cannot be read."""
    return ArticleError(f"the front matter cannot be read: {what}", line=line, remedy="Correct the front matter.")
