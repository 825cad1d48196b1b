"""Owns what Ctrl-C does: the program ends with 130 and no traceback, whatever it was about to do.

Python raises `KeyboardInterrupt` wherever it happens to be: while a module is imported, which some libraries take for a
fault of their own; while an object is cleared away, where it is printed and forgotten; or when the program is ending.
Leaving at once loses nothing, for what is on the disk is whole at every instant; but where commands are at work, they
first clear away what they have begun.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

__all__ = ["CODE", "MESSAGE", "at_once", "guarded"]

CODE = 130
MESSAGE = "l10n: interrupted; what was written stays valid, run the command again to go on"

_seen: list[int] = []
"""The interruptions that a command was told of; at the second one there is no waiting for it."""


def at_once() -> None:
    """Leave at the next interruption, wherever it finds the program."""
    _when_interrupted(_leave)


def guarded(command: Callable[[], None]) -> None:
    """Run a command that is told of the first interruption; whatever becomes of that, the program ends with 130."""
    _seen.clear()
    sys.unraisablehook = _told_in_passing
    told = False
    try:
        _when_interrupted(_tell)
        command()
    except BaseException as err:
        if not _seen:
            raise
        told = isinstance(err, SystemExit) and err.code == CODE
    finally:
        at_once()
        with contextlib.suppress(OSError, ValueError):  # told when Python tries it again
            sys.stdout.flush()
        if not _seen:
            # What is left is Python's own, which gives the signal back to the system and with it another exit code.
            _when_interrupted(signal.SIG_IGN)
    if _seen:
        if not told:
            sys.stderr.write(f"{MESSAGE}\n")
        # Python would end itself by the signal where it came in a text that was evaluated, as typer does annotations.
        os._exit(CODE)


def _when_interrupted(do: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Say what is done from now on, unless Ctrl-C is ignored, as it is in what a script starts beside itself."""
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, do)


def _tell(number: int, frame: FrameType | None) -> None:
    if _seen or _importing(frame):
        _leave(number, frame)
    _seen.append(number)
    raise KeyboardInterrupt


def _importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _leave(_: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signature of a handler
    os.write(2, f"{MESSAGE}\n".encode())
    os._exit(CODE)


def _told_in_passing(found: sys.UnraisableHookArgs) -> None:
    """Leave where an interruption came at a moment at which nothing can be raised."""
    if isinstance(found.exc_value, KeyboardInterrupt):
        _leave(signal.SIGINT, None)
    sys.__unraisablehook__(found)
