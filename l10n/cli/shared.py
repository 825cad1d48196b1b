"""Owns what the commands share: their common options, opening the project, and printing to two streams."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from l10n.cli import complete
from l10n.cli.exits import Exit
from l10n.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from l10n.errors import L10nError
    from l10n.project import ProjectFolder
    from l10n.replay import Recording
    from l10n.stages.workset import Workset

__all__ = [
    "Articles",
    "Context",
    "Jobs",
    "Json",
    "Locales",
    "closing",
    "columns",
    "count",
    "finish",
    "notice",
    "open_project",
    "open_work",
    "progress",
    "project_languages",
    "result",
    "today",
    "unmet",
]

Locales = Annotated[
    list[str] | None,
    typer.Option(
        "--locale",
        "-l",
        metavar="LOCALE",
        help="Only this locale (`ko`, `pt-BR`); may be repeated.",
        autocompletion=complete.locales,
    ),
]
Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARTICLE",
        help="Only these: paths, folders, patterns or PO files; all articles by default.",
        show_default=False,
        autocompletion=complete.articles,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        envvar="L10N_JOBS",
        help="Processes that work at once; by default as many as this one may use cores, and one for little work.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON (a versioned contract).")]


_said: list[tuple[bool, str]] = []
"""What has been printed since the project was opened, and whether it is a notice."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the options before the command said, and what the command is known by."""

    folder: Path = Path()
    quiet: bool = False
    kept: str = ""
    """The key under which its result is kept for the next time (`l10n.replay`); empty where none is kept."""
    cached: bool = True
    """What commands found out before may be used, and what this one finds out is kept."""
    recording: Recording | None = None


def open_work(
    context: typer.Context,
    locales: Sequence[str] | None,
    articles: Sequence[str] | None,
    *,
    repeated: bool = False,
    writes: bool = False,
    also: Sequence[str] = (),
) -> Workset:
    """Find the project and the chosen articles.

    The result of a command that is `repeated` depends on files alone: the project's and, relative to it, those in
    `also`. What `finish` is told of it is kept for the next time; of one that `writes` it is not where something has
    changed, for then it is about to write.
    """
    from l10n.stages import workset  # noqa: PLC0415  `--help` and `--version` need none of this
    from l10n.state import ProjectState  # noqa: PLC0415

    found = open_project(context)
    _said.clear()
    state = ProjectState(found.root) if settings(context).cached else None
    if state:
        context.call_on_close(state.close)
    if repeated and settings(context).kept:
        recording = _recording(found, settings(context), also, articles or (), writes=writes)
        context.obj = replace(settings(context), recording=recording)
    work = workset.gather(found, chosen=locales or (), articles=articles or (), here=Path.cwd())
    for one in work.idle:
        notice(f"error: {one.error}")
    return replace(work, state=state)


def open_project(context: typer.Context) -> ProjectFolder:
    """Find the project that the options before the command speak of; raises what `project.find` does."""
    from l10n import project  # noqa: PLC0415  see `open_work`

    given = settings(context)
    return project.find(given.folder, cached=given.cached)


def _recording(
    project: ProjectFolder, given: Context, also: Sequence[str], named: Sequence[str], *, writes: bool
) -> Recording | None:
    """Look at all that a command may read, before it does; None where nothing can come of it."""
    from l10n.config import FILE  # noqa: PLC0415  see `open_work`
    from l10n.replay import Recording, outdated  # noqa: PLC0415

    if writes and outdated(given.kept):
        return None
    start = given.folder.resolve()
    above = [folder / FILE for folder in (start, *start.parents) if folder.is_relative_to(project.root)]
    files = [*above, *project.read_from(), *(project.root / name for name in also)]
    here = Path.cwd()
    return Recording(given.kept, project.root, files, [here / given.folder, *(here / name for name in named)])


def unmet(work: Workset, failures: Iterable[L10nError]) -> list[L10nError]:
    """Return what programs are told as errors: settings that match nothing, and what could not be read or done."""
    return [*(one.error for one in work.idle), *failures]


def project_languages(context: typer.Context) -> tuple[str, tuple[str, ...]]:
    """Return the source and the locales of the project; empty where there is none, or none that can be opened."""
    from l10n.errors import UsageError  # noqa: PLC0415  see `open_work`

    try:
        config = open_project(context).config
    except UsageError:
        return "", ()
    return config.source, config.locales


def settings(context: typer.Context) -> Context:
    """Return the options before the command."""
    value = context.obj
    return value if isinstance(value, Context) else Context()


def result(text: str) -> None:
    """Print to standard output: what the command was run for."""
    _say(text if text.endswith("\n") or not text else text + "\n")


def notice(text: str) -> None:
    """Print to standard error: what a person should know besides."""
    sys.stdout.flush()
    _say(text + "\n", aside=True)


def _say(text: str, *, aside: bool = False) -> None:
    (sys.stderr if aside else sys.stdout).write(text)
    _said.append((aside, text))


def progress(context: typer.Context, text: str) -> None:
    """Print to standard error what is being done, unless the user asked for quiet."""
    if not settings(context).quiet:
        notice(f"  {text}")


def closing(context: typer.Context, text: str) -> None:
    """Print to standard error how much was done, unless the user asked for quiet."""
    if not settings(context).quiet:
        notice(text)


def columns() -> int:
    """Return the width of the terminal that reads the result; 0 where a program or a file does."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return shutil.get_terminal_size().columns
    return 0


def count(number: int, noun: str, plural: str = "") -> str:
    """Return `1 file`, `2 files`; `plural` is for nouns that want more than an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def today() -> date:
    """Return the day where the user is, which is written beside what happens to a text."""
    return datetime.now(UTC).astimezone().date()


def finish(
    failures: Iterable[L10nError],
    *,
    findings: bool = False,
    repeated: typer.Context | None = None,
    wrote: bool = False,
) -> NoReturn:
    """Print the failures and leave with the exit code they and the findings call for.

    A `repeated` command that failed at nothing and wrote nothing is kept for the next time: it would say the same of
    the same files.
    """
    failed = list(failures)
    recording = settings(repeated).recording if repeated and not (failed or wrote) else None
    if recording:
        recording.keep(_said, Exit.FINDINGS if findings else Exit.OK)
    for failure in failed:
        notice(f"error: {failure}")
        if isinstance(failure, BugError) and os.environ.get("L10N_DEBUG"):
            notice("".join(traceback.format_exception(failure)).rstrip("\n"))
    raise typer.Exit(Exit.ENVIRONMENT if failed else Exit.FINDINGS if findings else Exit.OK)
