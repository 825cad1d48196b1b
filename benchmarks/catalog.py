"""Measures reading and saving a large catalogue against polib, as ratios within one run."""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from l10n.catalog import decode, encode, update, verify
from l10n.model import Catalog, Entry, Key, State

if TYPE_CHECKING:
    from collections.abc import Callable


def best(work: Callable[[], object], turns: int = 5) -> float:
    """Return the shortest of several runs, in seconds of this process: neither disk nor neighbours count."""
    times = []
    for _ in range(turns):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
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
    data = encode(catalog, None)
    file = decode(data, path="a.po", article="a.md", locale="ko")
    middle = count // 2
    edited = replace(entries[middle], target="고쳤다.")
    changed = replace(
        file.catalog, entries=(*file.catalog.entries[:middle], edited, *file.catalog.entries[middle + 1 :])
    )
    new = encode(changed, file)

    def prove() -> None:
        verify.check_reads_back(new, changed, file, path="a.po")
        verify.lost(file.catalog, changed, lambda entry: entry.key == edited.key)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.po"
        path.write_bytes(data)

        def write() -> None:
            path.write_bytes(encode(changed, file))

        def whole() -> None:
            def compute(old: Catalog | None) -> Catalog:
                rows = (old or catalog).entries
                note = (replace(rows[middle], comments=(f"{time.perf_counter_ns()}",)),)
                return replace(old or catalog, entries=rows[:middle] + note + rows[middle + 1 :])

            update(path, compute, root=Path(folder), name="a.po", article="a.md", locale="ko")

        read = best(lambda: decode(path.read_bytes(), path="a.po", article="a.md", locale="ko"))
        save = best(write)
        same = best(lambda: encode(replace(file.catalog, entries=tuple(file.catalog.entries)), file))
        check = best(prove)
        every = best(lambda: encode(catalog, None), 1)
        path.write_bytes(data)
        durable = best(whole, 3)
        path.write_bytes(data)
        oracle = polib.pofile(str(path))
        other_read = best(lambda: polib.pofile(str(path)), 3)
        other_save = best(lambda: oracle.save(str(path)), 3)
    print(f"{count} entries, {len(data) / 1e6:.1f} MB; seconds, polib's in brackets, ratio")
    print(f"read                        {read:7.3f}  ({other_read:.3f})  {other_read / read:6.1f} x")
    print(f"save, one entry changed     {save:7.3f}  ({other_save:.3f})  {other_save / save:6.1f} x")
    print(f"save, nothing changed       {same:7.3f}  ({other_save:.3f})  {other_save / same:6.0f} x")
    print(f"prove what is to be saved   {check:7.3f}  polib proves nothing")
    print(f"read, change, prove, save   {durable:7.3f}  ({other_read + other_save:.3f})", end="")
    print(f"  {(other_read + other_save) / durable:6.1f} x")
    print(f"write all as a new file     {every:7.3f}  ({other_save:.3f})  {other_save / every:6.1f} x")


if __name__ == "__main__":
    main()
