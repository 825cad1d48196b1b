"""Owns how rules are explained to a person on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import languages
from l10n.model.results import SOURCE
from l10n.protocols import Scope
from l10n.report.excerpt import drawn, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.model import Gap
    from l10n.protocols import Example, Rule

__all__ = ["SCOPES", "explained", "listed", "unchecked"]

SCOPES = {
    Scope.SEGMENT: "each text by itself",
    Scope.ARTICLE: "all texts of an article together",
    Scope.LOCALE: "all texts of a language together",
    Scope.SOURCE: "the English text",
}
"""Scope → what a rule of it looks at."""


def listed(rules: Iterable[tuple[str, Rule]]) -> str:
    """Return a line for each rule, given with its family: id, severity, family, reason."""
    rows = [(rule.id, rule.severity.value, home or "-", rule.reason) for home, rule in rules]
    sizes = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        "  ".join([*(cell.ljust(size) for cell, size in zip(row, sizes, strict=False)), row[3]]) + "\n" for row in rows
    )


def explained(rule: Rule, family: str, gaps: Sequence[Gap] = ()) -> str:
    """Return everything that is to be known of a rule, its examples last; `gaps` are where it cannot be applied."""
    rows = {
        "rule": rule.id,
        "family": family or "none",
        "severity": rule.severity.value,
        "looks at": SCOPES[rule.scope],
        "languages": ", ".join(languages.offering(rule.facets)) or _known(rule.facets) or "all",
        "on": "by default" if rule.default else "only where it is selected",
        **({"finishes": "machine drafts, before they are stored"} if rule.finishes else {}),
    }
    lines = [f"{name}:".ljust(11) + value for name, value in rows.items()]
    lines += [
        f"not in:    {gap.locale}, for nothing is known of {' and '.join(map(_whose, gap.facets))}" for gap in gaps
    ]
    lines += ["", rule.reason]
    lines += _examples("It names:", rule.failing)
    lines += _examples("It lets pass:", rule.passing)
    return "\n".join(lines) + "\n"


def _whose(facet: str) -> str:
    return f"the {facet.removeprefix(SOURCE)} of the source" if facet.startswith(SOURCE) else f"its {facet}"


def _known(facets: Sequence[str]) -> str:
    return f"all whose {' and '.join(facets)} are known" if facets else ""


def unchecked(gaps: Iterable[Gap]) -> str:
    """Return a line that names the rules that were not applied, by locale; empty where all were."""
    rules: dict[str, list[str]] = {}
    for gap in gaps:
        rules.setdefault(gap.locale, []).append(gap.rule)
    named = "; ".join(f"{locale}: {', '.join(some)}" for locale, some in rules.items())
    return f"not checked for want of knowledge of the language: {named} (see --explain)" if named else ""


def _examples(title: str, examples: Sequence[Example]) -> list[str]:
    if not examples:
        return []
    lines = ["", title]
    for example in examples:
        lines.append(f"    {_shown(example.source)}")
        if example.target:
            lines.append(f"    → {_shown(example.target)}  [{example.locale}]")
    return lines


def _shown(text: str) -> str:
    """Return a text on one line in which the spaces that matter are seen."""
    text = drawn(text).replace("  ", "␣␣")
    if text[:1] == " ":
        text = "␣" + text[1:]
    if text[-1:] == " ":
        text = text[:-1] + "␣"
    return text
