"""Owns the rules that ask the code of a language, as Korean has it: particles, register, spacing, spelling."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages.speech import speaks_on
from l10n.model import Kind, Severity, Term
from l10n.protocols import Example, Rule, Scope
from l10n.text.facts import terms
from l10n.text.hints import hinted
from l10n.text.markup.visible_text import view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Flaw
    from l10n.protocols import Pair
    from l10n.text.hints import Hinted
    from l10n.text.markup.visible_text import View

__all__ = ["RULES"]

_WORDS: dict[tuple[int, str], tuple[tuple[Term, ...], tuple[str, ...]]] = {}
"""What terms a source asks for, by the identity of the glossary, which is kept, so that the identity stays its own."""
_MOST_WORDS = 4096


def _terms(pair: Pair, text: str) -> list[tuple[int, int]]:
    """Return where the terms of the source stand in a translation."""
    if not pair.terms:
        return []
    key = (id(pair.terms), pair.source)
    if key not in _WORDS:
        if len(_WORDS) >= _MOST_WORDS:
            _WORDS.clear()
        found = terms.terms_in(pair.source, pair.terms)
        _WORDS[key] = pair.terms, tuple(dict.fromkeys(word for term in found for word in terms.targets(term)))
    return [place for word in _WORDS[key][1] for place in terms.standing(word, text)]


def _particles(pair: Pair) -> Iterator[Flaw]:
    particles, seen = languages.of(pair.locale).particles, view(pair.target, pair.target_spans)
    if particles:
        yield from map(seen.placed, particles.wrong(seen.text, _terms(pair, seen.text)))


def _spacing(pair: Pair) -> Iterator[Flaw]:
    spacing, seen = languages.of(pair.locale).spacing, view(pair.target, pair.target_spans)
    if spacing and " " in seen.text:
        unfinished = _unfinished(pair.source_locale)
        goes_on = unfinished is not None and unfinished.search(pair.source) is not None
        yield from map(seen.placed, spacing.wrong(seen.text, _terms(pair, seen.text), unfinished=goes_on))


@cache
def _unfinished(locale: str) -> Hinted | None:
    lists = languages.of(locale).lists
    return hinted(lists.others) if lists and lists.others else None


def _spelling(pair: Pair) -> Iterator[Flaw]:
    language, seen = languages.of(pair.locale), view(pair.target, pair.target_spans)
    if language.spelling:
        yield from map(seen.placed, language.spelling.wrong(seen.text))
    if language.keyboard:
        yield from map(seen.placed, language.keyboard.wrong(seen.text, pair.source))


_LOOSE = frozenset(
    {
        *(Kind.HEADLINE, Kind.HEADING, Kind.BYLINE, Kind.CAPTION, Kind.CELL),
        *(Kind.TERM, Kind.ALT, Kind.META, Kind.QUOTE),
    }
)
"""Texts that need no sentence, or are another's words."""


def _register(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    register = languages.of(pairs[0].locale if pairs else "").register
    prose: list[tuple[int, View]] = []
    speech = source_speech = False
    for index, pair in enumerate(pairs):
        seen = view(pair.target, pair.target_spans)
        quoted = (speech or source_speech) and not _marked(seen.text)
        speech = speaks_on(seen.text, open_before=speech)
        source_speech = speaks_on(pair.source, open_before=source_speech)
        if pair.kind not in _LOOSE and not quoted:
            prose.append((index, seen))
    for at, flaw in register.strays([seen.text for _, seen in prose]) if register else ():
        index, seen = prose[at]
        yield index, seen.placed(flaw)


def _marked(text: str) -> bool:
    return any(mark in text for mark in '"“”')


RULES: tuple[Rule, ...] = (
    Rule(
        id="particle",
        severity=Severity.ERROR,
        reason="A particle in the wrong form is the first thing a reader sees: it says that nobody read the text.",
        failing=(
            Example("The ministry denied the report.", "국가보위성은 보도을 부인했다."),
            Example("The ministry (MSS) denied it.", "**국가보위성**(MSS)를 비판했다."),
            Example("The ministry denied it.", "국가보위성가 부인했다.", terms=(Term("ministry", "국가보위성"),)),
        ),
        passing=(
            Example("The ministry (MSS) denied it in autumn.", "국가보위성(MSS)은 가을에 지은 집을 떠났다."),
            Example("The MSS bought 5kg.", "MSS는 5kg을 샀다."),
        ),
        find=_particles,
        finishes=True,
        facets=("particles",),
    ),
    Rule(
        id="register",
        severity=Severity.WARNING,
        reason="An article speaks at one level; a sentence at another reads as if someone else wrote it.",
        failing=(
            Example("He came.", "그가 왔다."),
            Example("It rained.", "비가 왔습니다."),
            Example("She left.", "그녀는 떠났다."),
        ),
        passing=(
            Example("He came.", "그가 왔다."),
            Example("“It rained,” he said.", "그는 “비가 왔습니다”라고 말했다."),
            Example("She left.", "그녀는 떠났다."),
        ),
        find=_register,
        scope=Scope.ARTICLE,
        facets=("register",),
    ),
    Rule(
        id="spacing",
        severity=Severity.WARNING,
        reason="A particle belongs to its word, and a dependent noun stands apart; readers stumble where it is not so.",
        failing=(
            Example("On May 25 it ended.", "5월 25일 에 끝났다."),
            Example("It can end.", "끝날 것 이다."),
            Example("Buy pears, nuts and so on.", "배와 호두등을 사라."),
        ),
        passing=(
            Example("On May 25 it ended.", "5월 25일에 끝났다."),
            Example("He shared 70% of 1 kg of silver.", "그는 은 1 kg의 70 %를 1년 치로 나눌 수밖에 없었다."),
            Example("The traffic lights and so on went out.", "신호등 등이 꺼졌다."),
        ),
        find=_spacing,
        finishes=True,
        facets=("spacing",),
    ),
    Rule(
        id="spelling",
        severity=Severity.WARNING,
        reason="A word that no dictionary has tells readers that nobody read the text.",
        failing=(Example("It took a few days.", "몇일이 걸렸다."),),
        passing=(Example("Regional activity took a few days.", "지역활동은 며칠이 걸렸다."),),
        find=_spelling,
        finishes=True,
        facets=("spelling",),
    ),
)
