"""Owns the little words that give a Latin-script language away."""

from __future__ import annotations

import re

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
_KIN = frozenset({"es", "fr", "it", "pt"})
_KIN_HITS, _KIN_LEAD = 8, 2.0
_SURE_HITS, _SURE_LEAD = 4, 2.0


def impostor(text: str, locale: str) -> str:
    """Return the language a text is clearly written in when that is not its locale's; empty when in doubt.

    Clear means: of at least 8 words, at least 3 are function words of another language, and more than of
    the locale's own. Languages without a table are only told from English.
    """
    length, own, hits, other = _count(text, locale)
    enough = max(_LEAST_HITS, length // 8)
    return other if length >= _LEAST_WORDS and hits >= enough and hits >= _LEAD * own else ""


def surely(text: str, locale: str) -> str:
    """Return the language a text is written in when no reader would doubt that it is not its locale's; else empty.

    Languages that share their little words (es, fr, it, pt) are held apart by more of them than English is.
    """
    length, own, hits, other = _count(text, locale)
    kin = other != "en" and _language(locale) in _KIN and other in _KIN
    least, lead = (_KIN_HITS, _KIN_LEAD) if kin else (_SURE_HITS, _SURE_LEAD)
    return other if hits >= max(least, length // 6) and hits >= lead * own else ""


def is_function_word(word: str, language: str = "en") -> bool:
    """Tell whether a word in lower case is one of the commonest of a language."""
    return word in _FUNCTION_WORDS.get(language, frozenset())


def _count(text: str, locale: str) -> tuple[int, int, int, str]:
    """Return the words of a text, its locale's function words among them, the most of another's, and that language."""
    words = [word.lower() for word in _WORD.findall(text)]
    language = _language(locale)
    own = sum(map(_FUNCTION_WORDS.get(language, frozenset()).__contains__, words))
    others = _FUNCTION_WORDS if language in _FUNCTION_WORDS else {"en": _FUNCTION_WORDS["en"]}
    hits, other = max((sum(map(known.__contains__, words)), name) for name, known in others.items())
    return (len(words), own, hits, other) if other != language else (len(words), own, 0, "")


def _language(locale: str) -> str:
    return locale.replace("-", "_").partition("_")[0].lower()
