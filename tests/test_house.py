"""The house itself: sizes of rooms, sorted exports, and contracts that really hold."""

import ast
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "l10n").rglob("*.py"))


def names(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_module_says_what_it_owns_and_stays_under_400_lines(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    docstring = ast.get_docstring(tree)
    assert docstring, "a module opens with a sentence"
    assert docstring.split("\n")[0].endswith((".", ":")), docstring
    assert text.count("\n") < 400


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_exports_are_sorted_and_exist(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            exports = ast.literal_eval(node.value)
            assert exports == sorted(exports, key=lambda name: (not name.isupper(), name[0].islower(), name))


def test_deep_translator_has_one_door_though_it_is_imported_by_name():
    rooms = [names(path) for path in MODULES if "deep_translator" in path.read_text(encoding="utf-8")]
    assert rooms == ["l10n/engines/deep.py", "l10n/engines/services.py"]


def contracts(folder):
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("l10n/text/sentences/words.py", "from l10n import project", "Imports point down only"),
        ("l10n/checks/rules/facts.py", "from l10n.engines import pseudo", "Imports point down only"),
        ("l10n/engines/pseudo.py", "from l10n.engines import apertium", "Engines are strangers"),
        ("l10n/stages/check.py", "import polib", "One door for polib"),
    ],
)
def test_an_import_that_points_the_wrong_way_breaks_a_contract(tmp_path, module, line, contract):
    shutil.copytree(ROOT / "l10n", tmp_path / "l10n", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / module
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    done = contracts(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    broken = [row for row in done.stdout.split("\n") if row.rstrip().endswith("BROKEN")]
    assert any(row.startswith(contract) for row in broken), done.stdout
