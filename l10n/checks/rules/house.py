"""Owns the rules of house style: what is right either way, and is written one way in one paper.

They are off by default: nobody is told of them, save where they are selected; machine drafts are finished by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity, Term
from l10n.protocols import Example, Rule
from l10n.text.facts import terms
from l10n.text.facts.replacing import replacement
from l10n.text.markup.visible_text import view
from l10n.text.numbers.groups import large
from l10n.text.punctuation import quotes
from l10n.text.punctuation.characters import mask
from l10n.text.punctuation.marks import unfixed
from l10n.text.sentences.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _units(pair: Pair) -> Iterator[Flaw]:
    counted, seen = languages.of(pair.locale).counted, view(pair.target, pair.target_spans)
    if counted:
        yield from map(seen.placed, counted.apart(seen.text))


def _large(pair: Pair) -> Iterator[Flaw]:
    seen = view(pair.target, pair.target_spans)
    yield from map(seen.placed, large(seen.text, pair.locale))


def _left(pair: Pair) -> Iterator[Flaw]:
    if not pair.terms or pair.locale == pair.source_locale:
        return
    text = blank(pair.target, pair.target_spans)
    for term in terms.terms_in(blank(pair.source, pair.source_spans), pair.terms):
        for start, end in terms.left(term, text):
            wider, fix = replacement(pair.target, start, end, term.target, pair.locale) or (end, None)
            yield Flaw(f"“{term.source}” is “{term.target}” in the glossary", start, wider, fix)


_ENGLISH = "“”"


def _own_quotes(pair: Pair) -> Iterator[Flaw]:
    outer, _ = quotes.preferred(pair.locale)
    language = languages.of(pair.locale)
    if (
        '"' not in pair.target
        or '""' in pair.target
        or not outer
        or (outer == _ENGLISH and not language.has("marks.wide"))
    ):
        return
    space = language.quotes.gap if language.quotes else ""
    reading = quotes.read(mask(pair.target, pair.target_spans), pair.locale)
    if reading.flaws:
        return
    for one in reading.quotations:
        if one.marks == '""' and not one.depth:
            said = pair.target[one.start + 1 : one.end - 1].strip(" ")
            fix = f"{outer[0]}{space}{said}{space}{outer[1]}"
            yield Flaw("straight quotation marks, which are not those of this language", one.start, one.end, fix)


def _fixed_space(pair: Pair) -> Iterator[Flaw]:
    yield from unfixed(mask(pair.target, pair.target_spans), pair.locale)


RULES = (
    Rule(
        id="unit-space",
        severity=Severity.INFO,
        reason="Korean newspapers write a figure and what it counts in one piece.",
        failing=(Example("It began at 9:30.", "9시 30 분에 시작됐다."),),
        passing=(
            Example("It began at 9:30.", "9시 30분에 시작됐다."),
            Example("They lost 2 to 3.", "그들은 2 대 3으로 졌다."),
        ),
        find=_units,
        facets=("counted",),
        default=False,
        finishes=True,
    ),
    Rule(
        id="large-number",
        severity=Severity.INFO,
        reason="Readers who count in groups of four digits stumble over groups of three.",
        failing=(Example("It cost 1,300,000 dollars.", "1,300,000달러가 들었다."),),
        passing=(Example("It cost 12,500 dollars.", "12,500달러가 들었다."),),
        find=_large,
        facets=("numbers.myriads", "numbers.written"),
        default=False,
        finishes=True,
    ),
    Rule(
        id="term-left",
        severity=Severity.INFO,
        reason="A name that the house has its own way to write is not left in English letters.",
        failing=(Example("Hsieh met Ma.", "Hsieh은 마를 만났다.", terms=(Term("Hsieh", "셰이"),)),),
        passing=(Example("Hsieh met Ma.", "셰이(Hsieh)는 마를 만났다.", terms=(Term("Hsieh", "셰이"),)),),
        find=_left,
        default=False,
        finishes=True,
    ),
    Rule(
        id="own-quotes",
        severity=Severity.INFO,
        reason="Where quotation marks have a shape of their own, straight ones are an engine's copy of the English.",
        failing=(Example('"We wait," he said.', 'Er sagte: "Wir warten."', locale="de"),),
        passing=(
            Example('"We wait," he said.', "Er sagte: „Wir warten.“", locale="de"),
            Example('"We wait," he said.', '그는 "기다린다"고 말했다.'),
        ),
        find=_own_quotes,
        facets=("quotes",),
        default=False,
        finishes=True,
    ),
    Rule(
        id="fixed-space",
        severity=Severity.INFO,
        reason="A line that begins with a mark is a misprint; a space that does not break keeps it with its word.",
        failing=(Example("Who waits?", "Qui attend ?", locale="fr"),),
        passing=(Example("Who waits?", "Qui attend\u00a0?", locale="fr"),),
        find=_fixed_space,
        facets=("marks.spaced",),
        default=False,
        finishes=True,
    ),
)
