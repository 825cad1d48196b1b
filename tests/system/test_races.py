"""A person saves while a command runs: her text is in the file when both are done."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from l10n.catalog import decode
from l10n.errors import CatalogError
from tests.system.rig import LEADS, SOAK, Newsroom, duration, pause, reviewed, run, save, start, wait

if TYPE_CHECKING:
    from pathlib import Path

SAVES = 500 if SOAK else 4
"""For each of the four ways."""


@pytest.mark.parametrize("command", ["extract", "draft"])
@pytest.mark.parametrize("in_place", [True, False])
def test_a_save_is_never_lost(tmp_path: Path, command: str, in_place: bool) -> None:  # noqa: FBT001 - a parameter
    dice = random.Random(f"{command} {in_place}")  # noqa: S311 - instants, not secrets
    room = Newsroom(tmp_path / "site", articles=1)
    room.build()
    room.edit()
    if command == "draft":
        run(room.root, "extract")
    slowest = duration(room.root, command)
    lost = []
    codes: dict[int, int] = {}
    for turn in range(SAVES):
        room.edit()
        if command == "draft":
            assert run(room.root, "extract") == 0
        text = f"{turn}번째로 저장한 문장이다."
        child = start(room.root, command)
        pause(dice.random() * slowest)
        save(room.po(0), reviewed(stable(room), LEADS[0], text), in_place=in_place)
        code = wait(child)
        codes[code] = codes.get(code, 0) + 1
        catalog = decode(room.po(0).read_bytes(), path="a.po", article="a.md", locale="ko").catalog
        if text not in {entry.target for entry in catalog}:
            lost.append(turn)
    print(f"\n{SAVES} saves against {command}, exit codes {codes}")  # noqa: T201 - the figure of an acceptance run
    assert lost == []
    assert set(codes) <= {0, 3}


def stable(room: Newsroom) -> bytes:
    """Read the file as an editor does that was opened a moment ago; the base of her save is what stands now."""
    while True:
        data = room.po(0).read_bytes()
        try:
            decode(data, path="a.po", article="a.md", locale="ko")
        except CatalogError:
            continue
        return data
