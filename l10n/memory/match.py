"""Owns how a remembered translation of a similar text becomes a suggestion for this one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance.Indel import opcodes

from l10n.memory.slots import masked, slots
from l10n.memory.substitute import substitute
from l10n.text.facts.negation import negations
from l10n.text.facts.terms import places
from l10n.text.markup.protected_terms import inflects
from l10n.text.sentences.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Origin, Term

__all__ = ["FLOOR", "THRESHOLD", "Candidate", "Matcher", "likeness", "tokens"]

THRESHOLD = 0.85
"""Least similarity of a near match: below it, editing a suggestion takes longer than writing (translators' usage)."""
FLOOR = 0.6
"""Least similarity as written of a text that can be above `THRESHOLD` when numbers are put in."""
FLOOR_OF_TERMS = 0.4
"""The same of a text with terms of the glossary, which are longer."""
_MOST = 0.99
"""Greatest score of what was not translated for this very text."""

_TOKEN = re.compile(r"[^\W_]+(?:[.,:'’][^\W_]+)*|[^\w\s]|_")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 100
"""Characters by which a word is known; an index takes no row of any length."""
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_BELOW = re.compile(r"(?<![^\s(“‘\"'])[-−–](?=[$€£¥₩]?\d)")
"""The sign of a number below zero."""
_TELLING = re.compile(
    r"\b[ap]\.?m\b|[$€£¥₩%°]|\b(?:per ?cent|dollars?|euros?|pounds?|won|yen|yuan|k?m|k?g|cm|mm|kilo\w+|met(?:er|re)s?|"
    r"miles?|feet|foot|inch(?:es)?|acres?|hectares?|tons?|tonnes?|lit(?:er|re)s?|seconds?|minutes?|hours?|days?|weeks?|"
    r"months?|years?|decades?|tomorrow|yesterday|today|s?he|h(?:is|im|er|ers)|(?:north|south|east|west)(?:ern)?|"
    r"more|less|fewer|most|least|before|after|above|below|over|under|up|down|until|since|"
    r"increas\w+|decreas\w+|rise[ns]?|rose|rising|f[ae]ll(?:s|en|ing)?|gain\w*|los[est]\w*|w[io]n\w*|open\w*|clos\w+|"
    r"all|some|many|few|half|only|dead|killed|injured|wounded|missing|arrested|released|first|last)\b",
    re.IGNORECASE,
)
"""Words that turn one fact into another though little else changes: units, times, directions, outcomes, persons."""
_STARTERS = frozenset(
    word.capitalize()
    for word in _WORD.findall(
        "a an the this that these those it its they their there then and but or so as at by for of on to with when "
        "while where which who what how if because although though also however meanwhile later earlier still now here "
        "our we us has have had is are was were be been"
    )
)
"""Words that begin a sentence with a capital and are no names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A remembered pair that may serve."""

    source: str
    target: str
    article: str
    uses: int = 1
    """How often this pair is remembered."""
    context: str | None = None
    origin: Origin | None = None
    """Of the pair in `article`; a sentence has neither."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, as indexes have them: of one that is very long its beginning."""
    return tuple(word.lower()[:_LONGEST] for word in _WORD.findall(text))


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).replace("–", "-").replace("—", "-").split())


def likeness(known: str, wanted: str, *, cutoff: float = 0.0) -> float:
    """Return how alike two source texts are as written, 0…1; quotation marks, dashes and white space do not count."""
    return ratio(_plain(known), _plain(wanted), cutoff=cutoff)


def _renamed(one: str, other: str) -> bool:
    """Tell whether a word with a capital came or went that is not one of those that merely begin a sentence."""
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    steps = [step for step in opcodes(left, right) if step.tag != "equal"]
    gone = [word for step in steps for word in left[step.src_start : step.src_end]]
    come = [word for step in steps for word in right[step.dest_start : step.dest_end]]
    return any(word != word.lower() and word not in _STARTERS for word in gone + come)


def _told(text: str) -> Counter[str]:
    return Counter(match.group().lower().replace(".", "") for match in _TELLING.finditer(text))


_LIGHT = frozenset(
    re.findall(
        r"\w+",
        "a an the that which who whom this these those its their our has have had been be is are was were do does did "
        "also just very there then so too",
    )
)
"""Words that may come and go without another fact; `to` and `from`, `for` and `against` may not."""
_ENDING = re.compile(r"(?:['’]s|s['’]?|es|ed|d|ing|e)\Z")


def _content(text: str) -> list[str]:
    """Return the words that carry the meaning, in order and without endings: `closed` and `closing` are one."""
    return [_ENDING.sub("", word) for word in tokens(text) if word not in _LIGHT]


def _same_meaning(one: str, other: str) -> bool:
    """Tell whether two similar texts agree in what must not differ: negation, names, quotations, words with meaning.

    So must what is asked and what is said.
    """
    return one == other or (
        _content(one) == _content(other)
        and one.count("?") == other.count("?")
        and negations(one) == negations(other)
        and _QUOTED.findall(one) == _QUOTED.findall(other)
        and _told(one) == _told(other)
        and not _renamed(one, other)
    )


@dataclass(frozen=True, slots=True)
class Matcher:
    """Makes suggestions for one text; the text is taken apart once."""

    wanted: str
    source_locale: str
    target_locale: str
    terms: tuple[Term, ...] = ()
    """The glossary of the target locale."""

    @property
    def known_terms(self) -> tuple[Term, ...]:
        """The terms that may be put in: none in a language whose nouns ask for agreement."""
        return () if inflects(self.target_locale) else self.terms

    def words(self) -> tuple[str, ...]:
        """Return the words by which like texts are found: numbers and terms, which may differ, only without others."""
        rest = masked(self.wanted, slots(self.wanted, self.source_locale, self.known_terms))
        return tuple(dict.fromkeys(tokens(rest) or tokens(self.wanted)))

    def floor(self) -> float:
        """Return the least similarity as written that a text must have to be tried."""
        return FLOOR_OF_TERMS if places(self.wanted, self.known_terms) else FLOOR

    def adapt(self, candidate: Candidate) -> tuple[str, float] | None:
        """Return what a remembered pair suggests for the text, with its score; None below the threshold.

        A text that differs in a number, a negation, a name, a quotation or any other word with a meaning (`guilty`,
        `innocent`) says something else: it suggests nothing, unless only numbers, months and glossary terms differ
        that can be put in. The score is the likeness as written,
        and no less than the threshold where it passes that with numbers and terms left out.
        """
        if candidate.source == self.wanted:
            return candidate.target, 1.0
        known = slots(candidate.source, self.source_locale, self.known_terms)
        there = slots(self.wanted, self.source_locale, self.known_terms)
        if [slot.kind for slot in known] != [slot.kind for slot in there]:
            return None
        if len(_BELOW.findall(candidate.source)) != len(_BELOW.findall(self.wanted)):
            return None
        one, other = _plain(masked(candidate.source, known)), _plain(masked(self.wanted, there))
        if not ratio(one, other, cutoff=THRESHOLD) or not _same_meaning(one, other):
            return None
        score = min(_MOST, max(THRESHOLD, likeness(candidate.source, self.wanted)))
        if not any(old.differs(new) for old, new in zip(known, there, strict=True)):
            return candidate.target, score
        locales = self.source_locale, self.target_locale
        target = substitute(candidate.source, candidate.target, self.wanted, known, there, locales)
        return None if target is None else (target, score)

    def best(self, candidates: Iterable[Candidate]) -> tuple[str, float] | None:
        """Return the best suggestion: the most similar, then the most used, then by article and text."""
        found = None
        ranked = sorted(
            ((likeness(candidate.source, self.wanted), candidate) for candidate in candidates),
            key=lambda pair: (-pair[0], -pair[1].uses, pair[1].article, pair[1].target),
        )
        for alike, candidate in ranked:
            if found is not None and alike < found[1]:
                break
            answer = self.adapt(candidate)
            if answer is not None and (found is None or answer[1] > found[1]):
                found = answer
        return found
