"""The command `l10n accept-source`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.shared import Articles, Json, Locales, count, finish, notice, open_work, result, today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.stages.accept_source import Decision

__all__ = ["NAME", "command"]

NAME = "accept-source"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    match: Annotated[
        list[str] | None,
        typer.Option(
            "--match",
            metavar="TEXT",
            help="Only texts whose English holds TEXT, and these whatever changed in it; may be repeated.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a text would be accepted.")] = False,
    as_json: Json = False,
) -> None:
    """Keep reviews where only the spelling of the English was mended.

    Extracts, then clears the mark of every text that a person had read for the old English, in all languages, and
    lists each change. What is more than spelling (other words, numbers, names, negations, quotations) stays stale and
    is listed with the reason; name it with --match to accept it all the same.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.accept_source import accept_source  # noqa: PLC0415

    done = accept_source(open_work(context, locales, articles), matches=match or (), today=today(), dry=check)
    taken = [one for one in done.decisions if not one.fix.reason]
    left = [one for one in done.decisions if one.fix.reason]
    if as_json:
        fields = {"accepted": taken, "stale": left}
        result(
            dump(
                {name: [_fields(one) for one in rows] for name, rows in fields.items()} | {"changed": done.changed},
                done.failures,
            )
        )
    else:
        for line in _listed(taken):
            result(line)
    for line in _listed(left):
        notice(line)
    verb = "would be kept" if check else "kept"
    notice(f"{count(len(taken), 'review')} {verb}; {count(len(left), 'text')} still stale")
    finish(done.failures, findings=check and bool(taken))


def _listed(decisions: Iterable[Decision]) -> list[str]:
    """Return a line for each edit of a source, with the locales it is about; below it the edit itself."""
    from l10n.catalog.respelling import difference  # noqa: PLC0415

    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for one in decisions:
        rows.setdefault((one.article, one.fix.before, one.fix.entry.key.text, one.fix.reason), []).append(one.locale)
    lines = []
    for (article, before, after, reason), locales in rows.items():
        why = f"still stale, {reason}" if reason else "review kept"
        lines += [f"{article} ({', '.join(locales)}): {why}", f"    {difference(before, after) if before else after}"]
    return lines


def _fields(one: Decision) -> dict[str, object]:
    entry = one.fix.entry
    return {
        "article": one.article,
        "locale": one.locale,
        "po": one.po,
        "context": entry.key.context,
        "previous": one.fix.before,
        "msgid": entry.key.text,
        "reason": one.fix.reason,
    }
