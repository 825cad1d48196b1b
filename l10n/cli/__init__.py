"""The command line: one module a command, and the border where a refusal becomes a message and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from pathlib import Path

from l10n.cli.exits import Exit
from l10n.errors import L10nError, UsageError
from l10n.interruption import MESSAGE

__all__ = ["main"]

_REPEATED = frozenset({"build", "check", "coverage", "extract", "run"})
"""Commands whose result is kept for the next time (`cli.shared.finish`)."""
_NO_CACHE = "--no-cache"


def main() -> None:
    """Run the program: exit 0, 1 (findings or threshold), 2 (usage), 3 (environment or bug), 130 (interrupted)."""
    _prepare_streams()
    try:
        _command(sys.argv[1:])
    except SystemExit as err:
        if err.code == Exit.INTERRUPTED:
            sys.stderr.write(f"{MESSAGE}\n")
        raise
    except L10nError as err:
        from l10n.cli.refusals import told  # noqa: PLC0415  see `_command`

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


def _command(arguments: list[str]) -> None:
    """Say what the command said before where nothing has changed since, without what it takes to run it."""
    kept = ""
    if not _REPEATED.isdisjoint(arguments) and _NO_CACHE not in arguments:
        from l10n import replay  # noqa: PLC0415  other commands have nothing to repeat

        kept = replay.key(arguments)
        if found := replay.earlier(kept):
            found.tell()
            sys.exit(found.code)
    from l10n.cli.app import app  # noqa: PLC0415  see above
    from l10n.cli.shared import Context  # noqa: PLC0415

    app(prog_name="l10n", obj=Context(kept=kept, cached=_NO_CACHE not in arguments))


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
