"""Owns the program's command table and the options before the command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.command import NO_CACHE, Program, uncached
from l10n.cli.shared import settings
from l10n.version import __version__

__all__ = ["app"]

app = typer.Typer(
    name="l10n",
    cls=Program,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 findings or a threshold, 2 usage or configuration, 3 environment, 130 interrupted.",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"l10n {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Option("--project", "-C", metavar="DIR", help="Work in this folder's project.", show_default=False)
    ] = Path(),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Results and problems only.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE, callback=uncached)] = False,  # noqa: ARG001
    version: Annotated[  # noqa: ARG001  handled by its callback, as is the one before
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Translate English articles with people in charge.

    l10n cuts the articles in articles/ into segments, drafts each one by machine, keeps source, draft and review in PO
    files under locales/ for any PO editor, and puts what people reviewed back into localized articles under build/.

    Begin with `l10n init -l ko`, put an article into articles/, and `l10n run`.
    """
    context.obj = replace(settings(context), folder=folder, quiet=quiet)
