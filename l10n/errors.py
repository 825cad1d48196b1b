"""The exceptions of l10n: what stops a command, or one article of it.

L10nError
├── UsageError            what was asked for cannot be done as asked
│   ├── ConfigError       the project's configuration is wrong
│   └── LocaleError       a locale code is wrong or not one of the project's
├── ArticleError          an article cannot be read or cut into segments
├── CatalogError          a PO file cannot be read completely, so it is never written
│   └── CatalogBusyError  a PO file kept changing while a command tried to write it
├── StorageError          the disk refused (read-only, full, permission)
├── EngineError           an engine cannot draft now
│   └── EngineMissingError  it is not installed, or has no such language pair
├── SiteError             a site does not take an article
│   └── SiteClosedError   it takes none
├── ClusterError          the machines that are to do the work cannot, or not any more
├── WorkerError           a process that worked on an article was ended from outside
└── BugError              the program fails on a file; the others go on

Bad content (a number that changed in a translation) is a `Finding`, not an exception. Work on one file is done inside
`blaming` or `collecting`: whatever is raised there is that file's fault, and the others go on.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

__all__ = [
    "ArticleError",
    "BugError",
    "CatalogBusyError",
    "CatalogError",
    "ClusterError",
    "ConfigError",
    "EngineError",
    "EngineMissingError",
    "L10nError",
    "LocaleError",
    "SiteClosedError",
    "SiteError",
    "StorageError",
    "UsageError",
    "WorkerError",
    "blaming",
    "collecting",
    "is_panic",
]

_REPORT = "Set L10N_DEBUG=1, run the command again and report what it prints."
_MOST = 200
"""Characters that are shown of what an exception says: it may hold the whole text that it fell over."""


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

    @classmethod
    def of(cls, err: BaseException, what: str, *, path: str = "", line: int = 0) -> Self:
        """Return the error for an exception that nobody foresaw; `what` says what was done, or what fails."""
        said = " ".join(str(err).split())
        shown = f"{said[:_MOST]}…" if len(said) > _MOST else said
        return cls(f"a bug in l10n {what}: {type(err).__name__}: {shown}", path=path, line=line, remedy=_REPORT)

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


class SiteError(L10nError):
    """A site that keeps articles as posts does not take one."""


class SiteClosedError(SiteError):
    """A site cannot be asked, or takes nothing from who asks; no other article would fare better now."""


class ClusterError(L10nError):
    """The machines that are to do the work cannot be reached, differ from this one, or are gone."""


class WorkerError(L10nError):
    """A process that worked on an article was ended from outside, and once more when it was tried again."""

    @classmethod
    def twice(cls, path: str = "") -> Self:
        """Return the error for what two processes died of."""
        return cls(
            "the process that worked on it was ended from outside, twice",
            path=path,
            remedy="See whether the machine has memory enough, then run again, with `--jobs 1` at first.",
        )


class BugError(L10nError):
    """The program fails on a file: a bug in l10n that keeps this one from being done, and no other."""


def is_panic(err: BaseException) -> bool:
    """Tell whether a library that is written in Rust panicked: its exception is no `Exception`, and of no module."""
    return type(err).__name__ == "PanicException"


@contextlib.contextmanager
def blaming(path: str, doing: str, *, line: int = 0) -> Iterator[None]:
    """Make whatever is raised in the work on one file an error that names it; `doing` says what is done.

    Raises `L10nError` only: a refusal as it is, save that one without a file gets this one; `StorageError` where the
    system refuses; `BugError` for all that nobody foresaw.
    """
    try:
        yield
    except L10nError as err:
        if err.path or not path:
            raise
        raise type(err)(err.message, path=path, line=err.line or line, remedy=err.remedy) from err
    except OSError as err:
        reason = err.strerror or str(err)
        raise StorageError(
            f"cannot be used while {doing}: {reason}", path=path, line=line, remedy="Check the file and its folder."
        ) from err
    except Exception as err:
        raise BugError.of(err, f"while {doing}", path=path, line=line) from err
    except BaseException as err:
        if not is_panic(err):
            raise
        raise BugError.of(err, f"while {doing}", path=path, line=line) from err


@contextlib.contextmanager
def collecting(failures: list[L10nError], path: str, doing: str) -> Iterator[None]:
    """Do the work on one file; what `blaming` raises goes to `failures`, and the caller goes on with the next file."""
    try:
        with blaming(path, doing):
            yield
    except L10nError as err:
        failures.append(err)
