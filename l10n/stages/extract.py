"""The verb `extract`: bring templates and catalogues into step with the articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n import formats
from l10n.catalog import is_person, merge, template
from l10n.errors import L10nError
from l10n.model import State
from l10n.stages.abandoned import Abandoned, abandoned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from l10n.model import Catalog, Document, Entry, Key
    from l10n.project import Project
    from l10n.stages.workset import Workset

__all__ = ["Extracted", "extract"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `extract` did."""

    changed: tuple[str, ...]
    """Files written, or that would be, relative to the project."""
    articles: int
    segments: int
    """Occurrences in all articles, counted once whatever the number of locales."""
    notices: tuple[str, ...]
    failures: tuple[L10nError, ...]


def extract(work: Workset, *, today: date, dry: bool = False) -> Extracted:
    """Merge every article into its template and its catalogues; `dry` only tells what would change.

    Catalogues without an article are kept as they are; one that a new article mostly agrees with is where that
    begins (it was renamed), and what people translated in the others is taken over where the same text stands in
    an article now. A text that leaves one article and stands in another takes its translation along. A text that
    becomes stale is so since `today`.
    """
    changed: list[str] = []
    failures = list(work.failures)
    notices: list[str] = []
    templates = [(document.path, partial(_given, template(document))) for document in work.documents]
    for article, outcome in _update(work.project, templates, "", dry=dry):
        if isinstance(outcome, L10nError):
            failures.append(outcome)
        elif outcome:
            changed.append(work.project.catalog_name(article, ""))
    for locale in work.locales:
        one = _Locale(work, locale, today)
        changed += one.run(dry=dry)
        failures += one.failures
        notices += one.left.notices
    for document in work.documents:
        shown = f"{work.project.config.articles}/{document.path}"
        told = formats.load(document.format).notices(document.source)
        notices += [f"{shown}:{line}: {message}" for line, message in told]
    segments = sum(len(document.segments) for document in work.documents)
    return Extracted(tuple(changed), len(work.documents), segments, tuple(notices), tuple(failures))


_Computes = Sequence[tuple[str, Callable[["Catalog | None"], "Catalog"]]]


def _update(project: Project, computes: _Computes, locale: str, *, dry: bool) -> Iterator[tuple[str, bool | L10nError]]:
    """Yield each article with whether its file changed (or, `dry`, would), or with the error that kept it."""
    if not dry:
        yield from project.update_catalogs(computes, locale)
        return
    for article, compute in computes:
        try:
            yield article, project.update_catalog(article, locale, compute, dry=True)
        except L10nError as err:
            yield article, err


def _given(made: Catalog, _: Catalog | None) -> Catalog:
    return made


class _Locale:
    """The catalogues of one locale: looked at first, then written, those before all that take a text over."""

    def __init__(self, work: Workset, locale: str, today: date) -> None:
        self.project = work.project
        self.documents = work.documents
        self.locale = locale
        self.today = today
        whole = work.whole and not work.failures
        self.left = abandoned(work.project, locale, work.documents) if whole else Abandoned()
        self.gone: dict[str, list[Entry]] = {}
        """Article → what people wrote for texts that leave it."""
        self.blank: dict[str, frozenset[Key]] = {}
        """Article → its texts without a translation."""
        self.failures: list[L10nError] = []

    def run(self, *, dry: bool) -> list[str]:
        """Return the catalogues that changed, in the order of the articles."""
        wanted = self._update(
            [(document.path, partial(self._looked_at, document)) for document in self.documents], dry=True
        )
        takers = {document.path: moved for document in self.documents if (moved := self._moved(document))}
        done = wanted | takers.keys()
        if not dry:
            todo = [document for document in self.documents if document.path in done]
            todo.sort(key=lambda document: document.path not in takers)
            computes = [(one.path, partial(self._merged, one, moved=takers.get(one.path, ()))) for one in todo]
            done = self._update(computes, dry=False)
        names = (document.path for document in self.documents if document.path in done)
        return [self.project.catalog_name(name, self.locale) for name in names]

    def _moved(self, document: Document) -> list[Entry]:
        blank = self.blank.get(document.path, frozenset())
        rows = (row for article, row in self.gone.items() if article != document.path)
        return [entry for row in rows for entry in row if entry.key in blank]

    def _update(self, computes: _Computes, *, dry: bool) -> set[str]:
        """Return the articles whose catalogues changed, or would."""
        done: set[str] = set()
        for article, outcome in _update(self.project, computes, self.locale, dry=dry):
            if isinstance(outcome, L10nError):
                self.failures.append(outcome)
            elif outcome:
                done.add(article)
        return done

    def _merged(self, document: Document, catalog: Catalog | None, *, moved: Sequence[Entry] = ()) -> Catalog:
        old = catalog or self.left.before.get(document.path)
        return merge(document, old, locale=self.locale, today=self.today, others=self.left.entries, moved=moved)

    def _looked_at(self, document: Document, catalog: Catalog | None) -> Catalog:
        new = self._merged(document, catalog)
        self._note(document.path, catalog or self.left.before.get(document.path), new)
        return new

    def _note(self, article: str, old: Catalog | None, new: Catalog) -> None:
        live = new.live()
        self.blank[article] = frozenset(key for key, entry in live.items() if entry.state is State.MISSING)
        kept = {entry.target for entry in live.values()}
        lost = [entry for entry in old or () if entry.state is not State.OBSOLETE and entry.key not in live]
        self.gone[article] = [entry for entry in lost if is_person(entry) and entry.target not in kept]
