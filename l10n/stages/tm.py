"""The verbs of `tm`: ask the memory, count it, make it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.stages.learning import learn

if TYPE_CHECKING:
    from l10n.protocols import Held, Hit
    from l10n.stages.workset import Workset

__all__ = ["rebuild", "search", "stats"]


def search(work: Workset, text: str, *, limit: int) -> dict[str, list[Hit]]:
    """Return, for each locale, what is remembered that is like a text; the memory is first brought into step.

    Raises `UsageError` for a text without words.
    """
    if not text.strip():
        raise UsageError("there is no text to search for", remedy="Give an English sentence in quotation marks.")
    memory = work.project.memory()
    try:
        found = {}
        for locale in work.locales:
            learn(work.project, memory, locale)
            found[locale] = memory.search(text, work.project.config.source, locale, limit)
        return found
    finally:
        memory.close()


def stats(work: Workset) -> list[Held]:
    """Return what the memory holds, a row a locale; the catalogues are not read and nothing is written."""
    memory = work.project.memory()
    try:
        return [held for held in memory.held() if held.locale in work.locales]
    finally:
        memory.close()


def rebuild(work: Workset) -> list[Held]:
    """Forget everything and learn the reviewed entries of all catalogues again."""
    memory = work.project.memory()
    try:
        memory.clear()
        for locale in work.project.config.locales:
            learn(work.project, memory, locale)
        return memory.held()
    finally:
        memory.close()
