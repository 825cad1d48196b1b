"""Writes docs/cli.md from the program itself: `make docs`; a test holds the page against the program."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import typer

from l10n.cli.app import app

_INTRODUCTION = """# Command line

<!-- Written by `make docs` from the program; a test fails when the two differ. -->

Results go to standard output, progress and problems to standard error. `python -m l10n` is the same program.

| exit code | meaning |
|---|---|
| 0 | clean |
| 1 | a finding at error level, coverage under a threshold, or `--check` would write |
| 2 | usage or configuration: the command line, a locale, `pyproject.toml` |
| 3 | environment: an engine, a disk, a file that cannot be read — or a bug |
| 130 | interrupted |
"""


def render() -> str:
    """Return the page."""
    group: Any = typer.main.get_command(app)
    parts = [_INTRODUCTION, "## l10n\n", _usage("l10n [OPTIONS] COMMAND [ARGS]..."), _text(group), _options(group)]
    for name, command in commands(group):
        arguments = [_argument(param) for param in command.params if param.param_type_name == "argument"]
        parts += [
            f"## l10n {name}\n",
            _usage(" ".join([f"l10n {name}", "[OPTIONS]", *arguments])),
            _text(command),
            _options(command),
        ]
    return "\n".join(parts)


def commands(group: Any) -> list[tuple[str, Any]]:
    """Return the commands, those of groups by their whole names (`tm search`)."""
    found = []
    for name, command in group.commands.items():
        inner = commands(command) if hasattr(command, "commands") else []
        found += [(f"{name} {one}", other) for one, other in inner] or [(name, command)]
    return found


def _usage(line: str) -> str:
    return f"```\n{line}\n```\n"


def _text(command: Any) -> str:
    return inspect.cleandoc(command.help or "") + "\n"


def _options(command: Any) -> str:
    rows = ["| option | meaning |", "|---|---|"]
    for param in command.params:
        if param.param_type_name == "argument":
            rows.append(f"| `{_argument(param)}` | {param.help} |")
        elif param.name not in {"install_completion", "show_completion"}:
            names = ", ".join(f"`{name}`" for name in sorted(param.opts, key=len, reverse=True))
            value = "" if param.is_flag else f" `{param.metavar}`"
            rows.append(f"| {names}{value.replace('|', chr(92) + '|')} | {param.help}{_default(param)} |")
    return "\n".join(rows) + "\n"


def _argument(param: Any) -> str:
    shown = param.metavar if param.required else f"[{param.metavar}]"
    return f"{shown}..." if param.nargs < 0 else str(shown)


def _default(param: Any) -> str:
    if param.is_flag or not param.default or param.name == "folder":
        return ""
    return f" Default: `{getattr(param.default, 'value', param.default)}`."


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), encoding="utf-8")
