"""Owns reading the payloads: what someone may write into a translation so that a page does more than show text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Payload", "payloads", "sample"]

FILE = Path(__file__).parent.parent / "data" / "active" / "payloads.txt"
_SYMBOLS = {
    "␀": "\0",
    "␉": "\t",
    "␊": "\n",
    "␌": "\f",
    "␍": "\r",
    "␤": "\x85",
    "␨": "\u2028",
    "FIRE": "fired()",
    "HOST": "foreign.invalid",
}
"""How the file writes control characters, and the hook and the foreign host that a browser watches."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One attack."""

    kind: str
    pieces: tuple[str, ...]
    """What goes into one segment; where there are several, into segments that follow each other."""

    @property
    def shown(self) -> str:
        """One line that names it in a report."""
        return " ¦ ".join(piece.encode("unicode_escape").decode("ascii") for piece in self.pieces)


def payloads() -> tuple[Payload, ...]:
    """Read all payloads in the order of the file: `== kind: what it is` opens a kind, each other line is a payload."""
    found: list[Payload] = []
    kind = ""
    for line in FILE.read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            kind = line.removeprefix("== ").partition(":")[0]
        elif line:
            text = line
            for symbol, meant in _SYMBOLS.items():
                text = text.replace(symbol, meant)
            found.append(Payload(kind, tuple(text.split(" ¦ "))))
    return tuple(found)


def sample(every: int) -> tuple[Payload, ...]:
    """Take the first payload of each kind and then every so many, so that each kind is there."""
    found: list[Payload] = []
    since = 0
    for payload in payloads():
        fresh = not found or found[-1].kind != payload.kind
        since = 0 if fresh else since + 1
        if fresh or since == every:
            found.append(payload)
            since = 0
    return tuple(found)
