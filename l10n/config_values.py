"""Owns which values the keys of the configuration may have; each function returns the value or raises `ValueError`."""

from __future__ import annotations

import re

from l10n import fieldpaths, filenames, locales, selectors
from l10n.errors import LocaleError

__all__ = ["digest", "field_path", "file_inside", "inside", "locale", "selector"]

_SHA256 = re.compile("[0-9A-Fa-f]{64}")


def inside(value: str, *, what: str = "folder") -> str:
    """Return the path of a folder relative to the project, which may not lead out of it or into `.git`."""
    parts = value.replace("\\", "/").split("/")
    if not value or value.startswith(("/", "~")) or ".." in parts or ":" in value:
        raise ValueError(f"must be a {what} inside the project")
    if fault := filenames.fault("/".join(parts)):
        raise ValueError(f"must be a {what} inside the project: {fault}")
    return "/".join(part for part in parts if part not in {"", "."}) or "."


def file_inside(value: str) -> str:
    """Return the path of a file relative to the project; raises `ValueError` where it leads out or into `.git`."""
    path = inside(value, what="file") if value else ""
    if path == "." or value.endswith("/"):
        raise ValueError("must be a file inside the project")
    return path


def locale(value: str) -> str:
    """Return the gettext name of a locale."""
    try:
        return locales.parse(value)
    except LocaleError as err:
        raise ValueError(str(err)) from err


def selector(value: str) -> str:
    """Return a selector of elements, as it is."""
    selectors.parse(value)
    return value


def field_path(value: str) -> str:
    """Return the path of a field of front matter, as it is."""
    fieldpaths.parse(value)
    return value


def digest(value: str) -> str:
    """Return the SHA-256 of a file in lower case."""
    if not _SHA256.fullmatch(value):
        raise ValueError("must be the SHA-256 of a file, in 64 hexadecimal digits")
    return value.lower()
