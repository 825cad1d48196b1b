"""The verb `check`: apply the rules to every translation, and to the articles themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import checks
from l10n.checks.rules.structure import MISSING, STRUCTURE
from l10n.model import Finding, State
from l10n.protocols import Scope
from l10n.stages import baseline
from l10n.stages.compose import compose
from l10n.stages.pairs import judged, sources, text_of
from l10n.stages.silence import Silencer
from l10n.stages.wanted import Order, wanted
from l10n.stages.workset import catalogs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.catalog.lossless import PoFile
    from l10n.errors import L10nError
    from l10n.model import Document
    from l10n.protocols import Flaw, Pair, Rule
    from l10n.stages.pairs import Judged
    from l10n.stages.wanted import Wanted
    from l10n.stages.workset import Workset

__all__ = ["Checked", "check", "examine"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    """Without those of the baseline; in the order of the articles, then locale, line, place and rule."""
    places: tuple[tuple[str, str], ...]
    """Article and locale of every catalogue that was read."""
    failures: tuple[L10nError, ...]
    known: int = 0
    """Findings that the baseline has."""
    gone: int = 0
    """Findings of the baseline that are no more."""


def check(work: Workset, order: Order | None = None) -> Checked:
    """Check reviewed texts and drafts against their sources, and whether they fit into their articles.

    A stale text translates another source and is left to coverage, as are missing texts and drafts as such. Raises
    `UsageError` where the baseline cannot be read.
    """
    order = order or Order()
    known = baseline.load(work, order)
    found = examine(work, order)
    if known is None:
        return found
    left, gone = baseline.without(work, order, known, found)
    return Checked(left, found.places, found.failures, len(found.findings) - len(left), gone)


def examine(work: Workset, order: Order) -> Checked:
    """Do what `check` does, with no baseline."""
    failures = list(work.failures)
    config = work.project.config
    findings: list[Finding] = []
    places: list[tuple[str, str]] = []
    rules = {locale: wanted(config, order, locale) for locale in ("", *work.locales)}
    terms = {locale: work.project.glossary(locale) for locale in work.locales}
    known = tuple(dict.fromkeys(term for rows in terms.values() for term in rows))
    for document in work.documents:
        findings += _of_source(document, config.articles, sources(document, config.source, known), rules[""])
    everything: dict[str, list[Judged]] = {locale: [] for locale in work.locales}
    silencers = {locale: Silencer() for locale in work.locales}
    for document, locale, po in catalogs(work, failures):
        if po is None:
            continue
        here = judged(work, document, locale, po, terms[locale])
        if STRUCTURE in rules[locale].rules:
            refused = compose(work, document, locale, po, text_of).findings
            findings += _structure(refused, rules[locale])
        if MISSING in rules[locale].rules:
            findings += _missing(work, document, locale, po, rules[locale])
        findings += _apply(here, rules[locale], silencers[locale], (Scope.SEGMENT, Scope.ARTICLE))
        everything[locale] += here
        places.append((document.path, locale))
    for locale, all_of_it in everything.items():
        findings += _apply(all_of_it, rules[locale], silencers[locale], (Scope.LOCALE,))
        findings += _idle(all_of_it, rules[locale], silencers[locale], whole=work.whole and not failures)
    return Checked(tuple(_sorted(findings, work)), tuple(places), tuple(failures))


def _apply(
    everything: Sequence[Judged], wanted: Wanted, silencer: Silencer, scopes: tuple[Scope, ...]
) -> Iterator[Finding]:
    pairs = [one.pair for one in everything]
    for index, rule, flaw in checks.inspect(pairs, wanted.rules, scopes=scopes):
        if not silencer.silences(everything[index], rule):
            yield _finding(everything[index], rule, flaw, wanted)


def _structure(refused: Iterable[Finding], wanted: Wanted) -> Iterator[Finding]:
    """Tell what `compose` refused; a comment does not silence it, for the English is published all the same."""
    for finding in refused:
        yield replace(finding, severity=wanted.severity(STRUCTURE), reason=STRUCTURE.reason)


def _missing(work: Workset, document: Document, locale: str, po: PoFile, wanted: Wanted) -> Iterator[Finding]:
    """Tell the texts of an article that have no translation at all; a stale one has."""
    live = po.catalog.live()
    for key in dict.fromkeys(segment.key for segment in document.segments):
        entry = live.get(key)
        if entry is None or entry.state is State.MISSING:
            yield Finding(
                rule=MISSING.id,
                severity=wanted.severity(MISSING),
                message="not translated" if entry else "not in the catalogue: run `l10n extract`",
                article=document.path,
                locale=locale,
                po=work.project.catalog_name(document.path, locale),
                line=entry.line if entry else 0,
                key=key,
                reason=MISSING.reason,
            )


def _idle(everything: Sequence[Judged], wanted: Wanted, silencer: Silencer, *, whole: bool) -> Iterator[Finding]:
    for one in everything:
        for rule, flaw in silencer.idle(one, wanted.rules, whole=whole) if one.ignores is not None else ():
            if rule in wanted.rules and not silencer.silences(one, rule):
                yield _finding(one, rule, flaw, wanted, text="")


def _finding(one: Judged, rule: Rule, flaw: Flaw, wanted: Wanted, *, text: str | None = None) -> Finding:
    return Finding(
        rule=rule.id,
        severity=wanted.severity(rule, flaw),
        message=flaw.message,
        article=one.pair.article,
        locale=one.locale,
        po=one.po,
        line=one.entry.line,
        key=one.entry.key,
        text=one.entry.target if text is None else text,
        start=flaw.start,
        end=flaw.end,
        fix=flaw.fix,
        family=checks.family(rule.id),
        reason=rule.reason,
    )


def _of_source(document: Document, folder: str, pairs: Sequence[Pair], wanted: Wanted) -> Iterator[Finding]:
    """Apply the rules about the English text."""
    for index, rule, flaw in checks.inspect(pairs, wanted.rules, scopes=(Scope.SOURCE,)):
        segment = document.segments[index]
        yield Finding(
            rule=rule.id,
            severity=wanted.severity(rule, flaw),
            message=flaw.message,
            article=document.path,
            line=segment.line,
            key=segment.key,
            text=segment.key.text,
            start=flaw.start,
            end=flaw.end,
            fix=flaw.fix,
            path=f"{folder}/{document.path}",
            family=checks.family(rule.id),
            reason=rule.reason,
        )


def _sorted(findings: Iterable[Finding], work: Workset) -> list[Finding]:
    articles = {document.path: at for at, document in enumerate(work.documents)}
    locales = {locale: at for at, locale in enumerate(("", *work.locales))}
    return sorted(
        findings,
        key=lambda one: (
            articles[one.article],
            locales[one.locale],
            one.line,
            one.start,
            one.rule,
            one.end,
            one.message,
        ),
    )
