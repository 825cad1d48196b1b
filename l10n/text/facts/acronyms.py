"""Owns the acronyms of an English text, and where a text says what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KNOWN", "acronyms", "expanded", "introduced"]

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
KNOWN = frozenset(f"{_BODIES} {_LIFE} {_COMPUTING} {_WORDS}".split())
"""Acronyms that readers know, and words that are written in capitals; without a plural s."""
_ACRONYM = re.compile(r"(?<![\w.&/@#$%+’'-])([A-Z]{2,6})s?(?![\w&@/+-]|\.\w|\.?\()")
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
    for match in _ACRONYM.finditer(text):
        word, (start, end) = match.group(1), match.span(1)
        before, after = text[:start], text[match.end() :]
        if _ROMAN.match(word) or (len(word) == 2 and (re.match(r" [A-Z][a-z]", after) or before.endswith(", "))):  # noqa: PLR2004
            continue
        if re.search(r"\b[A-Z]{2,}[,:;]? \Z", before) or re.match(r"[,:;]? [A-Z]{2,}\b", after):
            continue
        yield word, start, end


@once
def introduced(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the acronyms that stand in a bracket behind what they stand for, with the offsets of the letters.

    `Harbor Police Office (HPO)`: the letters occur in the words before the bracket, in their order, the first letter
    as the beginning of a word.
    """
    if "(" not in text:
        return ()
    return tuple(
        (match.group(1), match.start(1), match.end(1))
        for match in _BRACKET.finditer(text)
        if _spelt(text[: match.start()], match.group(1))
    )


def _spelt(before: str, acronym: str) -> bool:
    words = _WORD.findall(before)[-len(acronym) - _REACH :]
    return any(
        _runs("".join(words[at:]).lower(), acronym.lower())
        for at in range(len(words) - 1)
        if words[at][0].upper() == acronym[0].upper()
    )


def _runs(letters: str, wanted: str) -> bool:
    """Tell whether letters occur in their order."""
    rest = iter(letters)
    return all(letter in rest for letter in wanted)


def expanded(text: str, acronym: str) -> bool:
    """Tell whether a text says what an acronym stands for: beside a bracket, or as a name with these initials."""
    bracket = r"[(\[][^()\[\]]*"
    beside = rf"{bracket}\b{acronym}s?\b|\b{acronym}s?[”\"’'*_]* ?{bracket} |\bor {acronym}\b|\b{acronym}, or "
    said = rf"\b{acronym}s?\b[\"”*_]*,? (?:which |that )?(?:stands? for|is short for|short for|means?)\b"
    if acronym in text and re.search(f"{beside}|{said}", text):
        return True
    return any(acronym in letters for letters in _initials(text))


@once
def _initials(text: str) -> tuple[str, str]:
    """Return the first letters of the words of a text that are no acronyms: of all, and of those that names keep."""
    words = [word for word in _WORD.findall(text) if len(word) == 1 or not word.isupper()]
    kept = [word for word in words if word not in _SMALL]
    return "".join(word[0].upper() for word in words), "".join(word[0].upper() for word in kept)
