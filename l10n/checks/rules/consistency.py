"""Owns the rules about what must be the same everywhere: one source, one translation, one style."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from l10n.model import Kind, Severity
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text.identity.echo import normal
from l10n.text.punctuation.characters import mask
from l10n.text.sentences import politeness, similarity
from l10n.text.sentences.register import speaks_on
from l10n.text.sentences.words import blank, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_BRIEF = 2
"""Words up to which the context may ask for another translation."""
_PLAIN = 4
"""Words from which nothing but the text decides."""
_LABELS = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.LIST_ITEM, Kind.CELL, Kind.META, Kind.TERM})
_LOOSE = _LABELS | {Kind.CAPTION, Kind.ALT, Kind.QUOTE}
"""Texts that need no sentence, or are another's words."""
_WORDS, _LETTERS = 5, 15
"""Words of a source and characters of a target from which two alike are no chance."""
_ALIKE, _NEAR = 0.55, 0.7
"""Likeness of two sources from which they may rightly have one translation; the second where few words are shared."""
_SHARED = 0.2
_SHOWN = 60
_CURLY = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def _same(text: str) -> str:
    """Return a source text without what makes it no other: white space, the kind of its quotation marks."""
    return " ".join(text.translate(_CURLY).split())


def _inconsistent(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        if pair.locale != pair.source_locale:
            groups[_same(pair.source)].append(index)
    for places in groups.values():
        if len(places) > 1 and re.search(r"[^\W\d_]", pairs[places[0]].source):
            yield from _deviating(pairs, places)


def _deviating(pairs: Sequence[Pair], places: Sequence[int]) -> Iterator[tuple[int, Flaw]]:
    """Yield the places that differ from most; what a person has read outweighs drafts, then the first counts."""
    ways: dict[str, list[int]] = defaultdict(list)
    for index in sorted(places, key=lambda at: pairs[at].draft):
        ways[normal(pairs[index].target)].append(index)
    if len(ways) == 1:
        return
    usual = max(ways.values(), key=lambda some: (sum(not pairs[at].draft for at in some), len(some), -some[0]))
    model = pairs[usual[0]]
    for index in sorted(set(places) - set(usual)):
        yield (
            index,
            Flaw(f"the same text is “{_short(model.target)}” in {model.article}", severity=_weight(pairs[index])),
        )


def _weight(pair: Pair) -> Severity | None:
    size = count(pair.source, pair.source_spans)
    firm = size >= _PLAIN or (size > _BRIEF and pair.kind in _LABELS)
    return None if firm else Severity.INFO


def _same_target(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        if len(pair.target) >= _LETTERS and pair.locale != pair.source_locale:
            groups[_same(pair.target)].append(index)
    for places in groups.values():
        if len(places) > 1:
            yield from _pasted(pairs, places)


def _pasted(pairs: Sequence[Pair], places: Sequence[int]) -> Iterator[tuple[int, Flaw]]:
    """Yield the later of places whose sources say different things, drafts last."""
    if len(blank(pairs[places[0]].target, pairs[places[0]].target_spans).strip()) < _LETTERS:
        return
    known: dict[str, int] = {}
    for index in sorted(places, key=lambda at: pairs[at].draft):
        pair = pairs[index]
        plain = normal(pair.source)
        if count(pair.source, pair.source_spans) < _WORDS:
            continue
        other = next((at for text, at in known.items() if _unlike(plain, text)), None)
        if other is not None:
            where = f"“{_short(pairs[other].source)}” in {pairs[other].article}"
            yield index, Flaw(f"the same translation stands for {where}")
        known.setdefault(plain, index)


def _unlike(one: str, other: str) -> bool:
    """Tell whether two texts say different things: hardly a letter run, or hardly a word, is in both."""
    likeness = similarity.ratio(one, other)
    ours, theirs = set(one.split()), set(other.split())
    shared = len(ours & theirs) / len(ours | theirs)
    return likeness < _ALIKE or (likeness < _NEAR and shared < _SHARED)


def _mixed(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    """Yield the first ending of each text that is not in the style of nearly all of the article."""
    prose, speech = [], False
    for index, pair in enumerate(pairs):
        quoted, speech = speech, speaks_on(pair.source, open_before=speech)
        if pair.kind not in _LOOSE and not quoted:
            prose.append(index)
    found = {at: list(politeness.endings(mask(pairs[at].target, pairs[at].target_spans))) for at in prose}
    main = politeness.main_style([one for endings in found.values() for one in endings])
    for index, endings in found.items():
        odd = next((one for one in endings if main and one.style is not main and one.sure), None)
        if odd:
            word = pairs[index].target[odd.start : odd.end]
            yield index, Flaw(f"{word} is {odd.style}, the article is in {main}", odd.start, odd.end)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


RULES = (
    Rule(
        id="inconsistent",
        severity=Severity.WARNING,
        reason="Readers take two translations of one text for two things.",
        failing=(
            Example("The harbor is closed today.", "항구는 오늘 닫혀 있다."),
            Example("The harbor is closed today.", "오늘은 항만이 쉰다."),
        ),
        passing=(
            Example("The harbor is “closed” today.", "항구는 오늘 ‘닫혀’ 있다."),
            Example('The harbor is "closed" today.', "항구는 오늘 “닫혀” 있다"),
        ),
        find=_inconsistent,
        scope=Scope.LOCALE,
    ),
    Rule(
        id="same-target",
        severity=Severity.WARNING,
        reason="One translation under two different texts is mostly pasted into the wrong place.",
        failing=(
            Example("The captain left the harbor at noon.", "선장은 정오에 항구를 떠났다고 한다."),
            Example("Nobody had seen such a storm before.", "선장은 정오에 항구를 떠났다고 한다."),
        ),
        passing=(
            Example("The captain left the harbor at noon.", "선장은 정오에 항구를 떠났다고 한다."),
            Example("At noon the captain left the harbor.", "선장은 정오에 항구를 떠났다고 한다."),
        ),
        find=_same_target,
        scope=Scope.LOCALE,
    ),
    Rule(
        id="mixed-style",
        severity=Severity.WARNING,
        reason="A Japanese article is in です・ます or in だ・である; a sentence in the other is of another hand.",
        failing=(
            Example("The ship left.", "船は港を出た。", locale="ja"),
            Example("It rained.", "雨が降った。", locale="ja"),
            Example("The crew slept.", "船員は眠った。", locale="ja"),
            Example("The captain was glad.", "船長は喜んだ。", locale="ja"),
            Example("They came back.", "彼らは戻りました。", locale="ja"),
        ),
        passing=(
            Example("The ship left.", "船は港を出た。", locale="ja"),
            Example("It rained.", "雨が降った。", locale="ja"),
            Example("The crew slept.", "船員は眠った。", locale="ja"),
            Example("The captain was glad.", "船長は喜んだ。", locale="ja"),
            Example("“They came back,” she said.", "彼女は「彼らは戻りました」と述べた。", locale="ja"),
        ),
        find=_mixed,
        scope=Scope.ARTICLE,
        languages=frozenset({"ja"}),
    ),
)
