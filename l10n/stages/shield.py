"""Owns a text's way to an engine and back: its markup and its settled terms travel as marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Form
from l10n.text import placeholders, termmarks

if TYPE_CHECKING:
    from l10n.model import Term
    from l10n.protocols import Format
    from l10n.text.placeholders import Protected

__all__ = ["Shield", "raise_shield"]


@dataclass(frozen=True, slots=True)
class Shield:
    """One text as one engine sees it."""

    form: Form
    locale: str
    text: str
    """As it is sent, in the engine's form."""
    protected: Protected

    @property
    def has_terms(self) -> bool:
        """Terms travel as marks: an engine that loses one may do better with the words."""
        return bool(self.protected.words)

    def read(self, answer: str | None) -> str | None:
        """Put markup and terms back into an answer; None where it does not fit."""
        if answer is None or self.form is Form.RAW:
            return answer
        marked = placeholders.from_tags(answer) if self.form is Form.TAGS else answer
        return placeholders.restore(self.protected, marked, self.locale)


def raise_shield(text: str, fmt: Format, form: Form, locale: str, terms: tuple[Term, ...] = ()) -> Shield:
    """Write a text for an engine; `terms` are those that the engine is not told of otherwise."""
    spans = fmt.inline(text)
    protected = placeholders.protect(text, spans, termmarks.fixed(text, spans, terms, locale))
    written = {Form.RAW: text, Form.MARKS: protected.text}
    return Shield(form, locale, written.get(form) or placeholders.to_tags(protected.text), protected)
