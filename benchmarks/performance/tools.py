"""Owns how each program does the same work: English articles to catalogues, and with them to localized articles.

Each works in a project folder of its own with the same `articles/`. A tool says which commands a cycle is, where its
catalogue of an article and what it built lies, and for which locales.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from . import material
from .measure import Place, run_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .peers import Peer

_FLOOR = """
import pathlib, shutil, sys
root = pathlib.Path(".")
for path in root.joinpath("read").rglob("*"):
    if path.is_file():
        path.read_bytes()
for path in root.joinpath("write").rglob("*"):
    target = root / "written" / path.relative_to("write")
    if path.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
"""
_MDPO = """
import pathlib, sys
from mdpo.md2po import markdown_to_pofile
from mdpo.po2md import pofile_to_markdown
for locale in sys.argv[1:]:
    for path in sorted(pathlib.Path("articles").rglob("*.md")):
        name = path.relative_to("articles")
        po = pathlib.Path("po", locale, f"{name}.po")
        built = pathlib.Path("build", locale, name)
        po.parent.mkdir(parents=True, exist_ok=True)
        built.parent.mkdir(parents=True, exist_ok=True)
        try:
            markdown_to_pofile(str(path), po_filepath=str(po), save=True, location=False)
            pofile_to_markdown(str(path), [str(po)], save=str(built))
        except Exception as err:
            print(path, repr(err))
            built.write_bytes(path.read_bytes())
"""
"""Without a process for each file, which would cost it more than its own work."""


class Tool(Protocol):
    """A program that takes articles to localized articles."""

    @property
    def name(self) -> str:
        """Return what the table calls it."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Return the locales it is asked for: all, save where that would take too long."""

    @property
    def catalogs(self) -> str:
        """Return the folder of the catalogues in the project."""

    def configure(self, root: Path, articles: Sequence[str]) -> None:
        """Write what the program wants to find in a project."""

    def commands(self, root: Path) -> list[list[str]]:
        """Return the commands of one cycle."""

    def catalog(self, locale: str, article: str) -> str:
        """Return the path in the project of the catalogue that the texts of an article are in."""


def environment(root: Path) -> dict[str, str]:
    """Return the variables of a run: nothing of the user's own settings, a cache of the project's own."""
    home = root.with_name(f"{root.name}.home")
    return {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class L10n:
    """This program."""

    name: str
    program: tuple[str, ...]
    verbs: tuple[tuple[str, ...], ...]
    """The commands of a cycle."""
    locales: tuple[str, ...] = material.LOCALES
    options: tuple[str, ...] = ()
    """What each command is called with besides: `--jobs 2`."""
    catalogs: str = "locales"
    engines: tuple[str, ...] = ("memory",)
    policy: str = "reviewed"

    def configure(self, root: Path, articles: Sequence[str]) -> None:  # noqa: ARG002  finds them
        """Write the configuration."""
        locales, engines = (", ".join(f'"{name}"' for name in names) for names in (self.locales, self.engines))
        (root / "pyproject.toml").write_text(
            f'[tool.l10n]\nlocales = [{locales}]\nengines = [{engines}]\npolicy = "{self.policy}"\n', encoding="utf-8"
        )

    def commands(self, root: Path) -> list[list[str]]:  # noqa: ARG002  is run in it
        """Return the verbs."""
        return [[*self.program, "-q", *verb, *self.options] for verb in self.verbs]

    def catalog(self, locale: str, article: str) -> str:
        """Return one of many: each article has its own."""
        return f"locales/{locale}/{article}.po"


@dataclass(frozen=True, slots=True)
class Po4a:
    """Debian's po4a, with one POT for all articles: with one for each it starts msgmerge thousands of times."""

    peer: Peer
    locales: tuple[str, ...] = material.LOCALES
    catalogs: str = "po"

    @property
    def name(self) -> str:
        """Return its name."""
        return "po4a"

    def configure(self, root: Path, articles: Sequence[str]) -> None:
        """Name every article; nothing is held back for want of translations."""
        lines = [
            f"[po4a_langs] {' '.join(self.locales)}",
            "[po4a_paths] po/all.pot $lang:po/$lang.po",
            '[options] opt:"--keep 0 --master-charset UTF-8 --localized-charset UTF-8 -o markdown -o neverwrap"',
            *(f"[type: text] articles/{name} $lang:build/$lang/{name}" for name in articles),
        ]
        (root / "po4a.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def commands(self, root: Path) -> list[list[str]]:  # noqa: ARG002  is run in it
        """Return the one command that does it all."""
        return [[self.peer.command("po4a"), "po4a.cfg"]]

    def catalog(self, locale: str, article: str) -> str:  # noqa: ARG002  all are in one
        """Return the one of a locale."""
        return f"po/{locale}.po"


@dataclass(frozen=True, slots=True)
class Toolkit:
    """Translate Toolkit; what is newer than its source is skipped, which is its fastest way."""

    peer: Peer
    locales: tuple[str, ...] = material.LOCALES
    catalogs: str = "po"

    @property
    def name(self) -> str:
        """Return its name."""
        return "Translate Toolkit"

    def configure(self, root: Path, articles: Sequence[str]) -> None:  # noqa: ARG002  finds them
        """Make the folders that it does not make."""
        for locale in self.locales:
            (root / "po" / locale).mkdir(parents=True, exist_ok=True)
            (root / "build" / locale).mkdir(parents=True, exist_ok=True)

    def commands(self, root: Path) -> list[list[str]]:
        """Return templates, then for each locale its catalogues and its articles."""
        quiet = ["--progress", "none", "--timestamp"]
        first = [self.peer.command("md2po"), "-P", "--no-placeholders", *quiet, "articles", "pot"]
        commands = [first]
        for locale in self.locales:
            po = f"po/{locale}"
            old = ["-t", po] if any((root / po).iterdir()) else []
            commands.append([self.peer.command("pot2po"), *quiet, *old, "pot", po])
            commands.append(
                [self.peer.command("po2md"), "--no-placeholders", *quiet, "-t", "articles", po, f"build/{locale}"]
            )
        return commands

    def catalog(self, locale: str, article: str) -> str:
        """Return one of many: each article has its own."""
        return f"po/{locale}/{article.removesuffix('.md')}.po"


@dataclass(frozen=True, slots=True)
class Mdpo:
    """mdpo, by its functions and in one process, for one locale."""

    peer: Peer
    locales: tuple[str, ...] = material.LOCALES[:1]
    catalogs: str = "po"

    @property
    def name(self) -> str:
        """Return its name, and that it does a part of the work."""
        return "mdpo, one locale"

    def configure(self, root: Path, articles: Sequence[str]) -> None:
        """Write nothing: it has no configuration."""

    def commands(self, root: Path) -> list[list[str]]:  # noqa: ARG002  is run in it
        """Return one process for all files."""
        return [[self.peer.command("python"), "-c", _MDPO, *self.locales]]

    def catalog(self, locale: str, article: str) -> str:
        """Return one of many: each article has its own."""
        return f"po/{locale}/{article}.po"


@dataclass(slots=True)
class Project:
    """The folder of one tool, before and after its runs."""

    root: Path
    tool: Tool
    articles: list[str] = field(default_factory=list)
    filled: int = 0
    """How many entries were given a translation."""

    @property
    def place(self) -> Place:
        """Return where the tool runs; findings of `run` are no failure of the run."""
        return Place(self.root, environment(self.root), codes=frozenset({0, 1} if isinstance(self.tool, L10n) else {0}))

    def reset(self, articles: Path, catalogs: Path | None) -> None:
        """Begin anew with these articles, and with these catalogues or none."""
        home = self.root.with_name(f"{self.root.name}.home")
        for folder in (self.root, home):
            shutil.rmtree(folder, ignore_errors=True)
        (home / "cache").mkdir(parents=True)
        self.root.mkdir(parents=True)
        shutil.copytree(articles, self.root / "articles")
        if catalogs is not None:
            shutil.copytree(catalogs, self.root / self.tool.catalogs)
        self.articles = sorted(path.relative_to(articles).as_posix() for path in articles.rglob("*.md"))
        self.tool.configure(self.root, self.articles)

    def fill(self, articles: Path, kept: Path, translations: dict[str, dict[str, str]]) -> None:
        """Make catalogues with all translations that are known, as this tool writes them, and keep them in a folder."""
        self.reset(articles, None)
        run_all(self.tool.commands(self.root), self.place)
        self.filled = 0
        for locale in self.tool.locales:
            for path in sorted({self.root / self.tool.catalog(locale, name) for name in self.articles}):
                if path.is_file():
                    text, many = material.fill(path.read_text(encoding="utf-8"), translations[locale])
                    path.write_text(text, encoding="utf-8")
                    self.filled += many
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.root / self.tool.catalogs, kept)


def floor(python: str, done: Project, root: Path) -> tuple[list[str], Place]:
    """Return the command that reads and writes the bytes which a tool has read and written, and where to run it."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    shutil.copytree(done.root / "articles", root / "read")
    for name in ("build", done.tool.catalogs):
        shutil.copytree(done.root / name, root / "write" / name)
    return [python, "-c", _FLOOR], Place(root, environment(root))
