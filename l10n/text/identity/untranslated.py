"""Owns which words of an English source were left standing in a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.blanks import shared
from l10n.text.identity import scripts
from l10n.text.identity.echo import LETTERS
from l10n.text.identity.identify import is_function_word, spoken_in
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

__all__ = ["Left", "remark", "run", "sentence", "single", "words"]

_THREE, _FOUR, _FIVE, _SIX = 3, 4, 5, 6
_LITTLE = 2
"""Letters up to which a word may be a unit or a particle of any language."""
_CITED = 12
"""Words of a quotation up to which it may stay in its own language: a slogan, a title."""
_BRACKETS = re.compile(r"[(（\[［][^()（）\[\]［］]*[)）\]］]")
_QUOTATION = re.compile(r"[“„«\"‘‚「『《][^“”„«»\"‘’「」『』《》]*[”“»\"’‘」』》]")
_SPOKEN_OF = re.compile(r"[\"“‘'(]([A-Za-z][\w -]*)[\"”’'),.]")
_ENDING = re.compile(r"\w{3}(?:ed|ing|ly|tions?|ments?|able|[^aius]s)\Z")
_GLOSS = re.compile(r"[“„«\"‘‚][^“”„«»\"]{0,300}[”“»\"’‘] ?\([^()]*\)|[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Left:
    """English words that were left in a translation."""

    start: int
    end: int
    """Character offsets into the translation."""
    words: tuple[str, ...]
    linked: bool = False
    """They begin a link or emphasis, and may be the title of what stands there; or they are a whole quotation."""
    named: bool = False
    """Most of them have a capital: a name that nobody wrote in the target's script."""
    whole: bool = False
    """They are all the words of a link, of emphasis, or of a quotation that the source has, too."""


def run(source: str, target: str) -> tuple[int, int] | None:
    """Return the range of words that a target has from its source as they were; else None.

    Four in small letters, or six that are not the name of something. No translation shares them by chance: of
    74,000 two did. What stands in brackets is none, nor a quotation of a few words, which may be meant to stay.
    """
    cited = (match for pattern in (_BRACKETS, _QUOTATION) for match in pattern.finditer(target))
    hidden = [match.span() for match in cited if len(match.group().split()) <= _CITED]
    hidden += (match.span() for match in shared(source, target))
    covered = Ranges(hidden).hold
    found = [match for match in LETTERS.finditer(target) if not covered(match.start())]
    for at in _windows(source, found, _FOUR, _FOUR):
        row = [match.group() for match in found[at : at + _FOUR]]
        if sum(len(word) > _LITTLE for word in row) >= _FOUR - 1:
            return found[at].start(), found[at + _FOUR - 1].end()
    for at in _windows(source, found, _SIX, _FOUR):
        row = [match.group() for match in found[at : at + _SIX]]
        if any(len(word) >= _FOUR and word.islower() for word in row):
            return found[at].start(), found[at + _SIX - 1].end()
    return None


def single(source: str, target: str, kept: Collection[str] = ()) -> tuple[int, int] | None:
    """Return the range of an English word that stands in a target whose press writes every word in its own script.

    Two of them anywhere, or one that English has put an ending on. Names, the Latin names of species, and what the
    source itself quotes are none.
    """
    spoken = {word.lower() for match in _SPOKEN_OF.finditer(source) for word in match.group(1).split()}
    found = [
        left
        for left in words(source, target, {*kept, *spoken})
        if not (left.named or left.linked or left.whole) and not _species(left.words)
    ]
    lower = [word for left in found for word in left.words if word.islower() and len(word) > _LITTLE]
    lower = [word for word in lower if word not in spoken]
    sure = len(set(lower)) > 1 or any(_ENDING.search(word) for word in lower)
    return (found[0].start, found[0].end) if sure else None


def _species(found: Sequence[str]) -> bool:
    return len(found) == 2 and found[0].istitle() and found[1].islower() and not is_function_word(found[1])  # noqa: PLR2004


def remark(source: str, target: str) -> tuple[int, int] | None:
    """Return the range of English words that a target in Latin letters has from its source as they were.

    English are four in a row with one of its little words among them, or three in small letters with two of these that
    no other language has; names, what stands in brackets or quotation marks and what is glossed there are none.
    """
    quoted = _quoted(source)
    said = (match for match in _QUOTATION.finditer(target) if _words(match) in quoted)
    bare = target
    for match in chain(_GLOSS.finditer(target), said, shared(source, target)):
        bare = bare[: match.start()] + "\ufffc" * len(match[0]) + bare[match.end() :]
    found = list(LETTERS.finditer(bare))
    for size, lower, little in ((_FOUR, _FOUR - 1, 1), (_THREE, _THREE, 2)):
        first = last = -1
        for at in (*_windows(source, found, size, lower), len(found)):
            if first >= 0 and at > last + 1:
                words = [word.group().lower() for word in found[first : last + size]]
                known = map(is_function_word if size == _FOUR else _only_english, words)
                if sum(known) >= little:
                    return found[first].start(), found[last + size - 1].end()
                first = -1
            first, last = (at if first < 0 else first), at
    return None


@once
def _quoted(text: str) -> frozenset[str]:
    """Return what a text has in quotation marks: the words of a sign or a program may stay as they are."""
    return frozenset(map(_words, _QUOTATION.finditer(text)))


def _words(quotation: re.Match[str]) -> str:
    return quotation.group()[1:-1].strip(" .,!?")


def _only_english(word: str) -> bool:
    return spoken_in(word) == (languages.ENGLISH,)


def _windows(source: str, found: list[re.Match[str]], length: int, lower: int) -> Iterator[int]:
    """Yield where `length` words in a row stand in the source too, so many of them in lower case."""
    if len(found) < length:
        return
    known = _rows(source, length)
    words = [match.group() for match in found]
    for at, run in enumerate(zip(*(words[begin:] for begin in range(length)), strict=False)):
        if run in known and sum(map(str.islower, run)) >= lower:
            yield at


@once
def _rows(source: str, length: int) -> frozenset[tuple[str, ...]]:
    """Return the words of a source, so many in a row."""
    words = LETTERS.findall(source)
    return frozenset(zip(*(words[begin:] for begin in range(length)), strict=False))


_TOKEN = re.compile(
    r"(?<![A-Za-zÀ-ɏ0-9_@#./\\:-])[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*(?![A-Za-z0-9_@\\/]|[.:][a-z]|::|\(\)|-\d)"
)
_HEAD = re.compile(r"[\s\u2060]*([A-Za-z][\w-]*)[\s\u2060]*[:：]")
"""The word that a list of terms explains."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+|\b\w+(?:[./\\_]\w+)+\b", re.ASCII)
_GLOSSED = re.compile(r"[(（\[［]([^()（）\[\]［］]*)[)）\]］]")
_NAMED = re.compile(r"[A-Za-z][A-Za-z .’'-]*(?=[;,:，、/])")
"""A gloss that goes on in the target's own script: `(Work In Progress, 진행 중)`."""
_QUOTED = re.compile(r"[「『“‘\"«《〈']([^「」『』“”‘’\"«»《》〈〉']*)[」』”’\"»》〉']")
_MARKED = re.compile(r"\u2060([A-Za-z][\w-]*)\u2060|(?<![A-Za-z0-9_])\{\w*:?[^{}\s]*\}")
"""One word that is a link or emphasised whole: a name or a word that is spoken about; a variable of a program."""
_SPOKEN = 2
"""Words in quotation marks up to which they may be words that are spoken about."""
_TITLE = 6
"""Words in quotation marks up to which they may be a title, when one has a capital."""
_SHORT = 3
"""Letters up to which a word may be a program's or a part of one."""
_UNITS = frozenset(
    re.findall(
        r"\w+",
        "mph kph rpm ppm bps mbps gbps kwh hz khz mhz ghz etc feat vs am pm co de la le van von der den del di da al "
        "el bin ibn of and the a i s t x p v e o",
    )
)
"""Words in Latin letters that stand in any language: units, and the small words inside of names."""


def words(source: str, target: str, kept: Collection[str] = ()) -> Iterator[Left]:
    """Yield the runs of English words of a source that stand in a target of another script.

    Names of one word, acronyms, units, addresses and code are none, nor is what stands in brackets or quotation marks
    whole: a gloss (`국가보위성(Ministry of State Security)`), a title, a word that is spoken about. `kept` are words
    in lower case that the text keeps on purpose. Both texts come with their markup covered.
    """
    if not re.search("[A-Za-z]{2}", target):
        return
    hidden = [*_hidden(target), *(match.span() for match in shared(source, target))]
    known = {match.group().lower() for match in _TOKEN.finditer(source)}
    head, same = _HEAD.match(target), _HEAD.match(source)
    if head and same and head[1].lower() == same[1].lower():
        hidden.append((0, head.end()))
    covered = Ranges(hidden).hold
    quoted = _quoted(source)
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(target):
        fits = token.group().lower() in known and not covered(token.start())
        gap = target[run[-1].end() : token.start()].strip(" ") if run else ""
        if run and (not fits or gap.strip(",") or (gap and token.group()[0].isupper())):
            yield from _judged(run, target, kept, quoted)
            run = []
        if fits:
            run.append(token)
    if run:
        yield from _judged(run, target, kept, quoted)


def sentence(target: str) -> tuple[int, int] | None:
    """Return the range of an English sentence in a text of another script, whatever the source; None without one.

    `_FIVE` words in a row, most in lower case and two of them little words; in brackets or quotation marks it may be
    meant.
    """
    run: list[re.Match[str]] = []
    covered = Ranges(match.span() for pattern in (_GLOSSED, _QUOTED) for match in pattern.finditer(target)).hold
    for token in (*_TOKEN.finditer(target), None):
        if token is not None and (not run or not target[run[-1].end() : token.start()].strip(" ,;–-")):
            run.append(token)
            continue
        lower = [match.group() for match in run if match.group().islower()]
        little = sum(map(is_function_word, lower))
        said = len(lower) > little
        inside = run and covered(run[0].start())
        if len(lower) >= _FIVE - 1 and len(run) >= _FIVE and little > 1 and said and not inside:
            return run[0].start(), run[-1].end()
        run = [token] if token is not None else []
    return None


def _hidden(target: str) -> list[tuple[int, int]]:
    """Return the ranges of addresses and of brackets and quotations that hold nothing of the target's own script."""
    hidden = [match.span() for match in _ADDRESS.finditer(target)]
    for match in (*_GLOSSED.finditer(target), *_QUOTED.finditer(target)):
        inside = match.group(1)
        length, titled = len(inside.split()), inside[:1].isupper()
        meant = match.re is _GLOSSED or length <= _SPOKEN or (titled and length <= _TITLE)
        if meant and set(scripts.count(inside)) <= {"latin"}:
            hidden.append(match.span())
        elif match.re is _GLOSSED and (name := _NAMED.match(inside)):
            hidden.append((match.start(), match.start(1) + name.end()))
    return hidden + [match.span() for match in _MARKED.finditer(target)]


def _judged(run: list[re.Match[str]], target: str, kept: Collection[str], quoted: Collection[str]) -> Iterator[Left]:
    """Yield a run of words when it has a word that no language borrows as it is, or is a name of several words."""
    found = tuple(match.group() for match in run)
    lower = [word for word in found if word.islower() and word not in _UNITS and word not in kept and _english(word)]
    little = [word for word in found if word in _UNITS or is_function_word(word)]
    named = len(found) > 1 and (sum(map(str.islower, found)) < len(found) / 2 or _inside_names(found, little))
    names = [word for word in found if len(word) > _SHORT and word.istitle() and word.lower() not in kept]
    if (lower and not named) or len(names) > 1:
        start, end = run[0].start(), run[-1].end()
        around = target[start - 1 : start] + target[end : end + 1]
        spoken = _QUOTED.fullmatch(around[:1] + "x" + around[1:]) is not None
        linked = target[start - 1 : start] == "\u2060" or spoken
        whole = around == "\u2060\u2060" or (spoken and target[start:end] in quoted)
        yield Left(start, end, found, linked=linked, named=named or not lower, whole=whole)


def _inside_names(found: Sequence[str], little: Collection[str]) -> bool:
    """Tell whether a run is one name with little words inside of it: `Center on the Economy`."""
    return (
        found[0][0].isupper() and found[-1][0].isupper() and all(word[0].isupper() or word in little for word in found)
    )


def _english(word: str) -> bool:
    """Tell whether a word may be one of a sentence: `npm` and `log` are names of programs or their parts."""
    return is_function_word(word) or (len(word) > _SHORT and re.search("[aeiouy]", word) is not None)
