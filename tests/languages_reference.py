"""Writes docs/languages.md from what is known of each language: `make docs`; a test holds the page against it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import checks, languages, locales
from l10n.languages import Grade
from l10n.languages.facets import PROOFS

if TYPE_CHECKING:
    from l10n.languages import Language

_INTRODUCTION = """# Languages

<!-- Written by `make docs` from the program; a test fails when the two differ. -->

l10n drafts, checks and publishes any language that has a [locale code](configuration.md#tooll10n). What `l10n check`
can look for depends on what is known of the language: a changed link is found in all of them, another day of the week
only where the names of its days are known.

## What is known

| sign | what it means |
|---|---|
| ● | tried: sentences of the language show what is found and what is not. An error may rest on it |
| ○ | known from Unicode CLDR only, or not tried: what rests on it is a warning at most |
| ✓ | there is one, and nothing to be tried |
| – | not known: what needs it is not looked for, and `l10n check` says so |

A language that stands under several names, as `zh_Hant` under `zh`, has what the shorter one has and its own.

"""
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("numbers in words", ("numbers",)),
    ("months", ("months",)),
    ("days, seasons", ("times",)),
    ("clock", ("clock",)),
    ("units", ("units",)),
    ("money", ("currencies",)),
    ("not", ("negation",)),
    ("north, left", ("directions",)),
    ("quotation marks", ("quotes",)),
    ("length", ("length",)),
    ("its words or script", ("function_words", "scripts")),
    ("notice", ("disclosure",)),
)
"""Head of a column to its facets; the better one counts."""
_SIGNS = {Grade.TESTED: "●", Grade.CLDR: "○"}
_AFTER = """
All other languages of CLDR, some 280, have months, days, units, money, the clock and quotation marks as ○ where CLDR
has them. Figures, links, tags, code, brackets, spaces, repeated and forgotten text, and your glossary are looked at in
every language.

## Which rule needs what

"""
_EXPLAINED = """
## What is not looked for

Nothing is passed over in silence. The last line of `l10n check` names each rule that could not be applied, `--explain`
says what would have to be known, and for programs it stands under `unchecked` in [JSON](json.md#l10n-check).

```toml file=pyproject.toml
[tool.l10n]
locales = ["sw", "it"]
engines = ["memory", "pseudo"]
```

```markdown file=articles/gate.md
The guards did not open the gate.
```

```console
$ l10n -q extract
…
$ l10n check --select negation
no findings
not checked for want of knowledge of the language: sw: negation (see --explain)
$ l10n check --explain negation
…
languages: all whose negation are known
…
not in:    sw, for nothing is known of its negation
…
$ l10n check --select negation --json
…
  "unchecked": {
    "sw": {
      "negation": [
        "negation"
      ]
    }
  },
  "risk": [],
  "errors": []
}
…
```

## Ask for more

What is known of a language is one file that a linguist can write without a line of code; the chapter
[Adding a language](../CONTRIBUTING.md#adding-a-language) goes through it step by step. If you know the language and not
the tools, open an issue with a handful of sentences: the English, a translation that is right, one that is wrong, and
what is wrong about it. That is what is needed most. Where a right text is blamed, see
[the checks](checks.md#silence-one-finding).
"""


def render() -> str:
    """Return the page."""
    heads = [head for head, _ in _COLUMNS]
    lines = [f"| | language | {' | '.join(heads)} |", f"|---|---|{'---|' * len(heads)}"]
    lines += [f"| `{name}` | {locales.display_name(name)} | {_row(languages.of(name))} |" for name in _named()]
    rules = ["| rule | what it needs |", "|---|---|"]
    rules += [
        f"| [`{rule.id}`](rules.md#{rule.id}) | {', '.join(f'`{name}`' for name in rule.facets)} |"
        for rule in checks.rules()
        if rule.facets
    ]
    return _INTRODUCTION + "\n".join(lines) + "\n" + _AFTER + "\n".join(rules) + "\n" + _EXPLAINED


def _named() -> list[str]:
    """Return the supplements of languages that are translated into, by their names in English."""
    return sorted((name for name in languages.known() if name != languages.ENGLISH), key=locales.display_name)


def _row(language: Language) -> str:
    return " | ".join(_sign(language, names) for _, names in _COLUMNS)


def _sign(language: Language, names: tuple[str, ...]) -> str:
    if not PROOFS.keys() & names:
        return "✓" if any(map(language.has, names)) else "–"
    grades = [facet.grade for name in names if (facet := getattr(language, name)) is not None]
    return _SIGNS[Grade.TESTED if Grade.TESTED in grades else grades[0]] if grades else "–"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), encoding="utf-8")
