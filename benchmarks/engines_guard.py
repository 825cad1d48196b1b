"""Measures the guard on human news translations (false refusals) and on damaged ones (what it detects).

Usage: python benchmarks/engines_guard.py [-v] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.drafting.guard import inspect
from l10n.model import Span, SpanKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCALES = {
    "ko": "kor",
    "ja": "jpn",
    "es": "spa",
    "zh_CN": "zho-CN",
    "fr": "fra",
    "de": "deu",
    "ar": "arb",
}
LONG = 80
"""Source characters from which a damage is one that can be told."""
CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
_LINK = re.compile(r"\[|\]\([^)]*\)")


def spans(text: str) -> list[Span]:
    """Find the links that the damages below put in."""
    return [Span(*match.span(), SpanKind.LINK) for match in _LINK.finditer(text) if "](" in text]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair to damage."""

    source: str
    target: str
    other: str
    """The translation into another language."""
    following: str
    """The translation of the next segment."""
    dice: random.Random


def changed_digit(case: Case) -> tuple[str, str] | None:
    """Change one digit of a number of two digits or more."""
    found = list(re.finditer(r"(?<![\d.,])[1-9]\d+(?![\d.,:])", case.target))
    if not found or not re.search(r"\d", case.source):
        return None
    match = case.dice.choice(found)
    digits = match.group()
    new = digits[:-1] + str((int(digits[-1]) + case.dice.randint(1, 9)) % 10)
    return case.source, case.target[: match.start()] + new + case.target[match.end() :]


def echo(case: Case) -> tuple[str, str] | None:
    """Answer with the source."""
    return case.source, case.source


def half_english(case: Case) -> tuple[str, str] | None:
    """Leave the second half in English."""
    if len(case.source) < LONG:
        return None
    return case.source, case.target[: len(case.target) // 3] + " " + case.source[len(case.source) // 3 :]


def loop(case: Case) -> tuple[str, str] | None:
    """Repeat the last letters over and over."""
    return case.source, case.target + case.target[-7:] * 12


def truncated(case: Case) -> tuple[str, str] | None:
    """Keep the first tenth."""
    return (case.source, case.target[: len(case.target) // 10]) if len(case.source) >= LONG else None


def mark_left(case: Case) -> tuple[str, str] | None:
    """Leave a placeholder mark in the answer."""
    return case.source, f"⟦1⟧ {case.target}"


def quota(case: Case) -> tuple[str, str] | None:
    """Answer with a quota warning."""
    return case.source, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."


def page(case: Case) -> tuple[str, str] | None:
    """Answer with an error page."""
    return case.source, "<!DOCTYPE html><html><head><title>Sorry</title></head></html>"


def empty(case: Case) -> tuple[str, str] | None:
    """Answer with white space."""
    return case.source, " \n"


def wrong_language(case: Case) -> tuple[str, str] | None:
    """Answer in another language."""
    return (case.source, case.other) if len(case.source) >= LONG else None


def link_lost(case: Case) -> tuple[str, str] | None:
    """Lose a link."""
    return f"[{case.source}](https://example.org/a)", case.target


def link_changed(case: Case) -> tuple[str, str] | None:
    """Change where a link leads."""
    return f"[{case.source}](https://example.org/a)", f"[{case.target}](https://example.org/b)"


def shifted(case: Case) -> tuple[str, str]:
    """Answer with the translation of the next segment."""
    return case.source, case.following


def control(case: Case) -> tuple[str, str] | None:
    """Put a control character in."""
    return case.source, case.target[:3] + case.dice.choice("\x00\x08\ufffd\u202e") + case.target[3:]


DAMAGES: tuple[Callable[[Case], tuple[str, str] | None], ...] = (
    changed_digit,
    echo,
    half_english,
    loop,
    truncated,
    mark_left,
    quota,
    page,
    empty,
    wrong_language,
    link_lost,
    link_changed,
    control,
)


def rows() -> Iterator[dict[str, str]]:
    """Yield the news, segment by segment."""
    with (CORPUS / "ntrex-news" / "news.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pairs(locale: str) -> Iterator[tuple[str, str, str]]:
    """Yield source, translation and the translation into some other language, in the order of the news."""
    other = "fra" if locale == "es" else "spa"
    for row in rows():
        yield row["eng"], row[LOCALES[locale]], row[other]


def main() -> None:
    """Print a table of false refusals and detections per locale."""
    verbose = "-v" in sys.argv
    for locale in [name for name in LOCALES if name in sys.argv] or list(LOCALES):
        dice = random.Random(locale)  # noqa: S311  a fixed seed: the same damages every time
        total = refused = 0
        tally = {damage.__name__: [0, 0] for damage in DAMAGES}
        texts = list(pairs(locale))
        shifts = caught_shifts = 0
        for (source, target, other), (_, following, _) in zip(texts, [*texts[1:], texts[0]], strict=True):
            total += 1
            shifts += 1
            caught_shifts += bool(inspect(*shifted(Case(source, target, other, following, dice)), target_locale=locale))
            reason = inspect(source, target, target_locale=locale)
            if reason:
                refused += 1
                if verbose:
                    print(f"REFUSED {reason}\n   {source}\n   {target}")
            for damage in DAMAGES:
                damaged = damage(Case(source, target, other, following, dice))
                if damaged is None:
                    continue
                one, two = damaged
                seen = inspect(one, two, target_locale=locale, source_spans=spans(one), target_spans=spans(two))
                tally[damage.__name__][0] += 1
                tally[damage.__name__][1] += bool(seen)
                if verbose and not seen:
                    print(f"PASSED {damage.__name__}\n   {one}\n   {two}")
        asked = sum(many for many, _ in tally.values())
        caught = sum(many for _, many in tally.values())
        print(f"{locale}: refused {refused}/{total} = {refused / total:.2%}", end="; ")
        print(f"detected {caught}/{asked} = {caught / asked:.2%}")
        print("   " + ", ".join(f"{name} {seen / many:.1%}" for name, (many, seen) in tally.items() if many))
        print(f"   shifted by one, seen by the guard alone: {caught_shifts / shifts:.1%} (see engines_mutations.py)")


if __name__ == "__main__":
    main()
