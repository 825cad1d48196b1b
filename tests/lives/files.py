"""Owns how the judge reads PO files: by polib, with no code of l10n."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from pathlib import Path

_STALE = re.compile(r"stale: [0-9-]+ ([0-9a-f]{12}) ([0-9a-f]{12})")
_DRAFT = re.compile(r"draft: \S+ [0-9-]+ ([0-9a-f]{12})(?: ([0-9a-f]{12}))?")


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a PO file."""

    source: str
    text: str
    comment: str
    """The translator's comments, a line each."""
    fuzzy: bool
    obsolete: bool
    before: str
    """What `#|` says, or nothing."""

    @property
    def reviewed(self) -> bool:
        """Whether a person has read it; of an obsolete entry tools drop the mark, but not the line `# stale:`."""
        waits = self.obsolete and self.stale_line is not None and self.stale_line[0] == digest(self.text)
        return bool(self.text) and not self.fuzzy and not waits

    @property
    def stale_line(self) -> tuple[str, str] | None:
        """The fingerprints of text and source in the last `# stale:` line."""
        found = _STALE.findall(self.comment)
        return (found[-1][0], found[-1][1]) if found else None

    @property
    def stale(self) -> bool:
        return bool(self.text) and self.fuzzy and bool(self.before or self.stale_line)

    @property
    def drafted(self) -> bool:
        """Whether it is a machine's text of this source, as the machine wrote it."""
        found = _DRAFT.findall(self.comment)
        return bool(found) and found[-1] == (digest(self.text), digest(self.source))

    @property
    def made_for_another(self) -> bool:
        """Whether the file itself says that a text which nobody has read here is of another English."""
        found = _DRAFT.findall(self.comment)
        moved = bool(found) and found[-1][0] == digest(self.text) and found[-1][1] not in {"", digest(self.source)}
        return bool(self.text) and self.fuzzy and (self.stale or moved)


def digest(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text.strip()).encode()).hexdigest()[:12]


@lru_cache(maxsize=512)
def entries(text: str) -> tuple[Seen, ...]:
    """Read a PO file; raise what polib raises."""
    if not text.strip():
        return ()
    return tuple(
        Seen(
            entry.msgid,
            entry.msgstr,
            entry.tcomment,
            "fuzzy" in entry.flags,
            bool(entry.obsolete),
            entry.previous_msgid or "",
        )
        for entry in polib.pofile(text, wrapwidth=0)
    )


def readable(text: str) -> bool:
    """Tell whether polib reads a PO file."""
    try:
        entries(text)
    except (OSError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Vault:
    """All PO files of a project at one time, by article, and what the backups hold."""

    files: dict[str, tuple[Seen, ...]]
    data: dict[str, bytes]
    kept: str
    """The text of all backups, one behind the other, as polib unwraps it."""

    def holds(self, text: str) -> bool:
        return text in self.kept or any(
            text == one.text or f"): {text}" in one.comment for some in self.files.values() for one in some
        )

    def texts(self) -> set[str]:
        """Return all texts but those that are a machine's again: a draft marked after somebody had taken it."""
        every = (one for some in self.files.values() for one in some)
        return {one.text for one in every if one.text and not (one.fuzzy and one.drafted and not one.stale)}

    def comments(self) -> set[str]:
        return {line for some in self.files.values() for one in some for line in one.comment.split("\n") if line}


def vault(root: Path, locale: str) -> Vault:
    """Read the catalogues of a locale."""
    folder = root / "locales" / locale
    paths = sorted(folder.rglob("*.po"))
    data = {path.relative_to(folder).as_posix().removesuffix(".po"): path.read_bytes() for path in paths}
    files = {name: entries(raw.decode()) for name, raw in data.items()}
    backups = sorted(path for path in (root / ".l10n/backup").rglob("*.po") if path.is_file())
    kept = "\n".join(f"{one.text}\n{one.comment}" for path in backups for one in entries(path.read_text()))
    return Vault(files, data, kept)
