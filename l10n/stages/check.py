"""The verb `check`: apply the rules to every translation, and to the articles themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from l10n.checks import baseline, run
from l10n.checks.knowledge import gaps
from l10n.checks.selection import CheckOptions, selection
from l10n.checks.suppressions import Suppressions
from l10n.config_values import file_inside
from l10n.errors import ArticleError, UsageError
from l10n.many import Pile, Room
from l10n.model import Severity
from l10n.stages.articles import Ranks
from l10n.stages.examine_article import PoPlace, examine_article, failed_rules, finding
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor

    from l10n.checks.baseline import Known, Reach
    from l10n.checks.run import BrokenRule, Digest
    from l10n.checks.selection import Selection
    from l10n.errors import L10nError
    from l10n.model import Finding, Gap, Key
    from l10n.project import ProjectFolder
    from l10n.stages.examine_article import ArticleResult, CheckedText, LocaleResult
    from l10n.stages.mapping import Failure
    from l10n.stages.unread import UnreadDraft
    from l10n.stages.workset import Workset

__all__ = ["Checked", "Gathering", "check", "examine", "finished", "ready", "write_baseline"]


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
    remarked: frozenset[tuple[str, Key]] = frozenset()
    """PO file and key of the drafts that something less than an error was found in."""


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
    gathering = Gathering(work, options)
    examine_one = partial(examine_article, options=options, drafts=drafts)
    for done in outcomes(work, examine_one, unread, executor, doing="checking", terms=True):
        gathering.take(done)
    return gathering.done(unread)


class Gathering:
    """Puts together what was found in one article after the other, and tells at last what they tell together."""

    def __init__(self, work: Workset, options: CheckOptions) -> None:
        self._work = work
        self._options = options
        self._findings: list[Finding] = []
        self._read: list[str] = []
        room = Room()
        self._locales = {locale: _Locale(room) for locale in work.locales}

    def take(self, done: ArticleResult) -> None:
        """Take what was found in an article."""
        self._findings += done.findings
        if not any(failure.locale == "" for failure in done.failures):
            self._read.append(done.article)
        for one in done.locales:
            self._findings += one.findings
            self._locales[one.locale].take(done.article, one)

    def done(self, unread: list[Failure]) -> Checked:
        """Find what the articles tell together; `unread` is what could not be checked."""
        work, config = self._work, self._work.project.config
        ranks = Ranks.of(work.articles, work.locales)
        failures = [*work.unknown, *ranks.errors(unread)]
        unknown: list[Gap] = []
        remarked: set[tuple[str, Key]] = set()
        whole = work.whole and not failures
        for locale, here in self._locales.items():
            wanted = selection(config, self._options, locale)
            broken: list[BrokenRule] = []
            self._findings += self._together(locale, here, wanted, broken, whole=whole)
            failures += failed_rules(broken, f"{config.catalogs}/{locale}")
            unknown += gaps(wanted.rules, locale, config.source) if here.articles else ()
            remarked |= {(work.project.catalog_name(article, locale), key) for article, key in here.remarked}
        return Checked(
            tuple(sorted(self._findings, key=ranks.of_finding)),
            tuple(self._read),
            tuple((article, locale) for locale, here in self._locales.items() for article in here.articles),
            tuple(failures),
            tuple(unknown),
            drafts=tuple(one for here in self._locales.values() for one in here.drafts),
            remarked=frozenset(remarked),
        )

    def _together(
        self, locale: str, here: _Locale, wanted: Selection, broken: list[BrokenRule], *, whole: bool
    ) -> Iterator[Finding]:
        """Apply the rules about a locale to what its articles told, then look for comments that silence nothing."""
        silent = {where: Suppressions(text.ignores, text.used) for where, text in here.commented.items()}
        found = list(run.compared(here.told, wanted.rules, broken))
        texts = here.texts((at, index) for at, index, _, _ in found)
        for at, index, rule, flaw in found:
            comments = silent.get((at, index))
            if comments is None or not comments.silences(rule):
                text = texts[at, index]
                where = self._place(locale, here, at)
                told = finding(where, wanted, rule, flaw, key=text.key, line=text.line, text=text.target)
                if text.draft and told.severity is not Severity.ERROR:
                    here.remarked.append((here.articles[at], text.key))
                yield told
        for (at, index), comments in silent.items():
            for rule, flaw in comments.idle(wanted.rules, whole=whole):
                if rule in wanted.rules and not comments.silences(rule):
                    text, where = here.commented[at, index], self._place(locale, here, at)
                    yield finding(where, wanted, rule, flaw, key=text.key, line=text.line, text="")

    def _place(self, locale: str, here: _Locale, at: int) -> PoPlace:
        article = here.articles[at]
        return PoPlace(article, locale, self._work.project.catalog_name(article, locale))


class _Locale:
    """What the articles of a locale have told, in their order."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.articles: list[str] = []
        self.told: dict[str, Pile[Digest]] = {}
        self.commented: dict[tuple[int, int], CheckedText] = {}
        self.remarked: list[tuple[str, Key]] = []
        self.drafts: list[UnreadDraft] = []
        self._texts: Pile[Mapping[int, CheckedText]] = Pile(room)

    def take(self, article: str, one: LocaleResult) -> None:
        at = len(self.articles)
        self.articles.append(article)
        for rule, packed in one.digests.items():
            self.told.setdefault(rule, Pile(self._room)).append(at, packed)
        self._texts.append(at, one.texts)
        self.commented |= {(at, index): text for index, text in one.commented.items()}
        self.remarked += ((article, key) for key in one.remarked)
        self.drafts += one.drafts

    def texts(self, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], CheckedText]:
        """Return the texts at some places, each an article and a pair in it: what an article told is unpacked once."""
        found: dict[tuple[int, int], CheckedText] = {}
        for at, some in groupby(sorted(set(places)), key=itemgetter(0)):
            _, texts = self._texts[at]
            found |= {place: texts[place[1]] for place in some}
        return found


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
