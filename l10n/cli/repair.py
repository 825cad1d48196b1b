"""The command `l10n repair`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import Json, closing, count, finish, notice, open_project, result, today

if TYPE_CHECKING:
    from l10n.stages.repair import Mending

__all__ = ["NAME", "command"]

NAME = "repair"


def command(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="PO", help="Only these PO files; all of the project's by default.", show_default=False),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Mend the files, after a backup.")] = False,
    as_json: Json = False,
) -> None:
    """Show what is wrong with PO files that cannot be read, and mend them with --write.

    Every entry that reads well is kept. Conflict markers of git and duplicates go, and both texts stay. What cannot be
    kept as it stands is in a file `.rej` beside the backup in `.l10n/backup/`. Exits 1 if a person has to look at it.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.repair import repair  # noqa: PLC0415

    found = open_project(context)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    done = repair(found, files or (), stamp=stamp, today=today(), write=write)
    if as_json:
        result(dump({"files": [_fields(file) for file in done.files], "backup": done.backup}, done.failures))
    else:
        for file in done.files:
            for fault in file.faults:
                result(f"{fault.path}:{fault.line}: {fault.message}")
    for file in done.files:
        notice(_summary(file, write=write))
    if done.backup:
        notice(f"the files as they were are in {done.backup}/")
    elif done.files:
        notice("nothing was written; add --write to mend them")
    elif not done.failures:
        closing(context, "no broken PO files")
    finish(done.failures, findings=any(file.rejected or not write for file in done.files))


def _summary(file: Mending, *, write: bool) -> str:
    parts = [f"{count(file.kept, 'entry', 'entries')} {'kept' if write else 'can be kept'}"]
    if not file.kept and not file.rejected:
        parts = ["empty; " + ("made anew" if write else "can be made anew") + ", and `l10n extract` fills it"]
    if file.settled:
        parts.append(f"{file.settled} of them made of two")
    if file.disputed:
        parts.append(f"{file.disputed} with two persons' texts, to be decided")
    if file.rejected:
        parts.append(f"the rest is in {file.rejected}")
    return f"{file.name}: {', '.join(parts)}"


def _fields(file: Mending) -> dict[str, object]:
    return {
        "po": file.name,
        "faults": [{"line": fault.line, "message": fault.message} for fault in file.faults],
        "kept": file.kept,
        "settled": file.settled,
        "disputed": file.disputed,
        "rejected": file.rejected,
    }
