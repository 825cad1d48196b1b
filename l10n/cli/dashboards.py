"""Owns the option `--html` of `l10n coverage`: a page for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import notice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import DraftRisk
    from l10n.stages.workset import Workset

__all__ = ["Html", "page_at", "write_page"]

Html = Annotated[
    str | None,
    typer.Option(
        "--html",
        metavar="FILE",
        help="Write a page for a browser into this file of the project; with --risk it has that, too.",
    ),
]


def page_at(work: Workset, name: str | None) -> str:
    """Return where the page goes, empty for nowhere; raises `UsageError` where it may not."""
    if name is None:
        return ""
    from l10n.stages.dashboard import ready  # noqa: PLC0415  see `cli.shared.open_work`

    return ready(work.project, name)


def write_page(
    work: Workset, name: str, risks: Iterable[DraftRisk], executor: Executor | None = None
) -> tuple[L10nError, ...]:
    """Write the page, tell where it is, and return what could not be read; does nothing without a name."""
    if not name:
        return ()
    from l10n.stages.dashboard import write_dashboard  # noqa: PLC0415  see `cli.shared.open_work`

    notices: list[str] = []
    failures = write_dashboard(work, name, risks, notices=notices, executor=executor)
    for text in notices:
        notice(text)
    return failures
