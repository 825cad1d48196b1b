"""Owns the supplements: where their files lie, what is in them, and how one lies over another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.errors import ConfigError
from l10n.languages.reading import WrongKey, patterns, read, unknown

if TYPE_CHECKING:
    from collections.abc import Collection

    from l10n.languages.facets import Facet

__all__ = ["ExampleRow", "Supplement", "compiled", "load", "names", "over", "packages", "parsed"]

_HERE = Path(__file__).parent
_BASE = "{base}"
_EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A row that is a test: what a rule says of a translation of an English source."""

    rule: str = ""
    source: str = ""
    target: str = ""
    finds: bool = True


@dataclass(frozen=True, slots=True)
class Supplement:
    """What one file says."""

    name: str
    """Of the file: `pt_BR`."""
    path: str
    """For messages."""
    tables: Mapping[str, Mapping[str, object]]
    """By facet, as they stand in the file."""
    examples: tuple[ExampleRow, ...] = ()

    def proves(self, rules: Collection[str]) -> bool:
        """Tell whether it has a row that one of the rules finds, and one that it must not find."""
        rows = {row.finds for row in self.examples if row.rule in rules}
        return rows == {True, False}


@cache
def _files() -> Mapping[str, Path]:
    files = {path.stem: path for path in sorted(_HERE.glob("*.toml"))}
    return files | {path.stem: path for path in sorted(_HERE.glob("*/*.toml")) if path.stem == path.parent.name}


def names() -> tuple[str, ...]:
    """Return the names of all supplements, sorted."""
    return tuple(sorted(_files()))


@cache
def packages() -> frozenset[str]:
    """Return the names of languages that have code."""
    return frozenset(path.parent.name for path in _HERE.glob("*/__init__.py"))


@cache
def load(name: str, facets: frozenset[str]) -> Supplement | None:
    """Return a supplement by its name, None where there is no file; its tables must be among `facets`.

    Raises `ConfigError`, with file, key and remedy.
    """
    path = _files().get(name)
    if path is None:
        return None
    shown = f"l10n/languages/{path.relative_to(_HERE).as_posix()}"
    try:
        return parsed(path.read_text(encoding="utf-8"), name, shown, facets)
    except UnicodeDecodeError as err:
        raise ConfigError("the file is not UTF-8", path=shown, remedy="Save it as UTF-8.") from err


def parsed(text: str, name: str, path: str, facets: Collection[str]) -> Supplement:
    """Return the supplement that a text is; raises `ConfigError`."""
    import tomllib  # noqa: PLC0415  costs 4 ms, and a language without a supplement needs none

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        remedy = (
            "Mend the line; a name with other signs than a-z, 0-9, - and _ stands in quotes, a pattern in single ones."
        )
        raise ConfigError(f"no TOML: {err}", path=path, remedy=remedy) from err
    try:
        return _read(found, name, path, facets)
    except WrongKey as err:
        raise err.at(path) from err


def _read(found: dict[str, Any], name: str, path: str, facets: Collection[str]) -> Supplement:
    rows = found.pop(_EXAMPLE, [])
    if not isinstance(rows, list):
        raise WrongKey(_EXAMPLE, "is not a row of examples", "Write `[[example]]`.")
    for table, content in found.items():
        if table not in facets:
            raise unknown(table, {*facets, _EXAMPLE}, table)
        if not isinstance(content, Mapping):
            raise WrongKey(table, "is not a table", f"Write `[{table}]` and its keys below.")
    return Supplement(name, path, found, tuple(_example(row, at) for at, row in enumerate(rows, 1)))


def _example(row: Mapping[str, object], at: int) -> ExampleRow:
    where = f"{_EXAMPLE}[{at}]"
    if not isinstance(row, Mapping):
        raise WrongKey(where, "is not a row of examples", "Write `[[example]]`.")
    found = read(ExampleRow, row, where)
    for name in ("rule", "source", "target", "finds"):
        if row.get(name) in (None, ""):
            raise WrongKey(f"{where}.{name}", "is missing", f"Write `{name}` into every `[[example]]`.")
    return found


def over(below: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Lay a table over another, key by key; an empty text or array takes a key away, `{base}` is what was there."""
    found = dict(below)
    for key, value in own.items():
        under = found.get(key)
        if isinstance(value, Mapping):
            found[key] = over(under if isinstance(under, Mapping) else {}, value)
        elif value in ("", []):
            found.pop(key, None)
        else:
            found[key] = _with_base(under, value)
    return found


def _with_base(under: object, value: object) -> object:
    rows = list(under) if isinstance(under, list | tuple) else str(under or "").split()
    if isinstance(value, str) and _BASE in value:
        base = " ".join(map(str, under)) if isinstance(under, list | tuple) else str(under or "")
        return value.replace(_BASE, base) if base else re.sub(r"\{base\}[| ]?", "", re.sub(r"\|\{base\}", "", value))
    if isinstance(value, list) and _BASE in value:
        at = value.index(_BASE)
        return [*value[:at], *rows, *value[at + 1 :]]
    return value


def compiled(facet: Facet, where: str) -> None:
    """Compile every pattern of a facet; raises `ConfigError` for one that is none.

    Readers compile what they need; this is for tests and the report card.
    """
    for key, pattern in patterns(type(facet), facet, where):
        try:
            re.compile(re.sub(r"\{[A-Za-z]+\}", "x", pattern), re.IGNORECASE)
        except re.error as err:
            raise ConfigError(f"`{key}` is no pattern: {err}", remedy="Mend it, or escape its signs.") from err
