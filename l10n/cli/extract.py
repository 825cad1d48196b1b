"""The command `l10n extract`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.shared import Articles, Json, Locales, closing, count, finish, notice, open_work, result, today, unmet

__all__ = ["NAME", "command"]

NAME = "extract"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")] = False,
    as_json: Json = False,
) -> None:
    """Bring the PO files into step with the articles.

    New segments are added, changed ones become stale with the translation kept, vanished ones are kept as obsolete.
    Nothing that a person wrote is changed.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.extract import extract  # noqa: PLC0415

    work = open_work(context, locales, articles)
    done = extract(work, today=today(), dry=check)
    for one in done.unmatched:
        notice(f"error: {one}")
    for text in done.notices:
        notice(text)
    if as_json:
        fields = {"articles": done.articles, "segments": done.segments, "changed": list(done.changed)}
        result(dump(fields, [*done.unmatched, *unmet(work, done.failures)]))
    else:
        for path in done.changed:
            result(path)
        verb = "would change" if check else "written"
        files = count(len(done.changed), "file")
        closing(context, f"{count(done.articles, 'article')}, {count(done.segments, 'segment')}; {files} {verb}")
    finish(done.failures, findings=check and bool(done.changed or work.idle or done.unmatched))
