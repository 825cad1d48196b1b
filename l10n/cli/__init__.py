"""The command line: one module a command, and the border where a refusal becomes a message and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback

from l10n.cli.app import app
from l10n.cli.exits import Exit
from l10n.errors import L10nError, UsageError

__all__ = ["app", "main"]


def main() -> None:
    """Run the program: exit 0, 1 (findings or threshold), 2 (usage), 3 (environment or bug), 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        app(prog_name="l10n")
    except UsageError as err:
        _stop(f"l10n: {err}", Exit.USAGE)
    except L10nError as err:
        _stop(f"l10n: {err}", Exit.ENVIRONMENT)
    except KeyboardInterrupt:
        _stop("l10n: interrupted; what was written stays valid, run the command again to go on", Exit.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.ENVIRONMENT)
    except Exception as err:  # noqa: BLE001  the last border: a bug becomes a message and exit code 3
        if os.environ.get("L10N_DEBUG"):
            traceback.print_exc()
        _stop(
            f"l10n: a bug in l10n: {type(err).__name__}: {err}. "
            "Set L10N_DEBUG=1, run the command again and report what it prints.",
            Exit.ENVIRONMENT,
        )


def _stop(message: str, code: Exit) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(code)
