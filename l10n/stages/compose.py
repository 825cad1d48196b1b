"""Owns putting texts of a catalogue into their document: `build` publishes the result, `check` sees what fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import coverage, formats, locales
from l10n.checks.rules.structure import STRUCTURE
from l10n.model import Finding
from l10n.publish import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.catalog.lossless import PoFile
    from l10n.model import Document, Edition, Entry
    from l10n.stages.workset import Workset

__all__ = ["Composed", "compose"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with texts in it, before any slot is filled."""

    document: Document
    text: str
    texts: tuple[str | None, ...]
    """What stands in each segment's place; None where the source does."""
    entries: tuple[Entry, ...]
    """The entries whose texts are shown, in the order of the text, one for each occurrence."""
    findings: tuple[Finding, ...]
    """Texts that would have changed the structure and were left out."""
    joint: str

    def edited(self, edition: Edition) -> str:
        """Return the text with its slots filled."""
        return render.glue(
            self.document, formats.load(self.document.format), self.texts, joint=self.joint, edition=edition
        )


def compose(
    work: Workset, document: Document, locale: str, po: PoFile | None, choose: Callable[[Entry], str | None]
) -> Composed:
    """Put the text that `choose` picks of each entry in its place, where the structure allows it."""
    fmt = formats.load(document.format)
    entries = coverage.standing(document, po.catalog if po else None)
    texts = [choose(entry) if entry else None for entry in entries]
    joint = locales.joint(locale)
    rendered = render.render(document, fmt, texts, joint=joint)
    refused = set(rendered.refused)
    kept: list[str | None] = []
    for at, text in enumerate(texts):
        orphaned = text == "" and (not kept or kept[-1] is None)
        kept.append(None if at in refused or orphaned else text)
    shown = tuple(entry for entry, text in zip(entries, kept, strict=True) if entry and text)
    name = work.project.catalog_name(document.path, locale)
    faulty = {entry.key: entry for at, entry in enumerate(entries) if entry and at in refused}
    findings = tuple(_refusal(document, locale, name, entry) for entry in faulty.values())
    return Composed(document, render.glue(document, fmt, kept, joint=joint), tuple(kept), shown, findings, joint)


def _refusal(document: Document, locale: str, po: str, entry: Entry) -> Finding:
    return Finding(
        rule=STRUCTURE.id,
        severity=STRUCTURE.severity,
        message="put in, this text would change the structure of the article; it stays English",
        article=document.path,
        locale=locale,
        po=po,
        line=entry.line,
        key=entry.key,
        text=entry.target,
        reason=STRUCTURE.reason,
    )
