"""Owns which values the keys of the configuration may have: functions that return one or raise `ValueError`, and marks.

A mark stands beside the type of a field and says to pydantic what is asked of its value. Pydantic is not needed for
that, nor for a configuration that is known (`l10n.config_kept`): importing it takes longer than most commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from l10n import filenames

__all__ = [
    "CheckedBy",
    "Matching",
    "Plainly",
    "digest",
    "field_path",
    "file_inside",
    "inside",
    "locale",
    "memory_name",
    "moment",
    "pattern",
    "selector",
    "site",
]

_Handler = Callable[[Any], dict[str, Any]]
"""Makes of a type what pydantic does with its values: a core schema, as pydantic calls it."""
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
_MEMORY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}")
_SHA256 = re.compile("[0-9A-Fa-f]{64}")


@dataclass(frozen=True, slots=True)
class CheckedBy:
    """Marks a value that a function takes: what it returns is the value, and a `ValueError` is a fault."""

    check: Callable[[Any], Any]
    anything: bool = False
    """It takes what TOML has, of whatever type, and returns what the field holds."""

    def __get_pydantic_core_schema__(self, source: Any, handler: _Handler) -> dict[str, Any]:
        """Return what pydantic does with such a value."""
        return {
            "type": "function-before" if self.anything else "function-after",
            "function": {"type": "no-info", "function": self.check},
            "schema": handler(source),
        }


@dataclass(frozen=True, slots=True)
class Plainly:
    """Marks a number or a flag that is written as what it is, not as a text, and within limits; None sets none."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: _Handler) -> dict[str, Any]:
        """Return what pydantic does with such a value."""
        limits = {"ge": self.ge, "gt": self.gt, "le": self.le}
        return {**handler(source), "strict": True, **{key: one for key, one in limits.items() if one is not None}}


@dataclass(frozen=True, slots=True)
class Matching:
    """Marks a text that is like a pattern."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: _Handler) -> dict[str, Any]:
        """Return what pydantic does with such a value."""
        return {**handler(source), "pattern": self.pattern}


def inside(value: str, *, what: str = "folder") -> str:
    """Return the path of a folder relative to the project, which may not lead out of it or into `.git`."""
    parts = value.replace("\\", "/").split("/")
    if not value or value.startswith(("/", "~")) or ".." in parts or ":" in value:
        raise ValueError(f"must be a {what} inside the project")
    if fault := filenames.fault("/".join(parts)):
        raise ValueError(f"must be a {what} inside the project: {fault}")
    return "/".join(part for part in parts if part not in {"", "."}) or "."


def memory_name(value: str) -> str:
    """Return the name of a project in a shared memory; raises `ValueError` for what is none."""
    if value and not _MEMORY_NAME.fullmatch(value):
        raise ValueError("must be a name of letters, digits, `-`, `_` and `.`, such as daily-paper")
    return value


def pattern(value: str) -> str:
    """Return a pattern of paths below a folder; raises `ValueError` where no path can fit it."""
    if not value or value.startswith(("/", "./", "../")) or value.endswith("/") or "/../" in value or "\\" in value:
        raise ValueError("must be a pattern of paths below the folder of articles, such as notes/** or *.draft.md")
    return value


def file_inside(value: str) -> str:
    """Return the path of a file relative to the project; raises `ValueError` where it leads out or into `.git`."""
    path = inside(value, what="file") if value else ""
    if path == "." or value.endswith("/"):
        raise ValueError("must be a file inside the project")
    return path


def locale(value: str) -> str:
    """Return the gettext name of a locale."""
    from l10n import locales  # noqa: PLC0415  see above
    from l10n.errors import LocaleError  # noqa: PLC0415

    try:
        return locales.parse(value)
    except LocaleError as err:
        raise ValueError(str(err)) from err


def selector(value: str) -> str:
    """Return a selector of elements, as it is."""
    from l10n import selectors  # noqa: PLC0415  see above

    selectors.parse(value)
    return value


def field_path(value: str) -> str:
    """Return the path of a field of front matter, as it is."""
    from l10n import fieldpaths  # noqa: PLC0415  see above

    fieldpaths.parse(value)
    return value


def site(value: str) -> str:
    """Return the address of a site, with the slash at its end."""
    if value and not _SITE.fullmatch(value):
        raise ValueError("must be an address such as https://example.org/")
    return value and f"{value.rstrip('/')}/"


def moment(value: object) -> str:
    """Return a time in ISO 8601 with its offset from UTC; empty for an empty text.

    Raises `ValueError` for what is none, and where it would be another time in another country.
    """
    try:
        found = datetime.fromisoformat(value.strip()) if isinstance(value, str) and value.strip() else value
    except ValueError:
        found = None
    if isinstance(found, str):
        return ""
    if not isinstance(found, datetime) or found.utcoffset() is None:
        raise ValueError("must be a time with its offset from UTC, such as 2026-12-01T06:00:00+09:00")
    return found.isoformat()


def digest(value: str) -> str:
    """Return the SHA-256 of a file in lower case."""
    if not _SHA256.fullmatch(value):
        raise ValueError("must be the SHA-256 of a file, in 64 hexadecimal digits")
    return value.lower()
