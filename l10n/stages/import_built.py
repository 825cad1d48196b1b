"""The verb `import --built`: what somebody changed by hand in built articles goes back into the PO files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import charsets, coverage, files
from l10n.catalog import provenance
from l10n.catalog.ownership import machine_owned
from l10n.errors import ArticleError, L10nError, UsageError
from l10n.model import Brought, BroughtRow, Catalog, Reception, State
from l10n.publish import layouts
from l10n.publish.unglue import unglue
from l10n.stages.build_article import build_everywhere
from l10n.stages.importing import Imported
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from l10n.model import Entry, Key
    from l10n.project import ProjectFolder
    from l10n.stages.articles import ArticleInput
    from l10n.stages.built import BuildResult, BuiltArticle
    from l10n.stages.importing import ImportOrder
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["bring"]

_REMEDY = "Change the article or its PO file, and build again."


def bring(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Imported:
    """Carry the edits of built articles back; what cannot be placed is among the failures.

    Raises `UsageError` where a file is no built article, and in a project whose layout edits more than texts.
    """
    project = work.project
    if layouts.settled(project.config):
        raise UsageError(
            "the layout of this project edits links and headings, and edits of such articles cannot be taken back yet",
            remedy="Write the changes into the PO files.",
        )
    names = {project.build_name(one, order.locale): one for one in work.articles}
    asked = _asked(project, existing, names)
    done = Imported()
    unread: list[Failure] = []
    chosen = replace(work, articles=tuple(dict.fromkeys(asked.values())), locales=(order.locale,), state=None)
    for built in outcomes(chosen, _inside, unread, doing="building"):
        for row in built.rows:
            name = project.build_name(row.article, order.locale)
            if row.locale == order.locale and name in asked:
                try:
                    _carry(project, row, name, order, done)
                except L10nError as err:
                    done.failures.append(err)
    done.failures += [one.error for one in unread]
    return done


def _inside(given: ArticleInput) -> BuiltArticle:
    return build_everywhere(given, inside=True)


def _asked(project: ProjectFolder, existing: Sequence[Path], names: dict[str, str]) -> dict[str, str]:
    """Return the built articles that are named, each with its article."""
    root = project.root.resolve()
    asked: dict[str, str] = {}
    for path in existing:
        real = path.resolve()
        name = real.relative_to(root).as_posix() if real.is_relative_to(root) else path.as_posix()
        found = {one: names[one] for one in names if one == name or one.startswith(f"{name}/")}
        if not found:
            raise UsageError(
                "is no built article of this locale", path=str(path), remedy="Name a file in the folder of builds."
            )
        asked.update({one: article for one, article in found.items() if one == name or (root / one).is_file()})
    return asked


def _carry(project: ProjectFolder, row: BuildResult, name: str, order: ImportOrder, done: Imported) -> None:
    """Carry the edits of one built article back."""
    edited = charsets.decoded(files.read(project.root / name, name), name)
    if edited == row.text:
        return
    inside = row.inside
    if row.text is None or inside is None or inside.done is None or inside.edition is None:
        raise ArticleError(f"is held now: {row.held}", path=name, remedy=_REMEDY)
    known = project.built().known(name)
    if known and known != files.digest(files.encoded(row.text)):
        raise ArticleError(
            "its article or PO file changed since it was built, so nothing is taken from it",
            path=name,
            remedy="Keep the edited file elsewhere, build again, repeat the edit there, and import it.",
        )
    found = unglue(inside.done, inside.edition, edited)
    done.failures += [
        ArticleError(f"this change {why}", path=name, line=at, remedy=_REMEDY) for at, why in found.refused
    ]
    if not found.texts:
        return
    catalog = project.catalog(row.article, order.locale)
    standing = coverage.standing(inside.done.document, catalog.catalog if catalog else None)
    wanted: dict[Key, tuple[Entry, str]] = {}
    for key in dict.fromkeys(standing[at].key for at in found.texts if standing[at]):  # type: ignore[union-attr]
        places = [at for at, entry in enumerate(standing) if entry and entry.key == key]
        texts = {found.texts.get(at) for at in places}
        entry = standing[places[0]]
        why = _why_not(entry, inside.done.texts[places[0]], texts, known=bool(known))  # type: ignore[arg-type]
        if why:
            done.failures.append(ArticleError(f"a change of {key.text[:40]!r} {why}", path=name, remedy=_REMEDY))
        else:
            wanted[key] = entry, found.texts[places[0]]  # type: ignore[assignment]
    lacking = sum(standing[at] is None for at in found.texts)
    if lacking:
        done.failures.append(
            ArticleError(f"{lacking} changed texts have no entry yet", path=name, remedy="Run `l10n extract` first.")
        )
    if wanted:
        _put(project, row.article, name, wanted=wanted, order=order, done=done)


def _why_not(entry: Entry, shown: str | None, texts: set[str | None], *, known: bool) -> str:
    """Tell why the text of an entry is not replaced; empty where it is."""
    if len(texts) > 1:
        return "was made in one of several places that have one text: change all of them alike"
    if (shown or "") != entry.target:
        return "meets another text in the PO file than the build shows: both stay as they are"
    if entry.previous is not None or (entry.state is State.MISSING and entry.comments):
        return "meets an entry that waits for a person: settle it in the PO file"
    if not known and entry.target and not machine_owned(entry):
        return "would replace a person's text, and it is not known what the build wrote"
    return ""


def _put(
    project: ProjectFolder,
    article: str,
    name: str,
    *,
    wanted: dict[Key, tuple[Entry, str]],
    order: ImportOrder,
    done: Imported,
) -> None:
    """Write the new texts over the very ones that the build showed."""
    po = project.catalog_name(article, order.locale)
    put: set[Key] = set()

    def changed(entry: Entry) -> Entry:
        one = None if entry.state is State.OBSOLETE else wanted.get(entry.key)
        if one is None or one[0].target != entry.target or one[0].previous != entry.previous:
            return entry
        put.add(entry.key)
        state = State.REVIEWED if order.trust else State.DRAFT
        origin = provenance.imported(name, order.today, entry.key.text, one[1])
        return replace(entry, target=one[1], state=state, origin=origin, previous=None, review=None)

    def compute(catalog: Catalog | None) -> Catalog:
        put.clear()
        now = catalog or Catalog(article, order.locale)
        return replace(now, entries=tuple(changed(entry) for entry in now))

    if project.update_catalog(article, order.locale, compute, dry=order.dry, released=lambda one: one.key in put):
        done.changed.append(po)
    became = Reception.REVIEWED if order.trust else Reception.IN_WORK
    for key, (_, text) in wanted.items():
        reception = became if key in put else Reception.KEPT
        done.rows.append(BroughtRow(article, order.locale, po, Brought(key, text, name), reception))
