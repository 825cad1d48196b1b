"""One name, one class in the whole house; locale codes stand where languages are known and nowhere else."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests import locale_codes
from tests.conftest import ROOT

FACE = "l10n/api.py"


def test_a_name_is_that_of_one_class():
    homes = defaultdict(list)
    for path in sorted((ROOT / "l10n").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_no_locale_code_is_a_key_or_compared_outside_of_the_rooms_that_may_know_one():
    assert list(locale_codes.counted()) == []


def test_a_locale_code_is_seen_wherever_it_decides(tmp_path):
    text = """
A = {"ko": 1, "ja": 2}, tongue == "de", frozenset({"zh", "yue"}), table["ar"], name.startswith("pt")
match code:
    case "fr":
        pass
FINE = {"id": 1}, ("the", "de"), {"m": 1, "km": 2, "cm": 3}, f(locale="en")
"""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.py").write_text(text, encoding="utf-8")
    found = [code for _, _, code in locale_codes.counted(tmp_path)]
    assert sorted(found) == ["ar", "de", "fr", "ja", "ko", "pt", "yue", "zh"]
