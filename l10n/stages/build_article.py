"""Owns building one article in one locale: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import coverage, formats
from l10n.config import Policy
from l10n.publish import disclosure, policy
from l10n.publish.assemble import assemble
from l10n.stages.refusals import refusals
from l10n.text.sentences.align import joiner

if TYPE_CHECKING:
    from l10n.model import Catalog, Document, Finding

__all__ = ["BuildInput", "BuildResult", "build_article"]


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
    """Texts that would have changed the structure or added something active, and stayed English."""


def build_article(one: BuildInput) -> BuildResult:
    """Build an article in a locale by its policy; nothing is read or written."""
    document, locale = one.document, one.locale
    fmt = formats.load(document.format)
    row = replace(coverage.measure(document, one.catalog, coverage.word_counter(fmt)), locale=locale)
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
    text = done.text if one.verbatim else done.edited(fmt, disclosure.edition(locale, row, done.entries))
    findings = refusals(done.refused, article=document.path, locale=locale, po=one.po)
    return BuildResult(document.path, locale, text, findings=findings)
