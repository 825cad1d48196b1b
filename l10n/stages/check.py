"""The verb `check`: apply the rules to every translation, and to the articles themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from l10n import checks, formats
from l10n.model import Finding, State
from l10n.protocols import Pair, Scope
from l10n.stages.chain import PSEUDO
from l10n.stages.compose import compose
from l10n.stages.workset import catalogs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.errors import L10nError
    from l10n.model import Document, Entry, Key, Segment, Term
    from l10n.protocols import Flaw, Rule
    from l10n.stages.workset import Workset

__all__ = ["Checked", "check"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    failures: tuple[L10nError, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair and where it stands."""

    pair: Pair
    entry: Entry
    po: str


def check(work: Workset) -> Checked:
    """Check reviewed texts and drafts against their sources, and whether they fit into their articles.

    A stale text translates another source and is left to coverage, as are missing texts and drafts as such.
    """
    failures = list(work.failures)
    findings: list[Finding] = []
    rules = checks.chosen()
    for document in work.documents:
        findings += _of_source(document, work.project.config.source, rules)
    judged: dict[str, list[_Judged]] = {locale: [] for locale in work.locales}
    terms = {locale: work.project.glossary(locale) for locale in work.locales}
    for document, locale, po in catalogs(work, failures):
        if po is None:
            continue
        findings += compose(work, document, locale, po, _text).findings
        live = po.catalog.live()
        name = work.project.catalog_name(document.path, locale)
        here = [
            _Judged(_pair(document, segment, entry, locale, work.project.config.source, terms[locale]), entry, name)
            for segment in _first(document)
            if (entry := live.get(segment.key)) and _text(entry)
        ]
        findings += _apply(here, rules, (Scope.SEGMENT, Scope.ARTICLE))
        judged[locale] += here
    for everything in judged.values():
        findings += _apply(everything, rules, (Scope.LOCALE,))
    return Checked(tuple(findings), tuple(failures))


def _first(document: Document) -> Iterator[Segment]:
    """Yield the segments of a document, of equal keys the first."""
    seen: set[Key] = set()
    for segment in document.segments:
        if segment.key not in seen:
            seen.add(segment.key)
            yield segment


def _text(entry: Entry) -> str | None:
    return entry.target if entry.state in {State.REVIEWED, State.DRAFT} else None


def _apply(judged: Sequence[_Judged], rules: Sequence[Rule], scopes: tuple[Scope, ...]) -> Iterator[Finding]:
    pairs = [one.pair for one in judged]
    for index, rule, flaw in checks.inspect(pairs, rules, scopes=scopes):
        one = judged[index]
        yield Finding(
            rule=rule.id,
            severity=flaw.severity or rule.severity,
            message=flaw.message,
            article=one.pair.article,
            locale=one.pair.locale,
            po=one.po,
            line=one.entry.line,
            key=one.entry.key,
            **_place(flaw, one.entry.target),
        )


def _place(flaw: Flaw, text: str) -> dict[str, Any]:
    return {"text": text, "start": flaw.start, "end": flaw.end, "fix": flaw.fix}


def _of_source(document: Document, locale: str, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Apply the rules about the English text."""
    fmt = formats.load(document.format)
    segments = document.segments
    pairs = [
        Pair(
            source=segment.key.text,
            target="",
            locale=locale,
            source_spans=fmt.inline(segment.key.text),
            source_locale=locale,
            kind=segment.kind,
            article=document.path,
        )
        for segment in segments
    ]
    for index, rule, flaw in checks.inspect(pairs, rules, scopes=(Scope.SOURCE,)):
        yield Finding(
            rule=rule.id,
            severity=flaw.severity or rule.severity,
            message=flaw.message,
            article=document.path,
            line=segments[index].line,
            key=segments[index].key,
            **_place(flaw, segments[index].key.text),
        )


def _pair(  # noqa: PLR0917  what a pair is made of
    document: Document, segment: Segment, entry: Entry, locale: str, source_locale: str, terms: tuple[Term, ...]
) -> Pair:
    fmt = formats.load(document.format)
    pseudo = entry.state is State.DRAFT and entry.origin is not None and entry.origin.engine == PSEUDO
    return Pair(
        source=entry.key.text,
        target=entry.target,
        locale=source_locale if pseudo else locale,
        source_spans=fmt.inline(entry.key.text),
        target_spans=fmt.inline(entry.target),
        source_locale=source_locale,
        kind=segment.kind,
        terms=terms,
        article=document.path,
        draft=entry.state is State.DRAFT,
    )
