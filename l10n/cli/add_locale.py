"""The command `l10n add-locale`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli import complete
from l10n.cli.shared import closing, notice, open_project, result

__all__ = ["NAME", "command"]

NAME = "add-locale"


def command(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="LOCALE", help="A language to translate into (`fr`).", autocompletion=complete.known_locales
        ),
    ],
) -> None:
    """Translate into more languages: write them into `locales` of pyproject.toml and leave the rest of it alone."""
    from l10n.stages.add_locale import add_locale  # noqa: PLC0415  see `cli.shared.open_work`

    added = add_locale(open_project(context), names)
    for path in added.changed:
        result(path)
    for name in added.known:
        notice(f"{name} is a locale of this project already")
    if added.locales:
        chosen = " ".join(f"-l {name}" for name in added.locales)
        closing(context, f"Next: `l10n run {chosen}`.")
