"""Owns the rules about how long a translation is and whether it repeats or drops something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Kind, Severity, SpanKind
from l10n.protocols import Example, Rule, Scope
from l10n.text.identity import echo, other_language
from l10n.text.punctuation import quotations
from l10n.text.punctuation.characters import mask, seen
from l10n.text.sentences import counterparts, length, repetition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Inline
    from l10n.protocols import Pair

__all__ = ["RULES"]


_NEAR = 1.15
"""Times the greatest length up to which a careful person may have explained something."""
_SHOWN = 60
"""Characters of a quotation that a message shows."""
_TERSE = 0.85
"""Part of what is usual in a language below which an article is terse, and its sentences are not looked for."""
_SURE = 70
"""Per cent of the usual length above which a person has often just joined sentences."""


def _visible(pair: Pair) -> tuple[str, str]:
    return seen(pair.source, pair.source_spans), seen(pair.target, pair.target_spans)


def _usual(pairs: Sequence[Pair], texts: Sequence[tuple[str, str]]) -> dict[str, float | None]:
    """Return the usual share of each article."""
    shares: dict[str, list[float]] = {pair.article: [] for pair in pairs}
    for pair, (source, target) in zip(pairs, texts, strict=True):
        if len(source) >= length.LONG and not echo.is_echo(source, target, pair.locale):
            shares[pair.article].append(length.share(source, target))
    return {article: length.usual(found, pairs[0].locale) for article, found in shares.items()}


def _lost(pair: Pair, usual: float | None) -> tuple[int, int] | None:
    return length.lost(*_visible(pair), (pair.source_locale, pair.locale), usual) if usual else None


def _length(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    texts = [_visible(pair) for pair in pairs]
    usual = _usual(pairs, texts)
    for index, (pair, (source, target)) in enumerate(zip(pairs, texts, strict=True)):
        if len(length.counted(source)) < length.LONG or source == target:
            continue
        if echo.is_echo(source, target, pair.locale) or other_language.why(target, pair.locale):
            continue
        terse = pair.kind is Kind.HEADLINE
        low, high = length.bounds(pair.locale, length.LONG if terse else len(source.strip()))
        counted = length.counted(source), length.counted(target)
        part, common = length.share(*counted), usual[pair.article]
        if length.weight(*counted) < length.LONG / 2:
            continue
        if not low <= part <= high:
            word = "short" if part < low else "long"
            most = f"{100 * low:.0f} to {100 * high:.0f}"
            said = f"the translation is very {word}: {100 * part:.0f} % of the source's length, not {most}"
            near = part > high and (part <= _NEAR * high or _coded(pair))
            yield index, Flaw(said, severity=Severity.INFO if near else None)
        elif common and not terse and length.half(source, target, common) and not _lost(pair, common):
            many = f"{100 * part:.0f} % of the source's length, usual here are {100 * common:.0f}"
            yield index, Flaw(f"the translation is very short: {many}")


def _coded(pair: Pair) -> bool:
    """Tell whether a text speaks of code, which has to be explained where grammar joins it to other words."""
    return any(span.kind is SpanKind.CODE for span in pair.source_spans)


def _dropped(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    texts = [_visible(pair) for pair in pairs]
    usual = _usual(pairs, texts)
    for index, (pair, text) in enumerate(zip(pairs, texts, strict=True)):
        common = usual[pair.article]
        lost = _lost(pair, common)
        if lost and common:
            part = 100 * length.share(*text) / common
            counts = f"the source has {lost[0]} sentences, the translation {lost[1]}"
            said = f"a sentence may be missing: {counts} and {part:.0f} % of the length usual here"
            yield index, Flaw(said, severity=None if part <= _SURE else Severity.INFO)
            continue
        usually = length.usual((), pair.locale)
        if not (common and usually) or common < _TERSE * usually or _strange(pair):
            continue
        place = counterparts.lost(*text, (pair.source_locale, pair.locale))
        if place and place[1] - place[0] < len(text[0].strip()):
            yield index, Flaw(f"nothing in the translation says: {_short(text[0][slice(*place)])}")


def _strange(pair: Pair) -> bool:
    """Tell whether a text is not in its language at all, as other rules say."""
    return echo.is_echo(*_visible(pair), pair.locale) or bool(other_language.why(_visible(pair)[1], pair.locale))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


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
    for start, end, word in repetition.doubled(target, source, pair.locale):
        yield Flaw(f"{word} stands twice in a row", start, end, fix=word)


def _quoted(pair: Pair) -> Iterator[Flaw]:
    source, target = mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)
    if _marked(pair.target_spans) > _marked(pair.source_spans):
        return
    said = quotations.dropped(source, target, pair.locale)
    if said and not _strange(pair):
        yield Flaw(f"no quotation marks for {_short(said)}")


def _marked(spans: Sequence[Inline]) -> int:
    return sum(span.kind in {SpanKind.EMPHASIS, SpanKind.CODE} for span in spans)


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
        find=_length,
        scope=Scope.ARTICLE,
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
            Example(
                "The council met on Monday evening. A lawyer from Norhaven read 14 letters from shop owners aloud, one "
                "by one. Nobody voted before midnight.",
                "El concejo se reunió el lunes por la tarde. Nadie votó antes de la medianoche.",
                locale="es",
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
        find=_repeated,
    ),
    Rule(
        id="doubled-word",
        severity=Severity.WARNING,
        reason="A word that stands twice in a row is a slip of the hand.",
        failing=(Example("The border guard left.", "국경 국경 경비대가 떠났다."),),
        passing=(Example("It was very, very quiet.", "아주 아주 조용했다."),),
        find=_doubled,
    ),
    Rule(
        id="quotation-lost",
        severity=Severity.INFO,
        reason="Words in quotation marks are somebody's own; without them they are the writer's.",
        failing=(Example("He called it “a very wet net indeed”.", "그는 그것을 아주 젖은 그물로 불렀다."),),
        passing=(
            Example("He called it “a very wet net indeed”.", "그는 그것을 “아주 젖은 그물”로 불렀다."),
            Example("The ship “Old Harbor” left.", "올드하버호가 떠났다."),
            Example("“The nets are very wet,” he said.", "Er sagte, die Netze seien sehr nass.", locale="de"),
        ),
        find=_quoted,
        facets=("quotes.kept",),
    ),
)
