"""Owns the little words that give a Latin-script language away."""

from __future__ import annotations

import re

from l10n.locales import language

__all__ = ["impostor", "is_function_word", "surely"]

_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of that with for were this have has been from by which they their would at is was to in on it "
        "as "
        "be are not or an his her but had said who will more one about after when there than",
        "es": "el los las una del con por que para está según más como su y sus fue al han de la en un se no lo es ha "
        "a "
        "pero este esta son entre sobre también había ser cuando muy sin desde hasta dijo",
        "pt": "os uma do da dos das com por que para não são mais ao foi pela pelo seu sua e em de a o um se na no as "
        "é "
        "mas este esta entre também ser quando muito sem disse como foram nas nos aos",
        "fr": "le les des une du avec pour dans est sur par qui pas au aux ont cette son ses et de la en un ne se il "
        "elle a "
        "que ce mais plus été sont leur entre aussi sans depuis comme ou être d l",
        "it": "il gli della delle una di con per che nel sono dei alla più questo è del anche non e la le un in si da "
        "al "
        "lo i ma ha come stato tra sul nella ai",
        "de": "der die und das den nicht mit von ist dem auf für eine im sich auch ein werden hat in zu des es an als "
        "er "
        "sie bei wie war aus um nach wird einer einen oder dass zum zur am haben wurde",
    }.items()
}
"""The commonest words of each language, those it shares with its neighbours included."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LEAST_WORDS = 8
_LEAST_HITS = 3
_LEAD = 1.4
_SURE_HITS, _SURE_LEAD = 4, 3.0


def impostor(text: str, locale: str) -> str:
    """Return the language a text is clearly written in when that is not its locale's; empty when in doubt.

    Clear means: of at least 8 words, at least 3 are function words of another language, and more than of
    the locale's own. Languages without a table are only told from English.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return ""
    tongue = language(locale)
    own = sum(word in _FUNCTION_WORDS.get(tongue, frozenset()) for word in words)
    others = _FUNCTION_WORDS if tongue in _FUNCTION_WORDS else {"en": _FUNCTION_WORDS["en"]}
    hits, other = max((sum(word in known for word in words), name) for name, known in others.items())
    enough = max(_LEAST_HITS, len(words) // 8)
    return other if other != tongue and hits >= enough and hits >= _LEAD * own else ""


def surely(text: str, locale: str) -> str:
    """Return the language a text is written in when no reader would doubt that it is not its locale's; else empty.

    Only words that the two languages do not share tell them apart (`des` but not `la` French from Spanish).
    """
    words = [word.lower() for word in _WORD.findall(text)]
    least = max(_SURE_HITS, len(words) // 8)
    tongue = language(locale)
    own = _FUNCTION_WORDS.get(tongue, frozenset())
    for other, theirs in _FUNCTION_WORDS.items() if own else (("en", _FUNCTION_WORDS["en"]),):
        known = theirs - own if other != tongue else frozenset()
        hits = sum(map(known.__contains__, words))
        if (
            hits >= least
            and len(known.intersection(words)) >= _LEAST_HITS
            and hits >= _SURE_LEAD * sum(map((own - theirs).__contains__, words))
        ):
            return other
    return ""


def is_function_word(word: str, language: str = "en") -> bool:
    """Tell whether a word in lower case is one of the commonest of a language."""
    return word in _FUNCTION_WORDS.get(language, frozenset())
