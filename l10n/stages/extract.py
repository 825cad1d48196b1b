"""The verb `extract`: bring templates and catalogues into step with the articles."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import formats
from l10n.catalog import worth
from l10n.catalog.atomic_write import interrupted
from l10n.catalog.orphans import Orphans, orphans, renamed
from l10n.errors import L10nError, blaming, collecting
from l10n.stages.extract_article import ExtractInput, ExtractResult, extract_article, look, merged
from l10n.stages.front_matter import left_alone, unmatched
from l10n.stages.mapping import mapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from l10n.model import Catalog, Document, Entry
    from l10n.project import ProjectFolder
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
    recut: Mapping[str, int] = field(default_factory=dict)
    """Of the articles whose words are as they were: how many texts of each are cut otherwise, 0 where some are new."""
    unmatched: tuple[L10nError, ...] = ()
    """Paths of front matter in the configuration that name no text in any article."""


def extract(work: Workset, *, today: date, dry: bool = False, executor: Executor | None = None) -> Extracted:
    """Merge every article into its template and its catalogues; `dry` only tells what would change.

    Catalogues without an article are kept as they are; one that a new article mostly agrees with is where that
    begins (it was renamed), and what people translated in the others is taken over where the same text stands in
    an article now. A text that leaves one article and stands in another takes its translation along. A text that
    becomes stale is so since `today`. A catalogue in which a review has made a few marks needless is in step; `dry`
    does not name it. An `executor` may look at the articles; they are written here.
    """
    project, documents = work.project, work.documents
    failures = list(work.failures)
    whole = work.whole and not work.failures
    notices = list(left_alone(project, documents)) if whole else []
    recut: dict[str, int] = {}
    changed = _brought(
        project, documents, "", Orphans(), failures, today=today, dry=dry, executor=executor, recut=recut
    )
    for locale in work.locales:
        left = _left(project, locale, documents, notices) if whole else Orphans()
        changed += _brought(project, documents, locale, left, failures, today=today, dry=dry, executor=executor)
    for document in documents:
        shown = f"{project.config.articles}/{document.path}"
        with collecting(failures, shown, "looking for what is not read in it"):
            told = formats.load(document.format).notices(document.source)
            notices += [f"{shown}:{line}: {message}" for line, message in told]
    segments = sum(len(document.segments) for document in documents)
    unread = unmatched(project, documents) if whole else ()
    return Extracted(tuple(changed), len(documents), segments, tuple(notices), tuple(failures), recut, unread)


def _left(project: ProjectFolder, locale: str, documents: Sequence[Document], notices: list[str]) -> Orphans:
    """Read the catalogues of a locale whose article is gone; one that cannot be read is a notice.

    So is a renamed article, once: later its texts stand in a catalogue under the new name.
    """
    catalogs: dict[str, Catalog] = {}
    for article in project.orphans(locale, [document.path for document in documents]):
        name = project.catalog_name(article, locale)
        try:
            po = project.catalog(article, locale)
        except L10nError as err:
            notices += [_gone(name), str(err)]
            continue
        if po:
            catalogs[name] = po.catalog
    paths = {document.path: project.root / project.catalog_name(document.path, locale) for document in documents}
    # `Path.exists` raises where a name is too long.
    new = [one for one in documents if catalogs and not os.path.exists(paths[one.path])]  # noqa: PTH110
    left = orphans(list(catalogs.values()), new)
    fresh = {id(catalog): article for article, catalog in left.before.items()}
    others = [catalog for catalog in catalogs.values() if id(catalog) not in fresh]
    fixed = {one.path for one in new}
    settled = {id(one) for one in renamed(others, [one for one in documents if one.path not in fixed]).values()}
    for name, catalog in catalogs.items():
        if id(catalog) in fresh:
            notices.append(f"{name}: its article was renamed to {fresh[id(catalog)]}; the old catalogue is kept")
        elif id(catalog) not in settled:
            notices.append(_gone(name))
    return left


def _gone(name: str) -> str:
    return f"{name}: its article is gone; the catalogue is kept"


def _brought(
    project: ProjectFolder,
    documents: Sequence[Document],
    locale: str,
    left: Orphans,
    failures: list[L10nError],
    *,
    today: date,
    dry: bool,
    executor: Executor | None,
    recut: dict[str, int] | None = None,
) -> list[str]:
    """Bring the catalogues of one locale into step, or the templates; return those that changed.

    All are looked at first, then written, those before all that take a text over. `recut` gets,
    of templates, which articles are only cut otherwise.
    """
    inputs = {
        document.path: ExtractInput(
            document,
            locale,
            project.catalog_name(document.path, locale),
            today,
            before=left.before.get(document.path),
            others=left.of(document),
        )
        for document in documents
    }
    # What the work fails on here is looked at once more, and told then.
    mapping = mapped(extract_article, _with_bytes(project, inputs.values()), [], executor, doing="extracting")
    looks = {done.article: done for done in mapping}
    if recut is not None:
        recut |= {path: seen.recut for path, seen in looks.items() if seen.recut is not None}
    for path, one in inputs.items():
        if path not in looks or looks[path].failure:
            looks[path] = _once_more(project, one) if locale or dry else ExtractResult(path, changed=True)
    takers = _takers([looks[path] for path in inputs])
    done = {path for path, seen in looks.items() if seen.changed and not (dry and seen.served)} | takers.keys()
    failures += [seen.failure for path in inputs if (seen := looks[path]).failure]
    if not dry:
        done |= {path for path, one in inputs.items() if interrupted(project.root / one.name)}
        todo = sorted((path for path in inputs if path in done), key=lambda path: path not in takers)
        done = _written(project, [replace(inputs[path], moved=takers.get(path, ())) for path in todo], failures)
    return [inputs[path].name for path in inputs if path in done]


def _with_bytes(project: ProjectFolder, inputs: Iterable[ExtractInput]) -> Iterator[ExtractInput]:
    """Read the catalogues; those that cannot be read are left out."""
    for one in inputs:
        try:
            yield replace(one, data=project.catalog_bytes(one.document.path, one.locale))
        except L10nError:
            continue


def _once_more(project: ProjectFolder, one: ExtractInput) -> ExtractResult:
    """Look at a catalogue that could not be read, here and as the store reads it: a person may just be saving it."""
    seen = ExtractResult(one.document.path)

    def compute(catalog: Catalog | None) -> Catalog:
        nonlocal seen
        new = merged(catalog, one=one)
        seen = look(catalog, new, one=one)
        return new

    try:
        with blaming(one.name, "extracting it"):
            changed = project.update_catalog(one.document.path, one.locale, compute, dry=True)
    except L10nError as err:
        return replace(seen, failure=err)
    return replace(seen, changed=changed)


def _takers(looks: Sequence[ExtractResult]) -> dict[str, tuple[Entry, ...]]:
    """Return the articles in which a text stands that leaves another one, with what people wrote for it there."""
    lost = [(one.article, entry) for one in looks for entry in one.gone]
    found: dict[str, tuple[Entry, ...]] = {}
    for one in looks if lost else ():
        moved = tuple(
            entry
            for article, entry in lost
            if article != one.article and entry.key in one.wanting and worth(entry) > one.wanting[entry.key]
        )
        if moved:
            found[one.article] = moved
    return found


def _written(project: ProjectFolder, todo: Sequence[ExtractInput], failures: list[L10nError]) -> set[str]:
    """Write catalogues of one locale, each from what it holds by then; return the articles whose own changed."""
    computes = [(one.document.path, partial(merged, one=one)) for one in todo]
    done: set[str] = set()
    for article, outcome in project.update_catalogs(computes, todo[0].locale if todo else ""):
        if isinstance(outcome, L10nError):
            failures.append(outcome)
        elif outcome:
            done.add(article)
    return done
