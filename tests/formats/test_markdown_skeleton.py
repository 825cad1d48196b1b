"""The block structure: blind to words, sharp for everything else."""

from __future__ import annotations

import pytest

from l10n.formats import markdown

SOURCE = """---
title: Title
date: 2024-05-01
---

# Heading {#top}

A paragraph with **bold** words
and a second line.

- item
- [ ] to do

1. first

> quote

```py
x = 1
```

| a | b |
|---|---|
| c | d |

<aside>Box</aside>

***

[^1]: Note.

[label]: /url "Title"
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Title", "제목"),
        ("A paragraph with **bold** words\nand a second line.", "문단"),
        ("item", "항목 *강조*"),
        ("| c | d |", "| 가 | 나다라 |"),
        ("Box", "상자"),
        ("Note.", "주석"),
        ("# Heading", "# 제목 하나"),
    ],
)
def test_words_do_not_matter(old: str, new: str) -> None:
    assert markdown.skeleton(SOURCE.replace(old, new)) == markdown.skeleton(SOURCE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: ", "day: "),
        ("# Heading", "## Heading"),
        ("{#top}", "{#other}"),
        ("A paragraph", "- A paragraph"),
        ("A paragraph", "<div>"),
        ("A paragraph", "```\nA paragraph"),
        ("A paragraph", "# A paragraph"),
        ("words\nand", "words\n\nand"),
        ("words\nand", "words <div> and"),
        ("and a second line.", "==="),
        ("- [ ] to do", "- [x] to do"),
        ("- [ ] to do", "\n- [ ] to do"),
        ("1. first", "2. first"),
        ("1. first", "1) first\n2) second"),
        ("> quote", "> [!NOTE]\n> quote"),
        ("x = 1", "x = 2"),
        ("```py", "```js"),
        ("|---|---|", "|---|--:|"),
        ("| c | d |", "| c | d |\n| e | f |"),
        ("| c | d |", "| c | d |\ntext"),
        ("<aside>Box</aside>", "<aside>Box</aside>\n<kbd>more</kbd>"),
        ("***", "text"),
        ("[^1]:", "[^2]:"),
        ("[label]:", "[other]:"),
        ("/url", "/else"),
        ('"Title"', '"Ti"tle"'),
    ],
)
def test_structure_matters(old: str, new: str) -> None:
    changed = SOURCE.replace(old, new, 1)
    assert changed != SOURCE
    assert markdown.skeleton(changed) != markdown.skeleton(SOURCE)
