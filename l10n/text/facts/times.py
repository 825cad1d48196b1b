"""Owns the words of which one stands for another time: weekdays, seasons, halves, last and next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages import Language
    from l10n.text.hints import Hinted

__all__ = ["moved", "told"]


@dataclass(frozen=True, slots=True)
class _Kind:
    """The times of one kind as a source tells them."""

    named: Mapping[str, Hinted]
    told: Mapping[str, Hinted]
    """What else may be translated as each."""
    dated: Hinted | None
    """What a date may be told with another word of its kind by."""


@cache
def _source(locale: str) -> tuple[Hinted, Mapping[str, _Kind]] | None:
    """Return what any time of a text in a language of sources has, and its kinds; None where they are not known."""
    language = of(locale)
    times = language.times
    if times is None or not times.told:
        return None
    kinds = {
        kind: _Kind(
            {name: hinted(pattern) for name, pattern in names.items()},
            {name: hinted(f"{pattern}|{times.told[kind][name]}") for name, pattern in names.items()},
            hinted(_filled(times.dated[kind], language)) if kind in times.dated else None,
        )
        for kind, names in times.kinds.items()
        if kind in times.told
    }
    return hinted(times.hint), kinds


def _filled(pattern: str, language: Language) -> str:
    """Put the names of weekdays and months in their place in a pattern."""
    weekdays = "|".join(language.times.weekday.values()) if language.times else ""
    months = "|".join(language.months.names) if language.months else ""
    return pattern.replace("{weekdays}", weekdays or "(?!)").replace("{months}", months or "(?!)")


@cache
def _target(locale: str) -> Mapping[str, Mapping[str, Hinted]]:
    times = of(locale).times
    kinds = times.kinds if times else {}
    return {kind: {name: hinted(pattern) for name, pattern in names.items()} for kind, names in kinds.items()}


def moved(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield the times of a source that are others in its translation; none where either language's are not known.

    Of each kind a time must be lost and another one new that nothing else in the source can be told as.
    """
    known = _source(source_locale)
    if known is None or not known[0].search(source):
        return
    for name, words in _target(locale).items():
        kind = known[1].get(name)
        if kind and not (kind.dated and kind.dated.search(source)):
            yield from _moved(source, target, kind, words)


def _moved(source: str, target: str, kind: _Kind, words: Mapping[str, Hinted]) -> Iterator[Flaw]:
    named = {name: match for name, pattern in kind.named.items() if (match := pattern.search(source))}
    told = {name: match for name, pattern in words.items() if (match := pattern.search(target))} if named else {}
    lost = [match.group() for name, match in named.items() if name not in told]
    new = [match for name, match in told.items() if name not in named and not kind.told[name].search(source)]
    if lost and new:
        message = f"the source says “{lost[0]}”, the translation “{new[0].group().strip()}”"
        yield Flaw(message, *new[0].span())


def told(text: str, locale: str) -> frozenset[tuple[str, str]]:
    """Return the times that a text may tell, as kind and name; none where they are not known."""
    return frozenset(
        (kind, name)
        for kind, names in _target(locale).items()
        for name, pattern in names.items()
        if pattern.search(text)
    )
