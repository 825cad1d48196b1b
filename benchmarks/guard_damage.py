# ruff: noqa: PLR2004, E501  lengths of texts, each of one kind of damage
"""Owns the ways in which an answer may be bad, for guard_mutations.py: each takes a good pair and returns it damaged.

A kind returns the damaged answer, or None where the pair has nothing that it could damage.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

PHRASES = tomllib.loads(Path(__file__).with_name("guard_phrases.toml").read_text(encoding="utf-8"))
STOPS = re.compile(r"(?<=[.!?।])\s+(?=[^a-zа-я\d])|(?<=[。！？])")
WIDE = frozenset({"ja", "zh_CN", "th"})
_CJK = frozenset({"ja", "zh_CN"})
LATIN = frozenset({"es", "fr", "de", "it", "tr", "vi", "nl", "pl", "fi"})
AND = {
    "ko": "그리고|및|과|와", "ja": "と|および|や", "zh_CN": "和|以及|与", "es": "y|e|o", "fr": "et|ou", "de": "und|oder",
    "ar": "و|أو", "it": "e|ed|o", "ru": "и|или", "tr": "ve|veya", "vi": "và|hoặc", "nl": "en|of", "pl": "i|oraz|lub",
    "hi": "और|या", "fi": "ja|tai", "th": "และ|หรือ",
}  # fmt: skip
_WORDS = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Good:
    """A good pair, and what stands beside it."""

    locale: str
    source: str
    target: str
    other: str
    """The translation into another language."""
    beside: str
    """The translation of another text of the same article."""
    dice: random.Random

    @property
    def sentences(self) -> list[str]:
        """The sentences of the translation."""
        return [one for one in STOPS.split(self.target) if one and one.strip()]

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.locale in _CJK else " "

    def said(self, what: str) -> str:
        """Return a phrase of the language."""
        return str(PHRASES[self.locale][what])


KINDS: dict[str, Callable[[Good], str | None]] = {}
OWN: set[str] = set()


def kind(name: str, *, own: bool = False) -> Callable[[Callable[[Good], str | None]], Callable[[Good], str | None]]:
    """Enter a kind into the table; `own` are those that no brief names."""

    def enter(damage: Callable[[Good], str | None]) -> Callable[[Good], str | None]:
        KINDS[name] = damage
        if own:
            OWN.add(name)
        return damage

    return enter


def _joined(good: Good, *parts: str) -> str:
    return good.space.join(part.strip() for part in parts)


def _source_sentences(good: Good) -> int:
    return len([one for one in re.split(r"(?<=[.!?])[\"”'’]?\s+(?=[\"“'‘A-Z])", good.source) if one.strip()])


# ── what is said besides ─────────────────────────────────────────────
KINDS |= {
    "engine talk behind": lambda good: _joined(good, good.target, good.said("behind")),
    "engine talk before": lambda good: _joined(good, good.said("before"), good.target),
    "request for text": lambda good: good.said("asks"),
    "remark of the engine behind": lambda good: _joined(good, good.target, good.said("told")),
    "subtitle credit": lambda good: f"{good.target} {good.said('credit')}",
    "subtitle credit, own line": lambda good: f"{good.target}\n{good.said('credit')}",
    "closing sentence invented": lambda good: _joined(good, good.target, good.said("closing")),
    "neighbour joined behind": lambda good: _joined(good, good.target, good.beside),
    "label in English": lambda good: f"Translation: {good.target}",
    "preface in English": lambda good: f"Sure, here is the translation: {good.target}",
    "note in English behind": lambda good: f"{good.target} (Note: the tone of the original was kept.)",
    "quota text": lambda _: "You have exceeded your daily quota of free requests.",
    "error page": lambda _: "<html><head><title>502 Bad Gateway</title></head></html>",
    "refusal in English": lambda _: "I'm sorry, but I can't help with that request.",
    "JSON around": lambda good: '{"translation": "' + good.target.replace('"', "'") + '"}',
    "code fence around": lambda good: f"```\n{good.target}\n```",
    "thinking": lambda good: f"<think>The user wants a translation.</think>{good.target}",
}


# ── repeated, lost, mixed up ─────────────────────────────────────────
@kind("tail repeated")
def _tail(good: Good) -> str | None:
    bare = good.target.rstrip(' .。।!?！？"”')
    end = good.target[len(bare) :]
    if good.locale in WIDE:
        return bare + bare[-10:] + end if len(bare) > 30 else None
    words = bare.split()
    return f"{bare} {' '.join(words[-4:])}{end}" if len(words) > 8 else None


@kind("clause three times")
def _thrice(good: Good) -> str | None:
    if good.locale in WIDE:
        return good.target[:20] * 3 if len(good.target) > 40 else None
    words = good.target.rstrip(".।").split()
    return " ".join(words[:6] * 3) if len(words) > 12 else None


@kind("clause repeated inside")
def _inside(good: Good) -> str | None:
    if good.locale in WIDE:
        at = len(good.target) // 2
        return good.target[:at] + good.target[at - 14 : at] + good.target[at:] if at > 20 else None
    words = good.target.split()
    at = len(words) // 2
    return " ".join([*words[:at], *words[at - 6 : at], *words[at:]]) if len(words) > 14 else None


@kind("first sentence twice")
def _twice(good: Good) -> str | None:
    found = good.sentences
    return _joined(good, found[0], *found) if len(found[0]) > 20 else None


@kind("loop of letters")
def _letters(good: Good) -> str:
    return good.target[:-1] + good.target[-5:-1] * 10


@kind("loop of a word")
def _word(good: Good) -> str | None:
    words = good.target.split()
    return None if len(words) < 5 else " ".join([*words[:-1], *[words[-2]] * 7, words[-1]])


@kind("list item lost, another doubled")
def _item(good: Good) -> str | None:
    if not re.search(r"\w, (?:[\w'’-]+ ){1,3}?(?:and|or) \w|\w+, \w+(?: \w+)?,? and ", good.source):
        return None
    comma = "[,،、，]"
    if good.locale in _CJK:
        found = re.search(rf"([^\W\d_]{{2,8}})([、，])([^\W\d_]{{2,8}}?)({comma}|{AND[good.locale]})", good.target)
    elif good.locale == "ar":
        found = re.search(r"(?<!\w)([^\W\d_]{3,})(،? و|، )([^\W\d_]{3,})((?:،| و|\.))", good.target)
    else:
        found = re.search(
            rf"(?<!\w)([^\W\d_]{{3,}})({comma} )([^\W\d_]{{3,}})({comma} | (?:{AND[good.locale]}) )", good.target
        )
    if not found or found[1] == found[3]:
        return None
    return good.target[: found.start(3)] + found[1] + good.target[found.end(3) :]


@kind("last sentence lost")
def _last(good: Good) -> str | None:
    found = good.sentences
    many = _source_sentences(good)
    if len(found) < 2 or len(found) != many or len(found[-1]) < 12 * (0.4 if good.locale in _CJK else 1):
        return None
    return _joined(good, *found[:-1])


@kind("first sentence lost")
def _first(good: Good) -> str | None:
    found = good.sentences
    same = len(found) == _source_sentences(good) > 1
    return _joined(good, *found[1:]) if same and len(found[0]) >= (8 if good.locale in _CJK else 20) else None


@kind("second half lost")
def _half(good: Good) -> str | None:
    if len(good.source) < 80:
        return None
    if good.locale in WIDE:
        return good.target[: len(good.target) // 2]
    words = good.target.split()
    return " ".join(words[: len(words) // 2])


@kind("breaks off")
def _breaks(good: Good) -> str | None:
    if len(good.source) < 80 or not re.search(r"[.!?][\"”]?$", good.source):
        return None
    if good.locale in WIDE:
        return good.target[: len(good.target) * 7 // 10]
    words = good.target.split()
    return " ".join(words[: len(words) * 7 // 10])


@kind("one tenth")
def _tenth(good: Good) -> str | None:
    return good.target[: len(good.target) // 10] if len(good.source) > 80 else None


@kind("empty")
def _empty(_: Good) -> str:
    return "  "


@kind("only marks")
def _marks(_: Good) -> str:
    return "…"


# ── left in English, other languages ─────────────────────────────────
@kind("echo")
def _echo(good: Good) -> str:
    return good.source


@kind("second half in English")
def _english(good: Good) -> str | None:
    if len(good.source) < 80:
        return None
    words = good.source.split()
    return good.target[: len(good.target) // 2] + " " + " ".join(words[len(words) // 2 :])


@kind("words left in English")
def _left(good: Good) -> str | None:
    run = re.search(r"(?<![A-Za-z])(?:[a-z]{3,} ){3}[a-z]{3,}\b", good.source)
    if not run:
        return None
    if good.locale in WIDE:
        at = len(good.target) // 2
        return f"{good.target[:at]} {run.group()} {good.target[at + 6 :]}"
    words = good.target.split()
    at = len(words) // 2
    return " ".join([*words[:at], run.group(), *words[at + 3 :]]) if len(words) > 8 else None


@kind("wrong language")
def _language(good: Good) -> str | None:
    return good.other if len(good.source) > 60 else None


# ── letters ──────────────────────────────────────────────────────────
@kind("letters as ?")
def _asked(good: Good) -> str:
    return re.sub(r"[^\W\d_]" if good.locale not in LATIN else r"[^\W\d_a-zA-Z]", "?", good.target)


@kind("partial mojibake")
def _mojibake(good: Good) -> str | None:
    found = [at for at, one in enumerate(good.target) if ord(one) > 0xBF and one.isalpha()]
    if not found:
        return None
    at = good.dice.choice(found)
    return good.target[:at] + good.target[at].encode().decode("cp1252", "replace") + good.target[at + 1 :]


@kind("whole mojibake")
def _wholly(good: Good) -> str | None:
    made = good.target.encode().decode("latin-1")
    return made if made != good.target else None


@kind("bold around the whole")
def _bold(good: Good) -> str:
    return f"**{good.target}**"


@kind("bold inside")
def _bolded(good: Good) -> str | None:
    words = good.target.split()
    if good.locale in WIDE or len(words) < 6:
        return f"{good.target[:4]}**{good.target[4:8]}**{good.target[8:]}"
    return " ".join([*words[:2], f"**{words[2]}**", *words[3:]])


@kind("all capitals")
def _capitals(good: Good) -> str | None:
    return (
        good.target.upper()
        if good.target.upper() != good.target and good.locale != "ko" and (good.locale in LATIN | {"ru"})
        else None
    )


@kind("full-width digits")
def _wide(good: Good) -> str | None:
    made = re.sub(r"[0-9]", lambda match: chr(ord(match.group()) + 0xFEE0), good.target)
    return made if made != good.target and good.locale not in _CJK else None


@kind("control character")
def _control(good: Good) -> str:
    return good.target[:3] + "\x08" + good.target[3:]


@kind("placeholder mark left")
def _mark(good: Good) -> str:
    return f"⟦1⟧{good.target}"


# ── facts ────────────────────────────────────────────────────────────
@kind("digit changed")
def _digit(good: Good) -> str | None:
    found = list(re.finditer(r"(?<![\d.,:])[1-9]\d+(?![\d.,:])", good.target))
    found = [one for one in found if re.search(rf"(?<![\d.,]){one.group()}(?![\d.,])", good.source)]
    if not found:
        return None
    match = good.dice.choice(found)
    new = str(int(match.group()) + good.dice.randint(1, 8) * 10 ** good.dice.randrange(len(match.group())))
    return good.target[: match.start()] + new + good.target[match.end() :]


@kind("tenfold")
def _tenfold(good: Good) -> str | None:
    found = re.search(r"(?<![\d.,:])[1-9]\d{1,2}(?![\d.,:])", good.target)
    if not found or not re.search(rf"(?<![\d.,]){found.group()}(?![\d.,])", good.source):
        return None
    return good.target[: found.end()] + "0" + good.target[found.end() :]


@kind("wrong digits for a number word")
def _number(good: Good) -> str | None:
    words = [word for word in re.findall(r"(?<![\w-])[A-Za-z]+(?![\w-])", good.source) if word.lower() in _WORDS]
    if len(words) != 1 or re.search(r"\d", good.source):
        return None
    value = _WORDS[words[0].lower()]
    found = re.search(rf"(?<![\d.,]){value}(?![\d.,])", good.target)
    if not found:
        return None
    return good.target[: found.start()] + str(value + 7) + good.target[found.end() :]


@kind("negation removed")
def _negation(good: Good) -> str | None:
    if len(re.findall(r"\b(?:not|no|never)\b|n['’]t\b|\bcannot\b|\bwithout\b", good.source)) != 1:
        return None
    if not re.search(r"\b(?:not|never)\b|n['’]t\b", good.source) or "not only" in good.source or "?" in good.source:
        return None
    hits = [(pattern, new) for pattern, new in PHRASES[good.locale]["negation"] if re.search(pattern, good.target)]
    many = sum(len(re.findall(pattern, good.target)) for pattern, _ in hits)
    if many != 1:
        return None
    return re.sub(hits[0][0], hits[0][1], good.target)


@kind("line break")
def _line(good: Good) -> str | None:
    at = good.target.find(" ", len(good.target) // 2)
    return good.target[:at] + "\n\n" + good.target[at + 1 :] if at > 0 else None


# ── of our own ───────────────────────────────────────────────────────
@kind("spaces gone", own=True)
def _unspaced(good: Good) -> str | None:
    return good.target.replace(" ", "") if good.locale not in WIDE and good.target.count(" ") > 5 else None


@kind("letters apart", own=True)
def _apart(good: Good) -> str:
    return " ".join(good.target.replace(" ", ""))


@kind("subword marks left", own=True)
def _subwords(good: Good) -> str | None:
    words = good.target.split()
    return (
        " ".join(word[:3] + "@@ " + word[3:] if len(word) > 4 else word for word in words) if len(words) > 6 else None
    )


@kind("source behind the translation", own=True)
def _bilingual(good: Good) -> str:
    return f"{good.target} {good.source}"


@kind("source in brackets behind", own=True)
def _bracketed(good: Good) -> str:
    return f"{good.target} ({good.source.rstrip('.')})"


@kind("language token before", own=True)
def _token(good: Good) -> str:
    return f">>{good.locale}<< {good.target}"


@kind("heading before", own=True)
def _heading(good: Good) -> str:
    return f"## {good.target}"


@kind("two answers", own=True)
def _two(good: Good) -> str:
    swapped = good.target.split()
    return f"{good.target} / {' '.join([*swapped[1:], swapped[0]])}"


@kind("ends in dots", own=True)
def _dots(good: Good) -> str | None:
    if len(good.source) < 80 or "…" in good.source or "..." in good.source:
        return None
    return good.target[: len(good.target) * 3 // 4].rstrip() + "..."


@kind("emoji", own=True)
def _emoji(good: Good) -> str:
    return f"{good.target} 😊"


@kind("signs at the end", own=True)
def _signs(good: Good) -> str:
    return f"{good.target}!!!!!!!!!!!!"
