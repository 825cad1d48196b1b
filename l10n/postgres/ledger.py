"""Owns what a run has spent, counted for all machines of it in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.postgres.schema import writable

if TYPE_CHECKING:
    from l10n.postgres.link import Connection, ServerLink

__all__ = ["SharedLedger"]

_DUST = 1e-9
"""What sums of floating-point prices may be off by."""


class SharedLedger:
    """The ledger of one run of one project (`protocols.CostLedger`).

    What a machine has set aside and not asked for when it died stays counted: a run costs less than allowed, not more.
    """

    def __init__(self, link: ServerLink, project: str, run: str) -> None:
        self._link = link
        self._project = project
        self._run = run

    def spend(self, amount: float, most: float) -> bool:
        """Set an amount aside; False where all would come to more than `most`. Raises `StorageError`."""

        def act(connection: Connection) -> bool:
            space = writable(connection, self._project)
            connection.execute(
                "INSERT INTO l10n.run (space, name, cost) VALUES (%s, %s, 0) ON CONFLICT DO NOTHING", (space, self._run)
            )
            changed = connection.execute(
                "UPDATE l10n.run SET cost = cost + %(amount)s WHERE space = %(space)s AND name = %(run)s "
                "AND (%(amount)s <= 0 OR cost + %(amount)s <= %(most)s)",
                {"amount": amount, "space": space, "run": self._run, "most": most + _DUST},
            )
            return changed.rowcount == 1

        return self._link.run(act)
