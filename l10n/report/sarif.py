"""Owns the findings as SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from l10n import __version__
from l10n.model import Severity
from l10n.report.identity import identity

if TYPE_CHECKING:
    from l10n.model import Finding, Inspection

__all__ = ["inspection"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def inspection(done: Inspection) -> str:
    """Return a log of one run; its rules are those that found something."""
    rules = {finding.rule: finding for finding in reversed(done.findings)}
    order = {name: at for at, name in enumerate(sorted(rules))}
    seen: Counter[tuple[str, ...]] = Counter()
    run = {
        "tool": {"driver": {"name": "l10n", "version": __version__, "rules": [_rule(rules[name]) for name in order]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, order[finding.rule], seen) for finding in done.findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    reason = finding.reason or finding.rule
    return {
        "id": finding.rule,
        "shortDescription": {"text": reason},
        "fullDescription": {"text": reason},
        "help": {"text": f"{reason} See `l10n check --explain {finding.rule}`."},
        "properties": {"tags": ["localization", *([finding.family] if finding.family else [])]},
    }


def _result(finding: Finding, index: int, seen: Counter[tuple[str, ...]]) -> dict[str, Any]:
    one = identity(finding)
    mark = (one.article, one.locale, one.rule, one.source, one.text)
    seen[mark] += 1
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(finding.file), "uriBaseId": "%SRCROOT%"},
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
    }


def _region(finding: Finding) -> dict[str, Any]:
    """Return the line of the entry, with the text as its snippet: where in that the fault is, has no column there."""
    snippet = finding.text or (finding.key.text if finding.key else "")
    return {"startLine": finding.line, **({"snippet": {"text": snippet}} if snippet else {})}
