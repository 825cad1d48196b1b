"""Owns a text's way to an engine and back: its markup and its settled terms travel as marks."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Form
from l10n.text.markup import placeholders, protected_terms
from l10n.text.punctuation import characters

if TYPE_CHECKING:
    from l10n.model import Term
    from l10n.protocols import Format
    from l10n.text.markup.placeholders import Protected

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
        return placeholders.restore(self.protected, _tidied(self.protected.text, marked, self.locale), self.locale)


_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});")
_ESCAPED = 3
"""How often an answer may have been escaped on its way through a service and a model."""


def _tidied(text: str, answer: str, locale: str) -> str:
    """Undo what services do to an answer on its way: HTML's escapes, decomposed letters, tabs, unseen characters.

    What the text has itself stays; its markup is not here but in the marks.
    """
    for _ in range(_ESCAPED if not _REFERENCE.search(text) else 0):
        answer = _REFERENCE.sub(lambda match: html.unescape(match.group()), answer)
    answer = unicodedata.normalize("NFC", answer if "\t" in text else answer.replace("\t", " "))
    for stray in reversed(list(characters.invisible(answer, text, locale))):
        answer = answer[: stray.start] + answer[stray.end :]
    return answer


def raise_shield(text: str, fmt: Format, form: Form, locale: str, terms: tuple[Term, ...] = ()) -> Shield:
    """Write a text for an engine; `terms` are those that the engine is not told of otherwise."""
    spans = fmt.inline(text)
    protected = placeholders.protect(text, spans, protected_terms.fixed(text, spans, terms, locale))
    written = {Form.RAW: text, Form.MARKS: protected.text}
    return Shield(form, locale, written.get(form) or placeholders.to_tags(protected.text), protected)
