"""Owns the question whether a quotation of a source is still one in its translation."""

from __future__ import annotations

import re

from l10n.locales import language
from l10n.text.punctuation import quotes

__all__ = ["dropped"]

_WORDS = 3
"""Words from which a quotation is what somebody said and not a name or a word that is spoken about."""
_SPOKEN = re.compile(r"(?<![\w'’])[a-z][a-z'’]{3,}|n['’]t\b")
"""A word of some length in lower case, which a name or a title lacks."""
_ANY = re.compile(r"[\"“”„«»‹›「」『』《》〈〉‘]|(?<!\w)['’]|['’](?!\w)")
_REPORTED = {"de": re.compile(r"\b(?:sei(?:en)?|habe|werde|könne|müsse|solle|wolle|dürfe|würden?|hätten?|wären?)\b")}
"""Forms of the verb that tell what somebody said in a language without quotation marks."""


def dropped(source: str, target: str, locale: str) -> str:
    """Return the first longer quotation of an English source where its translation has no quotation marks at all.

    Empty where there is none, or where the words are told as reported speech. Both texts come with their markup
    covered.
    """
    if _ANY.search(target) or not ('"' in source or "“" in source):
        return ""
    told = _REPORTED.get(language(locale))
    if told and told.search(target):
        return ""
    said = (source[one.start : one.end] for one in quotes.read(source, "en").quotations if one.marks in {'""', "“”"})
    return next((text for text in said if len(text.split()) >= _WORDS and _SPOKEN.search(text)), "")
