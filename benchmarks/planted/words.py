"""Plants words that say something else, by the tables of each language."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from planted.good import WIDE, Good, Planted, once, put, table

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTICLES = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라"), ("이다", "다"))
RIEUL = 8
FEW, UNIFORM = 3, 0.85
"""An article keeps one style where it has more texts than these and such a share of them has it."""
PATTERNS: dict[str, list[str]] = table("english")["patterns"]
"""What the English says, and what it must not say, by a name."""


def closed(syllable: str) -> bool | None:
    """Tell whether a Hangul syllable ends in a consonant."""
    return (ord(syllable) - 0xAC00) % 28 > 0 if "가" <= syllable <= "힣" else None


def agree(text: str, end: int, old: str, new: str) -> str:
    """Let the Korean particle behind a new word agree with it, so that only the word is wrong."""
    was, now = closed(old[-1:] or " "), closed(new[-1:] or " ")
    if was is None or now is None or was == now:
        return text
    for with_final, without in PARTICLES:
        before, after = (with_final, without) if was else (without, with_final)
        if with_final == "으로" and (ord((new if now else old)[-1]) - 0xAC00) % 28 == RIEUL:
            continue
        if re.match(rf"{before}(?=[\s.,]|$)", text[end:]):
            return text[:end] + after + text[end + len(before) :]
    return text


def swap(good: Good, match: re.Match[str], new: str) -> str:
    """Put a word in the place of another, with its capital and its particle."""
    old = match.group()
    if old[:1].isupper() and new[:1].islower():
        new = new[0].upper() + new[1:]
    text = put(good.target, match, new)
    return agree(text, match.start() + len(new), old, new) if good.locale == "ko" else text


def edged(form: str, locale: str) -> str:
    """Bind a pattern to whole words where a language has spaces between them and letters of one alphabet."""
    return form if locale in WIDE or locale in {"ko", "ar"} else rf"(?<!\w)(?:{form})(?!\w)"


def polite(text: str) -> bool:
    """Tell whether a Korean or Japanese text ends in the polite style."""
    return bool(re.search(r"(?:니다|어요|です|ます|ました|ません)[.。\"”」]*\Z", text))


def uniform(good: Good) -> bool:
    """Tell whether an article keeps one style, so that another one in a text of it is a slip."""
    styles = [polite(text) for text in (good.target, *good.peers) if re.search(r"[.。]\Z", text)]
    return len(styles) > FEW and styles.count(polite(good.target)) >= UNIFORM * len(styles)


def swaps(good: Good, facts: dict[str, Any]) -> Iterator[Planted]:
    """Plant each row of a language's tables."""
    for kind, rows in facts["swaps"].items():
        if kind == "register slip" and not uniform(good):
            continue
        for key, form, other, *rest in rows:
            english, *never = PATTERNS.get(key, [key, *rest])
            if never and re.search(never[0], good.source, re.IGNORECASE):
                continue
            if english != r"\w" and not once(english, good.source, re.IGNORECASE):
                continue
            pattern = edged(form, good.locale) if form[-1:] not in "$]" else form
            match = once(pattern, good.target, re.IGNORECASE)
            if match:
                wrong = swap(good, match, match.expand(other))
                yield Planted(kind, form, good.source, good.target, wrong)


def negations(good: Good, facts: dict[str, Any]) -> Iterator[Planted]:
    """Take a negation away: the only one, or one that stands beside another."""
    lost = facts["negation"]
    many = len(re.findall(lost["english"], good.source, re.IGNORECASE))
    found = [
        (form, match, match.expand(new))
        for form, new in lost["lost"]
        for match in re.finditer(edged(form, good.locale), good.target, re.IGNORECASE)
    ]
    starts = {match.start() for _, match, _ in found}
    if many == 1 and len(starts) == 1:
        form, match, new = found[0]
        yield Planted("negation lost", form, good.source, good.target, put(good.target, match, new))
    elif many > 1 and many >= len(starts) > 1:
        form, match, new = found[0]
        yield Planted("negation lost beside another", form, good.source, good.target, put(good.target, match, new))


def named(good: Good, facts: dict[str, Any]) -> list[tuple[str, re.Match[str]]]:
    """Return the names that the English and the translation have just once."""
    found = []
    for english, form in facts["names"].items():
        edge = form if form[0] > "\u0250" else rf"(?<!\w)(?:{form})(?!\w)"
        match = once(edge, good.target)
        if match and once(rf"\b{english}\b", good.source):
            found.append((english, match))
    return found


def names(good: Good, facts: dict[str, Any]) -> Iterator[Planted]:
    """Plant names that changed places, and names of others."""
    found = sorted(named(good, facts), key=lambda one: one[1].start())
    for (_, one), (_, other) in combinations(found, 2):
        glossed = good.locale == "ko" and any(good.target[name.end() :].lstrip()[:1] == "(" for name in (one, other))
        if one.end() < other.start() and not glossed:
            between = good.target[one.end() : other.start()]
            start, end = good.target[: one.start()], good.target[other.end() :]
            text = start + other.group() + between + one.group() + end
            if good.locale == "ko":
                text = agree(text, len(text) - len(end), other.group(), one.group())
                text = agree(text, len(start) + len(other.group()), one.group(), other.group())
            yield Planted("two names exchanged", one.group(), good.source, good.target, text)
            break
    every = list(facts["names"].items())
    for english, match in found[:1]:
        at = [name for name, _ in every].index(english)
        for name, form in every[at + 3 :] + every[:at]:
            new = form.partition("|")[0]
            if name not in good.source and new not in good.target:
                yield Planted("another name", match.group(), good.source, good.target, swap(good, match, new))
                break


def respelled(good: Good, facts: dict[str, Any]) -> Iterator[Planted]:
    """Plant a name that is spelled otherwise than in the rest of the article."""
    for name, variant in facts["respelled"].items():
        match = once(name, good.target)
        if match and any(name in text for text in good.peers) and not any(variant in text for text in good.peers):
            yield Planted("name spelled otherwise", name, good.source, good.target, swap(good, match, variant))


def particles(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant a particle that does not agree with its word, in Korean."""
    if good.locale != "ko":
        return
    other = {one: two for pair in PARTICLES[:4] for one, two in (pair, pair[::-1])}
    for match in re.finditer(r"(?<=[가-힣])([가-힣])([은는을를과와가])(?= [가-힣])", good.target):
        word, particle = match.groups()
        ends = closed(word)
        if ends == (particle in "은을과") and (good.number + match.start()) % 5 == 0:
            wrong = put(good.target, match, word + other[particle])
            yield Planted("particle", particle, good.source, good.target, wrong)
            return


FAMILY = (swaps, negations, names, respelled, particles)
