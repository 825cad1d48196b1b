"""Owns what speaks against a translation that is brought in: errors that the checks find, and English left in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog import encode
from l10n.catalog.imports import imported
from l10n.model import Severity
from l10n.stages.examine_article import examine_article
from l10n.stages.extract_article import ExtractInput, merged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from l10n.model import Brought, Finding, Key
    from l10n.stages.articles import ArticleInput

__all__ = ["doubted", "single"]

_LEFT = frozenset({"identical", "wrong-language"})
"""Rules that tell of a text that nobody has translated."""


def single(brought: Iterable[Brought]) -> dict[Key, Brought]:
    """Return one translation for each text: what stands in most of its places, the first of equals, as a doubt."""
    found: dict[Key, list[Brought]] = {}
    for one in brought:
        found.setdefault(one.key, []).append(one)
    return {key: _chosen(some) for key, some in found.items()}


def _chosen(some: list[Brought]) -> Brought:
    counted = Counter(one.text for one in some)
    text, _ = counted.most_common(1)[0]
    first = next((one for one in some if one.text == text and not one.doubt), None)
    first = first or next(one for one in some if one.text == text)
    return first if len(counted) == 1 else replace(first, doubt=first.doubt or "it is translated otherwise elsewhere")


def doubted(
    given: ArticleInput, locale: str, brought: dict[Key, Brought], *, today: date
) -> tuple[dict[Key, Brought], list[Brought]]:
    """Return what is brought with what the checks say against it, and apart from that what is not translated.

    It is judged in its place, beside all that the catalogue has; raises what reading that does.
    """
    po = given.catalog(locale)
    extracted = ExtractInput(given.document(), locale, given.catalog_name(locale), today)
    catalog = imported(merged(po.catalog if po else None, one=extracted), brought, trust=True, today=today)
    done = examine_article(replace(given, catalogs={locale: encode(catalog, po)}), drafts=False)
    wrong: dict[Key, Finding] = {}
    left: set[Key] = set()
    for finding in (one for row in done.locales for one in row.findings):
        if (key := finding.key) is None or key not in brought:
            continue
        if finding.rule in _LEFT:
            left.add(key)
        elif finding.severity is Severity.ERROR:
            wrong.setdefault(key, finding)
    return (
        {
            key: replace(one, doubt=one.doubt or wrong[key].message) if key in wrong else one
            for key, one in brought.items()
            if key not in left
        },
        [brought[key] for key in brought if key in left],
    )
