"""The command `l10n push`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import Articles, Json, Locales, closing, finish, open_work, result, unmet

if TYPE_CHECKING:
    from l10n.model import Pushed

__all__ = ["NAME", "command"]

NAME = "push"


def command(
    context: typer.Context,
    system: Annotated[str, typer.Argument(metavar="SYSTEM", help="What keeps the articles there: `wordpress`.")],
    articles: Articles = None,
    locales: Locales = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing; tell what would be done with each article.")
    ] = False,
    publish: Annotated[
        bool, typer.Option("--publish", help="Publish drafts there, new ones as well; without it they stay drafts.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace what people changed there in the articles that are named.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Send what `l10n build` publishes to a site that keeps articles as posts: new ones as drafts, again what changed.

    A post that a person has changed there is told and left, and whether it is public is left as well. The project names
    the site; user and password are yours, and go there only if you say so.
    """
    from l10n.model import Wish  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages.push import push  # noqa: PLC0415

    work = open_work(context, locales, articles)
    wish = Wish(publish=publish, overwrite=overwrite, dry=dry_run)
    done = push(work, system, wish, (lambda _: None) if as_json else _tell)
    if as_json:
        result(dump({"articles": [asdict(row) for row in done.rows]}, unmet(work, done.failures)))
    else:
        many = Counter(str(row.verdict) for row in done.rows)
        told = ", ".join(f"{number} {verdict}" for verdict, number in many.items()) or "nothing to send"
        closing(context, f"{told}{' (nothing was sent)' if dry_run else ''}")
    finish(done.failures)


def _tell(row: Pushed) -> None:
    result(": ".join(filter(None, (f"{row.locale}/{row.article}", str(row.verdict), row.link, row.why))))
