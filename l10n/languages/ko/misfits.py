"""Owns finding particles whose form does not fit the word before them.

In running Korean only some endings tell: a final consonant before 를 or 와, a vowel before 을 or 은, a vowel or ㄹ
before 으로, and a final consonant that no verb stem has before 는; with less certainty some of the others. What else
ends so is a closed class of words, named in the lexicon. After a closing bracket or quotation mark, a digit, an acronym
or a term of the glossary, every particle tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.languages.ko.josa import Coda, coda, particle_at, readings
from l10n.languages.ko.lexicon import NOUNS, SURE, WORDS, is_name, is_stem, is_word, likely
from l10n.model import Flaw, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["wrong"]

_LOW, _FAIR, _HIGH = Severity.INFO, Severity.WARNING, Severity.ERROR
"""How sure it is that a form is wrong: the word may be read in another way; it is read as digits and initials usually
are; no other reading is known."""
_SURER = {_LOW: _FAIR, _FAIR: _HIGH, _HIGH: _HIGH}
_HANGUL = re.compile("[가-힣]+")
_LONG = "으로(?:서|써|부터)?(?:의|는|도|만|까지)?|와(?:의|는|도|만)?"
_ENDING = re.compile(rf"(?:{_LONG}|[를을은는])\Z")
"""A particle whose form tells even in running text."""
_LAST = frozenset("를을은는와로의도만서써터지가이")
_SHORT = re.compile(rf"(?:{_LONG}|과(?:의|는|도|만)?|로(?:서|써|부터)?(?:의|는|도|만|까지)?|[은는이가을를])\Z")
"""A particle whose form tells once it is known where the word ends."""
_AFTER_DIGIT = re.compile(r"(?:으로|로|은|는|을|를|와)\Z")
"""Without 이, 가 and 과, which are counters too (종로3가, 제2과)."""
_FORM = "은|는|을|를|이|가|과|와|으로|로"
_BOTH = re.compile(rf"\s?\((?:{_FORM})\)|\s?/\s?(?:{_FORM})(?![가-힣])")
"""What follows where both forms are offered: `을(를)`, `은/는`."""
_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z]{2,}\Z")
_NEAR = 80
"""Characters before a particle that tell how its word ends."""
_CLOSERS = "”’\"'」』》〉)]）］"


def wrong(text: str, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Flaw]:
    """Yield the particles that do not fit, in the order of the text.

    `terms` are the places of glossary terms in the text; behind them every particle tells. The more certain a fault is,
    the graver it is.
    """
    ends = {end: start for start, end in terms}
    for run in _HANGUL.finditer(text):
        if not ends and _untold(run):
            continue
        if _BOTH.match(text, run.end()):
            continue
        flaw = (_after_term(run, ends) if ends else None) or _inside(run) or _after_mark(text, run)
        if flaw is not None:
            yield _trusted(flaw, _SURER[flaw.severity or _HIGH]) if run.start() in ends else flaw


def _untold(run: re.Match[str]) -> bool:
    """Tell at once of most eojeols that nothing in them is wrong: words behind a space whose particle fits."""
    word, at = run.group(), run.start()
    return _plainly_right(word) and word.count(word[-1]) == 1 and (not at or run.string[at - 1].isspace())


def _trusted(flaw: Flaw, trust: Severity) -> Flaw:
    return replace(flaw, severity=trust)


def _fit(text: str, form: str, start: int, trust: Severity) -> Flaw | None:
    """Return a particle's fault where the word that `text` ends in asks for the other form."""
    end, particle = coda(text), particle_at(form)
    if end is Coda.UNKNOWN or particle is None:
        return None
    right = particle.after(end)
    if form.startswith(right) and not (right == "로" and form.startswith("으로")):
        return None
    other = particle.open if right == particle.closed else particle.closed
    if not form.startswith(other):
        return None
    fix = right + form[len(other) :]
    return Flaw(f"after {_last(text)} the particle is {fix}, not {form}", start, start + len(form), fix, trust)


def _twice(form: str, start: int, trust: Severity) -> Flaw:
    return Flaw(f"{form} stands twice", start, start + len(form), "", trust)


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1] if text.strip() else text


def _after_term(run: re.Match[str], ends: dict[int, int]) -> Flaw | None:
    """Judge what follows a term of the glossary inside one eojeol; 들 may stand between."""
    word = run.group()
    for end, start in ends.items():
        if run.start() < end < run.end() and end - start > 1:
            rest = word[end - run.start() :]
            plural = rest.startswith("들") and len(rest) > 1
            tail = rest[1:] if plural else rest
            if _SHORT.fullmatch(tail):
                at = run.end() - len(tail)
                long = plural or end - start > 2  # noqa: PLR2004  예술 + 가 may be the artist, 사회 + 과 the department
                trust = _HIGH if long or tail[0] not in "가과로" else _LOW
                return _fit(run.string[start:at], tail, at, trust)
    return None


def _inside(run: re.Match[str]) -> Flaw | None:
    """Judge the particle that an eojeol of Hangul ends in."""
    word = run.group()
    twice = _TWICE.search(word)
    if twice:
        return _twice(twice.group(), run.start() + twice.start(), _HIGH if word[-1] in "는를" else _FAIR)
    if _plainly_right(word):
        return None
    ending = _ENDING.search(word) or SURE.search(word)
    form = word[-1] if ending is not None and ending.re is SURE else ending.group() if ending else likely(word)
    host = word[: -len(form)]
    flaw = _fit(host, form, run.end() - len(form), _HIGH if ending else _FAIR) if form else None
    if flaw is None or (form == "는" and is_stem(host[-1])) or is_word(word):
        return _trusted(flaw, _FAIR) if flaw and host in _PRONOUNS and _begins(run) else None
    if is_name(word):
        return _trusted(flaw, _FAIR if host in NOUNS else _LOW)
    return _twice(form, flaw.start, _HIGH if ending else _FAIR) if _doubled(host, form) else flaw


_CLOSED = "".join(chr(ord("가") + 28 * at + final) for at in range(399) for final in range(1, 28))
_TWICE = re.compile(
    f"(?<=[{_CLOSED}]을)을\\Z|(?<=를)를\\Z|(?<=[가-힣]는)는\\Z|(?<=[가-힣][{_CLOSED}]에)에\\Z"
    "|(?<=[가-힣]에서)에서\\Z|(?<=[가-힣]에게)에게\\Z|(?<=[가-힣]까지)까지\\Z|(?<=[가-힣]부터)부터\\Z"
)
"""Particles that stand twice; 가을을 has one, for 을 does not follow a vowel, and so have names in 은 and 에."""
_PRONOUNS = frozenset("그저")
"""그 and 저, which are stems in ㅅ too (선을 그은), but not where a sentence begins."""


def _begins(run: re.Match[str]) -> bool:
    before = run.string[: run.start()].rstrip()
    return not before or before[-1] in ".!?"


def _plainly_right(word: str) -> bool:
    """Tell at once of most eojeols that no particle in them is wrong."""
    last = word[-1]
    if last not in "를는와을은":
        return last not in _LAST
    return len(word) < 2 or ((ord(word[-2]) - ord("가")) % 28 == 0) == (last in "를는와")  # noqa: PLR2004  word and particle


def _doubled(host: str, form: str) -> bool:
    """Tell whether the word before has the particle already: `적으로으로`, `국을를`."""
    if host[-2:] in WORDS:
        return False
    other = {"를": "을", "는": "은"}.get(form, form)
    return host.endswith(form) or (host.endswith(other) and coda(host[:-1]) not in {Coda.NONE, Coda.UNKNOWN})


def _after_mark(text: str, run: re.Match[str]) -> Flaw | None:
    """Judge a run of Hangul that is a particle and stands right behind a mark, a digit or Latin letters."""
    form, at = run.group(), run.start()
    if not at or text[at - 1].isspace() or not _SHORT.fullmatch(form):
        return None
    before = text[max(0, at - _NEAR) : at]
    last = before[-1]
    if last in _CLOSERS:
        return _after_closer(before, form, at)
    if last.isdigit():
        if not _AFTER_DIGIT.match(form):
            return None
        number = re.search(r"[^\s(]*\Z", before)
        latin = number is not None and re.search(r"[A-Za-z]", number.group())
        named = re.search(r"[A-Za-z]+ [\d.]+\Z", before)
        alone = re.search(r"(?:\A|[\s가-힣(“‘\"'$₩£€])\d[\d,.]*\Z", before)
        model = re.search(r"(?<!\A제)(?<![^가-힣]제)(?<=[가-힣])\d+\Z", before)
        unsure = latin or named or model or not alone or re.search(r"(?<![\d.,])0\Z", before)
        return _fit(before, form, at, _LOW if unsure else _FAIR)
    return _fit(before, form, at, _FAIR if _agreed(before, form) else _LOW)


def _agreed(before: str, form: str) -> bool:
    """Tell whether an acronym stands before a particle, and every way to read it asks for the same form."""
    acronym, particle = _ACRONYM.search(before), particle_at(form)
    if acronym is None or particle is None:
        return False
    return len({particle.after(end) for end in readings(acronym.group())}) == 1


def _after_closer(before: str, form: str, at: int) -> Flaw | None:
    """Judge a particle behind a closing bracket or quotation mark: the word before the bracket counts."""
    flaw = _fit(before, form, at, _HIGH)
    if flaw is None:
        return None
    if before[-1] in ")]）］":
        return _after_bracket(flaw, before, form)
    inner = before[:-1].rstrip(".,!?…")
    if "가" <= inner[-1:] <= "힣":
        return flaw
    return _trusted(flaw, _FAIR if _agreed(inner, form) else _LOW)


def _after_bracket(flaw: Flaw, before: str, form: str) -> Flaw | None:
    opened = max(before.rfind(mark) for mark in "([（［")
    if opened < 1:
        return None
    inside = before[opened + 1 : -1]
    inside_fits = "가" <= inside[-1:] <= "힣" and _fit(inside, form, flaw.start, _HIGH) is None
    return _trusted(flaw, _LOW) if inside_fits or not "가" <= before[opened - 1] <= "힣" else flaw
