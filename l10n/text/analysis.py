"""Owns what is known of a text while it is looked at: each question about it is answered once, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["Analysis", "analysed", "once"]

P = ParamSpec("P")
T = TypeVar("T")

_UNASKED = object()
_KEPT = 8192
"""Texts that are remembered: those of a long article, with what is left of each without its markup or its figures."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text and the answers to what was asked about it: its numbers, sentences, quotations, letters by script."""

    text: str
    answers: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """By question and what it was asked with: a locale, markup, the text beside it."""


@lru_cache(maxsize=_KEPT)
def analysed(text: str) -> Analysis:
    """Return the analysis of a text, the same one for as long as it is remembered."""
    return Analysis(text)


def once(question: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Make a function of a text, its first argument, a question that the analysis of the text answers once.

    The others are small or are texts themselves, and can be hashed. Nobody may change an answer, for others have it.
    """

    @wraps(question)
    def ask(text: str, /, *rest: P.args, **named: P.kwargs) -> T:
        answers = analysed(text).answers
        key = (question, rest, *named.items()) if named else (question, rest) if rest else question
        answer = answers.get(key, _UNASKED)
        if answer is _UNASKED:
            answer = answers[key] = question(text, *rest, **named)
        return answer  # type: ignore[no-any-return]  # what the question answered

    return ask
