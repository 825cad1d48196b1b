"""Owns the articles of a life: how their files are written and read, and what editors do to their English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_WORDS = {
    "adj": ["old", "new", "quiet", "small", "northern", "wooden", "empty", "crowded", "flooded", "green"],
    "noun": ["ferry", "bridge", "harbor", "school", "market", "museum", "clinic", "library", "pier", "mill"],
    "place": ["Saltmarsh", "Elmford", "Port", "Calder", "Westbrook", "Dunmore", "Ashby", "Oakhaven"],
    "verb": ["opened", "closed", "reopened", "moved", "burned", "shrank", "grew", "waited", "returned"],
    "who": ["mayor", "teacher", "captain", "doctor", "council", "engineer", "neighbor", "judge"],
    "what": ["boats", "houses", "visitors", "workers", "tickets", "letters", "trees", "lamps"],
}
_SENTENCES = (
    "The {adj} {noun} in {place} {verb} on May {day}.",
    "About {many} {what} were near the {adj} {noun}, the {who} said.",
    "“It was a {adj} year,” said the {who} of {place}.",
    "The {who} was in {place} for {many} days — the {noun} was {adj}.",
    "It's the {who}'s {noun}, and {many} {what} were lost in {place}.",
    "No one was hurt when the {noun} {verb}.",
    "The {what} -- all {many} of them -- were taken to {place}.",
)
_HEADLINE = "{place} {noun} {verb} after {many} days"
_PAGE = '<!doctype html>\n<html lang="en">\n<body>\n{}\n</body>\n</html>\n'
_ELEMENT = re.compile(r"<(h1|p)>(.*?)</\1>", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+")
_END = re.compile(r"(?<=[.”])\s+(?=[A-Z“])")
_DASHES = (" — ", " -- ", " – ", "—")
_ANY_DASH = re.compile(r"\s*—\s*|\s+(?:--|–)\s+")
_ANY_DOUBLE, _ANY_SINGLE = re.compile('[“”"]'), re.compile("[‘’']")


def written(path: str, blocks: list[str]) -> str:
    """Return the file of an article, its headline first."""
    if path.endswith(".html"):
        tags = ["h1", *("p" for _ in blocks[1:])]
        return _PAGE.format("\n".join(f"<{tag}>{block}</{tag}>" for tag, block in zip(tags, blocks, strict=True)))
    head = "# " if path.endswith(".md") else ""
    return head + "\n\n".join(blocks) + "\n"


def read(path: str, text: str) -> list[str]:
    """Return the blocks that `written` wrote, whatever happened to the file between."""
    if path.endswith(".html"):
        return [found[2] for found in _ELEMENT.finditer(text)]
    return [block.strip().removeprefix("# ") for block in re.split(r"\n\s*\n", text) if block.strip()]


def plain(text: str) -> str:
    """Return the text without what is cosmetic in it: white space, and the style of quotation marks and dashes."""
    text = _ANY_SINGLE.sub("'", _ANY_DOUBLE.sub('"', text))
    return " ".join(_ANY_DASH.sub(" - ", text).split())


def sentence(rng: random.Random, shape: str = "") -> str:
    words = {name: rng.choice(some) for name, some in _WORDS.items()}
    return (shape or rng.choice(_SENTENCES)).format(**words, day=rng.randint(1, 31), many=rng.randint(2, 99))


def headline(rng: random.Random) -> str:
    return sentence(rng, _HEADLINE)


def paragraph(rng: random.Random) -> str:
    return " ".join(sentence(rng) for _ in range(rng.choice((1, 1, 2, 2, 3))))


def number(text: str, rng: random.Random) -> str:
    """Change one number."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    one = rng.choice(found)
    return f"{text[: one.start()]}{int(one[0]) + 1}{text[one.end() :]}"


def negation(text: str, rng: random.Random) -> str:
    """Say the contrary."""
    for verb in rng.sample(("was", "were"), 2):
        if f" {verb} not " in text:
            return text.replace(f" {verb} not ", f" {verb} ", 1)
        if f" {verb} " in text:
            return text.replace(f" {verb} ", f" {verb} not ", 1)
    return text


def word(text: str, rng: random.Random) -> str:
    """Put another word in the place of one."""
    known = [(one, some) for some in _WORDS.values() for one in some if re.search(rf"\b{one}\b", text)]
    if not known:
        return text
    one, some = rng.choice(known)
    return re.sub(rf"\b{one}\b", rng.choice(some), text, count=1)


def longer(text: str, rng: random.Random) -> str:
    """Add a sentence, before or behind."""
    new = sentence(rng)
    return f"{text} {new}" if rng.random() < 0.7 else f"{new} {text}"


def shorter(text: str, rng: random.Random) -> str:
    """Strike a sentence."""
    parts = _END.split(text)
    if len(parts) > 1:
        parts.pop(rng.randrange(len(parts)))
    return " ".join(parts)


def anew(text: str, rng: random.Random) -> str:  # noqa: ARG001  one shape for all edits
    """Write something else in its place."""
    return paragraph(rng)


def spaced(text: str, rng: random.Random) -> str:
    """Double a space, or make all single."""
    spaces = [found.start() for found in re.finditer(" ", text)]
    if "  " in text or not spaces:
        return re.sub(" +", " ", text)
    at = rng.choice(spaces)
    return f"{text[:at]} {text[at:]}"


def reflowed(text: str, rng: random.Random) -> str:
    """Break the lines elsewhere."""
    if "\n" in text:
        return text.replace("\n", " ")
    words = text.split(" ")
    at = rng.randrange(1, len(words)) if len(words) > 4 else 0
    if not at or words[at][:1] in {"—", "-", "–", ""} or words[at][:1].isdigit():
        return text
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])


def quoted(text: str, rng: random.Random) -> str:
    """Change the style of the quotation marks and apostrophes."""
    if rng.random() < 0.5:
        return text.replace("“", '"').replace("”", '"').replace("’", "'")
    return re.sub('"([^"]*)"', "“\\1”", text).replace("'", "’")


def dashed(text: str, rng: random.Random) -> str:
    """Change the style of the dashes."""
    return _ANY_DASH.sub(rng.choice(_DASHES), text)


def halves(text: str, rng: random.Random) -> tuple[str, str] | None:
    """Cut a paragraph in two between sentences."""
    parts = _END.split(text)
    if len(parts) < 2:
        return None
    at = rng.randrange(1, len(parts))
    return " ".join(parts[:at]), " ".join(parts[at:])


EDITS = (number, negation, word, word, longer, shorter, anew)
COSMETIC = (spaced, reflowed, quoted, dashed)
