"""The command `l10n coverage`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli import complete
from l10n.cli.dashboards import Html, page_at, write_page
from l10n.cli.shared import Articles, Jobs, Json, Locales, columns, finish, notice, open_work, result, unmet
from l10n.errors import UsageError
from l10n.model import By, Overview
from l10n.report.chosen import Shape, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import Coverage, DraftRisk
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
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="|".join(By),
            help="Sum up by this. What engines and reviewers did is asked of git.",
            show_default=False,
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="REV..REV",
            help="With --by reviewer or engine: what was reviewed between two revisions, in `2026-05`, or by `months`.",
        ),
    ] = None,
    output_format: Annotated[
        Shape, typer.Option("--output-format", metavar="|".join(Shape), help="How to print it.")
    ] = Shape.TEXT,
    as_json: Json = False,
    badges: Annotated[
        list[str] | None,
        typer.Option(
            "--badge",
            metavar="FILE",
            help="Write a badge into this file of the project, `.svg`, or `.json` for shields; may be repeated.",
        ),
    ] = None,
    html: Html = None,
    jobs: Jobs = None,
) -> None:
    """Show what is reviewed, drafted, stale and missing, by article and locale.

    The percentage is reviewed words of all words of the English source. Sums and --fail-under are of all articles that
    are named or changed --since, whatever is listed of them.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report.chosen import chosen, ordered  # noqa: PLC0415
    from l10n.report.risks import listed as drafts  # noqa: PLC0415
    from l10n.stages.coverage import by_section, coverage, write_badge  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415
    from l10n.stages.workset import changed_since  # noqa: PLC0415

    if as_json and output_format not in {Shape.TEXT, Shape.JSON}:
        raise UsageError(
            f"`--json` and `--output-format {output_format}` exclude each other", remedy="Use one of them."
        )
    shape = Shape.JSON if as_json else output_format
    listing = bool(only) or sort is not Sort.ARTICLE
    _meant(shape, by, segments=segments, risk=risk, listing=listing)
    if everything and by not in {None, By.ARTICLE}:
        raise UsageError(f"`--all` lists articles, and `--by {by}` sums them up", remedy="Leave out one of them.")
    chosen((), only or ())
    _check_badges(badges or ())
    work = open_work(context, locales, articles, repeated=since is None and not badges and html is None)
    page = page_at(work, html)
    if since is not None:
        work = changed_since(work, since)
        if not work.articles:
            notice(f"no article has changed since {since}")
    with pool(work, jobs, rules=risk) as executor:
        done = coverage(work, segments=segments, by=by or By.ARTICLE, period=period, executor=executor)
        risks, unseen = _risks(work, executor) if risk else (None, ())
        untold = write_page(work, page, risks or (), executor)
    failures = tuple({str(failure): failure for failure in (*done.failures, *unseen, *untold)}.values())
    shown = tuple(ordered(chosen(done.rows, only or ()), sort)) if listing or everything or by is By.ARTICLE else None
    if by is By.SECTION:
        shown = by_section(work, done.rows)
    if risks is not None and shape is Shape.TEXT:
        result(drafts(risks, everything=everything))
    else:
        scores = {(one.article, one.locale, one.key): round(one.score, 2) for one in risks or ()}
        told = tuple(replace(one, risk=scores.get((one.article, one.locale, one.key))) for one in done.segments)
        result(
            report.overview(shape).coverage(
                Overview(
                    done.rows,
                    tuple(unmet(work, failures)) if shape is Shape.JSON else done.failures,
                    shown,
                    by or By.ARTICLE,
                    done.shares,
                    told if segments else None,
                    risks,
                    columns(),
                )
            )
        )
    for text in done.notices:
        notice(text)
    for name in badges or ():
        write_badge(work, name, done.rows)
    low = fail_under is not None and _is_low(done.rows, fail_under)
    finish(failures, findings=low, repeated=None if done.from_history else context)


def _is_low(rows: Iterable[Coverage], least: float) -> bool:
    """Tell whether a locale, or all, is less reviewed than it should be, and say so."""
    from l10n.report.totals import totals  # noqa: PLC0415  see `cli.shared.open_work`

    found = totals(rows)
    low = {locale: row.percent for locale, row in found.items() if row.percent < least}
    for locale, percent in low.items():
        notice(f"{locale}: {percent:.1f} % reviewed, under {least:g} %")
    if least and not found:
        notice(f"no article is counted, so nothing is {least:g} % reviewed")
    return bool(low) or bool(least and not found)


def _check_badges(names: Iterable[str]) -> None:
    from l10n.report.badge import ENDINGS  # noqa: PLC0415  see `cli.shared.open_work`

    for name in names:
        if not name.endswith(ENDINGS):
            raise UsageError(
                f"`--badge {name}` is neither a picture nor JSON",
                remedy="End the name in `.svg`, or in `.json` for a service that draws badges.",
            )


def _meant(shape: Shape, by: By | None, *, segments: bool, risk: bool, listing: bool) -> None:
    """Refuse options that mean nothing together."""
    if segments and shape is not Shape.JSON:
        raise UsageError("`--segments` is for programs", remedy="Say `--json` with it.")
    if risk and shape in {Shape.CSV, Shape.MARKDOWN}:
        raise UsageError(f"the drafts of `--risk` are not told as {shape}", remedy="Say `--json`, or `text`.")
    if risk and shape is not Shape.JSON and (listing or by):
        raise UsageError("`--risk` lists drafts and no articles", remedy="Leave out `--by`, `--only` and `--sort`.")
    if listing and by not in {None, By.ARTICLE}:
        raise UsageError(f"`--only` and `--sort` list articles, not each {by}", remedy="Leave them out, or `--by`.")


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
