"""The verb `build`: write the localized articles that may be published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import coverage, formats, locales
from l10n.errors import L10nError
from l10n.model import Finding, Severity
from l10n.publish import disclosure, policy, render
from l10n.stages.workset import catalogs, word_counter

if TYPE_CHECKING:
    from l10n.catalog.lossless import PoFile
    from l10n.model import Coverage, Document, Entry
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

    `verbatim` replaces segments and edits nothing else: no language, no disclosure. An article that is held has no
    file under the build folder.
    """
    changed: list[str] = []
    held: list[str] = []
    findings: list[Finding] = []
    failures = list(work.failures)
    released = 0
    for document, locale, po in catalogs(work, failures):
        name = work.project.build_name(document.path, locale)
        settings = work.project.settings(document.path, locale)
        row = replace(coverage.measure(document, po.catalog if po else None, word_counter(document)), locale=locale)
        reason = policy.hold(row, settings.policy, settings.min_coverage)
        text = None
        if reason:
            held.append(f"{name}: held: {reason}")
        else:
            released += 1
            text, refused = _compose(work, document, po, row, verbatim=verbatim)
            findings += refused
        try:
            if work.project.write_build(document.path, locale, text, dry=dry):
                changed.append(name)
        except L10nError as err:
            failures.append(err)
    return Built(tuple(changed), released, tuple(held), tuple(findings), tuple(failures))


def _compose(
    work: Workset, document: Document, po: PoFile | None, row: Coverage, *, verbatim: bool
) -> tuple[str, list[Finding]]:
    locale = row.locale
    fmt = formats.load(document.format)
    live = po.catalog.live() if po else {}
    rule = work.project.settings(document.path, locale).policy
    entries = [live.get(segment.key) for segment in document.segments]
    texts = [policy.choose(entry, rule) for entry in entries]
    joint = locales.joint(locale)
    rendered = render.render(document, fmt, texts, joint=joint)
    refused = set(rendered.refused)
    name = work.project.catalog_name(document.path, locale)
    findings = [_refusal(document, locale, name, entry) for i, entry in enumerate(entries) if entry and i in refused]
    if verbatim:
        return rendered.text, findings
    kept = [None if i in refused else text for i, text in enumerate(texts)]
    published = [entry for entry, text in zip(entries, kept, strict=True) if entry and text]
    edition = disclosure.edition(locale, row, published)
    return render.glue(document, fmt, kept, joint=joint, edition=edition), findings


def _refusal(document: Document, locale: str, po: str, entry: Entry) -> Finding:
    return Finding(
        rule="structure",
        severity=Severity.ERROR,
        message="put in, this text would change the structure of the article; left in English",
        article=document.path,
        locale=locale,
        po=po,
        line=entry.line,
        key=entry.key,
    )
