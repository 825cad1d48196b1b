"""The command `l10n review`."""

from __future__ import annotations

import sys
import threading
from typing import Annotated

import typer

from l10n.cli.shared import Articles, Locales, closing, notice, open_work, result, today
from l10n.errors import UsageError

__all__ = ["NAME", "command"]

NAME = "review"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="N", min=1, max=65535, help="Listen here; by default each project has its own."),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address only.")] = False,
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who reviews; by default who you are to git.")
    ] = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Listen at this address.")] = "127.0.0.1",
    remote: Annotated[
        bool, typer.Option("--allow-remote", help="Let others in the network in who have the address.")
    ] = False,
) -> None:
    """Review articles in the browser: a whole article, English beside its translation, without leaving the keyboard.

    A server on this machine shows the articles, and writes what you decide into the PO files. It runs until Ctrl-C.
    """
    from l10n import history, reviews  # noqa: PLC0415  see `cli.shared.open_work`

    try:
        from l10n.review import serving  # noqa: PLC0415
    except ModuleNotFoundError as err:
        if err.name and err.name.startswith("l10n"):
            raise
        raise UsageError(
            f"reviewing in a browser needs `{err.name}`, which is not installed",
            remedy="Run `pip install 'article-l10n[review]'`.",
        ) from err
    work = open_work(context, locales, articles)
    root = work.project.root
    by = reviews.named(history.user_name(root) if name is None else name)
    here = serving.listen(root, host, port, remote=remote)
    first = (work.articles[0], work.locales[0]) if articles and work.articles else ()
    address = serving.address(here.door, *first)
    result(address)
    sys.stdout.flush()
    closing(context, f"reviewing as {by}" if by else "who reviews is not known; --as says it")
    if remote:
        notice("whoever has this address can read and change the translations, and nothing on the way is encrypted")
    closing(context, "Ctrl-C ends it")
    if not no_browser:
        _open(address)
    serving.serve(here, root, locales or (), by, today)


def _open(address: str) -> None:
    """Open a browser, some of which return when they are closed; where there is none, the address has been printed."""
    import webbrowser  # noqa: PLC0415  few commands open one

    threading.Thread(target=webbrowser.open_new_tab, args=(address,), daemon=True).start()
