"""The verb behind `check --fix`: put in the fixes that need no reader, where a machine may write."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import formats
from l10n.catalog.ownership import machine_owned
from l10n.checks.fixes import plan
from l10n.checks.selection import selection
from l10n.errors import L10nError, collecting
from l10n.model import State
from l10n.stages.examine_article import checked_pairs
from l10n.stages.mapping import Failure
from l10n.stages.outcomes import Files, outcomes
from l10n.text.digest import digest

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from l10n.checks.fixes import Mend
    from l10n.checks.selection import CheckOptions
    from l10n.model import Catalog, Entry, Key
    from l10n.project import ProjectFolder
    from l10n.stages.articles import ArticleInput
    from l10n.stages.workset import Workset

__all__ = ["Mended", "Planned", "fix", "plan_article"]


@dataclass(slots=True)
class Mended:
    """What `fix` did."""

    mends: list[Mend] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Catalogues written, relative to the project, or that would be."""
    failures: list[L10nError] = field(default_factory=list)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Rule → faults mended, by the rules' names."""
        return tuple(sorted(Counter(rule for mend in self.mends for rule in mend.rules).items()))


@dataclass(frozen=True, slots=True)
class Planned:
    """What the texts of an article are to become; it pickles."""

    article: str
    mends: dict[str, dict[Key, Mend]] = field(default_factory=dict)
    """Locale → text → what becomes of it."""
    failures: tuple[Failure, ...] = ()


def fix(
    work: Workset, options: CheckOptions, *, reviewed: bool, dry: bool = False, executor: Executor | None = None
) -> Mended:
    """Mend machine-owned drafts, which stay machine-owned; texts of persons, reviewed or in work, where `reviewed`.

    A text is mended where its markup stays what it is and fewer findings are left than before. What somebody saves
    meanwhile wins. Stale texts are never touched. `dry` only tells.
    """
    done = Mended()
    unread: list[Failure] = []
    plan_one = partial(plan_article, options=options, reviewed=reviewed)
    files: Files[Planned] = Files(lambda _: None)  # nothing is kept: what is mended now is not to be mended next time
    planned = list(outcomes(work, plan_one, unread, executor, doing="mending", terms=True, files=files))
    done.failures += [one.error for one in unread if not one.locale]
    for locale in work.locales:
        done.failures += [one.error for one in unread if one.locale == locale]
        for one in planned:
            mends = one.mends.get(locale)
            if not mends:
                continue
            with collecting(done.failures, work.project.catalog_name(one.article, locale), "mending it"):
                made = list(mends.values()) if dry else _write(work.project, one.article, locale, mends)
                done.mends += made
                done.changed += dict.fromkeys(mend.po for mend in made)
    return done


def plan_article(given: ArticleInput, options: CheckOptions, *, reviewed: bool) -> Planned:
    """Work out what the texts of an article are to become; nothing is read or written."""
    try:
        document = given.document()
    except L10nError as err:
        return Planned(given.article, failures=(Failure(given.article, "", err),))
    found: dict[str, dict[Key, Mend]] = {}
    failures: list[Failure] = []
    for locale, po in given.opened(failures):
        rules = selection(given.config, options, locale).rules
        found[locale] = plan(
            checked_pairs(given, document, po),
            rules,
            formats.load(document.format),
            machine_owned=machine_owned,
            reviewed=reviewed,
        )
    return Planned(given.article, found, tuple(failures))


def _write(project: ProjectFolder, article: str, locale: str, mends: dict[Key, Mend]) -> list[Mend]:
    """Write the mended texts into their catalogue; return those that were still there to be mended."""
    made: list[Mend] = []

    def mend(catalog: Catalog | None) -> Catalog:
        assert catalog is not None  # noqa: S101  the mends were made for this catalogue
        made.clear()
        entries = []
        for entry in catalog:
            planned = _planned(entry, mends)
            if planned is not None:
                made.append(planned)
            entries.append(_with(entry, planned.text) if planned else entry)
        return replace(catalog, entries=tuple(entries))

    def text(entry: Entry) -> str | None:
        planned = _planned(entry, mends)
        return planned.text if planned else None

    return list(made) if project.update_catalog(article, locale, mend, mended=text) else []


def _planned(entry: Entry, mends: dict[Key, Mend]) -> Mend | None:
    """Return what an entry is to become, where it is still as it was when that was decided."""
    mend = mends.get(entry.key)
    return mend if mend is not None and entry == mend.entry and entry.state is not State.OBSOLETE else None


def _with(entry: Entry, text: str) -> Entry:
    """Return the entry with a mended text: a machine's draft stays one, and a person's text as reviewed as it was."""
    if machine_owned(entry) and entry.origin is not None:
        return replace(entry, target=text, origin=replace(entry.origin, digest=digest(text)))
    return replace(entry, target=text)
