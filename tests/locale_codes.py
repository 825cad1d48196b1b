"""Counts the locale codes that stand in the program outside of the rooms that may know them.

Usage: python -m tests.locale_codes. A code counts where it is a key, is compared with something, picks from a table, or
stands in a set, tuple or list; what only looks like one — an element of HTML (`th`, `br`), a field called `id`, a unit
or a syllable among others that are none — is told by where it stands.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.localedata import locale_identifiers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PACKAGE = Path(__file__).resolve().parent.parent / "l10n"
HOMES = (
    "languages",
    "locales.py",
    # code tables of engines: what a service calls its languages
    "engines",
)
ELEMENTS = ("formats/html", "formats/sentences.py")
"""Rooms in which `th`, `tr`, `br` and `no` are HTML's."""
FIELDS = frozenset({"id"})
CODES = frozenset(locale_identifiers()) | {"zh_CN", "zh_TW", "zh_HK", "zh_MO", "pt_BR", "sr@latin"}
KNOWN = CODES | {code.replace("_", "-") for code in CODES}


def counted(package: Path = PACKAGE) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and code of each constant that is used as a locale where none may be."""
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name.startswith(HOMES):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for constant in _used(node):
                if constant.value in KNOWN and not _else(name, node, constant.value):
                    yield name, constant.lineno, constant.value


def _used(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings that a node takes as keys, compares, or holds as members."""
    found: list[ast.expr | None] = []
    if isinstance(node, ast.Dict):
        found = list(node.keys)
    elif isinstance(node, ast.Compare):
        found = [node.left, *node.comparators]
    elif isinstance(node, ast.Set | ast.Tuple | ast.List):
        found = list(node.elts)
    elif isinstance(node, ast.Subscript):
        found = [node.slice]
    elif isinstance(node, ast.MatchValue):
        found = [node.value]
    elif (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"startswith", "get"}
    ):
        found = list(node.args)
    yield from (one for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _else(name: str, node: ast.AST, value: str) -> bool:
    """Tell whether a string only looks like a locale code."""
    if name.startswith(ELEMENTS) or value in FIELDS:
        return True
    if isinstance(node, ast.Dict):
        return 2 * sum(word not in KNOWN for word in _words(node.keys)) > len(node.keys)
    members = node.elts if isinstance(node, ast.Set | ast.Tuple | ast.List) else []
    return any(word not in KNOWN for word in _words(members))


def _words(members: Sequence[ast.expr | None]) -> list[str]:
    return [one.value for one in members if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def main() -> int:
    """Print each with its place, then how many; return 1 where there are any."""
    found = list(counted())
    for name, line, code in found:
        sys.stdout.write(f"l10n/{name}:{line}: {code}\n")
    sys.stdout.write(f"{len(found)} locale codes in {len({name for name, _, _ in found})} modules\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
