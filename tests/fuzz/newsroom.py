"""Owns the project that is fed garbage: what is in it, what is run there, and what must hold afterwards."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog import decode, is_person
from l10n.errors import L10nError
from tests import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CONFIG = """\
[tool.l10n]
locales = ["ko", "ja"]
engines = ["memory", "pseudo"]
min-coverage = 0

[tool.l10n.locale.ja]
policy = "drafts-labelled"

[tool.l10n.check]
fail-on = "error"
baseline = "known.json"

[[tool.l10n.section]]
path = "opinion/**"
segmentation = "sentence"
"""
ARTICLES = {
    "good.md": "# Harbor news\n\nThe boats left at noon.\n\nThe mayor is *silent*.\n",
    "bad.md": (
        "---\ntitle: A quiet town\ndate: 2025-11-28\nsummary: |\n  Nobody came,\n  and 12 left.\ntags: [one, two]\n"
        "translation: {by: nobody}\n---\n\n# It cost $1.5 billion\n\nIt rose by 12.5 percent on May 3, 2024, to `x` "
        '"three" million. [Read more](https://example.org).\n\n- One item\n- Two *items*\n\n'
        "| a | b |\n|---|---|\n| c | d |\n\n> Quoted words.[^1]\n\n[^1]: A note.\n\n```py\n# a comment\n```\n"
    ),
    "bad.mdx": "+++\ntitle = \"A loud town\"\nsummary = '''Some\nwords'''\nn = 12\n[extra]\na.b = [1, 2]\n+++\n\n"
    "import X from 'y'\n\n# Loud {1 + 1}\n\n<X a=\"b\">It cost 3,000 dollars.</X>\n",
    "bad.html": (
        '<!doctype html>\n<html lang="en"><head><title>Weather</title><meta name="description" content="It rains.">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Weather", "n": 12}</script></head>'
        '<body><h1>Weather</h1><p>It <b>rained</b> 25 mm &amp; more.</p><img src="a.png" alt="A cloud"><pre>x  y</pre>'
        "<!-- note --><table><tr><td>Cell</td></tr></table></body></html>\n"
    ),
    "bad.txt": "Third\n\nNobody came on 3 May. It was -5 °C (23 °F).\n",
}
TEXTS = {
    "Harbor news": "항구 소식",
    "The boats left at noon.": "배들은 정오에 떠났다.",
    "The mayor is *silent*.": "시장은 *침묵*한다.",
    "A quiet town": "조용한 마을",
    "It cost $1.5 billion": "15억 달러가 들었다",
    "Quoted words.[^1]": "인용한 말.[^1]",
    "One item": "한 항목",
    "A loud town": "시끄러운 마을",
    "It <b>rained</b> 25 mm &amp; more.": "비가 25mm 넘게 <b>왔다</b>.",
    "Weather": "날씨",
    "Nobody came on 3 May. It was -5 °C (23 °F).": "5월 3일에는 아무도 오지 않았다. 영하 5도(화씨 23도)였다.",
}
GLOSSARY = (
    "source\ttarget\tstatus\tvariants\tforbidden\tcase\tnote\n"
    "mayor\t시장\tapproved\t\t촌장|이장\tno\tx\nharbor\t항구\t\t\t\t\t\n"
)
NEW = "# A new one\n\nIt came today.\n"
COMMANDS = (
    *(("run",), ("run", "--json"), ("check", "--output-format", "sarif"), ("check", "--fix-reviewed"), ("repair",)),
    *(("check", "--output-format", "json"), ("build", "--verbatim"), ("coverage", "--json"), ("extract", "--check")),
    *(("glossary", "candidates"), ("glossary", "check"), ("tm", "search", "The boats left"), ("tm", "rebuild")),
    *(
        ("check", "--write-baseline"),
        ("purge", "--obsolete", "--orphans", "--check"),
        ("draft", "--estimate"),
        ("tm", "stats"),
    ),
)
CODES = (0, 1, 2, 3)


@dataclass
class Newsroom:
    """A project inside a folder that is watched; `outside` and `home` lie beside it."""

    top: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.top / "site"

    def begin(self) -> None:
        """Make the project, with its catalogues, translations, memory, build and baseline."""
        for folder in ("site/articles", "outside", "home"):
            (self.top / folder).mkdir(parents=True)
        (self.top / "outside" / "secret.md").write_text("# A secret\n")
        self.write("pyproject.toml", CONFIG.encode())
        self.write("known.json", b'{"version": 1, "findings": []}\n')
        for name, text in ARTICLES.items():
            self.write(f"articles/{name}", text.encode())
        self.run("extract")
        for locale in ("ko", "ja"):
            for path in (self.root / "locales" / locale).glob("*.po"):
                path.write_text(_translated(path.read_text()))
            self.write(f"locales/{locale}/glossary.tsv", GLOSSARY.encode())
        done = self.run("run")
        assert done.code in {0, 1}, done.err
        self.run("check", "--write-baseline")
        self.write("articles/new.md", NEW.encode())

    def copy(self, top: Path) -> Newsroom:
        """Return the same project in another folder."""
        shutil.copytree(self.top, top, symlinks=True)
        return Newsroom(top)

    def write(self, name: str, data: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def run(self, *args: str) -> inside.Ran:
        home = self.top / "home"
        env = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        env |= {"HOME": str(home), "XDG_CACHE_HOME": str(self.top / "cache"), "XDG_CONFIG_HOME": str(home / ".config")}
        return inside.run(self.root, args, {**env, "NO_COLOR": "1", "COLUMNS": "200", **self.env})

    def around(self) -> dict[str, tuple[int, int]]:
        """Return what lies beside the project, the user's cache folder left out: path, time of change and size."""
        return {str(path): _state(path) for path in _walk(self.top, {"site", "cache"})}

    def catalogs(self) -> dict[str, bytes]:
        """Return the bytes of every PO file."""
        found = sorted((self.root / "locales").rglob("*.po"))
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def _walk(top: Path, passed: set[str]) -> Iterator[Path]:
    for path in sorted(top.iterdir()):
        if path.name not in passed:
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from _walk(path, set())


def _state(path: Path) -> tuple[int, int]:
    stat = path.lstat()
    return (stat.st_mtime_ns, stat.st_size) if path.is_file() else (0, 0)


def _translated(text: str) -> str:
    """Do what a translator does: fill in and clear the fuzzy mark."""
    blocks = text.split("\n\n")
    for at, block in enumerate(blocks):
        for source, target in TEXTS.items():
            if f'msgid "{source}"\nmsgstr ""' in block:
                filled = block.replace('msgstr ""', f'msgstr "{target}"')
                blocks[at] = "\n".join(line for line in filled.split("\n") if line != "#, fuzzy")
    return "\n\n".join(blocks)


def faults(room: Newsroom, command: tuple[str, ...], *, whole: bool) -> Iterator[str]:
    """Run a command and yield what is wrong with how it ended; `whole` where all but one file must be processed."""
    around, catalogs = room.around(), room.catalogs()
    done = room.run(*command)
    said = done.out + done.err
    if done.code not in CODES:
        yield f"exit {done.code}"
    for word in ("Traceback", "a bug in l10n"):
        if word in said:
            line = next(line for line in said.split("\n") if word in line)
            yield line[:300]
    if room.around() != around:
        yield f"touched outside: {sorted(set(room.around().items()) ^ set(around.items()))[:3]}"
    if whole and done.code == 2:
        yield f"stopped: {done.err.strip()[-200:]}"
    if whole and command[0] == "run":
        yield from _unprocessed(room)
    yield from _lost(room, catalogs, mended="--fix-reviewed" in command)


def _unprocessed(room: Newsroom) -> Iterator[str]:
    for name, text in {
        "build/ko/good.md": "배들은 정오에 떠났다.",
        "build/ko/new.md": "A new one",
        "locales/ko/new.md.po": "It came today.",
        "build/ja/new.md": "",
    }.items():
        path = room.root / name
        if not path.is_file() or text not in path.read_text():
            yield f"not processed: {name}"


def _lost(room: Newsroom, before: dict[str, bytes], *, mended: bool) -> Iterator[str]:
    """Yield the PO files that have lost what a person wrote; one that cannot be read must be as it was.

    With `mended` a person asked for her texts to be changed.
    """
    after = room.catalogs()
    for name, data in before.items():
        if after.get(name) == data:
            continue
        try:
            old = _texts(data)
        except L10nError:
            yield f"unreadable and written: {name}"
            continue
        gone = old - _texts(after[name]) if name in after else old
        if gone and not mended:
            yield f"lost in {name}: {sorted(gone)[:2]}"


def _texts(data: bytes) -> set[str]:
    entries: Iterable[object] = decode(data, path="x", article="x", locale="ko").catalog.entries
    return {entry.target for entry in entries if is_person(entry) and entry.target}  # type: ignore[attr-defined, arg-type]
