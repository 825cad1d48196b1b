"""Owns a text's way to an engine and back: its markup and its settled terms travel as marks."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.drafting import bare, placing
from l10n.model import Form
from l10n.text.analysis import once
from l10n.text.markup import placeholders, protected_terms
from l10n.text.punctuation import characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.drafting.bare import Bare
    from l10n.model import Inline, Term
    from l10n.protocols import Format
    from l10n.text.markup.placeholders import Protected
    from l10n.text.markup.protected_terms import FixedTerm

__all__ = ["Protection", "protect"]


@dataclass(frozen=True, slots=True)
class Protection:
    """One text as one engine sees it."""

    form: Form
    locale: str
    text: str
    """As it is sent, in the engine's form."""
    protected: Protected
    bare: Bare | None = None
    """The same for `Form.BARE`; None for others, and where a mark could not be placed in the answer."""

    @property
    def questions(self) -> tuple[str, ...]:
        """What the engine is asked, the whole text first where it is asked as one; empty where it cannot be asked."""
        if self.form is Form.BARE:
            return self.bare.questions if self.bare else ()
        return (self.text,)

    @property
    def has_terms(self) -> bool:
        """Terms travel as marks: an engine that loses one may do better with the words."""
        return bool(self.protected.words)

    def read_all(self, answers: Sequence[str | None]) -> str | None:
        """Put the answers to `questions` together, with markup and terms; None where one is missing or does not fit."""
        if self.form is not Form.BARE:
            return self.read(answers[0])
        known = dict(zip(self.questions, answers, strict=True))
        return self.read(placing.marked(self.bare, known, self.locale)) if self.bare else None

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


def protect(
    text: str, fmt: Format, form: Form, locale: str, terms: tuple[Term, ...] = (), *, source: str = languages.ENGLISH
) -> Protection:
    """Write a text for an engine; `terms` are those that the engine is not told of otherwise."""
    spans = fmt.inline(text)
    protected = _protected(text, tuple(spans), protected_terms.fixed(text, spans, terms, locale) if terms else ())
    if form is Form.BARE:
        return Protection(form, locale, protected.text, protected, bare.bare(protected, source, locale))
    written = {Form.RAW: text, Form.MARKS: protected.text}
    return Protection(form, locale, written.get(form) or placeholders.to_tags(protected.text), protected)


@once
def _protected(text: str, spans: tuple[Inline, ...], fixed: tuple[FixedTerm, ...]) -> Protected:
    """Put marks into a text, which without terms is the same for all locales."""
    return placeholders.protect(text, spans, fixed)
