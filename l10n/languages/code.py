"""Owns what the code of a language may offer: the protocols that the entries of its `FACETS` satisfy.

An entry is a module or an object. All offsets are into the text that was asked about; a fault has a fix only where
that is right without reading the text.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Protocol, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.model import Flaw

__all__ = ["Counted", "Heard", "Keyboard", "Levels", "Offers", "Particles", "Register", "Sounds", "Spacing", "Spelling"]


class Particles(Protocol):
    """Particles that are glued to a word and change their form with its end."""

    def wrong(self, text: str, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Flaw]:
        """Yield the particles that do not fit, in the order of the text.

        `terms` are the places of glossary terms in the text; behind them every particle tells.
        """

    def begins(self, text: str) -> bool:
        """Tell whether a text begins with a particle that belongs to the word before it."""

    def fitted(self, word: str, after: str) -> str:
        """Return what follows a word that an engine saw only as a mark, with the particle in the form it asks for."""

    def refitted(self, old: str, new: str, after: str) -> str | None:
        """Return the text after a word, made for another word in its place; None where that is not certain."""

    def replaced(self, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
        """Return what to put in place of a word, and where the part that it replaces ends.

        None where the right text is not certain.
        """


class Spacing(Protocol):
    """What is written in one word, and what in two."""

    def wrong(self, text: str, terms: Iterable[tuple[int, int]] = (), *, unfinished: bool = False) -> Iterator[Flaw]:
        """Yield the spaces that are missing or too many; `terms` are the places of glossary terms in the text.

        `unfinished` says that the source has a list which is not finished (`and so on`).
        """


class Counted(Protocol):
    """Figures and what they count."""

    def apart(self, text: str) -> Iterator[Flaw]:
        """Yield the spaces between a figure and its unit that the press does not print."""


class Spelling(Protocol):
    """Spellings that are always wrong."""

    def wrong(self, text: str) -> Iterator[Flaw]:
        """Yield the spellings that no dictionary has."""


class Keyboard(Protocol):
    """Slips of a hand on a keyboard."""

    def wrong(self, text: str, source: str) -> Iterator[Flaw]:
        """Yield what was typed with the wrong keys; what the source has too was meant."""


class Register(Protocol):
    """The levels of speech that sentences end in."""

    def strays(self, texts: Sequence[str]) -> Iterator[tuple[int, Flaw]]:
        """Yield the first ending of each text that is not at the level of its article, with the text's index.

        `texts` are the running texts of one article in their order, without markup.
        """


class Levels(Register, Protocol):
    """Levels of speech of which a newsroom may choose one."""

    @property
    def LEVELS(self) -> Mapping[str, object]:  # noqa: N802  a constant of a module
        """What the configuration calls a level to what the language knows of it."""

    def turned(self, text: str, level: str) -> Iterator[Flaw]:
        """Yield the ends of sentences that are at another level, in quoted speech none.

        The fix is the end at the level wanted, of which `LEVELS` has the name; none where that is not certain.
        """


class Heard(Hashable, Protocol):
    """What the letters of a name sound like."""

    def consonants(self, word: str) -> str:
        """Return the classes of the consonants of a word, see `text.facts.transliteration`."""

    def opening(self, word: str) -> str:
        """Return the class of the consonant that a word begins with; empty where it is a vowel."""


class Sounds(Heard, Protocol):
    """How foreign names are written by their sound."""

    def words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and text of all that may be a name."""

    def ends(self, word: str) -> Iterator[int]:
        """Yield where in a word a name may end, ascending: before particles, and at its own end."""

    def stem(self, word: str) -> str:
        """Return a word without the particle that it may end in."""

    def slack(self, one: str, other: str) -> int:
        """Return how many strokes (letters of syllables, kana) may differ in two spellings of one name."""


class Offers(TypedDict, total=False):
    """What a language's own package offers: its `FACETS`."""

    particles: Particles
    spacing: Spacing
    counted: Counted
    spelling: Spelling
    keyboard: Keyboard
    register: Levels
    """Of the languages whose levels of speech are told sentence by sentence."""
    style: Register
    """Of those in which an article keeps to one of two."""
    sounds: Sounds
