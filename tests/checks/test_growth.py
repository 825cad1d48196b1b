"""No text, whatever stands in it, takes a rule more time than grows with its length.

All rules are asked about runs of one pattern, in the source, in the translation or in both; the languages take turns.
One that takes long is measured by itself: on four times the text at most six times the time.
"""

from __future__ import annotations

import time
from functools import partial
from itertools import product

import pytest

from l10n import checks, formats
from l10n.checks import registry
from l10n.checks.knowledge import applies
from l10n.protocols import Pair, Scope
from l10n.text.analysis import analysed
from l10n.text.markup import emphasis, visible_text
from tests.growth import BETWEEN, MOST, NOTHING, PATTERNS, TIMES, growth, run

SIZE = 24_000
SOURCE = "The council met in the harbor."
TARGETS = {
    "ko": "시의회는 항구에서 회의를 열었다.",
    "ja": "評議会は港で会議を開いた。",
    "es": "El consejo se reunió en el puerto.",
    "ar": "اجتمع المجلس في الميناء.",
}
SIDES = ("both", "source", "target")


def distinct(form, size):
    """Return a text of different pieces: `@` is a number, `#` the same number in five letters."""
    pieces: list[str] = []
    length = 0
    while length < size:
        number = str(len(pieces))
        letters = "".join(chr(ord("a") + int(digit)) for digit in number.zfill(5))
        pieces.append(form.replace("@", number).replace("#", letters))
        length += len(pieces[-1]) + 1
    return " ".join(pieces)


DISTINCT = (
    *("@", "$@ million", "@%", "@ minutes", "[#](/@)", "`#@()`", "<b c=@>", "{#}", "May @, 1999", "N#", "N# is here."),
    *("“# is here”", "(#", "A.M. #.", "**#", "시의회#은 @명.", "“#", "‘#", "#@x.org", "@:00", "@-@", "5·@"),
)


def turns(rows):
    """Return the rows, each with a language and a side: these take turns."""
    return [(*row, tuple(TARGETS)[at % len(TARGETS)], SIDES[at % len(SIDES)]) for at, row in enumerate(rows)]


RUNS = turns(product(PATTERNS, BETWEEN))
FORMS = turns((form,) for form in DISTINCT)


def fresh():
    for kept in (analysed, visible_text.view, emphasis.strays):
        kept.cache_clear()


def made(make, locale, side, size):
    inline = formats.load("markdown").inline
    text = make(size)
    source, target = (text if side != "target" else SOURCE), (text if side != "source" else TARGETS[locale])
    return Pair(source, target, locale, inline(source), inline(target), article="a.md")


def slow(make, locale, side):
    """Return the rules whose time on a text grows faster than the text, with how much."""
    pairs = {size: made(make, locale, side, size) for size in (SIZE // TIMES, SIZE)}

    def pair(size):
        if size not in pairs:
            pairs[size] = made(make, locale, side, size)
        return pairs[size]

    def work(rule, size):
        begun = time.thread_time()
        list(checks.inspect([pair(size)], [rule], scopes=tuple(Scope)))
        return time.thread_time() - begun

    def alone(rule, size):
        fresh()
        work(rule, size)

    rules = [rule for rule in registry.rules() if applies(rule, locale)]
    taken = []
    for size in pairs:
        fresh()
        taken.append([work(rule, size) for rule in rules])
    suspects = [rule for rule, few, many in zip(rules, *taken, strict=True) if many > max(NOTHING, few * MOST)]
    found = {rule.id: growth(partial(alone, rule), SIZE) for rule in suspects}
    return {rule: times for rule, times in found.items() if times > MOST}


@pytest.mark.parametrize(("pattern", "between", "locale", "side"), RUNS)
def test_a_rule_takes_time_that_grows_with_a_run(pattern, between, locale, side):
    assert slow(partial(run, pattern, between), locale, side) == {}


@pytest.mark.parametrize(("form", "locale", "side"), FORMS)
def test_a_rule_takes_time_that_grows_with_different_pieces(form, locale, side):
    assert slow(partial(distinct, form), locale, side) == {}
