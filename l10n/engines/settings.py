"""Owns what a user may set for one engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from l10n.config import EngineTable
    from l10n.protocols import Turns

__all__ = ["EngineSettings"]


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """An engine's own settings; an empty value means the engine's default."""

    url: str = ""
    """Where the engine is served, `http` or `https`; a path is kept where the protocol has one."""
    timeout: float = 5.0
    """Seconds one request may take, name resolution and answer included."""
    key_variable: str = ""
    """Name of the environment variable that holds the key; never the key itself."""
    model: str = ""
    """Which of a server's models answers; for `openai`."""
    parallel: int = 4
    """Questions that may be under way at once, 1…32."""
    rate: float = 0.0
    """Questions a minute at most; 0 for no limit of our own."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """File of a model → the SHA-256 it has to have; for `firefox`."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What only this engine knows, by name."""
    turns: Callable[[str, str, float], Turns] | None = field(default=None, compare=False, repr=False)
    """Gives the turns that all machines of a project share (`protocols.Received`); None where there is but one."""

    @classmethod
    def of(cls, table: EngineTable | None, turns: Callable[[str, str, float], Turns] | None = None) -> EngineSettings:
        """Return what the configuration says of an engine; its defaults where it says nothing."""
        if table is None:
            return cls(turns=turns)
        options = {"email": table.email, "glossary": table.glossary, "region": table.region, "template": table.template}
        return cls(
            url=table.url,
            timeout=table.timeout,
            key_variable=table.key_variable,
            model=table.model,
            parallel=table.parallel,
            rate=table.rate,
            digests=table.model_digests,
            options={name: value for name, value in options.items() if value},
            turns=turns,
        )
