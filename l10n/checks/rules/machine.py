"""Owns the rules about what a machine does to a text and a person seldom: it spoils, repeats, adds and speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Kind, Severity
from l10n.protocols import Example, Rule
from l10n.text.facts.credits import is_sentence
from l10n.text.identity import echo, other_language
from l10n.text.punctuation.characters import mask, seen
from l10n.text.punctuation.spoilt import spoilt
from l10n.text.sentences import counterparts, enumerations, length, repetition, talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _texts(pair: Pair) -> tuple[str, str]:
    return mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)


def _locales(pair: Pair) -> tuple[str, str]:
    return pair.source_locale, pair.locale


def _foreign(pair: Pair) -> bool:
    """Tell whether other rules say that a text is not in its language."""
    source, target = _texts(pair)
    return echo.is_echo(source, target, pair.locale) or bool(other_language.why(target, pair.locale))


def _spoilt(pair: Pair) -> Iterator[Flaw]:
    if pair.locale != pair.source_locale:
        yield from spoilt(*_texts(pair), pair.locale)


def _again(pair: Pair) -> Iterator[Flaw]:
    source, target = _texts(pair)
    place = None if repetition.loop(target) else repetition.again(target, source)
    if place:
        yield Flaw("the words before it stand here again", *place)


def _items(pair: Pair) -> Iterator[Flaw]:
    for start, end, item in enumerations.doubled(*_texts(pair), _locales(pair)):
        yield Flaw(f"the list has {item} twice: another item may be lost", start, end)


def _talk(pair: Pair) -> Iterator[Flaw]:
    place = None if _foreign(pair) else talk.talk(*_texts(pair), _locales(pair))
    if place:
        yield Flaw("whoever translated speaks here, not the text", *place)


def _invented(pair: Pair) -> Iterator[Flaw]:
    if _foreign(pair) or talk.talk(*_texts(pair), _locales(pair)):
        return
    place = counterparts.invented(*_texts(pair), _locales(pair))
    if place:
        yield Flaw("nothing in the source says this sentence", *place)


_NO_SENTENCES = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.BYLINE, Kind.CELL, Kind.TERM, Kind.ALT, Kind.META})
"""Kinds of texts whose translations often have no end that tells."""


def _broken_off(pair: Pair) -> Iterator[Flaw]:
    prose = pair.kind not in _NO_SENTENCES and is_sentence(pair.source, pair.source_spans, pair.source_locale)
    usual = length.usual((), pair.locale) if prose else None
    source, target = seen(pair.source, pair.source_spans), seen(pair.target, pair.target_spans)
    if usual and length.breaks_off(source, target, usual, pair.locale) and not _foreign(pair):
        start = len(pair.target.rstrip()) - len(pair.target.split()[-1])
        yield Flaw("the translation stops before its end", start, len(pair.target.rstrip()))


RULES: tuple[Rule, ...] = (
    Rule(
        id="spoilt-text",
        severity=Severity.ERROR,
        reason="Question marks for letters, letters set apart and capitals throughout are what a broken engine leaves.",
        failing=(
            Example("The council voted for the new nets on 5 May.", "??? ???? ??? ? 5??"),
            Example("The council voted for the new nets.", "EL CONSEJO VOTÓ LAS REDES NUEVAS.", locale="es"),
            Example("The council voted.", "El consejo votó 👍.", locale="es"),
        ),
        passing=(
            Example("Did the council vote?", "시의회가 표결했나?"),
            Example("NASA, NATO AND THE IMF", "NASA, OTAN Y FMI", locale="es"),
        ),
        find=_spoilt,
        facets=("scripts",),
    ),
    Rule(
        id="said-again",
        severity=Severity.ERROR,
        reason="A machine that loses its way says the end of a sentence, or a clause, once more.",
        failing=(
            Example(
                "The council wants new nets for the boats of the harbor.",
                "시의회는 항구의 배에 쓸 새 그물을 항구의 배에 쓸 새 그물을 원한다.",
            ),
        ),
        passing=(Example("They came again and again.", "그들은 오고 또 오고 또 왔다."),),
        find=_again,
    ),
    Rule(
        id="list-item",
        severity=Severity.ERROR,
        reason="An item that a list has twice stands in the place of another one that the reader never learns of.",
        failing=(
            Example("Tariffs on nets, boats and other goods rose.", "그물, 그물 및 다른 상품의 관세가 올랐다."),
            Example("Nets, boats and sails are wet.", "Las redes, las redes y las velas están mojadas.", locale="es"),
        ),
        passing=(
            Example("Tariffs on nets, boats and other goods rose.", "그물, 배 및 다른 상품의 관세가 올랐다."),
            Example("No, no, they are wet.", "No, no, están mojadas.", locale="es"),
        ),
        find=_items,
        facets=("lists",),
    ),
    Rule(
        id="broken-off",
        severity=Severity.WARNING,
        reason="An engine that runs out of room stops in the middle of a sentence.",
        failing=(
            Example(
                "The council met in the harbor on Monday and voted for the new nets that fishermen had asked for.",
                "시의회는 월요일 항구에서 회의를 열고 어민들이...",
            ),
            Example(
                "The council met in the harbor on Monday and voted for the new nets that fishermen had asked for.",
                "El consejo se reunió el lunes en el puerto y",
                locale="es",
            ),
        ),
        passing=(
            Example("The council met, but ...", "시의회가 모였지만..."),
            Example("Photos by Nora Anders; editing by Anton Holm.", "사진=노라, 편집=홀름"),
            Example("The council met in the harbor on Monday.", "시의회, 월요일 항구에서 새 그물 놓고 회의"),
        ),
        find=_broken_off,
    ),
    Rule(
        id="engine-talk",
        severity=Severity.ERROR,
        reason="An engine that offers help or speaks of its work has left that in the text.",
        failing=(
            Example("The council met in the harbor.", "시의회는 항구에서 만났다. 도움이 필요하시면 알려 주세요."),
            Example(
                "The council met in the harbor.", "El consejo se reunió en el puerto. ¿Necesita algo más?", locale="es"
            ),
        ),
        passing=(Example("“Do you need help?” he asked.", "“도움이 필요하신가요?” 그가 물었다."),),
        find=_talk,
        facets=("talk",),
        of_source=("talk",),
    ),
    Rule(
        id="added-sentence",
        severity=Severity.WARNING,
        reason="A sentence that stands for nothing in the source was invented, or belongs to another text.",
        failing=(
            Example(
                "The council met on Monday evening to debate the harbor tax.",
                "El concejo se reunió el lunes para debatir la tasa portuaria. Los vecinos, furiosos, gritaron mucho.",
                locale="es",
            ),
        ),
        passing=(
            Example(
                "The council met on Monday evening, and it debated the harbor tax.",
                "El concejo se reunió el lunes. Debatió la tasa portuaria.",
                locale="es",
            ),
        ),
        find=_invented,
        facets=("length.usual",),
    ),
)
