"""Measures reading and saving a large catalogue against polib, as ratios within one run."""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from l10n.catalog import decode, encode, update
from l10n.model import Catalog, Entry, Key, State

if TYPE_CHECKING:
    from collections.abc import Callable


def best(work: Callable[[], object], turns: int = 3) -> float:
    """Return the shortest of several runs, in seconds."""
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=50_000)
    count = parser.parse_args().entries
    entries = tuple(
        Entry(
            Key(f"Paragraph {at} says that the council met and agreed to repair the old bridge before winter."),
            f"{at}번 문단: 의회가 모여 겨울이 오기 전에 낡은 다리를 고치기로 했다고 한다.",
            State.REVIEWED,
            ("2026/bridge.md",),
            "paragraph\nunder: Roads and bridges",
        )
        for at in range(count)
    )
    catalog = Catalog("2026/bridge.md", "ko", entries)
    start = time.perf_counter()
    data = encode(catalog, None)
    fresh = time.perf_counter() - start
    file = decode(data, path="a.po", article="a.md", locale="ko")
    middle = count // 2
    edited = replace(entries[middle], target="고쳤다.")
    changed = replace(
        file.catalog, entries=(*file.catalog.entries[:middle], edited, *file.catalog.entries[middle + 1 :])
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.po"
        path.write_bytes(data)
        parse = best(lambda: decode(data, path="a.po", article="a.md", locale="ko"))
        save = best(lambda: encode(changed, file))
        whole = best(
            lambda: update(
                path,
                lambda old: replace(old or catalog, entries=(old or catalog).entries[::-1]),
                root=Path(folder),
                name="a.po",
                article="a.md",
                locale="ko",
            )
        )
        oracle = polib.pofile(str(path))
        other_parse = best(lambda: polib.pofile(str(path)), 1)
        other_save = best(lambda: oracle.save(str(path)), 1)
    print(f"{count} entries, {len(data) / 1e6:.1f} MB; seconds, polib's in brackets, ratio")
    print(f"read              {parse:6.2f}  ({other_parse:.2f})  {other_parse / parse:5.1f} x")
    print(f"write one change  {save:6.2f}  ({other_save:.2f})  {other_save / save:5.1f} x")
    print(f"write a new file  {fresh:6.2f}")
    print(f"update, durable   {whole:6.2f}  read, reorder all, write, read again, compare")


if __name__ == "__main__":
    main()
