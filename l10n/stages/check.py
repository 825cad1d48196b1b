"""The verb `check`: apply the rules to every translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import checks, formats
from l10n.model import Finding, State
from l10n.protocols import Pair
from l10n.stages.chain import PSEUDO
from l10n.stages.compose import compose
from l10n.stages.workset import catalogs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.errors import L10nError
    from l10n.model import Document, Entry
    from l10n.stages.workset import Workset

__all__ = ["Checked", "check"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    failures: tuple[L10nError, ...]


def check(work: Workset) -> Checked:
    """Check reviewed texts and drafts against their sources, and whether they fit into their articles.

    A stale text translates another source and is left to coverage, as are missing texts and drafts as such.
    """
    failures = list(work.failures)
    findings: list[Finding] = []
    for document, locale, po in catalogs(work, failures):
        if po is None:
            continue
        findings += compose(work, document, locale, po, _text).findings
        live = po.catalog.live()
        name = work.project.catalog_name(document.path, locale)
        keys = dict.fromkeys(segment.key for segment in document.segments)
        for key in keys:
            entry = live.get(key)
            if entry and _text(entry):
                findings += _inspect(document, locale, name, entry, work.project.config.source)
    return Checked(tuple(findings), tuple(failures))


def _text(entry: Entry) -> str | None:
    return entry.target if entry.state in {State.REVIEWED, State.DRAFT} else None


def _inspect(document: Document, locale: str, po: str, entry: Entry, source_locale: str) -> Iterator[Finding]:
    fmt = formats.load(document.format)
    pseudo = entry.state is State.DRAFT and entry.origin is not None and entry.origin.engine == PSEUDO
    pair = Pair(
        source=entry.key.text,
        target=entry.target,
        locale=source_locale if pseudo else locale,
        source_spans=fmt.inline(entry.key.text),
        target_spans=fmt.inline(entry.target),
        source_locale=source_locale,
    )
    for rule, message in checks.inspect(pair):
        yield Finding(
            rule=rule.id,
            severity=rule.severity,
            message=message,
            article=document.path,
            locale=locale,
            po=po,
            line=entry.line,
            key=entry.key,
        )
