"""Four commands at once, ended at any instant, while a person saves: every file reads well, and her texts are there."""

from __future__ import annotations

import os
import random
import signal
from typing import TYPE_CHECKING

from l10n.catalog import decode
from tests.system.rig import LEADS, SOAK, Newsroom, duration, pause, reviewed, run, save, start, wait

if TYPE_CHECKING:
    from pathlib import Path

ENDED = int(os.environ.get("L10N_KILLS", "300" if SOAK else "8"))
"""Commands that a signal ends at work."""
ARTICLES = 200 if SOAK else 6
AT_ONCE = 4
SIGNALS = (signal.SIGTERM, signal.SIGKILL, signal.SIGINT)
BY_SIGNAL = {-signal.SIGTERM, -signal.SIGKILL, 130}


def test_commands_that_are_ended_while_a_person_saves_lose_nothing(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - instants, not secrets
    room = Newsroom(tmp_path / "site", articles=ARTICLES, locales=("ko", "ja", "es"))
    room.build()
    room.edit()
    slowest = duration(room.root, "run") * AT_ONCE / 2
    ended = saved = 0
    codes: dict[int, int] = {}
    while ended < ENDED:
        room.edit()
        children = [start(room.root, "run") for _ in range(AT_ONCE)]
        for child in children:
            pause(dice.random() * slowest / AT_ONCE)
            saved += 1
            written(
                room, dice.randrange(room.articles), f"{saved}번째로 저장한 문장이다.", in_place=dice.random() < 0.5
            )
            os.kill(child, dice.choice(SIGNALS))
            code = wait(child)
            codes[code] = codes.get(code, 0) + 1
            ended += code in BY_SIGNAL
            assert broken(room.root) == []
        assert missing(room) == []
    print(f"\n{ended} commands ended at work by a signal, {saved} saves, exit codes {codes}")  # noqa: T201 - the figure
    assert set(codes) <= BY_SIGNAL | {0, 3}
    for _ in range(2):
        assert run(room.root, "run") in {0, 3}
    assert run(room.root, "run") == 0
    assert missing(room) == []
    assert [path.name for path in room.root.rglob("*.l10n-*")] == []


def written(room: Newsroom, number: int, text: str, *, in_place: bool) -> None:
    """Save a translation of the first paragraph in the place of the person's last one."""
    save(room.po(number), reviewed(room.po(number).read_bytes(), LEADS[number % 3], text), in_place=in_place)
    room.reviewed = {known: name for known, name in room.reviewed.items() if name != room.po(number).name}
    room.reviewed[text] = room.po(number).name


def broken(root: Path) -> list[str]:
    """Return the catalogues that cannot be read."""
    found = []
    for path in sorted((root / "locales").rglob("*.po")):
        try:
            decode(path.read_bytes(), path=path.name, article="a.md", locale=path.parent.name)
        except Exception as err:  # noqa: BLE001 - whatever it is
            found.append(f"{path}: {err}")
    return found


def missing(room: Newsroom) -> list[str]:
    """Return the person's texts that stand nowhere: not in what an exchange left either, which the next run tells."""
    left = [path for pattern in (".*.l10n-swap", "*.rej") for path in (room.root / "locales").rglob(pattern)]
    kept = "\n".join(path.read_text() for path in left)
    return [text for text in room.lost() if text not in kept]
