"""Owns the table of translation memories; only the one in use is imported."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from l10n.model import Term
    from l10n.protocols import Memory

__all__ = ["TABLE", "open_memory", "open_shared"]

TABLE: dict[str, str] = {"sqlite": "l10n.memory.sqlite", "postgres": "l10n.memory.postgres"}
"""Kind of storage to the module that keeps it, and which has `open_memory`."""


def _no_terms(_: str) -> tuple[Term, ...]:
    return ()


def open_memory(
    path: Path,
    *,
    terms: Callable[[str], tuple[Term, ...]] = _no_terms,
    name: str = "",
) -> Memory:
    """Open the memory at a path; it need not exist, and is only written when there is something to remember.

    `terms` returns the glossary of a locale, whose terms are put in; `name` is the file's path in messages.
    """
    return cast("Memory", import_module(TABLE["sqlite"]).open_memory(path, terms=terms, name=name))


def open_shared(
    url: str, names: Sequence[str], *, terms: Callable[[str], tuple[Term, ...]], own: Callable[[], Memory]
) -> Memory:
    """Open a memory in PostgreSQL, for the first of `names`; of the others it is read.

    `own` opens the memory that serves where that one cannot be used.
    """
    return cast("Memory", import_module(TABLE["postgres"]).open_memory(url, names, terms=terms, own=own))
