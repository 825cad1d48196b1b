"""Owns what holds for every command: where it is found, `-C` and `-q` behind it as well as before, refused values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path  # noqa: TC003  typer reads the annotation
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from l10n.cli.shared import settings
from l10n.cli.values import lightly
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["NO_CACHE", "Command", "Group", "Program", "uncached"]

NO_CACHE = "Look at everything anew, and keep nothing of it for the next time."

_MODULES = {
    "init": "init",
    "extract": "extract",
    "draft": "draft",
    "coverage": "coverage",
    "review": "review",
    "check": "check",
    "build": "build",
    "run": "run",
    "push": "push",
    "import": "import_",
    "export": "export",
    "add-locale": "add_locale",
    "corrections": "corrections",
    "accept-source": "accept_source",
    "purge": "purge",
    "repair": "repair",
    "merge-driver": "merge_driver",
    "help": "helping",
    "engine": "engine",
    "tm": "tm",
    "glossary": "glossary",
}
"""The commands in the order of the help, and the module of each, imported when it is asked for."""


def _move(context: typer.Context, value: Path | None) -> Path | None:
    if value is not None:
        context.obj = replace(settings(context), folder=settings(context).folder / value)
    return value


def _hush(context: typer.Context, value: bool) -> bool:
    if value:
        context.obj = replace(settings(context), quiet=True)
    return value


def uncached(context: typer.Context, value: bool) -> bool:
    """Leave aside what earlier commands found, and keep nothing of this one."""
    if value:
        context.obj = replace(settings(context), kept="", cached=False)
    return value


def _common(
    folder: Annotated[
        Path | None,
        typer.Option(
            "--project", "-C", metavar="DIR", help="Work in this folder's project.", callback=_move, expose_value=False
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="Results and problems only.", callback=_hush, expose_value=False),
    ] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE, callback=uncached, expose_value=False)] = False,
) -> None:
    """Hold the options; they are read by their callbacks."""


def _options() -> Sequence[Any]:
    return tuple(_made("", _common, None).params)


def _made(name: str, function: Any, kind: Any) -> Any:
    probe = typer.Typer(add_completion=False, rich_markup_mode=None)
    probe.command(name, cls=kind)(function)
    return typer.main.get_command(probe)


_COMMON = _options()


class Command(TyperCommand):
    """A command that takes the common options, too."""

    def get_params(self, ctx: Any) -> Any:
        """Return its own options, the common ones, and help."""
        own = super().get_params(ctx)
        return lightly([*own[:-1], *_COMMON, *own[-1:]])

    def parse_args(self, ctx: Any, args: Any) -> Any:
        """Read the options; raises `UsageError` for a value that cannot stand there."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as err:
            faults: Any = getattr(err.__cause__, "errors", None)
            if faults is None or err.param is None:
                raise
            from l10n.config_faults import refused  # noqa: PLC0415  only a wrong value needs it

            message, remedy = refused(faults()[0], max(err.param.opts, key=len))
            raise UsageError(message, remedy=remedy) from err


class Group(TyperGroup):
    """Commands under one name, whose summaries are shown whole; takes the common options where it stands in another."""

    def get_params(self, ctx: Any) -> Any:
        """Return its own options, the common ones, and help."""
        own = super().get_params(ctx)
        return lightly(own if ctx.parent is None else [*own[:-1], *_COMMON, *own[-1:]])

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a line or more a command: the whole first sentence of its help."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                first = " ".join((command.help or "").split("\n\n", maxsplit=1)[0].split())
                rows.append((name, first))
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


class _Commands(Mapping[str, Any]):
    """The commands by their names; a module is imported when its command is looked up."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            module = import_module(f"l10n.cli.{_MODULES[name]}")
            group = getattr(module, "app", None)
            self._made[name] = typer.main.get_command(group) if group else _made(name, module.command, Command)
            self._made[name].name = name
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class Program(Group):
    """The group of all commands: what one of them needs is not paid for by the others."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = _Commands()
