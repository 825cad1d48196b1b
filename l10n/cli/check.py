"""The command `l10n check`."""

from __future__ import annotations

from dataclasses import astuple
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli import complete
from l10n.cli.clusters import ClusterAddress, ProjectAt, cluster_of
from l10n.cli.exits import Exit, has_errors
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
    project_languages,
    result,
    unmet,
)
from l10n.errors import UsageError
from l10n.model import Inspection, Severity

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from l10n.checks.fixes import Mend
    from l10n.checks.selection import CheckOptions
    from l10n.errors import L10nError
    from l10n.stages.check import Checked
    from l10n.stages.fix import Mended
    from l10n.stages.workset import Workset

__all__ = ["NAME", "command"]

NAME = "check"


class _Format(StrEnum):
    FULL = "full"
    CONCISE = "concise"
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "markdown"


_FORMATS = "|".join(_Format)
_LEVELS = "|".join(Severity)
_COUNTED = {_Format.FULL, _Format.TEXT}
"""Formats for people, that do not end in a count themselves."""
_LOCATED = {_Format.GITHUB, _Format.SARIF}
"""Formats that tell lines and columns of faults."""
_READ = {*_COUNTED, _Format.CONCISE}


def command(
    context: typer.Context,
    articles: Articles = None,
    locales: Locales = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Only these rules or families; may be repeated, or `a,b`.",
            autocompletion=complete.rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULE",
            help="Not these rules or families; may be repeated, or `a,b`.",
            autocompletion=complete.rules,
        ),
    ] = None,
    explain: Annotated[
        str,
        typer.Option(
            "--explain",
            metavar="RULE",
            help="Say what a rule or family is about; `all` lists them.",
            autocompletion=complete.rules,
        ),
    ] = "",
    output_format: Annotated[
        _Format, typer.Option("--output-format", metavar=_FORMATS, help="How to print the findings.")
    ] = _Format.FULL,
    as_json: Json = False,
    fail_on: Annotated[
        Severity | None,
        typer.Option("--fail-on", metavar=_LEVELS, help="The least severity that exits with 1.", show_default=False),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out the findings that this file of the project has."),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write what is found now as the baseline.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend machine drafts where the fix is sure.")] = False,
    fix_reviewed: Annotated[
        bool, typer.Option("--fix-reviewed", help="Mend reviewed texts and those in work too.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="With --fix: write nothing, show the changes, exit 1 if there are any.")
    ] = False,
    jobs: Jobs = None,
    cluster: ClusterAddress = "",
    project_at: ProjectAt = "",
) -> None:
    """Look for mistakes in translations: lost markup, changed numbers, untranslated text, and much more.

    Exits 1 if a finding is an error. What is missing, drafted or stale is shown by `l10n coverage` instead.
    `--explain all` lists the rules. A comment `# l10n-ignore: RULE` in a PO file silences a rule for its entry.
    """
    from l10n.checks.selection import options  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.stages.check import check as check_all  # noqa: PLC0415
    from l10n.stages.fix import fix as fix_all  # noqa: PLC0415
    from l10n.stages.sharing import pool  # noqa: PLC0415

    if explain:
        result(_explained(context, explain))
        raise typer.Exit(Exit.OK)
    wanted = options(_names("--select", select), _names("--ignore", ignore), baseline)
    if as_json and output_format not in {_Format.FULL, _Format.JSON}:
        raise UsageError(
            f"`--json` and `--output-format {output_format}` exclude each other", remedy="Use one of them."
        )
    fixing = fix or fix_reviewed
    if check and not fixing:
        raise UsageError("`--check` tells what `--fix` would do", remedy="Add `--fix`.")
    if fixing and write_baseline:
        raise UsageError("`--fix` and `--write-baseline` exclude each other", remedy="Fix first, then write.")
    work = open_work(context, locales, articles, repeated=True, also=(baseline,) if baseline else ())
    shape = _Format.JSON if as_json else output_format
    with pool(work, jobs, rules=True, cluster=cluster_of(context, cluster, project_at)) as executor:
        if write_baseline:
            _write_baseline(work, wanted, executor)
        fixed = fix_all(work, wanted, reviewed=fix_reviewed, dry=check, executor=executor) if fixing else None
        done = check_all(work, wanted, executor, drafts=shape is _Format.JSON)
    _report(context, work, done, fixed, shape, reviewed=fix_reviewed, dry=check)
    failing = (
        bool(fixed and fixed.changed)
        if check
        else has_errors(done.findings, fail_on or work.project.config.check.fail_on)
    )
    finish(_failures(done, fixed), findings=failing or bool(work.idle), repeated=context)


def _failures(done: Checked, fixed: Mended | None) -> tuple[L10nError, ...]:
    """Return what could not be read or mended, each once."""
    failures = (*done.failures, *(fixed.failures if fixed else ()))
    return tuple({str(failure): failure for failure in failures}.values())


def _report(
    context: typer.Context,
    work: Workset,
    done: Checked,
    fixed: Mended | None,
    shape: _Format,
    *,
    reviewed: bool,
    dry: bool,
) -> None:
    """Print what was found; of a dry run for a person, what would change instead."""
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.catalog.positions import located  # noqa: PLC0415
    from l10n.checks.fingerprint import fingerprint  # noqa: PLC0415
    from l10n.report.lines import tally  # noqa: PLC0415
    from l10n.report.rules import unchecked  # noqa: PLC0415
    from l10n.stages.risk import ranked  # noqa: PLC0415

    if fixed and dry and shape in _READ:
        result("".join(map(_change, fixed.mends)))
    else:
        mended = fixed.counts if fixed else None
        changed = tuple(fixed.changed) if fixed else ()
        findings = located(done.findings, work.project.catalog) if shape in _LOCATED else done.findings
        marks = tuple(astuple(fingerprint(one)) for one in findings) if shape is _Format.SARIF else ()
        told = tuple(unmet(work, _failures(done, fixed)))
        notices: list[str] = []
        risks = ranked(work, done.drafts, notices=notices) if shape is _Format.JSON else None
        for text in notices:
            notice(text)
        result(
            report.listing(shape.value).inspection(
                Inspection(findings, done.places, mended, changed, done.gaps, marks, told, risks)
            )
        )
    if fixed:
        left = 0 if reviewed or dry else sum(finding.fix is not None and bool(finding.po) for finding in done.findings)
        closing(context, _mended(fixed, left, dry=dry))
    if (done.findings and shape in _COUNTED) or (not done.findings and not done.failures):
        closing(context, tally(done.findings))
    if done.gaps:
        notice(unchecked(done.gaps))
    if done.known:
        notice(f"{count(done.known, 'finding')} of the baseline not shown")
    if done.gone:
        notice(f"{count(done.gone, 'finding')} of the baseline gone; `--write-baseline` takes them out of it")


def _change(mend: Mend) -> str:
    """Return what happens to one text."""
    from l10n.report.excerpt import drawn  # noqa: PLC0415  see `cli.shared.open_work`

    rules = ", ".join(dict.fromkeys(mend.rules))
    return f"{mend.po}:{mend.entry.line}: {rules}\n    - {drawn(mend.entry.target)}\n    + {drawn(mend.text)}\n"


def _mended(fixed: Mended, left: int, *, dry: bool) -> str:
    """Say what was mended; `left` faults have a fix, too, but stand in texts of persons."""
    faults = sum(number for _, number in fixed.counts)
    more = f"; {count(left, 'fault')} of texts that people wrote: `--fix-reviewed`" if left else ""
    if not faults:
        return f"nothing to mend{more}"
    rules = ", ".join(f"{rule} {number}" for rule, number in fixed.counts)
    verb = "would be mended" if dry else "mended"
    return f"{count(faults, 'fault')} {verb} in {count(len(fixed.changed), 'file')}: {rules}{more}"


def _write_baseline(work: Workset, wanted: CheckOptions, executor: Executor | None) -> None:
    """Write what is found now; the check after it finds nothing new."""
    from l10n.stages.check import examine, write_baseline  # noqa: PLC0415  see `cli.shared.open_work`

    name, number, changed = write_baseline(work, wanted, examine(work, wanted, executor, drafts=False))
    notice(f"{name}: {count(number, 'finding')} {'written' if changed else 'as before'}")


def _explained(context: typer.Context, name: str) -> str:
    """Return what is to be known of a rule, of the rules of a family, or a line for each rule.

    In a project, also for which of its locales too little is known.
    """
    from l10n import checks  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.checks.knowledge import gaps  # noqa: PLC0415
    from l10n.report import rules  # noqa: PLC0415

    found = [(checks.family(rule.id), rule) for rule in checks.members(name)]
    if name in checks.SETS:
        return rules.listed(found)
    source, locales = project_languages(context)
    return "\n".join(
        rules.explained(rule, family, [gap for locale in locales for gap in gaps([rule], locale, source)])
        for family, rule in found
    )


def _names(option: str, given: list[str] | None) -> tuple[str, ...]:
    """Return the names of an option that may be repeated and may hold commas; raises `UsageError` where it has none."""
    parts = (part.strip() for value in given or () for part in value.split(","))
    names = tuple(dict.fromkeys(part for part in parts if part))
    if given and not names:
        raise UsageError(f"`{option}` names no rule", remedy="See `l10n check --explain all`.")
    return names
