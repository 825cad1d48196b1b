"""Owns what publishing writes into the slots of front matter: the language, and where a text comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.frontmatter import toml, yaml
from l10n.model import Edition, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["filled"]


def filled(slot: Slot, edition: Edition) -> str:
    """Write the language or the provenance of an edition into a slot that `cut` made."""
    name, *rest = slot.style.split()
    newline = "\r\n" if "crlf" in rest else "\n"
    indent = " " * int(rest[0]) if rest and rest[0].isdigit() else ""
    if slot.kind is SlotKind.LANG:
        return _language(slot, edition.language, name, indent, newline)
    if slot.kind is not SlotKind.PROVENANCE or not edition.provenance:
        return slot.raw
    if slot.raw:
        return _merged(slot.raw, edition.provenance, name, indent, newline)
    return _added(edition.provenance, name, indent, newline)


def _added(rows: Mapping[str, str], name: str, indent: str, newline: str) -> str:
    """Write a new field `translation`, or comment lines where a field of that name is someone else's."""
    if name == "yaml":
        body = "".join(f"{indent}  {key}: {yaml.quoted(value)}{newline}" for key, value in rows.items())
        return f"{indent}translation:{newline}{body}"
    if name == "yaml-flow":
        return f"translation: {{{', '.join(f'{key}: {yaml.quoted(value)}' for key, value in rows.items())}}}, "
    if name == "toml":
        body = ", ".join(f"{_bare(key)} = {toml.quoted(value)}" for key, value in rows.items())
        return f"translation = {{ {body} }}{newline}"
    return "".join(f"{indent}# translation {key}: {_line(value)}{newline}" for key, value in rows.items())


def _language(slot: Slot, language: str, name: str, indent: str, newline: str) -> str:
    if not language or language == slot.value:
        return slot.raw
    if slot.raw:
        write = toml.write(slot.style, slot.raw, language) if name.startswith("toml-") else ""
        return write or yaml.write(slot.style, "", slot.raw, language)
    if name == "yaml":
        return f"{indent}lang: {yaml.write('yaml-plain', '', '', language)}{newline}"
    if name == "yaml-flow":
        return f"lang: {yaml.write('yaml-plain flow', '', '', language)}, "
    return f"lang = {toml.quoted(language)}{newline}"


def _bare(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else toml.quoted(key)


def _line(value: str) -> str:
    return " ".join(value.split())


def _merged(raw: str, rows: Mapping[str, str], name: str, indent: str, newline: str) -> str:
    """Set our keys in an existing mapping."""
    if name == "toml-map":
        return _merged_toml(raw, rows)
    if name == "yaml-flow-map":
        return _merged_flow(raw, rows)
    return _merged_yaml(raw, rows, indent, newline)


def _merged_toml(raw: str, rows: Mapping[str, str]) -> str:
    """Set our keys in an inline table; other keys keep their text."""
    import tomlkit  # noqa: PLC0415  costs as much as the format, for a table that hardly anybody has

    document = tomlkit.parse(f"x = {raw}\n")
    table = document["x"]
    for key, value in rows.items():
        table[key] = value
    return document.as_string()[len("x = ") :].rstrip("\n")


def _merged_yaml(raw: str, rows: Mapping[str, str], indent: str, newline: str) -> str:
    """Set our keys in a block mapping; other keys keep their text."""
    lead = len(indent)
    text = indent + raw + newline
    scan = yaml.scan(text, 1)
    places = {} if scan is None else {item.top: item for item in scan.scalars if item.top}
    taken = frozenset() if scan is None else scan.taken
    added = "".join(f"{newline}{indent}{key}: {yaml.quoted(value)}" for key, value in rows.items() if key not in taken)
    for item in sorted(places.values(), key=lambda item: -item.start):
        if item.top in rows:
            text = text[: item.start] + yaml.quoted(rows[item.top]) + text[item.end :]
    return text[lead : len(text) - len(newline)] + added


def _merged_flow(raw: str, rows: Mapping[str, str]) -> str:
    """Replace `key: value` pairs of a flow mapping, or add them before the closing brace."""
    scan = yaml.scan(f"x: {raw}\n", 1)
    names = {row.split(" ")[0].partition(".")[2] for row in scan.shape} if scan else set()
    for key, value in rows.items():
        pair = f"{key}: {yaml.quoted(value)}"
        if key in names:
            pattern = rf"""(?<=[{{,\s]){re.escape(key)}:[ ]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,}}]*)"""
            found = re.search(pattern, raw)
            raw = raw if found is None else raw[: found.start()] + pair + raw[found.end() :]
        else:
            body = raw[:-1].rstrip()
            raw = f"{body}{'' if body.endswith(('{', ',')) else ','} {pair}}}"
    return raw
