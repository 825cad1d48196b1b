"""Owns what commands ask and tell of a cluster: which one, where it sees the project, and how far it is."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import closing, columns, notice, settings
from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.stages.cluster import Cluster

__all__ = ["ClusterAddress", "ProjectAt", "cluster_of"]

ClusterAddress = Annotated[
    str,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        envvar="L10N_CLUSTER",
        help="Have the workers of a dask cluster do it: its scheduler, as `tcp://10.0.0.5:8786`; `none` for here.",
        show_default=False,
    ),
]
ProjectAt = Annotated[
    str,
    typer.Option(
        "--project-at",
        metavar="DIR",
        envvar="L10N_PROJECT_AT",
        help="Where the workers of the cluster see the project; by default at the same place.",
        show_default=False,
    ),
]
_NONE = "none"
"""The work is done here, whatever the user's file says."""
_EVERY = 10.0
"""Seconds after which a log is told how far it is; a terminal is told whenever it is known."""
_BAR = 30
"""Characters of a bar."""


@dataclass(slots=True)
class _Telling:
    """Tells how far the workers are: a bar on a terminal, a line now and then elsewhere, nothing where it is quiet."""

    context: typer.Context
    _last: float = field(default_factory=time.monotonic)
    _shown: bool = False

    def tell(self, text: str, *, aside: bool) -> None:
        """Tell what a person should know; what is `aside` only unless she asked for quiet."""
        self._clear()
        closing(self.context, f"  {text}") if aside else notice(text)

    def show(self, done: int, every: int, workers: int) -> None:
        """Tell how many articles are done."""
        if settings(self.context).quiet:
            return
        now = time.monotonic()
        line = f"{done:,} of {every:,} articles, {workers} {'worker' if workers == 1 else 'workers'}"
        if sys.stderr.isatty():
            if done >= every:
                self._clear()
                return
            full = _BAR * done // max(1, every)
            bar = f"  {'━' * full}{'─' * (_BAR - full)} {line}"[: max(1, columns() - 1)]
            sys.stderr.write(f"\r\x1b[2K{bar}\r")
            sys.stderr.flush()
            self._shown = True
        elif now - self._last >= _EVERY:
            self._last = now
            sys.stderr.write(f"  {line}\n")

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            self._shown = False


def cluster_of(context: typer.Context, address: str, there: str) -> Cluster | None:
    """Return the cluster that is to do the work; None where none is named.

    A project names none: what a worker is sent are pickles, and whoever it is sent by can have it do anything.
    """
    from l10n.web.userfile import user_cluster  # noqa: PLC0415  see `cli.shared.open_work`

    address = address or user_cluster()
    if address.strip().lower() in {"", _NONE}:
        return None
    from l10n.stages.cluster import Cluster  # noqa: PLC0415  see `cli.shared.open_work`

    telling = _Telling(context)
    if there and not os.path.isabs(there):  # noqa: PTH117  as it is written, for another machine
        raise UsageError("`--project-at` is no whole path", remedy="Write where workers see the project, from /.")
    return Cluster(address.strip(), there, telling.tell, telling.show)
