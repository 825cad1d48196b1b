"""The verbs of `tm`: ask the memory, count it, make it anew, and begin to share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.errors import ConfigError, StorageError, UsageError
from l10n.postgres import schema
from l10n.stages.learning import learn
from l10n.web.memory_address import memory_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.errors import L10nError
    from l10n.protocols import Held, Hit, Memory
    from l10n.stages.workset import Workset

__all__ = ["migrate", "rebuild", "search", "share", "stats"]


def search(
    work: Workset, text: str, failures: list[L10nError], *, limit: int, tell: Callable[[str], None]
) -> dict[str, list[Hit]]:
    """Return, for each locale, what is remembered that is like a text; the memory is first brought into step.

    Where it cannot be kept, `tell` is told so, and it is learned for this once. A locale whose glossary cannot be read
    is left out; the reason goes to `failures`, and so does what cannot be read.

    Raises `UsageError` for a text without words.
    """
    if not text.strip():
        raise UsageError("there is no text to search for", remedy="Give an English sentence in quotation marks.")
    memory = work.project.memory()
    try:
        found = {}
        failures += work.termless.values()
        for locale in work.terms:
            failures += learn(work.project, memory, locale, work.state)
            found[locale] = memory.search(text, work.project.config.source, locale, limit)
        for trouble in memory.troubles:
            tell(str(trouble))
        if unshared := work.project.keepers.unshared:
            tell(unshared)
        return found
    finally:
        memory.close()


def stats(work: Workset) -> list[Held]:
    """Return what the memory holds, a row a locale; the catalogues are not read and nothing is written.

    Raises `StorageError` where it cannot be read.
    """
    memory = work.project.memory()
    try:
        return [held for held in _usable(memory).held() if held.locale in work.locales]
    finally:
        memory.close()


def rebuild(work: Workset, failures: list[L10nError]) -> list[Held]:
    """Forget everything and learn the reviewed entries of all catalogues again; raises `StorageError`.

    What cannot be read goes to `failures`.
    """
    memory = work.project.memory()
    try:
        memory.clear()
        _usable(memory)
        for locale in work.project.config.locales:
            failures += learn(work.project, memory, locale)
        return _usable(memory).held()
    finally:
        memory.close()


def migrate() -> tuple[str, list[str]]:
    """Bring the tables of the shared memory into step; return where it is, and which files were applied.

    Raises `ConfigError` where there is none, and `StorageError` where it cannot be used.
    """
    url = memory_url()
    if not url:
        raise ConfigError(
            "there is no shared memory", remedy="Set L10N_MEMORY to its address, postgresql://USER@HOST/DATABASE."
        )
    return schema.migrate(url)


def share(work: Workset, failures: list[L10nError]) -> tuple[int, list[Held]]:
    """Put what the project has into the shared memory: the answers of its own journal, and what is reviewed.

    Returns how many answers are new there, and what the memory holds. Nothing of the project is changed. Raises
    `StorageError` where the database cannot be used.
    """
    journal, own, memory = (
        work.project.keepers.shared_journal(),
        work.project.keepers.own_journal(),
        work.project.memory(),
    )
    try:
        many = journal.take_in(own.rows())
        failures += map(StorageError, own.notices)
        _usable(memory)
        for locale in work.project.config.locales:
            failures += learn(work.project, memory, locale, work.state)
        return many, _usable(memory).held()
    finally:
        memory.close()
        own.close()
        journal.close()


def _usable(memory: Memory) -> Memory:
    """Refuse a memory that is not kept; raises `StorageError`."""
    memory.held()
    for trouble in memory.troubles:
        raise trouble
    return memory
