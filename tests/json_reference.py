"""Writes docs/json.md from the JSON Schemas in the package: `make docs`; a test holds the page against them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.report import schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

_INTRODUCTION = """# JSON of the commands

<!-- Written by `make docs` from the schemas in `l10n/report/schemas/`; a test fails when the two differ. -->

Every command with `--json` prints one JSON object on standard output, whatever it tells on standard error. Its
`version` is 1; fields are only ever added to it, so a program must pass over what it does not know. The schema of each
(JSON Schema, draft 2020-12) is in the package:

```pycon
>>> from l10n import api
>>> sorted(api.schema("coverage")["properties"])
['articles', 'bulk', 'engines', 'errors', 'locales', 'reviewers', 'risk', 'sections', 'segments', 'version']
```

"""


def render() -> str:
    """Return the page."""
    parts = [_INTRODUCTION]
    for command, name in schemas.COMMANDS.items():
        schema = schemas.load(command)
        parts.append(f"## l10n {command}\n\n")
        first = next(other for other, kind in schemas.COMMANDS.items() if kind == name)
        if first != command:
            parts.append(f"The same as [l10n {first}](#l10n-{first.replace(' ', '-')}).\n\n")
            continue
        parts.append(f"{schema['description']}\n\n| field | type | meaning |\n|---|---|---|\n")
        parts += [f"| `{path}` | {kind} | {meaning} |\n" for path, kind, meaning in _rows(schema, "")]
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


def _rows(schema: dict[str, Any], at: str) -> Iterator[tuple[str, str, str]]:
    """Yield each field with its path, its type and its meaning."""
    required = schema.get("required", [])
    for name, field in schema["properties"].items():
        path = f"{at}{name}"
        yield path, _type(field) + ("" if name in required else ", may be absent"), field.get("description", "")
        yield from _inner(field, path)


def _inner(field: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    if "properties" in field:
        yield from _rows(field, f"{path}.")
    elif isinstance(field.get("items"), dict) and "properties" in field["items"]:
        yield from _rows(field["items"], f"{path}[].")
    elif isinstance(field.get("additionalProperties"), dict):
        yield from _inner(field["additionalProperties"], f"{path}.*")


def _type(field: dict[str, Any]) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    kind = field["type"]
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"array of {_type(field['items'])}"
    if "additionalProperties" in field:
        return f"object of {_type(field['additionalProperties'])}"
    return str(kind)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), encoding="utf-8")
