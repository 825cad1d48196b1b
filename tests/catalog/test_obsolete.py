"""What a purge takes out of a catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalog.obsolete import doomed, without
from l10n.model import Catalog, State
from tests.catalog.samples import reviewed

LIVE = reviewed("One.", "하나.")
OLD, NEW, OPEN = (
    replace(reviewed(f"{name}.", name), state=State.OBSOLETE, refs=(), line=line)
    for line, name in ((10, "old"), (20, "new"), (30, "open"))
)
CATALOG = Catalog("a.md", "ko", (LIVE, OLD, NEW, OPEN))


def never() -> dict[int, float]:
    pytest.fail("the history need not be asked")


def test_all_obsolete_entries_go_where_no_time_is_named():
    assert doomed(CATALOG, None, never) == {OLD, NEW, OPEN}


def test_those_go_that_became_obsolete_before_and_what_is_not_committed_stays():
    assert doomed(CATALOG, 100.0, lambda: {10: 99.0, 20: 100.0}) == {OLD}


def test_without_obsolete_entries_the_history_is_not_asked():
    assert doomed(Catalog("a.md", "ko", (LIVE,)), 100.0, never) == frozenset()


def test_the_others_stay_as_they_stand():
    assert without(CATALOG, {OLD, OPEN}).entries == (LIVE, NEW)
