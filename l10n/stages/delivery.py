"""Owns writing what was built where it was built, so that whoever asked for it is told what it is and not sent it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import files
from l10n.errors import L10nError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.project import ProjectFolder
    from l10n.stages.built import BuildResult, BuiltArticle

__all__ = ["Delivery"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How articles that were built are left; it pickles."""

    dry: bool = False
    """Nothing is written, and it is told what would be."""
    waits: bool = False
    """They are settled when all are known, and until then nothing is done with their texts."""

    def __call__(
        self, project: ProjectFolder, one: BuiltArticle, known: Mapping[str, str] | None = None
    ) -> BuiltArticle:
        """Write an article in all its languages; return it without the texts of what was written.

        `known` are the files that earlier builds wrote, by their digests. What cannot be written, or is not known to
        be a build's and would be replaced, is returned as it is: who asked for it sees to it.
        """
        if self.waits:
            return replace(one, rows=tuple(replace(row, text=None) for row in one.rows))
        built = files.Builds(project.root, project.config.build, shared=project.shares_builds, before=known or {})
        return replace(one, rows=tuple(self._left(project, row, built) for row in one.rows))

    def _left(self, project: ProjectFolder, row: BuildResult, built: files.Builds) -> BuildResult:
        if row.text is None:
            return row
        try:
            written = project.write_build(project.build_name(row.article, row.locale), row.text, built, dry=self.dry)
        except L10nError:
            return row
        known = files.digest(files.encoded(row.text))
        return replace(row, text=None, standing=known, links=(), head=None, slots=(), digest="", written=written)
