"""Owns what is known of the names of a locale, from its glossary and its name memory, and finding them in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Term
from l10n.text.facts import terms as glossary
from l10n.text.facts.name_pairs import folded
from l10n.text.facts.names import names as names_of
from l10n.text.facts.transliteration import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.model import KnownName

__all__ = ["KnownNames", "known"]

_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_]\w*")
_LIKE = 0.75
"""How alike a part of a name and its spelling must sound to stand for each other alone."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a locale, `known` makes it; it pickles."""

    locale: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    """Each name, as the glossary or the name memory writes it, to what it is called; the glossary's word counts."""
    memory: Mapping[str, str] = field(default_factory=dict)
    """Those of them that only the name memory has."""
    _listed: frozenset[str] = frozenset()
    """KnownNames of one word that come from a list: there `Nice` and `Reading` are towns."""
    _first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """First word, without case and accents, to the names of the memory that begin with it, the longest first."""

    def within(self, text: str) -> tuple[Term, ...]:
        """Return the names of the memory that an English text has, as terms, in the order of the text, each once.

        A part of a name (`Widodo`) is one too where the text has the whole as well, and the part alone only as a name.
        A word that stands in small letters anywhere is no name.
        """
        found = {text[start:end]: self.memory[name] for start, end, name in self._places(text)} if self.memory else {}
        if not found:
            return ()
        alone = [one for line in text.split("\n") if line.strip() for one in names_of(line)]
        certain = {word for name, starts in alone if not starts for word in name.split()}
        kept = {name: target for name, target in found.items() if self._stands(name, text, certain)}
        parts = {name: word for name, word in self._parts(kept, alone) if not _small(name, text)}
        return tuple(Term(source, target, case=True) for source, target in (kept | parts).items())

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the names that stand in a text, none inside of another; ascending."""
        plain, last = _plain(text), 0
        for word in _WORD.finditer(text):
            if word.start() >= last and word.group()[0].isupper():
                for name in self._first.get(plain[word.start() : word.end()], ()):
                    end = word.start() + len(name)
                    if _same(name, plain[word.start() : end], text[word.start() : end]) and not _on(text, end):
                        yield word.start(), end, name
                        last = end
                        break

    def _stands(self, name: str, text: str, certain: set[str]) -> bool:
        """Tell whether a name that was found is one."""
        return " " in name or (not _small(name, text) and (folded(name) not in self._listed or name in certain))

    def _parts(self, whole: Mapping[str, str], alone: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, str]]:
        """Yield the first and last parts of names that stand alone in a text."""
        parts: dict[str, set[str]] = defaultdict(set)
        last: set[str] = set()
        for source, target in whole.items():
            pieces = _pieces(source, target, self.locale)
            for name, word in (*pieces[:1], *pieces[-1:]):
                parts[name].add(word)
            last.update(name for name, _ in pieces[-1:])
        for name, starts in alone if parts else ():
            if len(parts.get(name, ())) == 1 and name not in self.targets and (not starts or name in last):
                yield name, next(iter(parts[name]))


def known(terms: Sequence[Term], rows: Iterable[KnownName], locale: str) -> KnownNames:
    """Put a glossary and a name memory together.

    A name that the glossary has, or of which it calls a part otherwise, is the glossary's.
    """
    approved = tuple(term for term in terms if term.status == glossary.STATUSES[0])
    own = {folded(term.source) for term in approved}
    words = {folded(word) for term in approved for word in term.source.split()}
    memory: dict[str, str] = {}
    listed: set[str] = set()
    for row in rows:
        key = folded(row.source)
        if key not in own and (words.isdisjoint(key.split()) or _agrees(row, approved)):
            memory[row.source] = row.target
            if row.imported and " " not in key:
                listed.add(key)
    first: dict[str, list[str]] = defaultdict(list)
    for name in memory:
        word = _WORD.match(name)
        if word:
            first[_plain(word.group())].append(name)
    ordered = {word: tuple(sorted(some, key=lambda name: (-len(name), name))) for word, some in first.items()}
    targets = memory | {term.source: term.target for term in approved}
    return KnownNames(locale, targets, memory, frozenset(listed), ordered)


def _agrees(row: KnownName, terms: tuple[Term, ...]) -> bool:
    """Tell whether the glossary says the same of the terms that stand in a name."""
    inside = glossary.terms_in(row.source, terms)
    return all(any(word in row.target for word in glossary.targets(term)) for term in inside)


def _pieces(source: str, target: str, locale: str) -> list[tuple[str, str]]:
    """Return each word of a name with the part of its spelling that sounds like it; nothing where they do not pair."""
    language = languages.of(locale)
    divider = language.names.divider if language.names else ""
    words, spelt = source.split(), re.split(rf"[ {re.escape(divider)}]", target)
    if len(words) != len(spelt) or len(words) == 1 or language.heard is None:
        return []
    if any(alike(word, part, language.heard) < _LIKE for word, part in zip(words, spelt, strict=True)):
        return []
    return list(zip(words, spelt, strict=True))


def _plain(text: str) -> str:
    """Return a text in small letters without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFD", char)[0].lower() or char)[0] for char in text).replace("’", "'")


def _same(name: str, plain: str, text: str) -> bool:
    """Tell whether a piece of a text is a name: whatever its accents, each word with the capital that it has."""
    return plain == _plain(name) and all(
        text[match.start()].isupper() for match in re.finditer(r"(?<!\w)[^\W\d_]", name) if match.group().isupper()
    )


def _on(text: str, end: int) -> bool:
    """Tell whether a word goes on at a place."""
    return text[end : end + 1].isalnum()


def _small(word: str, text: str) -> bool:
    """Tell whether a word stands in small letters somewhere in a text."""
    return re.search(rf"(?<![\w@#/.]){re.escape(word.lower())}(?![\w@])", text) is not None
