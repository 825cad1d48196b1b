"""Owns how a Korean word ends, and which form of a particle follows it.

The rules are those of the Standard Orthography's particle pairs, applied to how newspapers read digits, units and
Latin letters aloud; where no reading is certain (`iPhone`) nothing is claimed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["PARTICLES", "Coda", "Particle", "attach", "coda", "fix_particles", "particle_at", "readings", "refit"]


class Coda(StrEnum):
    """The sound that a word ends in, as far as particles ask."""

    NONE = "none"
    """A vowel."""
    RIEUL = "rieul"
    """ㄹ: like any consonant, save that 로 and not 으로 follows."""
    OTHER = "other"
    """Another consonant."""
    UNKNOWN = "unknown"
    """Lower-case Latin, symbols, other scripts: how it is read is not certain."""


@dataclass(frozen=True, slots=True)
class Particle:
    """A particle with two forms."""

    closed: str
    """After a consonant: `은`."""
    open: str
    """After a vowel: `는`."""
    rieul_open: bool = False
    """True for (으)로: the open form follows ㄹ too."""
    tails: str = ""
    """What may follow glued to it, as a pattern; without one, no Hangul follows."""
    lax: bool = False
    """True where the closed form is legal after a vowel too (이며, 이다)."""

    def after(self, end: Coda) -> str:
        """Return the form after a sound; both (`은(는)`) where that is unknown."""
        if end is Coda.UNKNOWN:
            return (
                f"({self.closed[0]}){self.open}" if self.closed.endswith(self.open) else f"{self.closed}({self.open})"
            )
        return self.open if end is Coda.NONE or (end is Coda.RIEUL and self.rieul_open) else self.closed


PARTICLES: tuple[Particle, ...] = (
    Particle("은", "는", tails="커녕"),
    Particle("이", "가"),
    Particle("을", "를"),
    Particle("과", "와", tails="의|는|도|만|함께|같은|같이"),
    Particle("으로", "로", rieul_open=True, tails="서|써|부터|의|는|도|만|까지|선|서의|서는|서도|부터의|부터는|써의"),
    Particle("이라고", "라고", tails="는|도|만"),
    Particle("이라는", "라는"),
    Particle("이라며", "라며"),
    Particle("이라면", "라면"),
    Particle("이라도", "라도"),
    Particle("이라서", "라서"),
    Particle("이란", "란"),
    Particle("이나", "나"),
    Particle("이나마", "나마"),
    Particle("이든", "든", tails="지|가"),
    Particle("이야말로", "야말로"),
    Particle("이었", "였", tails="[가-힣]+"),
    Particle("이에요", "예요"),
    Particle("이여", "여"),
    Particle("이며", "며", lax=True),
    Particle("이고", "고", lax=True),
    Particle("이자", "자", lax=True),
    Particle("이다", "다", lax=True),
)
"""The particles whose form depends on the word before them, and the copula's forms that do."""

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>$|[*_~`]+$|(?<=\])\([^()\s]*(?:\s\"[^\"]*\")?\)$")
_LINKED = re.compile(r"(?<=[^\]])\]$")
_QUOTES = "”’\"'」』》〉›»"
_STOPS = ".,!?…"
_BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［"}
_MONEY = {"$": Coda.NONE, "€": Coda.NONE, "£": Coda.NONE, "¥": Coda.OTHER, "₩": Coda.OTHER, "＄": Coda.NONE}
_SIGNS = {**dict.fromkeys("%％℃℉°", Coda.NONE), "‰": Coda.RIEUL, **_MONEY}
_OPEN = """km m cm mm nm km² m² cm² km³ m³ cm³ km/h m/s ha L l mL ml kL dL W kW MW GW TW Wh kWh MWh GWh TWh V kV A mA
    Hz kHz MHz GHz THz B KB kB MB GB TB PB bit Mbps Gbps cal kcal bar pt %p °C °F
    ㎞ ㎡ ㎢ ㎥ ㎝ ㎜ ㎖ ㎾ ㎿ ㎐ ㎑ ㎒ ㎓ ㏊ ℓ"""
_CLOSED = "kg g mg μg ㎏ ㎎ ㎍ t kt Mt N kN lm"
_RIEULS = "J kJ MJ Pa hPa kPa MPa ㎩ ㎪ dB mol"
_UNITS = {
    unit: end
    for units, end in ((_OPEN, Coda.NONE), (_CLOSED, Coda.OTHER), (_RIEULS, Coda.RIEUL))
    for unit in units.split()
}
"""Unit after digits to the last sound of its Korean name: 킬로미터, 퍼센트; 그램, 톤; 줄, 파스칼 …"""
_UNIT = re.compile(rf"\d\s?({'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})$")
_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?$")
_DIGITS = {
    **dict.fromkeys("178", Coda.RIEUL),
    **dict.fromkeys("036", Coda.OTHER),
    **dict.fromkeys("2459", Coda.NONE),
}
_LETTERS = {**dict.fromkeys("LR", Coda.RIEUL), **dict.fromkeys("MN", Coda.OTHER)}
_READ = {"OPEC": Coda.OTHER, "APEC": Coda.OTHER, "TOEIC": Coda.OTHER, "NASDAQ": Coda.OTHER, "TOEFL": Coda.RIEUL}
"""Acronyms that are read as words whose end differs from their last letter's name."""
_ENDS = {
    **dict.fromkeys("ADFHIJOSUVWXYZ", frozenset({Coda.NONE})),
    **dict.fromkeys("MN", frozenset({Coda.OTHER})),
    "E": frozenset({Coda.NONE}),
    "L": frozenset({Coda.RIEUL}),
    "R": frozenset({Coda.NONE}),
}
"""The last letter of an acronym that is read as a word to its sound: 나토, 에이즈, 아세안, 인터폴; behind the others
both are heard (로봇, 게이트)."""
_SILENT = re.compile(r"[LMN]E\Z")
"""An ending of which either sound is heard: `LINE`, 라인."""
_VOWEL_LETTERS = re.compile("[AEIOUY]")
_TRILLION, _TEN_QUADRILLION = 12, 16
_RIEUL = 8


def coda(word: str) -> Coda:
    """Return the sound that a word ends in as it is read aloud in Korean.

    Closing marks, markup and a bracket after the word are passed over: `국가보위성(MSS)` ends as 성 does. A number ends
    as its reading (`10,000` 만, `20` 십, `1.5` 오), a number with a unit as the unit (`5kg` 킬로그램), an amount with a
    sign before it as the currency (`$100` 백 달러), an acronym as its last letter's name, or as a word where it is
    read as one (OPEC).
    """
    text = _bare(unicodedata.normalize("NFC", word).rstrip())
    for reading in (_hangul, _unit, _number, _acronym):
        found = reading(text)
        if found is not None:
            return found
    return Coda.UNKNOWN


def _hangul(text: str) -> Coda | None:
    if not "가" <= text[-1:] <= "힣":
        return None
    final = (ord(text[-1]) - ord("가")) % 28
    return Coda.NONE if not final else Coda.RIEUL if final == _RIEUL else Coda.OTHER


def _unit(text: str) -> Coda | None:
    unit = _UNIT.search(text)
    return _UNITS[unit.group(1)] if unit else _SIGNS.get(text[-1:])


def _acronym(text: str) -> Coda | None:
    capitals = re.search(r"[A-Z]+$", text)
    if not capitals or text[: capitals.start()][-1:].islower():
        return None
    return _READ.get(capitals.group()) or _LETTERS.get(text[-1], Coda.NONE)


def readings(acronym: str) -> frozenset[Coda]:
    """Return every sound that an acronym in capitals may end in: read letter by letter, and as a word where it can be.

    One that is known to be read as a word is read in no other way.
    """
    if acronym in _READ:
        return frozenset({_READ[acronym]})
    letters = frozenset({_LETTERS.get(acronym[-1], Coda.NONE)})
    if not _VOWEL_LETTERS.search(acronym):
        return letters
    both = frozenset({Coda.NONE, Coda.OTHER})
    return letters | (both if _SILENT.search(acronym) else _ENDS.get(acronym[-1], both))


def _bare(text: str) -> str:
    """Take off what follows the word that is read: quotation marks, markup, a balanced bracket."""
    before = None
    while text and text != before:
        before = text
        text = _MARKUP.sub("", text)
        if before != text and before.endswith(")"):
            text = _LINKED.sub("", text)
        elif text[-1:] in _BRACKETS:
            text = _unbracketed(text)
        elif text[-1:] and text[-1] in _QUOTES:
            text = text[:-1].rstrip(_STOPS)
    return text


def _unbracketed(text: str) -> str:
    """Take a balanced bracket off the end; a bracket that is all there is gives its inside."""
    closer, depth = text[-1], 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == closer) - (text[at] == _BRACKETS[closer])
        if not depth:
            return text[:at].rstrip() or text[1:-1]
    return text


def _number(text: str) -> Coda | None:
    plain = "".join(str(unicodedata.decimal(char, char)) for char in text)
    match = _NUMBER.search(plain)
    if not match:
        return None
    before = plain[: match.start()]
    if before.endswith(("/", ".", "⁄")):
        return Coda.UNKNOWN
    if before[-1:] in _MONEY:
        return _MONEY[before[-1]]
    number = match.group().replace(",", "")
    zeros = len(number) - len(number.rstrip("0"))
    if "." in number or zeros in {0, len(number)} or number.startswith("0"):
        return _DIGITS[number[-1]]
    return Coda.NONE if _TRILLION <= zeros < _TEN_QUADRILLION else Coda.OTHER


_FORMS = {form: particle for particle in PARTICLES for form in (particle.closed, particle.open)}
_FORM = re.compile(
    "|".join(
        rf"{form}(?=(?:{_FORMS[form].tails})(?![가-힣])|(?![가-힣]))" if _FORMS[form].tails else rf"{form}(?![가-힣])"
        for form in sorted(_FORMS, key=len, reverse=True)
    )
)
_AROUND = re.compile(r"(?:[*_~`]|</?[A-Za-z][^<>]*>|[”’\"'」』》〉]|\([^()]*\))*")
"""What may stand between a word and its particle."""
_COUNTERS = re.compile(
    "가구|가지|가족|가정|가옥|과목|과제|나라|이닝|은행|로트|고지|고개|다리|다스|자루|자리|여(?= |[가-힣])"
)
"""Nouns right after a number that begin like a particle."""


def particle_at(text: str) -> Particle | None:
    """Return the particle that a text begins with, glued to the word before it; None where there is none."""
    match = _FORM.match(text)
    return _FORMS[match.group()] if match else None


def attach(word: str, particle: str) -> str:
    """Return a word with a particle in the form it asks for (`attach("MSS", "은")` is `MSS는`).

    Either form names the particle. Where the reading of the word is unknown both forms stand (`iPhone은(는)`).
    Raises `KeyError` for what is not one of `PARTICLES`.
    """
    return word + _FORMS[particle].after(coda(word))


def fix_particles(before: str, after: str) -> str:
    """Return the text after a word with the particle it begins with, if any, in the form that word asks for.

    Nothing is changed where the reading of the word is unknown, and 이며, 이고 and 이다 stay after a vowel.
    """
    match, end = _FORM.match(after), coda(before)
    if match is None or end is Coda.UNKNOWN:
        return after
    particle = _FORMS[match.group()]
    if particle.lax and match.group() == particle.closed and end is Coda.NONE:
        return after
    return particle.after(end) + after[match.end() :]


def refit(old: str, new: str, after: str) -> str | None:
    """Return the text after a word, made for another word in its place; None where its right form is not certain.

    That is where something follows that may be a particle but is not known as one, while the two words end unlike.
    """
    skipped = _AROUND.match(after)
    at = skipped.end() if skipped else 0
    rest = after[at:]
    ends = coda(old), coda(new)
    settled = ends[0] is ends[1] and ends[0] is not Coda.UNKNOWN
    if settled or not "가" <= rest[:1] <= "힣" or _COUNTERS.match(rest):
        return after
    if particle_at(rest):
        return None if ends[1] is Coda.UNKNOWN else after[:at] + fix_particles(new, rest)
    return None if any(map(rest.startswith, _FORMS)) else after
