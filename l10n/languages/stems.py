"""Owns how names become patterns: whole words in most languages, stems and their endings where words inflect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from l10n.languages.facets import Tongue

__all__ = ["after", "any_of", "before", "beside_digits", "escaped", "named", "words"]

_WHOLE, _CUT, _SURE = 4, 5, 3
"""Letters of a word that may have an ending, of what is left of one without its last letter, and of a stem where a
supplement names the endings: Slavic languages have short words that begin like a name (`mają`, `Marcin`, `среди`)."""
_ENDING = r"\w{0,3}"
_SOFT = re.compile(r"[aeiouyáéíóúýąęěůāēīōūėɑаеиоуыэюяєіїійьαειοηυωάέίόήύώսաեէըիոուօ]\Z|(?<=[oaiαηο])[sς]\Z")
"""A last letter that another ending takes the place of."""


_WORD = r"[\w\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0df3]"
"""What a word is made of where vowels are marks, which are no `\\w`: Hebrew and Arabic points, Indic vowels."""
_PLAIN = frozenset({"latin", "cyrillic", "greek", "armenian", "georgian", "hangul"})


def _spaced(language: Tongue) -> bool:
    return language.scripts is None or language.scripts.spaced


def before(language: Tongue) -> str:
    """Return the border before a word; none where words are not divided by spaces."""
    if not _spaced(language):
        return ""
    prefix = language.endings.prefix if language.endings else ""
    return rf"(?<!\w){f'(?:{prefix})' if prefix else ''}"


def after(language: Tongue) -> str:
    """Return the border behind a word; none where words are not divided by spaces, or particles are glued (Korean)."""
    names = language.scripts.names if language.scripts else _PLAIN
    if not _spaced(language) or "hangul" in names:
        return ""
    return r"(?!\w)" if names <= _PLAIN else f"(?!{_WORD})"


def escaped(form: str) -> str:
    """Return a form as a pattern in which any space and any apostrophe will do."""
    parts = re.split(r"[\s\u00a0\u202f]+", form.strip())
    return r"[\s\u00a0\u202f]+".join(re.sub("['’ʼ]", "['’ʼ]", re.escape(part)) for part in parts)


def any_of(forms: Collection[str]) -> str:
    """Return the pattern of several forms, the longest first."""
    return "|".join(escaped(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def words(language: Tongue, forms: Collection[str]) -> str:
    """Return the pattern of whole words."""
    return f"{before(language)}(?:{any_of(forms)}){after(language)}"


def beside_digits(language: Tongue, form: str) -> str:
    """Return the pattern of an abbreviation, which counts only beside a digit: `3 mar`, `mar. 3`."""
    bare = escaped(form.rstrip("."))
    start = r"(?<!\w)" if _spaced(language) else ""
    return (
        rf"(?:(?<=\d)|(?<=\d[\s\u00a0./-])|(?<=\d\.\s)){bare}{after(language)}"
        rf"|{start}{bare}(?=\.?[\s\u00a0/-]?\d)"
    )


def named(language: Tongue, rows: Sequence[Sequence[str]], *, cased: bool) -> tuple[str, ...]:
    """Return a pattern for each of several names, given their forms; empty where one would be taken for another.

    `cased` says that nouns have many cases, of which CLDR names one or two.
    """
    rows = [_bare([form.casefold() for form in forms]) for forms in rows]
    if _collide(rows, spaced=_spaced(language)):
        return ()
    if not _spaced(language):
        return tuple(any_of(forms) for forms in rows)
    suffix = language.endings.suffix if language.endings else ""
    if not suffix and not cased and all(len(forms) == 1 for forms in rows):
        return tuple(words(language, forms) for forms in rows)
    every = [[_inflected(form, suffix, _others(rows, at)) for form in forms] for at, forms in enumerate(rows)]
    return tuple(f"{before(language)}(?:{'|'.join(forms)}){after(language)}" for forms in every)


def _others(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [form for place, forms in enumerate(rows) for form in forms if place != at]


def _bare(forms: Sequence[str]) -> list[str]:
    """Return the forms without those that only put a little word before another one (Catalan `de gener`)."""
    return [
        form
        for form in dict.fromkeys(forms)
        if not any(other != form and re.search(rf"(?:\s|['’]){re.escape(other)}\Z", form) for other in forms)
    ]


def _collide(rows: Sequence[Sequence[str]], *, spaced: bool) -> bool:
    """Tell whether a form of one name is a form of another, or stands in one where words have no borders."""
    return any(
        form == other if spaced else form in other
        for at, forms in enumerate(rows)
        for form in forms
        for other in _others(rows, at)
    )


def _inflected(form: str, suffix: str, others: Sequence[str]) -> str:
    """Return the pattern of a form and its endings: behind the whole word, or in the place of a last vowel."""
    stem = _SOFT.sub("", form)
    least = _SURE if suffix else _WHOLE if stem == form else _CUT
    if len(stem) < least or any(other.startswith(stem) for other in others):
        stem = form
        if len(form) < (_SURE if suffix else _WHOLE) or any(other.startswith(form) for other in others):
            return escaped(form)
        if _SOFT.search(form) and not suffix:
            return escaped(form)
    ending = f"(?:{suffix})" if suffix else _ENDING
    return escaped(stem) + ending if stem == form else f"(?:{escaped(form)}|{escaped(stem)}{ending})"
