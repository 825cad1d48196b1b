"""What an engine and a memory are: objects that hold a connection and are asked for texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.errors import StorageError
    from l10n.model import Answer, Form, Request, Translation

__all__ = ["AnswerStore", "CostLedger", "Engine", "Held", "Hit", "Memory", "Received", "Turns"]


class AnswerStore(Protocol):
    """Keeps what services answered, so that no question is paid for twice, and watches what questions may cost.

    Engines that send text over a network ask it before and tell it after each question, from several threads.
    """

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; None when the question is still to be asked."""

    def claim(self, key: str) -> str | None:
        """Take a question on, which is about to be asked: nobody else asks it until `keep` or `release`.

        Where another is asking it, waits for that; returns the answer that came meanwhile, and then nothing is claimed.
        Who claims several takes them in the order of their keys.
        """

    def release(self, key: str) -> None:
        """Give a question back that brought no answer; nothing where it was not claimed."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer; it survives the end of the machine when this returns. Gives a claimed question back."""

    def afford(self, engine: str, characters: int) -> bool:
        """Tell whether an engine may be asked about so many characters; counts them as asked when it may.

        A negative number gives back what brought no answer; 0 asks whether an answer could be kept now.
        """


class Turns(Protocol):
    """Lets questions to one service out one by one, of all who ask it in the name of one project."""

    def enter(self, *, waited: bool) -> None:
        """Wait for a turn; `waited` for a question that has sat out the server's pause already."""

    def pause(self, seconds: float) -> None:
        """Keep everyone waiting, as a server asked."""


class CostLedger(Protocol):
    """What one run has spent, on however many machines."""

    def spend(self, amount: float, most: float) -> bool:
        """Set an amount aside before it is spent; False where all would come to more than `most`, and nothing is.

        A negative amount gives back what was not spent. Raises `StorageError` where nobody can tell.
        """


class Received(Protocol):
    """Where answers are kept between runs, so that none is paid for twice: the journal of a project."""

    notices: list[str]
    """What the user should know: why an answer cannot be kept, and where one went instead."""
    ledger: CostLedger | None
    """What the run has spent on all machines; None where it has but one."""
    turns: Callable[[str, str, float], Turns] | None
    """Gives the turns of an engine at a host, at most so many a minute (0 for no limit), which all machines share.

    None where there is but one.
    """

    def recall(self, key: str, *, fresh: bool = False) -> str | None:
        """Return the answer kept under a key, a `fresh` one of this run only; None when there is none."""

    def claim(self, key: str, *, fresh: bool = False) -> str | None:
        """Take a question on before it is asked (see `AnswerStore`), of which only `fresh` answers may count."""

    def release(self, key: str) -> None:
        """Give a question back that brought no answer (see `AnswerStore`)."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer; it survives the end of the machine when this returns."""

    def ready(self) -> bool:
        """Tell whether an answer could be kept now."""

    def close(self) -> None:
        """Give the storage back."""


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
