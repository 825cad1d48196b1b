"""The command `l10n extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.clusters import ClusterAddress, ProjectAt, cluster_of
from l10n.cli.shared import (
    Articles,
    Jobs,
    Json,
    Locales,
    closing,
    count,
    finish,
    notice,
    open_work,
    result,
    today,
    unmet,
)

if TYPE_CHECKING:
    from l10n.stages.extract import Extracted
    from l10n.stages.workset import Workset

__all__ = ["NAME", "command"]

NAME = "extract"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")] = False,
    as_json: Json = False,
    jobs: Jobs = None,
    cluster: ClusterAddress = "",
    project_at: ProjectAt = "",
) -> None:
    """Bring the PO files into step with the articles.

    New segments are added, changed ones become stale with the translation kept, vanished ones are kept as obsolete.
    Nothing that a person wrote is changed.
    """
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.extract import extract  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    work = open_work(context, locales, articles, repeated=True, writes=not check)
    with pool(work, jobs, cluster=cluster_of(context, cluster, project_at)) as executor:
        done = extract(work, today=today(), dry=check, executor=executor)
    for one in done.unmatched:
        notice(f"error: {one}")
    for text in done.notices:
        notice(text)
    if as_json:
        fields = {"articles": done.articles, "segments": done.segments, "changed": list(done.changed)}
        result(dump(fields, [*done.unmatched, *unmet(work, done.failures)]))
    else:
        told = _told(work, done) if check else frozenset()
        for path in done.changed:
            if path not in told:
                result(path)
        if told:
            result(_sum(done, len(told)))
        verb = "would change" if check else "written"
        files = count(len(done.changed), "file")
        closing(context, f"{count(done.articles, 'article')}, {count(done.segments, 'segment')}; {files} {verb}")
    finish(
        done.failures,
        findings=check and bool(done.changed or work.idle or done.unmatched),
        repeated=context,
        wrote=bool(done.changed) and not check,
    )


def _told(work: Workset, done: Extracted) -> frozenset[str]:
    """Return the changed files of articles that need not be named, as after an upgrade: several are cut otherwise."""
    if sum(texts > 0 for texts in done.recut.values()) <= 1:
        return frozenset()
    files = {work.project.catalog_name(path, locale) for path in done.recut for locale in ("", *work.locales)}
    return frozenset(files.intersection(done.changed))


def _sum(done: Extracted, files: int) -> str:
    cut = [texts for texts in done.recut.values() if texts]
    texts = f"{count(sum(cut), 'text')} of {count(len(cut), 'article')}"
    grown = len(done.recut) - len(cut)
    more = f", and {count(grown, 'article')} with new texts or notes" if grown else ""
    return (
        f"{texts} cut otherwise than before, with the same words{more} ({count(files, 'file')}): "
        "by this version of l10n, or by an edit. Run `l10n extract` and commit."
    )
