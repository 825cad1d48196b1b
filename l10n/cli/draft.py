"""The command `l10n draft`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from l10n.cli.exits import Exit
from l10n.cli.shared import Articles, Json, Locales, count, finish, notice, open_work, progress, result

if TYPE_CHECKING:
    from l10n.stages.draft import Drafted

__all__ = ["NAME", "command", "explain", "summary"]

NAME = "draft"

_SHOWN = 5
"""Refused drafts that are listed one by one."""


def command(context: typer.Context, articles: Articles = None, locales: Locales = None, as_json: Json = False) -> None:
    """Draft missing segments by machine, with the engines that pyproject.toml names, in their order.

    A draft is marked `fuzzy` and carries its origin until a person reviews it; a reviewed or half-edited text is never
    touched. Exits 3 if segments stay without a draft.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.draft import draft  # noqa: PLC0415

    work = open_work(context, locales, articles)
    done = draft(work, today=datetime.now(UTC).astimezone().date(), tell=lambda text: progress(context, text))
    explain(done)
    if as_json:
        left = [
            {"article": x.article, "locale": x.locale, "msgid": x.key.text, "reasons": x.reasons} for x in done.left
        ]
        drafted = {locale: dict(sorted(engines.items())) for locale, engines in done.engines.items()}
        result(dump({"drafted": drafted, "left": left, "changed": done.changed}))
    else:
        result(summary(done))
    if done.left and not done.failures:
        raise typer.Exit(Exit.ENVIRONMENT)
    finish(done.failures)


def summary(done: Drafted) -> str:
    """Return a line a locale: how many segments each engine drafted."""
    lines = []
    for locale, engines in done.engines.items():
        parts = ", ".join(f"{count} by {name}" for name, count in sorted(engines.items()))
        lines.append(f"{locale}: {count(sum(engines.values()), 'segment')} drafted ({parts})\n")
    return "".join(lines) or "nothing was drafted\n"


def explain(done: Drafted) -> None:
    """Print what was left and why to standard error."""
    for text in done.notices:
        notice(text)
    refused = [left for left in done.left if left.reasons]
    for left in refused[:_SHOWN]:
        notice(f"{left.locale}: {left.article}: “{left.key.text[:60]}”: {'; '.join(left.reasons)}")
    if len(refused) > _SHOWN:
        notice(f"… and {len(refused) - _SHOWN} more refused drafts; `l10n draft --json` lists them all")
