"""Owns running `l10n` inside this process as if it had its own: the same streams and exit code, and no trace left."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from unittest import mock

from l10n.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(root: Path, args: Sequence[str], env: Mapping[str, str]) -> Ran:
    """Run a command in a folder with exactly this environment; the two streams stay apart."""
    out, err = io.BytesIO(), io.BytesIO()
    code = _run(root, args, env, out, err)
    return Ran(code, out.getvalue().decode(), err.getvalue().decode())


def run_together(root: Path, args: Sequence[str], env: Mapping[str, str]) -> Ran:
    """Run a command whose two streams go to one place, as to a terminal; `err` stays empty."""
    both = io.BytesIO()
    code = _run(root, args, env, both, both)
    return Ran(code, both.getvalue().decode(), "")


def _run(root: Path, args: Sequence[str], env: Mapping[str, str], out: BinaryIO, err: BinaryIO) -> int:
    with (
        contextlib.chdir(root),
        mock.patch.dict(os.environ, env, clear=True),
        mock.patch.object(sys, "argv", ["l10n", *args]),
        mock.patch.object(sys, "excepthook", sys.excepthook),  # typer sets its own
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO())),
        _streams(out, err),
        _output_kept_open(),
    ):
        try:
            main()
        except SystemExit as end:
            return int(end.code) if isinstance(end.code, int) else int(end.code is not None)
        return 0


@contextlib.contextmanager
def _streams(out: BinaryIO, err: BinaryIO) -> Iterator[None]:
    """Give the program its two streams, held back and by lines, as a process has them whose output is read."""
    streams = io.TextIOWrapper(out, encoding="ascii"), io.TextIOWrapper(err, encoding="ascii", line_buffering=True)
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            yield
        finally:
            for stream in streams:
                stream.flush()
                stream.detach()


@contextlib.contextmanager
def _output_kept_open() -> Iterator[None]:
    """Put back the descriptor of standard output, which the program gives up when it cannot write."""
    kept = os.dup(1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
