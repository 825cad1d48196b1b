"""Owns what a program reads of a command that is refused as a whole: the refusal, in the format that it asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.errors import L10nError

__all__ = ["told"]

_PROGRAMS = frozenset({"github", "junit", "sarif"})
_OPTION = "--output-format"


def told(error: L10nError, arguments: Sequence[str]) -> str:
    """Return what goes to standard output: empty where a person reads it; in JSON, `version` and `errors` alone."""
    from l10n import report  # noqa: PLC0415  see `cli.shared.open_work`
    from l10n.model import Inspection  # noqa: PLC0415
    from l10n.report.json import dump  # noqa: PLC0415

    wanted = _format(arguments)
    if wanted == "json":
        return dump({}, (error,))
    return report.listing(wanted).inspection(Inspection((), errors=(error,))) if wanted in _PROGRAMS else ""


def _format(arguments: Sequence[str]) -> str:
    """Return the format that was asked for, as far as can be told of a command line that may be wrong."""
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    if "--json" in options:
        return "json"
    for at, option in enumerate(options):
        name, _, value = option.partition("=")
        if name == _OPTION:
            return value or "".join(options[at + 1 : at + 2])
    return ""
