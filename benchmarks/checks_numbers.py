"""Plants number errors in human news translations and counts how many the number rules find.

Usage: python benchmarks/checks_numbers.py [-v] [--count N] [--seed N] [locale …]; the corpus folder is `L10N_CORPUS`,
by default `../shared/corpus` seen from the project. Without a locale Korean is measured. Each error changes one value
written in digits; every such number of the translations may be chosen, whether the checker reads it or not. An error
counts as found when a number rule then tells, at error or warning level, what it did not tell before. Prints found and
planted by kind, with `-v` each error that was missed; exits with 1 when fewer than 95 % were found in Korean.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checks import articles

from l10n import checks, formats
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.protocols import Pair

TARGET = 0.95
RULES = ("numbers", "number-missing", "number-added")
Edit = tuple[int, int, str]
"""Offsets of what is replaced, and by what."""
Change = Callable[[re.Match[str], random.Random], Iterator[tuple[int, int, str]]]

_DIGITS = r"\d++(?:[.,]\d++)*+"
_UNITS = ("천", "만", "억", "조")


def _dropped(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    """Drop a digit; a figure of one digit has none to spare."""
    text = match.group()
    places = [at for at, char in enumerate(text) if char.isdigit()]
    chance.shuffle(places)
    for at in places if len(places) > 1 else []:
        yield match.start() + at, match.start() + at + 1, ""


def _changed(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    """Put another digit in the place of one."""
    places = [at for at, char in enumerate(match.group()) if char.isdigit()]
    at = chance.choice(places)
    digits = [digit for digit in ("123456789" if at == 0 else "0123456789") if digit != match.group()[at]]
    yield match.start() + at, match.start() + at + 1, chance.choice(digits)


def _slipped(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    """Put another of 천, 만, 억 and 조 after the digits."""
    yield *match.span("unit"), chance.choice([unit for unit in _UNITS if unit != match["unit"]])


def _lost(match: re.Match[str], _: random.Random) -> Iterator[Edit]:
    """Take the unit or the scale word away."""
    yield *match.span("unit"), ""


def _month(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    yield *match.span("number"), str(chance.choice([one for one in range(1, 13) if one != int(match["number"])]))


def _percentage(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    old = match["number"]
    yield *match.span("number"), chance.choice([str(one) for one in range(1, 101) if str(one) != old])


def _magnitude(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    """Make an amount of money ten times as much, or a tenth."""
    whole, point, part = match["number"].replace(",", "").partition(".")
    more = whole + (part[:1] or "0") + (point + part[1:] if part[1:] else "")
    less = f"{whole[:-1] or '0'}.{whole[-1]}{part}" if point or not whole.endswith("0") else whole[:-1]
    options = [option for option in (more, less) if option.lstrip("0") and option != match["number"]]
    chance.shuffle(options)
    for option in options:
        yield *match.span("number"), option


def _hour(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    yield *match.span("number"), str(chance.choice([one for one in range(1, 13) if one != int(match["number"])]))


def _minute(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    yield *match.span("number"), f"{chance.choice([one for one in range(1, 60) if one != int(match['number'])]):02}"


def _half(match: re.Match[str], _: random.Random) -> Iterator[Edit]:
    """Make morning of the afternoon and the other way round."""
    yield *match.span("half"), "오후" if match["half"] == "오전" else "오전"


def _year(match: re.Match[str], chance: random.Random) -> Iterator[Edit]:
    year = int(match["number"])
    yield *match.span("number"), str(year + chance.choice([-100, -20, -10, -3, -2, -1, 1, 2, 3, 10, 20, 100]))


_N = rf"(?P<number>{_DIGITS})"
_MONEY = rf"(?:(?<=[$€£¥₩])|(?<![\d.,])(?={_DIGITS}\s?[십백천만억조]*\s?(?:달러|유로|파운드|원|엔|위안|페소))){_N}"
_GENERAL: tuple[tuple[str, str, Change], ...] = (
    ("digit dropped", _DIGITS, _dropped),
    ("digit changed", _DIGITS, _changed),
    ("clock minute", rf"(?<=\d:){_N}(?!\d)", _minute),
    ("year", r"(?<![\d.,])(?P<number>1[89]\d\d|20\d\d)(?![\d.,]\d|\d)", _year),
    (
        "percentage",
        rf"(?<![\d.,]){_N}(?=\s?(?:%|％|٪|퍼센트|per cent|por ciento|pour cent|Prozent|في المئة))",
        _percentage,
    ),
)
_SCALES = (
    r"[万億亿兆]|mil\b(?: millones)?|millones|millions?|milliards?",
    r"Mio\.?|Mrd\.?|Millionen|Milliarden?|tausend|مليون|مليار|ألف",
)
_OTHERS: tuple[tuple[str, str, Change], ...] = (
    ("magnitude", rf"(?:(?<=[$€£¥₩])|(?<![\d.,])(?={_DIGITS}\s?[€$£])){_N}", _magnitude),
    (
        "scale lost",
        rf"{_DIGITS}(?P<unit>\s?(?:{'|'.join(_SCALES)}))",
        _lost,
    ),
    ("month", r"(?P<number>\d+)(?=\s?月)", _month),
)
_KOREAN: tuple[tuple[str, str, Change], ...] = (
    ("unit slipped", rf"{_DIGITS}\s?(?P<unit>[천만억조])(?!\w*월)", _slipped),
    ("unit lost", rf"{_DIGITS}(?P<unit>\s?[천만억조])(?!\d)", _lost),
    ("month", r"(?P<number>\d+)(?=월)", _month),
    ("magnitude", _MONEY, _magnitude),
    ("clock hour", rf"(?<![\d:]){_N}(?=:\d\d|시(?!간|즌|리|도))", _hour),
    ("clock minute", r"(?<=시 )(?P<number>\d+)(?=분)", _minute),
    ("half of the day", r"(?P<half>오전|오후)(?=\s?\d)", _half),
)


def planted(target: str, locale: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield kind and text of one error of each kind for each number of a translation."""
    for kind, pattern, change in _GENERAL + (_KOREAN if locale == "ko" else _OTHERS):
        for match in re.finditer(pattern, target):
            for start, end, new in change(match, chance):
                spoilt = target[:start] + new + target[end:]
                if _value(spoilt) != _value(target):
                    yield kind, spoilt
                    break


def _value(text: str) -> str:
    """Return a text in which figures of the same value are alike: no grouping signs, no zeros in front."""
    return re.sub(r"(?<![\d.])0+(?=\d)", "", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text))


def told(pair: Pair) -> Counter[str]:
    """Return what the number rules say about a pair as errors and warnings."""
    wanted = checks.chosen(select=RULES)
    found = checks.inspect([pair], wanted)
    return Counter(flaw.message for _, rule, flaw in found if (flaw.severity or rule.severity) is not Severity.INFO)


def chosen(locale: str, count: int, seed: int) -> list[tuple[int, str, Pair, str]]:
    """Return line, kind, pair and spoilt target of as many errors as wanted, the kinds in turn while they last."""
    chance = random.Random(seed)  # noqa: S311  a repeatable choice, no secret
    kinds: dict[str, list[tuple[int, str, Pair, str]]] = {}
    for document in articles(locale):
        for line, pair in document:
            for kind, spoilt in planted(pair.target, locale, chance):
                kinds.setdefault(kind, []).append((line, kind, pair, spoilt))
    for errors in kinds.values():
        chance.shuffle(errors)
    picked: list[tuple[int, str, Pair, str]] = []
    while len(picked) < count and any(kinds.values()):
        picked += [errors.pop() for errors in kinds.values() if errors]
    return picked[:count]


def main() -> None:
    """Plant, check and print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", metavar="locale", help="Korean where none is given")
    options.add_argument("-v", "--verbose", action="store_true", help="print each error that is missed")
    options.add_argument("--count", type=int, default=500, help="errors for each locale")
    options.add_argument("--seed", type=int, default=6, help="another seed makes other errors")
    given = options.parse_args()
    fmt, low = formats.load("plain"), False
    for locale in given.locales or ["ko"]:
        total: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for line, kind, pair, spoilt in chosen(locale, given.count, given.seed):
            total[kind] += 1
            if told(replace(pair, target=spoilt, target_spans=fmt.inline(spoilt))) - told(pair):
                found[kind] += 1
            elif given.verbose:
                print(f"{locale}:{line}: {kind}\n    {pair.source}\n    {pair.target}\n    {spoilt}")
        for kind in total:
            print(f"{locale}: {kind}: {found[kind]} of {total[kind]}")
        share = found.total() / max(1, total.total())
        print(f"{locale}: {found.total()} of {total.total()} planted number errors found, {share:.1%}")
        low = low or (locale == "ko" and share < TARGET)
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    main()
