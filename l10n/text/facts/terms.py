"""Owns glossary terms: reading a glossary's rows, and finding its terms in a source and in a translation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.model import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "COLUMNS",
    "STATUSES",
    "TermPlace",
    "Verdict",
    "judge",
    "parse",
    "places",
    "respaced",
    "standing",
    "targets",
    "terms_in",
]

COLUMNS = ("source", "target", "status", "variants", "forbidden", "case", "note")
STATUSES = ("approved", "proposed", "deprecated")
"""Only approved rows are given to engines, put into drafts and asked for by checks; the others are remarks."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term as it stands in a text."""

    start: int
    end: int
    """Character offsets into the text, `start < end`."""
    term: Term


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a translation did with a term of its source."""

    term: Term
    forbidden: tuple[str, ...] = ()
    """Forbidden words that stand in the translation, in the order of the glossary."""
    ranges: tuple[tuple[int, int], ...] = ()
    """Where each of them stands first: character offsets into the translation."""
    missing: bool = False
    """Neither the target nor one of its variants stands there."""


def parse(text: str, *, path: str) -> tuple[Term, ...]:
    """Read a glossary: tab-separated rows under a row of column names, of which `source` and `target` are needed.

    `variants` and `forbidden` hold words divided by `|`; `case` is `yes`, `no` or empty; `status` is one of `STATUSES`,
    `approved` when empty. Empty lines are passed over. Raises `UsageError` with `path` and line for a row that cannot
    be what its author meant: a cell too many, an unknown value, a source twice, a word both allowed and forbidden.
    """
    rows = [
        (number, [unicodedata.normalize("NFC", cell).strip() for cell in line.split("\t")])
        for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1)
        if line.strip()
    ]
    if not rows:
        return ()
    line, names = rows[0]
    for name in names:
        if name not in COLUMNS:
            raise _fault(f"unknown column `{name}`", path, line, f"Use these, divided by tabs: {' '.join(COLUMNS)}.")
    if len(set(names)) < len(names) or not {"source", "target"} <= set(names):
        raise _fault("the columns source and target are needed, each once", path, line, "Mend the first row.")
    terms: list[Term] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:]:
        term = _row(names, cells, path, number)
        key = term.source if _exact(term) else term.source.casefold()
        if key in seen:
            raise _fault(f"`{term.source}` stands in line {seen[key]} already", path, number, "Join the two rows.")
        seen[key] = number
        terms.append(term)
    return tuple(terms)


def _fault(message: str, path: str, line: int, remedy: str) -> UsageError:
    return UsageError(message, path=path, line=line, remedy=remedy)


def _row(names: Sequence[str], cells: Sequence[str], path: str, line: int) -> Term:
    if any(cells[len(names) :]):
        raise _fault(f"{len(cells)} cells under {len(names)} columns", path, line, "Take the tab too many out.")
    row = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
    status, case = row["status"].lower() or STATUSES[0], row["case"].lower() or "no"
    variants, forbidden = _words(row["variants"]), _words(row["forbidden"])
    if not row["source"]:
        raise _fault("the row has no source", path, line, "Write the English term into its first cell.")
    if status not in STATUSES:
        raise _fault(f"unknown status `{status}`", path, line, f"Use one of {', '.join(STATUSES)}.")
    if case not in {"yes", "no"}:
        raise _fault(f"case is `{case}`", path, line, "Write yes where capitals matter, else no.")
    if status == STATUSES[0] and not row["target"]:
        raise _fault(f"`{row['source']}` has no target", path, line, "Write one, or give it the status proposed.")
    both = {row["target"], *variants} & set(forbidden)
    if both:
        raise _fault(f"`{min(both)}` is both allowed and forbidden", path, line, "Take it out of one of the two.")
    return Term(row["source"], row["target"], status, variants, forbidden, case == "yes", row["note"])


def _words(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in map(str.strip, cell.split("|")) if word))


def terms_in(text: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the approved terms that occur in an English text, each once, in the order of the text."""
    return tuple(dict.fromkeys(place.term for place in places(text, terms)))


def places(text: str, terms: tuple[Term, ...]) -> tuple[TermPlace, ...]:
    """Find the approved terms of an English text: the longest match first, ascending, none over another.

    Plurals and possessives are found too. A source in capitals (an acronym), or marked `case`, matches in its own case
    only; any white space or a hyphen divides the words of a term.
    """
    if not terms:
        return ()
    index = _index(terms)
    found: list[TermPlace] = []
    for at in range(len(text)):
        if at and text[at - 1].isalnum() and text[at].isalnum():
            continue
        for pattern, term in index.get(text[at : at + 2].casefold(), ()):
            match = pattern.match(text, at)
            if match:
                found.append(TermPlace(at, match.end(), term))
    return _longest(found)


def _longest(found: Sequence[TermPlace]) -> tuple[TermPlace, ...]:
    """Keep the longest of places that overlap; of equals the first."""
    kept: list[TermPlace] = []
    for place in sorted(found, key=lambda place: (place.start - place.end, place.start)):
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    return tuple(sorted(kept, key=lambda place: place.start))


_Index = dict[str, list[tuple[re.Pattern[str], Term]]]
_INDEXES: dict[int, tuple[tuple[Term, ...], _Index]] = {}
"""Indexes by the identity of their glossary, which is kept, so that the identity stays its own."""
_MOST_INDEXES = 16


def _index(terms: tuple[Term, ...]) -> _Index:
    """Return the patterns of a glossary by the first two letters; hashing a glossary each time would cost more."""
    known = _INDEXES.get(id(terms))
    if known is not None:
        return known[1]
    index: _Index = {}
    for term in terms:
        if term.status == STATUSES[0]:
            index.setdefault(term.source[:2].casefold(), []).append((_source(term), term))
    if len(_INDEXES) >= _MOST_INDEXES:
        _INDEXES.clear()
    _INDEXES[id(terms)] = terms, index
    return index


def _exact(term: Term) -> bool:
    """Tell whether a term matches in its own case only."""
    return term.case or (term.source.isupper() and len(term.source) > 1)


@cache
def _source(term: Term) -> re.Pattern[str]:
    """Return the pattern of a source with its English inflections: plural and possessive, at its head and its end."""
    words = re.split(r"[\s-]+", term.source)
    head = words.index("of") - 1 if "of" in words[1:] else -1
    parts = []
    for at, word in enumerate(words):
        quoted = _quoted(word)
        parts.append(_inflected(word, quoted) if at in {head, len(words) - 1} else quoted)
    body = r"[\s\u00a0-]+".join(parts)
    return re.compile(rf"{body}(?:['’]s|(?<=s)['’])?(?!\w)", 0 if _exact(term) else re.IGNORECASE)


def _quoted(word: str) -> str:
    """Return a pattern for a word, either apostrophe for both."""
    return re.sub("['’]", "['’]", re.escape(word))


def _inflected(word: str, quoted: str) -> str:
    lower = word.lower()
    if not word[-1:].isalpha() or (word.isupper() and not lower.endswith(("s", "x", "z"))):
        return quoted + "s?" if word[-1:].isalpha() else quoted
    if word.isupper():
        return quoted
    if re.search(r"[^aeiou]y$", lower):
        return f"{quoted[:-1]}(?:y|ies)"
    if re.search(r"(?:[^f]f|fe)$", lower):
        return f"{quoted}s?|{quoted.removesuffix('e').removesuffix('f')}ves".join(("(?:", ")"))
    if lower.endswith("man"):
        return f"{quoted[:-2]}(?:an|en)"
    return quoted + ("(?:es)?" if re.search(r"(?:s|x|z|ch|sh)$", lower) else "(?:e?s)?")


def targets(term: Term) -> tuple[str, ...]:
    """Return what may stand for a term in a translation, the first choice first."""
    return (term.target, *term.variants)


def judge(source: str, target: str, terms: tuple[Term, ...]) -> Iterator[Verdict]:
    """Yield what is wrong with each term of a source in its translation.

    A forbidden word inside a longer allowed one (`항만공사` in `포트콜더항만공사`) is no fault; the allowed words of
    every term in the source count for that. A translation without text has no faults.
    """
    present = terms_in(source, terms)
    if not target.strip() or not present:
        return
    allowed = [place for term in present for word in targets(term) for place in _marked(word, target, term)]
    banned = {word: _marked(word, target, term) for term in present for word in term.forbidden}
    kept = set(_longest([*allowed, *(place for found in banned.values() for place in found)]))
    for term in present:
        first = {word: next((place for place in banned[word] if place in kept), None) for word in term.forbidden}
        stand = {word: (place.start, place.end) for word, place in first.items() if place}
        missing = not any(place.term == term for place in allowed)
        if stand or missing:
            yield Verdict(term, tuple(stand), tuple(stand.values()), missing)


@cache
def _target(word: str, case: bool) -> re.Pattern[str]:  # noqa: FBT001  a cached function has no keywords to spare
    """Return the pattern of a word in a translation: no letter of its script before it, anything after it.

    After it particles, endings and compounds follow. Chinese and Japanese have no boundary to ask for.
    """
    first = word[0]
    before = "(?<![가-힣])" if "가" <= first <= "힣" else r"(?<![^\W\d_\u3040-\u9fff가-힣])" if first < "\u0590" else ""
    body = r"\s+".join(map(_quoted, word.split()))
    return re.compile(before + body, 0 if case else re.IGNORECASE)


def standing(word: str, text: str, *, case: bool = True) -> tuple[tuple[int, int], ...]:
    """Return the ranges where a word of the target language stands in a translation, ascending."""
    return tuple(match.span() for match in _target(word, case).finditer(text))


def left(term: Term, text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges where a translation has the source of a term as it is, in its own letters and case.

    Not where that is what the term is called, and not in brackets, which hold originals.
    """
    if any(term.source in word for word in targets(term)):
        return ()
    pattern = re.compile(rf"(?<![A-Za-z(\[（［-])(?<![A-Za-z] ){re.escape(term.source)}(?![A-Za-z)\]）］-]| [A-Z])")
    return tuple(match.span() for match in pattern.finditer(text))


def respaced(word: str, text: str) -> tuple[int, int] | None:
    """Return where a Korean word stands first with its parts joined or divided otherwise (`국경 경비대`)."""
    letters = "".join(word.split())
    if not letters or not all("가" <= letter <= "힣" for letter in letters):
        return None
    match = re.search(rf"(?<![가-힣]){' ?'.join(letters)}", text)
    return match.span() if match else None


def _marked(word: str, text: str, term: Term) -> list[TermPlace]:
    return [TermPlace(start, end, term) for start, end in standing(word, text, case=term.case)]
