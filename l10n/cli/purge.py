"""The command `l10n purge`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from l10n.cli.shared import Articles, Json, Locales, closing, count, finish, open_work, result, unmet
from l10n.errors import UsageError

__all__ = ["NAME", "command"]

NAME = "purge"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    obsolete: Annotated[
        bool, typer.Option("--obsolete", help="Delete the entries whose English is gone (`#~`).")
    ] = False,
    older_than: Annotated[
        int | None,
        typer.Option(
            "--older-than",
            metavar="DAYS",
            min=0,
            max=36_500,
            help="Only entries that were committed as obsolete DAYS ago or before.",
        ),
    ] = None,
    orphans: Annotated[bool, typer.Option("--orphans", help="Delete the PO files whose article is gone.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Delete nothing; exit 1 if something would be.")] = False,
    as_json: Json = False,
) -> None:
    """Delete translations that no article needs any more, after a backup.

    No other command deletes what a person wrote. Everything that goes is in `.l10n/backup/` first, in a folder of the
    time; copy a file back to undo it. How old an obsolete entry is, git knows: --older-than needs the file committed.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.purge import Purge, purge  # noqa: PLC0415

    if not (obsolete or orphans):
        raise UsageError("what is to be deleted is not said", remedy="Add --obsolete, --orphans or both.")
    if older_than is not None and not obsolete:
        raise UsageError("--older-than is about obsolete entries", remedy="Add --obsolete.")
    now = datetime.now(UTC)
    before = None if older_than is None else (now - timedelta(days=older_than)).timestamp()
    order = Purge(obsolete=obsolete, orphans=orphans, before=before, stamp=now.strftime("%Y%m%dT%H%M%SZ"))
    work = open_work(context, locales, articles)
    done = purge(work, order, dry=check)
    if as_json:
        result(dump({"entries": done.entries, "files": done.files, "backup": done.backup}, unmet(work, done.failures)))
    else:
        for name, number in done.entries.items():
            result(f"{name}: {count(number, 'obsolete entry', 'obsolete entries')}")
        for name in done.files:
            result(f"{name}: the whole file, its article is gone")
    number = sum(done.entries.values())
    what = f"{count(number, 'entry', 'entries')} and {count(len(done.files), 'file')}"
    where = f"; the files as they were are in {done.backup}/" if done.backup else ""
    closing(context, f"{what} {'would be deleted' if check else 'deleted'}{where}")
    finish(done.failures, findings=check and bool(done.entries or done.files))
