"""Measures what becomes of 1,000 damaged drafts, made from human news translations, on their way into a catalogue.

Usage: python benchmarks/engines_mutations.py [-v]; the corpus folder is `L10N_CORPUS`, by default `../shared/corpus`
seen from the project. Each draft goes the way of an engine's answer: marks are put back, the guard looks at the text,
and a document's answers are looked at together. Prints rejected drafts by kind and language, and the undamaged ones
that are wrongly rejected; exits with 1 where a target is missed.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from engines_guard import LOCALES, pairs, rows

from l10n.drafting.guard import inspect
from l10n.drafting.misaligned import shifted
from l10n.formats import load
from l10n.text.markup.placeholders import protect, restore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY = 1000
LEAST = 0.98
MOST_WRONG = 0.01
SURE = frozenset({"placeholder lost", "link dropped", "shifted by one"})
"""Kinds of which every damage must be rejected."""
LONG = 40
_CODE = "`config.txt`"
_LINK = "[{}](https://example.org/{})"
_FOREIGN = {"ko": "أقر المجلس الميزانية الجديدة", "ar": "항구가 다시 문을 열었다"}
Dice = random.Random
Damaged = tuple[str, str | None]
"""A source and the draft as it would go into the catalogue; None where the marks no longer fit."""


def _through(source: str, damage: Callable[[str], str], target: str) -> Damaged:
    """Send a text with markup to an engine that answers `target` with its marks, damaged."""
    shield = protect(source, load("markdown").inline(source))
    return source, restore(shield, damage(target))


def placeholder_lost(source: str, target: str, dice: Dice) -> Damaged | None:
    """Lose, double or renumber the mark of a piece of code."""
    change = dice.choice(["", "⟦1⟧⟦1⟧", "⟦2⟧", "⟦ ⟧"])
    return _through(f"{_CODE} {source}", lambda text: text.replace("⟦1⟧", change), f"⟦1⟧ {target}")


def link_dropped(source: str, target: str, dice: Dice) -> Damaged | None:
    """Drop one or both marks of a link, or answer with another address."""
    link = _LINK.format("this", dice.randint(1, 99))
    if dice.random() < 1 / 3:
        return f"{source} {link}", f"{target} [this](https://example.org/other)"
    change = dice.choice(["this", "⟦1⟧this", ""])
    return _through(f"{source} {link}", lambda text: text.replace("⟦1⟧this⟦2⟧", change), f"{target} ⟦1⟧this⟦2⟧")


def number_changed(source: str, target: str, dice: Dice) -> Damaged | None:
    """Change one digit of a number of two digits and more that stands in both."""
    found = [
        match
        for match in re.finditer(r"(?<![\d.,:])[1-9]\d+(?![\d.,:]\d|\d)", target)
        if re.search(rf"(?<!\d){match.group()}(?!\d)", source)
    ]
    if not found:
        return None
    match = dice.choice(found)
    digits = match.group()
    at = dice.randrange(len(digits))
    new = digits[:at] + str((int(digits[at]) + dice.randint(1, 8)) % 9 + 1) + digits[at + 1 :]
    return (source, target[: match.start()] + new + target[match.end() :]) if new != digits else None


def wrong_script(source: str, target: str, dice: Dice, other: str = "") -> Damaged | None:
    """Answer in the script of another language."""
    del target, dice
    return source, other


def untranslated(source: str, target: str, dice: Dice) -> Damaged | None:
    """Answer with the source, or with its second half."""
    if len(source) < LONG:
        return source, source
    half = source.find(" ", len(source) // 2)
    return source, dice.choice([source, target[: len(target) // 2] + source[half:]])


def looped(source: str, target: str, dice: Dice) -> Damaged | None:
    """Repeat the last letters, a word or the whole over and over."""
    tail = dice.choice([target[-7:], " " + target.rsplit(maxsplit=1)[-1], " " + target])
    return source, target + tail * dice.randint(6, 12)


KINDS: dict[str, Callable[[str, str, Dice], Damaged | None]] = {
    "placeholder lost": placeholder_lost,
    "number changed": number_changed,
    "link dropped": link_dropped,
    "untranslated": untranslated,
    "looped": looped,
}


def rejected(source: str, target: str | None, locale: str) -> bool:
    """Tell whether a draft is refused by its marks or by the guard."""
    inline = load("markdown").inline
    return target is None or bool(
        inspect(source, target, target_locale=locale, source_spans=inline(source), target_spans=inline(target))
    )


def damaged(locale: str, dice: Dice) -> Iterator[tuple[str, Damaged]]:
    """Yield kind and damaged draft without end, every kind in turn."""
    texts = list(pairs(locale))
    scripts = list(pairs("ar" if locale != "ar" else "ko"))
    while True:
        for kind, damage in KINDS.items():
            made = None
            while made is None:
                source, target, _ = dice.choice(texts)
                made = damage(source, target, dice)
            yield kind, made
        at = dice.randrange(len(texts))
        if len(texts[at][0]) >= LONG:
            yield "wrong script", (texts[at][0], scripts[at][1])


def shifts(locale: str, dice: Dice) -> Iterator[bool]:
    """Yield for each draft of documents whose answers are one place off whether it is rejected."""
    documents = defaultdict(list)
    for row in rows():
        documents[row["doc"]].append((row["eng"], row[LOCALES[locale]]))
    names = list(documents)
    dice.shuffle(names)
    for name in names:
        sources, targets = map(list, zip(*documents[name], strict=True))
        moved = targets[1:] + targets[:1]
        together = bool(shifted(sources, moved, "en", locale))
        yield from (together or rejected(one, other, locale) for one, other in zip(sources, moved, strict=True))


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    share = MANY // 7 // len(LOCALES)
    for locale in LOCALES:
        dice = random.Random(locale)  # noqa: S311  the same damages every time
        made = damaged(locale, dice)
        while min((len(table[kind][locale]) for kind in (*KINDS, "wrong script")), default=0) < share + 1:
            kind, (source, target) = next(made)
            if len(table[kind][locale]) <= share:
                found = rejected(source, target, locale)
                table[kind][locale].append(found)
                if "-v" in sys.argv and not found:
                    print(f"passed: {locale} {kind}\n    {source}\n    {target}")
        for _, found in zip(range(share + 1), shifts(locale, dice), strict=False):
            table["shifted by one"][locale].append(found)
    print("rejected of damaged drafts", *LOCALES, "all", sep="\t")
    missed = False
    total: list[bool] = []
    for kind, by_locale in table.items():
        everything = [found for many in by_locale.values() for found in many]
        total += everything
        cells = [f"{sum(many)}/{len(many)}" for many in by_locale.values()]
        print(kind, *cells, f"{sum(everything)}/{len(everything)}", sep="\t")
        missed |= kind in SURE and not all(everything)
    rate = sum(total) / len(total)
    print(f"together {sum(total)}/{len(total)} = {rate:.2%}")
    for locale in LOCALES:
        good = [rejected(source, target, locale) for source, target, _ in pairs(locale)]
        documents = defaultdict(list)
        for row in rows():
            documents[row["doc"]].append(row)
        off = sum(
            bool(shifted([row["eng"] for row in many], [row[LOCALES[locale]] for row in many], "en", locale))
            for many in documents.values()
        )
        print(f"{locale}: undamaged wrongly rejected {sum(good)}/{len(good)} = {sum(good) / len(good):.2%}", end="")
        print(f", documents {off}/{len(documents)}")
        missed |= sum(good) / len(good) > MOST_WRONG or off > 0
    missed |= rate < LEAST
    print("a target is missed" if missed else "all targets met")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
