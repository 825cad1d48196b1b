"""Owns numbers that are written in digits and East Asian units, in groups of 10⁴."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.ideographs import UNITS, tail, unit
from l10n.text.numbers.recognisers.suffixes import SUFFIXES, VULGAR

if TYPE_CHECKING:
    from l10n.text.numbers.scan import NumberScan

__all__ = ["grouped"]

_HEAD = re.compile(r"(?<![가-힣\d])[백천]\Z")
"""A bare unit before digits with a smaller one: `천2백`."""
_STATUTE = re.compile(r"(?<![가-힣])제\s?\Z")
"""Before a number whose 조 is an article, not a trillion."""
_NAMED = re.compile(r"(?<![A-Za-z])(?!(?:USD?|KRW|EUR|GBP|JPY|CNY|RMB)\Z)[A-Za-z]+\Z")
"""Before digits that are part of a name: in `EL1만` the last letter is a particle."""
_ABROAD = re.compile(r"(?:\s?(?P<scale>bn|tn|mn|million|billion|trillion)|(?P<letter>[kmb]))(?![a-z])", re.IGNORECASE)
"""What an East Asian text may keep of English; the letter only in amounts of money."""
_ARTICLE = "조"
_GROUP = Decimal(10**4)
_AROUND = 9
"""Characters before a number that say what it is."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number as far as it is read: groups that are closed, the open one, and digits that wait for a unit."""

    end: int
    current: Decimal | None
    section: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    limit: Decimal = Decimal(10**16)
    """The next unit of a group is smaller."""
    small: Decimal = _GROUP
    """The next unit inside of a group is smaller."""

    @property
    def value(self) -> Decimal:
        return self.total + self.section + (self.current or 0)


def grouped(scan: NumberScan, match: re.Match[str]) -> int:
    """Read digits with East Asian units: `3억5천만`, `8천 100`, `1억2000万`; return where the number ends."""
    start, first = _begun(scan, match)
    read = first if _named(scan, match) else _gone_on(scan, first)
    end, factor = _abroad(scan, match) if read.end == match.end() else (0, 1)
    if end:
        scan.add(start, end, [read.value * factor], plain=[read.value])
        return end
    value = read.value + Decimal(VULGAR.get(match["fraction"], "0"))
    plain = first.section or first.current
    scan.add(start, read.end, [value], plain=[plain] if plain is not None and value != plain else [])
    return read.end


def _begun(scan: NumberScan, match: re.Match[str]) -> tuple[int, _Sum]:
    """Return where a number begins, and its first digits; before them may be a unit."""
    read = _Sum(match.end(), Decimal(match["number"].replace(",", "")))
    head = _HEAD.search(scan.text, max(0, match.start() - _AROUND), match.start())
    if head and 1 < unit(scan.text, read.end, spaced=False)[0] < UNITS[head.group()]:
        factor = Decimal(UNITS[head.group()])
        return match.start() - 1, replace(read, section=factor, small=factor)
    return match.start(), read


def _named(scan: NumberScan, match: re.Match[str]) -> bool:
    """Tell whether digits are part of a name or the number of an article, and what stands behind is no unit."""
    before = scan.text[max(0, match.start() - _AROUND) : match.start()]
    article = scan.text.startswith(_ARTICLE, match.end()) and _STATUTE.search(before)
    return bool(article or _NAMED.search(before))


def _gone_on(scan: NumberScan, read: _Sum) -> _Sum:
    """Read units and digits in turn, as far as they make one number."""
    while more := _with_unit(scan, read) or _with_digits(scan, read):
        read = more
    return read


def _abroad(scan: NumberScan, match: re.Match[str]) -> tuple[int, int]:
    """Return where an English scale word right behind digits ends, and by what it multiplies; 0 where none stands."""
    found = _ABROAD.match(scan.text, match.end())
    if found is None or not (found["scale"] or scan.money(*match.span())):
        return 0, 1
    return found.end(), SUFFIXES[(found["scale"] or found["letter"]).lower()]


def _with_unit(scan: NumberScan, read: _Sum) -> _Sum | None:
    """Go on with a unit; None where none stands there, or not one that may."""
    factor, end = unit(scan.text, read.end, spaced=read.current is not None)
    if 0 < factor < min(_GROUP, read.small) and read.current is not None:
        return replace(read, end=end, section=read.section + read.current * factor, current=None, small=Decimal(factor))
    opened = read.current is not None or read.section
    if _GROUP <= factor < read.limit and opened:
        total = read.total + (read.section + (read.current or 0)) * factor
        return _Sum(end, None, Decimal(0), total, Decimal(factor))
    if factor > _GROUP and read.limit == _GROUP and not opened:
        return replace(read, end=end, total=read.total * factor, limit=Decimal(factor))
    return None


def _with_digits(scan: NumberScan, read: _Sum) -> _Sum | None:
    """Go on with digits behind a unit, where no other number has them."""
    more = tail(scan.text, read.end, min(read.small, read.limit)) if read.current is None else None
    if more is None or not scan.free(*more.span(1)):
        return None
    return replace(read, end=more.end(), current=Decimal(more.group(1).replace(",", "")))
