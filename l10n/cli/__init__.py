"""The command line: one module a command, and the border where a refusal becomes a message and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from pathlib import Path

from l10n.cli.app import app
from l10n.cli.exits import Exit
from l10n.cli.refusals import told
from l10n.errors import L10nError, UsageError
from l10n.interruption import MESSAGE

__all__ = ["app", "main"]


def main() -> None:
    """Run the program: exit 0, 1 (findings or threshold), 2 (usage), 3 (environment or bug), 130 (interrupted)."""
    _prepare_streams()
    try:
        app(prog_name="l10n")
    except SystemExit as err:
        if err.code == Exit.INTERRUPTED:
            sys.stderr.write(f"{MESSAGE}\n")
        raise
    except L10nError as err:
        sys.stdout.write(told(err, sys.argv[1:]))
        sys.stdout.flush()
        _stop(f"l10n: {err}", Exit.USAGE if isinstance(err, UsageError) else Exit.ENVIRONMENT)
    except KeyboardInterrupt:
        _stop(MESSAGE, Exit.INTERRUPTED)
    except OSError as err:
        _stop_unwritable(err)
    except Exception as err:  # noqa: BLE001  the last border: a bug becomes a message and exit code 3
        if os.environ.get("L10N_DEBUG"):
            traceback.print_exc()
        _stop(
            f"l10n: a bug in l10n: {type(err).__name__}: {err}. "
            "Set L10N_DEBUG=1, run the command again and report what it prints.",
            Exit.ENVIRONMENT,
        )


def _prepare_streams() -> None:
    """See to it that any text can be printed: UTF-8 for programs, escapes on a terminal that lacks letters."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _stop_unwritable(err: OSError) -> None:
    """Leave when standard output is closed or full; what is still in its buffer has no place to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if not isinstance(err, BrokenPipeError):
        sys.stderr.write(f"l10n: {err.filename or 'standard output'}: {err.strerror}. Make room and run it again.\n")
    sys.exit(Exit.ENVIRONMENT)


def _stop(message: str, code: Exit) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(code)
