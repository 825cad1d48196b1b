"""Owns the common shape of PO: the entries, and the header, that one match reads as the strict grammar would."""

from __future__ import annotations

import re
from itertools import accumulate

from l10n.catalog.tokenizer import Raw, flags_of

__all__ = ["COMMON", "common", "header", "value"]

_STRING = r'"[^"\\\n\r]*+(?:\\[abfnrtv\\"][^"\\\n\r]*+)*+"'
_STRINGS = rf"{_STRING}(?:\n{_STRING})*+"
_BEFORE = r"\n*+((?:#(?: [^\n\r]*+)?\n)*+)((?:#\.[^\n\r]*+\n)*+)((?:#:[^\n\r]*+\n)*+)(?:#,([^\n\r]*+)\n)?+"
_NEXT = r'#[ .:,|\n]|msgid "|msgctxt "|#~ msgid "|#~ msgctxt "'
COMMON = re.compile(
    rf'{_BEFORE}(?:msgctxt ({_STRINGS})\n)?+()msgid (?!"(?:"\n")*+"\nm)(?:"([^"\\\n\r]++)"|({_STRINGS}))\n'
    rf'msgstr (?:"([^"\\\n\r]*+)"\n(?=\n*+(?:{_NEXT}|\Z))|({_STRINGS})\n(?=\n*+(?:{_NEXT})))'
)
"""An entry as gettext orders it, with nothing in it that the strict grammar has questions about, and another behind it,
or the end of the file behind a text of one line.

What it matches, `tokenizer.scan_one` reads alike; tests hold the two against each other."""
_HEADER = re.compile(rf'{_BEFORE}()msgid ""\nmsgstr ({_STRINGS})\n(?=\n*+(?:{_NEXT}|\Z))')
_SAID = ("comments", "notes", "refs", "flags", "source", "target")
_SIMPLE = re.compile(r'\\([abfnrtv\\"])')
_MEANING = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}


def value(quoted: str) -> str:
    """Return what one or more strings, each on a line of its own, mean together."""
    bare = quoted[1:-1]
    if "\n" in bare:
        bare = bare.replace('"\n"', "")
    return _SIMPLE.sub(lambda match: _MEANING[match[1]], bare) if "\\" in bare else bare


def header(text: str) -> tuple[Raw, int] | None:
    """Return the header that a text begins with and the offset behind it; None where it is not of the common shape."""
    found = _HEADER.match(text)
    if found is None:
        return None
    return _raw(found, found.start(5), {"msgid": "", "msgstr": value(found[6])}), found.end()


def common(text: str, at: int, end: int) -> Raw | None:
    """Return the entry between two offsets as it stands there; None where it is not of the common shape."""
    found = COMMON.match(text, at)
    if found is None or found.end() != end:
        return None
    context, _, source, sources, target, targets = found.groups()[4:]
    fields = {} if context is None else {"msgctxt": value(context)}
    fields["msgid"] = value(sources) if source is None else source
    fields["msgstr"] = value(targets) if target is None else target
    return _raw(found, found.start(6), fields)


def _raw(found: re.Match[str], source_at: int, fields: dict[str, str]) -> Raw:
    text = found[0].lstrip("\n")
    comments, notes, refs, flags = found.groups("")[:4]
    lines = text[:-1].split("\n")
    many = comments.count("\n"), notes.count("\n"), refs.count("\n"), int(found[4] is not None)
    target = next(at for at in range(sum(many), len(lines)) if lines[at].startswith("msgstr"))
    said: dict[str, list[str]] = {}
    at = 0
    for name, end in zip(_SAID, (*accumulate(many), target, len(lines)), strict=True):
        if at < end:
            said[name] = lines[at:end]
            at = end
    return Raw(
        line=found.string.count("\n", found.start(), source_at) + 1,
        gap=found[0][: -len(text)],
        text=text,
        comments=[line[2:] for line in said.get("comments", ())],
        notes=[line[3:] if line[2:3] == " " else line[2:] for line in said.get("notes", ())],
        refs=[line[2:] for line in said.get("refs", ())],
        flags=flags_of(flags),
        fields=fields,
        lines=said,
    )
