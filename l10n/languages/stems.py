"""Owns how names become patterns: whole words in most languages, stems and their endings where words inflect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from l10n.languages.facets import Tongue

__all__ = ["after", "any_of", "before", "beside_digits", "counted", "escaped", "named", "words"]

_WHOLE, _CUT, _SURE = 4, 5, 2
"""Letters of a word that may have an ending, of what is left of a month without its last letter (a weekday must have
one more), and of a stem where a supplement lists the endings: Slavic languages have short words that begin like a name
(`mają`, `Marcin`, `среди`, `середина`)."""
_PILED = 6
"""Letters of endings behind a counted noun: more are another noun (Finnish `prosenttiyksikkö`)."""
_SOFT = re.compile(r"[aeiouyáéíóúýąęěůāēīōūėаеиоуыэюяєіїйьαειοηυωάέίόήύώ]\Z|(?<=[aeiouαηο])[sς]\Z")
"""A last letter that another ending takes the place of."""
_KATAKANA = re.compile("[ァ-ヶー]+")
"""What a foreign word is made of in Japanese, which other letters border on: ドン, but not ロンドン."""
_FLEETING = re.compile(r"[eoеоіё](?=[kcкц]\Z)")
"""A vowel that falls before an ending, in the last syllable of Slavic nouns."""
_VIRAMA = re.compile(r"[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d]\Z")
"""The sign that a consonant of an Indic script has no vowel, which an ending brings."""
_JOINED = r"\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0df3\u200c\u200d"
"""What a word is made of besides `\\w` where vowels are marks, or parts are joined without touching: points of Hebrew
and Arabic, vowels of Indic scripts, joiners."""
_PLAIN = frozenset({"latin", "cyrillic", "greek", "armenian", "georgian", "hangul"})


def _spaced(language: Tongue) -> bool:
    return language.scripts is None or language.scripts.spaced


def _letter(language: Tongue) -> str:
    """Return what a word is made of, as a class."""
    plain = language.scripts is None or language.scripts.names <= _PLAIN
    return r"\w" if plain else rf"[\w{_JOINED}]"


def before(language: Tongue) -> str:
    """Return the border before a word; none where words are not divided by spaces."""
    if not _spaced(language):
        return ""
    prefix = language.endings.prefix if language.endings else ""
    return f"(?<!{_letter(language)}){f'(?:{prefix})' if prefix else ''}"


def after(language: Tongue) -> str:
    """Return the border behind a word; none where words are not divided by spaces, or particles are glued (Korean)."""
    hangul = language.scripts is not None and "hangul" in language.scripts.names
    return f"(?!{_letter(language)})" if _spaced(language) and not hangul else ""


def escaped(form: str) -> str:
    """Return a form as a pattern in which any space and any apostrophe will do."""
    parts = re.split(r"[\s\u00a0\u202f]+", form.strip())
    return r"[\s\u00a0\u202f]+".join(re.sub("['’ʼ]", "['’ʼ]", re.escape(part)) for part in parts)


def any_of(forms: Collection[str]) -> str:
    """Return the pattern of several forms, the longest first."""
    return "|".join(escaped(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def counted(language: Tongue, forms: Collection[str]) -> str:
    """Return the pattern of forms behind a number, the longest first, with the endings that they may have."""
    endings = language.endings
    longest = sorted(forms, key=lambda form: (-len(form), form))
    if endings and endings.glued:
        return "|".join(_glued(language, form, (), most=_PILED) for form in longest)
    if endings and (endings.cases or endings.suffix):
        return "|".join(dict.fromkeys(map(_cased, longest)))
    return any_of(forms)


def _cased(form: str) -> str:
    stem = _SOFT.sub("", form)
    return rf"{escaped(stem)}\w{{0,3}}" if len(stem) >= _CUT and stem[-1].isalpha() else escaped(form)


def words(language: Tongue, forms: Collection[str], *, inflected: bool = False) -> str:
    """Return the pattern of whole words; `inflected` with the endings that they may have."""
    kana = [form for form in forms if _KATAKANA.fullmatch(form)]
    rest = [form for form in forms if form not in kana]
    inner = counted(language, rest) if inflected else any_of(rest)
    found = [f"{before(language)}(?:{inner}){after(language)}"] if rest else []
    return "|".join([*found, *([f"(?<![ァ-ヶー])(?:{any_of(kana)})(?![ァ-ヶー])"] if kana else [])])


def beside_digits(language: Tongue, form: str) -> str:
    """Return the pattern of an abbreviation, which is another word in many languages (`pro`, `set`, `mar`).

    It counts between digits (`3 mar 2020`), and with its stop before one (`mar. 3`).
    """
    bare = escaped(form.rstrip("."))
    start = f"(?<!{_letter(language)})" if _spaced(language) else ""
    return (
        rf"(?:(?<=\d)|(?<=\d[\s\u00a0./-])|(?<=\d\.[\s\u00a0])){bare}(?=\.?[\s\u00a0/-]?\d)"
        rf"|{start}{bare}\.(?=[\s\u00a0]?\d)"
    )


def named(language: Tongue, rows: Sequence[Sequence[str]], *, articles: bool = False) -> tuple[str, ...]:
    """Return a pattern for each of several names, given their forms; empty where one would be taken for another.

    Names inflect where the language says so, or where CLDR has one form for dates and another one. With `articles`
    they are such as take one, or are parts of compounds: weekdays.
    """
    rows = [_bare([_lower(form) for form in forms]) for forms in rows]
    if _collide(rows, spaced=_spaced(language)):
        return ()
    if not _spaced(language):
        return tuple(any_of(forms) for forms in rows)
    endings = language.endings
    differ = any(len(forms) > 1 for forms in rows)
    every = []
    for at, forms in enumerate(rows):
        others = [form for place, some in enumerate(rows) for form in some if place != at]
        if endings and endings.suffix:
            every.append([_inflected(form, f"(?:{endings.suffix})", others, (_SURE, _SURE)) for form in forms])
        elif endings and (endings.glued or (endings.compounds and articles)):
            every.append([_glued(language, form, others) for form in forms])
        elif differ or (endings and endings.cases):
            every.append([_inflected(form, r"(?:\w{1,3})", others, (_WHOLE, _CUT + articles)) for form in forms])
        else:
            every.append([escaped(form) for form in forms])
    return tuple(f"{before(language)}(?:{'|'.join(forms)}){after(language)}" for forms in every)


def _lower(form: str) -> str:
    return form.lower().replace("i\u0307", "i")


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
        for place, others in enumerate(rows)
        for other in others
        if place != at
    )


def _inflected(form: str, ending: str, others: Sequence[str], least: tuple[int, int]) -> str:
    """Return the pattern of a form and its endings: in the place of a last vowel, or behind the whole word.

    `least` are the letters that the whole word must have, and what is left of one without its last letter. The vowel
    before a last consonant may fall (Polish `wtorek`, `wtorku`); a last s may, too.
    """
    found = [escaped(form)]
    stem, fallen = _SOFT.sub("", form), _FLEETING.sub("", form)
    ending += "?" if form[-1] in "sς" else ""
    for one in dict.fromkeys((stem, fallen)):
        if len(one) >= least[one != form] and not any(other.startswith(one) for other in others):
            found += [escaped(one) + ending]
    return "|".join(found)


def _glued(language: Tongue, form: str, others: Sequence[str], *, most: int | None = None) -> str:
    """Return the pattern of a form with any endings behind it, of so many letters at most."""
    stem = _VIRAMA.sub("", form)
    short = len(stem) < (_WHOLE - 1 if stem > "\u0370" else _WHOLE)
    if short or any(other.startswith(stem) for other in others):
        return escaped(form)
    return f"{escaped(stem)}{_letter(language)}{'*' if most is None else f'{{0,{most}}}'}"
