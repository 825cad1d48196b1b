"""The command `l10n help`."""

from __future__ import annotations

import difflib
from typing import Annotated, Any

import typer

from l10n.cli.shared import result
from l10n.errors import UsageError

__all__ = ["NAME", "command"]

NAME = "help"


def _commands(ctx: typer.Context, incomplete: str) -> list[str]:
    root: Any = ctx.find_root().command
    return [name for name in root.commands if name.startswith(incomplete)]


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COMMAND", help="Such as `coverage`, or `tm search`.", show_default=False, autocompletion=_commands
        ),
    ] = None,
) -> None:
    """Explain a command: the same as its --help."""
    inner: Any = context.find_root()
    for name in names or ():
        known = getattr(inner.command, "commands", {})
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise UsageError(
                f"there is no command `{name}`",
                remedy=f"Did you mean `{near[0]}`?" if near else "See `l10n help`.",
            )
        inner = type(inner)(known[name], info_name=name, parent=inner)
    result(inner.get_help())
