"""Owns whether a reading of bytes is one: what comes out of the wrong charset stands where nobody would write it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n.charsets.labels import EUC_JP, EUC_KR, SHIFT_JIS, WINDOWS_1252, Charset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["CANDIDATES", "HINTS", "fitting", "has_quotes", "is_odd", "no_text"]

_OTHER = re.compile(r"[^\x00-\x7f]")
_NO_LETTERS = "ªºµ"
_JOINING = "’‘´–—…·×÷®\xa0\xad"
"""Signs that stand between two letters: don’t, 1914–18, col·legi, Nescafé®s."""
_STRANGE = frozenset("¤¨¸¯ˆ˜¬¦ƒÒ")
"""Signs that nobody types, and that are letters in other charsets; and the letter that “ is on the Macintosh."""
_TYPOGRAPHY = "‘’“”–—…\xa0"
"""Signs that stand beside any other."""
_RAISED = "®™©¹²³†‡"
"""Signs that stand behind a word."""
_OPENING = "‚„"
_BEFORE_WORDS = "¢£¥€‚„ª"
_BEHIND_FIGURES = "¼½¾"
_BY_FIGURES = "ÅåÈèÉéØø"
"""Letters that stand beside figures: 5 Å, the 2è, Ø 12."""
_WORD = re.compile(r"[^\W\d_]+")
_ALONE, _ACCENTED = "(?<![^\\W\\d_])%s(?![^\\W\\d_])", "[À-ÖØ-öø-ɏ]"
_UNSPELLED = re.compile(
    "|".join((f"{_ACCENTED}{{3}}", _ALONE % f"{_ACCENTED}{{2}}", _ALONE % "[ŠšŽžŸÿŒÑÐÓÔÕÙÚÛÝùúûý]", "(?<![^\\W\\d_])ÿ"))
)
"""Three accented letters in a row, two that are a word, and one that is none: dashes and quotes of the Macintosh."""
_SPACE_IN_WORD = re.compile("(?<=[A-Za-z])\xa0(?=[a-z])")
"""A no-break space, or á in the charset of DOS."""
_FEWEST_ACCENTED, _WORDS_FOR_ACCENT = 8, 10
"""Words with accents that any text may have, and one in so many: English has fewer, Hungarian and Turkish more."""
_UTF_8 = re.compile("[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
"""How UTF-8 looks in windows-1252: é as Ã©, a curly quote as â€ and one more."""

_QUOTE = re.compile("[“”’]")

_SYLLABLE = re.compile("[가-힣]")
_KOREAN = re.compile(
    r"[^\x00-\x7f가-힣\u2460-\u24ff\u3000-\u303f\u3200-\u32ff\uff01-\uff60\W\u4e00-\u9fff\uf900-\ufaff]"
)
"""What is no letter of a Korean text."""
_MIXED = re.compile("[가-힣][\u4e00-\u9fff\uf900-\ufaff]|[\u4e00-\u9fff\uf900-\ufaff][가-힣]")
_BESIDE_LATIN = re.compile("[A-Za-z]([가-힣])|([가-힣])[A-Za-z]")
_HAN = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")
_COMMON = frozenset(
    "가각간갈감값강같개객거건검것게격견결경계고골곳공과관광교구국군권귀규그극근글금급기길김까께끝나난날남났내너네년노높누느는늘능니"
    "다단달답당대더던데도독돌동되된될됩두뒤드득든들등디따때떤또라란람랑래랜램량러런럼럽렇레려력련령로록론료루류르른를름리린림마막만많말망"
    "매머메며면명몇모목못무문물므미민및바박반받발방배백버번범법베변별병보복본볼부북분불브블비빌사산살상새생서석선설성세션소속손수순술쉽스슬"
    "습승시식신실심십아악안않알았앞애야약양어언얻얼업없었에여역연열였영예오온올와완왕외요용우운울움워원월위유으은을음응의이인일임입있자작"
    "잘잠장재저적전절점접정제져졌조족존종좋주준줄중즈증지직진질집째차착찰참찾채책처천첫청체초총최추축출충취츠치친침카캐커컴케코크큰클키타"
    "탄탈태택터테텔토통투트특티파판패퍼페편평포폭표품풍프플피필하학한할함합항해했행향허험혁현협형호화환활황회후"
)
"""The syllables that make nine in ten of Korean texts; of Chinese read as Korean they make one in five."""
_FEWEST_SYLLABLES, _COMMONLY = 4, 0.8

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_JAPANESE = re.compile(r"[^\x00-\x7f\u2460-\u24ff\u3000-\u30ff\u3200-\u32ff\uff01-\uff60\u4e00-\u9fff\W]")
"""What is no letter of a Japanese text; nor are halfwidth kana, which windows-1252 is full of."""
_FEWEST_KANA, _KANA_IN_HAN = 3, 3


def no_text(text: str) -> int | None:
    """Return the place of the first character that is none of a text: a C1 control, one of private use or of none."""
    bad = [char for char in set(text) if char > "\x7f" and unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"}]
    return min(map(text.index, bad), default=None)


def fitting(data: bytes, charsets: tuple[Charset, ...]) -> Iterator[tuple[Charset, str]]:
    """Yield those of the charsets in which bytes are a text that somebody may have written, with the text."""
    for charset in charsets:
        try:
            text = data.decode(charset.codec)
        except UnicodeError:
            continue
        if no_text(text) is None and _FITS[charset](text):
            yield charset, text


def has_quotes(text: str, other: str) -> bool:
    """Tell whether a reading has curly quotes and another has not: in the wrong charset they are letters."""
    return bool(_QUOTE.search(text)) and not _QUOTE.search(other)


def is_odd(text: str) -> bool:
    """Tell whether letters and signs stand where none stand in a language of Latin letters."""
    return (
        _UTF_8.search(text) is not None
        or _UNSPELLED.search(text) is not None
        or any(_misplaced(text, found.start()) for found in _OTHER.finditer(text))
    )


def _misplaced(text: str, at: int) -> bool:
    """Tell whether a character that is not of ASCII stands where it does not belong."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in _STRANGE or (char in _OPENING and not after.isalnum()):
        return True
    return _misplaced_letter(text, at, before, after) if _is_letter(char) else _misplaced_sign(char, before, after)


def _misplaced_sign(char: str, before: str, after: str) -> bool:
    inside = _is_letter(before) and _is_letter(after) and char not in _JOINING
    behind = before.islower() and char in _BEFORE_WORDS
    in_front = char in _BEHIND_FIGURES and after.islower()
    if char == "\xad" or char in _TYPOGRAPHY:
        return inside or (char == "\xad" and not _is_letter(before))
    hooked = _is_letter(before) and not before.isascii() and not (before.islower() and char in _RAISED)
    strung = not after.isascii() and after not in _TYPOGRAPHY and after != char
    return inside or behind or in_front or hooked or strung


def _misplaced_letter(text: str, at: int, before: str, after: str) -> bool:
    by_figures = (before.isdigit() or after.isdigit()) and text[at] not in _BY_FIGURES
    if text[at].islower():
        return by_figures or after.isupper()
    lowered = after.islower() if before.isupper() else after.isupper() and text[at + 2 : at + 3].islower()
    return by_figures or before.islower() or lowered


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in _NO_LETTERS


def _latin(text: str) -> bool:
    """Tell whether it is a text in Latin letters with few accents: with many, other charsets read as well."""
    if is_odd(text):
        return False
    words = _WORD.findall(text)
    accented = sum(not word.isascii() and word.isalpha() for word in words)
    doubtful = len(_SPACE_IN_WORD.findall(text)) == len(_OTHER.findall(text))
    return (
        any(word.isascii() for word in words)
        and accented <= max(_FEWEST_ACCENTED, len(words) // _WORDS_FOR_ACCENT)
        and not doubtful
    )


def _korean(text: str) -> bool:
    syllables = _SYLLABLE.findall(text)
    common = sum(one in _COMMON for one in syllables)
    beside = (found[1] or found[2] for found in _BESIDE_LATIN.finditer(text))
    return (
        len(syllables) >= _FEWEST_SYLLABLES
        and common >= _COMMONLY * len(syllables)
        and len(_HAN.findall(text)) < len(syllables)
        and not _KOREAN.search(text)
        and not _MIXED.search(text)
        and all(one in _COMMON for one in beside)
    )


def _japanese(text: str) -> bool:
    kana = len(_KANA.findall(text))
    return kana >= _FEWEST_KANA and kana * _KANA_IN_HAN >= len(_HAN.findall(text)) and not _JAPANESE.search(text)


_MACINTOSH, _DOS = Charset("macintosh", "mac_roman"), Charset("IBM850", "cp850")
_FITS: dict[Charset, Callable[[str], bool]] = {
    WINDOWS_1252: _latin,
    EUC_KR: _korean,
    SHIFT_JIS: _japanese,
    EUC_JP: _japanese,
    _MACINTOSH: _latin,
    _DOS: _latin,
}

CANDIDATES = (WINDOWS_1252, EUC_KR, SHIFT_JIS, EUC_JP)
"""What an article may be in that does not say it."""
HINTS = (_MACINTOSH, _DOS)
"""What it may be in besides, and never is without saying so: too many bytes are letters there."""
