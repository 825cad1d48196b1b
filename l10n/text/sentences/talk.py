"""Owns what whoever translates says of that in the target language: offers, requests, remarks, credits.

It stands before or behind the translation as a sentence of its own, or in its place. By structure first: it shares no
number and no name with the source; then by words of `languages`' facet `talk`, none of which the source has.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.hints import hinted
from l10n.text.sentences.fit import traits
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.text.hints import Hinted

__all__ = ["talk"]

_LEAD = re.compile(r"\A[^:：\n]{3,80}[:：](?=\s*\S)")
_TAIL = re.compile(r"(?<=[.!?。！？।؟])[\s\"”’»」』)]*\s*(?P<said>[^.!?。！？।؟]{4,80})\Z")
"""Words behind the last stop of a text: a credit, a name; a sentence that lost its stop."""
_SIGNED = re.compile(r"(?:(?<=\s)|(?<=[^\W_]))(?P<said>\S[^:：\n.!?。]{1,30}[:：] ?[^.!?。！？।؟:：]{2,40})\Z")
"""A credit behind a headline: what somebody did, and who."""
_CHUNK = re.compile(r"\S{8,}")
"""What stands between spaces in a language whose sentences do."""
_LONGEST = 120
"""Characters of a sentence in which whoever translates speaks."""


@cache
def _words(locale: str) -> tuple[Hinted, Hinted] | None:
    known = languages.of(locale).talk
    return (hinted(known.work), hinted(known.serve)) if known and known.work and known.serve else None


def talk(source: str, target: str, locales: tuple[str, str]) -> tuple[int, int] | None:
    """Return the range of what is no translation but whoever translates speaking; None without it.

    None in a language whose words for that are not known, and where the source speaks of texts and translations.
    """
    there, here = _words(locales[1]), _words(locales[0])
    if there is None or here is None or here[0].search(source):
        return None
    work, serve = there
    if not (work.may(target) or serve.may(target)):
        return None
    polite = here[1].search(source) is not None
    whole = traits(source, locales[0])
    for start, end, single in _edges(target, locales[1], stops=whole.stops, colon=":" in source):
        said, part = target[start:end], traits(target[start:end], locales[1])
        if end - start > _LONGEST or part.latin & whole.latin or any(one & whole.numbers for one in part.required):
            continue
        works, serves = work.search(said), not polite and serve.search(said)
        asks = serves and part.asks and not whole.asks
        if (works and serves) or (not single and (works or asks)) or (asks and _offers(said, here=there[1])):
            return start, end
    return None


def _offers(said: str, *, here: Hinted) -> bool:
    """Tell whether a text serves with two words: behind a headline nothing shows where an offer begins."""
    return len({match.group() for match in here.finditer(said)}) > 1


def _edges(target: str, locale: str, *, stops: bool, colon: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield where the first and the last sentence stand, words before a colon or behind the last stop.

    The latter where the source `stops` at its end: in a headline a stop is an abbreviation's. Then the whole, as such,
    where it is one sentence or two.
    """
    places = sentences(target, locale, whole_quotations=False)
    if len(places) > 1:
        yield *places[-1], False
        yield *places[0], False
    lead, tail = _LEAD.match(target), _TAIL.search(target)
    if lead and len(places) > 1:
        yield 0, lead.end(), False
    if tail and stops:
        yield *tail.span("said"), False
    signed = None if stops or colon else _SIGNED.search(target)
    if signed:
        yield *signed.span("said"), False
    own = languages.of(locale).scripts
    if own and not own.spaced and (chunks := _CHUNK.findall(target))[1:]:
        yield len(target) - len(chunks[-1]), len(target), False
        yield 0, len(chunks[0]), False
    if 0 < len(places) <= 2:  # noqa: PLR2004  a request and its reason
        yield places[0][0], places[-1][1], True
