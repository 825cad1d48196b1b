"""Owns what Korean does with a particle when the word before it changes."""

from __future__ import annotations

import re

from l10n.languages.ko.josa import fix_particles, particle_at, refit
from l10n.languages.ko.misfits import wrong

__all__ = ["begins", "fitted", "refitted", "replaced", "wrong"]

refitted = refit


def begins(text: str) -> bool:
    """Tell whether a text begins with a particle that belongs to the word before it."""
    return particle_at(text) is not None


_LONE = re.compile(r" (?=(?:은|는|을|를|의|에|에서|에게|으로|로|와|과|부터|까지|(?:으?로)부터)(?![가-힣]))")
"""The space that an engine puts between a mark and what can only be its particle."""
_AROUND = re.compile(r"(?:[’”』」》)\]]|\([^()]*\))*")
"""What may stand between a term and its particle."""
_EITHER: dict[str, str] = {
    **dict.fromkeys(("은(는)", "는(은)", "은/는"), "은"),
    **dict.fromkeys(("을(를)", "를(을)", "을/를"), "을"),
    **dict.fromkeys(("이(가)", "가(이)", "이/가"), "이"),
    **dict.fromkeys(("과(와)", "와(과)", "과/와", "와/과"), "과"),
    "(으)로": "으로",
}
"""Both forms of a particle, which an engine writes behind what it cannot read, to one of them."""


def fitted(word: str, after: str) -> str:
    """Return what follows a word that an engine saw only as a mark, with the particle in the form it asks for."""
    lone = _LONE.match(after)
    text = after[lone.end() :] if lone else after
    around = _AROUND.match(text)
    at = around.end() if around else 0
    rest = text[at:]
    for both, one in _EITHER.items():
        rest = one + rest.removeprefix(both) if rest.startswith(both) else rest
    return text[:at] + fix_particles(word + text[:at], rest)


_BARE = re.compile(
    r"(?:들)?(?:에서|에게서|에게|께서|한테|까지|부터|조차|마저|마다|보다|처럼|만큼|밖에|뿐|의|에|도|만|들)"
    r"(?:의|는|도|만|부터|까지|은|이|을|과)?(?![가-힣])"
)
"""Particles with one form, which follow any noun."""
_BEHIND = re.compile(r"(?:[*_~`]|[”’\"'」』》〉]|\([^()]*\))*")


def replaced(text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    """Return what to put in place of a word with its particle, and where the part that it replaces ends.

    None where the right text is not certain: the word is a part of a compound.
    """
    after = text[end:]
    around = _BEHIND.match(after)
    rest = after[around.end() :] if around else after
    if "가" <= rest[:1] <= "힣" and not (particle_at(rest) or _BARE.match(rest)):
        return None
    fitted = refit(text[start:end], word, after)
    if fitted is None:
        return None
    kept = 0
    while kept < min(len(after), len(fitted)) and after[-1 - kept] == fitted[-1 - kept]:
        kept += 1
    return len(text) - kept, word + fitted[: len(fitted) - kept]
