"""The verb `draft`: fill missing entries with machine text that is marked as such."""

from __future__ import annotations

import hashlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n import engines
from l10n.catalog import provenance
from l10n.errors import EngineError, EngineMissingError, L10nError
from l10n.model import State, Translation
from l10n.stages.chain import Chain, Job
from l10n.stages.ledger import Books
from l10n.stages.workset import catalogs, word_counter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from datetime import date

    from l10n.catalog.lossless import PoFile
    from l10n.model import Catalog, Document, Entry, Key
    from l10n.protocols import Memory
    from l10n.stages.chain import Outcome
    from l10n.stages.ledger import Asking
    from l10n.stages.workset import Workset

__all__ = ["Drafted", "Left", "draft", "jobs_of", "learn"]

BATCH = 1000
"""Texts that are drafted before their catalogues are saved; the journal has what came meanwhile."""


@dataclass(frozen=True, slots=True)
class Left:
    """A segment that stays without a draft."""

    article: str
    locale: str
    key: Key
    words: int
    reasons: tuple[str, ...]
    """Why each engine that was asked gave none."""


@dataclass(slots=True)
class Drafted:
    """What `draft` did."""

    changed: list[str] = field(default_factory=list)
    """Catalogues written, relative to the project."""
    engines: dict[str, Counter[str]] = field(default_factory=dict)
    """Locale → engine → segments drafted."""
    left: list[Left] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    """Engines that could not be used, and which engine would fill what is left."""
    failures: list[L10nError] = field(default_factory=list)
    cost: float = 0.0
    """What was asked cost, by the prices of the configuration."""


def draft(work: Workset, *, today: date, tell: Callable[[str], None], asking: Asking | None = None) -> Drafted:
    """Draft what is missing in the catalogues, with the engines the configuration names, in their order.

    Only entries that are still missing when their catalogue is written receive a draft.
    """
    result = Drafted(failures=list(work.failures))
    memory, journal = work.project.memory(), work.project.journal()
    books = Books(journal, work.project.price, asking)
    unreachable: dict[str, EngineError] = {}
    try:
        for locale in work.locales:
            learn(work, memory, locale)
            chain = Chain(work.project, memory, locale, tell, dict(unreachable), books, work.project.glossary(locale))
            _draft_locale(work, chain, result, today=today)
            unreachable |= {
                name: error for name, error in chain.unusable.items() if not isinstance(error, EngineMissingError)
            }
    finally:
        memory.close()
        journal.close()
    result.cost = books.cost
    result.notices += journal.notices
    if books.short:
        result.notices.append("stopped before `--max-cost` was exceeded; what is left was not asked for")
    return result


def learn(work: Workset, memory: Memory, locale: str) -> None:
    """Bring the memory into step with the reviewed entries of all catalogues of a locale."""
    known = memory.digests(locale)
    articles = work.project.orphans(locale, ())
    for article in articles:
        try:
            po = work.project.catalog(article, locale)
        except L10nError:
            continue  # reported where the catalogue itself is worked on
        learned = list(_learned(po.catalog, work.project.config.source)) if po else []
        if known.get(article, _digest([])) != (mark := _digest(learned)):
            memory.update(locale, article, mark, learned)
    for article in known.keys() - set(articles):
        memory.update(locale, article, "", ())


def _digest(learned: Sequence[Translation]) -> str:
    """Name what an article teaches, so that a draft in its catalogue does not make it news."""
    return hashlib.sha256("\0".join(map(repr, learned)).encode()).hexdigest()


def _learned(catalog: Catalog, source: str) -> Iterator[Translation]:
    """Yield what a person translated; a text that covers the next sentence too is the translation of neither."""
    entries = list(catalog)
    for at, entry in enumerate(entries, start=1):
        following = entries[at] if at < len(entries) else None
        covers = following is not None and following.state is State.REVIEWED and not following.target
        if entry.state is State.REVIEWED and entry.target and not covers:
            key, target = entry.key, entry.target
            yield Translation(key.text, target, source, catalog.locale, key.context, entry.origin, catalog.article)


def _draft_locale(work: Workset, chain: Chain, result: Drafted, *, today: date) -> None:
    """Draft one locale, batch by batch; one batch is written while the next is asked for."""
    locale = chain.locale
    scope = replace(work, locales=(locale,))
    jobs: list[Job] = []
    documents: dict[str, Document] = {}
    for document, _, po in catalogs(scope, result.failures):
        documents[document.path] = document
        jobs += jobs_of(work, document, locale, po)
        live = po.catalog.live() if po else {}
        if po is None or any(segment.key not in live for segment in document.segments):
            result.notices.append(
                f"{work.project.catalog_name(document.path, locale)}: not in step with its article; run `l10n extract`"
            )
    with ThreadPoolExecutor(1) as writer:
        written: Future[None] | None = None
        for start in range(0, len(jobs), BATCH):
            outcomes = chain.draft(jobs[start : start + BATCH])
            if written is not None:
                written.result()
            written = writer.submit(_store, work, locale, outcomes, result, today=today)
            _count(outcomes, documents, locale, result)
        if written is not None:
            written.result()
    result.notices += _explain(chain, [left for left in result.left if left.locale == locale], jobs)


def _count(outcomes: Sequence[Outcome], documents: dict[str, Document], locale: str, result: Drafted) -> None:
    """Note which engine drafted what, and what is left."""
    for outcome in outcomes:
        job = outcome.job
        if outcome.text:
            name = outcome.engine.partition("/")[0]
            result.engines.setdefault(locale, Counter())[name] += 1
        else:
            words = word_counter(documents[job.article])(job.key.text)
            result.left.append(Left(job.article, locale, job.key, words, tuple(outcome.reasons)))


def jobs_of(work: Workset, document: Document, locale: str, po: PoFile | None) -> Iterator[Job]:
    """Yield a job for each missing entry of an article, once each."""
    live = po.catalog.live() if po else {}
    chain = work.project.settings(document.path, locale).engines
    texts = ["", *(segment.key.text for segment in document.segments), ""]
    seen: set[Key] = set()
    for number, segment in enumerate(document.segments, start=1):
        entry = live.get(segment.key)
        if entry and entry.state is State.MISSING and segment.key not in seen:
            seen.add(segment.key)
            yield Job(document.path, document.format, segment.key, chain, texts[number - 1], texts[number + 1])


def _store(work: Workset, locale: str, outcomes: Sequence[Outcome], result: Drafted, *, today: date) -> None:
    """Write the drafts of a batch, article by article."""
    articles: dict[str, dict[Key, Outcome]] = {}
    for outcome in outcomes:
        if outcome.text:
            articles.setdefault(outcome.job.article, {})[outcome.job.key] = outcome
    for article, drafts in articles.items():

        def fill(catalog: Catalog | None, drafts: dict[Key, Outcome] = drafts) -> Catalog:
            assert catalog is not None  # noqa: S101  the jobs came from this catalogue
            return replace(catalog, entries=tuple(_filled(entry, drafts, today) for entry in catalog))

        try:
            if work.project.update_catalog(article, locale, fill):
                name = work.project.catalog_name(article, locale)
                if name not in result.changed:
                    result.changed.append(name)
        except L10nError as err:
            result.failures.append(err)


def _filled(entry: Entry, drafts: dict[Key, Outcome], today: date) -> Entry:
    outcome = drafts.get(entry.key)
    if outcome is None or entry.state is not State.MISSING:
        return entry
    origin = provenance.draft(outcome.engine, today, entry.key.text, outcome.text)
    return replace(entry, target=outcome.text, state=State.DRAFT, origin=origin)


def _explain(chain: Chain, left: Sequence[Left], jobs: Sequence[Job]) -> Iterator[str]:
    """Say which engines could not be used and, where segments are left, which engine would fill them."""
    named = list(dict.fromkeys(name for job in jobs for name in job.engines))
    for name in named:
        if name in chain.unusable:
            yield f"{chain.locale}: {chain.unusable[name]}"
    if not left:
        return
    words = sum(item.words for item in left)
    yield f"{chain.locale}: no draft for {len(left)} of {len(jobs)} missing segments ({words} words)"
    online = [name for name in named if name in engines.HOSTS]
    for name in online:
        if name in chain.unusable:
            destination = chain.project.destination(name) or "a server on this machine"
            yield f"{chain.locale}: {name} would draft them; it sends their text to {destination}"
    if not online:
        yield (
            f'{chain.locale}: google would draft them, if you add "google" to `engines` in pyproject.toml; '
            f"it sends their text to {chain.project.destination('google')}"
        )
