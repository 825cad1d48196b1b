"""Owns the JSON Schemas of what `--json` prints, and of the manifest: one for each kind, which commands may share."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from l10n.errors import UsageError

__all__ = ["COMMANDS", "load"]

COMMANDS: dict[str, str] = {
    "accept-source": "accept-source",
    "build": "build",
    "build --explain": "build-explain",
    "build --preview": "build-preview",
    "build --manifest": "build-manifest",
    "check": "check",
    "corrections": "corrections",
    "coverage": "coverage",
    "draft": "draft",
    "draft --estimate": "draft-estimate",
    "engine list": "engine-list",
    "extract": "extract",
    "glossary candidates": "glossary-candidates",
    "glossary check": "check",
    "glossary import": "glossary-import",
    "import": "import",
    "purge": "purge",
    "push": "push",
    "repair": "repair",
    "run": "coverage",
    "tm rebuild": "tm-stats",
    "tm search": "tm-search",
    "tm stats": "tm-stats",
}
"""Command that takes `--json` to the schema of what it prints."""


def load(command: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what a command prints with `--json`, such as `coverage`.

    That of `build --manifest` is of the file. Fields are only ever added, so a program must accept fields that a schema
    does not name. Raises `UsageError` for a command that prints no JSON.
    """
    name = COMMANDS.get(command)
    if name is None:
        raise UsageError(f"`{command}` prints no JSON", remedy=f"Name one of these: {', '.join(COMMANDS)}.")
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
