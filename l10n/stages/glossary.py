"""The verbs of `glossary`: hold translations against the terms, and find names that have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import checks, formats
from l10n.model import Finding, State
from l10n.protocols import Pair
from l10n.stages.workset import catalogs
from l10n.text import terms, words
from l10n.text.names import names

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Document, Entry, Term
    from l10n.stages.workset import Workset

__all__ = ["RULES", "Candidate", "Checked", "candidates", "check"]

RULES = ("term-forbidden", "term-missing")
"""The rules of `glossary check`."""

_JUDGED = frozenset({State.REVIEWED, State.DRAFT})


@dataclass(frozen=True, slots=True)
class Checked:
    """What `glossary check` found."""

    findings: tuple[Finding, ...]
    terms: dict[str, int]
    """Locale → rows of its glossary."""
    failures: tuple[L10nError, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that recurs in the articles and that a glossary does not have."""

    name: str
    uses: int
    articles: tuple[str, ...]
    """In the order of the articles."""
    missing: tuple[str, ...]
    """The locales whose glossaries do not have it."""


def check(work: Workset) -> Checked:
    """Look for forbidden words and missing terms in reviewed texts and drafts, as `check` does with all its rules.

    Raises `UsageError` for a glossary that is not one.
    """
    failures, rules = list(work.failures), checks.chosen(RULES)
    known = {locale: work.project.glossary(locale) for locale in work.locales}
    findings: list[Finding] = []
    for document, locale, po in catalogs(work, failures):
        if po is None or not known[locale]:
            continue
        name = work.project.catalog_name(document.path, locale)
        live = po.catalog.live()
        keys = dict.fromkeys(segment.key for segment in document.segments)
        for entry in (entry for key in keys if (entry := live.get(key)) and entry.state in _JUDGED):
            for _, rule, flaw in checks.inspect([_pair(document, entry, locale, known[locale])], rules):
                severity = flaw.severity or rule.severity
                place = entry.target, flaw.start, flaw.end, flaw.fix
                findings.append(
                    Finding(rule.id, severity, flaw.message, document.path, locale, name, entry.line, entry.key, *place)
                )
    return Checked(tuple(findings), {locale: len(rows) for locale, rows in known.items()}, tuple(failures))


def _pair(document: Document, entry: Entry, locale: str, known: tuple[Term, ...]) -> Pair:
    fmt = formats.load(document.format)
    return Pair(
        source=entry.key.text,
        target=entry.target,
        locale=locale,
        source_spans=fmt.inline(entry.key.text),
        target_spans=fmt.inline(entry.target),
        terms=known,
        article=document.path,
        draft=entry.state is State.DRAFT,
    )


def candidates(work: Workset, *, least: int) -> list[Candidate]:
    """Return the names and acronyms that stand at least `least` times in the articles and lack a term, most used first.

    A word that only ever begins sentences is no name.
    """
    uses: Counter[str] = Counter()
    sure: set[str] = set()
    where: dict[str, dict[str, None]] = {}
    for document in work.documents:
        fmt = formats.load(document.format)
        for segment in document.segments:
            text = segment.key.text
            for name, starts in names(words.blank(text, fmt.inline(text))):
                uses[name] += 1
                where.setdefault(name, {})[document.path] = None
                if not starts:
                    sure.add(name)
    known = {locale: _sources(work.project.glossary(locale)) for locale in work.locales}
    found = []
    for name in sorted(sure, key=lambda name: (-uses[name], name)):
        missing = tuple(locale for locale in work.locales if not _has(known[locale], name))
        if uses[name] >= least and missing:
            found.append(Candidate(name, uses[name], tuple(where[name]), missing))
    return found


def _sources(rows: tuple[Term, ...]) -> tuple[tuple[Term, ...], frozenset[str]]:
    return rows, frozenset(row.source.casefold() for row in rows)


def _has(known: tuple[tuple[Term, ...], frozenset[str]], name: str) -> bool:
    """Tell whether a glossary has a name: as a row of any status, or covered by terms from end to end."""
    rows, sources = known
    if name.casefold() in sources:
        return True
    places = terms.places(name, rows)
    return bool(places) and places[0].start == 0 and places[-1].end == len(name)
