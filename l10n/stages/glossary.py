"""The verbs of `glossary`: hold translations against the terms, and find names that have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import formats
from l10n.model import Finding, Severity, State
from l10n.stages.workset import catalogs
from l10n.text import terms, words
from l10n.text.names import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.errors import L10nError
    from l10n.model import Document, Entry, Term
    from l10n.stages.workset import Workset
    from l10n.text.terms import Verdict

__all__ = ["FORBIDDEN", "MISSING", "Candidate", "Checked", "candidates", "check"]

FORBIDDEN = "term-forbidden"
MISSING = "term-missing"

_LEVELS = {
    State.REVIEWED: (Severity.ERROR, Severity.WARNING),
    State.DRAFT: (Severity.WARNING, Severity.INFO),
}
"""State to the levels of a forbidden word and of a missing term: what no person has read is told one level lower."""


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
    """Look for forbidden words and missing terms in reviewed texts and drafts.

    A forbidden word in a reviewed text is an error, a missing term a warning, because a person may have put it
    otherwise; in drafts both are one level lower. Raises `UsageError` for a glossary that is not one.
    """
    failures = list(work.failures)
    known = {locale: work.project.glossary(locale) for locale in work.locales}
    findings: list[Finding] = []
    for document, locale, po in catalogs(work, failures):
        if po is None or not known[locale]:
            continue
        name = work.project.catalog_name(document.path, locale)
        live = po.catalog.live()
        for key in dict.fromkeys(segment.key for segment in document.segments):
            entry = live.get(key)
            if entry is not None and entry.state in _LEVELS:
                findings += _findings(document, locale, name, entry, known[locale])
    return Checked(tuple(findings), {locale: len(rows) for locale, rows in known.items()}, tuple(failures))


def _findings(document: Document, locale: str, po: str, entry: Entry, known: tuple[Term, ...]) -> Iterator[Finding]:
    fmt = formats.load(document.format)
    source, target = entry.key.text, entry.target
    for verdict in terms.judge(words.blank(source, fmt.inline(source)), words.blank(target, fmt.inline(target)), known):
        levels = _LEVELS[entry.state]
        for rule, level, message in _messages(verdict, *levels):
            yield Finding(rule, level, message, document.path, locale, po, entry.line, entry.key)


def _messages(verdict: Verdict, bad: Severity, lacking: Severity) -> Iterator[tuple[str, Severity, str]]:
    term = verdict.term
    note = f" ({term.note})" if term.note else ""
    for word in verdict.forbidden:
        yield FORBIDDEN, bad, f"“{word}” is not to be used for “{term.source}”: write “{term.target}”{note}"
    if verdict.missing and not verdict.forbidden:
        choices = " or ".join(f"“{word}”" for word in terms.targets(term))
        yield MISSING, lacking, f"“{term.source}” is not translated as {choices}{note}"


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
