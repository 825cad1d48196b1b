"""Owns the server as a process: where it listens, and running it until Ctrl-C."""

from __future__ import annotations

import os
import secrets
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import uvicorn

from l10n.errors import UsageError
from l10n.review.app import Reviewing, application
from l10n.review.guard import Door, is_loopback
from l10n.review.pages import project_id
from l10n.review.works import Works

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

__all__ = ["Listening", "address", "listen", "serve"]

_FIRST, _MANY = 20_000, 12_000
"""The ports that a project may have by default: below those that systems give to connections (Linux: from 32,768)."""
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Listening:
    """A socket that waits for a browser, and what that has to say."""

    place: socket.socket
    door: Door


def listen(root: Path, host: str, port: int | None, *, remote: bool = False) -> Listening:
    """Listen at a port: the one that is asked for, else the project's own or the next that is free.

    Raises `UsageError` where it is taken, and for a host that others reach unless that is meant.
    """
    if not remote and not is_loopback(host):
        raise UsageError(
            f"others in the network would reach `{host}`, and read and change the translations with the address alone",
            remedy="Leave --host out, or add --allow-remote if that is meant.",
        )
    wanted = _FIRST + int(project_id(root), 16) % _MANY
    ports = [port] if port is not None else range(wanted, wanted + _TRIES)
    trouble: OSError | None = None
    for one in ports:
        try:
            place = _bound(host, one)
        except OSError as err:
            trouble = err
            continue
        return Listening(place, Door(secrets.token_urlsafe(32), place.getsockname()[1], host))
    raise UsageError(
        f"nothing can listen at {host}:{ports[0]}: {trouble.strerror if trouble else ''}",
        remedy="Name another port with --port.",
    ) from trouble


def address(door: Door, article: str = "", locale: str = "") -> str:
    """Return what a browser is to open, with the token of this run."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(door.host, door.host)  # noqa: S104  all addresses are no address
    host = f"[{here}]" if ":" in here else here
    path = f"review/{quote(locale)}/{quote(article)}" if article else ""
    return f"http://{host}:{door.port}/{path}?token={door.token}"


def serve(here: Listening, root: Path, locales: Sequence[str], by: str, today: Callable[[], date]) -> None:
    """Answer until Ctrl-C, which is raised as `KeyboardInterrupt`."""
    app = application(Reviewing(Works(root, locales), by, today), here.door)
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[here.place])


def _bound(host: str, port: int) -> socket.socket:
    place = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if os.name == "posix":
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        place.listen(128)
    except BaseException:
        place.close()
        raise
    return place
