"""The verb `init`: make a folder a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import config, disk, languages, locales
from l10n.errors import ConfigError, StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Initialized", "init"]

_PRIVATE = """\
# Who drafts, in this order; all of them work on this machine and send nothing anywhere. `firefox` needs a model for
# each language: `l10n engine add firefox` fetches it.
"""
_ONLINE = """\
# Who drafts, in this order. `google` needs no key and sends the text of each segment to translate.google.com; take it
# out if your articles must not leave this machine. `firefox` needs a model: `l10n engine add firefox` fetches it.
"""
_IGNORED = ("/.l10n/", "/build/", "/preview/")


@dataclass(frozen=True, slots=True)
class Initialized:
    """What `init` made."""

    created: tuple[str, ...]
    """Files and folders made or added to, relative to the project."""
    locales: tuple[str, ...]
    engines: tuple[str, ...]


def init(root: Path, chosen: Sequence[str], *, online: bool = False) -> Initialized:
    """Write `[tool.l10n]` and make the folders; nothing that exists is replaced.

    Only where it is to be `online` an engine is named that sends text elsewhere. Raises `LocaleError` for an unknown
    locale, `UsageError` where the folder already is a project, `ConfigError` where its `pyproject.toml` cannot be
    added to.
    """
    names = tuple(dict.fromkeys(locales.parse(code) for code in chosen))
    if languages.ENGLISH in names:
        raise UsageError("`en` is the source language", remedy="Name the languages to translate into.")
    path = root / config.FILE
    chain = ("memory", "firefox", *(("google",) if online else ()), "apertium")
    created: list[str] = []
    try:
        before = _read(path)
        if config.has_table(before):
            raise UsageError("this folder is a project already", path=config.FILE, remedy="Edit [tool.l10n] there.")
        text = before.rstrip("\n") + "\n\n" if before.strip() else ""
        text += _table(names, chain)
        try:
            config.load(text)
        except ConfigError as err:
            raise ConfigError(
                f"the table [tool.l10n] cannot be added: {err.message}",
                path=config.FILE,
                line=err.line,
                remedy="Mend the file first.",
            ) from err
        root.mkdir(parents=True, exist_ok=True)
        disk.replace(path, text.encode())
        created.append(config.FILE)
        for folder in ("articles", *(f"locales/{name}" for name in names)):
            if not (root / folder).is_dir():
                (root / folder).mkdir(parents=True)
                created.append(f"{folder}/")
        if _ignore(root / ".gitignore"):
            created.append(".gitignore")
    except (OSError, UnicodeDecodeError) as err:
        reason, where = (err.strerror, err.filename) if isinstance(err, OSError) else ("not UTF-8", None)
        raise StorageError(
            f"cannot set up the project: {reason}", path=str(where or root), remedy="Check its permissions."
        ) from err
    return Initialized(tuple(created), names, chain)


def _table(names: Sequence[str], chain: Sequence[str]) -> str:
    def array(values: Sequence[str]) -> str:
        return "[" + ", ".join(f'"{value}"' for value in values) + "]"

    told = _ONLINE if "google" in chain else _PRIVATE
    return f"[tool.l10n]\nlocales = {array(names)}\n{told}engines = {array(chain)}\n"


def _read(path: Path) -> str:
    """Return a file's text with its own line ends; empty where there is none."""
    try:
        return disk.read(path).decode()
    except FileNotFoundError:
        return ""


def _ignore(path: Path) -> bool:
    """Keep what can be made again out of version control."""
    before = _read(path)
    known = before.splitlines()
    new = [line for line in _IGNORED if line not in known]
    if new:
        text = before if not before or before.endswith("\n") else before + "\n"
        disk.replace(path, (text + "\n".join(new) + "\n").encode())
    return bool(new)
