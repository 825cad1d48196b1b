"""The command `l10n draft`."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from l10n.cli.clusters import ClusterAddress, ProjectAt, cluster_of
from l10n.cli.exits import Exit
from l10n.cli.shared import (
    Articles,
    Jobs,
    Json,
    Locales,
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.errors import L10nError
    from l10n.stages.draft import Drafted
    from l10n.stages.workset import Workset

__all__ = ["NAME", "command", "explain", "summary"]

NAME = "draft"


def _number(value: float | None) -> float | None:
    if value is not None and math.isnan(value):
        raise UsageError("`--max-cost` is not a number", remedy="Write a number such as 5 or 0.50.")
    return value


MaxCost = Annotated[
    float | None,
    typer.Option(
        "--max-cost",
        min=0,
        metavar="N",
        help="Stop before questions cost more than this, by the prices configured.",
        callback=_number,
    ),
]
_SHOWN = 5
"""Refused drafts that are listed one by one."""


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    as_json: Json = False,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Show what each online engine would be asked and cost; ask nothing.")
    ] = False,
    max_cost: MaxCost = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask again what engines have answered in earlier runs.")
    ] = False,
    jobs: Jobs = None,
    cluster: ClusterAddress = "",
    project_at: ProjectAt = "",
) -> None:
    """Draft missing segments by machine, with the engines that pyproject.toml names, in their order.

    A draft is marked `fuzzy` and carries its origin until a person reviews it; a reviewed or half-edited text is never
    touched. Exits 3 if segments stay without a draft.
    """
    from l10n.stages.draft_afar import draft  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.sharing import pool  # noqa: PLC0415

    work = open_work(context, locales, articles)
    if estimate:
        _estimate(work, as_json=as_json)
    with pool(work, jobs, rules=True, cluster=cluster_of(context, cluster, project_at)) as executor:
        done = draft(
            work,
            today=today(),
            tell=lambda text: progress(context, text),
            refresh=refresh,
            most=max_cost,
            executor=executor,
        )
    explain(done)
    result(_json(done, unmet(work, done.failures)) if as_json else summary(done))
    if done.left and not done.failures:
        raise typer.Exit(Exit.ENVIRONMENT)
    finish(done.failures)


def _estimate(work: Workset, *, as_json: bool) -> NoReturn:
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages.estimate import estimate  # noqa: PLC0415

    notices: list[str] = []
    failures: list[L10nError] = []
    rows = estimate(work, notices=notices, failures=failures)
    for text in notices:
        notice(text)
    if as_json:
        result(dump({"estimate": [asdict(row) for row in rows]}, unmet(work, failures)))
    else:
        for row in rows:
            cost = f"{row.cost:,.2f}" if work.project.price(row.engine) else "no `price` configured"
            result(
                f"{row.locale}: {row.engine}: {count(row.segments, 'segment')}, {row.characters:,} characters, {cost}\n"
            )
        if not rows:
            result("no online engine would be asked\n")
    finish(failures)


def _json(done: Drafted, errors: Iterable[L10nError]) -> str:
    from l10n.report.json import dump  # noqa: PLC0415

    left = [{"article": x.article, "locale": x.locale, "msgid": x.key.text, "reasons": x.reasons} for x in done.left]
    drafted = {locale: dict(sorted(engines.items())) for locale, engines in done.engines.items()}
    finished = [
        {
            "article": x.article,
            "locale": x.locale,
            "msgid": x.key.text,
            "changes": [asdict(change) for change in x.changes],
            "unturned": x.unturned,
        }
        for x in done.finished
    ]
    unusable = [
        {"locale": x.locale, "engine": x.engine, "message": x.error.message, "remedy": x.error.remedy}
        for x in done.unusable
    ]
    fields = {
        "drafted": drafted,
        "left": left,
        "changed": done.changed,
        "finished": finished,
        "cost": round(done.cost, 6),
    }
    return dump(fields | {"unusable": unusable, "advice": [asdict(x) for x in done.advice]}, errors)


def summary(done: Drafted) -> str:
    """Return what was drafted in each locale: how many segments by which engine, and what was mended in them."""
    lines = []
    for locale, engines in done.engines.items():
        parts = ", ".join(f"{count} by {name}" for name, count in sorted(engines.items()))
        lines.append(f"{locale}: {count(sum(engines.values()), 'segment')} drafted ({parts})\n")
        fixes = Counter(change.fix for x in done.finished if x.locale == locale for change in x.changes)
        if fixes:
            many = count(sum(bool(x.changes) for x in done.finished if x.locale == locale), "draft")
            named = ", ".join(f"{often} {name}" for name, often in sorted(fixes.items()))
            lines.append(f"{locale}: {many} finished ({named}); `l10n draft --json` lists each fix\n")
    if done.cost:
        lines.append(f"asked for {done.cost:,.2f}, by the prices in pyproject.toml\n")
    return "".join(lines) or "nothing was drafted\n"


def explain(done: Drafted) -> None:
    """Print what was left and why to standard error."""
    for text in done.notices:
        notice(text)
    unturned = [one for one in done.finished if one.unturned]
    for one in unturned[:_SHOWN]:
        ends = ", ".join(one.unturned)
        notice(f"{one.locale}: {one.article}: “{one.key.text[:60]}”: the register of {ends} is for a reader to turn")
    if len(unturned) > _SHOWN:
        notice(f"… and {len(unturned) - _SHOWN} more drafts with such ends; `l10n draft --json` lists them all")
    refused = [left for left in done.left if left.reasons]
    for left in refused[:_SHOWN]:
        notice(f"{left.locale}: {left.article}: “{left.key.text[:60]}”: {'; '.join(left.reasons)}")
    if len(refused) > _SHOWN:
        notice(f"… and {len(refused) - _SHOWN} more refused drafts; `l10n draft --json` lists them all")
