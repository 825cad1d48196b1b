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
    from l10n import files
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
    published: set[str] = set()
    built = work.project.built()

    def write(name: str, text: str | None) -> None:
        try:
            if work.project.write_build(name, text, built, dry=dry):
                changed.append(name)
        except L10nError as err:
            failures.append(err)

    for document, locale, po in catalogs(work, failures):
        settings = work.project.settings(document.path, locale)
        name = work.project.build_name(document.path, locale)
        row = replace(coverage.measure(document, po.catalog if po else None, word_counter(document)), locale=locale)
        reason = policy.hold(row, settings.policy, settings.min_coverage)
        if reason:
            held.append(f"{name}: held: {reason}")
            write(name, None)
            continue
        published.add(name)
        rule = Policy.REVIEWED if verbatim else settings.policy
        done = compose(work, document, locale, po, partial(policy.choose, policy=rule))
        findings += done.findings
        write(name, done.text if verbatim else done.edited(disclosure.edition(locale, row, done.entries)))
    if not failures:
        for name in _abandoned(work, built, published):
            write(name, None)
    if not dry:
        built.save()
    return Built(tuple(changed), len(published), tuple(held), tuple(findings), tuple(failures))


def _abandoned(work: Workset, built: files.Built, published: set[str]) -> list[str]:
    """Find what earlier builds wrote of articles that are gone and, where all were asked for, of locales."""
    if not work.whole:
        return []
    folders = tuple(work.project.build_name("", locale) for locale in work.locales)
    kept = tuple(work.project.build_name("", locale) for locale in work.project.config.locales)
    names = [name for name in built.ours(work.project.root) if name not in published]
    return [name for name in names if name.startswith(folders) or not name.startswith(kept)]
