"""Owns the rules about Korean: particles, register, spacing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.checks.rules.base import per_pair
from l10n.model import Kind, Severity, Term
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text import korean
from l10n.text.facts import terms
from l10n.text.sentences import register

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_KOREAN = frozenset({"ko"})
_TRUSTED = {
    korean.Trust.LOW: Severity.INFO,
    korean.Trust.FAIR: Severity.WARNING,
    korean.Trust.HIGH: Severity.ERROR,
}


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
    seen = korean.view(pair.target, pair.target_spans)
    for slip in korean.wrong_particles(seen, _terms(pair, seen.text)):
        form = seen.text[slip.start : slip.end]
        said = f"after {slip.word} the particle is {slip.form}, not {form}" if slip.form else f"{form} stands twice"
        yield _flaw(seen, korean.Respelling(slip.start, slip.end, slip.form), said, _TRUSTED[slip.trust])


def _flaw(seen: korean.View, one: korean.Respelling, said: str, severity: Severity | None = None) -> Flaw:
    """Return the fault of a stretch; without a fix where markup stands inside of it."""
    start, end = seen.place(one.start, one.end)
    whole = unicodedata.normalize("NFC", seen.raw[start:end]) == seen.text[one.start : one.end]
    return Flaw(said, start, end, one.right if whole else None, severity)


def _spacing(pair: Pair) -> Iterator[Flaw]:
    seen = korean.view(pair.target, pair.target_spans)
    text = seen.text
    if " " not in text:
        return
    for one in korean.split_particles(text, _terms(pair, text)):
        before = text[: one.start].split()[-1]
        foreign = before[-1] == korean.OBJECT or (before[-1].isascii() and before[-1].isalpha() and before.islower())
        said = f"{one.right} is a particle: no space before it"
        yield _flaw(seen, one, said, Severity.INFO if foreign else None)
    for one in korean.misspaced(text):
        said = f"“{_around(text, one)}” is written “{_around(text, one, one.right)}”"
        yield _flaw(seen, one, said)


def _around(text: str, one: korean.Respelling, instead: str | None = None) -> str:
    """Return the words that a change touches, with the change made where `instead` is given."""
    head = re.search(r"\S*\Z", text[: one.start])
    tail = re.match(r"[가-힣]*", text[one.end :])
    middle = text[one.start : one.end] if instead is None else instead
    return f"{head[0] if head else ''}{middle}{tail[0] if tail else ''}"


def _spelling(pair: Pair) -> Iterator[Flaw]:
    seen = korean.view(pair.target, pair.target_spans)
    for one in korean.misspelt(seen.text):
        said = f"{seen.text[one.start : one.end]} is spelt {one.right}"
        yield _flaw(seen, one, said, None if one.sure else Severity.INFO)
    for one in korean.mistyped(seen.text):
        said = f"“{_around(seen.text, one)}” is written “{_around(seen.text, one, one.right)}”"
        yield _flaw(seen, one, said)
    for one in korean.on_english_keys(seen.text):
        if seen.text[one.start : one.end].lower() not in pair.source.lower():
            said = f"these keys give {one.right} on a Korean keyboard"
            yield Flaw(said, *seen.place(one.start, one.end))


_LOOSE = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.CAPTION, Kind.CELL, Kind.TERM, Kind.ALT, Kind.META, Kind.QUOTE})
"""Texts that need no sentence, or are another's words."""
_FEWEST = 3
"""Sentences that make a register."""
_HABIT = 2
"""Texts of an article that mix 합쇼체 and 해요체 by accident; more of them are how the author speaks."""


def _register(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    found: list[tuple[int, korean.View, list[register.Ending]]] = []
    speech = source_speech = False
    for index, pair in enumerate(pairs):
        seen = korean.view(pair.target, pair.target_spans)
        quoted = (speech or source_speech) and not _marked(seen.text)
        speech = register.speaks_on(seen.text, open_before=speech)
        source_speech = register.speaks_on(pair.source, open_before=source_speech)
        if pair.kind not in _LOOSE and not quoted:
            found.append((index, seen, _well_spelt(seen.text)))
    everything = [ending for *_, endings in found for ending in endings]
    main = register.main_register(everything) if len(everything) >= _FEWEST else None
    faults = []
    for index, seen, endings in found:
        own = main or register.main_register(endings)
        odd = next((one for one in endings if own and not register.fits(one, own)), None)
        if own and odd:
            whole = "the article" if main else "the text"
            said = f"{seen.text[odd.start : odd.end]} is {odd.register}, {whole} is in {own}"
            polite = register.Register.PLAIN not in {odd.register, own}
            faults.append((index, polite, Flaw(said, *seen.place(odd.start, odd.end))))
    habit = sum(polite for _, polite, _ in faults) > _HABIT
    for index, polite, flaw in faults:
        yield index, replace(flaw, severity=Severity.INFO) if polite and habit else flaw


def _well_spelt(text: str) -> list[register.Ending]:
    """Return the endings that are spelt right: what a slip of the keyboard leaves says nothing of the register."""
    wrong = [(one.start, one.end) for one in korean.misspelt(text)]
    return [one for one in register.endings(text) if all(end <= one.start or one.end <= start for start, end in wrong)]


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
        find=per_pair(_particles),
        languages=_KOREAN,
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
        languages=_KOREAN,
    ),
    Rule(
        id="spacing",
        severity=Severity.WARNING,
        reason="A particle belongs to its word, and a dependent noun stands apart; readers stumble where it is not so.",
        failing=(
            Example("On May 25 it ended.", "5월 25일 에 끝났다."),
            Example("It can end.", "끝날 것 이다."),
        ),
        passing=(
            Example("On May 25 it ended.", "5월 25일에 끝났다."),
            Example("He shared 70% of 1 kg of silver.", "그는 은 1 kg의 70 %를 1년 치로 나눌 수밖에 없었다."),
        ),
        find=per_pair(_spacing),
        languages=_KOREAN,
    ),
    Rule(
        id="spelling",
        severity=Severity.WARNING,
        reason="A word that no dictionary has tells readers that nobody read the text.",
        failing=(Example("It took a few days.", "몇일이 걸렸다."),),
        passing=(Example("Regional activity took a few days.", "지역활동은 며칠이 걸렸다."),),
        find=per_pair(_spelling),
        languages=_KOREAN,
    ),
)
