"""Owns a good pair, what stands beside it, and the form in which an error is planted in it."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = Path(__file__).parent
COLUMNS = {"ko": "kor", "ja": "jpn", "zh_CN": "zho-CN", "es": "spa", "fr": "fra", "de": "deu", "ar": "arb"}
WIDE = frozenset({"ja", "zh_CN"})
"""Languages written without spaces."""
LATIN = frozenset({"es", "de", "fr"})
STRANGERS = {"ko": "jpn", "ja": "zho-CN", "zh_CN": "jpn", "es": "fra", "fr": "spa", "de": "fra", "ar": "spa"}
"""The column of a language that has no place in a locale."""
STOPS = re.compile(
    r"(?<=[.!?؟])(?<![A-Z]\.)(?<!Mr\.)(?<!Dr\.)(?<!St\.)\s+(?=[^a-zà-ÿ\d\s])|(?<=[。！？])(?![」』”\"）)])"
)


@dataclass(frozen=True, slots=True)
class Good:
    """A pair of the corpus."""

    locale: str
    number: int
    """Its place in the corpus, from 0."""
    article: str
    source: str
    target: str
    stranger: str
    """A translation into another language."""
    beside: str
    """The translation of another text of the same article."""
    elsewhere: str
    """The translation of a text of another article."""
    after: tuple[str, str, str] | None
    """The next text of the article: English, translation, and the translation into another language."""
    peers: tuple[str, ...]
    """The translations of the other texts of the article."""

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.locale in WIDE else " "

    @property
    def sentences(self) -> list[str]:
        """The sentences of the translation."""
        return sentences(self.target)


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair with an error in it, and the same pair without it."""

    kind: str
    row: str
    """What planted it: kinds are filled from all their rows in turn."""
    source: str
    right: str
    wrong: str
    markup: bool = False


def sentences(text: str) -> list[str]:
    """Cut a text into sentences."""
    return [one for one in STOPS.split(text) if one and one.strip()]


def table(locale: str) -> dict[str, Any]:
    """Return the words of a language, or of `english`."""
    return tomllib.loads((ROOM / f"{locale}.toml").read_text(encoding="utf-8"))


def pairs(locale: str, corpus: Path) -> Iterator[Good]:
    """Yield the news in a locale."""
    lines = (corpus / "ntrex-news" / "news.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    column = COLUMNS[locale]
    peers: dict[str, list[str]] = {}
    for row in rows:
        peers.setdefault(row["doc"], []).append(row[column])
    for number, row in enumerate(rows):
        near = peers[row["doc"]]
        after = rows[number + 1] if number + 1 < len(rows) and rows[number + 1]["doc"] == row["doc"] else None
        at = number - next(index for index, other in enumerate(rows) if other["doc"] == row["doc"])
        yield Good(
            locale,
            number,
            row["doc"],
            row["eng"],
            row[column],
            row[STRANGERS[locale]],
            near[(at + len(near) // 2) % len(near)],
            rows[(number + len(rows) // 2) % len(rows)][column],
            (after["eng"], after[column], after[STRANGERS[locale]]) if after else None,
            tuple(text for index, text in enumerate(near) if index != at),
        )


def once(pattern: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Match[str] | None:
    """Return the only match of a pattern."""
    found = list(re.finditer(pattern, text, flags))
    return found[0] if len(found) == 1 else None


def put(text: str, match: re.Match[str], new: str) -> str:
    """Put other words in the place of a match."""
    return text[: match.start()] + new + text[match.end() :]
