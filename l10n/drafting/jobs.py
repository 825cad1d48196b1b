"""Owns the values that drafting begins and ends with: texts that want a draft, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import L10nError
from l10n.model import Kind
from l10n.protocols import Pair
from l10n.text.facts.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.model import DraftFix, Key, Term
    from l10n.protocols import Format, Rule

__all__ = ["Brief", "BrokenJob", "DraftJob", "DraftOutcome", "noting", "paired", "settled_terms"]


@dataclass(frozen=True, slots=True)
class Brief:
    """What all texts that are drafted into one locale have in common."""

    source: str
    locale: str
    """Gettext names of the languages of the articles and of the drafts."""
    terms: tuple[Term, ...]
    """The glossary of the locale."""
    format_of: Callable[[str], Format]
    """Returns a format by its name: it knows the markup inside a text."""
    finishers: tuple[Rule, ...] = ()
    """The rules whose fixes are put into what a machine drafts (see `drafting.finish`), those for this locale only."""
    judges: tuple[Rule, ...] = ()
    """The rules about single texts, for this locale, of which an error keeps an answer out."""


@dataclass(frozen=True, slots=True)
class DraftJob:
    """A segment that wants a draft."""

    article: str
    format: str
    key: Key
    engines: tuple[str, ...]
    """Whom to ask, in this order."""
    before: str
    after: str
    """The source texts beside it; empty at the ends of the article."""
    names: tuple[Term, ...] = ()
    """Names that the article has, and what they are called; the glossary's terms are not among them."""
    kind: Kind = Kind.PARAGRAPH
    register: str = ""
    """The level of speech that sentences are turned to, as the language calls it; empty leaves them."""
    spoken: bool = False
    """A quotation that began before runs on into it: the words are another's."""

    @property
    def twin(self) -> tuple[str, str]:
        """What jobs have in common that one question answers."""
        return self.format, self.key.text


def settled_terms(job: DraftJob, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms of a glossary and the names by which a text is to be translated; of two equals the term."""
    return (*terms_in(job.key.text, terms), *terms_in(job.key.text, job.names)) if job.names else terms


def paired(job: DraftJob, text: str, brief: Brief) -> Pair:
    """Return a text and its draft as rules look at them."""
    inline = brief.format_of(job.format).inline
    return Pair(
        job.key.text,
        text,
        brief.locale,
        inline(job.key.text),
        inline(text),
        brief.source,
        job.kind,
        terms=settled_terms(job, brief.terms),
        article=job.article,
    )


@dataclass(frozen=True, slots=True)
class BrokenJob:
    """A job that the program fails on; the others go on."""

    job: DraftJob
    error: Exception


class noting:  # noqa: N801  a context, which is entered several times for each text
    """Do a part of the work on one job; what nobody foresaw goes to `broken`. Raises `L10nError` only."""

    __slots__ = ("_broken", "_job")

    def __init__(self, broken: list[BrokenJob], job: DraftJob) -> None:
        """Name the job, and where it goes."""
        self._broken = broken
        self._job = job

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> bool:
        """Put a job down that the program fails on."""
        if not isinstance(error, Exception) or isinstance(error, L10nError):
            return False
        self._broken.append(BrokenJob(self._job, error))
        return True


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """What became of a job."""

    job: DraftJob
    text: str = ""
    """The draft, as it goes into the catalogue; empty when no engine gave one."""
    engine: str = ""
    reasons: tuple[str, ...] = ()
    """Why engines that were asked gave none, in their order."""
    by_hand: tuple[tuple[int, int], ...] = ()
    """Stretches of the draft, start and end, that a person wrote: the memory's part of it."""
    changes: tuple[DraftFix, ...] = ()
    """What was finished of the engine's text."""
    unturned: tuple[str, ...] = ()
    """Ends of sentences that stay at another level of speech than the one wanted."""
