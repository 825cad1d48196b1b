"""The exceptions of l10n: what stops a command, or one article of it.

L10nError
├── UsageError            what was asked for cannot be done as asked
│   ├── ConfigError       the project's configuration is wrong
│   └── LocaleError       a locale code is wrong or not one of the project's
├── ArticleError          an article cannot be read or cut into segments
├── CatalogError          a PO file cannot be read completely, so it is never written
│   └── CatalogBusyError  a PO file kept changing while a command tried to write it
├── StorageError          the disk refused (read-only, full, permission)
└── EngineError           an engine cannot draft now
    └── EngineMissingError  it is not installed, or has no such language pair

Bad content (a number that changed in a translation) is a `Finding`, not an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ArticleError",
    "CatalogBusyError",
    "CatalogError",
    "ConfigError",
    "EngineError",
    "EngineMissingError",
    "L10nError",
    "LocaleError",
    "StorageError",
    "UsageError",
]


class L10nError(Exception):
    """A refusal: what is wrong, where, and the next step for the reader."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        """The file as the user knows it, relative to the project where it lies in it; empty without a file."""
        self.line = line
        """1-based line in `path`; 0 when no line is to blame."""
        self.remedy = remedy
        """One sentence that begins with a verb."""

    def __reduce__(self) -> tuple[Callable[..., L10nError], tuple[object, ...]]:
        return _again, (type(self), self.message, self.path, self.line, self.remedy)

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        text = self.message.rstrip()
        if self.remedy:
            text = f"{text.rstrip('.')}. {self.remedy}"
        return where + text


def _again(kind: type[L10nError], message: str, path: str, line: int, remedy: str) -> L10nError:
    """Make a refusal once more, where another process told it."""
    return kind(message, path=path, line=line, remedy=remedy)


class UsageError(L10nError):
    """What was asked for cannot be done as asked."""


class ConfigError(UsageError):
    """The project's configuration is wrong."""


class LocaleError(UsageError):
    """A locale code is malformed, unknown or not one of the project's."""


class ArticleError(L10nError):
    """An article cannot be read or cut into segments."""


class CatalogError(L10nError):
    """A PO file cannot be read completely; such a file is never written."""


class CatalogBusyError(CatalogError):
    """A PO file kept changing while a command tried to write it."""


class StorageError(L10nError):
    """The disk refused: read-only, full, or no permission."""


class EngineError(L10nError):
    """An engine cannot draft now; its segments stay without a draft."""


class EngineMissingError(EngineError):
    """An engine is not installed here or has no such language pair."""
