"""The commands `l10n glossary check` and `l10n glossary candidates`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.command import Command, Group
from l10n.cli.exits import has_errors
from l10n.cli.shared import Articles, Json, Locales, closing, finish, notice, open_work, result, unmet
from l10n.model import Inspection

if TYPE_CHECKING:
    from l10n.errors import L10nError

__all__ = ["NAME", "app"]

NAME = "glossary"

app = typer.Typer(
    cls=Group,
    help="Keep the house's terms: locales/<locale>/glossary.tsv.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_SHOWN = 3
"""Articles named for one candidate."""


@app.command("check", cls=Command)
def check(context: typer.Context, articles: Articles = None, locales: Locales = None, as_json: Json = False) -> None:
    """Look for forbidden words and missing terms in translations.

    A forbidden word in a reviewed text is an error, and the command exits with 1; a missing term is a warning. In
    drafts both are told one level lower.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages import glossary  # noqa: PLC0415

    work = open_work(context, locales, articles)
    done = glossary.check(work)
    found = Inspection(tuple(done.findings), errors=tuple(unmet(work, done.failures)))
    result(report.listing("json" if as_json else "text").inspection(found))
    if not any(done.terms.values()) and not done.failures:
        notice("no glossary has a term; write locales/<locale>/glossary.tsv")
    elif not done.findings and not done.failures:
        closing(context, "no findings")
    finish(done.failures, findings=has_errors(done.findings))


@app.command("candidates", cls=Command)
def candidates(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    least: Annotated[int, typer.Option("--least", metavar="N", min=1, help="Only names used this often.")] = 2,
    as_json: Json = False,
) -> None:
    """List the names and acronyms of the articles that the glossaries do not have, the most used first."""
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages import glossary  # noqa: PLC0415

    failures: list[L10nError] = []
    work = open_work(context, locales, articles)
    found = glossary.candidates(work, failures, least=least)
    if as_json:
        result(dump({"candidates": [asdict(candidate) for candidate in found]}, unmet(work, failures)))
    else:
        for candidate in found:
            more = len(candidate.articles) - _SHOWN
            where = ", ".join(candidate.articles[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
            result(f"{candidate.uses:>4}  {candidate.name}  [{' '.join(candidate.missing)}]  {where}")
        if not found and not failures:
            closing(context, "every recurring name has a term")
    finish(failures)
