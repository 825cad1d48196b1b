# ruff: noqa: PLR2004, D103  kinds of damage, each with lengths of its own; the table says what each is
"""Measures which bad answers the guard keeps whose damage nothing was ever fitted to: other words, other texts.

Usage: python benchmarks/guard_fresh.py [-v] [--kind KIND] [locale …]; the corpus folder is `L10N_CORPUS`. The kinds are
like those of guard_damage.py, with the phrases of guard_fresh.toml, on texts that guard_mutations.py leaves alone. Look
at its totals, and not at the answers: what is mended by reading them has to be measured with others. Run with
`PYTHONPATH` unset, from the project: it stands beside the benchmarks it takes from.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from guard_damage import KINDS, STOPS, WIDE, Good
from guard_mutations import LEAST, damages, documents, judged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PHRASES = tomllib.loads(Path(__file__).with_name("guard_fresh.toml").read_text(encoding="utf-8"))
A_KIND = 10
"""Damaged answers of each kind in each language."""
LIKE = {
    "closing sentence invented": "closing sentence invented",
    "negation removed": "negation removed",
    "last sentence lost": "last sentence lost",
    "list item lost, another doubled": "list item lost, another doubled",
}
"""Kinds whose texts guard_mutations.py has looked at, which are left out."""


def _phrase(good: Good, what: str) -> str:
    return str(good.dice.choice(PHRASES[good.locale][what]))


def _cut(good: Good) -> list[str]:
    found = [one for one in re.split(r"(?<=[.!?])[\"”'’]?\s+(?=[\"“'‘A-Z])", good.source) if one.strip()]
    return good.sentences if len(good.sentences) == len(found) else []


def _joined(good: Good, *parts: str) -> str:
    return good.space.join(part.strip() for part in parts)


def closing(good: Good) -> str:
    return _joined(good, good.target, _phrase(good, "said"))


def opening(good: Good) -> str:
    return _joined(good, _phrase(good, "said"), good.target)


def between(good: Good) -> str | None:
    found = good.sentences
    return _joined(good, *found[:1], _phrase(good, "said"), *found[1:]) if len(found) > 1 else None


def talk(good: Good) -> str:
    return _joined(good, good.target, _phrase(good, "talk"))


def credit(good: Good) -> str:
    return f"{good.target} {_phrase(good, 'credit')}"


def asks(good: Good) -> str:
    return _phrase(good, "asks")


def _turned(good: Good, what: str) -> str | None:
    hits = [(one, new) for one, new in PHRASES[good.locale][what] if re.search(one, good.target)]
    if len(hits) != 1:
        return None
    return re.sub(hits[0][0], hits[0][1], good.target, count=1)


def removed(good: Good) -> str | None:
    plain = len(re.findall(r"\b(?:not|never|no|cannot)\b|n['’]t\b", good.source)) == 1
    odd = re.search(r"not only|no doubt|\?|without|un\w+ed\b", good.source)
    if not plain or odd or len(re.findall(PHRASES[good.locale]["denied"][0][0], good.target)) > 1:
        return None
    return _turned(good, "denied")


def added(good: Good) -> str | None:
    if re.search(
        r"\b(?:not|no|never|nor|none|neither|without|deny|denie\w+|refus\w+|fail\w*|only|but|cannot)\b|n['’]t\b",
        good.source,
    ):
        return None
    return _turned(good, "affirmed")


def last(good: Good) -> str | None:
    found = _cut(good)
    return _joined(good, *found[:-1]) if len(found) > 1 and len(found[-1]) * len(found) > len(good.target) / 2 else None


def middle(good: Good) -> str | None:
    found = _cut(good)
    return _joined(good, found[0], *found[2:]) if len(found) > 2 and len(found[1]) > 10 else None


def clause(good: Good) -> str | None:
    at = max(good.target.rfind(one) for one in ",，、")
    rest = good.target[at + 1 :]
    if (
        at < 0
        or not len(good.target) * 0.3 < len(rest) < len(good.target) * 0.6
        or len(good.target) < (40 if good.space == "" else 90)
    ):
        return None
    return good.target[:at] + good.target[-1]


def percent(good: Good) -> str | None:
    found = re.search(r"(?<![\d.,])(\d{1,2})(?=[.,]\d|\s?[%％])", good.target)
    if not found or not re.search(rf"(?<![\d.,]){found[1]}(?=[.]\d|%| per)", good.source):
        return None
    new = (int(found[1]) + 13) % 100
    return f"{good.target[: found.start()]}{new}{good.target[found.end() :]}"


def dates(good: Good) -> str | None:
    for one, other in PHRASES[good.locale]["months"]:
        if re.search(rf"(?<!\d){one}", good.target):
            return re.sub(rf"(?<!\d){one}", other, good.target)
    return None


def tail(good: Good) -> str | None:
    bare = good.target.rstrip(' .。!?！？"”»」')
    end = good.target[len(bare) :]
    if good.locale in WIDE:
        return bare + bare[-8:] + end if len(bare) > 30 else None
    words = bare.split()
    return f"{bare} {' '.join(words[-3:])}{end}" if len(words) > 8 else None


def inside(good: Good) -> str | None:
    if good.locale in WIDE:
        at = len(good.target) * 2 // 3
        return good.target[:at] + good.target[at - 11 : at] + good.target[at:] if at > 20 else None
    words = good.target.split()
    at = len(words) * 2 // 3
    return " ".join([*words[:at], *words[at - 5 : at], *words[at:]]) if len(words) > 12 else None


def third(good: Good) -> str | None:
    return good.target[: len(good.target) * 2 // 3] if len(good.source) > 100 else None


def strange(good: Good) -> str | None:
    found = [one for one in STOPS.split(good.beside) if one and len(one) > (12 if good.space == "" else 30)]
    return _joined(good, good.target, found[0]) if found else None


FRESH: dict[str, Callable[[Good], str | None]] = {
    "closing sentence invented": closing,
    "opening sentence invented": opening,
    "sentence invented between": between,
    "engine talk behind": talk,
    "subtitle credit": credit,
    "request or refusal": asks,
    "negation removed": removed,
    "negation added": added,
    "last sentence lost": last,
    "middle sentence lost": middle,
    "last clause lost": clause,
    "cut at two thirds": third,
    "percentage changed": percent,
    "month or weekday changed": dates,
    "tail repeated": tail,
    "clause repeated inside": inside,
    "list item lost, another doubled": KINDS["list item lost, another doubled"],
    "sentence of a neighbour behind": strange,
}


def fresh(locale: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield source, damaged answer and why it is refused."""
    dice = random.Random(f"fresh {locale} {kind}")  # noqa: S311  the same damages every time
    seen = {source for source, _ in damages(locale, LIKE[kind])} if kind in LIKE else set()
    found = []
    for document in documents(locale):
        for at, (_, pair) in enumerate(document):
            beside = document[at - 2][1].target
            if len(pair.source) >= LEAST and pair.source not in seen:
                found.append(Good(locale, pair.source, pair.target, "", beside, dice))
    dice.shuffle(found)
    made = 0
    for good in found:
        text = FRESH[kind](good) if made < A_KIND else None
        if text is not None and text != good.target:
            made += 1
            yield good.source, text, judged([(good.source, text)], locale)[0]


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each kept answer")
    options.add_argument("--kind", default="", help="only this kind")
    chosen = options.parse_args()
    locales = chosen.locales or list(PHRASES)
    table: dict[str, list[list[bool]]] = defaultdict(list)
    for kind in [chosen.kind] if chosen.kind else FRESH:
        for locale in locales:
            row = []
            for source, text, why in fresh(locale, kind):
                row.append(not why)
                if chosen.verbose and not why:
                    print(f"KEPT {locale} {kind}\n   {source}\n   {text}")
            table[kind].append(row)
    print("kept of bad answers", *locales, "all", sep="\t")
    for kind, rows in table.items():
        flat = [one for row in rows for one in row]
        cells = (f"{sum(row)}/{len(row)}" for row in rows)
        print(kind, *cells, f"{sum(flat) / max(1, len(flat)):.1%}", sep="\t")
    flat = [one for rows in table.values() for row in rows for one in row]
    print(f"{len(table)} kinds, {len(flat)} bad answers, kept {sum(flat) / max(1, len(flat)):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
