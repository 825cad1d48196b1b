"""Owns building one article in one locale: a function of values, for this process or another."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from l10n import config, coverage, files, formats
from l10n.catalog.notes import corrected, urgency
from l10n.catalog.ownership import is_person
from l10n.config import Fallback, Policy
from l10n.config_values import moment
from l10n.errors import ArticleError, L10nError
from l10n.model import BuildRecord, Edition, Explained, ExplainedText, Joint, Slot, SlotKind, SlotPlace, State
from l10n.publish import disclosure, layouts, policy
from l10n.publish.assemble import Assembled, assemble
from l10n.publish.laid import laid, stated_address
from l10n.publish.policy import Chosen, Release, Shown
from l10n.publish.teaser import teaser
from l10n.recent import Recent
from l10n.stages.built import BuildInput, BuildResult, BuiltArticle, Inside
from l10n.stages.mapping import Failure, mapped
from l10n.stages.refusals import refusals
from l10n.stages.source_facts import source_facts
from l10n.text.sentences.align import joiner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from l10n.config import Settings
    from l10n.model import Catalog, Coverage, Document, Entry
    from l10n.protocols import Format
    from l10n.stages.articles import ArticleInput

__all__ = ["build_article", "build_everywhere"]

_CREDITS = "l10n:credits"
_LATER = frozenset({SlotKind.CREDITS, SlotKind.PROVENANCE})
_HOLD_UNTIL = "hold-until"
"""What an article states the time under before which it may not be published."""
_SPELLED = re.compile(r"\bhold[-_]until\b", re.IGNORECASE)
"""The same, however an author spells it: what is overlooked is published too soon."""


def build_everywhere(
    given: ArticleInput, *, verbatim: bool = False, explain: bool = False, inside: bool = False, record: bool = False
) -> BuiltArticle:
    """Build an article in every locale; nothing is read but the clock, and nothing written."""
    try:
        document = given.document()
    except L10nError as err:
        return BuiltArticle(given.article, failures=(Failure(given.article, "", err),))
    try:
        until = _hold_until(document, given.name)
    except L10nError as err:
        rows = () if explain or inside else tuple(_withdrawn(given))
        return BuiltArticle(given.article, rows, (Failure(given.article, "", err),))
    failures: list[Failure] = []
    now = datetime.now(UTC)

    def asked(locale: str, catalog: Catalog | None, po: str) -> BuildInput:
        settings = config.settings(given.config, given.article, locale)
        return BuildInput(
            document,
            locale,
            catalog,
            po=po,
            now=now,
            release=_release(settings, until),
            own=settings.disclosure,
            source=given.config.source,
            verbatim=verbatim,
            layout=layouts.PLAIN if verbatim else layouts.layout(given.config, locale),
            listed=given.config.feeds and not verbatim,
            settled=layouts.settled(given.config),
            explain=explain,
            inside=inside,
            record=(record or given.config.tells_history) and not verbatim,
            later=given.options if given.config.tells_history and not verbatim else None,
        )

    inputs = [asked(given.config.source, None, given.name)] if given.config.build_source and not explain else []
    inputs += [
        asked(locale, po.catalog if po else None, given.catalog_name(locale))
        for locale, po in given.looked_up(failures)
    ]
    rows = tuple(mapped(build_article, inputs, failures, doing="building"))
    named = layouts.address_fields(given.config)
    address = stated_address(formats.load(document.format), document.source, named)
    return BuiltArticle(given.article, rows, tuple(failures), address)


def _withdrawn(given: ArticleInput) -> Iterator[BuildResult]:
    """Yield an article as it is held in every locale, as it states a time that nobody can read."""
    held = f"what it states as `{_HOLD_UNTIL}` cannot be read"
    for locale in layouts.editions(given.config, given.catalogs):
        yield BuildResult(given.article, locale, None, held=held)


def build_article(one: BuildInput) -> BuildResult:
    """Build an article in a locale by its policy, or as it is in its own language; nothing is read or written."""
    document, locale, release = one.document, one.locale, one.release
    fmt = formats.load(document.format)
    if locale == one.source:
        return _original(one, fmt)
    known = source_facts(document, one.source)
    asked = known.asked if release.policy is Policy.HEADLINE_AND_LEDE else None
    measured = partial(coverage.measure, document, count=known.count, asked=asked)
    look = partial(_seen, document, one.catalog, measured)
    seen = _looked_at.get((id(document), id(one.catalog.entries if one.catalog else None), asked is None), 1, look)
    row = replace(seen.row, locale=locale)
    rule = replace(release, policy=Policy.REVIEWED, fallback=Fallback.ENGLISH) if one.verbatim else release
    chosen = {entry.key: policy.choose(entry, rule, urgency) for entry in seen.standing if entry}
    missing = policy.choose(None, rule, urgency)
    choices = tuple(chosen[entry.key] if entry else missing for entry in seen.standing)
    held = BuildResult(document.path, locale, None, keeps=release.fallback is Fallback.LAST_APPROVED)
    held = _told(one, held, choices, row)
    if reason := policy.hold(row, release, one.now):
        return replace(held, held=reason, waits=bool(policy.embargo(release, one.now)))
    joint = joiner(locale) if any(isinstance(part, Joint) for part in document.parts) else " "
    done = assemble(document, fmt, seen.standing, lambda entry: chosen[entry.key].text, joint=joint)
    findings = refusals(done.refused, article=document.path, locale=locale, po=one.po)
    shown = measured(_without(one.catalog, done.refused)) if done.refused else row
    choices = tuple(_placed(*pair, rule) for pair in zip(choices, done.texts, strict=True))
    held = _told(one, held, choices, row, done.refused)
    if reason := policy.hold_without(choices, len(done.refused), shown, release):
        return replace(held, held=reason, findings=findings)
    counts = Counter(choice.shown for choice in choices)
    gone = any(entry and _taken_back(entry) for entry in seen.standing)
    edition = disclosure.edition(locale, row, done.entries, counts, corrected=gone, source=one.source, own=one.own)
    if edition.provenance and not any(
        isinstance(part, Slot) and part.kind is SlotKind.DISCLOSURE for part in document.parts
    ):
        return replace(held, held="it has no place for what readers must be told of drafts", findings=findings)
    text = done.text if one.verbatim else done.edited(replace(edition, nested=one.layout.nested))
    text, links = laid(document, fmt, text, one.layout, locale)
    told = teaser(done, known.asked, edition.disclosure) if one.listed and edition.translated else None
    record = replace(held.record, disclosure=edition.disclosure, translated=edition.translated) if held.record else None
    stated = edition.provenance
    built = replace(held, text=text, keeps=False, findings=findings, links=links, provenance=dict(stated))
    built = replace(built, teaser=told, record=record, original=not edition.translated)
    if one.inside:
        built = replace(built, inside=Inside(row, done, tuple(choice.shown for choice in choices), edition))
    return _open(one, fmt, built, stated=bool(stated))


def _original(one: BuildInput, fmt: Format) -> BuildResult:
    """Return an article as it is, in the charset that every build has."""
    document = one.document
    held = BuildResult(document.path, one.locale, None, inside=Inside(None) if one.inside else None)
    if reason := policy.embargo(one.release, one.now):
        return replace(held, held=reason, waits=True)
    edition = Edition("", "", translated=False)
    done = Assembled(document, fmt, (None,) * len(document.segments), (), (), " ")
    text = done.text if one.verbatim else done.edited(edition)
    links = () if one.layout is layouts.PLAIN else fmt.links(text, document.raw_blocks)
    told = teaser(done, source_facts(document, one.source).asked, edition.disclosure) if one.listed else None
    built = replace(held, text=text, links=links, teaser=told)
    if one.inside:
        built = replace(built, inside=Inside(None, done, (), edition))
    return _open(one, fmt, built, stated=False)


def _open(one: BuildInput, fmt: Format, built: BuildResult, *, stated: bool) -> BuildResult:
    """Return a result with what is needed to settle what is open in its text; the same where nothing is."""
    if not one.settled or built.text is None:
        return built
    head = None if one.verbatim else fmt.head(built.text)
    slots = tuple(_later(one, built.text, stated=stated))
    return replace(built, head=head, slots=slots, digest=files.digest(files.encoded(built.text)))


def _taken_back(entry: Entry) -> bool:
    """Tell whether the source is known to have said another thing when people approved its translation.

    No policy and no fallback publishes such a text.
    """
    return entry.previous is not None and corrected(entry)


def _later(one: BuildInput, text: str, *, stated: bool) -> Iterator[SlotPlace]:
    """Yield the slots of a built text that say whose words are in it: the author's, and fields that are `stated`."""
    if one.later is None or not (stated or _CREDITS in text):
        return
    start = 0
    for part in formats.parse(one.article, text, one.later).parts:
        if isinstance(part, Slot) and part.raw and part.kind in _LATER and (part.kind is SlotKind.CREDITS or stated):
            yield SlotPlace(start, part)
        start += len(part if isinstance(part, str) else part.raw)


def _release(settings: Settings, until: str) -> Release:
    """Return what is asked of an article; a time that it states itself holds as well as the configured one."""
    times = [time for time in (settings.hold_until, until) if time]
    return Release(
        settings.policy,
        settings.fallback,
        settings.min_coverage,
        settings.max_unedited,
        max(times, key=datetime.fromisoformat, default=""),
    )


def _hold_until(document: Document, path: str) -> str:
    """Return the time before which an article may not be published, by itself; empty for none.

    Raises `ArticleError` with its `path` and the line where it cannot be read.
    """
    fmt = formats.load(document.format)
    times = []
    for name in dict.fromkeys(_SPELLED.findall(document.source)):
        stated = fmt.statement(document.source, name)
        if stated is None:
            continue
        value, line = stated
        try:
            times.append(moment(value or None))
        except ValueError as err:
            raise ArticleError(f"`{name}` {err}", line=line, path=path, remedy="Correct it.") from err
    return max(times, key=datetime.fromisoformat, default="")


def _placed(choice: Chosen, text: str | None, release: Release) -> Chosen:
    """Return what came of a choice when the texts were put in."""
    refused = choice.text is not None and text is None
    return Chosen(None, release.source, f"{choice.why}, and cannot be put in") if refused else choice


def _told(
    one: BuildInput,
    result: BuildResult,
    choices: Sequence[Chosen],
    row: Coverage,
    refused: Sequence[tuple[Entry, str]] = (),
) -> BuildResult:
    """Add to a result what is asked for besides the text."""
    return replace(
        result,
        explained=_explained(one, choices) if one.explain else None,
        inside=Inside(row) if one.inside else None,
        record=_recorded(one, choices, row, len(refused)) if one.record else None,
    )


def _recorded(one: BuildInput, choices: Iterable[Chosen], row: Coverage, left_out: int) -> BuildRecord:
    count = source_facts(one.document, one.source).count
    texts = coverage.segments(one.document, one.catalog, count, urgency=urgency, person=is_person)
    counts = Counter(choice.shown for choice in choices)
    return BuildRecord(
        policy=one.release.policy,
        fallback=one.release.fallback,
        row=row,
        reviewed=tuple(replace(text, locale=one.locale) for text in texts if text.state is State.REVIEWED),
        shown={str(shown): counts[shown] for shown in Shown},
        left_out=left_out,
    )


def _explained(one: BuildInput, choices: Iterable[Chosen]) -> Explained:
    texts = (
        ExplainedText(segment.line, segment.key.text, choice.text or "", str(choice.shown), choice.why)
        for segment, choice in zip(one.document.segments, choices, strict=True)
    )
    return Explained(one.article, one.locale, str(one.release.policy), str(one.release.fallback), tuple(texts))


class _Seen(NamedTuple):
    """How an article stands in a catalogue, whatever its locale; the first two are who it is known by."""

    document: Document
    entries: tuple[Entry, ...] | None
    row: Coverage
    standing: tuple[Entry | None, ...]


_looked_at: Recent[_Seen] = Recent(4)
"""What was seen last: catalogues without any translation have the same entries in all locales."""


def _seen(document: Document, catalog: Catalog | None, measured: Callable[[Catalog | None], Coverage]) -> _Seen:
    entries = catalog.entries if catalog else None
    return _Seen(document, entries, measured(catalog), coverage.standing(document, catalog))


def _without(catalog: Catalog | None, refused: Iterable[tuple[Entry, str]]) -> Catalog | None:
    """Return the catalogue as if the texts that were refused were missing."""
    keys = {entry.key for entry, _ in refused}
    if catalog is None or not keys:
        return catalog
    return replace(
        catalog, entries=tuple(replace(one, state=State.MISSING) if one.key in keys else one for one in catalog)
    )
