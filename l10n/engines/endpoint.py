"""Owns whom a question goes to, and what names it in the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from l10n.engines.journal import question_key
from l10n.web.http import is_local

__all__ = ["Endpoint", "Question"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Whom a question goes to: all of a question's name in the journal save its text."""

    engine: str
    url: str
    model: str = ""
    prompt: str = ""
    """Version of what is asked around the text."""

    @property
    def host(self) -> str:
        """The host's name, for people."""
        return urlsplit(self.url).hostname or ""

    @property
    def destination(self) -> str:
        """The host's name; empty when it is this machine."""
        return "" if is_local(self.host) else self.host

    def key(self, question: Question, source: str, target: str) -> str:
        """Name a question for the journal."""
        return question_key(
            engine=self.engine,
            model=self.model,
            host=urlsplit(self.url).netloc,
            source=source,
            target=target,
            text=question.text,
            glossary=question.glossary,
            prompt=self.prompt,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A text to translate."""

    text: str
    """As it is sent."""
    glossary: str = ""
    """Digest of the glossary rows that are sent with it."""
    context: str = field(default="", compare=False)
    """Neighbouring text, which does not make it another question."""
