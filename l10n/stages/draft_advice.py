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
    """An engine that was not asked in a locale, has or may have its language, and needs no key."""

    locale: str
    engine: str
    destination: str
    """Where it sends the text; empty where that stays on this machine."""
    command: str = ""
    """What to run first, which tells whether it has the language; empty where it has."""


def advice(
    source: str,
    locale: str,
    asked: Iterable[frozenset[str]],
    failed: Iterable[str],
    destination: Callable[[str], str],
) -> list[Advice]:
    """Return the engines to name for what is left in a locale: the first that has it, and one before that may have it.

    `asked` are the chains of the texts that are left: an engine that stands in all of them was asked, and had no draft.
    One that `failed` in this run, wherever, would fail again.
    """
    chains, out = list(asked), frozenset(failed)
    found: list[Advice] = []
    for one in keyless(source, locale) if chains else ():
        if one.name not in out and any(one.name not in chain for chain in chains):
            found.append(Advice(locale, one.name, destination(one.name), one.command))
            if not one.command:
                break
    return found


def said(
    locale: str, unusable: Sequence[Unusable], left: tuple[int, int], jobs: int, advised: Sequence[Advice]
) -> Iterator[str]:
    """Say it in lines for people; `left` are segments and words without a draft, `jobs` all that wanted one."""
    for one in unusable:
        yield f"{locale}: {one.error}"
    segments, words = left
    if not segments:
        return
    yield f"{locale}: no draft for {segments} of {jobs} missing segments ({words} words)"
    for other in advised:
        where = f"it sends their text to {other.destination}" if other.destination else "their text stays here"
        how = f'add "{other.engine}" to `engines` in pyproject.toml; {where}'
        if other.command:
            yield f"{locale}: {other.engine} may have a model for them: `{other.command}` looks for it, then {how}"
        else:
            yield f"{locale}: {other.engine} can be asked for them, if you {how}"
