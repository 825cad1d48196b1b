"""The command `l10n run`."""

from __future__ import annotations

import typer

from l10n.cli import build, draft
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

__all__ = ["NAME", "command"]

NAME = "run"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    as_json: Json = False,
    jobs: Jobs = None,
) -> None:
    """Do it all: extract, draft, check, build, and show the coverage.

    Exits 0 on a half-translated project: what is missing is shown, and English stands in its place.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report.rules import unchecked  # noqa: PLC0415
    from l10n.stages.run import run  # noqa: PLC0415
    from l10n.stages.workers import pool  # noqa: PLC0415

    work = open_work(context, locales, articles, repeated=True)
    with pool(work, jobs, rules=True) as executor:
        done = run(work, today=today(), tell=lambda text: progress(context, text), executor=executor)
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
        f"{build.told(done.built)}; {count(len(files), 'PO file or template', 'PO files and templates')} written",
    )
    shape = report.load("json" if as_json else "text")
    errors = [*done.extracted.unmatched, *unmet(work, done.failures)] if as_json else done.failures
    result(shape.coverage(done.covered.rows, errors, width=columns()))
    asked = done.drafted.engines or done.drafted.left or done.drafted.unusable or done.covered.from_history
    finish(
        done.failures,
        findings=has_errors(done.findings, work.project.config.check.fail_on),
        repeated=None if asked else context,
    )
