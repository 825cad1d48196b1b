"""The door to the Markdown parser: what it fails on is hidden from it, or that article's refusal."""

from __future__ import annotations

import pyromark
import pytest

from l10n.errors import ArticleError, BugError, blaming
from l10n.formats import markdown
from l10n.formats.markdown import events
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- The tide\n    {low}\n  ---\n", "The tide {low}"),
        ("> The tide\nturns\n> {{ low }}\n> ---\n", ""),
        ("> The tide\r\n>   {#low}\r\n> ===\r\n", ""),
    ],
)
def test_a_heading_in_a_block_that_ends_in_a_line_of_braces_is_read_or_left_alone(source, text):
    parts = markdown.parse(source, ParseOptions(Segmentation.PARAGRAPH))
    assert [part.key.text for part in parts if isinstance(part, Segment)] == ([text] if text else [])
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source


def test_a_template_tag_between_an_option_and_a_rule_is_read():
    source = "> :::\r\n:name: tide\r\n> {% endraw %}\r\n> ---\r\n"
    parts = markdown.parse(source, ParseOptions(Segmentation.PARAGRAPH))
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source


def test_a_panic_of_any_library_is_the_fault_of_one_file():
    with pytest.raises(BugError, match="while cutting it") as caught, blaming("articles/a.md", "cutting it"):
        pyromark.Markdown(options=pyromark.Options.ENABLE_HEADING_ATTRIBUTES).html("- The tide\n    {low}\n  ---\n")
    assert caught.value.path == "articles/a.md"


def test_a_panic_of_the_parser_is_a_refusal_with_a_line():
    """Rendering shows the parser the text as it is."""
    with pytest.raises(ArticleError, match="parser fails") as caught:
        events.html("# Fine\n\nWords.\n\n- The tide\n    {low}\n  ---\n\nMore words.\n")
    assert caught.value.line == 7
    assert caught.value.remedy
