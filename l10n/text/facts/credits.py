"""Owns which lines of an article say who wrote it, when and where, and which are surely sentences of its story.

Two answers that may both be no: a gate that waits for a story's first paragraph passes over a line only if it is surely
a credit, and stops only at what is surely a sentence. A text is a credit if every word of it is accounted for, field by
field: a person, a role, a date, a place; and if one of the fields says that it is none of the story.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages.facets import Credits
from l10n.model import InlineRole, SpanKind
from l10n.text.analysis import once
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline
    from l10n.text.hints import Hinted

__all__ = ["LONGEST", "bare", "is_above", "is_credit", "is_name", "is_sentence", "may_be"]

LONGEST = 200
"""Characters of a credit."""
_FEWEST = 3
"""Words of a sentence that is surely one."""
_MOST_NAMES = 5
_MOST_FIELDS = 2
_NAME_STAND_IN = "X\u0301"
"""Stands for a template's variable: nobody knows what it says."""

_FIELD = re.compile(r"[|·•‧∙▪●—–;\n]+|(?<=\s)[/-]{1,2}(?=\s)|,(?=\s|\Z)|\s{4,}")
_WORD = re.compile(r"[^\W_]+(?:[.'’:/-][^\W_]+)*")
_CONTACT = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w+|\bhttps?://\S+|\bwww\.\S+")
_SLUG = re.compile(r"[A-Z0-9]+(?:[-/_][A-Z0-9]+){2,}/?|[A-Z0-9]+(?:[-/_][A-Z0-9]+)*/")
_SLUGGISH = re.compile(r"\w+(?:[-/_]\w+)+")
_WHEN = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}-\d\d-\d\dT.*")
_BRACKETED = re.compile(r"[(\[{<]([^()\[\]{}<>]*)[)\]}>]")
_STOP = re.compile(r"[.!?。！？…]['\"”’»)\]]*\Z")
_LABELLED = re.compile(r"\s*([^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}):(?=\s|\Z)")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


class _Field(Enum):
    """What a stretch between two separators is."""

    NAME = "name"
    """Names alone: a person, a paper, a place."""
    CUE = "cue"
    """What no story says in a field of its own: `by` and a name, a date."""
    ROLE = "role"
    """What a person is to the paper; a cue beside one, or where nobody is named."""
    WORDS = "words"
    """Words of credits without a name or a figure."""
    OTHER = "other"
    """Not what was looked for."""


_NEXT = _Field.OTHER


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of a language."""

    locale: str
    credits: Credits
    hint: re.Pattern[str]
    """What some word or sign of every credit is."""
    ownership: Hinted
    """What says whose a picture is, inside of a sentence."""

    @property
    def days(self) -> frozenset[str]:
        """Names of months and days of the week, whole and short: of most texts they are not asked."""
        return _days(self.locale)

    @property
    def words(self) -> frozenset[str]:
        """What is in no name."""
        known = self.credits
        return known.by | known.work | known.roles | known.dated | known.links


def bare(text: str, spans: Sequence[Inline]) -> str:
    """Return the words of a text, its line breaks kept: markup left out, references decoded, a variable as a name."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], _shown(text[span.start : span.end], span.kind)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _shown(piece: str, kind: SpanKind) -> str:
    if kind is SpanKind.ESCAPE:
        shown = html.unescape(piece) if piece.startswith("&") else piece.removeprefix("\\")
        return shown if shown.strip(" ") else "\n" if "\n" in piece else " "
    if kind in {SpanKind.CODE, SpanKind.VARIABLE}:
        return _NAME_STAND_IN
    return "\n" if _BREAK.match(piece) else ""


def may_be(text: str, locale: str) -> bool:
    """Tell at little cost whether a text, its markup in it, has a word or a sign without which it is no credit."""
    return len(text) <= LONGEST and not _ends(text.rstrip()) and _known(locale).hint.search(text) is not None


def is_credit(text: str, locale: str) -> bool:
    """Tell whether a text without markup is surely no part of a story told in that language.

    Bylines, datelines on lines of their own, time stamps, slugs, places of pictures, remarks to other newsrooms.
    """
    return _is_above(text.strip(), locale) or _is_signed(text.strip(), locale)


def is_above(text: str, locale: str) -> bool:
    """Tell whether a text may stand above a headline and is surely none: a slug, a time stamp, a remark in brackets."""
    return _is_above(text.strip(), locale)


def is_name(text: str, locale: str) -> bool:
    """Tell whether a text is a few names and roles alone, as a paper's below the name of its reporter."""
    known = _known(locale)
    words = _WORD.findall(_CONTACT.sub(" ", text))
    small = known.credits.roles | known.credits.links | known.credits.particles
    named = all(word[0].isupper() or word.casefold() in small for word in words)
    return named and len(words) <= _MOST_NAMES and not _ends(text.strip())


def is_sentence(text: str, spans: Sequence[Inline], locale: str) -> bool:
    """Tell whether a text is surely a sentence of the story: not short, not set apart, not about the article."""
    return _is_sentence(text, tuple(spans), locale)


@once
def _is_sentence(text: str, spans: tuple[Inline, ...], locale: str) -> bool:
    shown = bare(text, spans).strip()
    words = _WORD.findall(shown)
    if not _STOP.search(shown) or not words or _BRACKETED.fullmatch(shown) or _wrapped(text, spans):
        return False
    known = _known(locale)
    short = len(words) < _FEWEST and all(map(str.isascii, words))
    return not short and _has_own(words, known) and not _is_about(shown, words, known)


def _has_own(words: Sequence[str], known: _Known) -> bool:
    """Tell whether a word is neither a name nor one of credits."""
    own = known.words | known.credits.particles
    return any(word[0].isalpha() and not word[0].isupper() and word.casefold() not in own for word in words)


def _is_about(text: str, words: Sequence[str], known: _Known) -> bool:
    """Tell whether a text may be about the article, its author or a picture."""
    if known.credits.persons & {*map(str.casefold, words)} or _LABELLED.match(text):
        return True
    if known.ownership.may(text) and known.ownership.pattern.search(text, 1):
        return True
    if known.credits.remarks and re.match(known.credits.remarks, text.lstrip("“\"'‘"), re.IGNORECASE):
        return True
    signed = words[0].casefold() in known.credits.by and words[1][:1].isupper()
    return signed and words[1].casefold().rstrip(".") not in known.days


def _ownership(known: Credits) -> Hinted:
    """Return what says whose a picture is: `Photo: Dan Ito`, `(Photo by Dan Ito)`."""
    words = "|".join(map(re.escape, sorted(known.work | known.media)))
    by = "|".join(map(re.escape, sorted(known.by)))
    return hinted(rf"\b(?i:{words})(?::|\s(?i:{by})\s|/)\s*[A-Z]" if words and by else r"(?!)", 0)


@lru_cache(maxsize=64)
def _days(locale: str) -> frozenset[str]:
    language = languages.of(locale)
    months, times = language.months, language.times
    names = {*months.names, *months.short} if months else set()
    weekdays = times.weekday.values() if times else ()
    found = {
        name for pattern in weekdays for name in re.findall(r"[^\W\d_]{3,}", re.sub(r"\\\w|\(\?[-\w]+:", " ", pattern))
    }
    short = {name[:3] for name in found} if locale.startswith(languages.ENGLISH) else set()
    return frozenset(name.casefold().strip(".") for name in (*names, *found, *short))


@lru_cache(maxsize=64)
def _known(locale: str) -> _Known:
    known = languages.of(locale).credits or Credits()
    cues = sorted(map(re.escape, known.by | known.roles | known.labels | known.work))
    told = rf"|(?i:\b(?:{'|'.join(cues)})\b)" if cues else ""
    hint = re.compile(rf"[0-9]|\A\W*[(\[{{]|[A-Z0-9][-/_][A-Z0-9]|/\Z{told}")
    return _Known(locale, known, hint, _ownership(known))


def _wrapped(text: str, spans: Sequence[Inline]) -> bool:
    """Tell whether all of a text is in emphasis, or one link."""
    inner = text.strip()
    ends = {span.id: span for span in spans}
    first = spans[0] if spans else None
    if first is None or first.role is not InlineRole.OPEN or first.pair not in ends:
        return False
    return first.start == text.find(inner) and ends[first.pair].end - first.start == len(inner)


@lru_cache(maxsize=2048)
def _is_above(text: str, locale: str) -> bool:
    known = _known(locale)
    if len(text) > LONGEST or not text:
        return False
    if _SLUG.fullmatch(text):
        return True
    if inside := _BRACKETED.fullmatch(text):
        words = [word.casefold() for word in _WORD.findall(inside[1])[:1]]
        opening = known.credits.desk if text[0] == "(" else known.credits.desk | known.credits.media
        closed = text[0] != "(" or not _STOP.search(inside[1])
        if words and closed and words[0] in opening:
            return True
    fields = _fields(text, known)
    return bool(fields) and _Field.CUE in fields and not _names_somebody(text, known)


@lru_cache(maxsize=2048)
def _is_signed(text: str, locale: str) -> bool:
    known = _known(locale)
    if len(text) > LONGEST or not text or _ends(text):
        return False
    inside = _BRACKETED.fullmatch(text)
    fields = _fields(inside[1] if inside else text, known)
    named = _Field.NAME in fields or _Field.CUE in fields
    return _Field.CUE in fields or (_Field.ROLE in fields and (named or _unnamed(text, known)))


def _ends(text: str) -> bool:
    """Tell whether a text ends as a sentence, and not in `p.m.`, `Jr.` or an initial."""
    if not _STOP.search(text):
        return False
    last = text.rsplit(maxsplit=1)[-1].strip("()[]")
    return not (re.fullmatch(r"(?:\w{1,2}\.)+", last) and text[-1] == ".")


def _names_somebody(text: str, known: _Known) -> bool:
    """Tell whether a text has `by`, a role or a name in it, so that it may be a headline too."""
    words = [word.casefold() for word in _WORD.findall(_CONTACT.sub(" ", text))]
    return any(word in known.credits.by | known.credits.roles | known.credits.work for word in words)


def _unnamed(text: str, known: _Known) -> bool:
    words = _WORD.findall(text)
    return all(word.casefold() in known.words for word in words)


def _fields(text: str, known: _Known) -> list[_Field]:
    """Return what each field of a text is; empty where one of them is nothing that credits are made of."""
    found: list[_Field] = []
    for field in _FIELD.split(_CONTACT.sub(" ", text)):
        words = _WORD.findall(field)
        if not words:
            continue
        what = _field(field, words, known)
        if what is None:
            return []
        found.append(what)
    return found


def _field(field: str, words: list[str], known: _Known) -> _Field | None:
    """Return what a field is, None where a word of it is accounted for by nothing."""
    for read in (_labelled, _signed, _stamped):
        found = read(field, words, known)
        if found is not _NEXT:
            return found
    if _is_name(words, known):
        return _Field.NAME
    if not _is_role(words, known):
        return None
    return _Field.CUE if words[0].casefold() in known.credits.before_name else _Field.ROLE


def _labelled(field: str, words: list[str], known: _Known) -> _Field | None:  # noqa: ARG001  as its like
    """Read a label, a colon and a name."""
    credits_, found = known.credits, _LABELLED.match(field)
    if not found or not {*found[1].casefold().split()} <= credits_.labels | credits_.roles | credits_.work:
        return _NEXT
    rest = field[found.end() :].strip()
    return _Field.CUE if _is_name(_WORD.findall(rest), known) or _SLUGGISH.fullmatch(rest) else None


def _signed(field: str, words: list[str], known: _Known) -> _Field | None:  # noqa: ARG001  as its like
    """Read what was done, `by` and who did it."""
    credits_, low = known.credits, [word.casefold() for word in words]
    at = next((place for place, word in enumerate(low) if word in credits_.by), -1)
    if at < 0:
        return _NEXT
    before = credits_.work | credits_.dated | credits_.links | credits_.roles
    return _Field.CUE if {*low[:at]} <= before and _is_person(words[at + 1 :], known) else None


def _stamped(field: str, words: list[str], known: _Known) -> _Field | None:  # noqa: ARG001  as its like
    """Read a date, a time, or words that stand beside one."""
    low = {word.casefold() for word in words}
    if not all(_is_time(word, known) or word.casefold() in known.credits.links for word in words):
        return _NEXT
    when = any(_WHEN.fullmatch(word) for word in words)
    figure = any(word[0].isdigit() for word in words)
    beside = bool(low & known.credits.dated) or any(word.rstrip(".") in known.days for word in low)
    return _Field.CUE if when or (figure and beside) else _Field.WORDS


def _is_time(word: str, known: _Known) -> bool:
    low = word.casefold().rstrip(".")
    return word[0].isdigit() or low in known.days or low in known.credits.dated


def _is_name(words: Sequence[str], known: _Known) -> bool:
    """Tell whether words are names, joined by `and` or `the`, and no words of credits."""
    own = [word for word in words if word.casefold() not in known.credits.links | known.credits.particles]
    plain = known.words - known.credits.links
    return (
        bool(own)
        and len(own) <= _MOST_NAMES
        and all(
            word[0].isupper() and word.casefold() not in plain and word.casefold() not in known.days for word in own
        )
    )


def _is_person(words: Sequence[str], known: _Known) -> bool:
    """Tell whether words are who did something: names, roles and little words."""
    if not words or words[0].casefold() in known.days or words[0][0].isdigit():
        return False
    plain = known.credits.roles | known.credits.links
    named = [word for word in words if word.casefold() not in plain | known.credits.particles]
    roles = any(word.casefold() in known.credits.roles for word in words)
    return _is_name(named, known) if named else roles


def _is_role(words: Sequence[str], known: _Known) -> bool:
    """Tell whether words say what a person is: `staff writer`, `special to the Record`, `our correspondent in Oslo`.

    What the person writes of stands before it: `Data Editor`.
    """
    role = placed = False
    fields = [word for word in words[:-1] if word[0].isupper() and word.casefold() not in known.words]
    if words[-1].casefold() in known.credits.persons and len(fields) <= _MOST_FIELDS:
        words = [word for word in words if word not in fields]
    for word in words:
        low = word.casefold()
        if low in known.credits.roles:
            role = True
        elif low in known.credits.links or low in known.credits.work:
            placed = placed or low in known.credits.before_name
        elif not (placed and word[0].isupper()):
            return False
    return role
