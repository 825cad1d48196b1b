"""Owns building one article in one locale: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import config, coverage, files, formats
from l10n.config import Policy
from l10n.errors import L10nError
from l10n.model import State
from l10n.publish import disclosure, policy
from l10n.publish.assemble import assemble
from l10n.stages.mapping import Failure, mapped
from l10n.stages.refusals import refusals
from l10n.stages.source_facts import source_facts
from l10n.text.sentences.align import joiner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Catalog, Document, Entry, Finding
    from l10n.stages.articles import ArticleInput

__all__ = ["BuildInput", "BuildResult", "BuiltArticle", "build_article", "build_everywhere", "standing"]


@dataclass(frozen=True, slots=True)
class BuildInput:
    """An article, its catalogue as it was read, and what may be published; it pickles."""

    document: Document
    locale: str
    catalog: Catalog | None
    """None where there is none yet."""
    po: str
    """The path of the catalogue, for findings."""
    policy: Policy
    min_coverage: int
    source: str = "en"
    """The language that the article is written in."""
    verbatim: bool = False
    """Replace segments and edit nothing else: no language, and no disclosure, so no drafts either."""

    @property
    def article(self) -> str:
        """Return the path of the article below the folder of articles."""
        return self.document.path

    @property
    def name(self) -> str:
        """Return the path of the catalogue: its texts are what is put in."""
        return self.po


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What may be published of one article in one locale; it pickles."""

    article: str
    locale: str
    text: str | None
    """The localized article; None where it is held."""
    held: str = ""
    """Why it is not released yet."""
    findings: tuple[Finding, ...] = ()
    """Texts that would have changed the structure or added something active, and were left out."""
    standing: str = ""
    """The SHA-256 of the file of the build, where it has the text already."""


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """What may be published of one article; it pickles."""

    article: str
    rows: tuple[BuildResult, ...] = ()
    """One for each locale in which it could be built."""
    failures: tuple[Failure, ...] = ()


def standing(built: BuiltArticle) -> BuiltArticle:
    """Return the same when its files are written, without their texts."""
    return replace(built, rows=tuple(_standing(row) for row in built.rows))


def _standing(row: BuildResult) -> BuildResult:
    return row if row.text is None else replace(row, text=None, standing=files.digest(files.encoded(row.text)))


def build_everywhere(given: ArticleInput, *, verbatim: bool = False) -> BuiltArticle:
    """Build an article in every locale; nothing is read or written."""
    try:
        document = given.document()
    except L10nError as err:
        return BuiltArticle(given.article, failures=(Failure(given.article, "", err),))
    failures: list[Failure] = []
    inputs = []
    for locale, po in given.looked_up(failures):
        settings = config.settings(given.config, given.article, locale)
        inputs.append(
            BuildInput(
                document,
                locale,
                po.catalog if po else None,
                po=given.catalog_name(locale),
                policy=settings.policy,
                min_coverage=settings.min_coverage,
                source=given.config.source,
                verbatim=verbatim,
            )
        )
    rows = tuple(mapped(build_article, inputs, failures, doing="building"))
    return BuiltArticle(given.article, rows, tuple(failures))


def build_article(one: BuildInput) -> BuildResult:
    """Build an article in a locale by its policy; nothing is read or written."""
    document, locale = one.document, one.locale
    fmt = formats.load(document.format)
    known = source_facts(document, one.source)
    asked = known.asked if one.policy is Policy.HEADLINE_AND_LEDE else None
    measured = partial(coverage.measure, document, count=known.count, asked=asked)
    row = replace(measured(one.catalog), locale=locale)
    held = policy.hold(row, one.policy, one.min_coverage)
    if held:
        return BuildResult(document.path, locale, None, held)
    rule = Policy.REVIEWED if one.verbatim else one.policy
    done = assemble(
        document,
        fmt,
        coverage.standing(document, one.catalog),
        partial(policy.choose, policy=rule),
        joint=joiner(locale),
    )
    findings = refusals(done.refused, article=document.path, locale=locale, po=one.po)
    shown = measured(_without(one.catalog, done.refused)) if done.refused else row
    held = policy.hold_without(len(done.refused), shown, one.policy)
    if held:
        return BuildResult(document.path, locale, None, held, findings)
    text = done.text if one.verbatim else done.edited(disclosure.edition(locale, row, done.entries))
    return BuildResult(document.path, locale, text, findings=findings)


def _without(catalog: Catalog | None, refused: Iterable[tuple[Entry, str]]) -> Catalog | None:
    """Return the catalogue as if the texts that were refused were missing."""
    keys = {entry.key for entry, _ in refused}
    if catalog is None or not keys:
        return catalog
    return replace(
        catalog, entries=tuple(replace(one, state=State.MISSING) if one.key in keys else one for one in catalog)
    )
