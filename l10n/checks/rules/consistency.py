"""Owns the rules about what must be the same everywhere: one source, one translation, one style."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from l10n import languages
from l10n.languages.speech import speaks_on
from l10n.many import apart
from l10n.model import Flaw, Kind, Severity
from l10n.protocols import Example, Rule, Scope
from l10n.text.digest import digest
from l10n.text.identity.echo import normal
from l10n.text.punctuation.characters import mask
from l10n.text.sentences import similarity
from l10n.text.sentences.words import blank, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_BRIEF = 2
"""Words up to which the context may ask for another translation."""
_PLAIN = 4
"""Words from which nothing but the text decides."""
_LABELS = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.LIST_ITEM, Kind.CELL, Kind.META, Kind.TERM})
_LOOSE = _LABELS | {Kind.BYLINE, Kind.CAPTION, Kind.ALT, Kind.QUOTE}
"""Texts that need no sentence, or are another's words."""
_WORDS, _LETTERS = 5, 15
"""Words of a source and characters of a target from which two alike are no chance."""
_ALIKE, _NEAR = 0.55, 0.7
"""Likeness of two sources from which they may rightly have one translation; the second where few words are shared."""
_SHARED = 0.2
_BITS = (1 << 64) - 1
_SHOWN = 60
_LETTER = re.compile(r"[^\W\d_]")
_CURLY_MARKS = frozenset("“”„«»‘’‚")
_CURLY = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def _same(text: str) -> str:
    """Return a source text without what makes it no other: white space, the kind of its quotation marks."""
    return " ".join((text if _CURLY_MARKS.isdisjoint(text) else text.translate(_CURLY)).split())


_Way: TypeAlias = "tuple[int, str, str, bool, bool, str]"
"""How a text is translated: its index, the digests of source and target, whether it is a draft, whether nothing but the
text decides how it is translated, and the target as it is shown."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How the texts of an article are translated."""

    article: str
    ways: tuple[_Way, ...]


def _ways(pairs: Sequence[Pair]) -> _Ways:
    return _Ways(
        pairs[0].article if pairs else "",
        tuple(
            (
                index,
                digest(_same(pair.source)),
                digest(normal(pair.target)),
                pair.draft,
                _firm(pair),
                _short(pair.target),
            )
            for index, pair in enumerate(pairs)
            if pair.locale != pair.source_locale and _LETTER.search(pair.source)
        ),
    )


def _firm(pair: Pair) -> bool:
    size = count(pair.source, pair.source_spans)
    return size >= _PLAIN or (size > _BRIEF and pair.kind in _LABELS)


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One of several translations of a text."""

    at: int
    article: str
    index: int
    target: str
    draft: bool
    firm: bool
    shown: str


def _inconsistent(articles: Iterable[_Ways]) -> Iterator[tuple[int, int, Flaw]]:
    mixed = apart((int(way[1], 16), int(way[2], 16)) for article in articles for way in article.ways)
    groups: dict[str, list[_Rendering]] = defaultdict(list)
    for at, article in enumerate(articles) if mixed else ():
        for index, source, target, draft, firm, shown in article.ways:
            if int(source, 16) in mixed:
                groups[source].append(_Rendering(at, article.article, index, target, draft, firm, shown))
    for places in groups.values():
        for place, model in _deviating(places):
            said = f"the same text is “{model.shown}” in {model.article}"
            yield place.at, place.index, Flaw(said, severity=None if place.firm else Severity.INFO)


def _deviating(places: Sequence[_Rendering]) -> Iterator[tuple[_Rendering, _Rendering]]:
    """Yield the places that differ from most, with the first of these.

    What a person has read outweighs drafts, then the number counts, then who is first.
    """
    ways: dict[str, list[tuple[int, _Rendering]]] = defaultdict(list)
    for rank, place in sorted(enumerate(places), key=lambda one: one[1].draft):
        ways[place.target].append((rank, place))
    usual = max(ways.values(), key=lambda some: (sum(not place.draft for _, place in some), len(some), -some[0][0]))
    model = usual[0][1]
    for place in places:
        if place.target != model.target:
            yield place, model


_Said: TypeAlias = "tuple[int, str, bool, str, bool]"
"""What a translation is the translation of: its index and digest, whether enough letters stand in it, markup left out,
the source (empty for a text so short that two may well be translated by the same words), and whether it is a draft."""


@dataclass(frozen=True, slots=True)
class _Sayings:
    """What the translations of an article are of."""

    article: str
    said: tuple[_Said, ...]


def _sayings(pairs: Sequence[Pair]) -> _Sayings:
    return _Sayings(
        pairs[0].article if pairs else "",
        tuple(
            (
                index,
                digest(_same(pair.target)),
                len(blank(pair.target, pair.target_spans).strip()) >= _LETTERS,
                pair.source if count(pair.source, pair.source_spans) >= _WORDS else "",
                pair.draft,
            )
            for index, pair in enumerate(pairs)
            if len(pair.target) >= _LETTERS and pair.locale != pair.source_locale
        ),
    )


@dataclass(frozen=True, slots=True)
class _Use:
    """One of several texts that have the same translation."""

    at: int
    article: str
    index: int
    long: bool
    source: str
    draft: bool


def _same_target(articles: Iterable[_Sayings]) -> Iterator[tuple[int, int, Flaw]]:
    several = apart((int(said[1], 16), hash(said[3]) & _BITS) for article in articles for said in article.said)
    groups: dict[str, list[_Use]] = defaultdict(list)
    for at, article in enumerate(articles) if several else ():
        for index, target, long, source, draft in article.said:
            if int(target, 16) in several:
                groups[target].append(_Use(at, article.article, index, long, source, draft))
    for uses in groups.values():
        for use, other in _pasted(uses) if uses[0].long else ():
            yield (
                use.at,
                use.index,
                Flaw(f"the same translation stands for “{_short(other.source)}” in {other.article}"),
            )


def _pasted(uses: Iterable[_Use]) -> Iterator[tuple[_Use, _Use]]:
    """Yield the later of texts that say different things, drafts last, with the earlier one."""
    known: dict[str, _Use] = {}
    for use in sorted(uses, key=lambda one: one.draft):
        if not use.source:
            continue
        plain = normal(use.source)
        other = next((one for text, one in known.items() if _unlike(plain, text)), None)
        if other is not None:
            yield use, other
        known.setdefault(plain, use)


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
    style = languages.of(pairs[0].locale if pairs else "").style
    texts = [mask(pairs[at].target, pairs[at].target_spans) for at in prose]
    for at, flaw in style.strays(texts) if style else ():
        yield prose[at], flaw


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
        digest=_ways,
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
        digest=_sayings,
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
        facets=("style",),
    ),
)
