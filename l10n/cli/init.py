"""The command `l10n init`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli import complete
from l10n.cli.shared import closing, notice, result, settings

__all__ = ["NAME", "command"]

NAME = "init"


def command(
    context: typer.Context,
    locales: Annotated[
        list[str],
        typer.Option(
            "--locale",
            "-l",
            metavar="LOCALE",
            help="A language to translate into (`ko`); may be repeated.",
            autocompletion=complete.known_locales,
        ),
    ],
    online: Annotated[
        bool,
        typer.Option(
            "--online/--offline",
            help="Add google, which sends the text of each segment to translate.google.com. Without it nothing leaves "
            "this machine.",
        ),
    ] = False,
) -> None:
    """Make this folder a project: write [tool.l10n] into pyproject.toml and make articles/ and locales/."""
    from l10n.locales import tag  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.init import init  # noqa: PLC0415

    done = init(settings(context).folder, locales, online=online)
    for path in done.created:
        result(path)
    closing(context, f"Drafts will come from: {', '.join(done.engines)} (the first that has one).")
    if online:
        told = "google sends the text of each segment to translate.google.com"
        notice(f"{told}; without `--online` nothing leaves this machine.")
    added = "".join(f" -l {tag(name)}" for name in done.locales)
    closing(context, f"For private drafts, run once: `l10n engine add firefox{added}`. It fetches what Firefox uses.")
    closing(context, "Next: put an English article (.md, .mdx, .html, .txt) into articles/ and run `l10n run`.")
