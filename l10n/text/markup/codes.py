"""Owns the comparison of the code in a text and in its translation by a person.

A person says a code twice where the source says it once, and once where it says it twice; writes `Mutex` for
`&Mutex<T>`; and forgets the backticks. None of these is a loss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.model import SpanKind
from l10n.text.markup.pairing import likeness, paired
from l10n.text.punctuation.english import hide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline

__all__ = ["Changed", "Codes", "compared"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A code of the source for which another stands in the translation."""

    before: str
    after: str
    """Both with their backticks."""
    span: Inline
    """Where it stands in the translation."""
    sure: bool
    """False where only quotation marks or signs differ, or words of the code were translated."""


@dataclass(frozen=True, slots=True)
class Codes:
    """How the code of a translation differs from its source's."""

    lost: tuple[str, ...] = ()
    """Code of the source that stands nowhere, with its backticks."""
    changed: tuple[Changed, ...] = ()
    bare: tuple[tuple[int, int], ...] = ()
    """Where code of the source stands in the translation without its backticks."""
    added: tuple[Inline, ...] = ()
    """Code that the source has nowhere."""


_EDGE = "A-Za-z\u00c0-\u024f0-9_"
_DRESS = re.compile(r"<[^<>]*>|[&*\s]|\(\)|::$")
_WORD = re.compile(r"\w+")
_DEEP = 4
"""Type parameters inside of each other that a writer may leave out."""
_MOST = 200
"""Codes that are looked for one by one where a translation has not the same: each is a search in the whole text."""
_LEAST = 3
"""Letters from which a code without backticks may begin a sentence with a capital."""


def compared(source: str, source_spans: Sequence[Inline], target: str, target_spans: Sequence[Inline]) -> Codes:
    """Return what of the source's code a translation lost, changed, left without backticks or added."""
    before, after = _codes(source, source_spans), _codes(target, target_spans)
    if before.keys() == after.keys():
        return Codes()
    theirs = "\n".join(after)
    cores = {_core(code) for code in after}
    words = _around(target, target_spans)
    parts = [code for code in after if code not in before][:_MOST]
    lost: list[str] = []
    partly: list[Changed] = []
    bare: list[tuple[int, int]] = []
    missing = [code for code in before if _core(code) not in cores]
    for code in missing[:_MOST]:
        core = _core(code)
        if _within(code, theirs) or _within(core, theirs):
            continue
        place = _within(code, words) or _within(core, words) or _within(_unquoted(code), words)
        part = next((one for one in parts if _within(one, code) and any(map(str.isalpha, one))), None)
        if place:
            bare.append(place)
        elif part:
            partly.append(Changed(before[code][0], *after[part], sure=False))
        else:
            lost.append(code)
    ours = {_core(code) for code in before}
    new = [code for code in after if _core(code) not in ours]
    added = [code for code in new[:_MOST] if not (_within(code, source) or _within(_core(code), source))]
    changed = partly
    known = set(_WORD.findall(theirs))
    for old, other in list(paired(lost, added, likeness)):
        sure = other.isascii() and not set(_WORD.findall(old)) <= known
        changed.append(Changed(before[old][0], after[other][0], after[other][1], sure))
        lost.remove(old)
        added.remove(other)
    return Codes(
        tuple(before[code][0] for code in lost), tuple(changed), tuple(bare), tuple(after[code][1] for code in added)
    )


def _codes(text: str, spans: Sequence[Inline]) -> dict[str, tuple[str, Inline]]:
    """Return what stands between the backticks, each once, with its raw text and its first place."""
    found: dict[str, tuple[str, Inline]] = {}
    for span in spans:
        if span.kind is SpanKind.CODE:
            raw = text[span.start : span.end]
            found.setdefault(" ".join(raw.strip("`").split()), (raw, span))
    return found


def _around(text: str, spans: Sequence[Inline]) -> str:
    """Return the text with its code covered, of the same length."""
    return hide(text, (span for span in spans if span.kind is SpanKind.CODE))


def _core(code: str) -> str:
    """Return a code without what a writer may leave out: references, type parameters, empty brackets."""
    core = code
    for _ in range(_DEEP):
        core = _DRESS.sub("", core)
    return core or code


def _unquoted(code: str) -> str:
    return code[1:-1] if len(code) > 2 and code[0] == code[-1] and code[0] in "\"'" else code  # noqa: PLR2004  a word in quotes


@lru_cache(maxsize=1024)
def _pattern(code: str) -> re.Pattern[str]:
    """Return a pattern of a code as it stands in words: escaped or not, and not inside of a longer word."""
    pieces = [
        r"\s+" if letter == " " else (r"\\?" if letter in "\\`*_<>[]#|" else "") + re.escape(letter) for letter in code
    ]
    first = f"(?<![{_EDGE}])" if re.match(f"[{_EDGE}]", code) else ""
    last = f"(?![{_EDGE}])" if re.search(f"[{_EDGE}]\\Z", code) else ""
    fold = re.IGNORECASE if sum(map(str.isalpha, code)) >= _LEAST else 0
    return re.compile(first + "".join(pieces) + last, fold)


def _within(code: str, text: str) -> tuple[int, int] | None:
    found = _pattern(code).search(text) if code else None
    return found.span() if found else None
