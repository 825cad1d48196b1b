"""Owns how a table of a supplement becomes a dataclass: each key is read by the type of its field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from l10n.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["WrongKey", "patterns", "read", "unknown"]

Kind = TypeVar("Kind")


class WrongKey(Exception):  # noqa: N818  caught in this module and `supplement`, which know the file
    """A key that does not say what it should; becomes a `ConfigError` with its file."""

    def __init__(self, key: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.key, self.message, self.remedy = key, message, remedy

    def at(self, path: str) -> ConfigError:
        """Return the error with its file."""
        return ConfigError(f"`{self.key}` {self.message}", path=path, remedy=self.remedy)


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields, and remember them."""
    if kind not in _HINTS:
        hints = get_type_hints(kind, include_extras=True)
        _HINTS[kind] = {one.name: hints[one.name] for one in fields(kind)}
    return _HINTS[kind]


def unknown(name: str, known: Iterable[str], where: str) -> WrongKey:
    """Return the error of a name that is none of those known."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    return WrongKey(where, "is not known", f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(names)}.")


def read(kind: type[Kind], table: Mapping[str, object], where: str, **more: object) -> Kind:
    """Return a table as a dataclass; `where` is its name in the file. Raises `WrongKey`."""
    hints = _hints(kind)
    found: dict[str, object] = {}
    for key, value in table.items():
        if key not in hints or key in more:
            raise unknown(key, hints.keys() - more.keys(), f"{where}.{key}")
        found[key] = _value(value, hints[key], f"{where}.{key}")
    return kind(**found, **more)


def _wrong(where: str, what: str) -> WrongKey:
    return WrongKey(where, f"is not {what}", f"Write {what}.")


def _value(value: object, hint: Any, where: str) -> object:
    """Return a value as its field wants it."""
    notes = hint.__metadata__ if get_origin(hint) is Annotated else ()
    bare = get_args(hint)[0] if notes else hint
    if "values" in notes:
        return _values(value, where)
    origin = get_origin(bare)
    if origin is Mapping:
        if not isinstance(value, Mapping):
            raise _wrong(where, "a table")
        inner = get_args(bare)[1]
        return {name: _value(one, inner, f"{where}.{name}") for name, one in value.items()}
    if origin in {tuple, frozenset}:
        return _row(value, bare, where)
    return _plain(value, bare, where)


def _plain(value: object, kind: Any, where: str) -> object:
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        names = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
        raise _wrong(where, names.get(kind, f"of the kind {kind}"))
    return value


def _row(value: object, kind: Any, where: str) -> object:
    inner = get_args(kind)
    if isinstance(value, str) and inner[0] is str:
        value = value.split()
    if not isinstance(value, list | tuple):
        raise _wrong(where, "an array")
    if get_origin(kind) is tuple and inner[-1] is not ... and len(value) != len(inner):
        raise _wrong(where, f"an array of {len(inner)}")
    return get_origin(kind)(_value(one, inner[0], f"{where}[{at}]") for at, one in enumerate(value))


def _values(value: object, where: str) -> dict[str, int]:
    if not isinstance(value, Mapping):
        raise _wrong(where, "a table from numbers to words")
    found: dict[str, int] = {}
    for number, words in value.items():
        if not re.fullmatch(r"\d+(?:_\d+)*", number):
            raise _wrong(f"{where}.{number}", "a number, such as `1_000_000`,")
        for word in _row(words, tuple[str, ...], f"{where}.{number}"):  # type: ignore[attr-defined]  # a row iterates
            found.setdefault(word, int(number))
    return found


def patterns(kind: type, facet: object, where: str) -> Iterable[tuple[str, str]]:
    """Yield each pattern of a facet with its key."""
    for name, hint in _hints(kind).items():
        yield from _patterns(getattr(facet, name), hint, f"{where}.{name}")


def _patterns(value: Any, hint: Any, where: str) -> Iterable[tuple[str, str]]:
    if get_origin(hint) is Annotated:
        if "pattern" in hint.__metadata__:
            yield where, value
    elif get_origin(hint) is Mapping:
        for name, one in value.items():
            yield from _patterns(one, get_args(hint)[1], f"{where}.{name}")
    elif get_origin(hint) is tuple:
        for at, one in enumerate(value):
            yield from _patterns(one, get_args(hint)[0], f"{where}[{at}]")
