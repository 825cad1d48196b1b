"""Owns writing numbers in groups of 10⁴, as East Asian newspapers do: 만, 억; 万, 億."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw
from l10n.text.numbers.ideographs import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["counted", "large"]

_THOUSAND, _MYRIAD = 10**3, 10**4
_MOST = 10**16
"""Above it a number is hardly one of things."""


def counted(units: Sequence[tuple[int, str]], *, comma: bool, gap: str, thousand: str = "") -> Callable[[Decimal], str]:
    """Return a writer of East Asian groups: `1만2천`, `1만 2000`, `4,800만`, `3억5천만`.

    `units` are factor and sign, the greatest first; `gap` stands between groups, and `thousand` is a sign for 1000.
    """

    def part(value: int) -> str:
        if thousand and value >= _THOUSAND and value % _THOUSAND == 0:
            return f"{value // _THOUSAND}{thousand}"
        return f"{value:,}" if comma else str(value)

    def write(value: Decimal) -> str:
        if value != int(value) or not units:
            return f"{value.normalize():f}"
        rest, parts = int(value), []
        for factor, name in units:
            if rest >= factor:
                parts.append(part(rest // factor) + name)
                rest %= factor
        if rest or not parts:
            parts.append(part(rest))
        return gap.join(parts)

    return write


_SMALL = "".join(letter for letter, value in UNITS.items() if value < _MYRIAD)
_LARGE = "".join(letter for letter, value in UNITS.items() if value >= _MYRIAD)
_GROUPED = re.compile(r"(?<![A-Za-z\d.,$€£¥₩#-])\d{1,3}(?:,\d{3})+(?![A-Za-z\d]|[.,-]\d)")
_BROKEN = re.compile(
    rf"(?<![\d.,])(?P<digits>\d+\.\d+) ?(?P<small>[{_SMALL}])(?P<large>[{_LARGE}])(?![{_SMALL}{_LARGE}])"
)
"""A decimal part of a unit that is none of a group: `1.5백만` is no number that anybody says."""


def large(text: str, locale: str) -> Iterator[Flaw]:
    """Yield round numbers that are not in groups: `1,300,000` and `1.3백만` for `130만`; the value stays.

    Only multiples of 10⁴; others (`12,500`) are written either way.
    """
    language = languages.of(locale)
    written = language.numbers.written if language.numbers else {}
    units = sorted(((factor, name) for name, factor in written.items()), reverse=True)
    write = counted(units, comma=False, gap=" " if language.scripts and language.scripts.spaced else "")
    for match in _GROUPED.finditer(text):
        value = Decimal(match.group().replace(",", ""))
        if value % _MYRIAD == 0 and _MYRIAD <= value < _MOST:
            yield _told(match, write(value))
    for match in _BROKEN.finditer(text):
        value = Decimal(match["digits"]) * UNITS[match["small"]] * UNITS[match["large"]]
        if value % _MYRIAD == 0 and value < _MOST:
            yield _told(match, write(value))


def _told(match: re.Match[str], right: str) -> Flaw:
    return Flaw(f"{match.group()} is {right} in print", *match.span(), right)
