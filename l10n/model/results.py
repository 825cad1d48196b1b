"""The values that commands tell people: findings and coverage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.model.cells import Substate

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model.catalogs import Origin, State
    from l10n.model.cells import Cell, Prominence
    from l10n.model.documents import Key, Kind

__all__ = [
    "SOURCE",
    "Correction",
    "Coverage",
    "DraftRisk",
    "Explained",
    "ExplainedText",
    "Finding",
    "Flaw",
    "Gap",
    "Inspection",
    "Pace",
    "Severity",
    "Spot",
    "Standing",
    "Tally",
]


class Severity(StrEnum):
    """How much a finding matters: errors fail a build, the others are told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault of one text, as a rule tells it."""

    message: str
    """What is wrong, for a translator; neither the rule nor the place is named in it."""
    start: int = 0
    end: int = 0
    """Character offsets of the fault: into the target, or into the source for a rule about sources. Equal where no
    place is to blame."""
    fix: str | None = None
    """What to put in place of `start`…`end`; only where that is right without reading the text."""
    severity: Severity | None = None
    """Instead of the rule's own, where this fault is more or less certain than most."""
    kind: str = ""
    """What sort of fault it is, in one word, where a rule has to tell several apart."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a file: lines and columns count from 1, columns in characters; the end is behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with content, for a person to decide about."""

    rule: str
    severity: Severity
    message: str
    article: str
    locale: str = ""
    po: str = ""
    """Path of the PO file relative to the project, where the finding is about an entry."""
    line: int = 0
    """1-based line in `po` where that is given, else in the article; 0 when unknown."""
    key: Key | None = None
    text: str = ""
    """The text that is judged, which `start` and `end` speak of; empty where the whole entry is meant."""
    start: int = 0
    end: int = 0
    """Character offsets of the fault in `text`; equal where no place is to blame."""
    fix: str | None = None
    """What may be put in place of the fault without reading on; None where a person must decide."""
    spot: Spot | None = None
    """Where the fault stands in the PO file; None where that was not looked up."""
    path: str = ""
    """Path of the article relative to the project, where the finding is about the source."""
    family: str = ""
    """The family of the rule; empty where the rule has none."""
    reason: str = ""
    """Why the rule exists, one sentence."""

    @property
    def file(self) -> str:
        """The file that `line` is a line of."""
        return self.po or self.path or self.article


SOURCE = "source."
"""Stands before what would have to be known of the language of the source."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A rule that was not applied in a locale, for want of knowledge of the language."""

    locale: str
    rule: str
    facets: tuple[str, ...]
    """What would have to be known of the language; `source.negation` where it is that of the source."""


@dataclass(frozen=True, slots=True)
class DraftRisk:
    """A machine's draft that nobody has read, and how likely it is wrong."""

    article: str
    locale: str
    po: str
    """Path of the PO file relative to the project."""
    line: int
    """1-based line in `po`."""
    key: Key
    text: str
    score: float
    """0…1, for comparing drafts (see `text.risk`)."""
    reasons: tuple[str, ...] = ()
    """What raises it, in words, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the checks of a project found and, where they were asked to, mended."""

    findings: tuple[Finding, ...]
    """In the order of the articles, their lines and the places in a text."""
    places: tuple[tuple[str, str], ...] = ()
    """Article and locale of everything that was looked at."""
    mended: tuple[tuple[str, int], ...] | None = None
    """Rule → faults that were mended; None where nothing was to be mended."""
    changed: tuple[str, ...] = ()
    """PO files that mending wrote, or would."""
    gaps: tuple[Gap, ...] = ()
    """What could not be looked for."""
    fingerprints: tuple[tuple[str, ...], ...] = ()
    """What makes each finding the same one tomorrow, in their order; empty where no report asks for it."""
    errors: tuple[L10nError, ...] = ()
    """What could not be read or looked at, so that nothing is said of it."""
    risks: tuple[DraftRisk, ...] | None = None
    """The drafts, the likeliest to be wrong first; None where no report asks for them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts per state; obsolete entries are in no article and are not counted."""

    reviewed: int = 0
    draft: int = 0
    stale: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        """The sum of all states."""
        return self.reviewed + self.draft + self.stale + self.missing

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.reviewed + other.reviewed,
            self.draft + other.draft,
            self.stale + other.stale,
            self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the drafts of one article were read in one locale, as far as the history tells (`l10n.pace`)."""

    least: float
    """Seconds a word that the configuration asks for."""
    seconds: float | None
    """No more than so many seconds a word were there for some of the words; None where nothing is known of any."""
    words: int
    """Source words of reviewed drafts of which it is known."""
    unknown: int
    """Source words of reviewed drafts of which it is not."""

    @property
    def hasty(self) -> bool:
        """Some were read faster than the configuration asks for."""
        return self.seconds is not None and self.seconds < self.least


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one article is translated into one locale; every occurrence counts."""

    article: str
    locale: str
    segments: Tally
    words: Tally
    """Words of the English source."""
    headline: bool = False
    """The headline is reviewed; where there are several (`<title>` and `<h1>`), each of them."""
    lede: bool = False
    """The first paragraph is reviewed, and all above it that may be one."""
    unread: tuple[str, ...] = ()
    """What of headline and first paragraph nobody has reviewed: line and text of each, for a message."""
    urgent: int = 0
    """Stale segments whose source changed in a number, a negation, a name or a quotation."""

    unedited: int = 0
    """Words of reviewed segments that were accepted as a machine had drafted them."""
    max_unedited: int = 100
    """Per cent of the reviewed words that may be so, by the configuration."""
    pace: Pace | None = None
    """None where the configuration does not ask for it."""
    cells: tuple[Cell, ...] = ()
    """All that is counted by what it is, in the order of the reports; `segments`, `words`, `urgent` and `unedited` are
    sums of it."""

    @property
    def unedited_percent(self) -> float | None:
        """Words accepted as drafted in per cent of reviewed words, 0…100; None where none is reviewed."""
        return 100.0 * self.unedited / self.words.reviewed if self.words.reviewed else None

    @property
    def unread_too_far(self) -> bool:
        """More was accepted as drafted than the configuration allows."""
        return 100 * self.unedited > self.max_unedited * self.words.reviewed

    @property
    def percent(self) -> float:
        """Reviewed words in per cent of all words, 0…100; 100 for an article without words."""
        return 100.0 * self.words.reviewed / self.words.total if self.words.total else 100.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one segment of an article stands in one locale; one for each occurrence, in the order of the article."""

    article: str
    locale: str
    key: Key
    kind: Kind
    line: int
    """1-based line of the article, and not of the PO file."""
    words: int
    """Words of the source, markup left out."""
    prominence: Prominence
    state: State
    """Never obsolete: what the catalogue does not know is missing."""
    origin: Origin | None = None
    """What the text came from before a person had it; None without a text, and for one that a person wrote."""
    edited: bool = False
    """The text is no longer what `origin` brought."""
    in_work: bool = False
    """A draft that a person has begun to change."""
    urgent: tuple[str, ...] = ()
    """What makes a stale text dangerous: a number, a negation, a name or a quotation changed in the source."""
    risk: float | None = None
    """How likely the text is wrong, 0…1; None where that is not known."""
    digest: str = ""
    """Of the text."""
    reviewer: str = ""
    """Who read just this text, by its `# reviewed:` line; empty without one."""
    substate: Substate = Substate.MISSING
    """What it is counted as."""


@dataclass(frozen=True, slots=True)
class ExplainedText:
    """What stands in the place of one segment of a localized article, and why."""

    line: int
    """1-based line of the article."""
    source: str
    text: str
    """Empty where the source stands, or the text before has its words."""
    shown: str
    """One of the names of `publish.policy.Shown`."""
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What stands in the place of each segment of an article in one locale."""

    article: str
    locale: str
    policy: str
    fallback: str
    texts: tuple[ExplainedText, ...]
    """In the order of the article."""
    held: str = ""
    """Why it is not published; empty where it is."""
    path: str = ""
    """Of the localized article, relative to the project."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A text that people approved for an English that said another thing: a number, a negation, a name, a quotation."""

    article: str
    locale: str
    po: str
    line: int
    """1-based line of the entry; 0 where the catalogue does not have it under this source yet."""
    since: str
    """ISO 8601 day."""
    facts: tuple[str, ...]
    """What changed: `number`, `negation`, `name`, `quotation`; `unknown` where the English before is lost."""
    before: str
    """The English before; empty where it is lost."""
    key: Key
    """The English now."""
    text: str
