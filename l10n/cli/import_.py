"""The command `l10n import`."""

from __future__ import annotations

from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import Json, closing, count, finish, notice, open_work, result, today
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.model import BroughtRow
    from l10n.stages.importing import Imported

__all__ = ["NAME", "command"]

NAME = "import"
_EDITIONS = "import_editions"
_BUILT = "import_built"
_BY_ENDING = {".po": "import_po", ".xlf": "import_xliff", ".xliff": "import_xliff"}
"""Ending of a file → the stage that reads it; all others are localized articles."""
_SHOWN = 20
"""How many of those without a place are told one by one."""


def command(
    context: typer.Context,
    existing: Annotated[
        list[str],
        typer.Argument(
            metavar="EXISTING",
            help="Localized articles, folders or patterns (`i18n/{locale}/{path}`) of them, or PO or XLIFF files.",
            show_default=False,
        ),
    ],
    locale: Annotated[
        str, typer.Option("--locale", "-l", metavar="LOCALE", help="The locale that they are in.", show_default=False)
    ],
    trust: Annotated[
        bool, typer.Option("--trust", help="What is surely the translation of a text counts as reviewed.")
    ] = False,
    built: Annotated[
        bool, typer.Option("--built", help="They are built articles that were changed by hand: take just that back.")
    ] = False,
    article: Annotated[
        str,
        typer.Option(
            "--article",
            metavar="ARTICLE",
            help="The one file is the translation of this article, whatever it is called.",
            show_default=False,
        ),
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if something would be written.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring in translations that are there already.

    Each text that is found is put into the PO files, where it waits for a person; what a person wrote there stays.
    """
    from l10n.stages.importing import ImportOrder  # noqa: PLC0415  see `cli.shared.open_work`

    if article and len(existing) > 1:
        raise UsageError("`--article` is for one file", remedy="Import each file by a command of its own.")
    work = open_work(context, [locale], None)
    order = ImportOrder(work.locales[0], today(), trust=trust, dry=check, article=article)
    stage = import_module(f"l10n.stages.{_BUILT if built else _kind(existing)}")
    done: Imported = stage.bring(work, [Path(name) for name in existing], order)
    if as_json:
        from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`

        rows = [_fields(one) for one in done.rows]
        unplaced, refused = ([asdict(one) for one in ones] for ones in (done.unplaced, done.refused))
        told = {"texts": rows, "unplaced": unplaced, "refused": refused, "changed": done.changed}
        result(dump(told, done.failures))
    else:
        for name in done.changed:
            result(name)
        for one in (*done.refused, *done.unplaced[:_SHOWN]):
            notice(f"{one.path}:{one.line}: {one.reason}" if one.line else f"{one.path}: {one.reason}")
        if len(done.unplaced) > _SHOWN:
            notice(f"… {len(done.unplaced)} in all found no place; --json lists them")
    closing(context, _counts(done.rows))
    finish(done.failures, findings=bool(done.refused) or (check and bool(done.changed)))


def _kind(existing: Sequence[str]) -> str:
    """Return the stage that reads such files; raises `UsageError` where they are of several kinds."""
    kinds = {_BY_ENDING.get(Path(name).suffix.lower(), _EDITIONS) for name in existing}
    if len(kinds) > 1:
        raise UsageError("files of several kinds", remedy="Import each kind by a command of its own.")
    return kinds.pop()


def _counts(rows: Iterable[BroughtRow]) -> str:
    became = [one.reception for one in rows]
    parts = [f"{became.count(each)} {each}" for each in dict.fromkeys(sorted(became))]
    return f"{count(len(became), 'text')} brought in: {', '.join(parts)}" if became else "nothing brought in"


def _fields(one: BroughtRow) -> dict[str, object]:
    return {
        "article": one.article,
        "locale": one.locale,
        "po": one.po,
        "context": one.brought.key.context,
        "msgid": one.brought.key.text,
        "text": one.brought.text,
        "from": one.brought.origin,
        "doubt": one.brought.doubt,
        "probability": round(one.brought.probability, 4),
        "became": one.reception,
    }
