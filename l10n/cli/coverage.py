"""The command `l10n coverage`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.shared import Articles, Json, Locales, finish, notice, open_work, result, unmet
from l10n.errors import UsageError

__all__ = ["NAME", "command"]

NAME = "coverage"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help="Exit 1 if a locale is below this."),
    ] = None,
    segments: Annotated[
        bool, typer.Option("--segments", help="With --json: tell where each segment stands, too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what is reviewed, drafted, stale and missing, by article and locale.

    The percentage is reviewed words of all words of the English source.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report import json  # noqa: PLC0415
    from l10n.report.totals import totals  # noqa: PLC0415
    from l10n.stages.coverage import coverage  # noqa: PLC0415

    if segments and not as_json:
        raise UsageError("`--segments` is for programs", remedy="Say `--json` with it.")
    work = open_work(context, locales, articles)
    done = coverage(work, segments=segments)
    if as_json:
        result(json.coverage(done.rows, unmet(work, done.failures), segments=done.segments if segments else None))
    else:
        result(report.load("text").coverage(done.rows, done.failures))
    low = {locale: row.percent for locale, row in totals(done.rows).items() if fail_under and row.percent < fail_under}
    for locale, percent in low.items():
        notice(f"{locale}: {percent:.1f} % reviewed, under {fail_under:g} %")
    if fail_under and not done.rows:
        notice(f"no article is counted, so nothing is {fail_under:g} % reviewed")
    finish(done.failures, findings=bool(low) or bool(fail_under and not done.rows))
