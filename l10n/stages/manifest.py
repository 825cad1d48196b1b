"""Owns writing the manifest of a build into the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.model import ManifestHead
from l10n.report.manifest import is_manifest, manifest
from l10n.stages.sittings import MANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.errors import L10nError
    from l10n.files import Builds
    from l10n.project import ProjectFolder
    from l10n.stages.authorship import Authorship
    from l10n.stages.workset import Workset

__all__ = ["check_manifest", "write_manifest"]


def check_manifest(project: ProjectFolder, name: str) -> bytes:
    """Return the manifest of an earlier build, empty for none; raises `UsageError` for a file that is none."""
    before = project.file_bytes(project.place(name)) or b""
    if before and not is_manifest(before):
        raise UsageError("it is there, and is no manifest", path=name, remedy="Delete it, or name another file.")
    return before


def write_manifest(
    work: Workset, name: str, taken: Authorship, built: Builds, errors: Sequence[L10nError]
) -> tuple[str, ...]:
    """Write what was put down of all that was built, if it is another than before; return the file where it is.

    Raises `UsageError` where the file is there and is no manifest, and `StorageError`.
    """
    config = work.project.config
    head = ManifestHead(
        source=config.source,
        locales=work.locales,
        whole=work.whole and set(work.locales) == set(config.locales),
        history=taken.reach,
        bulks=taken.bulks(config.max_accepted_at_once or MANY),
        notices=taken.notices,
    )
    data = manifest(head, taken.rows(built), errors)
    if data == check_manifest(work.project, name):
        return ()
    work.project.write_file(name, data)
    return (name,)
