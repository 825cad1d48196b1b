"""The command `l10n corrections`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import Articles, Jobs, Json, Locales, count, finish, notice, open_work, result, today, unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Correction
    from l10n.stages.corrections import LiveArticle

__all__ = ["NAME", "command"]

NAME = "corrections"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 if there is any.")] = False,
    as_json: Json = False,
    jobs: Jobs = None,
) -> None:
    """List the localized articles that readers have, and whose English changed in fact since it was translated.

    A fact is a number, a negation, a name or a quotation. Each change is shown with the translation that people had
    approved for the English before. Nothing is written.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.corrections import corrections  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    work = open_work(context, locales, articles)
    with pool(work, jobs) as executor:
        done = corrections(work, today=today(), executor=executor)
    if as_json:
        result(dump({"articles": [_fields(one) for one in done.articles]}, unmet(work, done.failures)))
    else:
        for one in done.articles:
            for line in _lines(one):
                result(line)
    notice(f"{count(len(done.articles), 'localized article')} to be corrected")
    if done.unbuilt:
        notice(f"not built here, so that nobody is taken to have it: {count(done.unbuilt, 'localized article')} more")
    finish(done.failures, findings=check and bool(done.articles))


def _lines(one: LiveArticle) -> Iterator[str]:
    from l10n.catalog.respelling import difference  # noqa: PLC0415
    from l10n.report.excerpt import shortened  # noqa: PLC0415

    yield f"{one.path}: {count(len(one.changes), 'change')} of fact since {one.since}"
    for change in one.changes:
        place = f"{change.po}:{change.line}" if change.line else change.po
        yield f"{place}: {_facts(change)} changed"
        yield f"    {difference(change.before, change.key.text) if change.before else change.key.text}"
        yield f"    {shortened(change.text, 100)}"


def _facts(change: Correction) -> str:
    return " and ".join(f"a {one}" for one in change.facts)


def _fields(one: LiveArticle) -> dict[str, object]:
    rows = [
        {
            "po": change.po,
            "line": change.line,
            "since": change.since,
            "facts": list(change.facts),
            "context": change.key.context,
            "previous": change.before,
            "msgid": change.key.text,
            "text": change.text,
        }
        for change in one.changes
    ]
    first = one.changes[0]
    return {"article": first.article, "locale": first.locale, "path": one.path, "since": one.since, "changes": rows}
