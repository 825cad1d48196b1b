"""The public face of the program for other programs: what its commands do, without the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import checks, formats, project
from l10n.checks import selection
from l10n.locales import parse
from l10n.model import By, Document, Finding, Key, Kind, Segmentation
from l10n.protocols import Pair, ParseOptions, Scope
from l10n.report.schemas import load as schema
from l10n.stages import build, check, coverage, draft, extract
from l10n.stages.workset import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from l10n.model import Segment, Term
    from l10n.project import Reader
    from l10n.stages.build import Built
    from l10n.stages.check import Checked
    from l10n.stages.coverage import Covered
    from l10n.stages.draft import Drafted
    from l10n.stages.extract import Extracted
    from l10n.stages.workset import Workset

__all__ = ["Project", "check_text", "schema", "segments"]


class Project:
    """A project on the disk, and what can be done with it.

    Each method does what the command of its name does, for the `articles` and `locales` that are named, or for all of
    them; it returns what it did as a value that is never changed later. What could not be read is in the value's
    `failures`, each an `L10nError` with `path`, `line` and `remedy`; the rest was done all the same. Raises
    `UsageError` for an article that does not exist and `LocaleError` for a locale that is not the project's.
    """

    def __init__(self, folder: project.ProjectFolder) -> None:
        self._folder = folder

    @classmethod
    def open(cls, folder: str | Path = ".", *, read: Reader | None = None) -> Project:
        """Open the project that a folder lies in: the nearest one upwards with `[tool.l10n]` in its pyproject.toml.

        `read` finds a file by its path relative to the project and stands in front of the disk where articles and
        catalogues are read: it returns text or bytes, or None for what it does not have. Raises `UsageError` where
        there is no project and `ConfigError` where its configuration is wrong.
        """
        found = project.find(Path(folder))
        if read is None:
            return cls(found)
        return cls(project.ProjectFolder(found.root, found.config, _before(read, found.read)))

    @property
    def root(self) -> Path:
        """The folder of the project."""
        return self._folder.root

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales it is translated into, as gettext names them."""
        return self._folder.config.locales

    @property
    def articles(self) -> tuple[str, ...]:
        """The paths of its articles below the folder of articles, in order."""
        return tuple(self._folder.articles()[0])

    def extract(
        self,
        *,
        articles: Sequence[str] = (),
        dry: bool = False,
        today: date | None = None,
        executor: Executor | None = None,
    ) -> Extracted:
        """Bring the catalogues of all locales into step with the articles; `dry` only tells what would change."""
        return extract.extract(self._work(articles, ()), today=today or _today(), dry=dry, executor=executor)

    def draft(
        self,
        *,
        articles: Sequence[str] = (),
        locales: Sequence[str] = (),
        tell: Callable[[str], None] = lambda _: None,
        refresh: bool = False,
        most: float | None = None,
        today: date | None = None,
        executor: Executor | None = None,
    ) -> Drafted:
        """Fill missing entries with the engines of the configuration; `most` is what the run may cost at most.

        `tell` is called with each line of progress.
        """
        work = self._work(articles, locales)
        day = today or _today()
        return draft.draft(work, today=day, tell=tell, refresh=refresh, most=most, executor=executor)

    def check(
        self,
        *,
        articles: Sequence[str] = (),
        locales: Sequence[str] = (),
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        baseline: str | None = None,
        executor: Executor | None = None,
    ) -> Checked:
        """Apply the rules; `select` and `ignore` name rules and families as on the command line."""
        options = selection.CheckOptions(tuple(select), tuple(ignore), baseline)
        return check.check(self._work(articles, locales), options, executor)

    def build(
        self,
        *,
        articles: Sequence[str] = (),
        locales: Sequence[str] = (),
        verbatim: bool = False,
        dry: bool = False,
        manifest: str = "",
        executor: Executor | None = None,
    ) -> Built:
        """Write the localized articles that may be published; `dry` only tells what would change.

        The file `manifest` of the project is told what was published and whose words are in it.
        """
        work = self._work(articles, locales)
        return build.build(work, verbatim=verbatim, dry=dry, manifest=manifest, executor=executor)

    def coverage(
        self,
        *,
        articles: Sequence[str] = (),
        locales: Sequence[str] = (),
        segments: bool = False,
        by: str = By.ARTICLE,
        period: str | None = None,
        executor: Executor | None = None,
    ) -> Covered:
        """Count what is reviewed, drafted, stale and missing; with `segments` each segment is told, too.

        `by` reviewer or engine asks git for `shares`: of what stands now, or of a `period` as on the command line.
        """
        work = self._work(articles, locales)
        return coverage.coverage(work, segments=segments, by=By(by), period=period, executor=executor)

    def _work(self, articles: Sequence[str], chosen: Sequence[str]) -> Workset:
        return gather(self._folder, chosen=chosen, articles=articles)


_SCOPES = (Scope.SEGMENT, Scope.ARTICLE, Scope.LOCALE)


def check_text(
    source: str,
    target: str,
    locale: str,
    *,
    source_locale: str = "en",
    format: str = "markdown",  # noqa: A002  the word for it everywhere else
    kind: Kind = Kind.PARAGRAPH,
    terms: Sequence[Term] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Apply the rules about single texts to a text and its translation, in the order of the places they blame.

    The text is taken for an article of its own: rules that compare texts with each other (consistency, spelling of
    names) have nothing to say here. `terms` is the
    glossary. Raises `LocaleError` for a locale that is none and `UsageError` for a format or rule that is none.
    """
    fmt = formats.load(format)
    for name in (*select, *ignore):
        checks.members(name)
    pair = Pair(
        source=source,
        target=target,
        locale=parse(locale),
        source_spans=fmt.inline(source),
        target_spans=fmt.inline(target),
        source_locale=parse(source_locale),
        kind=kind,
        terms=tuple(terms),
    )
    found = [
        Finding(
            rule=rule.id,
            severity=flaw.severity or rule.severity,
            message=flaw.message,
            article="",
            locale=pair.locale,
            key=Key(source),
            text=target,
            start=flaw.start,
            end=flaw.end,
            fix=flaw.fix,
            family=checks.family(rule.id),
            reason=rule.reason,
        )
        for _, rule, flaw in checks.inspect([pair], selection.chosen(select, ignore), scopes=_SCOPES)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule, one.message)))


def segments(text: str, format: str = "markdown", *, sentences: bool = False) -> tuple[Segment, ...]:  # noqa: A002
    """Cut a text of a format (`html markdown mdx plain`) into the segments that a translator sees, in order.

    Each says its text (`key.text`), its role (`kind`), and where it begins (`line` from 1, `start` in characters);
    `sentences` cuts paragraphs into sentences. Raises `UsageError` for no format and `ArticleError` with a line where
    the text cannot be read.
    """
    plugin = formats.load(format)
    cut = Segmentation.SENTENCE if sentences else Segmentation.PARAGRAPH
    document: Document = formats.parse(f"text{plugin.extensions[0]}", text, ParseOptions(segmentation=cut))
    return document.segments


def _before(read: Reader, disk: Reader) -> Reader:
    def found(name: str) -> str | bytes | None:
        data = read(name)
        return disk(name) if data is None else data

    return found


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
