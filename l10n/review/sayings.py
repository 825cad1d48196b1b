"""Owns which sentences of other parts of the program pages say in their reader's language, and how one is known.

Those parts speak English everywhere. What is not here is said as it came: the messages of the checks, which are in the
terminal and in what CI tells too, and what is wrong with a file.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SAYINGS", "known"]

_PLACE = re.compile(r"\\?\{(\w+)\\?\}")
_COUNTED = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), map(str, range(1, 10)), strict=True)
)

SAYINGS: Mapping[str, str] = {
    # What other parts of the program say of what goes on here.
    "no-article": "there is no article `{article}` in `{locale}`",
    "no-file": "there is no such file",
    "no-picture": "there is no such picture",
    "go-back": "Go back to the list of articles.",
    "out-of-step": "is not in step with its article",
    "gone": "is not there",
    "extract": "Run `l10n extract`, and reload.",
    "no-text": "the article has no such text any more",
    "reload": "Reload the page.",
    "unwritable": "a character in it cannot be written",
    "take-out": "Take it out.",
    "moving": "the file kept changing while it was read",
    "moving-too": "the file kept changing while it was to be written",
    "later": "Run again later.",
    "another-server": "the address is not one of this server",
    "another-site": "another site asked for it",
    "another-run": "this page does not belong to the running server",
    "open": "Open the address that `l10n review` printed last.",
    # Why an article is held (`publish.policy`).
    "held.time": "`hold-until` is {time}",
    "held.all": "{n} segments are not reviewed (policy `hold`)",
    "held.first": "headline and first paragraph are not both reviewed (policy `headline-and-lede`): {told}",
    "held.coverage": "{share} % of the words are reviewed, `min-coverage` asks for {least} %",
    "held.unedited": "{share} % of the reviewed words were accepted as drafted, `max-unedited` allows {most} %",
    "held.refused": "{n} reviewed texts cannot be put in (policy `hold`)",
    "held.fallback": "{n} segments are not ready (fallback `hold`)",
    # Why a draft is likely wrong (`text.risk`).
    "risk.short": "a short text",
    "risk.letters": "plain short words",
    "risk.left": "words left in Latin letters",
    "risk.shrunk": "shorter than usual",
    "risk.grown": "longer than usual",
    "risk.commas": "other commas",
    "risk.punctuation": "many commas",
    "risk.sentences": "other sentences",
    "risk.source": "no translation",
    "risk.by": "drafted by {engine}",
    "risk.near": "a near match of {likeness}",
    "risk.numbers": "{n} numbers",
    "risk.number": "{n} number",
    "risk.quotations": "{n} quotations",
    "risk.quotation": "{n} quotation",
    "risk.negations": "{n} negations",
    "risk.negation": "{n} negation",
    "risk.terms": "{n} terms",
    "risk.term": "{n} term",
}
"""A sentence by its name; what stands in braces may be anything."""


def known(sentence: str) -> tuple[str, Mapping[str, str]] | None:
    """Return the name of a sentence, and what it has in its places; None for one that is not known."""
    for name, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return name, {place: _COUNTED.get(value, value) for place, value in found.groupdict().items()}
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = ((name, _PLACE.sub(r"(?P<\1>.+?)", re.escape(text))) for name, text in SAYINGS.items())
    return tuple((name, re.compile(pattern, re.DOTALL)) for name, pattern in made)
