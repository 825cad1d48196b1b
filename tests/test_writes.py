"""Files are opened and written in few places; under `locales/` they are written by the store alone."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRITERS = {
    "l10n/catalog/atomic_write.py": "the exchange of catalogues",
    "l10n/catalog/store.py": "the only writer of locales/",
    "l10n/disk.py": "one whole file in the place of another",
    "l10n/catalog/side_files.py": "name memories, beside the catalogues",
    "l10n/databases.py": "sets damaged ones aside",
    "l10n/cache.py": "the list of builds, in the user's cache folder",
    "l10n/config_kept.py": "a configuration that was understood, in the user's cache folder",
    "l10n/replay.py": "what a command said, in the user's cache folder",
    "l10n/state.py": "what is known of articles, in the user's cache folder",
    "l10n/files.py": "builds",
    "l10n/many.py": "what does not fit into memory, in a file without a name that is gone with the process",
    "l10n/project.py": "the baseline of checks",
    "l10n/stages/add_locale.py": "a locale in pyproject.toml",
    "l10n/stages/init.py": "a new project's pyproject.toml and .gitignore",
    "l10n/catalog/backup.py": "backups under .l10n/, and what repair, purge and the merge driver put in place",
    "l10n/engines/models/fetching.py": "what was fetched of a model, in the user's cache folder",
    "l10n/engines/models/installing.py": "models, in the user's cache folder",
    "l10n/engines/journal.py": "received answers under .l10n/",
    "l10n/engines/shared_journal.py": "received answers that a database does not take, under .l10n/unsent/",
    "l10n/engines/models/suppliers.py": "throws away what was fetched and is another file, in the user's cache folder",
    "l10n/cli/__init__.py": "opens the null device when a pipe is closed",
    "l10n/interruption.py": "says on standard error that it was interrupted",
}
ROOMS = ("l10n/memory/",)
"""Caches under .l10n/, which can be deleted and made again."""

METHODS = {"write_text", "write_bytes", "unlink", "rename", "symlink_to", "hardlink_to", "touch", "rmdir", "chmod"}
OS = {"replace", "rename", "renames", "remove", "unlink", "rmdir", "link", "symlink", "truncate", "removedirs", "write"}
MODULES = {"shutil", "tempfile"}


def writes(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        owner, _, last = name.rpartition(".")
        if (
            last in METHODS
            or (owner == "os" and last in OS)
            or (owner in MODULES and last not in {"which", "get_terminal_size"})
            or (last == "replace" and owner and owner != "dataclasses" and len(node.args) == 1 and not node.keywords)
            or (last == "open" and mode(node, owner))
            or name == "disk.replace"
        ):
            found.append((node.lineno, name))
    return found


def mode(node: ast.Call, owner: str) -> bool:
    """Tell whether a call of `open` may write; a mode that is not a literal may."""
    if owner == "os":
        return any(flag in ast.unparse(node) for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"))
    at = 1 if not owner or owner in {"io", "gzip", "codecs"} else 0
    given = [word.value for word in node.keywords if word.arg == "mode"] or node.args[at : at + 1]
    if not given:
        return False
    return not isinstance(given[0], ast.Constant) or not set(str(given[0].value)) <= set("rbt")


def stray(root: Path) -> list[str]:
    found = []
    for path in sorted((root / "l10n").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name in WRITERS or name.startswith(ROOMS):
            continue
        found += [f"{name}:{line}: {call}" for line, call in writes(ast.parse(path.read_text(encoding="utf-8")))]
    return found


def test_no_other_module_writes_files() -> None:
    assert stray(ROOT) == [], "write catalogues through catalog.store, builds through project"


@pytest.mark.parametrize(
    "line",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, kind)",
        "path.open('r+')",
        "path.write_text('')",
        "path.write_bytes(b'')",
        "os.replace(one, two)",
        "one.replace(two)",
        "path.rename(two)",
        "path.unlink()",
        "shutil.move(one, two)",
        "tempfile.mkstemp()",
        "os.open(path, os.O_WRONLY)",
        "disk.replace(path, data)",
    ],
)
def test_a_new_write_is_found(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "l10n" / "stages" / "extract.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(f"def f():\n    {line}\n")
    assert [row.split(": ")[0] for row in stray(tmp_path)] == ["l10n/stages/extract.py:2"]


@pytest.mark.parametrize("line", ["open(path)", "open(path, 'rb')", "text.replace('a', 'b')", "replace(entry, line=1)"])
def test_reading_is_no_write(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "l10n" / "a.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(line)
    assert stray(tmp_path) == []


def test_the_exceptions_exist_and_write() -> None:
    for name in WRITERS:
        assert writes(ast.parse((ROOT / name).read_text(encoding="utf-8"))), name


OPENERS = {
    "l10n/postgres/schema.py": "its own numbered files, which come with the program",
    "l10n/disk.py": "the one place where a file of anybody's is opened",
    "l10n/catalog/atomic_write.py": "waits for the disk",
    "l10n/catalog/backup.py": "makes new files",
    "l10n/catalog/store.py": "makes new files",
    "l10n/cli/__init__.py": "opens the null device when a pipe is closed",
    "l10n/engines/journal.py": "an SQLite file, after `databases.clear`",
    "l10n/memory/sqlite.py": "an SQLite file, after `databases.clear`",
    "l10n/state.py": "an SQLite file, after `databases.clear`",
    "l10n/memory/tables.py": "an SQLite file that lies in no folder",
    "l10n/exchange/spreadsheets.py": "a part of an XLSX that was read whole",
    "l10n/languages/spelled.py": "a file of the program itself",
    "l10n/languages/supplement.py": "a file of the program itself",
    "l10n/report/dashboard/page.py": "files of the program itself",
    "l10n/report/schemas/__init__.py": "a file of the program itself",
    "l10n/review/pages.py": "files of the program itself",
    "l10n/review/tongues.py": "files of the program itself",
}
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def opens(tree: ast.AST) -> list[tuple[int, str]]:
    calls = [(node.lineno, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    own = {"files.read_text", "atomic_write.read_bytes", "Project.open"}
    return [
        (line, name)
        for line, name in calls
        if name == "sqlite3.connect" or (name.rpartition(".")[2] in OPENING and name not in own)
    ]


def strays(root: Path) -> list[str]:
    """Return the calls, outside of those modules, that open a file without asking whether it is one."""
    return [
        f"{name}:{line}: {call}"
        for path in sorted((root / "l10n").rglob("*.py"))
        if (name := path.relative_to(root).as_posix()) not in OPENERS
        for line, call in opens(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_no_other_module_opens_files() -> None:
    assert strays(ROOT) == [], "read files with disk.read, which opens nothing but regular ones"
    for name in OPENERS:
        assert opens(ast.parse((ROOT / name).read_text(encoding="utf-8"))), name


@pytest.mark.parametrize(
    "line", ["open(path)", "path.open()", "path.read_text()", "os.open(path, 0)", "sqlite3.connect(p)"]
)
def test_a_file_that_is_opened_elsewhere_is_found(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "l10n" / "stages" / "extract.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(f"def f():\n    {line}\n")
    assert [row.split(": ")[0] for row in strays(tmp_path)] == ["l10n/stages/extract.py:2"]
