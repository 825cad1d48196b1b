"""Owns the decision whether an engine's answer may become a draft."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n.text import echo, languages, numbers, placeholders, scripts
from l10n.text.echo import LETTERS
from l10n.text.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Span

__all__ = ["inspect", "warning"]

_WARNINGS = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT EXCEEDED|INVALID LANGUAGE PAIR"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|NO QUERY SPECIFIED|INVALID EMAIL PROVIDED"
    r"|\bquota (?:has been )?exceeded|exceeded your (?:current )?quota|too many requests"
    r"|rate limit (?:exceeded|reached)"
    r"|unusual traffic from your|That[’']s an error\.|(?:Error|HTTP) [45]\d\d\b"
    r"|\b50[234] (?:Bad Gateway|Service|Gateway)"
    r"|Internal Server Error|Service Unavailable|invalid api.?key|as an AI (?:language )?model"
    r"|^(?:Sure[,!]|Certainly[,!]|Here(?:[’']s| is) (?:the|your) translation)|^(?:Translation|Translated text):",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<!doctype\b|</?(?:html|head|body|script|style|title|meta)\b", re.IGNORECASE)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_LENGTHS: dict[str, tuple[float, float]] = {
    "ko": (0.20, 1.10),
    "ja": (0.18, 1.05),
    "zh": (0.10, 0.75),
    "th": (0.40, 1.80),
}
"""Accepted target/source characters for sources of 40 characters and more; percentiles of human news translations
widened, because a bad length must be absurd here: a check may be stricter."""
_ALPHABETIC = (0.40, 2.20)
_GLOSS = re.compile(r"\s?[(（][A-Za-z][A-Za-z0-9 .,'’&-]*[)）]")
"""A name repeated in Latin letters after its transcription: 스페이스엑스(SpaceX)."""
_LONG = 40
_SHORT_LIMIT = 4
_SHORT_SLACK = 40


def warning(text: str) -> str:
    """Return the part of a text that is an engine's warning or error page instead of a translation; else empty."""
    match = _WARNINGS.search(text) or _PAGE.search(text)
    return text[match.start() : match.start() + 80] if match else ""


def _echo(source: str, target: str, locale: str) -> str:
    if echo.is_echo(source, target, locale):
        return "the answer is the source again"
    one = echo.normal(source)
    alike = len(one) >= _LONG and ratio(one, echo.normal(target), cutoff=0.9)
    return "the answer is nearly the source again" if alike and not echo.untranslatable(source, locale) else ""


def _garbage(source: str, target: str) -> str:
    found = warning(target)
    if found and not warning(source):
        return f"the engine sent a message instead of a translation: {found!r}"
    for letter in target:
        kind = unicodedata.category(letter)
        bad = (kind in {"Cc", "Co", "Cs", "Cn"} and letter not in "\n\t") or letter == "\ufffd" or letter in _BIDI
        if bad and letter not in source:
            return f"the answer has the control or broken character U+{ord(letter):04X}"
    return ""


_UNIT_LOOP = re.compile(r"(?=([^\W_].{0,29}?)\1{4})", re.DOTALL)
_LOOP_SPAN = 12
_SENTENCE = re.compile(r"[^.!?。！？\n]{12,}")


def _loops(text: str) -> int:
    """Return the length of the longest stretch that only repeats itself five times or more."""
    longest = 0
    for match in _UNIT_LOOP.finditer(text[:20_000]):
        longest = max(longest, 5 * len(match.group(1)))
    return longest


def _repeats(text: str) -> int:
    sentences = [match.group().strip() for match in _SENTENCE.finditer(text)]
    return max(map(sentences.count, set(sentences)), default=0)


def _repetition(source: str, target: str) -> str:
    if _loops(target) >= _LOOP_SPAN and not _loops(source) >= _LOOP_SPAN:
        return "the answer repeats itself"
    if _repeats(target) >= 3 and _repeats(source) < _repeats(target) - 1:  # noqa: PLR2004  twice happens in speech
        return "the answer repeats a sentence"
    return ""


def _length(source: str, target: str, locale: str) -> str:
    language = locale.replace("-", "_").partition("_")[0].lower()
    low, high = _LENGTHS.get(language, _ALPHABETIC)
    have, want = len(_GLOSS.sub("", target).strip()), len(source.strip())
    if want >= _LONG and not low * want <= have <= high * want:
        return f"the answer has {have} characters for {want}"
    if have > _SHORT_LIMIT * want + _SHORT_SLACK:
        return f"the answer has {have} characters for {want}"
    return ""


_FEW = 6
_RUN = 5
"""Words in a row that stand in the source and in the answer: a clause left in English."""
_HAN_RUN = re.compile(r"(?<![(（「『\[\u3400-\u9fff])[\u3400-\u9fff]{3,}(?![)）」』\]\u3400-\u9fff])")


def _language(source: str, target: str, locale: str) -> str:
    run = _left_over(source, target)
    if run:
        return f"part of the answer is left in English: {run!r}"
    known = set(LETTERS.findall(source))
    wanted = scripts.expected(locale)
    latin = "latin" in wanted
    own = target if latin else LETTERS.sub(lambda match: " " if _stays(match.group(), known) else match.group(), target)
    letters = scripts.count(own)
    total, right = letters.total(), sum(letters[name] for name in wanted)
    if total >= _FEW and right < total / 2:
        return f"the answer is not written in the script of {locale}"
    strangers = {name: many for name, many in letters.items() if name not in wanted | {"latin", "han", "other"}}
    for name, many in strangers.items():
        if many >= 3 and not scripts.count(source)[name] and many > _allowed(name, total):  # noqa: PLR2004
            return f"the answer has {name} letters in it"
    if locale.startswith("ko") and _HAN_RUN.search(target) and not scripts.count(source)["han"]:
        return "the answer has Han letters in it"
    other = languages.impostor(target, locale)
    return f"the answer is in another language ({other})" if other else ""


def _left_over(source: str, target: str) -> str:
    """Return words of the source that stand in the answer as they were, mostly in lower case; else empty."""
    one, other = LETTERS.findall(source), LETTERS.findall(target)
    known = {tuple(one[at : at + _RUN]) for at in range(len(one) - _RUN + 1)}
    for at in range(len(other) - _RUN + 1):
        run = tuple(other[at : at + _RUN])
        if run in known and sum(map(str.islower, run)) >= _RUN - 2:
            return " ".join(run)
    return ""


def _stays(word: str, known: set[str]) -> bool:
    """Tell whether a Latin word in a text of another script is a name or an acronym that the source has too."""
    return word in known and not word.islower()


def _allowed(name: str, total: int) -> int:
    """Return how many letters of a foreign script a quoted name may bring in: Greek and the like in passing."""
    return 0 if name in {"kana", "hangul"} else total // 20


def _structure(
    source: str, target: str, source_spans: Sequence[Span], target_spans: Sequence[Span], locales: tuple[str, str]
) -> str:
    marks = [mark for mark in "⟦⟧" if target.count(mark) != source.count(mark)]
    if marks:
        return "the answer has placeholder marks left in it"
    lost = placeholders.parity(source, source_spans, target, target_spans)
    if lost:
        return "markup changed: " + "; ".join(lost[:3])
    difference = numbers.compare(source, target, *locales, source_spans, target_spans)
    if difference.changed:
        return f"numbers changed: {', '.join(difference.missing[:3])} became {', '.join(difference.extra[:3])}"
    return ""


def inspect(
    source: str,
    target: str | None,
    *,
    source_locale: str = "en",
    target_locale: str,
    source_spans: Sequence[Span] = (),
    target_spans: Sequence[Span] = (),
    strict: bool = True,
) -> str:
    """Say why an answer may not become a draft; empty when it may.

    `target` is the answer with its markup restored. `strict=False` (pseudo-translation) asks only that there is an
    answer and that placeholders, markup and numbers are kept.
    """
    if target is None:
        return "the engine gave no answer"
    if not target.strip():
        return "the answer is empty"
    if strict:
        garbage = _garbage(source, target)
        if garbage:
            return garbage
    changed = _structure(source, target, source_spans, target_spans, (source_locale, target_locale))
    if changed or not strict:
        return changed
    words, answer = echo.visible(source, source_spans), echo.visible(target, target_spans)
    if not LETTERS.search(words):
        return ""
    return (
        _echo(words, answer, target_locale)
        or _repetition(words, answer)
        or _length(words, answer, target_locale)
        or ("" if echo.untranslatable(words, target_locale) else _language(words, answer, target_locale))
    )
