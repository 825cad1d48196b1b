"""What stands at the edges of a Markdown text and is no part of it: comments, and the list of its block."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats import markdown
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions


def parts(source):
    return formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH)).parts


def texts(source):
    assert "".join(part if isinstance(part, str) else part.raw for part in parts(source)) == source
    return [part.key.text for part in parts(source) if isinstance(part, Segment)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# The tide <!-- no toc -->\n", "The tide"),
        ("## <!-- old --> <!-- draft --> The tide\n", "The tide"),
        ("It turns at ten. <!-- checked -->\n", "It turns at ten."),
        ("| <!-- 1 --> It turns |\n|---|\n", "It turns"),
        ("`ebb`{ #ebb }\n\n:   <!-- kind:default `no` --> It goes\n    out at ten.\n", "It goes out at ten."),
        ("ebb\n: <!-- since\n  May --> It goes\n  out.\n", "It goes out."),
    ],
)
def test_a_comment_at_the_edge_is_no_part_of_a_text(source, text):
    assert texts(source)[-1] == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Wait (1) for the ebb. { .annotate }\n\n1.  It comes.\n", "Wait (1) for the ebb."),
        ("- Wait here {: .low #wait }\n", "Wait here"),
        ("> Wait\n> here {#wait} <!-- why -->\n", "Wait here"),
        ("| Wait { .low } |\n|---|\n", "Wait"),
        ("Wait for the ebb.\n{ .annotate }\n", "Wait for the ebb."),
    ],
)
def test_the_attribute_list_of_a_block_is_no_part_of_its_text(source, text):
    assert texts(source)[0] == text


@pytest.mark.parametrize(
    "text",
    [
        *("A word <!-- of it --> inside", "\\<!-- no comment --> at all", "It is `a <!-- b` so -->"),
        *("Since: <!-- version -->", "Ebb — { .low }"),
        *("Say {lang=de}", "Say { .low } so", "Call `x { .low }`", "Go [there](/u){ .low }", "Say **so**{ .low }"),
    ],
)
def test_what_stands_inside_of_a_text_stays_in_it(text):
    assert texts(f"{text}\n") == [text]


@pytest.mark.parametrize("text", ["<!-- version --> – the tide", "<!-- sign -->, it is said"])
def test_a_comment_that_stands_for_something_stays_in_the_text(text):
    assert texts(f"# {text}\n") == [text]


@pytest.mark.parametrize("text", ["<!-- nothing -->", "{ .low }", "{ .low } <!-- nothing -->"])
def test_a_text_of_such_marks_alone_is_none(text):
    assert texts(f"ebb\n\n: {text}\n") == ["ebb"]


@pytest.mark.parametrize(
    "source",
    [
        ":   <!-- a --> It goes\n    out.\n",
        "> - Go { .low }\n",
        "# <!-- a --> Go <!-- b -->\n",
        "> Go { #b } <!-- a\n> b -->\n",
    ],
)
@pytest.mark.parametrize("target", ["썰물", "썰물\n하나", "# 썰물 {.x}", "<!-- 썰물", "> 썰물"])
def test_words_of_a_text_with_marks_at_its_edges_keep_the_structure(source, target):
    source = f"ebb\n\n{source}\nAfter it.\n"
    first = texts(source)[1:2]
    out = "".join(
        part if isinstance(part, str) else markdown.encode(part, target) if [part.key.text] == first else part.raw
        for part in parts(source)
        if isinstance(part, (str, Segment))
    )
    assert markdown.skeleton(out) == markdown.skeleton(source)


@pytest.mark.parametrize("mark", [">", "> >"])
def test_further_lines_stand_where_those_of_the_source_do(mark):
    source = f"{mark} ebb\n{mark} :   <!-- a --> It goes\\\n{mark}     out.\n"
    parts = markdown.parse(source, ParseOptions(Segmentation.PARAGRAPH))
    last = [part for part in parts if isinstance(part, Segment)][-1]
    assert last.key.text == "It goes\\\nout."
    assert markdown.encode(last, "나간다\\\n썰물.") == f"나간다\\\n{mark}     썰물."
