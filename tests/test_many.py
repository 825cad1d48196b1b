"""More values than memory should hold."""

from __future__ import annotations

import tempfile
import tracemalloc
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import many
from l10n.errors import StorageError
from l10n.many import Pile, Room, apart
from l10n.values import packed

_VALUES = [(number, f"value {number}" * (number % 7)) for number in range(0, 200, 3)]


def piles(values=_VALUES):
    """Put the same values on two piles in turn."""
    room = Room()
    one: Pile[str] = Pile(room)
    other: Pile[str] = Pile(room)
    for number, value in values:
        one.append(number, packed(value))
        other.append(-number % 1000, packed(value[::-1]))
    return one, other


@pytest.mark.parametrize("held", [0, 100, 1 << 20])
def test_values_come_back_in_their_order_as_often_as_they_are_asked_for(monkeypatch, held):
    monkeypatch.setattr(many, "_HELD", held)
    one, other = piles()
    assert list(one) == list(one) == _VALUES
    assert [value[::-1] for _, value in other] == [value for _, value in _VALUES]
    assert [one[at] for at in reversed(range(len(one)))] == _VALUES[::-1]


def test_what_is_taken_in_after_some_was_read_is_not_written_over(monkeypatch):
    monkeypatch.setattr(many, "_HELD", 50)
    one, _ = piles()
    first = list(one)
    for number, value in _VALUES:
        one.append(number, packed(value))
        assert one[0] == _VALUES[0]
    assert list(one) == [*first, *_VALUES]


def test_of_a_value_in_the_file_few_bytes_are_in_memory(monkeypatch):
    monkeypatch.setattr(many, "_HELD", 1 << 14)
    chance = Random(1)  # noqa: S311  values that do not get smaller
    pile: Pile[bytes] = Pile(Room())
    tracemalloc.start()
    for number in range(500):
        pile.append(number, packed(chance.randbytes(1 << 12)))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 500 * 200


def test_where_there_is_no_place_for_a_file_it_is_said_what_to_do(monkeypatch):
    def none():
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(many, "_HELD", 0)
    monkeypatch.setattr(tempfile, "TemporaryFile", none)
    with pytest.raises(StorageError, match=r"cannot be put aside.*TMPDIR"):
        Pile(Room()).append(0, packed("value"))


_BITS = st.integers(0, (1 << 64) - 1)


@given(st.lists(st.tuples(_BITS | st.integers(0, 600), _BITS | st.integers(0, 2))))
def test_marks_with_several_values_are_found(rows):
    values: dict[int, set[int]] = {}
    for key, value in rows:
        values.setdefault(key, set()).add(value)
    assert apart(rows) == {key for key, some in values.items() if len(some) > 1}
