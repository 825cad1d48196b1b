"""Owns which names a file may have, so that it is the same file on every system and never one of git's or of ours."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["clashes", "fault", "folded", "within"]

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows gives to devices, with any ending (Microsoft, *Naming Files, Paths, and Namespaces*)."""
_NOT_ON_WINDOWS = frozenset('<>:"\\|?*')
"""What a name there cannot hold besides `/` and control characters (the same page)."""
_LONGEST = 236
"""Bytes of a name: file systems allow 255, and the catalogue of `a.md` is written as `.a.md.pot.l10n-swap-old`."""
_OWN = {".git": "git", "git~1": "git", ".l10n": "l10n", "l10n~1": "l10n"}
"""Folders that no article and no translation may be written to; the second name is the one Windows gives besides."""


def fault(path: str) -> str:
    """Say what keeps a path, relative and with `/`, from being an article's or a folder's; empty for a good one."""
    return next(filter(None, map(_part_fault, path.split("/"))), "")


@lru_cache(maxsize=4096)
def _part_fault(part: str) -> str:
    if letters := _letter_fault(part):
        return letters
    if (many := len(part.encode("utf-8", "surrogatepass"))) > _LONGEST:
        return f"its name has {many} bytes, and more than {_LONGEST} leave no room for those of its catalogues"
    if part.endswith((".", " ")) and part not in {".", ".."}:
        return f"`{part}` ends in a dot or a space, which Windows leaves out"
    if owner := _OWN.get(folded(part)):
        return f"`{part}` is a folder of {owner} itself"
    if folded(part).partition(".")[0].rstrip() in _DEVICES:
        return f"`{part}` is the name of a device on Windows"
    return ""


def _letter_fault(part: str) -> str:
    for letter in part:
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            return f"its name holds the character U+{ord(letter):04X}"
        if letter in _NOT_ON_WINDOWS:
            return f"its name holds `{letter}`, which is no part of a name on Windows"
    return ""


def folded(path: str) -> str:
    """Return what two paths share that some system takes for the same file: case and composition are no difference."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def within(folder: str, outer: str) -> bool:
    """Tell whether a folder is another one or lies in it, on this system or another."""
    return outer == "." or folded(f"{folder}/").startswith(folded(f"{outer}/"))


def clashes(paths: Iterable[str], ending: str) -> dict[str, str]:
    """Return each path that cannot stand beside an earlier one, with that one.

    They are the same file on some system, or one would be a folder where the other is a file: as they are, or with
    `ending`, which their catalogues have (`a.md` and `a.md.po/b.md`).
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    found: dict[str, str] = {}
    for path in paths:
        own = folded(path), folded(path + ending)
        parts = folded(path).split("/")
        above = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        others = [files[one] for one in (*own, *above) if one in files] + [
            folders[one] for one in own if one in folders
        ]
        if others:
            found[path] = others[0]
            continue
        for one in own:
            files[one] = path
        for one in above:
            folders.setdefault(one, path)
    return found
