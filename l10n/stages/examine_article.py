"""Owns examining one article: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import coverage, formats
from l10n.catalog.gettext_faults import gettext_faults
from l10n.catalog.ownership import edited
from l10n.checks import pairs, registry, run, selection
from l10n.checks.rules.markup import ACTIVE
from l10n.checks.rules.structure import GETTEXT, MISSING, STRUCTURE, UNFINISHED
from l10n.checks.selection import CheckOptions
from l10n.checks.suppressions import Suppressions
from l10n.drafting.drafters import PSEUDO
from l10n.errors import BugError, L10nError, collecting
from l10n.model import Finding, Flaw, Key, Severity, State
from l10n.protocols import Scope
from l10n.publish.assemble import refused_entries
from l10n.publish.render import STRUCTURE as STRUCTURAL
from l10n.stages.mapping import Failure
from l10n.stages.refusals import refusal, refusals
from l10n.stages.unread import unread
from l10n.text.punctuation.characters import seen
from l10n.text.sentences import length
from l10n.text.sentences.align import joiner
from l10n.values import packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.catalog import PoFile
    from l10n.checks.pairs import CheckedPair
    from l10n.checks.run import BrokenRule
    from l10n.checks.selection import Selection
    from l10n.model import Catalog, Document
    from l10n.protocols import Rule
    from l10n.stages.articles import ArticleInput
    from l10n.stages.unread import UnreadDraft

__all__ = [
    "ArticleResult",
    "CheckedText",
    "LocaleResult",
    "PoPlace",
    "checked_pairs",
    "examine_article",
    "failed_rules",
    "finding",
]

_LENGTH = frozenset({"length", "dropped-sentence"})
"""Rules that have said already that a text is short."""


@dataclass(frozen=True, slots=True)
class PoPlace:
    """Where the texts of a catalogue stand."""

    article: str
    locale: str
    po: str


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What has to be known of a text to tell of it, when all articles of its locale have been looked at."""

    key: Key
    target: str
    line: int
    ignores: tuple[str, ...] | None
    """Rules and families that its comments silence; None without such a comment."""
    used: frozenset[str]
    """Those of them that have silenced something."""
    draft: bool
    """Nobody has read it: it is a draft, as it came or half edited."""


@dataclass(frozen=True, slots=True)
class LocaleResult:
    """What was found in an article in one locale."""

    locale: str
    po: str
    findings: tuple[Finding, ...]
    """Those that need no other article."""
    digests: Mapping[str, bytes]
    """Rule about the locale → what it has to know of the article, a `Digest`, packed."""
    texts: bytes
    """Pair → its `CheckedText`, packed; empty where there is no such rule."""
    commented: Mapping[int, CheckedText]
    """Those with a comment that silences rules."""
    remarked: frozenset[Key] = frozenset()
    """Drafts that something less than an error was found in."""
    drafts: tuple[UnreadDraft, ...] = ()
    """The machine's drafts, in the order of the article."""


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """What was found in an article; it pickles."""

    article: str
    findings: tuple[Finding, ...] = ()
    """Those about the article itself."""
    locales: tuple[LocaleResult, ...] = ()
    """A row for each catalogue that there is and that could be read."""
    failures: tuple[Failure, ...] = ()


def examine_article(given: ArticleInput, options: CheckOptions | None = None, *, drafts: bool = True) -> ArticleResult:
    """Apply the rules to an article and its translations; nothing is read or written.

    Without `drafts` the machine's drafts are not among what is returned, which they make large.
    What needs all articles of a locale is for the caller to find, with the digests in the result.
    """
    options = options or CheckOptions()
    try:
        document = given.document()
    except L10nError as err:
        return ArticleResult(given.article, failures=(Failure(given.article, "", err),))
    found: list[LocaleResult] = []
    failures: list[Failure] = []
    for locale, po in given.opened(failures):
        errors: list[L10nError] = []
        with collecting(errors, po.path, "checking it"):
            wanted = selection.selection(given.config, options, locale)
            found.append(_in_locale(given, document, po, wanted, errors, drafts=drafts))
        failures += [Failure(given.article, locale, err) for err in errors]
    about: list[Finding] = []
    errors = []
    with collecting(errors, given.name, "checking it"):
        about += _of_source(given, document, selection.selection(given.config, options, ""), errors)
    failures += [Failure(given.article, "", err) for err in errors]
    return ArticleResult(given.article, tuple(about), tuple(found), tuple(failures))


def _in_locale(
    given: ArticleInput,
    document: Document,
    po: PoFile,
    wanted: Selection,
    failures: list[L10nError],
    *,
    drafts: bool,
) -> LocaleResult:
    here = checked_pairs(given, document, po)
    catalog, rules = po.catalog, wanted.rules
    on = {rule.id for rule in rules}
    where = PoPlace(document.path, catalog.locale, po.path)
    findings: list[Finding] = []
    refused: dict[Key, Finding] = {}
    if STRUCTURE.id in on:
        with collecting(failures, po.path, "putting its texts into the article"):
            refused = {one.key: one for one in _structure(where, document, catalog, wanted) if one.key}
    if MISSING.id in on:
        findings += _missing(where, document, catalog, wanted)
    silent = [Suppressions(one.ignores) for one in here]
    findings += _refused_by_gettext(where, po, wanted) if GETTEXT.id in on else ()
    texts = [one.pair for one in here]
    broken: list[BrokenRule] = []
    told_here: set[Key] = set()
    for index, rule, flaw in run.inspect(texts, rules, scopes=(Scope.SEGMENT, Scope.ARTICLE), broken=broken):
        if not silent[index].silences(rule):
            entry = here[index].entry
            if rule is ACTIVE and entry.key in refused:
                told_here.add(entry.key)
                flaw = replace(flaw, severity=None, message=f"{flaw.message}; the text stays English")  # noqa: PLW2901
            findings.append(finding(where, wanted, rule, flaw, key=entry.key, line=entry.line, text=entry.target))
    findings += [one for key, one in refused.items() if key not in told_here or one.message == refusal(STRUCTURAL)]
    if UNFINISHED.id in on:
        findings += _unfinished(where, here, silent, wanted, {one.key for one in findings if one.rule in _LENGTH})
    digests = run.digests(texts, rules, broken)
    failures += failed_rules(broken, po.path, [one.entry.line for one in here])
    told = {
        index: CheckedText(
            one.entry.key,
            one.entry.target,
            one.entry.line,
            one.ignores,
            frozenset(silent[index].used),
            draft=one.entry.state is State.DRAFT,
        )
        for index, one in enumerate(here)
        if digests or one.ignores is not None
    }
    return LocaleResult(
        catalog.locale,
        po.path,
        tuple(findings),
        {name: packed(digest) for name, digest in digests.items()},
        packed(told) if digests else b"",
        {index: text for index, text in told.items() if text.ignores is not None},
        _remarked(findings, catalog),
        tuple(unread(here, findings, document.format)) if drafts else (),
    )


def _remarked(findings: Iterable[Finding], catalog: Catalog) -> frozenset[Key]:
    told = {one.key for one in findings if one.key and one.severity is not Severity.ERROR}
    live = catalog.live() if told else {}
    return frozenset(key for key in told if key in live and live[key].state is State.DRAFT)


def checked_pairs(given: ArticleInput, document: Document, po: PoFile) -> list[CheckedPair]:
    """Return the texts of a catalogue that are checked, each beside its source."""
    return pairs.checked(
        document,
        po.catalog,
        formats.load(document.format),
        po=po.path,
        source_locale=given.config.source,
        terms=given.terms[po.catalog.locale],
        names=given.names.get(po.catalog.locale, ()),
        disguise=PSEUDO,
    )


def finding(where: PoPlace, wanted: Selection, rule: Rule, flaw: Flaw, *, key: Key, line: int, text: str) -> Finding:
    """Return what is told of a fault."""
    return Finding(
        rule=rule.id,
        severity=wanted.severity(rule, flaw),
        message=flaw.message,
        article=where.article,
        locale=where.locale,
        po=where.po,
        line=line,
        key=key,
        text=text,
        start=flaw.start,
        end=flaw.end,
        fix=flaw.fix,
        family=registry.family(rule.id),
        reason=rule.reason,
    )


def failed_rules(broken: Iterable[BrokenRule], path: str, lines: Sequence[int] = ()) -> Iterator[L10nError]:
    """Say which rules failed, and on which text; those that fail alike on one are told together."""
    alike: dict[tuple[int | None, str], list[BrokenRule]] = {}
    for one in broken:
        alike.setdefault((one.index, repr(one.error)), []).append(one)
    for (index, _), group in alike.items():
        rules = ", ".join(f"`{one.rule.id}`" for one in group)
        what = f"in the rule{'s' if len(group) > 1 else ''} {rules}" + ("" if index is None else " on this text")
        yield BugError.of(group[0].error, what, path=path, line=0 if index is None else lines[index])


def _of_source(
    given: ArticleInput, document: Document, wanted: Selection, failures: list[L10nError]
) -> Iterator[Finding]:
    """Apply the rules about the English text."""
    terms = tuple(dict.fromkeys(term for rows in given.terms.values() for term in rows))
    texts = pairs.sources(document, formats.load(document.format), given.config.source, terms)
    where = PoPlace(document.path, "", "")
    broken: list[BrokenRule] = []
    for index, rule, flaw in run.inspect(texts, wanted.rules, scopes=(Scope.SOURCE,), broken=broken):
        segment = document.segments[index]
        told = finding(where, wanted, rule, flaw, key=segment.key, line=segment.line, text=segment.key.text)
        yield replace(told, path=given.name)
    failures += failed_rules(broken, given.name, [segment.line for segment in document.segments])


def _structure(where: PoPlace, document: Document, catalog: Catalog, wanted: Selection) -> Iterator[Finding]:
    """Tell what publishing refuses; a comment does not silence it, for the English is published all the same."""
    fmt = formats.load(document.format)
    entries = coverage.standing(document, catalog)
    faulty = refused_entries(document, fmt, entries, pairs.text_of, joint=joiner(where.locale))
    for refused in refusals(faulty, article=where.article, locale=where.locale, po=where.po):
        yield replace(refused, severity=wanted.severity(STRUCTURE), reason=STRUCTURE.reason)


def _refused_by_gettext(where: PoPlace, po: PoFile, wanted: Selection) -> Iterator[Finding]:
    """Tell why gettext's tools refuse the file."""
    for entry, message in gettext_faults(po):
        told = finding(where, wanted, GETTEXT, Flaw(message), key=Key(""), line=1, text="")
        yield replace(told, key=entry.key, line=entry.line) if entry else replace(told, key=None)


def _unfinished(
    where: PoPlace,
    here: Sequence[CheckedPair],
    silent: Sequence[Suppressions],
    wanted: Selection,
    told: set[Key | None],
) -> Iterator[Finding]:
    """Tell edited drafts that are far shorter than their drafts can have been, but for those whose length is `told`.

    The file has only the digest of a draft; but how long translations of its English are is known.
    """
    for one, comments in zip(here, silent, strict=True):
        entry = one.entry
        if entry.state is not State.REVIEWED or not edited(entry) or entry.key in told:
            continue
        source, target = seen(entry.key.text, one.pair.source_spans), seen(entry.target, one.pair.target_spans)
        if length.begun(source, target, where.locale) and not comments.silences(UNFINISHED):
            flaw = Flaw(
                f"far shorter than its draft can have been: {len(target.strip())} characters for {len(source.strip())} "
                "of the English; is it finished?"
            )
            yield finding(where, wanted, UNFINISHED, flaw, key=entry.key, line=entry.line, text=entry.target)


def _missing(where: PoPlace, document: Document, catalog: Catalog, wanted: Selection) -> Iterator[Finding]:
    """Tell the texts of an article that have no translation at all; a stale one has."""
    live = catalog.live()
    for key in dict.fromkeys(segment.key for segment in document.segments):
        entry = live.get(key)
        if entry is None or entry.state is State.MISSING:
            yield Finding(
                rule=MISSING.id,
                severity=wanted.severity(MISSING),
                message="not translated" if entry else "not in the catalogue: run `l10n extract`",
                article=where.article,
                locale=where.locale,
                po=where.po,
                line=entry.line if entry else 0,
                key=key,
                reason=MISSING.reason,
            )
