"""The commands `l10n engine add`, `l10n engine list` and `l10n engine remove`."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli import complete
from l10n.cli.command import Command, Group
from l10n.cli.shared import Json, closing, count, finish, notice, open_project, result, settings
from l10n.errors import ConfigError, EngineError, L10nError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from l10n.engines.models import Model, ModelFile
    from l10n.engines.models.records import Offer, RemoteFile

__all__ = ["NAME", "app"]

NAME = "engine"

app = typer.Typer(
    cls=Group,
    add_completion=False,
    help="Add, list and remove the models of engines that draft on this machine.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Engine = Annotated[str, typer.Argument(metavar="ENGINE", help="The engine; `firefox` is the one that has models.")]
_Locales = Annotated[
    list[str] | None,
    typer.Option(
        "--locale",
        "-l",
        metavar="LOCALE",
        help="A language to translate into (`ko`); may be repeated; all of the project by default.",
        autocompletion=complete.known_locales,
    ),
]


@app.command("add", cls=Command)
def add(
    context: typer.Context,
    engine: _Engine,
    locales: _Locales = None,
    place: Annotated[
        str,
        typer.Option(
            "--from", metavar="URL|DIR", help="Fetch from this mirror or folder, not from Mozilla.", show_default=False
        ),
    ] = "",
) -> None:
    """Fetch a translation model and install it for you: drafts without a key, and no text leaves this machine.

    Size, licence, host and folder are shown first. What breaks off goes on with the same command; a model whose
    SHA-256 differs, from the list or from the project's `model-digests`, is refused. No other command fetches one.
    """
    from l10n import locales as codes  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.engines import models  # noqa: PLC0415
    from l10n.stages.engine import FIREFOX, Order, runs_here  # noqa: PLC0415
    from l10n.stages.engine import add as fetch  # noqa: PLC0415

    _check(engine)
    source, known, pins = _project(context, FIREFOX)
    failures: list[L10nError] = []
    for locale in _wanted(locales, known, codes.parse):
        try:
            with _bar(context) as bar:
                done = fetch(Order(source, locale, place, pins), lambda *plan: _show(bar, *plan), bar.tell)
        except L10nError as err:
            if isinstance(err, UsageError):
                raise
            failures.append(err)
            continue
        result(f"{done.model.name}: {'installed' if done.fresh else 'is installed already'} in {done.model.path}")
        if done.unproved:
            notice(f"nothing says what the files of {done.model.name} should be; pin them if you trust them:")
            notice(_pins([done.model]))
    if not runs_here():
        notice("the library that runs the models is not installed: pip install 'article-l10n[firefox]'")
    if os.environ.get(models.MODELS):
        notice(f"{models.MODELS} is set: drafts use the models in {models.folder()}, and no others")
    finish(failures)


@app.command("list", cls=Command)
def listed(
    context: typer.Context,
    digests: Annotated[
        bool, typer.Option("--digests", help="Print the lines that pin them in pyproject.toml.")
    ] = False,
    as_json: Json = False,
) -> None:
    """List the models that are installed for you."""
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.engine import installed  # noqa: PLC0415

    found = list(installed())
    models = [one for one in found if not isinstance(one, EngineError)]
    failures = [one for one in found if isinstance(one, EngineError)]
    if as_json:
        result(dump({"models": [_fields(model) for model in models]}, failures))
    elif digests:
        result(_pins(models) if models else "")
    else:
        for model in models:
            told = ", ".join(filter(None, (model.release, _megabytes(model.size), model.licence)))
            result(f"firefox: {model.name}: {told}: {model.path}")
    if not found:
        closing(context, "no model is installed; `l10n engine add firefox -l ko` adds one")
    finish(failures)


@app.command("remove", cls=Command)
def remove(context: typer.Context, engine: _Engine, locales: _Locales = None) -> None:
    """Delete an installed model, and what was fetched of one that never came whole."""
    from l10n import locales as codes  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.engine import FIREFOX  # noqa: PLC0415
    from l10n.stages.engine import remove as delete  # noqa: PLC0415

    _check(engine)
    source, _, _ = _project(context, FIREFOX)
    for locale in _wanted(locales, (), codes.parse):
        result(f"{delete(source, locale)}: removed")


def _check(engine: str) -> None:
    from l10n.stages.engine import FIREFOX  # noqa: PLC0415  see `cli.shared.open_work`

    if engine != FIREFOX:
        raise UsageError(f"engine `{engine}` has no models to add or remove", remedy=f"Write `{FIREFOX}`.")


def _project(context: typer.Context, engine: str) -> tuple[str, tuple[str, ...], Mapping[str, str]]:
    """Return the source, the locales and the pinned digests of the project; English alone where there is none."""
    from l10n import languages  # noqa: PLC0415  see `cli.shared.open_work`

    try:
        config = open_project(context).config
    except ConfigError:
        raise
    except UsageError:
        return languages.ENGLISH, (), {}
    table = config.engine.get(engine)
    return config.source, config.locales, table.model_digests if table else {}


def _wanted(given: list[str] | None, known: tuple[str, ...], parse: Callable[[str], str]) -> list[str]:
    names = [parse(code) for code in given or ()] or list(known)
    if not names:
        raise UsageError("which language is not said", remedy="Name it, such as `-l ko`.")
    return list(dict.fromkeys(names))


def _show(bar: _Bar, offer: Offer, where: str, to: Path) -> None:
    """Say what is about to be fetched."""
    many = f"{_megabytes(offer.size)} to fetch"
    if offer.unpacked:
        many += f", {_megabytes(offer.unpacked)} on the disk"
    version = f" {offer.release}" if offer.release else ""
    result(f"{offer.name}{version}: {count(len(offer.files), 'file')}, {many}")
    result(f"  licence: {offer.licence}\n  from: {where}\n  to: {to}")
    sys.stdout.flush()
    bar.begin(offer)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _pins(models: Iterable[Model]) -> str:
    """Return the lines that pin models in `pyproject.toml`."""
    lines = [f'"{file.name}" = "{file.digest}"' for model in models for file in _sorted(model)]
    return "\n".join(["[tool.l10n.engine.firefox.model-digests]", *lines])


def _sorted(model: Model) -> list[ModelFile]:
    return sorted(model.files.values(), key=lambda file: file.name)


def _fields(model: Model) -> dict[str, object]:
    return {
        "engine": "firefox",
        "name": model.name,
        "source": model.source,
        "target": model.target,
        "release": model.release,
        "licence": model.licence,
        "from": model.origin,
        "size": model.size,
        "path": str(model.path),
        "files": [{"name": file.name, "size": file.size, "sha256": file.digest} for file in _sorted(model)],
    }


class _Bar:
    """A progress bar, or nothing where standard error is no terminal."""

    def begin(self, offer: Offer) -> None:
        """Show how much there is to fetch."""

    def tell(self, file: RemoteFile, have: int) -> None:
        """Show how many bytes of a file are there."""


class _Drawn(_Bar):
    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415  rich costs 60 ms
        from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

        self.bar = Progress(
            "{task.description}",
            BarColumn(),
            DownloadColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._have: dict[str, int] = {}

    def begin(self, offer: Offer) -> None:
        self._task = self.bar.add_task(offer.name, total=offer.size)
        self.bar.start()

    def tell(self, file: RemoteFile, have: int) -> None:
        self._have[file.file.name] = have
        self.bar.update(self._task, completed=sum(self._have.values()))


@contextlib.contextmanager
def _bar(context: typer.Context) -> Iterator[_Bar]:
    if settings(context).quiet or not sys.stderr.isatty():
        yield _Bar()
        return
    drawn = _Drawn()
    try:
        yield drawn
    finally:
        drawn.bar.stop()
