"""Owns text that was read in the wrong encoding (`â€œ` for `“`), and entities that were escaped twice."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n.model import Flaw
from l10n.text.identity import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["misread"]

_BYTES = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
"""What Windows-1252 shows for a byte, by its character; bytes that it does not know show as control characters."""


def _shown(first: int, last: int) -> str:
    return re.escape("".join(char for char, code in _BYTES.items() if first <= code <= last))


_NEXT = _shown(0x80, 0xBF)
_RUN = re.compile(
    f"(?:[{_shown(0xC2, 0xDF)}][{_NEXT}]|[{_shown(0xE0, 0xEF)}][{_NEXT}]{{2}}|[{_shown(0xF0, 0xF4)}][{_NEXT}]{{3}})+"
)
_HALF = re.compile("â€|ï»¿")
_LOST = re.compile("占쏙옙|锟斤拷")
"""What Korean and Chinese encodings show for U+FFFD."""
_COMMON = frozenset("“”‘’«»‹›…–—•·°ºª¿¡\u00a0€£§™®©")
"""What may follow a letter with an accent in good text: `café»…`."""
_LATIN = "ÃÂ"
"""The first bytes of the letters and marks of western Europe."""
_KOREAN = re.compile("[\u00b0-\u00c8][\u00a1-\u00fe](?:[\u00b0-\u00c8][\u00a1-\u00fe])+")
_TWICE = re.compile(r"&amp;(?=(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5});)")
_PAIR = 2


def misread(text: str, source: str, locale: str) -> Iterator[Flaw]:
    """Yield what a source lacks and no writer types; the fix is what was meant, where that is certain.

    A pseudo-translation, which stands between `⟪` and `⟫`, has accents on purpose.
    """
    if text.lstrip().startswith("⟪") and text.rstrip().endswith("⟫"):
        return
    if "&amp;" in text:
        for match in _TWICE.finditer(text):
            if text[match.start() : match.end() + 3] not in source:
                yield Flaw("a character is escaped twice", *match.span(), "&")
    if not text.isascii():
        yield from _western(text, source, locale)
        yield from (_shows(match) for match in _LOST.finditer(text))
        if "hangul" in scripts.expected(locale):
            yield from _korean(text)


def _shows(match: re.Match[str], right: str | None = None) -> Flaw:
    return Flaw(f"{match.group()} was read in the wrong encoding", *match.span(), right)


def _western(text: str, source: str, locale: str) -> Iterator[Flaw]:
    ends = 0
    for match in _RUN.finditer(text):
        if match.group() not in source and (_certain(match.group()) or _inside(match, locale)):
            right = bytes(_BYTES[char] for char in match.group()).decode("utf-8", "replace")
            meant = _plausible(right, locale)
            if match.group().isalpha() and not (meant and (_MEANT.fullmatch(right) or not _touches(match))):
                continue
            ends = match.end()
            yield _shows(match, right if meant else None)
    for match in _HALF.finditer(text, ends):
        if match.group() not in source:
            yield _shows(match)


def _plausible(text: str, locale: str) -> bool:
    """Tell whether a writer may have meant each character: letters, Chinese ones where a language has them, marks."""
    foreign = {"other"} if "han" in scripts.expected(locale) else {"other", "han"}
    return all(
        scripts.script(char) not in foreign if char.isalpha() else unicodedata.category(char)[0] in "PSMZN"
        for char in text.replace("\ufffd", "\ue000")
    )


def _touches(match: re.Match[str]) -> bool:
    """Tell whether a run goes on as a word in Latin letters, of which it may be a part."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return any(scripts.script(char) == "latin" for char in before + after if char.isalpha())


def _korean(text: str) -> Iterator[Flaw]:
    for match in _KOREAN.finditer(text):
        right = match.group().encode("latin-1").decode("euc_kr", "replace")
        if all("가" <= char <= "힣" for char in right) and re.search("[\u00c0-\u00fe]", match.group()):
            yield _shows(match, right)


_MEANT = re.compile("[\u00c0-\u017f\u0218-\u021b\u1ea0-\u1ef9]+")
"""Letters that languages in Latin letters are written with."""


def _inside(match: re.Match[str], locale: str) -> bool:
    """Tell whether a run stands for letters of the language, in a word where those are Latin ones too."""
    try:
        right = bytes(_BYTES[char] for char in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return False
    wanted = scripts.expected(locale)
    if "latin" not in wanted:
        return all(scripts.script(char) in wanted for char in right)
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return _MEANT.fullmatch(right) is not None and (before.islower() or after.islower())


def _certain(run: str) -> bool:
    """Tell whether a run is no letter with an accent and a mark behind it."""
    try:
        right = bytes(_BYTES[char] for char in run).decode("utf-8")
    except UnicodeDecodeError:
        return False
    odd = any(char in _BYTES and _BYTES[char] < 0xC0 and char not in _COMMON for char in run)  # noqa: PLR2004  no letter
    if len(run) == _PAIR:
        return run[0] in _LATIN and run[1] not in "“”‘’«»‹›…–—\u00a0" and run[1] != "º"
    return run.startswith("â€") or len(right) >= _PAIR or odd
