"""Owns whether a figure goes up or down, as news of markets and counts say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.hints import hinted
from l10n.text.numbers import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.text.hints import Hinted
    from l10n.text.numbers import Number

__all__ = ["turned_round"]

_FAR = 40
"""Characters before a figure in which its verb must stand."""


@dataclass(frozen=True, slots=True)
class _TrendWords:
    """Verbs beside a figure, as patterns with the groups `up` and `down`."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    any: Hinted
    """Any of them, anywhere."""
    unclear: re.Pattern[str] | None

    def beside(self, text: str, number: Number) -> re.Match[str] | None:
        """Return the verb beside a figure."""
        lead = self.before.search(text, max(0, number.start - _FAR), number.start) if self.before else None
        return lead or (self.after.match(text, number.end) if self.after else None)


@cache
def _words(locale: str) -> _TrendWords | None:
    facet = of(locale).trends
    if facet is None:
        return None
    return _TrendWords(
        re.compile(rf"(?:{_either(facet.before)}){facet.gap}\Z", re.IGNORECASE) if facet.before else None,
        re.compile(f"{facet.behind}(?:{_either(facet.after)})") if facet.after else None,
        hinted("|".join([*facet.before.values(), *facet.after.values()]) or "(?!)"),
        re.compile(facet.unclear) if facet.unclear else None,
    )


def _either(ways: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in ways.items())


def turned_round(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield figures that fall where they rise in the source, or the other way round, each with its verb.

    Only figures count that stand once in each text, with the verb beside them in both.
    """
    here, there = _words(source_locale), _words(locale)
    if here is None or there is None or (there.unclear and there.unclear.search(target)):
        return
    if not (here.any.may(source) and there.any.may(target)):
        return
    before, after = values(source, source_locale), values(target, locale)
    for number in before:
        said = here.beside(source, number)
        same = [one for one in after if one.readings & number.readings] if said else []
        if said is None or len(same) != 1 or sum(bool(one.readings & number.readings) for one in before) != 1:
            continue
        told = there.beside(target, same[0])
        if told and (said["up"] is None) != (told["up"] is None):
            start, end = min(same[0].start, told.start()), max(same[0].end, told.end())
            message = f"the source says “{said['up'] or said['down']}”, the translation “{target[start:end]}”"
            yield Flaw(message, start, end)
