"""Owns extracting a batch of articles for all locales: a look at each, and writing what waits for no other article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from l10n import formats
from l10n.catalog.atomic_write import interrupted
from l10n.catalog.orphans import Orphans
from l10n.errors import L10nError, blaming, collecting
from l10n.stages import front_matter
from l10n.stages.extract_article import ExtractInput, ExtractResult, extract_article, look, merged
from l10n.stages.mapping import Failure, attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from l10n.model import Catalog, Document, Entry, Key
    from l10n.project import ProjectFolder
    from l10n.stages.articles import ArticleInput
    from l10n.stages.front_matter import FrontMatter
    from l10n.stages.outcomes import Desk

__all__ = ["ExtractOrder", "ExtractedArticle", "ExtractedCatalog", "extract_batch", "mark", "once_more", "write_batch"]

_NONE = Orphans()
MARK = 8
"""Bytes by which a key is told from others: enough that of a million no two are alike by chance."""


@dataclass(frozen=True, slots=True)
class ExtractOrder:
    """What all articles of an extraction have in common; it pickles."""

    desk: Desk
    today: date
    dry: bool
    whole: bool
    left: Mapping[str, Orphans] = field(default_factory=dict)
    """Locale → what catalogues without an article have to give."""
    cold: frozenset[str] = frozenset()
    """Locales without any catalogue, where no text can leave one article for another."""
    late: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Article → the locales in which it is written when all have been looked at."""

    def inputs(self, given: ArticleInput, document: Document) -> Iterator[ExtractInput]:
        """Return what is to be known to extract an article: its template, then each locale."""
        for locale in self.desk.locales:
            left = self.left.get(locale, _NONE)
            yield ExtractInput(
                document,
                locale,
                given.catalog_name(locale),
                self.today,
                data=given.catalogs.get(locale),
                before=left.before.get(document.path),
                others=left.of(document),
            )


@dataclass(frozen=True, slots=True)
class ExtractedCatalog:
    """What became of a catalogue or, with an empty locale, of a template."""

    locale: str
    changed: bool
    """It was written or, where it waits or nothing is to be written, it would be."""
    waits: bool = False
    """It is to be written when all articles have been looked at: texts may leave it, or come to it, from others."""
    gone: tuple[Entry, ...] = ()
    """What people wrote for texts that leave the article."""
    wanting: bytes = b""
    """Marks of the texts that could be taken over from another article (`mark`)."""
    recut: int | None = None
    errors: tuple[L10nError, ...] = ()
    before: str = ""
    """The SHA-256 of what was looked at, where it changed; empty where there was none."""
    digest: str = ""
    """The SHA-256 of what was written; empty where nothing was."""

    @classmethod
    def written(cls, locale: str, outcome: str | L10nError) -> ExtractedCatalog:
        """Return what came of writing one that has waited."""
        if isinstance(outcome, L10nError):
            return cls(locale, changed=False, errors=(outcome,))
        return cls(locale, changed=bool(outcome))


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """What became of an article; it pickles, and is small."""

    article: str
    segments: int
    front_matter: FrontMatter | None
    """None where only some articles are worked on."""
    notices: tuple[str, ...]
    catalogs: tuple[ExtractedCatalog, ...]
    failures: tuple[L10nError, ...] = ()


@lru_cache(maxsize=1024)
def mark(key: Key) -> bytes:
    """Return what a key is known by among millions."""
    return hashlib.blake2b(repr((key.text, key.context)).encode("utf-8", "surrogatepass"), digest_size=MARK).digest()


def extract_batch(order: ExtractOrder, articles: Sequence[str]) -> list[ExtractedArticle | Failure]:
    """Look at articles, and write what waits for no other article; what is dry is only looked at."""
    made: list[ExtractedArticle | Failure] = []
    writing: list[tuple[int, int, ExtractInput, ExtractResult]] = []
    for at, article in enumerate(articles):
        given = order.desk.read(article)
        done = given if isinstance(given, Failure) else attempt(partial(_looked, order), "cutting", given)
        if isinstance(done, Failure):
            made.append(done)
            continue
        found, todo = done
        made.append(found)
        writing += [(at, number, *one) for number, one in todo]
    project = order.desk.project
    jobs = [(one.article, one.locale, _Computed(one, seen)) for _, _, one, seen in writing]
    for (at, number, _, _), outcome in zip(writing, project.update_catalogs(jobs), strict=True):
        article_done = made[at]
        assert isinstance(article_done, ExtractedArticle)  # noqa: S101  only such have something to write
        made[at] = _with(article_done, number, outcome)
    return made


def _with(found: ExtractedArticle, number: int, outcome: str | L10nError) -> ExtractedArticle:
    """Put down what came of writing one of an article's catalogues."""
    row = found.catalogs[number]
    if isinstance(outcome, L10nError):
        row = replace(row, changed=False, errors=(*row.errors, outcome))
    else:
        row = replace(row, changed=bool(outcome), digest=outcome)
    return replace(found, catalogs=(*found.catalogs[:number], row, *found.catalogs[number + 1 :]))


def _looked(
    order: ExtractOrder, given: ArticleInput
) -> tuple[ExtractedArticle, list[tuple[int, tuple[ExtractInput, ExtractResult]]]]:
    """Look at an article in all locales; return what of it is to be written now, too."""
    project = order.desk.project
    document = given.document()
    front = front_matter.look(project, document) if order.whole else None
    rows: list[ExtractedCatalog] = []
    todo: list[tuple[int, tuple[ExtractInput, ExtractResult]]] = []
    for one in order.inputs(given, document):
        seen = _seen(project, given, one, dry=order.dry)
        errors = (seen.failure,) if seen.failure else ()
        changed = seen.changed and not (order.dry and seen.served)
        wanting = b"".join(map(mark, seen.wanting)) if one.locale else b""
        waits = bool(seen.gone or (wanting and one.locale not in order.cold)) and one.locale != ""
        if not order.dry and (changed or interrupted(project.root / one.name)):
            changed = True
            if not waits:
                todo.append((len(rows), (one, seen)))
        before = hashlib.sha256(one.data).hexdigest() if changed and one.data is not None else ""
        late = waits and changed
        rows.append(ExtractedCatalog(one.locale, changed, late, seen.gone, wanting, seen.recut, errors, before))
    failures: list[L10nError] = []
    notices: list[str] = []
    with collecting(failures, given.name, "looking for what is not read in it"):
        told = formats.load(document.format).notices(document.source)
        notices += [f"{given.name}:{line}: {message}" for line, message in told]
    found = ExtractedArticle(given.article, len(document.segments), front, tuple(notices), tuple(rows), tuple(failures))
    return found, todo


def _seen(project: ProjectFolder, given: ArticleInput, one: ExtractInput, *, dry: bool) -> ExtractResult:
    """Look at one catalogue; where the work on it fails, once more, and then it is told."""
    seen = attempt(extract_article, "extracting", one) if one.locale in given.catalogs else None
    if isinstance(seen, ExtractResult) and not seen.failure:
        return seen
    return once_more(project, one) if one.locale or dry else ExtractResult(one.article, changed=True)


def once_more(project: ProjectFolder, one: ExtractInput) -> ExtractResult:
    """Look at a catalogue that could not be read, here and as the store reads it: a person may just be saving it."""
    seen = ExtractResult(one.article)

    def compute(catalog: Catalog | None) -> Catalog:
        nonlocal seen
        new = merged(catalog, one=one)
        seen = look(catalog, new, one=one)
        return new

    try:
        with blaming(one.name, "extracting it"):
            changed = project.update_catalog(one.article, one.locale, compute, dry=True)
    except L10nError as err:
        return replace(seen, failure=err)
    return replace(seen, changed=changed)


@dataclass(frozen=True, slots=True)
class _Computed:
    """Makes of a catalogue what a look has made of it already, where it is the same still."""

    one: ExtractInput
    seen: ExtractResult

    def __call__(self, catalog: Catalog | None) -> Catalog:
        if self.seen.after is not None and catalog == self.seen.before:
            return self.seen.after
        return merged(catalog, one=self.one)


def write_batch(order: ExtractOrder, articles: Sequence[str]) -> list[ExtractedArticle | Failure]:
    """Write articles in the locales in which they waited for the others."""
    made: list[ExtractedArticle | Failure] = []
    project = order.desk.project
    for article in articles:
        given = order.desk.read(article)
        done = given if isinstance(given, Failure) else attempt(partial(_inputs, order), "cutting", given)
        if isinstance(done, Failure):
            made.append(done)
            continue
        outcomes = project.update_catalogs([(article, one.locale, partial(merged, one=one)) for one in done])
        rows = [ExtractedCatalog.written(one.locale, outcome) for one, outcome in zip(done, outcomes, strict=True)]
        made.append(ExtractedArticle(article, 0, None, (), tuple(rows)))
    return made


def _inputs(order: ExtractOrder, given: ArticleInput) -> list[ExtractInput]:
    late = order.late[given.article]
    return [one for one in order.inputs(given, given.document()) if one.locale in late]
