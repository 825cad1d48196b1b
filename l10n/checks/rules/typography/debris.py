"""Owns the rule about what a language model leaves around a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
from l10n.text.markup import llm_artifacts
from l10n.text.punctuation.characters import mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _debris(pair: Pair) -> Iterator[Flaw]:
    source, target = mask(pair.source, pair.source_spans), mask(pair.target, pair.target_spans)
    yield from llm_artifacts.debris(source, target, pair.locale)
    yield from llm_artifacts.tokens(pair.source, pair.target)
    yield from llm_artifacts.shape(pair.source, pair.target)


RULES = (
    Rule(
        id="debris",
        severity=Severity.ERROR,
        reason="What an engine says about its translation is no part of it, and must not be printed.",
        failing=(
            Example("The ship left.", "번역: 배가 떠났다."),
            Example("The ship left.", "다음은 번역입니다:\n\n배가 떠났다."),
            Example("The ship left.", "배가 떠났다. (역자 주: 여객선을 말함)"),
            Example("The ship left.", "죄송하지만 이 글은 번역할 수 없습니다."),
            Example(
                "The ship left the harbor.", "El barco salió del puerto. / El buque salió del puerto.", locale="es"
            ),
            Example("The ship left.", "“배가 떠났다.”"),
            Example("The ship left.", "# 배가 떠났다"),
            Example("The ship left.", "배가 떠났다.\n항구신문 제공"),
        ),
        passing=(
            Example("Translation: Kim", "번역: 김"),
            Example("“The ship left.”", "“배가 떠났다.”"),
            Example('"We left," he said.', "- Мы ушли, - сказал он.", locale="ru"),
            Example("The ship left (note: on Monday).", "배가 떠났다(참고: 월요일)."),
        ),
        find=_debris,
    ),
)
