"""The verb `build`: write the localized articles that may be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import StorageError, collecting
from l10n.stages.build_article import BuildInput, build_article
from l10n.stages.mapping import Failure, mapped
from l10n.stages.workset import catalogs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from concurrent.futures import Executor

    from l10n import files
    from l10n.errors import L10nError
    from l10n.model import Finding
    from l10n.project import ProjectFolder
    from l10n.stages.workset import Workset

__all__ = ["Built", "build", "ready"]


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
    """What the next build will not know."""
    removed: tuple[str, ...] = ()
    """Those of `changed` that are removed, as their article is held or gone."""


def build(work: Workset, *, verbatim: bool = False, dry: bool = False, executor: Executor | None = None) -> Built:
    """Build every article in every locale by its policy; `dry` only tells what would change.

    `verbatim` replaces segments and edits nothing else: no language, and no disclosure, so no drafts either. An article
    that is held, or whose source is gone, has no file under the build folder. Articles may be built by an `executor`;
    they are written here.

    Raises `ConfigError` as `ready` does.
    """
    ready(work)
    project = work.project
    changed: list[str] = []
    removed: list[str] = []
    held: list[str] = []
    findings: list[Finding] = []
    failures, unread = list(work.failures), list[Failure]()
    published: set[str] = set()
    built = project.built()

    for done in mapped(build_article, _inputs(work, failures, verbatim=verbatim), unread, executor, doing="building"):
        name = project.build_name(done.article, done.locale)
        if done.text is None:
            held.append(f"{name}: held: {done.held}")
        else:
            published.add(name)
        findings += done.findings
        moved = _written(project, name, done.text, built, failures, dry=dry)
        changed += moved
        removed += moved if done.text is None else []
    failures += [one.error for one in unread]
    if work.whole and not failures:
        for name in _left_over(project, work.locales, built, published):
            moved = _written(project, name, None, built, failures, dry=dry)
            changed += moved
            removed += moved
    notices = () if dry else _saved(built)
    return Built(tuple(changed), len(published), tuple(held), tuple(findings), tuple(failures), notices, tuple(removed))


def ready(work: Workset) -> None:
    """Raise `ConfigError` where a section that keeps articles back has none: they would be published without it."""
    for one in work.idle:
        if one.restricts:
            raise one.error


def _saved(built: files.Builds) -> tuple[str, ...]:
    """Keep the list of what was built; without it nothing else is lost."""
    try:
        built.save()
    except StorageError as err:
        return (f"what was built is not remembered, so that nothing of it will be removed by itself: {err}",)
    return ()


def _written(
    project: ProjectFolder, name: str, text: str | None, built: files.Builds, failures: list[L10nError], *, dry: bool
) -> list[str]:
    """Write a file of the build, or remove it; return its name where it changed, or would."""
    with collecting(failures, name, "writing it"):
        return [name] if project.write_build(name, text, built, dry=dry) else []
    return []


def _inputs(work: Workset, failures: list[L10nError], *, verbatim: bool) -> Iterator[BuildInput]:
    for document, locale, po in catalogs(work, failures):
        settings = work.project.settings(document.path, locale)
        yield BuildInput(
            document,
            locale,
            po.catalog if po else None,
            po=work.project.catalog_name(document.path, locale),
            policy=settings.policy,
            min_coverage=settings.min_coverage,
            source=work.project.config.source,
            verbatim=verbatim,
        )


def _left_over(
    project: ProjectFolder, locales: Collection[str], built: files.Builds, published: Collection[str]
) -> list[str]:
    """Find what earlier builds wrote of articles that are gone and, where all were asked for, of locales."""
    folders = tuple(project.build_name("", locale) for locale in locales)
    kept = tuple(project.build_name("", locale) for locale in project.config.locales)
    names = [name for name in built.ours() if name not in published]
    return [name for name in names if name.startswith(folders) or not name.startswith(kept)]
