"""The verb `check`: apply the rules to every translation, and to the articles themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.checks import baseline, run
from l10n.checks.knowledge import gaps
from l10n.checks.selection import CheckOptions, selection
from l10n.checks.suppressions import Suppressions
from l10n.config_values import file_inside
from l10n.errors import ArticleError, UsageError
from l10n.stages.articles import Ranks
from l10n.stages.examine_article import PoPlace, examine_article, failed_rules, finding
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from l10n.checks.baseline import Known, Reach
    from l10n.checks.run import BrokenRule
    from l10n.checks.selection import Selection
    from l10n.errors import L10nError
    from l10n.model import Finding, Gap
    from l10n.project import ProjectFolder
    from l10n.stages.examine_article import ArticleResult, LocaleResult
    from l10n.stages.mapping import Failure
    from l10n.stages.unread import UnreadDraft
    from l10n.stages.workset import Workset

__all__ = ["Checked", "check", "examine", "finished", "ready", "together", "write_baseline"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    """Without those of the baseline; in the order of the articles, then locale, line, place and rule."""
    articles: tuple[str, ...]
    """Every article that was read."""
    places: tuple[tuple[str, str], ...]
    """Article and locale of every catalogue that was read."""
    failures: tuple[L10nError, ...]
    gaps: tuple[Gap, ...] = ()
    """Rules that were wanted and could not be applied in a locale, for want of knowledge of the language."""
    known: int = 0
    """Findings that the baseline has."""
    gone: int = 0
    """Findings of the baseline that are no more."""
    drafts: tuple[UnreadDraft, ...] = ()
    """The machine's drafts, locale by locale in the order of the articles."""


def check(
    work: Workset, options: CheckOptions | None = None, executor: Executor | None = None, *, drafts: bool = True
) -> Checked:
    """Check reviewed texts and drafts against their sources, and whether they fit into their articles.

    A stale text translates another source and is left to coverage, as are missing texts and drafts as such. Raises
    `UsageError` where the baseline cannot be read. Without `drafts` the machine's drafts are not listed.
    """
    options = options or CheckOptions()
    _known(work.project, options)
    return finished(work, options, examine(work, options, executor, drafts=drafts))


def finished(work: Workset, options: CheckOptions, found: Checked) -> Checked:
    """Leave out what the baseline has; raises `UsageError` where it cannot be read."""
    known = _known(work.project, options)
    if known is None:
        return found
    left, gone = baseline.compare(known, found.findings, _reach(work, options, found))
    return replace(found, findings=left, known=len(found.findings) - len(left), gone=gone)


def ready(work: Workset) -> None:
    """Raise `UsageError` where the baseline of the configuration cannot be read."""
    _known(work.project, CheckOptions())


def examine(work: Workset, options: CheckOptions, executor: Executor | None = None, *, drafts: bool = True) -> Checked:
    """Do what `check` does, with no baseline: examine each article, then what they tell together."""
    unread: list[Failure] = []
    examine_one = partial(examine_article, options=options, drafts=drafts)
    results = list(outcomes(work, examine_one, unread, executor, doing="checking", terms=True))
    return together(work, options, results, unread)


def together(work: Workset, options: CheckOptions, results: Sequence[ArticleResult], unread: list[Failure]) -> Checked:
    """Put together what was found in each article, and find what they tell together."""
    ranks = Ranks.of(work.articles, work.locales)
    failures = [*work.unknown, *ranks.errors(unread)]
    findings = [one for result in results for one in result.findings]
    places: list[tuple[str, str]] = []
    unknown: list[Gap] = []
    unseen: list[UnreadDraft] = []
    whole = work.whole and not failures
    for locale in work.locales:
        here = [(done.article, one) for done in results for one in done.locales if one.locale == locale]
        findings += [one for _, row in here for one in row.findings]
        places += [(article, locale) for article, _ in here]
        unseen += [one for _, row in here for one in row.drafts]
        wanted = selection(work.project.config, options, locale)
        broken: list[BrokenRule] = []
        findings += _together(here, wanted, broken, whole=whole)
        failures += failed_rules(broken, f"{work.project.config.catalogs}/{locale}")
        unknown += gaps(wanted.rules, locale, work.project.config.source) if here else ()
    read = tuple(done.article for done in results if _was_read(done))
    return Checked(
        tuple(sorted(findings, key=ranks.of_finding)),
        read,
        tuple(places),
        tuple(failures),
        tuple(unknown),
        drafts=tuple(unseen),
    )


def _together(
    here: Sequence[tuple[str, LocaleResult]], wanted: Selection, broken: list[BrokenRule], *, whole: bool
) -> Iterator[Finding]:
    """Apply the rules about a locale to what its articles told, then look for comments that silence nothing."""
    places = [PoPlace(article, one.locale, one.po) for article, one in here]
    texts = {(at, index): text for at, (_, one) in enumerate(here) for index, text in one.texts.items()}
    silent = {where: Suppressions(text.ignores, text.used) for where, text in texts.items()}
    for at, index, rule, flaw in run.compared([one.digests for _, one in here], wanted.rules, broken):
        if not silent[at, index].silences(rule):
            text = texts[at, index]
            yield finding(places[at], wanted, rule, flaw, key=text.key, line=text.line, text=text.target)
    for (at, index), text in texts.items():
        comments = silent[at, index]
        for rule, flaw in comments.idle(wanted.rules, whole=whole) if text.ignores is not None else ():
            if rule in wanted.rules and not comments.silences(rule):
                yield finding(places[at], wanted, rule, flaw, key=text.key, line=text.line, text="")


def write_baseline(work: Workset, options: CheckOptions, found: Checked) -> tuple[str, int, bool]:
    """Write what was found as the baseline; what was not looked at stays in it.

    Returns the file's name, how many findings it holds, and whether it changed. Raises `UsageError` where no file is
    named or what is there is no baseline.
    """
    name = _file(work.project, options)
    if not name:
        raise UsageError(
            "no file is named for the baseline",
            remedy="Add `--baseline l10n-baseline.json`, or set `baseline` in [tool.l10n.check].",
        )
    before = _read(work.project, name)
    known = baseline.renewed(before, found.findings, _reach(work, options, found))
    changed = before is None or +known != +before
    if changed:
        work.project.write_file(name, baseline.render(known))
    return name, known.total(), changed


def _file(project: ProjectFolder, options: CheckOptions) -> str:
    """Return the file of known findings, relative to the project; empty for none. Raises `UsageError`."""
    if options.baseline is None:
        return project.config.check.baseline
    try:
        return file_inside(options.baseline)
    except ValueError as err:
        raise UsageError(str(err), path=options.baseline, remedy="Name a file by its path from the project.") from err


def _known(project: ProjectFolder, options: CheckOptions) -> Known | None:
    """Read the baseline; None where none is asked for. Raises `UsageError` where the file is missing or none."""
    name = _file(project, options)
    if not name:
        return None
    known = _read(project, name)
    if known is None:
        raise UsageError("there is no such baseline", path=name, remedy="Make it with `l10n check --write-baseline`.")
    return known


def _read(project: ProjectFolder, name: str) -> Known | None:
    try:
        text = project.read_file(name)
    except ArticleError as err:
        raise baseline.none(name) from err
    return None if text is None else baseline.parse(text, name)


def _reach(work: Workset, options: CheckOptions, found: Checked) -> Reach:
    config = work.project.config
    rules = {locale: {rule.id for rule in selection(config, options, locale).rules} for locale in ("", *work.locales)}
    return baseline.Reach(
        articles=set(found.articles),
        places=set(found.places),
        left_out=set(config.locales) - set(work.locales),
        rules=rules,
        whole=work.whole,
        failed=bool(found.failures),
    )


def _was_read(result: ArticleResult) -> bool:
    return not any(failure.locale == "" for failure in result.failures)
