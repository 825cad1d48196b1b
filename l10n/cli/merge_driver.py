"""The command `l10n merge-driver`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.shared import count, finish, notice, today

__all__ = ["NAME", "command"]

NAME = "merge-driver"


def command(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The common version (git: %O).", show_default=False)],
    ours: Annotated[
        str, typer.Argument(metavar="OURS", help="Our version (git: %A); the result goes there.", show_default=False)
    ],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version (git: %B).", show_default=False)],
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="The file's path, for messages (git: %P).", show_default=False)
    ] = "",
) -> None:
    """Merge PO files entry by entry, as git's merge driver.

    A person's text wins over a draft. Where two people translated one text differently, ours stays, marked fuzzy, with
    theirs in a comment, and the command exits 1, so that git reports a conflict. No conflict markers are written.
    """
    from pathlib import Path  # noqa: PLC0415  see `cli.shared.open_work`

    from l10n.stages.merge_driver import merge_driver  # noqa: PLC0415

    name = path or ours
    done = merge_driver(Path(base), Path(ours), Path(theirs), name=name, today=today())
    if done.conflicts:
        number = count(len(done.conflicts), "text")
        notice(f"{name}: {number} translated differently on both sides; look for `other translation` in the file")
    finish((), findings=bool(done.conflicts))
