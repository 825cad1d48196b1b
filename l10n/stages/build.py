"""The verb `build`: write the localized articles that may be published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import coverage
from l10n.config import Policy
from l10n.errors import L10nError
from l10n.publish import disclosure, policy
from l10n.stages.compose import compose
from l10n.stages.workset import catalogs, word_counter

if TYPE_CHECKING:
    from l10n.model import Finding
    from l10n.stages.workset import Workset

__all__ = ["Built", "build"]


@dataclass(frozen=True, slots=True)
class Built:
    """What `build` did."""

    changed: tuple[str, ...]
    """Files written or removed, or that would be, relative to the project."""
    released: int
    """Localized articles that are published, whether or not they changed now."""
    held: tuple[str, ...]
    """Localized articles that are not published, each with the reason."""
    findings: tuple[Finding, ...]
    """Texts that would have changed the structure and stayed English."""
    failures: tuple[L10nError, ...]


def build(work: Workset, *, verbatim: bool = False, dry: bool = False) -> Built:
    """Build every article in every locale by its policy; `dry` only tells what would change.

    `verbatim` replaces segments and edits nothing else: no language, and no disclosure, so no drafts either. An article
    that is held, or whose source is gone, has no file under the build folder.
    """
    changed: list[str] = []
    held: list[str] = []
    findings: list[Finding] = []
    failures = list(work.failures)
    released = 0

    def write(article: str, locale: str, text: str | None) -> None:
        try:
            if work.project.write_build(article, locale, text, dry=dry):
                changed.append(work.project.build_name(article, locale))
        except L10nError as err:
            failures.append(err)

    for document, locale, po in catalogs(work, failures):
        settings = work.project.settings(document.path, locale)
        row = replace(coverage.measure(document, po.catalog if po else None, word_counter(document)), locale=locale)
        reason = policy.hold(row, settings.policy, settings.min_coverage)
        if reason:
            held.append(f"{work.project.build_name(document.path, locale)}: held: {reason}")
            write(document.path, locale, None)
            continue
        released += 1
        rule = Policy.REVIEWED if verbatim else settings.policy
        done = compose(work, document, locale, po, partial(policy.choose, policy=rule))
        findings += done.findings
        text = done.text if verbatim else done.edited(disclosure.edition(locale, row, done.entries))
        write(document.path, locale, text)
    if work.whole and not work.failures:
        for locale in work.locales:
            for article in work.project.orphans(locale, [document.path for document in work.documents]):
                write(article, locale, None)
    return Built(tuple(changed), released, tuple(held), tuple(findings), tuple(failures))
