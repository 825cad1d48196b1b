"""What is kept of a value is read back as a value, and equal ones have the same mark."""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from l10n import config, project
from l10n.model import Key, Severity, State
from l10n.values import loads, mark

if TYPE_CHECKING:
    from collections.abc import Callable


class _Evil:
    def __init__(self, does: Callable[..., object], *given: object) -> None:
        self._done = does, given

    def __reduce__(self) -> tuple[object, ...]:
        return self._done


@pytest.mark.parametrize("value", [_Evil(os.system, "true"), partial(print, 1), project.find, os.system, Path()])
def test_what_is_no_value_is_not_made(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        loads(pickle.dumps(value))


def test_looking_for_a_class_imports_nothing_of_others() -> None:
    name = "this"  # the module prints a poem
    assert name not in sys.modules
    with pytest.raises(pickle.UnpicklingError):
        loads(b"c" + name.encode() + b"\ns\n.")
    assert name not in sys.modules


def test_values_are_read_back_as_they_were() -> None:
    made = config.load('[tool.l10n]\nlocales = ["ko"]\n[tool.l10n.locale.ko]\npolicy = "hold"\n')
    value = (Key("a"), Severity.ERROR, date(2026, 1, 1), frozenset({1}), {2}, range(3), made)
    assert loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) == value


@dataclass(frozen=True)
class _Value:
    name: str
    rows: tuple[int, ...] = ()


def _plain(value: int) -> int:
    return value


def test_equal_values_have_the_same_mark_and_others_another() -> None:
    text = '[tool.l10n]\nlocales = ["ko"]\n'
    values = [
        None, True, 1, 1.0, "1", b"1", date(2026, 1, 1), Path("1"), (), ("",), ("", ""), ("a", "b"), ("ab",), {"a": 1},
        {"a": 2}, frozenset(), frozenset({"a", "b"}), State.DRAFT, Severity.ERROR, _Value("a"), _Value("a", (1,)), int,
        partial(replace, rows=()), partial(replace, name=""), ((1,), 2), (1, (2,)), {"a": {"b": 1}}, _plain,
        config.load(text), config.load(f"{text}[tool.l10n.locale.ko]\nmin-coverage = 1\n"),
    ]  # fmt: skip
    marks = [mark(value) for value in values]
    assert len(set(marks)) == len(values)
    assert mark({"b": 1, "a": 2}) == mark({"a": 2, "b": 1})
    assert mark(frozenset("abc")) == mark(frozenset("cba"))
    assert mark(config.load(text)) == mark(config.load(f"{text}# as before\n"))
    assert mark(lru_cache(_plain)) == mark(_plain)
    with pytest.raises(TypeError):
        mark(object())
