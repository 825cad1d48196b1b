"""Owns what is said of a value that the user wrote: its line, what is wrong in plain words, and what to write."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from l10n.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["explained", "line_of", "near", "refused"]

_SHOWN = 40
"""Characters of a value in a message."""

_KINDS: dict[str, tuple[str, str]] = {
    "bool": ("must be true or false", "Write true or false, without quotation marks."),
    "int": ("must be a whole number", "Write a number such as 80, without quotation marks."),
    "float": ("must be a number", "Write a number such as 2.5, without quotation marks."),
    "finite": ("must be a number", "Write a number such as 2.5."),
    "string": ("must be text", 'Write it in quotation marks: "…".'),
    "tuple": ("must be a list", 'Write it in brackets: ["…", "…"].'),
    "dict": ("must be a table", "Write it as a table of its own: [tool.l10n.…]."),
    "dataclass": ("must be a table", "Write it as a table of its own: [tool.l10n.…]."),
}
"""Beginning of the kind of a fault → what a value of this kind must be, and how it is written."""
_BOUNDS = {
    "greater_than_equal": ("ge", "must be {} or more"),
    "greater_than": ("gt", "must be more than {}"),
    "less_than_equal": ("le", "must be {} or less"),
    "less_than": ("lt", "must be less than {}"),
}


_MISPLACED = {
    "memory": (
        "the address of a shared memory may not stand in a project: it says where texts are sent",
        "Take it out, change the password if it held one, and set L10N_MEMORY in your environment.",
    )
}
"""Key that people look for in a project and that may not stand there → what is said of it, and what to do."""


def explained(fault: Mapping[str, Any], keys: Sequence[str], text: str, path: str) -> ConfigError:
    """Return the error for a fault: its `type`, `loc`, `msg`, `input` and `ctx`.

    `keys` are those of the table that the fault lies in; `text` is the file, which gives the line.
    """
    where = tuple(str(part) for part in fault["loc"] if not isinstance(part, int) and part != "[key]")
    name = ".".join(where) or "[tool.l10n]"
    message, remedy = _told(fault, name, keys)
    return ConfigError(message, path=path, line=line_of(text, where), remedy=remedy)


def refused(fault: Mapping[str, Any], name: str) -> tuple[str, str]:
    """Return what is wrong with the value of an option of the command line, and what to do; `fault` as above."""
    said = str(fault["msg"])
    _, several, choices = said.partition(" is not one of ")
    if several:
        return _unlisted(name, fault.get("input"), choices)
    what, _ = _told(fault, name, ())
    return what, f"See {name} in the help of the command."


def near(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean …?` with the name that is most like a word; empty where none is."""
    names = {name.casefold().replace("_", "-"): name for name in known}
    found = difflib.get_close_matches(word.casefold().replace("_", "-"), names, 1)
    return f"Did you mean `{names[found[0]]}`?" if found else ""


def _told(fault: Mapping[str, Any], name: str, keys: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong, and what to do."""
    kind = str(fault["type"])
    last = name.rpartition(".")[2]
    if kind == "unexpected_keyword_argument":
        every = " ".join(filter(None, (near(last, keys), f"Use one of: {', '.join(keys)}.")))
        return _MISPLACED.get(name, (f"unknown key `{name}`", every))
    if kind == "missing":
        example = f'path = "{"news/**"}"' if last == "path" else f'{last} = ["ko", "es"]'
        return f"`{name}` is missing", f"Add it, such as {example}."
    value = _shown(fault.get("input"))
    if kind in {"enum", "literal_error"}:
        return _unlisted(name, fault.get("input"), str(fault["ctx"]["expected"]))
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        limit = fault["ctx"][bound]
        return f"`{name}` {words.format(f'{limit:g}')}, not {value}", "Write another number."
    if kind == "value_error":
        return f"`{name}`: {str(fault['msg']).removeprefix('Value error, ')}", f"Mend `{name}`."
    what, how = _KINDS.get(kind.split("_", maxsplit=1)[0], ("is not what can stand here", f"Mend `{name}`."))
    return f"`{name}` {what}, not {value}", how


def _unlisted(name: str, value: object, choices: str) -> tuple[str, str]:
    """Return what is said of a value that is none of the `choices`, each in single quotation marks."""
    allowed = [choice for choice in re.findall(r"'([^']*)'", choices) if choice]
    remedy = " ".join(filter(None, (near(str(value), allowed), f"Use one of: {', '.join(allowed)}.")))
    return f"`{name}` cannot be {_shown(value)}", remedy


def _shown(value: object) -> str:
    """Return a value as it is written in TOML, shortened; a list or a table by its name."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    text = str(value)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f'"{text}"' if isinstance(value, str) else text


def line_of(text: str, where: tuple[str, ...]) -> int:
    """Return the 1-based line that sets a key of [tool.l10n], the nearest table's line failing that, else 0."""
    best = 0
    depth = -1
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        header = re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line)
        if header:
            table = tuple(part.strip().strip("\"'") for part in header[1].split("."))
            path = table
        elif key := re.match(r"\s*([A-Za-z0-9_.\"'-]+)\s*=", line):
            path = (*table, *(part.strip("\"'") for part in key[1].split(".")))
        else:
            continue
        full: tuple[Any, ...] = ("tool", "l10n", *where)
        if path[:2] == full[:2] and path == full[: len(path)] and len(path) > depth:
            best, depth = number, len(path)
    return best
