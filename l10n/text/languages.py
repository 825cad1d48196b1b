"""Owns the little words that give a Latin-script language away."""

from __future__ import annotations

import re

__all__ = ["impostor"]

_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of that with for were this have has been from by which they their would at is".split()),
    "es": frozenset("el los las una del con por que para está según más como su y sus fue al han".split()),
    "pt": frozenset("os uma do da dos das com por que para não são mais ao foi pela pelo seu e em".split()),
    "fr": frozenset("le les des une du avec pour dans est sur par qui pas au aux ont cette son ses et".split()),
    "it": frozenset("il gli della delle una di con per che nel sono dei alla più questo è del anche non".split()),
    "de": frozenset("der die und das den nicht mit von ist dem auf für eine im sich auch ein werden hat".split()),
    "nl": frozenset("het een van de niet en zijn dat voor met op ook aan door worden heeft ze deze er naar".split()),
}
"""The commonest words of each language that are not words of the text kind elsewhere."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LEAST_WORDS = 8
_LEAST_HITS = 3
_LEAD = 3


def impostor(text: str, locale: str) -> str:
    """Return the language a text is clearly written in when that is not its locale's; empty when in doubt.

    Clear means: of at least 8 words, at least 3 are function words of another language, and three times as many as of
    the locale's own. Languages without a table are only told from English.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return ""
    language = locale.replace("-", "_").partition("_")[0].lower()
    own = sum(word in _FUNCTION_WORDS.get(language, frozenset()) for word in words)
    others = _FUNCTION_WORDS if language in _FUNCTION_WORDS else {"en": _FUNCTION_WORDS["en"]}
    hits, other = max((sum(word in known for word in words), name) for name, known in others.items())
    enough = max(_LEAST_HITS, len(words) // 10)
    return other if other != language and hits >= enough and hits >= _LEAD * own else ""
