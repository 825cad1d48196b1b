"""Reads the sample files: `=== title`, source, `---`, expected lines."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent.parent / "data"


class Sample(NamedTuple):
    title: str
    source: str
    expected: str


def samples(name: str) -> list[Sample]:
    found = []
    for chunk in (DATA / name).read_text(encoding="utf-8").split("=== ")[1:]:
        title, _, rest = chunk.partition("\n")
        source, _, expected = rest.partition("---\n")
        found.append(Sample(title, source, expected))
    return found
