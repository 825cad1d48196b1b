"""Owns the acronyms of an English text, and where a text says what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["KNOWN", "acronyms", "explained", "introduced", "respelt"]

_BODIES = """US USA UK UN EU UAE USSR NATO UNESCO UNICEF WHO WTO IMF OPEC OECD ASEAN FIFA UEFA NASA FBI CIA KGB NSA NHS
    IRS DPRK ROK PRC NK NGO GOP IRA ISIS IS MP MPS QC BBC CNN NBC ABC CBS HBO MTV ESPN AFP AP NPR PBS BMW IBM
    KFC UPS DHL MGM MIT ITV CBC CNBC MSNBC NBA NFL MLB NHL NCAA UFC NYPD LAPD"""
_LIFE = """DNA RNA HIV AIDS COVID SARS MERS PTSD IQ ADHD BMI GDP VAT GPS SUV CCTV ATM PIN ID SIM LED LCD CEO CFO CTO COO
    VIP PR HR DIY RSVP FAQ ASAP AKA RIP SOS TBD ETA FYI IOU PHD MBA BA MA BSC MSC LGBT LGBTQ MVP DJ MC TV CD DVD
    VHS FM AM PM PC BC AD CE BCE GMT UTC EST EDT CET BST PST PDT MST CST DC LA NY NYC SW NW NE SE ET HQ OK"""
_COMPUTING = """AI API APP CLI CPU CSS DNS CSV GB MB KB TB GIF GPU GUI HDMI HTML HTTP HTTPS IDE IO IOS IP IT JPEG JPG JS
    JSON LTS OS OSS PDF PHP PNG RAM ROM RSS SDK SQL SSD SSH SSL SVG TCP TLS UDP UI URI URL USB UTF UX VM VPN WIFI WWW
    XML YAML ZIP UNIX ASCII BSD GNU GPL CC UUID VR AR SEO SMS IM"""
_WORDS = "NO YES NOT AND OR ALL ANY NEW NOTE TODO README FIXME ONLY MUST NEVER"
_STRESSED = frozenset(f"{_WORDS} THE BUT ARE WAS HAS HAD CAN DID YOU HER HIM HIS OUR OUT TOO WHY HOW".split())
KNOWN = frozenset(f"{_BODIES} {_LIFE} {_COMPUTING} {_WORDS}".split())
"""Acronyms that readers know, and words that are written in capitals; without a plural s."""
_ACRONYM = re.compile(r"(?<![\w.&/@#$%+’'-])([A-Z]{2,6})s?(?![\w&@/+-]|\.\w|\.?\()")
_CAPITALS = re.compile(r"\b[A-Z]{2,}+[,:;]? ")
_SHOUTED = re.compile(r"[,:;]? [A-Z]{2,}\b")
"""Words in capitals before and behind a word in capitals."""
_NAMED = re.compile(r" [A-Z][a-z]")
_ROMAN = re.compile(r"(?=[IVXLC])X{0,3}(?:IX|IV|V?I{0,3})\Z|[MDCLXVI]{4,}\Z")
_BRACKET = re.compile(r"\((?:the |or |a |an |aka |hereafter )?[“\"‘']?([A-Z][A-Za-z]{0,8}[A-Z])s?[”\"’']?[,;)]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|&")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "la", "al", "a", "an", "&"})
_REACH = 3
"""How many words more than letters may stand before the bracket."""


def acronyms(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the acronyms of a text in their order with their offsets, a plural s left out.

    Roman numerals, initials before a name (`JK Rowling`), states after a comma (`Austin, TX`) and words of a text in
    capitals are none.
    """
    shouted = {match.end() for match in _CAPITALS.finditer(text)}
    for match in _ACRONYM.finditer(text):
        word, (start, end) = match.group(1), match.span(1)
        if _ROMAN.match(word) or (
            len(word) == 2  # noqa: PLR2004  two letters
            and (_NAMED.match(text, match.end()) or text.endswith(", ", 0, start))
        ):
            continue
        if start not in shouted and not _SHOUTED.match(text, match.end()):
            yield word, start, end


@once
def introduced(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the acronyms that stand in a bracket behind what they stand for, with the offsets of the letters.

    `Harbor Police Office (HPO)`: the letters occur in the words before the bracket, in their order, the first letter
    as the beginning of a word.
    """
    if "(" not in text:
        return ()
    brackets = list(_BRACKET.finditer(text))
    words = [(match.end(), match.group()) for match in _WORD.finditer(text)] if brackets else []
    found = []
    for match in brackets:
        before = bisect_right(words, match.start(), key=itemgetter(0))
        nearest = words[max(0, before - len(match.group(1)) - _REACH) : before]
        if _spelt([word for _, word in nearest], match.group(1)):
            found.append((match.group(1), match.start(1), match.end(1)))
    return tuple(found)


def _spelt(words: Sequence[str], acronym: str) -> bool:
    return any(
        _runs("".join(words[at:]).lower(), acronym.lower())
        for at in range(len(words) - 1)
        if words[at][0].upper() == acronym[0].upper()
    )


def _runs(letters: str, wanted: str) -> bool:
    """Tell whether letters occur in their order."""
    rest = iter(letters)
    return all(letter in rest for letter in wanted)


_BRACKETED = re.compile(r"[(\[][^()\[\]]*")
_SIZES = range(2, 7)
_LETTERS = re.compile(r"\b([A-Z]{2,6})s?\b")
_BESIDE = re.compile(
    r"\b([A-Z]{2,6})(?:s?[”\"’'*_]*+ ?[(\[][^()\[\] ]*+ |, or "
    r"|s?\b[\"”*_]*+,? (?:which |that )?(?:stands? for|is short for|short for|means?)\b)"
)
_OR = re.compile(r"\bor ([A-Z]{2,6})\b")


def explained(text: str) -> Iterator[str]:
    """Yield the acronyms of which a text says what they stand for: beside a bracket, or as names with these initials.

    Whatever first letters stand in a row may be such a name.
    """
    for part in _BRACKETED.findall(text):
        yield from _LETTERS.findall(part)
    yield from _OR.findall(text)
    yield from _BESIDE.findall(text)
    for row in dict.fromkeys(_initials(text)):
        yield from [row[at : at + size] for size in _SIZES for at in range(len(row) - size + 1)]


def _initials(text: str) -> tuple[str, str]:
    """Return the first letters of the words of a text that are no acronyms: of all, and of those that names keep."""
    words = [word for word in _WORD.findall(text) if len(word) == 1 or not word.isupper()]
    kept = [word for word in words if word not in _SMALL]
    return "".join(word[0].upper() for word in words), "".join(word[0].upper() for word in kept)


_LOCAL = {
    "ADHD": "ADHS TDAH",
    "AIDS": "SIDA",
    "BMI": "IMC KMI",
    "BSE": "ESB",
    "CAR": "RCA",
    "CIS": "CEI GUS SND",
    "DNA": "ADN DNS DNK DNR",
    "DPRK": "RPDC KRLD KNDR KTDR",
    "DRC": "RDC",
    "ECB": "EZB BCE EKP EBC",
    "EEC": "CEE EWG EHS",
    "EBRD": "BERD",
    "GDP": "PIB BIP BNP BBP HDP BKT PDB",
    "HIV": "VIH",
    "IAEA": "AIEA MAAE IAEO MAEA",
    "ICAO": "OACI",
    "ICC": "CPI TPI",
    "ICJ": "CIJ CIG IGH",
    "ICRC": "CICR IKRK",
    "IDB": "BID",
    "IED": "EEI",
    "IFAD": "FIDA",
    "ILO": "OIT IAO",
    "IMF": "FMI IWF MMF MFW",
    "IMO": "OMI",
    "IOC": "CIO COI MOK MOV IOK KOK",
    "IOM": "OIM",
    "IPCC": "GIEC",
    "ISIS": "EIIL IS IŞİD",
    "ISS": "SEI EEI MKS",
    "ITU": "UIT",
    "IUCN": "UICN",
    "LGBT": "LGTB",
    "LGBTI": "LGTBI",
    "LGBTQ": "LGTBQ LGTBI",
    "MRI": "MRT IRM RMN",
    "NATO": "OTAN NAVO",
    "NGO": "ONG NRO OSC STK",
    "OAS": "OEA OAE",
    "OECD": "OCDE OESO",
    "OPEC": "OPEP",
    "OSCE": "OSZE OVSE OBSE",
    "PLO": "OLP",
    "PTSD": "TEPT PTBS SSPT TSPT",
    "RNA": "ARN RNS RNK",
    "SARS": "SRAS",
    "STD": "ETS MST DST",
    "STI": "ETS IST ITS",
    "UAE": "EAU VAE EAE ZEA BAE",
    "UFO": "OVNI",
    "UNHCR": "ACNUR",
    "USA": "EUA SUA",
    "USSR": "URSS SSSR ZSRR SSCB",
    "VAT": "TVA IVA MWST",
    "WHO": "OMS WGO",
    "WTO": "OMC",
}
"""What languages call bodies and things whose English acronym is nearly the same, or may be taken for another."""
_LEAST = 3
"""Letters of an acronym that another may be a slip for."""


def respelt(source: str, target: str) -> Iterator[tuple[str, int, int]]:
    """Yield an acronym of a source and where its target, in Latin letters too, has one that differs by one slip.

    That is one letter, or two that changed places behind the first: a language that turns the words of a name round
    moves the first (IAEA, AIEA). The target has that of the source nowhere, and does not say what its own stands for.
    What languages are known to call it is none.
    """
    wanted = dict.fromkeys(word for word, *_ in acronyms(source))
    lost = [one for one in wanted if len(one) >= _LEAST and one not in target and one not in _STRESSED]
    if not lost:
        return
    own = frozenset(explained(target))
    words = {word.upper() for word in _WORD.findall(source)}
    for name, start, end in acronyms(target):
        if name in words or name in own or name in source:
            continue
        for one in lost:
            if _slip(one, name) and name not in _LOCAL.get(one, "").split():
                yield one, start, end
                break


def _slip(one: str, other: str) -> bool:
    """Tell whether two acronyms of one length differ by a letter, or by two behind the first that changed places."""
    return len(one) == len(other) and (one[0] == other[0] or one[1:] == other[1:]) and OSA.distance(one, other) == 1
