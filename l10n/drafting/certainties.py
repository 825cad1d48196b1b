"""Owns what is certainly wrong with a machine's answer, by rules of `text` that checks ask too: law by law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import languages
from l10n.text import numbers
from l10n.text.facts import reworded
from l10n.text.identity import echo, untranslated
from l10n.text.markup import emphasis
from l10n.text.punctuation import characters, mojibake, spoilt
from l10n.text.sentences import counterparts, enumerations, repetition, talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Inline

__all__ = ["english", "first"]

Spans = tuple[tuple["Inline", ...], tuple["Inline", ...]]
"""The markup of source and answer."""
_SHOWN = 80
"""Characters of an answer that a reason shows."""


def first(source: str, target: str, locales: tuple[str, str], spans: Spans) -> str:
    """Return the first thing that is certainly wrong with an answer; empty without any."""
    return next(_all(source, target, locales, spans), "")


def _all(source: str, target: str, locales: tuple[str, str], spans: Spans) -> Iterator[str]:
    words, answer = characters.mask(source, spans[0]), characters.mask(target, spans[1])
    for flaw in (*spoilt.spoilt(words, answer, locales[1]), *mojibake.misread(answer, words, locales[1])):
        yield f"the answer is spoilt: {flaw.message[:_SHOWN]}"
    for mark in emphasis.brought(source, target, *spans):
        yield f"the answer has marks that stay literal: {mark}"
    place = repetition.again(answer, words)
    if place:
        yield f"the answer says twice: {_shown(answer, place)}"
    for start, end, _ in enumerations.doubled(words, answer, locales):
        yield f"the answer names an item of a list twice: {_shown(answer, (start, end))}"
    denied = reworded.denied_no_more(words, answer, locales[1], locales[0], plainly=True)
    if denied:
        yield f"the source says {denied!r}, the answer has no negative form"
    figures = numbers.refigured(source, target, locales, *spans)
    if figures:
        yield f"numbers changed: {figures.message}"
    yield from _sentences(characters.seen(source, spans[0]), characters.seen(target, spans[1]), locales)


def _sentences(source: str, target: str, locales: tuple[str, str]) -> Iterator[str]:
    place = talk.talk(source, target, locales)
    if place:
        yield f"the answer has more than a translation in it: {_shown(target, place)}"
    place = counterparts.invented(source, target, locales)
    if place:
        yield f"the answer has a sentence that the text does not have: {_shown(target, place)}"
    place = counterparts.lost(source, target, locales)
    if place:
        yield f"the answer leaves something out: {_shown(source, place)}"


def _shown(text: str, place: tuple[int, int]) -> str:
    return repr(text[slice(*place)][:_SHOWN])


def english(source: str, target: str, locale: str, settled: frozenset[str] = frozenset()) -> str:
    """Return words of an English source that were left in an answer; empty without any.

    `settled` are words in lower case that the answer keeps on purpose.
    """
    if echo.foreign(source):
        return ""
    place = untranslated.run(source, target)
    if place is None and languages.of(locale).has("names.transcribed"):
        place = untranslated.single(source, target, settled)
    return target[slice(*place)] if place else ""
