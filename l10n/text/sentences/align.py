"""Owns which sentence of a translation stands for which sentence of its source."""

from __future__ import annotations

import re

from l10n.locales import language
from l10n.text.numbers import compare
from l10n.text.sentences.segmentation import sentences

__all__ = ["joiner", "pairs", "split"]

_RATIOS = {
    "ko": (0.25, 0.8),
    "ja": (0.25, 0.85),
    "zh": (0.12, 0.6),
    "es": (0.8, 1.6),
    "fr": (0.8, 1.7),
    "de": (0.8, 1.75),
}
"""Least and greatest length of a translation in characters, in parts of its source: the 1st and 99th percentile of
human news translations and a margin."""
_ANY = (0.4, 2.5)
_SHORT = 40
"""Characters of a source below which a ratio says little; there it may be off by twice as much."""
_PAIRED = re.compile(r"\*\*|[*`\"]")


def split(text: str, locale: str) -> tuple[str, ...]:
    """Return the sentences of a text without the white space between them."""
    return tuple(text[start:end] for start, end in sentences(text, locale))


def joiner(locale: str) -> str:
    """Return what stands between two sentences: nothing in Chinese and Japanese, a space elsewhere."""
    return "" if language(locale) in {"ja", "zh"} else " "


def pairs(source: str, target: str, source_locale: str, target_locale: str) -> tuple[tuple[str, str], ...]:
    """Pair the sentences of a text with those of its translation, in order; nothing where that is not sure.

    It is sure where there are as many on either side, two at least, each with the numbers of its partner, a length that
    fits it, and whole markup. Otherwise the translator has joined, split or moved sentences.
    """
    before = split(source, source_locale)
    if len(before) < 2:  # noqa: PLR2004  a single sentence is the text itself
        return ()
    after = split(target, target_locale)
    found = tuple(zip(before, after, strict=False))
    if len(before) != len(after):
        return ()
    fit = all(_fits(one, other, source_locale, target_locale) for one, other in found)
    return found if fit else ()


def _fits(source: str, target: str, source_locale: str, target_locale: str) -> bool:
    least, most = _RATIOS.get(language(target_locale), _ANY)
    if len(source) < _SHORT:
        least, most = least / 2, most * 2
    if not least * len(source) <= len(target) <= most * len(source):
        return False
    if not (_whole(source) and _whole(target)):
        return False
    difference = compare(source, target, source_locale, target_locale)
    return not difference.missing and not difference.extra


def _whole(text: str) -> bool:
    """Tell whether no mark, bracket or tag of a sentence is closed in another one."""
    marks = _PAIRED.findall(text)
    even = all(marks.count(mark) % 2 == 0 for mark in set(marks))
    brackets = all(text.count(opener) == text.count(closer) for opener, closer in ("[]", "()", "“”", "<>"))
    return even and brackets
