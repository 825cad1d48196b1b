"""Owns the reading of the case files of the Markdown tests: a title, then texts parted by `§§` lines."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent.parent / "data" / "markdown"


def cases(name: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for block in (DATA / name).read_text(encoding="utf-8").split("§ ")[1:]:
        title, _, rest = block.partition("\n")
        found.append((title, *(part.removeprefix("\n") for part in rest.split("§§"))))
    return found
