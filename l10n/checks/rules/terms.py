"""Owns the rules about the glossary and about names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from l10n import languages
from l10n.many import Anew
from l10n.model import Flaw, Severity, Term
from l10n.protocols import Example, Rule, Scope
from l10n.text.facts import name_slips, spelling, terms
from l10n.text.facts.acronyms import KNOWN, introduced
from l10n.text.facts.replacing import replacement
from l10n.text.identity import scripts
from l10n.text.sentences.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Pair
    from l10n.text.facts.terms import Verdict

__all__ = ["RULES"]


def _verdicts(pair: Pair) -> Iterator[Verdict]:
    """Judge a translation by the glossary; a text in the source's own language is no translation."""
    if pair.terms and pair.locale != pair.source_locale:
        yield from terms.judge(blank(pair.source, pair.source_spans), blank(pair.target, pair.target_spans), pair.terms)


def _note(term: Term) -> str:
    return f" ({term.note})" if term.note else ""


def _forbidden(pair: Pair) -> Iterator[Flaw]:
    told: set[tuple[int, int]] = set()
    for verdict in _verdicts(pair):
        term = verdict.term
        for word, (start, end) in zip(verdict.forbidden, verdict.ranges, strict=True):
            if (start, end) in told:
                continue
            told.add((start, end))
            wider, fix = replacement(pair.target, start, end, term.target, pair.locale) or (end, None)
            yield Flaw(
                f"“{word}” is not to be used for “{term.source}”: write “{term.target}”{_note(term)}",
                start,
                wider,
                fix,
                Severity.WARNING if pair.draft else None,
            )


def _missing(pair: Pair) -> Iterator[Flaw]:
    severity = Severity.INFO if pair.draft else None
    for verdict in _verdicts(pair):
        if verdict.missing and not verdict.forbidden:
            yield replace(_nearly(pair, verdict.term) or _not_there(verdict.term), severity=severity)


def _not_there(term: Term) -> Flaw:
    choices = " or ".join(f"“{word}”" for word in terms.targets(term))
    return Flaw(f"“{term.source}” is not translated as {choices}{_note(term)}")


def _nearly(pair: Pair, term: Term) -> Flaw | None:
    """Show the term where it stands with other spaces, which can be mended, or with other strokes."""
    text = blank(pair.target, pair.target_spans)
    spaced = terms.respaced(term.target, text)
    sounds = languages.of(pair.locale).sounds
    place = spaced or (spelling.misspelt(term.target, text, sounds) if sounds else None)
    if not place:
        return None
    start, end = place
    mended = replacement(pair.target, start, end, term.target, pair.locale) if spaced else None
    wider, fix = mended or (end, None)
    return Flaw(f"“{pair.target[start:end]}” is “{term.target}” in the glossary{_note(term)}", start, wider, fix)


_ORIGINAL = re.compile(
    r"(?<=[가-힣])[ \u00a0]+(?=\((?:[A-Z][A-Za-z0-9&.-]*[A-Z0-9]|[A-Z][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*)*)\))"
)
"""The space between a Korean word and a bracket that only holds an acronym or a name in Latin letters."""


def _bracket_space(pair: Pair) -> Iterator[Flaw]:
    if " (" not in pair.target and "\u00a0(" not in pair.target:
        return
    for space in _ORIGINAL.finditer(blank(pair.target, pair.target_spans)):
        start, end = space.span()
        word = re.search(r"[가-힣]+\Z", pair.target[:start])
        bracket = pair.target[end : pair.target.index(")", end) + 1]
        yield Flaw(f"a space before the bracket: write “{word.group() if word else ''}{bracket}”", start, end, "")


def _first_mention(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    seen: set[str] = set()
    for index, pair in enumerate(pairs):
        for acronym, start, end in introduced(blank(pair.source, pair.source_spans)):
            if acronym in seen or acronym in KNOWN:
                continue
            seen.add(acronym)
            word = re.compile(rf"(?<![A-Za-z]){acronym}(?![A-Za-z])")
            glossed = re.compile(rf"[(（\[［〔][^()（）]*{word.pattern}|{word.pattern} ?[(（]")
            if any(glossed.search(other.target) for other in pairs[: index + 1]):
                continue
            if any(word.search(other.target) for other in pairs[index:]):
                yield index, _introduce(pair, acronym, start, None)
            elif word.search(pair.source, end) or any(word.search(other.source) for other in pairs[index + 1 :]):
                yield index, _introduce(pair, acronym, start, Severity.INFO)


def _introduce(pair: Pair, acronym: str, start: int, severity: Severity | None) -> Flaw:
    """Say where the bracket belongs; that is certain where a word of the glossary stands for the name."""
    names = languages.of(pair.locale).names
    opens, closes = tuple(names.brackets if names else "()")
    bracket = f"{opens}{acronym}{closes}"
    behind = range(start - len(" ("), start + 1)
    named = [
        place.term for place in terms.places(pair.source, pair.terms) if place.end in behind or place.start == start
    ]
    found = [place for term in named for word in terms.targets(term) for place in terms.standing(word, pair.target)]
    if not found:
        return Flaw(f"the source introduces “{acronym}” here: write {bracket} behind the name", severity=severity)
    at, end = min(found)
    word = pair.target[at:end]
    wider, fix = replacement(pair.target, at, end, word + bracket, pair.locale) or (end, None)
    return Flaw(f"the first mention is to be “{word}{bracket}”", at, wider, fix, severity)


def _unlike_memory(pair: Pair) -> Iterator[Flaw]:
    """Show names that the name memory spells otherwise."""
    if not pair.names or pair.locale == pair.source_locale:
        return
    source, target = blank(pair.source, pair.source_spans), blank(pair.target, pair.target_spans)
    for slip in name_slips.unlike_memory(source, target, pair.names, pair.locale):
        name = slip.name
        wider, fix = replacement(pair.target, slip.start, slip.end, name.target, pair.locale) or (slip.end, None)
        message = f"“{target[slip.start : slip.end]}” is “{name.target}” in the name memory (“{name.source}”)"
        yield Flaw(message, slip.start, wider, fix, Severity.INFO if pair.draft else None)


@dataclass(frozen=True, slots=True)
class _Names:
    """How the names of an article are spelt in a locale."""

    article: str
    locale: str
    """Empty where nothing of it is translated."""
    sightings: spelling.Sightings
    known: frozenset[str]
    """Words of its names that the glossary has: what it says is for other rules to tell."""
    remembered: frozenset[str] = frozenset()
    """Names that the name memory has, and their words, for the same reason."""
    spelt: tuple[name_slips.SpeltHere, ...] = ()
    """How whole names are spelt."""


def _names(pairs: Sequence[Pair]) -> _Names:
    at = [index for index, pair in enumerate(pairs) if pair.locale != pair.source_locale]
    if not at:
        return _Names("", "", spelling.Sightings(()), frozenset())
    given = [pairs[index] for index in at]
    texts = [(blank(pair.source, pair.source_spans), blank(pair.target, pair.target_spans)) for pair in given]
    found = _sightings(texts, given[0].locale)
    seen = replace(found, texts=tuple(replace(text, index=at[text.index]) for text in found.texts))
    words = {word for text in seen.texts for name in text.names for word in name.split()}
    known = words.intersection(word for term in given[0].terms for word in term.source.split())
    remembered = {part for name in given[0].names for part in (name.source, *name.source.split())}
    spelt = tuple(replace(one, index=at[one.index]) for one in _spelt(texts, given[0].locale))
    return _Names(given[0].article, given[0].locale, seen, frozenset(known), frozenset(remembered), spelt)


def _spelt(texts: Sequence[tuple[str, str]], locale: str) -> Iterator[name_slips.SpeltHere]:
    if languages.of(locale).heard:
        yield from name_slips.spelt_here(texts, locale)


def _sightings(texts: Sequence[tuple[str, str]], locale: str) -> spelling.Sightings:
    sounds = languages.of(locale).sounds
    if sounds:
        return spelling.by_sound(texts, sounds)
    return spelling.by_letters(texts) if scripts.expected(locale) == frozenset({"latin"}) else spelling.Sightings(())


def _name_spelling(articles: Iterable[_Names]) -> Iterator[tuple[int, int, Flaw]]:
    locale, names = "", []
    known: set[str] = set()
    remembered: set[str] = set()
    for article in articles:
        locale = locale or article.locale
        names.append(article.article)
        known |= article.known
        remembered |= article.remembered
    seen = Anew(articles, attrgetter("sightings"))
    sounds = languages.of(locale).sounds
    told: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for slip in spelling.transliterated(seen, sounds) if sounds else spelling.copied(seen):
        if known.isdisjoint(slip.name.split()) and slip.name not in remembered:
            often = f"{slip.uses} texts, first " if slip.uses > 1 else ""
            there = f"“{slip.usual}” ({often}in {names[slip.model]})"
            message = f"“{slip.name}” is spelt in two ways: “{slip.written}” here, and {there}"
            severity = None if slip.clear else Severity.INFO
            told[slip.article, slip.index].append((slip.start, slip.end))
            yield slip.article, slip.index, Flaw(message, slip.start, slip.end, severity=severity)
    for at, one, uses, usual, where in name_slips.two_ways(Anew(articles, attrgetter("spelt"))):
        here = told[at, one.index]
        if any(start < one.end and one.start < end for start, end in here):
            continue
        if known.isdisjoint(one.name.split()) and one.name not in remembered:
            often = f"{uses} texts, first " if uses > 1 else ""
            there = f"“{usual.written}” ({often}in {names[where]})"
            message = f"“{one.name}” is spelt in two ways: “{one.written}” here, and {there}"
            yield at, one.index, Flaw(message, one.start, one.end, severity=None if uses > 1 else Severity.INFO)


_MSS = Term("MSS", "국가보위성", forbidden=("국가안보부",), variants=("보위성",))
_ROJAS = Term("Jaime Rojas", "하이메 로자스")
_MINISTRY = Term("Ministry of State Security", "국가보위성")

RULES = (
    Rule(
        id="term-forbidden",
        severity=Severity.ERROR,
        reason="The glossary rules this word out, because readers take it for something else.",
        failing=(Example("The MSS denied it.", "국가안보부는 부인했다.", terms=(_MSS,)),),
        passing=(Example("The MSS denied it.", "보위성은 부인했다.", terms=(_MSS,)),),
        find=_forbidden,
        finishes=True,
    ),
    Rule(
        id="term-missing",
        severity=Severity.WARNING,
        reason="Readers know an institution by one name only; the glossary says which.",
        failing=(Example("The MSS denied it.", "경찰은 부인했다.", terms=(_MSS,)),),
        passing=(Example("The MSS denied it.", "국가보위성은 부인했다.", terms=(_MSS,)),),
        find=_missing,
        finishes=True,
    ),
    Rule(
        id="first-mention",
        severity=Severity.WARNING,
        reason="Readers who meet an acronym must have been told once what it stands for.",
        failing=(
            Example(
                "The Ministry of State Security (MSS) denied it. The MSS is feared.",
                "국가보위성은 부인했다. MSS는 두려운 존재다.",
                terms=(_MINISTRY,),
            ),
        ),
        passing=(
            Example("The Ministry of State Security (MSS) denied it.", "국가보위성(MSS)은 부인했다."),
            Example("The MSS is feared.", "MSS는 두려운 존재다."),
        ),
        find=_first_mention,
        scope=Scope.ARTICLE,
        facets=("names.brackets",),
    ),
    Rule(
        id="name-spelling",
        severity=Severity.WARNING,
        reason="Readers take a name that is spelt in two ways for two people or two places.",
        failing=(
            Example("Police arrested Jaime in May.", "경찰은 5월 하이메를 체포했다."),
            Example("A judge freed Jaime.", "판사는 하이메를 풀어 주었다."),
            Example("The lawyer of Jaime was glad.", "하이매의 변호사는 기뻐했다."),
        ),
        passing=(
            Example("Police arrested Jaime in May.", "경찰은 5월 하이메를 체포했다."),
            Example("A judge freed Jaime.", "판사는 하이메를 풀어 주었다."),
            Example("The lawyer of Jaime was glad.", "그의 변호사는 기뻐했다."),
        ),
        find=_name_spelling,
        digest=_names,
        scope=Scope.LOCALE,
    ),
    Rule(
        id="name-memory",
        severity=Severity.WARNING,
        reason="The house spells this name otherwise; readers take two spellings for two people or two places.",
        failing=(Example("Jaime Rojas denied it.", "하이메 로하스는 부인했다.", names=(_ROJAS,)),),
        passing=(
            Example("Jaime Rojas denied it.", "하이메 로자스는 부인했다.", names=(_ROJAS,)),
            Example("Jaime Rojas denied it.", "그는 부인했다.", names=(_ROJAS,)),
        ),
        find=_unlike_memory,
    ),
    Rule(
        id="bracket-space",
        severity=Severity.WARNING,
        reason="In Korean the original of a name stands in a bracket that is glued to the word it explains.",
        failing=(Example("The Harbor Police Office (HPO) closed.", "항만경찰청 (HPO)이 문을 닫았다."),),
        passing=(Example("The Harbor Police Office (HPO) closed.", "항만경찰청(HPO)이 문을 닫았다."),),
        find=_bracket_space,
        finishes=True,
        facets=("names.glued",),
    ),
)
