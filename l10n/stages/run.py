"""The verb `run`: extract, draft, check and build in one go, and count what is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from l10n.checks.selection import CheckOptions
from l10n.model import Severity
from l10n.stages import build, check, coverage, draft_afar, extract
from l10n.stages.articles import Outcome
from l10n.stages.build_article import build_everywhere
from l10n.stages.count_article import count_article
from l10n.stages.examine_article import examine_article
from l10n.stages.mapping import Failure, attempt
from l10n.stages.outcomes import Desk, Files, worked_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Finding
    from l10n.project import ProjectFolder
    from l10n.stages.articles import ArticleInput
    from l10n.stages.built import BuiltArticle
    from l10n.stages.count_article import CountedArticle
    from l10n.stages.delivery import Delivery
    from l10n.stages.draft import Drafted
    from l10n.stages.examine_article import ArticleResult
    from l10n.stages.workset import Workset

__all__ = ["Ran", "RunArticle", "run", "run_article"]

_Step = TypeVar("_Step", bound=Outcome)


@dataclass(frozen=True, slots=True)
class Ran:
    """What each verb did."""

    extracted: extract.Extracted
    drafted: Drafted
    checked: check.Checked
    built: build.Built
    covered: coverage.Covered

    @property
    def failures(self) -> tuple[L10nError, ...]:
        """Every failure once, though several verbs met it."""
        steps = (self.extracted, self.drafted, self.checked, self.built, self.covered)
        return tuple({str(failure): failure for step in steps for failure in step.failures}.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found, then what the build left out besides."""
        told = {(finding.rule, finding.po, finding.key) for finding in self.checked.findings}
        others = [one for one in self.built.findings if (one.rule, one.po, one.key) not in told]
        return (*self.checked.findings, *others)

    @property
    def telling(self) -> tuple[tuple[Finding, ...], int]:
        """What to show of the findings, and how many are left aside: less than errors, and on machine drafts."""
        kept = tuple(one for one in self.findings if one.severity is Severity.ERROR or not self._drafted(one))
        return kept, len(self.findings) - len(kept)

    def _drafted(self, finding: Finding) -> bool:
        return (finding.po, finding.key) in self.checked.remarked


@dataclass(frozen=True, slots=True)
class RunArticle:
    """What became of one article when it was checked, built and counted; it pickles."""

    article: str
    checked: ArticleResult | Failure
    built: BuiltArticle | Failure
    counted: CountedArticle | Failure

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What of it could not be read."""
        steps = self.checked, self.built, self.counted
        return tuple(failure for one in steps if not isinstance(one, Failure) for failure in one.failures)


def run_article(given: ArticleInput, *, termed: frozenset[str]) -> RunArticle:
    """Check an article in the locales that are `termed`, build and count it in all; nothing is read or written."""
    some = replace(given, catalogs={locale: data for locale, data in given.catalogs.items() if locale in termed})
    return RunArticle(
        given.article,
        attempt(partial(examine_article, drafts=False), "checking", some),
        attempt(build_everywhere, "building", given),
        attempt(count_article, "counting", given),
    )


def run(
    work: Workset,
    *,
    today: date,
    tell: Callable[[str], None],
    most: float | None = None,
    executor: Executor | None = None,
) -> Ran:
    """Do everything that the other verbs do; what cannot be done for one article does not keep the others.

    Drafting stops before questions cost more than `most`, where that is given.

    Once its texts are drafted an article is checked, built and counted in one go, so that it is read once for all of
    that. Raises `UsageError` as `check` and `build` do, before anything is done.
    """
    build.ready(work)
    check.ready(work)
    draft_afar.ready(work, executor)
    tell("extract")
    extracted = extract.extract(work, today=today, executor=executor)
    tell("draft")
    drafted = draft_afar.draft(work, today=today, tell=tell, most=most, executor=executor)
    tell("check")
    tell("build")
    checked, built, covered = _finished(work, executor)
    return Ran(extracted, drafted, checked, built, covered)


def _finished(work: Workset, executor: Executor | None) -> tuple[check.Checked, build.Built, coverage.Covered]:
    """Check, build and count every article."""
    options = CheckOptions()
    desk = replace(Desk.of(work), terms=work.terms, names=work.names)
    gathering = check.Gathering(work, options)
    counted: list[CountedArticle] = []
    builder = build.Builder(work, executor=executor)
    unchecked = [Failure("", locale, err) for locale, err in work.termless.items()]
    unbuilt: list[Failure] = []
    uncounted: list[Failure] = []
    function = partial(run_article, termed=frozenset(work.terms))
    files = Files(partial(_without_texts, builder), partial(_files, builder))
    after = partial(_delivered, builder.delivery) if builder.delivery else None
    for done in worked_on(work, function, executor, doing="working on", desk=desk, files=files, after=after):
        if isinstance(done, Failure):
            for failures in (unchecked, unbuilt, uncounted):
                failures.append(done)
            continue
        _sorted_out(done.checked, gathering.take, unchecked)
        _sorted_out(done.built, builder.take, unbuilt)
        _sorted_out(done.counted, counted.append, uncounted)
    found = check.finished(work, options, gathering.done(unchecked))
    return found, builder.done(unbuilt), coverage.summed(work, counted, uncounted)


def _delivered(delivery: Delivery, project: ProjectFolder, done: RunArticle) -> RunArticle:
    return done if isinstance(done.built, Failure) else replace(done, built=delivery(project, done.built))


def _without_texts(builder: build.Builder, done: RunArticle) -> RunArticle | None:
    if isinstance(done.checked, Failure) or isinstance(done.built, Failure) or isinstance(done.counted, Failure):
        return None
    built = builder.slim(done.built)
    return None if built is None else replace(done, built=built)


def _files(builder: build.Builder, done: RunArticle) -> dict[str, str]:
    return {} if isinstance(done.built, Failure) else builder.made(done.built)


def _sorted_out(done: _Step | Failure, take: Callable[[_Step], None], failures: list[Failure]) -> None:
    if isinstance(done, Failure):
        failures.append(done)
        return
    failures += done.failures
    take(done)
