"""The commands `l10n glossary check`, `l10n glossary candidates` and `l10n glossary import`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.command import Command, Group
from l10n.cli.exits import has_errors
from l10n.cli.shared import Articles, Json, Locales, closing, count, finish, notice, open_work, result, unmet
from l10n.model import Inspection

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import KnownName
    from l10n.stages.names import NamesWritten

__all__ = ["NAME", "app"]

NAME = "glossary"

app = typer.Typer(
    cls=Group,
    add_completion=False,
    help="Keep the house's terms, locales/<locale>/glossary.tsv, and its names, locales/<locale>/names.tsv.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_SHOWN = 3
"""Articles named for one candidate."""
_LISTED = 50
"""Names shown of one file, and rows that differ; `--json` has all."""


@app.command("check", cls=Command)
def check(context: typer.Context, articles: Articles = None, locales: Locales = None, as_json: Json = False) -> None:
    """Look for forbidden words and missing terms in translations.

    A forbidden word in a reviewed text is an error, and the command exits with 1; a missing term is a warning. In
    drafts both are told one level lower.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages import glossary  # noqa: PLC0415

    work = open_work(context, locales, articles)
    done = glossary.check(work)
    found = Inspection(tuple(done.findings), errors=tuple(unmet(work, done.failures)))
    result(report.listing("json" if as_json else "text").inspection(found))
    if not any(done.terms.values()) and not done.failures:
        notice("no glossary has a term; write locales/<locale>/glossary.tsv")
    elif not done.findings and not done.failures:
        closing(context, "no findings")
    finish(done.failures, findings=has_errors(done.findings))


@app.command("candidates", cls=Command)
def candidates(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    least: Annotated[int, typer.Option("--least", metavar="N", min=1, help="Only names used this often.")] = 2,
    write: Annotated[
        bool, typer.Option("--write", help="Write the names that reviewed texts spell in one way into names.tsv first.")
    ] = False,
    as_json: Json = False,
) -> None:
    """List the names and acronyms of the articles that glossaries and name memories do not have, the most used first.

    With `--write` the names that people spelt out in reviewed texts of all articles are put into
    locales/<locale>/names.tsv: `조코 위도도(Joko Widodo)`. A name that they spell in two ways is told and not written,
    and a row that a person has changed stays as it is.
    """
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages import glossary, names  # noqa: PLC0415
    from l10n.stages.workset import anew  # noqa: PLC0415

    failures: list[L10nError] = []
    work = open_work(context, locales, articles)
    written = names.learn_names(work, failures) if write else []
    work = anew(work) if write else work
    found = glossary.candidates(work, failures, least=least)
    failures = list(dict.fromkeys(failures))
    if as_json:
        told = {"names": {one.locale: _fields(one) for one in written}} if write else {}
        result(dump({"candidates": [asdict(candidate) for candidate in found], **told}, unmet(work, failures)))
    else:
        for one in written:
            _tell(one, texts="reviewed texts have")
        for candidate in found:
            more = len(candidate.articles) - _SHOWN
            where = ", ".join(candidate.articles[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
            result(f"{candidate.uses:>4}  {candidate.name}  [{' '.join(candidate.missing)}]  {where}")
        if not found and not failures:
            closing(context, "every recurring name has a term")
    finish(failures)


@app.command("import", cls=Command)
def import_(
    context: typer.Context,
    kornorms: Annotated[
        Path,
        typer.Option(
            "--kornorms",
            metavar="FILE",
            help="Loanword examples (외래어 표기 용례) of the National Institute of Korean Language, as CSV or XLSX.",
        ),
    ],
    locales: Locales = None,
    as_json: Json = False,
) -> None:
    """Take a public list of names into the name memory, locales/<locale>/names.tsv.

    The file is read by the heads of its columns (원어 표기, 한글 표기), in UTF-8 or CP949. Names that it spells in
    two ways are not taken; rows that are there already stay as they are, and are told where they differ.
    """
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages import names  # noqa: PLC0415

    failures: list[L10nError] = []
    work = open_work(context, locales, None)
    done = names.import_names(work, kornorms, str(kornorms), failures)
    if as_json:
        doubtful = {name: list(ways) for name, ways in done.doubtful.items()}
        told = {one.locale: _fields(one) for one in done.written}
        fields = {"rows": done.rows, "passed": done.passed, "doubtful": doubtful, "names": told}
        result(dump(fields, unmet(work, failures)))
    else:
        for one in done.written:
            _tell(one, texts="the list has")
        closing(
            context,
            f"{count(done.rows, 'row')} read; {done.passed} with no name in Latin letters, "
            f"{count(len(done.doubtful), 'name')} spelt in several ways and not taken",
        )
    finish(failures)


def _tell(written: NamesWritten, *, texts: str) -> None:
    """Print what became of a name memory: what was written, then what a person may want to decide."""
    new = count(len(written.added), "name")
    result(f"{written.path}: {new} added, {len(written.changed)} changed")
    for row in (*written.added, *written.changed)[:_LISTED]:
        result(f"  {row.source}  {row.target}  {row.origin}")
    more = len(written.added) + len(written.changed) - _LISTED
    if more > 0:
        result(f"  and {more} more")
    for lesson in written.doubtful:
        ways = " or ".join(f"{way.target} ({count(way.uses, 'text')}, {way.article})" for way in lesson.ways)
        result(f"  not written: {lesson.name} is {ways}; write a row for the right one")
    for clash in written.clashes[:_LISTED]:
        where = f"{written.path}:{clash.kept.line}: " if clash.kept.line else ""
        result(f"  not changed: {where}{clash.kept.source} is {clash.kept.target}; {texts} {clash.other.target}")
    if len(written.clashes) > _LISTED:
        result(f"  and {len(written.clashes) - _LISTED} more")


def _fields(written: NamesWritten) -> dict[str, object]:
    def row(name: KnownName) -> dict[str, object]:
        return {"source": name.source, "target": name.target, "from": name.origin}

    return {
        "path": written.path,
        "added": [row(name) for name in written.added],
        "changed": [row(name) for name in written.changed],
        "doubtful": [
            {
                "source": one.name,
                "ways": [{"target": way.target, "uses": way.uses, "from": way.article} for way in one.ways],
            }
            for one in written.doubtful
        ],
        "clashes": [
            {
                "source": one.kept.source,
                "target": one.kept.target,
                "line": one.kept.line or None,
                "other": one.other.target,
            }
            for one in written.clashes
        ],
    }
