"""The contracts of the plug-ins: formats, engines, memories, checks, reports.

A format, a check family and a report are *modules*; engines and memories hold a connection and are objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from l10n.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from l10n.errors import StorageError
    from l10n.model import (
        Answer,
        Edition,
        Finding,
        Flaw,
        Form,
        FrontField,
        HeadingPlace,
        HeadPlace,
        Inline,
        Inspection,
        LinkPlace,
        Overview,
        Part,
        Place,
        Request,
        Segment,
        Segmentation,
        Severity,
        Slot,
        Term,
        Translation,
    )

__all__ = [
    "SHORTCODE_TEXT",
    "TEXT_PROPS",
    "AnswerStore",
    "Check",
    "Engine",
    "Example",
    "FindInArticle",
    "FindInLocale",
    "FindInText",
    "Format",
    "Held",
    "Hit",
    "Listing",
    "Memory",
    "Pair",
    "ParseOptions",
    "Report",
    "Rule",
    "Scope",
    "shortcode_text",
    "text_props",
]


TEXT_PROPS: tuple[str, ...] = (
    *("title", "description", "label", "text", "alt", "caption", "summary", "aria-label", "placeholder"),
    "titleText",
)
"""The properties of components that hold words in most libraries of them."""


SHORTCODE_TEXT: tuple[str, ...] = ("alt", "caption", "title")
"""The parameters of shortcodes, includes, fences and directives that hold words in most sites."""


def text_props(named: Iterable[str]) -> tuple[str, ...]:
    """Return the properties that hold words: the usual ones and those named, without those named with a `!`."""
    return _without((*TEXT_PROPS, *named))


def shortcode_text(named: Iterable[str]) -> tuple[str, ...]:
    """Return the parameters that hold words: the usual ones and those named, without those named with a `!`."""
    return _without((*SHORTCODE_TEXT, *named))


def _without(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if not name.startswith("!") and f"!{name}" not in names))


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What a project decides about cutting an article."""

    segmentation: Segmentation
    fields: tuple[str, ...] = ()
    """Fields of front matter that are translated besides the default ones, or not (`l10n.fieldpaths`)."""
    code_comments: bool = False
    """Comments in code blocks are translated."""
    source: str = "en"
    """Gettext name of the language that the articles are written in."""
    exclude: tuple[str, ...] = ()
    """Selectors of elements of HTML that are left alone (`l10n.selectors`)."""
    raw_blocks: tuple[str, ...] = ()
    """Names of raw blocks of site generators besides the known ones; `!name` takes a known one away."""
    text_props: tuple[str, ...] = TEXT_PROPS
    """Properties of components whose words are translated."""
    shortcode_text: tuple[str, ...] = SHORTCODE_TEXT
    """Parameters of shortcodes, includes, fences and directives whose words are translated."""


class Format(Protocol):
    """Cuts articles of one format and escapes translations for it.

    Laws, for any source: the raw texts of `parse(source, options)` joined are the source;
    `encode(segment, segment.key.text) == segment.raw`; `fill(slot, edition)` returns `slot.raw` where the edition
    has nothing to say there.
    """

    name: str
    extensions: tuple[str, ...]
    """Lower-case file name endings with their dot."""

    def parse(self, source: str, options: ParseOptions) -> tuple[Part, ...]:
        """Cut an article; raise `ArticleError` with a line (and no path) where it cannot be read."""

    def encode(self, segment: Segment, text: str) -> str:
        """Escape a translation so that, put in the segment's place, it stays text of that place."""

    def place(self, segment: Segment) -> Place:
        """Tell how renderers read the place of a segment, so that nothing comes to life in it."""

    def fill(self, slot: Slot, edition: Edition) -> str:
        """Write what an edition states into a slot."""

    def mark(self, segment: Segment, edition: Edition, *, whole: bool) -> str:
        """Return the raw text of a segment that stays in the language of the source, marked as `edition.marked`.

        `whole` says that it is all of its block and no sentence of several. It is returned as it is where nothing is
        to be marked, and where the format has no way that keeps the structure.
        """

    def skeleton(self, source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the block structure: equal for two texts that differ only in the words of their segments.

        `raw_blocks` are those that the article was cut by.
        """

    def inline(self, text: str) -> tuple[Inline, ...]:
        """Find the markup inside a segment's text, that engines leave alone: spans ascend, pairs nest, ids count up."""

    def uniform(self, text: str) -> str:
        """Return a segment's text with its markup in one spelling: readers see two texts alike that are equal then."""

    def statement(self, source: str, name: str) -> tuple[str, int] | None:
        """Return what an article states of itself for programs under a name, and on which line; None where nothing."""

    def stated(self, source: str, names: Sequence[str]) -> tuple[str, ...]:
        """Return what an article states of itself for sites, under the first of some names: each item of a list."""

    def body(self, source: str) -> str:
        """Return what readers read of an article, as HTML; raise `ArticleError` where only its own site can render it.

        The headline is an `<h1>` in it, where it is no field.
        """

    def drawn(self, source: str) -> str:
        """Return a whole text as HTML, to be looked at once what acts in it has been taken out."""

    def notices(self, source: str) -> tuple[tuple[int, str], ...]:
        """Tell what was left alone though an author may not know: line and message each."""

    def links(self, source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[LinkPlace, ...]:
        """Return where the targets of links and pictures are in a whole text, ascending; not those in code."""

    def headings(self, source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[HeadingPlace, ...]:
        """Return the headings of a whole text to which a generator gives an anchor made of their words."""

    def head(self, source: str) -> HeadPlace | None:
        """Return where a whole page is told of its other languages; None where it has no place for it, or does so."""

    def restated(self, source: str, values: Mapping[str, Sequence[str]]) -> str:
        """Return a text with fields of front matter set: two templates each, for one that is there, and that is not."""

    def fields(self, source: str, options: ParseOptions) -> tuple[FrontField, ...]:
        """Return the texts in front matter that the project may name, translated or not; none that is unreadable."""


class AnswerStore(Protocol):
    """Keeps what services answered, so that no question is paid for twice, and watches what questions may cost.

    Engines that send text over a network ask it before and tell it after each question, from several threads.
    """

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; None when the question is still to be asked."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer; it survives the end of the machine when this returns."""

    def afford(self, engine: str, characters: int) -> bool:
        """Tell whether an engine may be asked about so many characters; counts them as asked when it may.

        A negative number gives back what brought no answer; 0 asks whether an answer could be kept now.
        """


class Engine(Protocol):
    """Drafts texts in another language."""

    name: str
    form: Form
    takes_terms: bool
    """It is told of terms in `Request.terms`, or has a glossary of its own; for others, terms travel as marks."""
    destination: str
    """Where the text is sent (`translate.google.com`), for the user to read; empty when it stays on this machine."""

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request, in their order.

        `source` and `target` are gettext names. An online engine keeps every answer in the `store` the moment it
        comes, and asks for nothing that is there. Raises `EngineMissingError` when the engine is not installed or has
        no such pair, `EngineError` when it cannot be reached; a single text that fails is an answer without text.
        """


@dataclass(frozen=True, slots=True)
class Hit:
    """A remembered translation that is like a text."""

    translation: Translation
    """Of the first article that has it."""
    score: float
    """How alike the source is as written, 0…1."""
    uses: int
    suggestion: str | None
    """What it suggests for the text, numbers and terms put in; None where it says something else."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a memory holds of one locale."""

    locale: str
    articles: int
    sources: int
    """Different source texts, paragraphs and sentences."""
    paragraphs: int
    """Pairs of a segment and its translation."""
    sentences: int
    """Pairs of a sentence and its translation, found inside of paragraphs."""


class Memory(Protocol):
    """Remembers what people translated, in all articles of the project; what it cannot keep it learns again."""

    troubles: list[StorageError]
    """What kept it from remembering anything beyond this run."""

    def update(self, locale: str, article: str, digest: str, translations: Iterable[Translation]) -> None:
        """Replace what is known from one article's catalogue; `digest` names what that teaches."""

    def digests(self, locale: str) -> dict[str, str]:
        """Return article → digest for what is known."""

    def suggest(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request with an exact or near match, or without text."""

    def by_sentence(self, text: str, source: str, target: str) -> tuple[tuple[str, Answer], ...]:
        """Return each sentence of a text with the answer to it: what an engine need not be asked for."""

    def search(self, text: str, source: str, target: str, limit: int) -> list[Hit]:
        """Return the most alike of what is remembered, the most alike first."""

    def held(self) -> list[Held]:
        """Return what is remembered, a row a locale."""

    def clear(self) -> None:
        """Forget everything."""

    def close(self) -> None:
        """Give the storage back."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, as a check sees them."""

    source: str
    target: str
    """Empty for rules about the source alone."""
    locale: str
    """Gettext name of the target language; the source is English unless `source_locale` says otherwise."""
    source_spans: tuple[Inline, ...] = ()
    target_spans: tuple[Inline, ...] = ()
    source_locale: str = "en"
    kind: Kind = Kind.PARAGRAPH
    terms: tuple[Term, ...] = ()
    """The glossary of the locale, whole."""
    names: tuple[Term, ...] = ()
    """Names that the article has and only the name memory of the locale knows."""
    article: str = ""
    draft: bool = False
    """No person has read the translation yet."""


class Scope(StrEnum):
    """What a rule looks at to find a fault."""

    SEGMENT = "segment"
    """One pair."""
    ARTICLE = "article"
    """All pairs of an article in one locale, in the order of the text."""
    LOCALE = "locale"
    """What a digest keeps of each article of a locale: what differs between articles."""
    SOURCE = "source"
    """All source texts of an article in their order, as pairs without a target; told once, not for each locale."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source and a translation that show a rule at work."""

    source: str
    target: str = ""
    """Empty for a rule about sources."""
    locale: str = "ko"
    kind: Kind = Kind.PARAGRAPH
    terms: tuple[Term, ...] = ()
    names: tuple[Term, ...] = ()


FindInText: TypeAlias = "Callable[[Pair], Iterable[Flaw]]"
"""Yields the faults of one text: `Scope.SEGMENT`."""
FindInArticle: TypeAlias = "Callable[[Sequence[Pair]], Iterable[tuple[int, Flaw]]]"
"""Yields each fault with the index of its pair: `Scope.ARTICLE` and `Scope.SOURCE`."""
FindInLocale: TypeAlias = "Callable[[Iterable[Any]], Iterable[tuple[int, int, Flaw]]]"
"""Yields each fault with the index of its article's digest, and that of its pair in the article: `Scope.LOCALE`.

The digests may be gone through more than once, and are made each time: of 100,000 articles few bytes each can be kept.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a translation or its source."""

    id: str
    """Lower case, words joined by hyphens; never changed once published, for people write it into PO files."""
    severity: Severity
    reason: str
    """Why it matters, in one sentence for a translator."""
    failing: tuple[Example, ...]
    """Texts that together have the fault; one, save for rules about articles and locales."""
    passing: tuple[Example, ...]
    find: FindInText | FindInArticle | FindInLocale
    """Finds the faults, in what the scope says: a function of a module, so that a rule pickles."""
    scope: Scope = Scope.SEGMENT
    digest: Callable[[Sequence[Pair]], object] | None = None
    """For a rule about a locale: makes of an article in it the small value, one that pickles, that `find` is given."""
    facets: tuple[str, ...] = ()
    """What must be known of the language: a facet (`months`) or code that it brings (`particles`), and `check` says
    where that is missing; or a custom that it must have, a field of a facet that is set (`marks.stops`)."""
    of_source: tuple[str, ...] = ()
    """What must be known of the language of the source: a facet, or a field of one that is set (`negation.clear`)."""
    default: bool = True
    """False for a rule that only runs where it is selected by its id."""
    finishes: bool = False
    """Its fixes are put into a machine's draft before that is stored, where `ignore` does not name it; so are those of
    a rule that is off by default, which is house style and no fault."""


class Check(Protocol):
    """A family of rules, `RULES`; the family's name is its module's."""

    RULES: tuple[Rule, ...]


class CoverageReport(Protocol):
    """Prints coverage for one kind of reader or program."""

    def coverage(self, told: Overview) -> str:
        """Return coverage, and what could not be read, as text that ends in a newline, or empty."""


class Report(CoverageReport, Protocol):
    """Prints coverage and findings."""

    def findings(self, findings: Sequence[Finding]) -> str:
        """Return findings as text that ends in a newline, or empty."""


class Listing(Protocol):
    """Prints what the checks found for one kind of reader or program."""

    def inspection(self, done: Inspection) -> str:
        """Return the findings as text that ends in a newline, or empty."""
