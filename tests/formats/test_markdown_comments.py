"""Comments in code blocks, for projects that translate them."""

from __future__ import annotations

import pytest

from l10n.formats import markdown
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions

OPEN = ParseOptions(Segmentation.PARAGRAPH, code_comments=True)


def cut(source: str, options: ParseOptions = OPEN) -> list[Segment]:
    return [part for part in markdown.parse(source, options) if isinstance(part, Segment)]


def put(source: str, text: str) -> str:
    parts = markdown.parse(source, OPEN)
    return "".join(
        part if isinstance(part, str) else markdown.encode(part, text) if isinstance(part, Segment) else part.raw
        for part in parts
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("py\nx = '# no'  # One.\n# Two\n# lines.\n#\n# Three.\n", ["One.", "Two lines.", "Three."]),
        ('python\n"""\n# no\n"""\n', []),
        ("sh\n#!/bin/sh\necho $# # Count.\n", ["Count."]),
        ("js\nlet u = 'http://a.b' // One.\n/* Two. */ f(`// no`)\n", ["One.", "Two."]),
        ("rust,editable\nfn f<'a>(x: &'a str) {} // One.\n/// Two\n/// lines.\n", ["One.", "Two lines."]),
        ("css\n/*\n * One.\n * Two.\n */\n", ["One.", "Two."]),
        ("sql\nSELECT '--no' -- One.\n", ["One."]),
        ("html\n<p>no</p> <!-- One. -->\n", ["One."]),
        ("\n# no\n", []),
        ("text\n# no\n", []),
    ],
)
def test_the_words_of_comments_are_segments(code: str, expected: list[str]) -> None:
    assert [one.key.text for one in cut(f"```{code}```\n")] == expected


def test_code_is_left_alone_unless_the_project_asks() -> None:
    assert cut("```py\n# One.\n```\n", ParseOptions(Segmentation.PARAGRAPH)) == []


def test_a_comment_in_a_list_knows_its_line() -> None:
    (word, comment) = cut("- Word\n\n  ```py\n  x = 1  # 한국 😀\n  ```\n")
    assert (word.line, comment.line, comment.key.text) == (1, 4, "한국 😀")


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("```py\n# One\n# two.\nf()\n```\n", "하나\n둘", "```py\n# 하나 둘\nf()\n```\n"),
        ("```js\n/* One. */ f()\n```\n", "하나 */ x", "```js\n/* 하나 * / x */ f()\n```\n"),
        ("```html\n<!-- One. --><p>\n```\n", "하나 --> x", "```html\n<!-- 하나 -\u2010> x --><p>\n```\n"),
    ],
)
def test_a_translation_stays_a_comment(source: str, text: str, expected: str) -> None:
    assert put(source, text) == expected
    assert markdown.skeleton(expected) == markdown.skeleton(source)
    assert put(source, cut(source)[0].key.text) == source


def test_code_that_changes_is_seen() -> None:
    source = "```py\nx = 1  # One.\n```\n"
    assert markdown.skeleton(source.replace("x = 1", "x = 2")) != markdown.skeleton(source)
    assert markdown.skeleton(source.replace("# One", "One")) != markdown.skeleton(source)
