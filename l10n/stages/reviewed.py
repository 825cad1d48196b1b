"""What `coverage` asks the history of the catalogues for: who reviewed what, and what became of drafts."""

from __future__ import annotations

import pickle
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import product
from typing import TYPE_CHECKING

from l10n import program, reviews
from l10n.errors import L10nError, UsageError
from l10n.model import Band, ReviewShare, State, Taken
from l10n.stages.revisions import Asked, listed, read, source_words
from l10n.values import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.history import Commit, FileChange
    from l10n.model import CatalogChange, ReviewEvent, Standing
    from l10n.project import ProjectFolder
    from l10n.stages.revisions import Listed
    from l10n.state import ProjectState

__all__ = ["Period", "Reviewed", "period"]

MONTHS = "months"
_VERB = "reviews "
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_SCORES = (95, 85, 75)
"""The least per cent of each group of near matches."""


@dataclass(frozen=True, slots=True)
class Period:
    """Which reviews are counted: those of some commits, or of months of the author's time, in UTC."""

    said: str
    first: str = ""
    last: str = "HEAD"
    month: str = ""

    @property
    def newest(self) -> bool:
        """It ends with what is checked out."""
        return self.last == "HEAD"

    def of(self, one: ReviewEvent) -> str:
        """Return what a review is counted under; empty where it is not."""
        if self.first:
            return self.said if one.asked else ""
        month = datetime.fromtimestamp(one.written, UTC).strftime("%Y-%m")
        return month if self.month in {"", month} else ""


def period(said: str) -> Period:
    """Read a period; raises `UsageError` for what is none."""
    first, dots, last = said.partition("..")
    if dots and first and not last.startswith("."):
        return Period(said, first, last or "HEAD")
    if said == MONTHS or _MONTH.fullmatch(said):
        return Period(said, month="" if said == MONTHS else said)
    raise UsageError(
        f"`--period {said}` is no period", remedy="Name two revisions, `v1.0..HEAD`, a month, `2026-05`, or `months`."
    )


@dataclass(slots=True)
class _ShareSum:
    """What is added up for one `ReviewShare`."""

    segments: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """Words by the name of a field."""
    bands: Counter[Band] = field(default_factory=Counter)
    scores: Counter[str] = field(default_factory=Counter)

    def edited(self, one: ReviewEvent | None, times: int, many: int) -> None:
        """Add the edits of a reviewed draft, and the words of its source to what is not known of them."""
        if one is None or one.edited is None:
            self.counts["unknown"] += many
        else:
            self.counts["edits"] += times * one.edited[0]
            self.counts["length"] += times * one.edited[1]

    def share(self, name: str, locale: str, when: str) -> ReviewShare:
        """Return the sum."""
        bands = {band: self.bands[band] for band in Band} if self.bands else {}
        return ReviewShare(name, locale, when, self.segments, bands=bands, scores=dict(self.scores), **self.counts)


class _KeptReviews:
    """What was read of catalogues before: the same commits made the same of them."""

    def __init__(self, state: ProjectState | None, found: Listed) -> None:
        self._state = state
        self._found = found
        keys = {place: _mark(steps) for place, steps in found.items()} if state else {}
        self.texts: list[ReviewEvent] = []
        self.unread = set(found)
        self._keys = keys
        for locale in dict.fromkeys(locale for _, locale in keys):
            own = {article: key for (article, at), key in keys.items() if at == locale}
            for article in sorted(state.known(_VERB + locale, own)) if state else ():
                self._take(article, locale)

    def _take(self, article: str, locale: str) -> None:
        assert self._state is not None  # noqa: S101  there are no keys without one
        place = article, locale
        steps = [step for step, _ in self._found[place]]
        try:
            texts = loads(self._state.value(_VERB + locale, article, self._keys[place]))
            placed = [replace(one, at=steps[one.at][0], asked=steps[one.at][2]) for one in texts]
        except Exception:  # noqa: BLE001  whatever a damaged file has it raise
            return
        self.texts += placed
        self.unread.discard(place)

    def keep(self, place: tuple[str, str], texts: Sequence[ReviewEvent]) -> None:
        """Keep what was read of a catalogue, by the place of each commit among those that touched it."""
        if self._state is None:
            return
        steps = {step[0]: at for at, (step, _) in enumerate(self._found[place])}
        own = tuple(replace(one, at=steps[one.at], asked=False) for one in texts)
        self._state.keep(_VERB + place[1], place[0], self._keys[place], pickle.dumps(own, pickle.HIGHEST_PROTOCOL), {})


def _mark(steps: Sequence[tuple[tuple[int, Commit, bool], FileChange]]) -> bytes:
    """Return what tells the commits of a catalogue from others, and this program."""
    seen = blake2b(program.digest().encode(), digest_size=16)
    for (_, one, _), change in steps:
        seen.update(repr((replace(one, files=()), change)).encode("utf-8", "surrogatepass"))
    return seen.digest()


@dataclass(slots=True)
class Reviewed:
    """What is told of reviewers, or of machines, out of the history: of what stands now, or of a period."""

    project: ProjectFolder
    state: ProjectState | None
    locales: tuple[str, ...]
    articles: tuple[str, ...]
    """What is counted."""
    whole: bool
    """Those are all articles, so that what is gone is counted, too."""
    engines: bool
    """Machines are asked for, and not reviewers."""
    period: Period | None
    notices: list[str] = field(default_factory=list)
    _known: dict[tuple[str, str, str, str], ReviewEvent] = field(default_factory=dict)
    _texts: list[ReviewEvent] = field(default_factory=list)
    _again: dict[tuple[str, str], int] = field(default_factory=dict)
    """Article and key → how often it stands there, where that is more than once."""
    _sums: dict[tuple[str, str, str], _ShareSum] = field(default_factory=lambda: defaultdict(_ShareSum))

    def look(self, others: Callable[[list[CatalogChange]], None] | None) -> bool:
        """Walk the history, and show `others`, if there are any, what is met; tell whether there is one.

        Without one a period is refused, and of what stands now it is told that it is not known.
        """
        when = self.period or Period("")
        otherwise = "leave `--period` out" if self.period else "group by `article` or `locale`"
        places = frozenset(product(self.articles, self.locales))
        whole = frozenset(self.locales if self.whole else ())
        asked = Asked(places, whole, first=when.first, last=when.last, otherwise=otherwise)
        try:
            self._walk(asked, others)
        except L10nError as err:
            if self.period:
                raise
            self.notices.append(f"who reviewed what, and how much of drafts was changed, is not known: {err}")
            return False
        self._texts = reviews.settled(self._texts)
        if not self.period:
            self._known = {(one.locale, one.article, one.key, one.text): one for one in self._texts}
        return True

    def _walk(self, asked: Asked, others: Callable[[list[CatalogChange]], None] | None) -> None:
        """Take what was read of a catalogue before as long as its commits are the same, unless others want it read."""
        found = listed(self.project, asked)
        kept = _KeptReviews(self.state if others is None else None, found)
        self._texts += kept.texts
        for changes in read(self.project, asked, {place: found[place] for place in found if place in kept.unread}):
            texts = list(reviews.read(changes, source_words))
            kept.keep((changes[0].article, changes[0].locale), texts)
            self._texts += texts
            if others:
                others(changes)

    def take(self, standings: Iterable[Standing]) -> None:
        """Count the segments of one article in one locale."""
        times: Counter[tuple[str, str]] = Counter()
        for one in standings:
            key = reviews.place(one.key)
            times[one.article, key] += 1
            if self.period is None:
                self._stand(one, key)
        self._again.update({place: number for place, number in times.items() if number > 1})

    def _stand(self, one: Standing, key: str) -> None:
        """Count a segment as it stands now."""
        drafted = one.origin.machine if one.origin else ""
        name, reviewed = drafted, one.state is State.REVIEWED
        if one.state not in {State.REVIEWED, State.DRAFT} or (self.engines and not drafted):
            return
        text = self._known.get((one.locale, one.article, key, one.digest)) if reviewed else None
        if not self.engines:
            if not reviewed:
                return
            name = reviews.named(one.reviewer) if one.reviewer else text.by if text else ""
        total = self._sums[one.locale, "", name]
        if not reviewed:
            total.counts["in_work" if one.in_work else "draft"] += one.words
            return
        total.segments += 1
        total.counts["human" if not drafted else "edited" if one.edited else "accepted"] += one.words
        if drafted:
            total.edited(text, 1, one.words)

    def shares(self) -> tuple[ReviewShare, ...]:
        """Return what was counted: by locale, period and name; what is not known of comes last."""
        if self.period:
            self._count(self.period)
        ranks = {locale: at for at, locale in enumerate(self.locales)}
        order = sorted(self._sums, key=lambda one: (ranks[one[0]], one[1], not one[2], one[2]))
        return tuple(self._sums[one].share(one[2], one[0], one[1]) for one in order)

    def _count(self, when: Period) -> None:
        """Count what was reviewed in a period."""
        lost = 0
        for one in self._texts:
            label = when.of(one)
            name = one.engine if self.engines else one.by
            if not label or (self.engines and not name):
                continue
            times = self._again.get((one.article, one.key), 1)
            lost += times * one.words if one.taken is Taken.UNKNOWN else 0
            if one.taken is not Taken.REVIEWED:
                continue
            total = self._sums[one.locale, label, name]
            total.segments += times
            kind = "human" if not one.engine else "accepted" if one.accepted else "edited"
            total.counts[kind] += times * one.words
            total.bands[one.band] += one.words
            total.bands[Band.REPEATED] += (times - 1) * one.words
            if one.band is Band.NEAR:
                total.scores[_score(one.score)] += one.words
            if one.band is Band.NEW and one.engine:
                total.counts["drafted"] += one.words
            if one.engine:
                total.edited(one, times, times * one.words)
        if not self._sums:
            self.notices.append(f"nothing was reviewed in the period `{when.said}`")
        if lost:
            self.notices.append(
                f"{lost} reviewed words are not counted, for the history begins with them; `fetch-depth: 0` fetches all"
            )


def _score(score: float | None) -> str:
    """Return the group of a near match: `95-99`."""
    if score is None:
        return "unknown"
    least = next((one for one in _SCORES if 100 * score >= one), 0)
    most = {95: 99, 85: 94, 75: 84}.get(least, 74)
    return f"{least}-{most}"
