"""The command `l10n check`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from l10n.cli.exits import has_errors
from l10n.cli.shared import Articles, Json, Locales, finish, notice, open_work, result

__all__ = ["NAME", "command"]

NAME = "check"


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    output_format: Annotated[
        _Format, typer.Option("--output-format", metavar="text|json", help="How to print the findings.")
    ] = _Format.TEXT,
    as_json: Json = False,
) -> None:
    """Look for mistakes in translations: lost markup, changed numbers, untranslated text, stray white space.

    Exits 1 if a finding is an error. What is missing, drafted or stale is shown by `l10n coverage` instead.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.check import check  # noqa: PLC0415

    done = check(open_work(context, locales, articles))
    result(report.load("json" if as_json else output_format.value).findings(done.findings))
    if not done.findings:
        notice("no findings")
    finish(done.failures, findings=has_errors(done.findings))
