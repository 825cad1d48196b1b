"""The commands `l10n tm search`, `l10n tm stats`, `l10n tm rebuild` and `l10n tm migrate`."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.command import Command, Group
from l10n.cli.shared import Json, Locales, count, finish, notice, open_work, result, unmet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.errors import L10nError
    from l10n.protocols import Held, Hit

__all__ = ["NAME", "app"]

NAME = "tm"


class _Source(StrEnum):
    """Where a project keeps memory and journal by itself."""

    SQLITE = "sqlite"


app = typer.Typer(
    cls=Group,
    add_completion=False,
    help="Ask the translation memory: what people have reviewed in all articles of the project.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("search", cls=Command)
def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="An English sentence, in quotation marks.")],
    locales: Locales = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most this many a locale.")] = 5,
    as_json: Json = False,
) -> None:
    """Show what people wrote for texts like this one.

    The number is how alike the English is: 1.00 is the same. An arrow shows what the memory would draft, with the
    numbers and terms of your text; without one, something differs that must not: a negation, a name, a number.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages import tm  # noqa: PLC0415

    failures: list[L10nError] = []
    work = open_work(context, locales, None)
    found = tm.search(work, text, failures, limit=limit, tell=notice)
    if as_json:
        hits = {locale: [_hit(hit) for hit in row] for locale, row in found.items()}
        result(dump({"locales": hits}, unmet(work, failures)))
    else:
        result(_hits(found))
        if not any(found.values()):
            notice("nothing like it is remembered")
    finish(failures)


def _hits(found: Mapping[str, Sequence[Hit]]) -> str:
    lines = []
    for locale, hits in found.items():
        for hit in hits:
            known = hit.translation
            lines += [f"{locale} {hit.score:.2f} {known.article}: {known.source}", f"    {known.target}"]
            if hit.suggestion is not None and hit.suggestion != known.target:
                lines.append(f"  → {hit.suggestion}")
            elif hit.suggestion is not None:
                lines[-1] = f"  → {known.target}"
    return "".join(f"{line}\n" for line in lines)


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "source": hit.translation.source,
        "target": hit.translation.target,
        "score": hit.score,
        "article": hit.translation.article,
        "uses": hit.uses,
        "suggestion": hit.suggestion,
    }


@app.command("stats", cls=Command)
def stats(context: typer.Context, locales: Locales = None, as_json: Json = False) -> None:
    """Count what the memory holds. It is brought into step by `l10n draft`; this writes nothing."""
    from l10n.stages import tm  # noqa: PLC0415

    work = open_work(context, locales, None)
    _held(tm.stats(work), unmet(work, ()), as_json=as_json)


@app.command("rebuild", cls=Command)
def rebuild(context: typer.Context, as_json: Json = False) -> None:
    """Forget everything, and learn the reviewed texts of all catalogues again.

    The PO files are the truth: nothing is lost.
    """
    from l10n.stages import tm  # noqa: PLC0415

    work = open_work(context, None, None)
    failures = list(work.failures)
    _held(tm.rebuild(work, failures), unmet(work, failures), as_json=as_json)
    finish(failures)


@app.command("migrate", cls=Command)
def migrate(
    context: typer.Context,
    source: Annotated[
        _Source | None, typer.Option("--from", help="Put in what the project has kept by itself as well.")
    ] = None,
) -> None:
    """Make the tables of the shared memory, or bring them into step with this program.

    `L10N_MEMORY` says where it is, and names a role that owns the database; all other commands need less. With
    `--from sqlite` the answers in the project's own journal are copied, and what is reviewed is learnt; nothing of the
    project is changed, and doing it twice changes nothing.
    """
    from l10n.stages import tm  # noqa: PLC0415  see `cli.shared.open_work`

    where, done = tm.migrate()
    result(f"{where}: {', '.join(done) or 'nothing to do'}")
    if source is None:
        return
    work = open_work(context, None, None)
    failures = list(work.failures)
    many, rows = tm.share(work, failures)
    result(f"{count(many, 'answer')} copied")
    _held(rows, (), as_json=False)
    finish(failures)


def _held(rows: Sequence[Held], errors: Sequence[L10nError], *, as_json: bool) -> None:
    from l10n.report.json import dump  # noqa: PLC0415

    if as_json:
        result(dump({"locales": {row.locale: _fields(row) for row in rows}}, errors))
        return
    for row in rows:
        parts = (
            count(row.paragraphs, "text"),
            count(row.sentences, "sentence"),
            count(row.sources, "source"),
        )
        result(f"{row.locale}: {', '.join(parts)} from {count(row.articles, 'article')}")
    if not rows:
        notice("nothing is remembered; `l10n draft` and `l10n tm rebuild` learn what is reviewed")


def _fields(row: Held) -> dict[str, int]:
    fields = asdict(row)
    del fields["locale"]
    return fields
