"""Owns the decision whether an engine's answer may become a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import languages
from l10n.drafting import certainties
from l10n.text import blanks, numbers
from l10n.text.identity import echo, identify, scripts, variants
from l10n.text.identity.echo import LETTERS
from l10n.text.markup import active, llm_artifacts, placeholders
from l10n.text.punctuation import characters
from l10n.text.sentences import length, repetition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline

__all__ = ["inspect", "warning"]

_WARNINGS = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT EXCEEDED|INVALID LANGUAGE PAIR"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|NO QUERY SPECIFIED|INVALID EMAIL PROVIDED"
    r"|\bquota (?:has been )?exceeded|exceeded your (?:[a-z]+ ){0,2}(?:quota|limit)\b|too many requests"
    r"|rate limit (?:exceeded|reached)"
    r"|unusual traffic from your|That[’']s an error\.|(?:Error|HTTP) [45]\d\d\b"
    r"|\b50[234] (?:Bad Gateway|Service|Gateway)"
    r"|Internal Server Error|Service Unavailable|invalid api.?key|as an AI (?:language )?model"
    r"|^(?:Sure[,!]|Certainly[,!]|Here(?:[’']s| is) (?:the|your) translation)|^(?:Translation|Translated text):",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<!doctype\b|</?(?:html|head|body|script|style|title|meta)\b", re.IGNORECASE)

_SHORT_LIMIT = 4
_SHORT_SLACK = 40


def warning(text: str) -> str:
    """Return the part of a text that is an engine's warning or error page instead of a translation; else empty."""
    match = _WARNINGS.search(text) or _PAGE.search(text)
    return text[match.start() : match.start() + 80] if match else ""


def _echo(source: str, target: str, locale: str) -> str:
    if echo.is_echo(source, target, locale):
        return "the answer is the source again"
    alike = len(source.strip()) >= length.LONG and echo.nearly(source, target)
    return "the answer is nearly the source again" if alike and not echo.untranslatable(source, locale) else ""


def _garbage(source: str, target: str) -> str:
    found = warning(target)
    if found and not warning(source):
        return f"the engine sent a message instead of a translation: {found!r}"
    known = frozenset(source)
    for letter in target:
        if letter not in known and (characters.broken(letter) or letter in characters.BIDI):
            return f"the answer has the control or broken character U+{ord(letter):04X}"
    return ""


def _debris(
    source: str,
    target: str,
    source_spans: Sequence[Inline],
    target_spans: Sequence[Inline],
    locale: str,
    *,
    by_hand: bool,
) -> str:
    words, answer = characters.mask(source, tuple(source_spans)), characters.mask(target, tuple(target_spans))
    for one in (
        *llm_artifacts.debris(words, answer, locale),
        *llm_artifacts.tokens(source, target),
        *llm_artifacts.shape(source, target),
    ):
        if one.severity is None or not by_hand:
            return f"the answer has more than a translation in it: {one.message}: {target[one.start : one.end][:80]!r}"
    for piece in active.added(source, target, active.reading(source, source_spans)):
        return f"the answer adds what its source does not have: {target[piece.start : piece.end][:80]!r}"
    return ""


def _repetition(source: str, target: str) -> str:
    if repetition.loop(target) and not repetition.loop(source):
        return "the answer repeats itself"
    often, before = repetition.repeats(target), repetition.repeats(source)
    return "the answer repeats a sentence" if often > 1 and before < max(2, often - 1) else ""


def _length(source: str, target: str, locale: str) -> str:
    low, high = length.absurd(locale)
    have, want = len(length.bare(target)), len(source.strip())
    if want >= length.LONG and not low <= length.share(source, target) <= high:
        return f"the answer has {have} characters for {want}"
    if have > _SHORT_LIMIT * want + _SHORT_SLACK:
        return f"the answer has {have} characters for {want}"
    return ""


def _part(source: str, target: str, locale: str) -> str:
    """Say so where only a part of a text was translated."""
    if not any(map(str.isalnum, target)):
        return "the answer has no words"
    usual = length.usual((), locale)
    return "the answer breaks off" if usual and length.breaks_off(source, target, usual, locale) else ""


_FEW = 6
_COMMON = frozenset({"latin", "other"})
"""Scripts of which a short text in any language may be: a name, a sign."""
_LATIN = re.compile("[A-Za-zÀ-ɏ]+")
"""A word in Latin letters, also where another script goes on without a space, or before `'s`."""
_HAN_RUN = re.compile(r"(?<![(（「『\[\u3400-\u9fff])[\u3400-\u9fff]{3,}(?![)）」』\]\u3400-\u9fff])")


def _foreign(source: str, target: str, locale: str) -> str:
    """Say so where nothing of an answer, however short, is in the locale's script, or in one that a name may have."""
    letters = scripts.count(target)
    strange = letters.keys() - _COMMON - scripts.count(source).keys()
    none = strange and not any(letters[name] for name in scripts.expected(locale))
    return f"the answer is not written in the script of {locale}" if none else ""


def _language(source: str, target: str, locales: tuple[str, str], settled: frozenset[str]) -> str:
    locale = locales[1]
    if languages.of(locales[0]).code == languages.ENGLISH != languages.of(locale).code:
        left = certainties.english(source, target, locale, settled)
        if left:
            return f"part of the answer is left in English: {left!r}"
    known = set(_LATIN.findall(source))
    wanted = scripts.expected(locale)
    latin = "latin" in wanted
    for one in blanks.shared(source, target):
        target = target.replace(one.group(), " ")
    own = target if latin else _LATIN.sub(lambda match: " " if _stays(match.group(), known) else match.group(), target)
    letters = scripts.count(own)
    total, right = letters.total(), sum(letters[name] for name in wanted)
    if total >= _FEW and right < total / 2:
        return f"the answer is not written in the script of {locale}"
    strangers = {name: many for name, many in letters.items() if name not in wanted | {"latin", "han", "other"}}
    for name, many in strangers.items():
        if many >= 3 and not scripts.count(source)[name] and many > _allowed(name, total):  # noqa: PLR2004
            return f"the answer has {name} letters in it"
    if "hangul" in wanted and _HAN_RUN.search(target) and not scripts.count(source)["han"]:
        return "the answer has Han letters in it"
    other = identify.impostor(target, locale) or variants.stranger(target, locale)
    return f"the answer is in another language ({other})" if other else ""


def _stays(word: str, known: set[str]) -> bool:
    """Tell whether a Latin word in a text of another script is a name or an acronym that the source has too."""
    return word in known and not word.islower()


def _allowed(name: str, total: int) -> int:
    """Return how many letters of a foreign script a quoted name may bring in: Greek and the like in passing."""
    return 0 if name in {"kana", "hangul"} else total // 20


def _structure(
    source: str, target: str, source_spans: Sequence[Inline], target_spans: Sequence[Inline], locales: tuple[str, str]
) -> str:
    marks = [mark for mark in "⟦⟧" if target.count(mark) != source.count(mark)]
    if marks:
        return "the answer has placeholder marks left in it"
    lost = placeholders.parity(source, source_spans, target, target_spans)
    if lost:
        return "markup changed: " + "; ".join(lost[:3])
    if locales[0] == locales[1] and numbers.as_written(source, target, locales[0], source_spans, target_spans):
        return ""
    difference = numbers.compare(source, target, *locales, source_spans, target_spans)
    if difference.changed:
        return f"numbers changed: {', '.join(difference.missing[:3])} became {', '.join(difference.extra[:3])}"
    return ""


def inspect(
    source: str,
    target: str | None,
    *,
    source_locale: str = languages.ENGLISH,
    target_locale: str,
    source_spans: Sequence[Inline] = (),
    target_spans: Sequence[Inline] = (),
    settled: Sequence[str] = (),
    strict: bool = True,
    by_hand: bool = False,
) -> str:
    """Say why an answer may not become a draft; empty when it may.

    `target` is the answer with its markup restored. `settled` are words that the glossary keeps as they are: they are
    neither an echo nor another language. `strict=False` (pseudo-translation) asks only that there is an
    answer and that placeholders, markup and numbers are kept. `by_hand` is what a person wrote once: quotation marks
    around the whole, a note of the translator, or fewer sentences may be meant.
    """
    if target is None:
        return "the engine gave no answer"
    if not target.strip():
        return "the answer is empty"
    if strict:
        garbage = _garbage(source, target) or _debris(
            source, target, source_spans, target_spans, target_locale, by_hand=by_hand
        )
        if garbage:
            return garbage
    changed = _structure(source, target, source_spans, target_spans, (source_locale, target_locale))
    if changed or not strict:
        return changed
    words, answer = echo.visible(source, source_spans), echo.visible(target, target_spans)
    for word in settled:
        words, answer = words.replace(word, " "), answer.replace(word, " ")
    if not LETTERS.search(words):
        return ""

    locales, spans = (source_locale, target_locale), (tuple(source_spans), tuple(target_spans))
    kept = frozenset(part.lower() for word in settled for part in word.split())
    return (
        _echo(words, answer, target_locale)
        or _repetition(words, answer)
        or _length(words, answer, target_locale)
        or ("" if by_hand else _part(words, answer, target_locale))
        or _foreign(words, answer, target_locale)
        or ("" if echo.untranslatable(words, target_locale) else _language(words, answer, locales, kept))
        or ("" if by_hand else certainties.first(source, target, locales, spans))
    )
