"""Owns the question whether a whole text is surely not in the language of its locale."""

from __future__ import annotations

from collections import Counter

from l10n.text.analysis import once
from l10n.text.identity import echo, identify, scripts, variants

__all__ = ["why"]

_LATIN = frozenset({"latin"})
_FEW = 6
"""Letters below which the script of a text says nothing."""
_RUN = 4
"""Words in lower case that no text of another script is made of."""


@once
def why(target: str, locale: str) -> str:
    """Say why a whole text is surely not its locale's language; empty when it may be."""
    wanted = scripts.expected(locale)
    if wanted == _LATIN and target.isascii():
        letters = Counter({"latin": sum(map(str.isalpha, target))})
    else:
        letters = scripts.count(target)
    latin, total, own = letters["latin"], letters.total(), sum(letters[name] for name in wanted)
    if wanted == _LATIN or latin > total / 2:
        other = identify.surely(target, locale)
        if other:
            return f"the translation is in another language ({other})"
    strange = total - own - (0 if wanted == _LATIN else latin)
    lower = 0 if own else sum(map(str.islower, echo.LETTERS.findall(target)))
    if (strange >= _FEW and strange > total / 2) or lower >= _RUN:
        return f"the translation is not written in the script of {locale}"
    other = variants.stranger(target, locale) or variants.unmixed(target, locale)
    return f"the translation is in another language ({other})" if other else ""
