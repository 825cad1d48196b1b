"""Owns a PostgreSQL server of the tests: Debian's, in a folder of its own, on a free port of 127.0.0.1."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from l10n.postgres.schema import migrate

__all__ = ["PostgresServer", "programs"]

_BINARIES = Path("/usr/lib/postgresql")
_START = 60.0
"""Seconds that a server may take to start."""
OWNER = "owner"
TEMPLATE = "migrated"


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, of its newest version; None where there is none."""
    found = [folder for folder in _BINARIES.glob("*/bin") if (folder / "initdb").exists()]
    return max(found, key=lambda folder: float(folder.parent.name), default=None)


def _user() -> dict[str, Any]:
    """Return as whom the server runs: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name for user in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class PostgresServer:
    """A server and its databases; ended by its own number."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self._folder = Path(tempfile.mkdtemp(prefix="l10n-postgres-"))
        self._user = _user()
        if self._user:
            os.chown(self._folder, pwd.getpwnam(self._user["user"]).pw_uid, self._user["group"])
        self.port = _free_port()
        self._names = count(1)
        self.process: subprocess.Popen[bytes] | None = None
        self._run(
            "initdb",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
            "--auth=trust",
            f"--username={OWNER}",
            str(self._data),
        )
        self.start()
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self.url(TEMPLATE))

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self.binaries / program, *arguments], check=True, capture_output=True, cwd=self._folder, **self._user
        )

    def start(self) -> None:
        """Start it, and wait until it answers; after a kill, once those who served for it are gone."""
        end = time.monotonic() + _START
        while True:
            with (self._folder / "log").open("ab") as log:
                self.process = subprocess.Popen(
                    [
                        self.binaries / "postgres",
                        "-D",
                        self._data,
                        *("-c", f"port={self.port}", "-c", "listen_addresses=127.0.0.1"),
                        *("-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=60"),
                    ],
                    stdout=log,
                    stderr=log,
                    cwd=self._folder,
                    **self._user,
                )
            while self.process.poll() is None:
                try:
                    self.connect("postgres").close()
                except psycopg.OperationalError:
                    assert time.monotonic() < end, (self._folder / "log").read_text()
                    time.sleep(0.05)
                else:
                    return
            assert time.monotonic() < end, (self._folder / "log").read_text()
            time.sleep(0.1)

    def stop(self) -> None:
        """End it in order, with the sessions that are open."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it as a machine without power ends."""
        self._end(signal.SIGKILL)

    def _end(self, number: int) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait()

    def close(self) -> None:
        """End it and take its folder away."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str, user: str = OWNER) -> str:
        """Return the address of a database."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str) -> psycopg.Connection[Any]:
        """Open a connection to a database, as the owner."""
        return psycopg.connect(self.url(database), autocommit=True, connect_timeout=5)

    def database(self, *, migrated: bool = True) -> str:
        """Make a database and return its name."""
        name = f"trial_{os.getpid()}_{next(self._names)}"
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE if migrated else 'template0'}")
        return name
