"""Blocks of PyMdown, `/// note | Title`: the title and the body are words, the name and the options are not."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats import markdown
from l10n.model import Segmentation
from l10n.protocols import ParseOptions


def texts(source):
    document = formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH))
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return [one.key.text for one in document.segments]


@pytest.mark.parametrize("name", ["note", "tip", "tab", "details", "house-rule"])
def test_the_title_and_the_body_of_a_block_are_texts(name):
    assert texts(f"/// {name} | When the *tide* turns\n\nStay ashore.\n///\n") == [
        "When the *tide* turns",
        "Stay ashore.",
    ]


@pytest.mark.parametrize(
    "options",
    [
        "    open: True\n",
        "    type: warning\n    attrs: {class: wide, id: tide}\n",
        "    attrs:\n        class: wide\n",
        "\topen: True\r\n",
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_options_of_a_block_are_no_text(options, gap):
    assert texts(f"/// details | More\n{options}{gap}Stay ashore.\n///\n") == ["More", "Stay ashore."]


def test_options_in_a_list_are_deeper_than_their_block():
    source = "- Harbour\n\n    /// tip | Low water\n        open: True\n    Depth: three metres.\n    ///\n"
    assert texts(source) == ["Harbour", "Low water", "Depth: three metres."]


@pytest.mark.parametrize(
    "line", ["/// html | div.result", "/// figure-caption | ^2", "/// fancylists | type=I", "/// caption"]
)
def test_the_argument_of_a_block_may_be_syntax(line):
    assert texts(f"{line}\nStay ashore.\n///\n") == ["Stay ashore."]


def test_blocks_may_hold_blocks():
    source = "//// tab | Spring\n\n/// note | Mind\nThe mud.\n///\n////\n"
    assert texts(source) == ["Spring", "Mind", "The mud."]


@pytest.mark.parametrize("line", ["/// is it? yes.", "///", "/// Not a name | x y", "// note | a b"])
def test_slashes_before_other_words_begin_no_block(line):
    assert "Words below." in texts(f"{line}\n\n    indented: code\n\nWords below.\n")
    assert "indented: code" not in texts(f"{line}\n\n    indented: code\n")


def test_a_translated_title_keeps_the_block_and_another_name_does_not():
    source = "/// note | Low water\nStay.\n///\n"
    assert markdown.skeleton(source) == markdown.skeleton(source.replace("Low water", "썰물"))
    assert markdown.skeleton(source) != markdown.skeleton(source.replace("note", "notiz"))
