"""`kill -9` at any instant of a command: no reviewed text is lost and no file unreadable."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.system.rig import SOAK, Newsroom, killed, run, steps

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 1000 if SOAK else 10
COMMANDS = (("extract",), ("draft",), ("purge", "--obsolete"), ("extract",))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_command_loses_nothing(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - instants, not secrets
    room = Newsroom(tmp_path / "site")
    room.build()
    room.edit()
    long = {command: steps(room.root, *command) for command in dict.fromkeys(COMMANDS)}
    hit = 0
    for turn in range(KILLS // 2):
        command = COMMANDS[turn % len(COMMANDS)]
        if command == ("extract",):
            room.edit()
        if turn % 5 == 0:
            number = turn // 5 % room.articles
            room.review(number, f"{turn}번째 판에서 사람이 다시 쓴 문장이다.")
            room.reviewed = {text: name for text, name in room.reviewed.items() if name != room.po(number).name}
            room.reviewed[f"{turn}번째 판에서 사람이 다시 쓴 문장이다."] = room.po(number).name
        disk = dice.random() < 0.5
        hit += killed(room.root, *command, at=dice.randint(1, long[command][disk]), disk=disk)
        assert room.lost() == []
    print(f"\n{KILLS // 2} commands, {hit} killed at work")  # noqa: T201 - the figure of an acceptance run
    assert hit > KILLS // 8
    told = run(room.root, "extract")
    assert told == 0 or (told == 3 and list(room.root.rglob("*.rej"))), "what an exchange left is told once, and kept"
    assert run(room.root, "extract") == 0
    assert room.lost() == []
    assert [path.name for path in room.root.rglob("*.l10n-*")] == []
