"""Owns the rules about how long a translation is and whether it repeats or drops something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text import length, repetition
from l10n.text.characters import mask, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _visible(pair: Pair) -> tuple[str, str]:
    return seen(pair.source, pair.source_spans), seen(pair.target, pair.target_spans)


def _length(pair: Pair) -> Iterator[Flaw]:
    source, target = _visible(pair)
    if len(source.strip()) < length.LONG or source == target:
        return
    low, high = length.bounds(pair.locale, len(source.strip()))
    part = length.share(source, target)
    if not low <= part <= high:
        word = "short" if part < low else "long"
        usual = f"{100 * low:.0f} to {100 * high:.0f}"
        yield Flaw(f"the translation is very {word}: {100 * part:.0f} % of the source's characters, not {usual}")


def _dropped(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    texts = [_visible(pair) for pair in pairs]
    shares = {at: length.share(*text) for at, text in enumerate(texts) if len(text[0]) >= length.LONG}
    for index, (pair, (source, target)) in enumerate(zip(pairs, texts, strict=True)):
        others = [part for at, part in shares.items() if pairs[at].article == pair.article]
        usual = length.usual(others, pair.locale)
        lost = length.lost(source, target, (pair.source_locale, pair.locale), usual) if usual else None
        if lost and usual:
            part = 100 * length.share(source, target) / usual
            counts = f"the source has {lost[0]} sentences, the translation {lost[1]}"
            yield index, Flaw(f"a sentence may be missing: {counts} and {part:.0f} % of the length usual here")


def _repeated(pair: Pair) -> Iterator[Flaw]:
    source, target = mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)
    loop = repetition.loop(target)
    if loop and not repetition.loop(source):
        yield Flaw("the text repeats itself without end", *loop, severity=Severity.ERROR)
    elif not any(repetition.twice(source)):
        for place in repetition.twice(target):
            yield Flaw("a sentence stands here twice", *place)


def _doubled(pair: Pair) -> Iterator[Flaw]:
    source, target = mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)
    for start, end, word in repetition.doubled(target, source):
        yield Flaw(f"{word} stands twice in a row", start, end, fix=word)


RULES: tuple[Rule, ...] = (
    Rule(
        id="length",
        severity=Severity.WARNING,
        reason="A translation far shorter or longer than its kind has lost or gained something.",
        failing=(Example("The council met in the harbor and voted for the new nets.", "표결했다."),),
        passing=(
            Example(
                "The council met in the harbor and voted for the new nets.", "시의회는 항구에서 새 그물을 표결했다."
            ),
        ),
        find=each(_length),
    ),
    Rule(
        id="dropped-sentence",
        severity=Severity.WARNING,
        reason="A sentence that got lost in translation is a fact that the reader never learns.",
        failing=(
            Example(
                "The council met in the harbor on Monday. It voted for new nets. Fishermen had asked for them in May.",
                "시의회는 월요일 항구에서 회의를 열었다.",
            ),
        ),
        passing=(
            Example(
                "The council met in the harbor on Monday. It voted for new nets. Fishermen had asked for them in May.",
                "시의회는 월요일 항구에서 회의를 열고 어민들이 5월에 요청한 새 그물을 사기로 의결했다.",
            ),
        ),
        find=_dropped,
        scope=Scope.ARTICLE,
    ),
    Rule(
        id="repetition",
        severity=Severity.WARNING,
        reason="A machine that loses its way says the same again and again.",
        failing=(
            Example(
                "The harbor was quiet.",
                "항구는 조용했다. 항구는 조용했다. 항구는 조용했다. 항구는 조용했다. 항구는 조용했다.",
            ),
            Example(
                "The harbor was quiet that night.", "그날 밤의 항구는 아주 조용했다. 그날 밤의 항구는 아주 조용했다."
            ),
        ),
        passing=(Example("The harbor was very quiet.", "항구는 하루하루 조용했다."),),
        find=each(_repeated),
    ),
    Rule(
        id="doubled-word",
        severity=Severity.WARNING,
        reason="A word that stands twice in a row is a slip of the hand.",
        failing=(Example("The border guard left.", "국경 국경 경비대가 떠났다."),),
        passing=(Example("It was very, very quiet.", "아주 아주 조용했다."),),
        find=each(_doubled),
    ),
)
