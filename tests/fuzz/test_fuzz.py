"""Each reader is fed garbage: a message and an exit code, the others go on, nothing of a person's is lost.

A few kinds of garbage a reader, the same every day; `python -m tests.fuzz 1000` feeds a thousand.
"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.fuzz import newsroom
from tests.fuzz.garbage import garbage
from tests.fuzz.play import played, prepared
from tests.fuzz.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fuzz.newsroom import Newsroom


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The project that every run begins with."""
    with prepared(tmp_path_factory.mktemp("fuzz") / "first") as made:
        yield made


@pytest.mark.parametrize("name", sorted(READERS))
@pytest.mark.parametrize("seed", range(2))
def test_garbage_is_answered_with_a_message_and_the_others_go_on(
    room: Newsroom, tmp_path: Path, name: str, seed: int
) -> None:
    assert played(room, name, seed, tmp_path / "now") == []


@examples(300)
@given(st.integers(0, 2**32))
def test_the_same_seed_makes_the_same_garbage(seed: int) -> None:
    made = {garbage(random.Random(seed), newsroom.ARTICLES["bad.md"].encode()) for _ in range(2)}  # noqa: S311
    assert len(made) == 1


def test_what_is_wrong_is_seen(room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = room.copy(tmp_path / "now")
    po = copy.root / "locales/ko/good.md.po"
    real = newsroom.Newsroom.run

    def damage(self: Newsroom, *args: str) -> object:
        done = real(self, *args)
        po.write_text(po.read_text().replace("배들은 정오에 떠났다.", ""))
        (self.top / "outside" / "new").write_text("x")
        shutil.rmtree(self.root / "build/ja")
        return done

    monkeypatch.setattr(newsroom.Newsroom, "run", damage)
    found = " ".join(newsroom.faults(copy, ("run",), whole=True))
    assert "touched outside" in found
    assert "lost in locales/ko/good.md.po" in found
    assert "not processed: build/ja/new.md" in found
