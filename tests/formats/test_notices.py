"""What an author is told about stretches that are left alone by accident."""

from __future__ import annotations

import pytest

from l10n.formats import html, markdown, plain


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Fine.\n\n```sh\nls\n```\n\n<p>Fine.</p>\n", []),
        ("<!-- l10n:skip -->\n\nOne.\n\n<!-- l10n:end -->\n\nTwo.\n", []),
        ("---\ntitle: T\n---\n\nText.\n\n```sh\nls\n\nProse.\n", [(7, "the code block is never closed")]),
        ("> ```\n> ls\n> ```\n", []),
        ("Text.\n\n<!-- note\n\nProse.\n", [(3, "the comment is never closed")]),
        ('<div class="a\nProse.\n', [(1, "the tag <div is never closed")]),
        ("Text.\n\n<!-- l10n:end -->\n", [(3, "l10n:end without l10n:skip")]),
        ("> <div>\n> Prose\n> </div>\n", []),
        ("> <p>Prose <code>a\n> b</code></p>\n", [(1, "code of several lines in HTML in a quotation")]),
        ("> <!-- a\n> b -->\n", []),
        ("One\ntwo|\n---\n", [(1, "some parsers see a table or")]),
    ],
)
def test_markdown_tells_what_it_leaves_alone(source: str, expected: list[tuple[int, str]]) -> None:
    check(markdown.notices(source), expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Fine.</p><!-- c --><script>x</script>", []),
        ("<p>One.\n<!-- l10n:skip -->\nTwo.", [(2, "l10n:skip without l10n:end")]),
        ("<p>One.\n<!-- l10n:end -->\nTwo.", [(2, "l10n:end without l10n:skip")]),
        ("<p>One.\n\n<a href='x>two</a>", [(3, "the tag <a is never closed")]),
        ("<p>One.\r\n<script>two", [(2, "<script> is never closed")]),
        ("<p>One.\r<!-- two", [(2, "the comment is never closed")]),
    ],
)
def test_html_tells_what_it_leaves_alone(source: str, expected: list[tuple[int, str]]) -> None:
    check(html.notices(source), expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One.\n\n[l10n:skip]\n\nTwo.\n\n[l10n:end]\n", []),
        ("One.\n\n[l10n:skip]\n\nTwo.\n", [(3, "l10n:skip without l10n:end")]),
        ("[l10n:end]\n\nTwo.\n", [(1, "l10n:end without l10n:skip")]),
    ],
)
def test_plain_text_tells_what_it_leaves_alone(source: str, expected: list[tuple[int, str]]) -> None:
    check(plain.notices(source), expected)


def check(found: tuple[tuple[int, str], ...], expected: list[tuple[int, str]]) -> None:
    assert [line for line, _ in found] == [line for line, _ in expected]
    assert all(text.startswith(begin) for (_, text), (_, begin) in zip(found, expected, strict=True))
