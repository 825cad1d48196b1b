"""Owns the findings as SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from l10n.model import Severity
from l10n.version import __version__

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Finding, Inspection, Spot

__all__ = ["inspection"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def inspection(done: Inspection) -> str:
    """Return a log of one run; its rules are those that found something, its notifications what could not be read."""
    rules = {finding.rule: finding for finding in reversed(done.findings)}
    order = {name: at for at, name in enumerate(sorted(rules))}
    seen: Counter[tuple[str, ...]] = Counter()
    run = {
        "tool": {"driver": {"name": "l10n", "version": __version__, "rules": [_rule(rules[name]) for name in order]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not done.errors,
                "toolExecutionNotifications": [_notification(error) for error in done.errors],
            }
        ],
        "results": [
            _result(finding, order[finding.rule], mark, seen)
            for finding, mark in zip(done.findings, done.fingerprints, strict=True)
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _notification(error: L10nError) -> dict[str, Any]:
    region = {"region": {"startLine": error.line}} if error.line else {}
    place = {"physicalLocation": {"artifactLocation": _artifact(error.path), **region}}
    text = f"{error.message}. {error.remedy}" if error.remedy else error.message
    return {"level": "error", "message": {"text": text}, **({"locations": [place]} if error.path else {})}


def _rule(finding: Finding) -> dict[str, Any]:
    reason = finding.reason or finding.rule
    return {
        "id": finding.rule,
        "shortDescription": {"text": reason},
        "fullDescription": {"text": reason},
        "help": {"text": f"{reason} See `l10n check --explain {finding.rule}`."},
        "properties": {"tags": ["localization", *([finding.family] if finding.family else [])]},
    }


def _result(finding: Finding, index: int, mark: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> dict[str, Any]:
    seen[mark] += 1
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _file(finding),
            **({"region": _region(finding)} if finding.line else {}),
        }
    }
    if finding.locale:
        location["logicalLocations"] = [{"fullyQualifiedName": f"{finding.locale}/{finding.article}"}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"l10n/v1": "/".join([*mark, str(seen[mark])])},
        **({"fixes": fixes} if (fixes := _fixes(finding)) else {}),
    }


def _region(finding: Finding) -> dict[str, Any]:
    """Return where the fault stands, or the line of its entry; the text is its snippet."""
    snippet = finding.text or (finding.key.text if finding.key else "")
    region: dict[str, Any] = {"startLine": finding.line}
    if spot := finding.spot:
        region = _place(spot)
        snippet = finding.text[finding.start : finding.end]
    return {**region, **({"snippet": {"text": snippet}} if snippet else {})}


def _place(spot: Spot) -> dict[str, int]:
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }


def _fixes(finding: Finding) -> list[dict[str, Any]]:
    """Return the fix as a change of the PO file; only where it stands on one line and needs no escapes there."""
    spot, fix = finding.spot, finding.fix
    if spot is None or fix is None or spot.line != spot.end_line or re.search(r'[\x00-\x1f"\\]', fix):
        return []
    change = {"deletedRegion": _place(spot), "insertedContent": {"text": fix}}
    file = {"artifactLocation": _file(finding), "replacements": [change]}
    return [{"description": {"text": f"put {json.dumps(fix, ensure_ascii=False)} there"}, "artifactChanges": [file]}]


def _file(finding: Finding) -> dict[str, str]:
    return _artifact(finding.file)


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
