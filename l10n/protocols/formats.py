"""What a format is: a module that cuts articles, escapes translations and tells of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from l10n.model import (
        Edition,
        FrontField,
        HeadingPlace,
        HeadPlace,
        Inline,
        LinkPlace,
        Part,
        Place,
        Segment,
        Segmentation,
        Slot,
    )

__all__ = ["SHORTCODE_TEXT", "TEXT_PROPS", "Format", "ParseOptions", "shortcode_text", "text_props"]


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
