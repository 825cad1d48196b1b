"""What `draft` says of the engines at its end: which could not be used, and which may still be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.engines.keyless import keyless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from l10n.errors import EngineError

__all__ = ["Advice", "Unusable", "advice", "said"]


@dataclass(frozen=True, slots=True)
class Unusable:
    """An engine of the chain that could not be used in a locale."""

    locale: str
    engine: str
    error: EngineError


@dataclass(frozen=True, slots=True)
class Advice:
    """An engine that was not asked in a locale, has its language, and needs no key."""

    locale: str
    engine: str
    destination: str
    """Where it sends the text; empty where that stays on this machine."""


def advice(
    source: str,
    locale: str,
    asked: Iterable[frozenset[str]],
    failed: Iterable[str],
    destination: Callable[[str], str],
) -> Advice | None:
    """Return the engine to name for what is left in a locale; None where there is none.

    `asked` are the chains of the texts that are left: an engine that stands in all of them was asked, and had no draft.
    One that `failed` in this run, wherever, would fail again.
    """
    chains, out = list(asked), frozenset(failed)
    for name in keyless(source, locale) if chains else ():
        if name not in out and any(name not in chain for chain in chains):
            return Advice(locale, name, destination(name))
    return None


def said(
    locale: str, unusable: Sequence[Unusable], left: tuple[int, int], jobs: int, advised: Advice | None
) -> Iterator[str]:
    """Say it in lines for people; `left` are segments and words without a draft, `jobs` all that wanted one."""
    for one in unusable:
        yield f"{locale}: {one.error}"
    segments, words = left
    if not segments:
        return
    yield f"{locale}: no draft for {segments} of {jobs} missing segments ({words} words)"
    if advised:
        where = f"it sends their text to {advised.destination}" if advised.destination else "their text stays here"
        name = advised.engine
        yield f'{locale}: {name} can be asked for them, if you add "{name}" to `engines` in pyproject.toml; {where}'
