"""The verbs of `glossary`: hold translations against the terms, and find names that have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import formats
from l10n.checks.selection import CheckOptions
from l10n.errors import collecting
from l10n.stages.check import examine
from l10n.text.facts import terms
from l10n.text.facts.names import names
from l10n.text.sentences import words

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Finding, Term
    from l10n.stages.workset import Workset
    from l10n.text.facts.known_names import KnownNames

__all__ = ["RULES", "GlossaryChecked", "NameCandidate", "candidates", "check"]

RULES = ("term-forbidden", "term-missing")
"""The rules of `glossary check`."""


@dataclass(frozen=True, slots=True)
class GlossaryChecked:
    """What `glossary check` found."""

    findings: tuple[Finding, ...]
    terms: dict[str, int]
    """Locale → rows of its glossary."""
    failures: tuple[L10nError, ...]


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A name that recurs in the articles and that neither a glossary nor a name memory has."""

    name: str
    uses: int
    articles: tuple[str, ...]
    """In the order of the articles."""
    missing: tuple[str, ...]
    """The locales whose glossaries and name memories do not have it."""


def check(work: Workset) -> GlossaryChecked:
    """Look for forbidden words and missing terms in reviewed texts and drafts, as `check` does with all its rules."""
    known = {locale: len(rows) for locale, rows in work.terms.items()}
    done = examine(work, CheckOptions(select=RULES))
    return GlossaryChecked(done.findings, known, done.failures)


def candidates(work: Workset, failures: list[L10nError], *, least: int) -> list[NameCandidate]:
    """Return the names and acronyms that stand at least `least` times in the articles and lack a row, most used first.

    Articles that cannot be read or looked through go to `failures`, and so do glossaries, in whose locales nothing is
    missing then. A word that only ever begins sentences is no name.
    """
    failures += [*work.failures, *work.termless.values()]
    uses: Counter[str] = Counter()
    sure: set[str] = set()
    where: dict[str, dict[str, None]] = {}
    for document in work.documents:
        fmt = formats.load(document.format)
        with collecting(failures, f"{work.project.config.articles}/{document.path}", "looking for names in it"):
            for segment in document.segments:
                text = segment.key.text
                for name, starts in names(words.blank(text, fmt.inline(text))):
                    uses[name] += 1
                    where.setdefault(name, {})[document.path] = None
                    if not starts:
                        sure.add(name)
    known = {locale: _sources(rows, work.names[locale]) for locale, rows in work.terms.items()}
    found = []
    for name in sorted(sure, key=lambda name: (-uses[name], name)):
        missing = tuple(locale for locale, rows in known.items() if not _has(rows, name))
        if uses[name] >= least and missing:
            found.append(NameCandidate(name, uses[name], tuple(where[name]), missing))
    return found


def _sources(rows: tuple[Term, ...], names: KnownNames) -> tuple[tuple[Term, ...], frozenset[str]]:
    return rows, frozenset(source.casefold() for source in (*(row.source for row in rows), *names.memory))


def _has(known: tuple[tuple[Term, ...], frozenset[str]], name: str) -> bool:
    """Tell whether a name is known: as a row, of any status, or covered by terms from end to end."""
    rows, sources = known
    if name.casefold() in sources:
        return True
    places = terms.places(name, rows)
    return bool(places) and places[0].start == 0 and places[-1].end == len(name)
