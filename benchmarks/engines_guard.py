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
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.engines.guard import inspect
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
CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
_LINK = re.compile(r"\[|\]\([^)]*\)")


def spans(text: str) -> list[Span]:
    """Find the links that the damages below put in."""
    return [Span(*match.span(), SpanKind.LINK) for match in _LINK.finditer(text) if "](" in text]


def changed_digit(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Change one digit of a number of two digits or more."""
    found = list(re.finditer(r"(?<![\d.,])[1-9]\d+(?![\d.,:])", target))
    if not found or not re.search(r"\d", source):
        return None
    match = dice.choice(found)
    digits = match.group()
    new = digits[:-1] + str((int(digits[-1]) + dice.randint(1, 9)) % 10)
    return source, target[: match.start()] + new + target[match.end() :]


def echo(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Answer with the source."""
    return source, source


def half_english(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Leave the second half in English."""
    if len(source) < 80:
        return None
    return source, target[: len(target) // 3] + " " + source[len(source) // 3 :]


def loop(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Repeat the last letters over and over."""
    return source, target + target[-7:] * 12


def truncated(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Keep the first tenth."""
    return (source, target[: len(target) // 10]) if len(source) >= 80 else None


def mark_left(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Leave a placeholder mark in the answer."""
    return source, f"⟦1⟧ {target}"


def quota(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Answer with a quota warning."""
    return source, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."


def page(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Answer with an error page."""
    return source, "<!DOCTYPE html><html><head><title>Sorry</title></head></html>"


def empty(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Answer with white space."""
    return source, " \n"


def wrong_language(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Answer in another language."""
    return (source, other) if len(source) >= 60 else None


def link_lost(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Lose a link."""
    return f"[{source}](https://example.org/a)", target


def link_changed(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Change where a link leads."""
    return f"[{source}](https://example.org/a)", f"[{target}](https://example.org/b)"


def control(source: str, target: str, other: str, dice: random.Random) -> tuple[str, str] | None:
    """Put a control character in."""
    return source, target[:3] + dice.choice("\x00\x08\ufffd\u202e") + target[3:]


DAMAGES: tuple[Callable[[str, str, str, random.Random], tuple[str, str] | None], ...] = (
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


def pairs(locale: str) -> Iterator[tuple[str, str, str]]:
    """Yield source, translation and the translation into some other language."""
    other = "fra" if locale == "es" else "spa"
    with (CORPUS / "ntrex-news" / "news.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["eng"], row[LOCALES[locale]], row[other]


def main() -> None:
    """Print a table of false refusals and detections per locale."""
    verbose = "-v" in sys.argv
    for locale in [name for name in LOCALES if name in sys.argv] or list(LOCALES):
        dice = random.Random(locale)  # noqa: S311  a fixed seed: the same damages every time
        total = refused = 0
        tally = {damage.__name__: [0, 0] for damage in DAMAGES}
        for source, target, other in pairs(locale):
            total += 1
            reason = inspect(source, target, target_locale=locale)
            if reason:
                refused += 1
                if verbose:
                    print(f"REFUSED {reason}\n   {source}\n   {target}")
            for damage in DAMAGES:
                damaged = damage(source, target, other, dice)
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
        print(f"{locale}: refused {refused}/{total} = {refused / total:.2%}; detected {caught}/{asked} = {caught / asked:.2%}")
        print("   " + ", ".join(f"{name} {seen / many:.1%}" for name, (many, seen) in tally.items() if many))


if __name__ == "__main__":
    main()
