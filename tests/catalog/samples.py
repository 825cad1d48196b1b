"""Owns what the catalogue tests share: small files, entries and documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from l10n.catalog import PoFile, decode
from l10n.model import Document, Entry, Key, Kind, Origin, OriginKind, Segment, Shell, State
from l10n.text.digest import digest

TODAY = date(2026, 11, 23)
DATA = Path(__file__).parent.parent / "data" / "po"
HEADER = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def dialect() -> bytes:
    return (DATA / "dialect.po").read_bytes()


def load(data: bytes | str) -> PoFile:
    raw = data.encode() if isinstance(data, str) else data
    return decode(raw, path="ko/a.po", article="a.md", locale="ko")


def segment(text: str, *, context: str | None = None, note: str = "paragraph") -> Segment:
    return Segment(Key(text, context), text, Shell("paragraph"), Kind.PARAGRAPH, note)


def document(*texts: str | Segment, path: str = "a.md") -> Document:
    parts = tuple(segment(text) if isinstance(text, str) else text for text in texts)
    return Document(path, "plain", parts)


def drafted(source: str, target: str, *, engine: str = "google") -> Entry:
    return Entry(
        Key(source),
        target,
        State.DRAFT,
        ("a.md",),
        origin=Origin(OriginKind.MACHINE, engine, "2026-10-01", digest(target)),
    )


def reviewed(source: str, target: str, *, context: str | None = None) -> Entry:
    return Entry(Key(source, context), target, State.REVIEWED, ("a.md",))
