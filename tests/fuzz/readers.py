"""Owns the list of all readers: what each is fed, and what must go on all the same."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.exchange.sheets import table
from tests.fuzz.garbage import garbage, words
from tests.fuzz.newsroom import ARTICLES, COMMANDS, CONFIG, Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

Commands = tuple[tuple[str, ...], ...]
_USER = '[key.deepl]\nvalue = "secret"\nhost = "127.0.0.1"\n\n[key.openai]\nvariable = "L10N_KEY"\n'
_BASELINE = (
    b'{"version": 1, "findings": [\n{"article": "bad.md", "locale": "ko", "rule": "numbers", "source": "a", '
    b'"text": "b", "count": 2}\n]}\n'
)
_NAMES = "# ours\nsource\ttarget\tfrom\tlearned\tnote\nAda Lund\t아다 룬\ta.md\t0123456789ab\nBo Lund\t보 룬\n".encode()
_HEADS, _EXAMPLE = ("구분", "한글 표기", "원어 표기"), ("인명", "룬, 아다 (마리)", "Ada (Marie) Lund ❲Ada Lund❳")
_LISTS = (",".join(_HEADS) + '\n인명,"룬, 아다 (마리)",Ada (Marie) Lund\n').encode(), table(_HEADS, _EXAMPLE)
_BLAME = (
    "0123456789012345678901234567890123456789 1 {line} 1\nauthor A\nauthor-time 1700000000\ncommitter C\n"
    "committer-time 1700000000\nfilename x\n\ttext\n"
)


@dataclass(frozen=True)
class FuzzReader:
    """One reader and its garbage."""

    feed: Callable[[Newsroom, Random], None]
    """Puts garbage into a fresh project."""
    whole: bool = True
    """All other articles must be processed, and the command must not stop."""
    commands: Commands = COMMANDS


def _article(name: str) -> FuzzReader:
    def feed(room: Newsroom, rng: Random) -> None:
        room.write(f"articles/{name}", garbage(rng, ARTICLES[name].encode()))

    return FuzzReader(feed)


def _legacy(room: Newsroom, rng: Random) -> None:
    """Write a page or a text in another charset, which it declares, or another one, or none."""
    name = rng.choice(("bad.html", "bad.txt"))
    codec = rng.choice(("cp1252", "cp949", "cp932", "euc_jp", "gb18030", "big5", "koi8_r", "iso2022_jp", "utf-16"))
    label = rng.choice((codec, "utf-8", "windows-1252", "euc-kr", "x", "hz-gb-2312"))
    declared = f"<?xml version='1.0' encoding='{label}'?>", f"<head><meta charset={label}>", ""
    text = rng.choice(declared) + ARTICLES[name] + words(rng, "“It’s a café” 한국어 これは")
    data = text.encode(codec, "replace")
    room.write(f"articles/{name}", garbage(rng, data) if rng.random() < 0.5 else data)


def _front_matter(name: str, fence: str) -> FuzzReader:
    def feed(room: Newsroom, rng: Random) -> None:
        _, front, body = ARTICLES[name].split(f"{fence}\n", 2)
        made = garbage(rng, front.encode())
        room.write(f"articles/{name}", f"{fence}\n".encode() + made + f"\n{fence}\n{body}".encode())

    return FuzzReader(feed)


def _file(*names: str, whole: bool = True) -> FuzzReader:
    """Make garbage of one of the files of the project."""

    def feed(room: Newsroom, rng: Random) -> None:
        name = rng.choice(names)
        room.write(name, garbage(rng, (room.root / name).read_bytes()))

    return FuzzReader(feed, whole)


def _catalog(room: Newsroom, rng: Random) -> str:
    return rng.choice([name for name in room.catalogs() if "bad" in name])


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _translations(room: Newsroom, rng: Random) -> None:
    name = _catalog(room, rng)
    head, *entries = (room.root / name).read_text().split("\n\n")
    for at, entry in enumerate(entries):
        source = re.search(r'msgid "(.*)"', entry)
        text = _quoted(words(rng, rng.choice((source[1] if source else "", "본문 3억 5000만 *달러*"))))
        filled = re.sub(r'msgstr (".*"\n?)+', f'msgstr "{text}"\n'.replace("\\", r"\\"), entry)
        entries[at] = filled.replace("#, fuzzy\n", "") if rng.random() < 0.7 else filled
    room.write(name, "\n\n".join([head, *(entry.strip("\n") for entry in entries)]).encode() + b"\n")


def _comments(room: Newsroom, rng: Random) -> None:
    name = _catalog(room, rng)
    said = rng.choice(
        (
            "l10n-ignore: numbers, structure",
            "draft: pseudo 2025-11-28 0123456789ab 0123456789ab",
            "stale: 2025-11-28 a b",
        )
    )
    made = words(rng, said).replace("\n", " ")
    text = (room.root / name).read_text()
    room.write(name, text.replace("\nmsgid ", f"\n# {made}\nmsgid ").encode())


def _names(room: Newsroom, rng: Random) -> None:
    ending = rng.choice(sorted(ARTICLES)).rpartition(".")[2].encode()
    stem = garbage(rng, rng.choice((b"a-name", b"deep/folder/name", b"CON", b".git/x", b"n" * 244, b"templates/x")))
    name = b"/".join(part[:251] for part in stem.replace(b"\0", b"").split(b"/") if part not in {b"", b".", b".."})
    with contextlib.suppress(OSError):
        room.write("articles/" + os.fsdecode((name or b"x")[:1500] + b"." + ending), b"# A name\n\nIt is odd.\n")


def _memory(room: Newsroom, rng: Random) -> None:
    name = ".l10n/memory.sqlite"
    if rng.random() < 0.5:
        room.write(name, garbage(rng, (room.root / name).read_bytes()))
        return
    _scramble(room.root / name, rng)


def _scramble(path: object, rng: Random) -> None:
    """Put values of other kinds into a database that is whole otherwise."""
    with contextlib.closing(sqlite3.connect(str(path))) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for _ in range(rng.choice((1, 2, 4))):
            table = rng.choice(tables)
            with contextlib.suppress(sqlite3.Error):
                column = rng.choice([row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")])
                value = rng.choice((None, 5, 1e308, b"\xff\xfe", "\0", "x" * 5000, "[" * 5000, '{"a": 1}', ""))
                connection.execute(f"UPDATE '{table}' SET '{column}' = ?", (value,))  # noqa: S608
        if rng.random() < 0.2:
            connection.execute(f"PRAGMA user_version = {rng.choice((0, 7, 2**31 - 1))}")
        connection.commit()


def _caches(room: Newsroom, rng: Random) -> None:
    """Make garbage of what the program keeps for itself, here and in the user's cache folder."""
    found = [path for path in (room.top / "cache", room.root / ".l10n") if path.is_dir()]
    files = sorted(path for folder in found for path in folder.rglob("*") if path.is_file())
    path = rng.choice([path for path in files if path.suffix == ".json"] or files)
    path.write_bytes(garbage(rng, path.read_bytes()))


def _user(room: Newsroom, rng: Random) -> None:
    room.write("pyproject.toml", CONFIG.replace('"pseudo"', '"deepl", "pseudo"').encode())
    path = room.top / "home" / ".config" / "l10n" / "config.toml"
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o700)
    path.write_bytes(garbage(rng, _USER.encode()))
    path.chmod(0o600)


_REPLIES = {
    "libre": b'{"translatedText": "\xeb\xb2\x88\xec\x97\xad 12"}',
    "google": '<html><body><div class="result-container">번역 12</div></body></html>'.encode(),
    "mymemory": '{"responseData": {"translatedText": "번역 12", "match": 0.9}, "responseStatus": 200}'.encode(),
    "apy": '{"responseData": {"translatedText": "번역 12"}, "responseStatus": 200}'.encode(),
    "openai": json.dumps(
        {"choices": [{"message": {"content": json.dumps({"items": [{"id": "1", "text": "번역 12"}]})}}]}
    ).encode(),
}


class _Liar(BaseHTTPRequestHandler):
    """Answers every question with the same bytes."""

    body = b""

    def do_GET(self) -> None:
        if length := int(self.headers.get("content-length") or 0):
            self.rfile.read(length)
        self.send_response(200)
        self.send_header("content-length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    do_POST = do_GET  # noqa: N815  the name that the server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def liar() -> Iterator[str]:
    """Serve `_Liar` on this machine; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Liar)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _online(room: Newsroom, name: str, url: str) -> None:
    config = CONFIG.replace('"pseudo"', f'"{name}"') + f'\n[tool.l10n.engine.{name}]\nurl = "{url}/v1"\ntimeout = 2\n'
    room.write("pyproject.toml", (config + ('model = "m"\n' if name == "openai" else "")).encode())


def _answers(room: Newsroom, rng: Random) -> None:
    name = rng.choice(sorted(_REPLIES))
    _online(room, name, room.env["LIAR"])
    _Liar.body = garbage(rng, _REPLIES[name])


def _journal(room: Newsroom, rng: Random) -> None:
    _online(room, "libre", room.env["LIAR"])
    _Liar.body = _REPLIES["libre"]
    room.run("draft")
    path = room.root / ".l10n" / "journal.sqlite"
    if rng.random() < 0.5 or not path.exists():
        room.write(".l10n/journal.sqlite", garbage(rng, path.read_bytes() if path.exists() else b""))
    else:
        _scramble(path, rng)


def _history(room: Newsroom, rng: Random) -> None:
    """Put another program in git's place."""
    said = "".join(_BLAME.format(line=line) for line in range(1, 60)).encode()
    folder = room.top / "outside" / "bin"
    folder.mkdir()
    (folder / "said").write_bytes(garbage(rng, said))
    (folder / "git").write_text(f'#!/bin/sh\ncat "{folder / "said"}"\n')
    (folder / "git").chmod(0o755)
    room.env["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
    name = "locales/ko/bad.md.po"
    text = (room.root / name).read_text()
    room.write(name, text.encode() + b'\n#~ msgid "Gone"\n#~ msgstr "x"\n')


def _versions(room: Newsroom, rng: Random) -> None:
    data = (room.root / "locales/ko/bad.md.po").read_bytes()
    for name in ("base.po", "ours.po", "theirs.po"):
        room.write(name, garbage(rng, data) if rng.random() < 0.6 else data)


READERS: dict[str, FuzzReader] = {
    "markdown": _article("bad.md"),
    "mdx": _article("bad.mdx"),
    "html": _article("bad.html"),
    "plain": _article("bad.txt"),
    "charsets": FuzzReader(_legacy),
    "yaml": _front_matter("bad.md", "---"),
    "toml": _front_matter("bad.mdx", "+++"),
    "po": _file("locales/ko/bad.md.po", "locales/ja/bad.html.po", "locales/ko/bad.mdx.po"),
    "translations": FuzzReader(_translations),
    "comments": FuzzReader(_comments),
    "names": FuzzReader(_names),
    "configuration": _file("pyproject.toml", whole=False),
    "user": FuzzReader(_user, whole=False, commands=(("draft",), ("run",), ("draft", "--estimate"))),
    "glossary": _file("locales/ko/glossary.tsv", whole=False),
    "name memory": FuzzReader(
        lambda room, rng: room.write("locales/ko/names.tsv", garbage(rng, _NAMES)),
        whole=False,
        commands=(("glossary", "candidates", "--write"), *COMMANDS),
    ),
    "name list": FuzzReader(
        lambda room, rng: room.write("list", garbage(rng, rng.choice(_LISTS))),
        whole=False,
        commands=(("glossary", "import", "--kornorms", "list"), ("run",)),
    ),
    "baseline": FuzzReader(
        lambda room, rng: room.write("known.json", garbage(rng, _BASELINE)),
        whole=False,
        commands=(("check",), ("check", "--write-baseline"), ("run",)),
    ),
    "memory": FuzzReader(
        _memory, commands=(("run",), ("tm", "search", "The boats"), ("tm", "stats"), ("tm", "rebuild"), ("draft",))
    ),
    "journal": FuzzReader(_journal, commands=(("run",), ("draft",), ("draft", "--estimate"))),
    "caches": FuzzReader(_caches, commands=(("run",), ("build",), ("check",), ("coverage",))),
    "answers": FuzzReader(_answers, commands=(("run",), ("draft",))),
    "history": FuzzReader(
        _history,
        whole=False,
        commands=(
            ("purge", "--obsolete", "--older-than", "30", "--check"),
            ("purge", "--obsolete", "--older-than", "1", "--check"),
        ),
    ),
    "versions": FuzzReader(
        _versions, whole=False, commands=(("merge-driver", "base.po", "ours.po", "theirs.po", "locales/ko/bad.md.po"),)
    ),
}
