"""Owns what the shell offers where an article, a locale, a rule or a state is asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from l10n.errors import L10nError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.project import ProjectFolder

__all__ = ["articles", "known_locales", "locales", "only", "rules"]


def articles(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the project's articles and their folders, also as they lie from where the user is, and PO files."""
    found = _project(ctx)
    if found is None:
        return []
    names, _ = found.articles()
    folders = {"/".join(name.split("/")[:depth]) + "/" for name in names for depth in range(1, name.count("/") + 1)}
    own = sorted({*names, *folders})
    base = (found.root / found.config.articles).resolve()
    below = Path(os.path.relpath(base, Path.cwd())).as_posix()
    standing = [name if below == "." else f"{below}/{name}" for name in own]
    catalogs = [found.catalog_name(name, locale) for locale in found.config.locales for name in names]
    return list(dict.fromkeys(_beginning([*own, *standing, *catalogs], incomplete)))


def locales(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the project's locales."""
    found = _project(ctx)
    return list(_beginning(found.config.locales, incomplete)) if found else []


def known_locales(incomplete: str) -> list[str]:
    """Return the languages that the program knows more of than CLDR says."""
    from l10n import languages  # noqa: PLC0415  see `cli.shared.open_work`

    return list(_beginning(languages.known(), incomplete))


def rules(incomplete: str) -> list[str]:
    """Return rules and families; of an option with commas, what may follow the last one."""
    from l10n import checks  # noqa: PLC0415  see `cli.shared.open_work`

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in _beginning(sorted(checks.names()), last)]


def only(incomplete: str) -> list[str]:
    """Return what `--only` may name."""
    from l10n.report.chosen import STATES  # noqa: PLC0415  see `cli.shared.open_work`

    return list(_beginning([*STATES, "under="], incomplete))


def _project(ctx: typer.Context) -> ProjectFolder | None:
    """Open the project that the command line speaks of; None where it cannot be opened: completion is silent."""
    from l10n import project  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.cli.shared import settings  # noqa: PLC0415  it offers these completions itself

    outer: Any = ctx.find_root().params.get("folder")
    try:
        return project.find(Path(outer or ".") / settings(ctx).folder, cached=settings(ctx).cached)
    except (L10nError, OSError):
        return None


def _beginning(names: Iterable[str], start: str) -> Iterator[str]:
    return (name for name in names if name.startswith(start))
