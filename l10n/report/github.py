"""Owns the findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Finding, Inspection

__all__ = ["inspection"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def inspection(done: Inspection) -> str:
    """Return a line `::error file=…,line=…,title=…::message` for each finding, and its columns where known.

    What could not be read has such a line too.
    """
    told = (*map(_command, done.findings), *map(_unread, done.errors))
    return "".join(f"{command}\n" for command in told)


def _unread(error: L10nError) -> str:
    place = {"file": error.path, "line": str(error.line or 1)} if error.path else {}
    shown = ",".join(f"{name}={_property(value)}" for name, value in {**place, "title": "l10n"}.items())
    return f"::error {shown}::{_data(f'{error.message}. {error.remedy}' if error.remedy else error.message)}"


def _command(finding: Finding) -> str:
    properties = {"file": finding.file, "line": str(finding.line or 1)}
    if spot := finding.spot:
        properties |= {"line": str(spot.line), "col": str(spot.column), "endLine": str(spot.end_line)}
        if spot.line == spot.end_line:
            properties["endColumn"] = str(spot.end_column)
    properties["title"] = f"l10n {finding.rule}"
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    source = f"\n{finding.key.text}" if finding.key else ""
    target = f"\n{finding.text}" if finding.po and finding.text else ""
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(finding.message + source + target)}"


def _data(text: str) -> str:
    """Escape what follows `::`, as the runner's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
