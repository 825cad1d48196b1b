"""The command `l10n export`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.shared import Articles, Locales, closing, count, finish, notice, open_work, result

__all__ = ["NAME", "command"]

NAME = "export"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="`ninjs`: the JSON of news agencies, an item an article. `xliff` (2.1) and `xliff-1.2`: what is to be "
            "translated, a file an article, for translators' tools; `l10n import` brings it back.",
        ),
    ] = "ninjs",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write files into this folder of the project; without it, all is printed.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Give articles to other programs: what `l10n build` publishes, by the same policy, or what is to be translated.

    Of what is published, a held article is left out, drafts say that they are, and nothing is made up that an article
    does not state.
    """
    from l10n.stages.export import export  # noqa: PLC0415  see `cli.shared.open_work`

    work = open_work(context, locales, articles)
    done = export(work, form, output)
    for one in done.held:
        notice(f"{one.locale}/{one.article}: held: {one.held}")
    for text in done.changed if output else (one.text for one in done.items):
        result(text)
    closing(context, f"{count(len(done.items), 'localized article')} exported, {len(done.held)} held")
    finish(done.failures)
