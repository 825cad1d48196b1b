"""Owns the rules about text that was not translated, or into another language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity, SpanKind
from l10n.protocols import Example, Rule, Scope
from l10n.text.identity import echo, foreign, identify, other_language, scripts, untranslated
from l10n.text.markup import placeholders
from l10n.text.punctuation.characters import mask, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_LATIN = frozenset({"latin"})
_OFTEN = 2
"""Times that words stay English in an article before they count as the translator's choice."""
_THROUGHOUT = 3
"""Times that a word stays English in all articles together before it counts as the project's choice."""
_RUN = 4
"""English words in a row that are surely left over in a text of another script."""
_CLAUSE = 6
"""English words in a row that are surely left over in a text in Latin letters."""


def _visible(pair: Pair) -> tuple[str, str]:
    return seen(pair.source, pair.source_spans), seen(pair.target, pair.target_spans)


def _identical(pair: Pair) -> Iterator[Flaw]:
    source, target = _visible(pair)
    if echo.is_echo(source, target, pair.locale) and not (_meant(pair) or identify.surely(target, pair.locale)):
        yield Flaw("the translation is the English text")


def _meant(pair: Pair) -> bool:
    """Tell whether a text is nothing that anybody translates."""
    source, _ = _visible(pair)
    return echo.technical(source) or echo.byline(pair.source, pair.source_spans) or _site(pair)


_SITES = frozenset({"github.com", "gitlab.com", "crates.io", "npmjs.com", "pypi.org"})
"""Sites whose paths are the names of programs."""


def _site(pair: Pair) -> bool:
    """Tell whether a text is a link whose words are the name of the site or the program that it leads to."""
    goals = list(placeholders.goals(pair.source, pair.source_spans))
    name = echo.normal(seen(pair.source, pair.source_spans)).replace(" ", "")
    parts = goals[0].partition("://")[2].split("/") if len(goals) == 1 else []
    place = "".join(parts if parts and parts[0].removeprefix("www.") in _SITES else parts[:1])
    return bool(name) and name in echo.normal(place).replace(" ", "")


def _kept(pair: Pair) -> frozenset[str]:
    """Return the words of the glossary that stay as they are, in lower case; of a term, its plural too."""
    found = {word.lower() for term in pair.terms for text in (term.target, *term.variants) for word in text.split()}
    return frozenset(found | {f"{word}s" for word in found if word.isascii()})


_WORD = re.compile(r"[^\W\d_]+")


def _coded(pairs: Sequence[Pair]) -> set[str]:
    """Return the words of the short pieces of code in the source texts, in lower case: they name things."""
    return {
        word.lower()
        for pair in pairs
        for span in pair.source_spans
        if span.kind is SpanKind.CODE and pair.source.count(" ", span.start, span.end) < _OFTEN
        for word in _WORD.findall(pair.source[span.start : span.end])
    }


@dataclass(frozen=True, slots=True)
class _Leftovers:
    """What stayed English in an article."""

    sure: tuple[tuple[int, Flaw], ...]
    """Pair and fault, whatever other articles have."""
    words: tuple[tuple[int, untranslated.Left], ...]
    """Pair and words that may be the translator's choice, or the project's."""
    coded: frozenset[str]
    """Words that name things in code, in lower case."""


def _is_english(locale: str) -> bool:
    return languages.of(locale).code == languages.ENGLISH


def _leftovers(pairs: Sequence[Pair]) -> _Leftovers:
    sure: list[tuple[int, Flaw]] = []
    words: list[tuple[int, untranslated.Left]] = []
    for index, pair in enumerate(pairs):
        if not _is_english(pair.source_locale) or _is_english(pair.locale):
            continue
        source, target = mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)
        wanted = scripts.expected(pair.locale)
        if wanted == _LATIN:
            place = untranslated.remark(source, target) or untranslated.run(source, target)
            if place and not _whole(pair):
                rest = pair.target[slice(*place)].split()
                linked = target[place[0] - 1 : place[0]] == "\u2060"
                certain = not linked and sum(map(str.islower, rest)) >= _CLAUSE
                level = Severity.ERROR if certain else None
                sure.append((index, Flaw(f"left in English: {' '.join(rest)}", *place, severity=level)))
        elif any(scripts.script(letter) in wanted for letter in target):
            transcribes = languages.of(pair.locale).has("names.transcribed")
            lefts = [] if _whole(pair) else untranslated.words(source, target, _kept(pair))
            here = [(index, left) for left in lefts if not left.named or (transcribes and not left.linked)]
            words += here
            place = None if here or _whole(pair) else untranslated.sentence(target)
            if place:
                sure.append((index, Flaw("an English sentence", *place, severity=Severity.ERROR)))
    return _Leftovers(tuple(sure), tuple(words), frozenset(_coded(pairs)))


def _left(articles: Iterable[_Leftovers]) -> Iterator[tuple[int, int, Flaw]]:
    usual = _usual(articles)
    for at, article in enumerate(articles):
        for index, flaw in article.sure:
            yield at, index, flaw
        often = Counter(" ".join(left.words).lower() for _, left in article.words)
        told: set[int] = set()
        for index, left in article.words:
            few = often[" ".join(left.words).lower()] < _OFTEN
            clause = sum(map(str.islower, left.words)) >= _RUN and any(map(identify.is_function_word, left.words))
            sure = clause and not left.linked
            if (few or clause) and index not in told:
                message = f"left in English: {' '.join(left.words)}"
                hint = left.named or left.whole or usual.issuperset(map(str.lower, left.words))
                level = Severity.ERROR if sure else Severity.INFO if hint else None
                yield at, index, Flaw(message, left.start, left.end, severity=level)
                told |= {index} if sure else set()


def _usual(articles: Iterable[_Leftovers]) -> set[str]:
    """Return the words, in lower case, that are names in code, or stay English throughout the project."""
    words: Counter[str] = Counter()
    coded: set[str] = set()
    for article in articles:
        coded |= article.coded
        for _, left in article.words:
            words.update({word.lower() for word in left.words})
    return coded | {word for word, times in words.items() if times >= _THROUGHOUT}


def _whole(pair: Pair) -> bool:
    """Tell whether a translation is English as a whole, which other rules say."""
    source, target = _visible(pair)
    return echo.is_echo(source, target, pair.locale) or bool(other_language.why(target, pair.locale))


def _foreign(pair: Pair) -> Iterator[Flaw]:
    source, target = _visible(pair)
    if echo.untranslatable(source, pair.locale):
        return
    if echo.is_echo(source, target, pair.locale):
        other = "" if _meant(pair) else identify.surely(target, pair.locale)
        if other:
            yield Flaw(f"the translation is in another language ({other})")
        return
    found = other_language.why(target, pair.locale)
    if found:
        yield Flaw(found)
        return
    yield from foreign.strangers(mask(pair.target, pair.target_spans), pair.source, pair.locale)


def _mixed(pair: Pair) -> Iterator[Flaw]:
    for start, end in foreign.mixed(mask(pair.target, pair.target_spans)):
        word = pair.target[start:end]
        if word not in pair.source:
            yield Flaw(f"{word} has letters of two scripts that look alike", start, end)


RULES = (
    Rule(
        id="identical",
        severity=Severity.WARNING,
        reason="A text that is word for word the source was probably never translated.",
        failing=(Example("The council met in the harbor.", "The council met in the harbor."),),
        passing=(Example("NASA", "NASA"),),
        find=_identical,
    ),
    Rule(
        id="leftover-english",
        severity=Severity.WARNING,
        reason="A word left in English stops the reader, or is a piece that nobody translated.",
        failing=(
            Example("The harbor council voted against it.", "항구 council은 반대했다."),
            Example("The council voted against it last week.", "시의회는 voted against it last week."),
            Example("The council voted against it last week.", "El consejo voted against it last.", locale="es"),
        ),
        passing=(
            Example("The Harbor Watch (HW) has 5 km of nets.", "항만감시단(Harbor Watch)은 HW라고 하며 그물이 5 km다."),
            Example("Open `council` at council.org.", "council.org에서 `council`을 연다."),
        ),
        find=_left,
        digest=_leftovers,
        scope=Scope.LOCALE,
    ),
    Rule(
        id="wrong-language",
        severity=Severity.ERROR,
        reason="A text in another language or script is the wrong file, or a machine that slipped.",
        failing=(
            Example("The council met in the harbor.", "評議会は港で会った。"),
            Example("The council met in the harbor.", "시의회는 港湾局에서 만났다."),
            Example("The council met.", "Der Rat hat sich in der Stadt mit den Leuten und dem Hafen befasst.", "es"),
        ),
        passing=(
            Example("The council met in the harbor.", "시의회(市議會)가 항구에서 만났다."),
            Example("China said so.", "中 “그렇다”"),
        ),
        find=_foreign,
        facets=("scripts",),
    ),
    Rule(
        id="mixed-script",
        severity=Severity.ERROR,
        reason="A Cyrillic or Greek letter that looks Latin is found by no search and read aloud wrongly.",
        failing=(Example("The NATO ships left.", "N\u0410TO 함정이 떠났다."),),
        passing=(Example("The NATO ships left.", "Корабли NATO ушли.", locale="ru"),),
        find=_mixed,
    ),
)
