"""The command `l10n run`."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli import build, draft
from l10n.cli.clusters import ClusterAddress, ProjectAt, cluster_of
from l10n.cli.exits import has_errors
from l10n.cli.shared import (
    Articles,
    Jobs,
    Json,
    Locales,
    closing,
    columns,
    count,
    finish,
    notice,
    open_work,
    progress,
    result,
    today,
    unmet,
)
from l10n.errors import UsageError
from l10n.model import Overview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.cli.watching import Round
    from l10n.stages.run import Ran

__all__ = ["NAME", "command"]

NAME = "run"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Do it again whenever articles, PO files, glossaries or settings change."),
    ] = False,
    as_json: Json = False,
    max_cost: draft.MaxCost = None,
    jobs: Jobs = None,
    cluster: ClusterAddress = "",
    project_at: ProjectAt = "",
) -> None:
    """Do it all: extract, draft, check, build, and show the coverage.

    Exits 0 on a half-translated project: what is missing is shown, and English stands in its place.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.engines import models  # noqa: PLC0415
    from l10n.report.rules import unchecked  # noqa: PLC0415
    from l10n.stages.run import run  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    if watch:
        _watched(cluster, as_json=as_json, max_cost=max_cost)
        from l10n.cli.watching import watching  # noqa: PLC0415

        watching(context, partial(_round, articles=articles, locales=locales, jobs=jobs))
    installed = models.folder()  # what is advised depends on it
    work = open_work(context, locales, articles, repeated=True, writes=True, also=[str(installed)] if installed else [])
    with pool(work, jobs, rules=True, cluster=cluster_of(context, cluster, project_at)) as executor:
        done = run(work, today=today(), tell=lambda text: progress(context, text), most=max_cost, executor=executor)
    for one in done.extracted.unmatched:
        notice(f"error: {one}")
    for text in (*done.extracted.notices, *done.built.held, *done.built.notices, *done.covered.notices):
        notice(text)
    draft.explain(done.drafted)
    shown, aside = done.telling
    if shown:
        notice(report.load("text").findings(shown).rstrip("\n"))
    if aside:
        remarks = count(aside, "remark")
        closing(context, f"{remarks} on machine drafts that nobody has read yet; `l10n check` lists them")
    if done.checked.gaps:
        notice(unchecked(done.checked.gaps))
    if not as_json:
        result(draft.summary(done.drafted))
    files = {*done.extracted.changed, *done.drafted.changed}
    closing(
        context,
        f"{build.told(done.built)}; {_pos(len(files))} written",
    )
    shape = report.load("json" if as_json else "text")
    errors = [*done.extracted.unmatched, *unmet(work, done.failures)] if as_json else done.failures
    result(shape.coverage(Overview(done.covered.rows, tuple(errors), width=columns())))
    otherwise = done.drafted.engines or done.drafted.asked or done.covered.from_history
    otherwise = otherwise or done.built.waiting or done.built.from_history
    finish(
        done.failures,
        findings=has_errors(done.findings, work.project.config.check.fail_on),
        repeated=None if otherwise else context,
    )


def _watched(cluster: str, *, as_json: bool, max_cost: float | None) -> None:
    """Refuse what makes no sense where the work is done again and again."""
    if cluster not in {"", "none"}:
        raise UsageError("`--watch` works here", remedy="Leave `--cluster` (or L10N_CLUSTER) out.")
    for option, given in {"--json": as_json, "--max-cost": max_cost is not None}.items():
        if given:
            raise UsageError(f"`{option}` and `--watch` exclude each other", remedy="Use one of them.")


def _round(context: typer.Context, *, articles: list[str] | None, locales: list[str] | None, jobs: int | None) -> Round:
    """Do it all once while it is watched: what is wrong is told, and what was done in one line."""
    from l10n.cli.watching import Round  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.run import run  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    written = 0

    def noted(text: str) -> None:
        nonlocal written
        if text == "check":  # what is written from now on is the build
            written = time.time_ns()

    work = open_work(context, locales, articles)
    with pool(work, jobs, rules=True) as executor:
        done = run(work, today=today(), tell=noted, executor=executor)
    files = tuple({*done.extracted.changed, *done.drafted.changed})
    drafted = draft.summary(done.drafted).splitlines() if done.drafted.engines else []
    failed = [count(len(done.failures), "failure")] if done.failures else []
    line = "; ".join([*drafted, build.told(done.built), f"{_pos(len(files))} written", _tally(done), *failed])
    return Round(line, tuple(_told(done)), files, written)


def _pos(number: int) -> str:
    return count(number, "PO file or template", "PO files and templates")


def _tally(done: Ran) -> str:
    shown, aside = done.telling
    return f"{count(len(shown), 'finding')}, {count(aside, 'remark')} on drafts"


def _told(done: Ran) -> Iterator[str]:
    """Yield what a person should know of a run besides its result."""
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`

    yield from (f"error: {one}" for one in done.extracted.unmatched)
    yield from (*done.extracted.notices, *done.built.held, *done.built.notices, *done.covered.notices)
    yield from done.drafted.notices
    shown, _ = done.telling
    if shown:
        yield report.load("text").findings(shown).rstrip("\n")
    yield from (f"error: {one}" for one in done.failures)
