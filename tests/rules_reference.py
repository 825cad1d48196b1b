"""Writes docs/rules.md from the rules themselves: `make docs`; a test holds the page against the program."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import checks, languages
from l10n.report.rules import SCOPES

if TYPE_CHECKING:
    from l10n.protocols import Example, Rule

_INTRODUCTION = """# The rules

<!-- Written by `make docs` from the program; a test fails when the two differ. -->

What `l10n check` looks for, family by family. A rule or a family is chosen by its name:
[choose the rules](checks.md#choose-the-rules). The examples are Korean unless a language is named. `␣` is a space that
would not be seen here, `↵` a new line, `⇥` a tab.
"""
_OUTSIDE = """\
These are met by the program itself and not by comparing two texts. They have no family."""
_FAMILIES = {
    "completeness": "Text that was not translated, or only half.",
    "facts": "What must be the same in every language: figures, dates, names.",
    "markup": "Links, tags, code and variables.",
    "terms": "The glossary, and names.",
    "typography": "Stray characters around and between words, and the marks a language writes with.",
    "korean": "Particles, register and spacing of Korean.",
    "house": "What is right either way, and is written one way in one paper. Machine drafts are finished by these.",
    "shape": "How long a translation is, and what it repeats or drops.",
    "machine": "What a machine does to a text and a person seldom: it spoils, repeats, adds and speaks.",
    "consistency": "One English text, one translation.",
    "source": "The English text itself, before anybody translates it.",
}


def render() -> str:
    """Return the page."""
    parts = [_INTRODUCTION]
    families: dict[str, list[Rule]] = {name: [] for name in (*checks.FAMILIES, "")}
    for rule in checks.members("all"):
        families[checks.family(rule.id)].append(rule)
    for name, rules in families.items():
        if rules:
            title = f"## The family `{name}`\n\n{_FAMILIES[name]}" if name else f"## Outside of texts\n\n{_OUTSIDE}"
            parts.append(title + "\n")
            parts += map(_section, rules)
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    facts = [rule.severity.value]
    if checks.family(rule.id):
        facts.append(f"looks at {SCOPES[rule.scope]}")
    only = languages.offering(rule.facets)
    if only:
        facts.append(f"only {', '.join(f'`{code}`' for code in only)}")
    if rule.facets and not only:
        facts.append(f"only where a language has {', '.join(f'`{name}`' for name in rule.facets)}")
    if not rule.default:
        facts.append("only where it is selected by its name")
    if rule.finishes:
        facts.append("finishes machine drafts")
    lines = [f"### `{rule.id}`", "", "; ".join(facts), "", rule.reason]
    rows = [*(("names", one) for one in rule.failing), *(("lets pass", one) for one in rule.passing)]
    if rows:
        lines += ["", "| it | English | translation |", "|---|---|---|"]
        lines += [f"| {what} | {cell(one.source)} | {_target(one)} |" for what, one in rows]
    return "\n".join(lines) + "\n"


def _target(example: Example) -> str:
    if not example.target:
        return "–"
    return cell(example.target) + ("" if example.locale == "ko" else f" ({example.locale})")


def cell(text: str) -> str:
    """Write a text as code in a table's cell; white space that would not be seen is drawn."""
    for plain, drawn in (("|", "\\|"), ("\n", "↵"), ("\t", "⇥"), ("  ", "␣␣")):
        text = text.replace(plain, drawn)
    text = re.sub(r"\A | \Z", "␣", text)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), encoding="utf-8")
