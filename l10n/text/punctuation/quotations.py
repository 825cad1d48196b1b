"""Owns the question whether a quotation of a source is still one in its translation."""

from __future__ import annotations

import re

from l10n import languages
from l10n.text.punctuation import quotes

__all__ = ["dropped"]

_WORDS = 3
"""Words from which a quotation is what somebody said and not a name or a word that is spoken about."""
_SPOKEN = re.compile(r"(?<![\w'’])[a-z][a-z'’]{3,}|n['’]t\b")
"""A word of some length in lower case, which a name or a title lacks."""
_ANY = re.compile(r"[\"“”„«»‹›「」『』《》〈〉‘]|(?<!\w)['’]|['’](?!\w)")


def dropped(source: str, target: str, locale: str) -> str:
    """Return the first longer quotation of an English source where its translation has no quotation marks at all.

    Empty where there is none, or where the words are told as reported speech. Both texts come with their markup
    covered.
    """
    if _ANY.search(target) or not ('"' in source or "“" in source):
        return ""
    marks = languages.of(locale).quotes
    if marks and marks.reported and re.search(marks.reported, target):
        return ""
    found = quotes.read(source, languages.ENGLISH).quotations
    said = (source[one.start : one.end] for one in found if one.marks in {'""', "“”"})
    return next((text for text in said if len(text.split()) >= _WORDS and _SPOKEN.search(text)), "")
