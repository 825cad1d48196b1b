"""Owns the texts that are worked on: articles of the corpus, their translations, and what a person changes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("L10N_CORPUS", ROOT.parent / "shared" / "corpus"))
LOCALES = ("ko", "ja", "ar", "es", "zh_CN")
BOOK, NEWS = "comprehensive-rust", "ntrex-news/news.jsonl"
"""What is used of the corpus."""
_BOOK = CORPUS / BOOK
_QUOTED = re.compile(r'^(?:msgid |msgstr )?(".*")$', re.MULTILINE)
_PROSE = re.compile(r"(?:\A|(?<=\n\n))[A-Z][\w ,.'\n]{60,}\.(?=\n\n|\n?\Z)")
"""A paragraph of words alone: what is changed in it is a change of one text for every program."""
_ADDED = "It was counted again in round {}."


def missing(*names: str) -> bool:
    """Tell whether texts of the corpus are not there, and say so."""
    gone = [str(CORPUS / name) for name in names if not (CORPUS / name).exists()]
    if gone:
        print(f"left out: there is no {gone[0]}; name the folder of texts with L10N_CORPUS", file=sys.stderr)
    return bool(gone)


def lay_out(folder: Path, most: int) -> list[str]:
    """Copy the articles of the corpus, at most so many, spread evenly; return their paths in the folder."""
    names = sorted(path.relative_to(_BOOK / "src").as_posix() for path in (_BOOK / "src").rglob("*.md"))
    chosen = names[:: -(-len(names) // most)] if most else names
    for name in chosen:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_BOOK / "src" / name, path)
    return chosen


def known(locale: str) -> dict[str, str]:
    """Return what the corpus has been translated to, by its English with single spaces."""
    path = _BOOK / "po" / f"{locale.replace('_', '-')}.po"
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    pairs = (_pair(block) for block in blocks if "#, fuzzy" not in block and "#~" not in block)
    return {_plain(source): target for source, target in pairs if source and target}


def fill(text: str, translations: dict[str, str]) -> tuple[str, int]:
    """Put translations into the empty entries of a PO file; return it and how many there were.

    Entries with several forms or a text, old ones and those that no translation is known of stay as they are.
    """
    blocks = text.rstrip("\n").split("\n\n")
    filled = 0
    for at, block in enumerate(blocks):
        source, target = _pair(block)
        new = translations.get(_plain(source))
        if not source or target or new is None or any(word in block for word in ("#~", "msgid_plural", "#, fuzzy")):
            continue
        blocks[at] = f"{block.rpartition('msgstr ')[0]}{_text(source, new)}"
        filled += 1
    return "\n\n".join(blocks) + "\n", filled


def edited(text: str, number: int) -> str | None:
    """Return an article with a sentence added to a paragraph of words alone; none where it has no such paragraph."""
    found = _PROSE.search(text)
    if found is None:
        return None
    return f"{text[: found.end()]} {_ADDED.format(number)}{text[found.end() :]}"


def is_edited(text: str) -> bool:
    """Tell whether an article has been edited in a round before."""
    return _ADDED.partition("{")[0] in text


def added(number: int) -> str:
    """Return the sentence that an edit adds."""
    return _ADDED.format(number)


def reviewed(text: str, number: int, target: str) -> str:
    """Return a PO file after a person has translated the entry that an edit has changed, as an editor saves it."""
    blocks = text.rstrip("\n").split("\n\n")
    for at, block in enumerate(blocks):
        source = _pair(block)[0]
        if added(number) in _plain(source) and "#~" not in block:
            head = block.rpartition("msgstr ")[0]
            kept = [line for line in head.split("\n") if not line.startswith(("#|", "#, fuzzy"))]
            blocks[at] = "\n".join(kept) + _text(source, target)
            return "\n\n".join(blocks) + "\n"
    raise LookupError(f"no entry has {added(number)!r}")


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _pair(block: str) -> tuple[str, str]:
    """Return the source and the text of an entry; both empty where the block is none."""
    before, _, target = block.rpartition("msgstr ")
    _, found, source = before.rpartition("msgid ")
    if not found or "msgid_plural" in block:
        return "", ""
    return _joined(f"msgid {source}"), _joined(f"msgstr {target}")


def _text(source: str, target: str) -> str:
    """Return the text of an entry, with line breaks at its ends where the source has them, as gettext asks."""
    head, tail = ("\n" if at else "" for at in (source.startswith("\n"), source.endswith("\n")))
    text = head + target.strip("\n") + tail
    return f"msgstr {json.dumps(text, ensure_ascii=False)}"


def _joined(lines: str) -> str:
    return "".join(json.loads(line.replace("\t", "\\t")) for line in _QUOTED.findall(lines))


def _plain(text: str) -> str:
    return " ".join(text.split())
