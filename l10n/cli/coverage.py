"""The command `l10n coverage`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli import complete
from l10n.cli.shared import Articles, Jobs, Json, Locales, columns, finish, notice, open_work, result, unmet
from l10n.errors import UsageError
from l10n.report.chosen import Sort

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import DraftRisk
    from l10n.stages.workset import Workset

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
    risk: Annotated[
        bool, typer.Option("--risk", help="List the drafts that nobody has read, the likeliest to be wrong first.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="WHAT",
            help="List only what is `stale`, `missing`, `draft`, `urgent` or `under=80` per cent; may be repeated.",
            autocompletion=complete.only,
        ),
    ] = None,
    sort: Annotated[
        Sort, typer.Option("--sort", metavar="|".join(Sort), help="List in this order, the most to do first.")
    ] = Sort.ARTICLE,
    everything: Annotated[
        bool,
        typer.Option("--all", help="List every article or draft, however many; else more than 20 rows are summed up."),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Only articles that changed since this commit, branch or tag."),
    ] = None,
    as_json: Json = False,
    jobs: Jobs = None,
) -> None:
    """Show what is reviewed, drafted, stale and missing, by article and locale.

    The percentage is reviewed words of all words of the English source. Sums and --fail-under are of all articles that
    are named or changed --since, whatever is listed of them.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report import json  # noqa: PLC0415
    from l10n.report.chosen import chosen, ordered  # noqa: PLC0415
    from l10n.report.risks import listed as drafts  # noqa: PLC0415
    from l10n.report.totals import totals  # noqa: PLC0415
    from l10n.stages.coverage import coverage  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415
    from l10n.stages.workset import changed_since  # noqa: PLC0415

    if segments and not as_json:
        raise UsageError("`--segments` is for programs", remedy="Say `--json` with it.")
    if risk and not as_json and (only or sort is not Sort.ARTICLE):
        raise UsageError("`--risk` lists drafts and no articles", remedy="Leave out `--only` and `--sort`.")
    chosen((), only or ())
    work = open_work(context, locales, articles, repeated=since is None)
    if since is not None:
        work = changed_since(work, since)
        if not work.articles:
            notice(f"no article has changed since {since}")
    with pool(work, jobs, rules=risk) as executor:
        done = coverage(work, segments=segments, executor=executor)
        risks, unseen = _risks(work, executor) if risk else (None, ())
    failures = tuple({str(failure): failure for failure in (*done.failures, *unseen)}.values())
    listed = everything or only or sort is not Sort.ARTICLE
    shown = ordered(chosen(done.rows, only or ()), sort) if listed else None
    if as_json:
        scores = {(one.article, one.locale, one.key): round(one.score, 2) for one in risks or ()}
        told = [replace(one, risk=scores.get((one.article, one.locale, one.key))) for one in done.segments]
        result(
            json.coverage(
                done.rows, unmet(work, failures), shown=shown, segments=told if segments else None, risks=risks
            )
        )
    elif risks is not None:
        result(drafts(risks, everything=everything))
    else:
        result(report.load("text").coverage(done.rows, done.failures, shown=shown, width=columns()))
    for text in done.notices:
        notice(text)
    low = {locale: row.percent for locale, row in totals(done.rows).items() if fail_under and row.percent < fail_under}
    for locale, percent in low.items():
        notice(f"{locale}: {percent:.1f} % reviewed, under {fail_under:g} %")
    if fail_under and not done.rows:
        notice(f"no article is counted, so nothing is {fail_under:g} % reviewed")
    finish(
        failures,
        findings=bool(low) or bool(fail_under and not done.rows),
        repeated=None if done.from_history else context,
    )


def _risks(work: Workset, executor: Executor | None) -> tuple[tuple[DraftRisk, ...], tuple[L10nError, ...]]:
    """Return the drafts by their risk, and what could not be read on the way."""
    from l10n.checks.selection import CheckOptions  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.check import examine  # noqa: PLC0415
    from l10n.stages.risk import ranked  # noqa: PLC0415

    done = examine(work, CheckOptions(), executor)
    notices: list[str] = []
    risks = ranked(work, done.drafts, notices=notices)
    for text in notices:
        notice(text)
    return risks, done.failures
