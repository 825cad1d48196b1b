"""Cells of an article stand where its tables have them."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats.grid import grid
from l10n.model import Segmentation
from l10n.protocols import ParseOptions

PIPES = """\
Before.

| Pier | Ships | Note |
|------|------:|------|
| North | 3 | a \\| b |
| `x` | None yet | |

Between.

> > Head | Other
> > --- | ---
> > one | two
"""
TAGS = """\
<table><caption>Ships</caption><thead><tr><th>Pier</th><th>Ships</th></tr></thead>
<TR><TD>North</TD>

<td><p>One.</p><p>Two.</p></td><td>last</td></tr><tr><th>South</th><td>3</td><td>none</td></tr></table>
<table><tr><td>alone</td></tr></table><p>After.</p>
"""


def placed(name: str, text: str) -> list[tuple[str, int, int, int, bool]]:
    document = formats.parse(name, text, ParseOptions(Segmentation.PARAGRAPH))
    told = zip(document.segments, grid(document), strict=True)
    return [(one.key.text, at.table, at.row, at.column, at.head) for one, at in told if at]


def test_tables_of_bars() -> None:
    assert placed("a.md", PIPES) == [
        ("Pier", 0, 0, 0, True),
        ("Ships", 0, 0, 1, True),
        ("Note", 0, 0, 2, True),
        ("North", 0, 1, 0, False),
        ("a \\| b", 0, 1, 2, False),
        ("None yet", 0, 2, 1, False),
        ("Head", 1, 0, 0, True),
        ("Other", 1, 0, 1, True),
        ("one", 1, 1, 0, False),
        ("two", 1, 1, 1, False),
    ]


def test_tables_of_tags() -> None:
    assert placed("a.html", TAGS) == [
        ("Pier", 0, 0, 0, True),
        ("Ships", 0, 0, 1, True),
        ("North", 0, 1, 0, False),
        ("One.", 0, 1, 1, False),
        ("Two.", 0, 2, 1, False),
        ("last", 0, 1, 2, False),
        ("South", 0, 3, 0, True),
        ("none", 0, 3, 2, False),
        ("alone", 1, 0, 0, False),
    ]


def test_a_table_of_tags_and_one_of_bars_in_one_article() -> None:
    text = f"{TAGS}\n\n| a b | c d |\n|---|---|\n| e f | g h |\n"
    assert placed("a.md", text)[-4:] == [
        ("a b", 2, 0, 0, True),
        ("c d", 2, 0, 1, True),
        ("e f", 2, 1, 0, False),
        ("g h", 2, 1, 1, False),
    ]


@pytest.mark.parametrize("text", ["", "# No table\n", "a | b\n"])
def test_without_a_table_there_is_no_place(text: str) -> None:
    assert placed("a.md", text) == []
