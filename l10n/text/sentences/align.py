"""Owns which sentence of a translation stands for which sentence of its source."""

from __future__ import annotations

import re

from l10n import languages
from l10n.text.analysis import once
from l10n.text.sentences.segmentation import sentences

__all__ = ["beside", "joiner", "pairs", "split"]

_ANY = (0.4, 2.5)
"""Least and greatest length of a sentence's translation in a language that was not measured."""
_SHORT = 40
"""Characters of a source below which a ratio says little; there it may be off by twice as much."""
_PAIRED = re.compile(r"\*\*|[*`\"]")


def split(text: str, locale: str) -> tuple[str, ...]:
    """Return the sentences of a text without the white space between them."""
    return tuple(text[start:end] for start, end in sentences(text, locale))


def joiner(locale: str) -> str:
    """Return what stands between two sentences: nothing where marks are wide, a space elsewhere."""
    known = languages.of(locale).scripts
    return known.joint if known else " "


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


@once
def beside(source: str, target: str, source_locale: str, target_locale: str) -> tuple[tuple[str, str], ...]:
    """Pair the sentences of a text with those of its translation by their length alone; nothing where they differ.

    Those inside of a quotation count too. It is less sure than `pairs`, and leaves numbers and markup to others.
    """
    before, after = (
        tuple(text[start:end] for start, end in sentences(text, locale, whole_quotations=False))
        for text, locale in ((source, source_locale), (target, target_locale))
    )
    if len(before) != len(after):
        return ()
    found = tuple(zip(before, after, strict=True))
    return found if all(_of_a_length(one, other, target_locale) for one, other in found) else ()


def _fits(source: str, target: str, source_locale: str, target_locale: str) -> bool:
    if not _of_a_length(source, target, target_locale):
        return False
    if not (_whole(source) and _whole(target)):
        return False
    from l10n.text.numbers import compare  # noqa: PLC0415  few translations are cut into sentences

    difference = compare(source, target, source_locale, target_locale)
    return not difference.missing and not difference.extra


def _of_a_length(source: str, target: str, locale: str) -> bool:
    known = languages.of(locale).length
    least, most = known.ratios if known and known.ratios[1] else _ANY
    if len(source) < _SHORT:
        least, most = least / 2, most * 2
    return least * len(source) <= len(target) <= most * len(source)


def _whole(text: str) -> bool:
    """Tell whether no mark, bracket or tag of a sentence is closed in another one."""
    marks = _PAIRED.findall(text)
    even = all(marks.count(mark) % 2 == 0 for mark in set(marks))
    brackets = all(text.count(opener) == text.count(closer) for opener, closer in ("[]", "()", "“”", "<>"))
    return even and brackets
