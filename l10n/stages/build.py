"""The verb `build`: write the localized articles that may be published."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from l10n.errors import ConfigError, StorageError, collecting
from l10n.publish import layouts
from l10n.stages.articles import Ranks
from l10n.stages.build_article import build_everywhere
from l10n.stages.built import standing
from l10n.stages.delivery import Delivery
from l10n.stages.mapping import Failure
from l10n.stages.outcomes import Files, outcomes
from l10n.stages.settle import Settling, unsettled
from l10n.stages.sharing import is_afar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from concurrent.futures import Executor

    from l10n import files
    from l10n.config import Config
    from l10n.errors import L10nError
    from l10n.model import Finding
    from l10n.project import ProjectFolder
    from l10n.publish.links import SiteMap
    from l10n.publish.lists import PublishedLists
    from l10n.stages.authorship import Authorship
    from l10n.stages.built import BuiltArticle
    from l10n.stages.workset import Workset

__all__ = ["Builder", "Built", "build", "ready", "saved", "unsure"]


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
    """Texts that would have changed the structure or added something active, and stayed English."""
    failures: tuple[L10nError, ...]
    notices: tuple[str, ...] = ()
    """What the next build will not know, and what stands in no list."""
    removed: tuple[str, ...] = ()
    """Those of `changed` that are removed, as their article is held or gone."""
    waiting: bool = False
    """Some are held until a time, so that the next build may do something else though nothing has changed."""
    from_history: bool = False
    """Git was asked: what it has changes with no file of the project."""


def build(
    work: Workset,
    *,
    verbatim: bool = False,
    dry: bool = False,
    executor: Executor | None = None,
    manifest: str = "",
) -> Built:
    """Build every article in every locale by its policy; `dry` only tells what would change.

    `verbatim` replaces segments and edits nothing else: no language, and no disclosure, so no drafts either. An article
    that is held, or whose source is gone, has no file under the build folder. Articles may be built by an `executor`;
    they are written here. The file `manifest` is told whose words are in them.

    Raises `ConfigError` as `ready` does.
    """
    ready(work)
    unread: list[Failure] = []
    builder = Builder(work, dry=dry, executor=executor, verbatim=verbatim, manifest=manifest)
    function = partial(build_everywhere, verbatim=verbatim, record=bool(manifest))
    kept = Files(builder.slim, builder.made)
    doing = "building and recording" if manifest else "building"
    for one in outcomes(work, function, unread, executor, doing=doing, files=kept, after=builder.delivery):
        builder.take(one)
    return builder.done(unread)


class Builder:
    """Writes what was built of one article after the other, and tells at last what came of all."""

    def __init__(
        self,
        work: Workset,
        *,
        dry: bool = False,
        executor: Executor | None = None,
        verbatim: bool = False,
        manifest: str = "",
    ) -> None:
        self._work = work
        self._dry = dry
        self._afar = is_afar(executor)
        self._built = work.project.built()
        config = work.project.config
        laid = layouts.settled(config)
        self._manifest = manifest
        self._authorship = None if verbatim else _authorship(work, manifest)
        history = self._authorship.told if self._authorship else _untold
        self._settling = Settling(work, self._built, executor, history, verbatim=verbatim, dry=dry) if laid else None
        self._lists = None if verbatim else _lists(config, work.locales)
        self._published: set[str] = set()
        self._released = 0
        self._waiting = False
        self._kept: set[str] = set()
        """What is held and stays as it was."""
        self._said = {locale: _BuiltLocale() for locale in layouts.editions(config, work.locales)}

    @property
    def delivery(self) -> Delivery | None:
        """What is done with an article where it was built; None where that is for this process to do."""
        return Delivery(self._dry, waits=self._settling is not None) if self._afar else None

    def slim(self, one: BuiltArticle) -> BuiltArticle | None:
        """Return of an article what is kept for the next build: all but its texts; None for what waits for a time."""
        return unsettled(one) if self._settling else standing(one)

    def made(self, one: BuiltArticle) -> dict[str, str]:
        """Return the files of an article, which have to stand for what is kept of it to hold."""
        return {} if self._settling else self._files(one)

    def _files(self, one: BuiltArticle) -> dict[str, str]:
        """Return the files of an article, which stand, by their digests; empty of what is held."""
        name = self._work.project.build_name
        return {name(row.article, row.locale): row.standing for row in one.rows if not row.keeps}

    def take(self, one: BuiltArticle) -> None:
        """Take an article in all its locales; it is written now or, where links are to be settled, in the end."""
        if self._authorship:
            one = self._authorship.take(one)
        if self._settling:
            self._settling.take(one)
        else:
            self._write(one)

    def _write(self, one: BuiltArticle) -> None:
        """Write an article in all its locales, or take away what an earlier build wrote of it."""
        for row in one.rows:
            said = self._said[row.locale]
            name = self._work.project.build_name(row.article, row.locale)
            if row.teaser and self._lists:
                self._lists.take(row.article, row.locale, row.teaser)
            if row.standing:
                self._publish(name, row.locale)
                self._built.stands(name, row.standing)
                said.changed += [name] if row.written else []
                said.findings += row.findings
                continue
            if row.text is None:
                said.held.append(f"{name}: held: {row.held}")
                self._waiting = self._waiting or row.waits
                if row.keeps:
                    self._kept.add(name)
                    continue
            else:
                self._publish(name, row.locale)
            said.findings += row.findings
            moved = self._written(name, row.text, said.failures)
            said.changed += moved
            said.removed += moved if row.text is None else []

    def _publish(self, name: str, locale: str) -> None:
        self._published.add(name)
        self._released += locale != self._work.project.config.source

    def done(self, unread: Iterable[Failure]) -> Built:
        """Take away what is left over, and tell what was done; `unread` is what could not be built."""
        work, project = self._work, self._work.project
        unread = list(unread)
        for one in self._settling.done(self._files) if self._settling else ():
            if isinstance(one, Failure):
                unread.append(one)
            else:
                self._write(one)
        said = list(self._said.values())
        failures = [*work.unknown, *Ranks.of(work.articles, tuple(self._said)).errors(unread)]
        failures += [error for one in said for error in one.failures]
        changed = [name for one in said for name in one.changed]
        removed = [name for one in said for name in one.removed]
        notices: list[str] = []
        if self._lists and self._settling and (changed or work.whole):
            notices = self._listed(self._lists, self._settling.site, changed, failures)
        if work.whole and (names := unsure(work, unread)) is not None:
            editions = layouts.editions(project.config, project.config.locales)
            spared = {project.build_name(name, locale) for name in names for locale in editions}
            for name in _left_over(project, work.locales, self._built, self._published | self._kept | spared):
                moved = self._written(name, None, failures)
                changed += moved
                removed += moved
        if self._authorship and self._manifest:
            from l10n.stages.manifest import write_manifest  # noqa: PLC0415  few builds have one

            with collecting(failures, self._manifest, "writing it"):
                changed += write_manifest(work, self._manifest, self._authorship, self._built, tuple(failures))
        notices += self._authorship.notices if self._authorship else ()
        notices += [] if self._dry else saved(self._built)
        return Built(
            tuple(changed),
            self._released,
            tuple(held for one in said for held in one.held),
            tuple(finding for one in said for finding in one.findings),
            tuple(failures),
            tuple(notices),
            tuple(removed),
            self._waiting,
            self._authorship is not None,
        )

    def _listed(self, lists: PublishedLists, site: SiteMap, changed: list[str], failures: list[L10nError]) -> list[str]:
        """Write the lists of what is published; return what there is to say of them."""
        work = self._work
        if not work.whole:
            return ["feeds and sitemap are as they were: they are written when all articles are built"]
        before = len(changed)
        for name, text in lists.files(work.articles, site):
            self._published.add(name)
            changed += self._written(name, text, failures)
        told = lists.notice() if len(changed) > before else ""
        return [told] if told else []

    def _written(self, name: str, text: str | None, failures: list[L10nError]) -> list[str]:
        """Write a file of the build, or remove it; return its name where it changed, or would."""
        with collecting(failures, name, "writing it"):
            return [name] if self._work.project.write_build(name, text, self._built, dry=self._dry) else []
        return []


def _lists(config: Config, chosen: Iterable[str]) -> PublishedLists | None:
    """Return what takes what lists tell, where a project asks for some."""
    if not (config.feeds or config.sitemap):
        return None
    from l10n.publish.lists import PublishedLists  # noqa: PLC0415  few projects need XML

    return PublishedLists(config, chosen)


def _authorship(work: Workset, manifest: str) -> Authorship | None:
    """Return what takes down whose work is built, where that is asked for; raises `UsageError` for another's file."""
    if not manifest and not work.project.config.tells_history:
        return None
    from l10n.stages.authorship import Authorship  # noqa: PLC0415
    from l10n.stages.manifest import check_manifest  # noqa: PLC0415  few builds ask for it

    if manifest:
        check_manifest(work.project, manifest)
    return Authorship(work)


def _untold(article: str, locale: str) -> None:
    """Tell nothing of the history of an article."""


@dataclass(slots=True)
class _BuiltLocale:
    """What was done in one locale, in the order of the articles."""

    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[L10nError] = field(default_factory=list)


def ready(work: Workset) -> None:
    """Raise `ConfigError` where a section that keeps articles back has none: they would be published without it.

    So where two localized articles would be one file, on this system or another, or one that cannot be written.
    """
    for one in work.idle:
        if one.restricts:
            raise one.error
    config = work.project.config
    for name, why in layouts.collisions(config, work.articles, work.locales) if layouts.settled(config) else ():
        raise ConfigError(why, path=name, remedy="Rename the article, or choose another layout.")


def saved(built: files.Builds) -> tuple[str, ...]:
    """Keep the list of what was built; without it nothing else is lost."""
    try:
        built.save()
    except StorageError as err:
        return (f"what was built is not remembered, so that nothing of it will be removed by itself: {err}",)
    return ()


def unsure(work: Workset, unread: Iterable[Failure]) -> set[str] | None:
    """Return the articles that cannot be read now, of which what was made before stays; None where it may be any."""
    folder = f"{work.project.config.articles}/"
    names = {one.article for one in unread} | {one.path.removeprefix(folder) for one in work.unknown}
    return None if "" in names else names


def _left_over(
    project: ProjectFolder, locales: Collection[str], built: files.Builds, published: Collection[str]
) -> list[str]:
    """Find what earlier builds wrote of articles that are gone and, where all were asked for, of locales."""
    every = project.config.locales
    return [
        name
        for name in built.ours(but=published)
        if (locale := layouts.built_of(project.config, name)) in locales or locale not in every
    ]
