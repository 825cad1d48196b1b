"""The command `l10n build`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.clusters import ClusterAddress, ProjectAt, cluster_of
from l10n.cli.exits import has_errors
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
    unmet,
)
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.stages.build import Built
    from l10n.stages.workset import Workset

__all__ = ["NAME", "command", "told"]

NAME = "build"


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    verbatim: Annotated[
        bool, typer.Option("--verbatim", help="Replace segments and edit nothing else: no lang, no disclosure.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Write nothing; tell what stands in the place of each text, and why.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Build nothing; write a site for looking at all languages, to preview/.")
    ] = False,
    into: Annotated[
        str, typer.Option("--into", metavar="FOLDER", help="Another folder for the preview.", show_default=False)
    ] = "",
    manifest: Annotated[
        str,
        typer.Option(
            "--manifest",
            metavar="FILE",
            help="Write into this file of the project, `.json`, what was published and whose words are in it.",
            show_default=False,
        ),
    ] = "",
    as_json: Json = False,
    jobs: Jobs = None,
    cluster: ClusterAddress = "",
    project_at: ProjectAt = "",
) -> None:
    """Write the localized articles to build/LOCALE/, by the policy of each locale.

    `reviewed` (the default) publishes what people reviewed and leaves the rest in English; `drafts-labelled` publishes
    drafts too and says so in the article; `headline-and-lede` and `hold` wait until enough is reviewed.
    """
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages.build import build  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    if manifest:
        _meant(manifest, others=(("--check", check), ("--explain", explain), ("--verbatim", verbatim)))
    if explain:
        if check:
            raise UsageError("`--explain` and `--check` answer different questions", remedy="Leave one of them out.")
        _explain(open_work(context, locales, articles), verbatim=verbatim, as_json=as_json)
        return
    if preview:
        if check or verbatim:
            raise UsageError("`--preview` builds nothing", remedy="Leave `--check` and `--verbatim` out.")
        _preview(context, open_work(context, locales, articles), into, as_json=as_json, jobs=jobs)
        return
    if into:
        raise UsageError("`--into` is for `--preview`", remedy="Use both.")
    work = open_work(context, locales, articles, repeated=not manifest, writes=not check)
    with pool(work, jobs, cluster=cluster_of(context, cluster, project_at)) as executor:
        done = build(work, verbatim=verbatim, dry=check, executor=executor, manifest=manifest)
    for text in (*done.held, *done.notices):
        notice(text)
    notice(report.load("text").findings(done.findings).rstrip("\n")) if done.findings else None
    if as_json:
        fields = {"released": done.released, "held": list(done.held), "changed": list(done.changed)}
        result(dump({**fields, "removed": list(done.removed)}, unmet(work, done.failures)))
    else:
        for path in done.changed:
            result(f"{path}: removed" if path in done.removed else path)
        closing(context, told(done, "to be " if check else ""))
    finish(
        done.failures,
        findings=has_errors(done.findings) or (check and bool(done.changed or work.idle)),
        repeated=None if done.waiting or done.from_history else context,
        wrote=bool(done.changed) and not check,
    )


def _meant(manifest: str, others: Iterable[tuple[str, bool]]) -> None:
    """Refuse a manifest of what is not written, or not as readers get it."""
    for name, given in others:
        if given:
            told = f"`--manifest` tells what was published, and `{name}` is no way of publishing"
            raise UsageError(told, remedy="Leave one of them out.")
    if not manifest.endswith(".json"):
        raise UsageError(f"`--manifest {manifest}` is no name of a JSON file", remedy="End it in `.json`.")


def _explain(work: Workset, *, verbatim: bool, as_json: bool) -> None:
    from l10n.report.explained import fields, listed  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.report.json import dump  # noqa: PLC0415
    from l10n.stages.explain import explain  # noqa: PLC0415

    articles, failures = explain(work, verbatim=verbatim)
    result(dump({"articles": fields(articles)}, unmet(work, failures)) if as_json else listed(articles))
    finish(failures)


def _preview(context: typer.Context, work: Workset, into: str, *, as_json: bool, jobs: int | None) -> None:
    from l10n.report.json import dump  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.preview import preview  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    with pool(work, jobs) as executor:
        done = preview(work, into, executor=executor)
    for text in done.notices:
        notice(text)
    if as_json:
        fields = {"start": done.start, "changed": list(done.changed), "removed": list(done.removed)}
        result(dump(fields, unmet(work, done.failures)))
    else:
        result(done.start)
        written = count(len(done.changed) - len(done.removed), "file")
        pages = f"{count(done.published + done.held, 'page')}, {done.held} held"
        closing(context, f"{pages}; {written} written, {len(done.removed)} removed")
    finish(done.failures)


def told(done: Built, tense: str = "") -> str:
    """Return how many articles are published, held, written and removed, or `to be ` so."""
    written = count(len(done.changed) - len(done.removed), "file")
    published = f"{count(done.released, 'localized article')}, {len(done.held)} held"
    return f"{published}; {written} {tense}written, {len(done.removed)} {tense}removed"
