"""Owns which memory and which journal a project has: its own, or those that its user shares with other machines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n.errors import ConfigError
from l10n.web.memory_address import memory_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from l10n.config import Config
    from l10n.engines.journal import Journal
    from l10n.engines.shared_journal import SharedJournal
    from l10n.model import Term
    from l10n.protocols import Memory, Received
    from l10n.web.memory_address import MemoryAddress

__all__ = ["OWN", "Keepers"]

OWN = ".l10n"
"""Where a project's own memory and journal are, and its backups."""


@dataclass(frozen=True, slots=True)
class Keepers:
    """What keeps answers and translations for a project; raises `ConfigError` as `memory_address` does."""

    root: Path
    config: Config

    @property
    def address(self) -> MemoryAddress | None:
        """Where memory and journal are shared; None where they are the project's own."""
        return memory_address(self.config.memory_name, self.config.memory_also)

    @property
    def unshared(self) -> str:
        """What people are told whose project reads memories that they do not share; empty where there are none."""
        if not self.config.memory_also or self.address is not None:
            return ""
        names = ", ".join(self.config.memory_also)
        return f"the memory of {names} is not read: there is no shared memory here (L10N_MEMORY)"

    def memory(self, terms: Callable[[str], tuple[Term, ...]]) -> Memory:
        """Open the translation memory; `terms` returns the glossary of a locale."""
        from l10n import memory  # noqa: PLC0415  most commands need none of this

        name = f"{OWN}/memory.sqlite"
        own = partial(memory.open_memory, self.root / name, terms=terms, name=name)
        address = self.address
        if address is None:
            return own()
        return memory.open_shared(address.url, (address.name, *address.also), terms=terms, own=own)

    def journal(self, run: str = "") -> Received:
        """Open the journal; a shared one counts what a `run` costs on all machines that say the same name of it."""
        return self.own_journal() if self.address is None else self.shared_journal(run)

    def own_journal(self) -> Journal:
        """Open the journal that lies in the project, whether it shares another or not."""
        from l10n.engines.journal import Journal  # noqa: PLC0415  see above

        name = f"{OWN}/journal.sqlite"
        return Journal(self.root / name, name=name)

    def shared_journal(self, run: str = "") -> SharedJournal:
        """Open the journal that the project shares; raises `ConfigError` where it shares none."""
        from l10n.engines.shared_journal import SharedJournal  # noqa: PLC0415  see above

        address = self.address
        if address is None:
            raise ConfigError(
                "there is no shared memory", remedy="Set L10N_MEMORY to its address, postgresql://USER@HOST/DATABASE."
            )
        return SharedJournal(address.url, (address.name, *address.also), run=run, aside=self.root / OWN / "unsent")
