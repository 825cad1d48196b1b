"""Owns the rules about brackets, stops and commas and the spaces around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Kind, Severity
from l10n.protocols import Example, Rule, Scope
from l10n.text.punctuation import endings, marks
from l10n.text.punctuation.characters import mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _brackets(pair: Pair) -> Iterator[Flaw]:
    target, source = mask(pair.target, pair.target_spans), mask(pair.source, pair.source_spans)
    flaw = marks.unpaired(target)
    if flaw and not marks.unpaired(source):
        yield flaw
    elif not flaw and not marks.kept_brackets(source, target):
        yield Flaw("the source has an editor's square brackets, the translation has none", severity=Severity.INFO)


def _gapped(pair: Pair) -> Iterator[Flaw]:
    found = list(marks.gapped(mask(pair.target, pair.target_spans), pair.locale))
    if found and not any(marks.gapped(mask(pair.source, pair.source_spans), pair.source_locale)):
        yield from marks.gather(pair.target, found, "spaces before and after marks")


def _crowded(pair: Pair) -> Iterator[Flaw]:
    found = list(marks.crowded(mask(pair.target, pair.target_spans), pair.source, pair.locale))
    yield from marks.gather(pair.target, found, f"no space after {pair.target[found[0].start]}" if found else "")


def _doubled(pair: Pair) -> Iterator[Flaw]:
    source = mask(pair.source, pair.source_spans)
    for flaw in marks.doubled(mask(pair.target, pair.target_spans)):
        if pair.target[flaw.start : flaw.end] not in source:
            yield flaw


_FEWEST, _MOST_STOPLESS = 4, 0.2
"""Paragraphs that show what an article does, and how many of them may lack a stop by accident."""


def _stopless(pair: Pair) -> int | None:
    return marks.stopless(mask(pair.target, pair.target_spans), pair.locale)


def _stops(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    whole = [
        index
        for index, pair in enumerate(pairs)
        if pair.kind is Kind.PARAGRAPH and marks.is_sentence(mask(pair.source, pair.source_spans))
    ]
    ends = {index: _stopless(pairs[index]) for index in whole}
    bare = {index: end for index, end in ends.items() if end is not None}
    if len(whole) < _FEWEST or len(bare) > max(1, len(whole) * _MOST_STOPLESS):
        return
    for index, end in bare.items():
        yield index, Flaw("the paragraph ends without a stop, others do not", end, end + 1)


def _ended(pair: Pair) -> Iterator[Flaw]:
    flaw = endings.turned(mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans))
    if flaw:
        yield flaw


RULES = (
    Rule(
        id="brackets",
        severity=Severity.WARNING,
        reason="A bracket without its partner leaves a reader in doubt where the aside ends.",
        failing=(
            Example("The port (closed since May) opens.", "(5월부터 닫힌 항구가 열린다."),
            Example("He left it [the port].", "그는 항구를 떠났다."),
        ),
        passing=(
            Example("The port (closed since May) opens.", "항구（5월부터 닫힘)가 열린다."),
            Example("a) The port opens :)", "a) 항구가 열린다 :)"),
        ),
        find=_brackets,
    ),
    Rule(
        id="space-before-mark",
        severity=Severity.WARNING,
        reason="A space before a stop or inside of brackets tears the mark from its word, and a line may break there.",
        failing=(
            Example("The ship left.", "배가 떠났다 ."),
            Example("The ship (a ferry) left.", "배( 여객선 )가 떠났다."),
        ),
        passing=(
            Example("The ship left.", "배가 떠났다."),
            Example("The ship left!", "Le navire est parti !", locale="fr"),
            Example("It is written in .NET.", "이것은 .NET으로 쓰였다."),
        ),
        find=_gapped,
        finishes=True,
    ),
    Rule(
        id="space-after-mark",
        severity=Severity.WARNING,
        reason="Without a space after a stop or comma two words run together.",
        failing=(Example("It left. He saw it.", "배가 떠났다.그는 보았다."),),
        passing=(Example("It cost 1,000 at Port.com.", "Port.com에서 1,000달러였다."),),
        find=_crowded,
        finishes=True,
    ),
    Rule(
        id="doubled-mark",
        severity=Severity.WARNING,
        reason="A stop or comma that stands twice is a slip of the keyboard.",
        failing=(Example("The ship left.", "배가 떠났다.."),),
        passing=(Example("The ship left ...", "배가 떠났다..."),),
        find=_doubled,
        finishes=True,
    ),
    Rule(
        id="final-stop",
        severity=Severity.WARNING,
        reason="A paragraph without its stop looks cut off, and often is.",
        failing=(
            Example("The ship left the harbor.", "배가 항구를 떠났다"),
            Example("The ship came back on Monday.", "배가 월요일에 돌아왔다."),
            Example("The crew went on land.", "선원들이 뭍에 올랐다."),
            Example("The captain stayed on board.", "선장은 배에 남았다."),
        ),
        passing=(
            Example("The ship left the harbor", "배가 항구를 떠났다"),
            Example("The ship came back on Monday.", "배가 월요일에 돌아왔다."),
            Example("The crew went on land.", "선원들이 뭍에 올랐다."),
            Example("“The captain stayed on board.”", "“선장은 배에 남았다”"),
        ),
        find=_stops,
        scope=Scope.ARTICLE,
        facets=("marks.stops",),
    ),
    Rule(
        id="end-mark",
        severity=Severity.WARNING,
        reason="A question that became a statement says what nobody said, and the other way round.",
        failing=(
            Example("Who opened the gate?", "누가 문을 열었는가."),
            Example("The gate is open.", "문이 열려 있는가?"),
            Example("The gate is open!", "Das Tor ist offen?", locale="de"),
        ),
        passing=(
            Example("Who opened the gate?", "누가 문을 열었는가?"),
            Example("He asked: “Who opened it?”", "그는 누가 열었는지 물었다."),
            Example("The gate is open!", "문이 열려 있다."),
        ),
        find=_ended,
    ),
)
