"""Cutting Markdown: what is a segment, of what kind, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ArticleError
from l10n.formats import markdown
from l10n.model import Edition, Joint, Kind, Part, Segment, Segmentation, Slot, SlotKind
from l10n.protocols import ParseOptions
from tests.examples import examples
from tests.formats.markdown_cases import cases

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)
ATOMS = (
    "word ",
    "Two words. ",
    "\n",
    "\n\n",
    "- ",
    "* ",
    "1. ",
    "> ",
    "# ",
    "    ",
    "\t",
    "`code`",
    "**b**",
    "_x_",
    "[a](u)",
    "[foo]",
    "[foo][]",
    "![i](p)",
    "<div>",
    "</div>",
    "<b>",
    "<!-- c -->",
    "```\n",
    "---\n",
    "===\n",
    "| a | b |\n|-|-|\n",
    "[foo]: /u 'T i'\n",
    "[^1]: ",
    "[^1]",
    "- [ ] ",
    "\\",
    "&amp;",
    "{{ v }}",
    "{% x %}",
    ":::\n",
    "> [!NOTE]\n",
    "한국 ",
    "😀",
    "\r\n",
    "\r",
    "\x00",
    "\ufeff",
    "  \n",
    "\\\n",
    "{#id}",
    " #",
    "http://x.y/z",
    "`",
    "*",
    "_",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    "+++\n",
    "title: x\n",
    "<!-- l10n:skip -->\n",
    "<!-- l10n:end -->\n",
    "\u00a0",
    "\x0b",
    "\u2028",
    "\ud800",
)
DOCUMENTS = st.lists(st.sampled_from(ATOMS), max_size=40).map("".join)


def joined(parts: tuple[Part, ...]) -> str:
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def segments(source: str, options: ParseOptions = PARAGRAPHS) -> list[Segment]:
    return [part for part in markdown.parse(source, options) if isinstance(part, Segment)]


def slots(source: str) -> dict[SlotKind, Slot]:
    return {part.kind: part for part in markdown.parse(source, PARAGRAPHS) if isinstance(part, Slot)}


def published(source: str, edition: Edition) -> str:
    parts = markdown.parse(source, PARAGRAPHS)
    return "".join(
        part if isinstance(part, str) else markdown.fill(part, edition) if isinstance(part, Slot) else part.raw
        for part in parts
    )


@pytest.mark.parametrize(("title", "source", "expected"), cases("blocks.txt"))
def test_a_document_is_cut_into_these_segments(title: str, source: str, expected: str) -> None:
    found = [
        f"{item.kind}{'@' + item.key.context if item.key.context else ''}: {item.key.text}".replace("\n", "⏎")
        for item in segments(source)
    ]
    assert found == expected.splitlines(), title


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("title", "source", "expected"), cases("blocks.txt"))
def test_the_parts_of_a_case_are_its_source(title: str, source: str, expected: str, newline: str) -> None:
    del expected
    text = source.replace("\n", newline)
    assert joined(markdown.parse(text, PARAGRAPHS)) == text, title


@examples(300)
@given(DOCUMENTS, st.sampled_from([PARAGRAPHS, SENTENCES]))
def test_no_document_loses_a_character(source: str, options: ParseOptions) -> None:
    try:
        parts = markdown.parse(source, options)
    except ArticleError as err:
        assert err.line >= 1  # front matter that is broken is the one thing refused  # noqa: PT017
        return
    assert joined(parts) == source
    for part in parts:
        if isinstance(part, Segment):
            assert markdown.encode(part, part.key.text) == part.raw
        elif isinstance(part, Slot):
            assert markdown.fill(part, Edition("", "")) == part.raw


@examples(100)
@given(st.text())
def test_any_text_is_cut_without_loss(source: str) -> None:
    assert joined(markdown.parse(source, PARAGRAPHS)) == source


def test_line_ends_of_windows_give_the_same_keys() -> None:
    source = "# A title\n\nOne line  \nand two\nlines.\n\n> - quoted\n>   text\n\n| a cell | b |\n|---|---|\n"
    assert [item.key for item in segments(source)] == [item.key for item in segments(source.replace("\n", "\r\n"))]


def test_a_lone_carriage_return_is_a_line_break() -> None:
    (only,) = segments("one\rtwo words\r")
    assert only.key.text == "one two words"
    assert markdown.encode(only, "하나\n둘") == "하나\n둘"


def test_reflow_keeps_the_key() -> None:
    (long,) = segments("> A paragraph of\n> several lines.")
    (short,) = segments("> A paragraph of several\n> lines.")
    assert long.key == short.key


def test_a_segment_knows_its_line() -> None:
    found = segments("---\ntitle: T\n---\n\n# One\n\ntwo\nlines\n\n- three\n")
    assert [(item.key.text, item.line) for item in found] == [("T", 2), ("One", 5), ("two lines", 7), ("three", 10)]


def test_the_note_names_role_and_headings_and_no_number() -> None:
    source = "# Top\n\n## Install\n\n### Linux\n\n- Run it.\n\n| Tool | Use |\n|-|-|\n| awk | text |\n"
    notes = {item.key.text: item.note for item in segments(source)}
    assert notes["Run it."] == 'list item · under "Top" › "Install" › "Linux"'
    assert notes["Linux"] == 'heading, level 3 · under "Top" › "Install"'
    assert notes["text"] == 'table cell, column "Use" · under "Top" › "Install" › "Linux"'


def test_a_column_is_called_by_its_own_heading_where_others_have_none() -> None:
    before = "| A | B |\n|-|-|\n| c | d |\n\n"
    source = f"{before}| | Tool | | Use |\n|-|-|-|-|\n| one | two | three | four |\n| five |\n"
    notes = {item.key.text: item.note for item in segments(source)}
    assert [notes[word] for word in ("d", "one", "two", "three", "four", "five")] == [
        'table cell, column "B"',
        "table cell",
        'table cell, column "Tool"',
        "table cell",
        'table cell, column "Use"',
        "table cell",
    ]


def test_a_block_inserted_above_changes_no_other_note() -> None:
    source = "## A heading\n\n- one item\n- two items\n"
    before = {item.key: item.note for item in segments(source)}
    after = {item.key: item.note for item in segments("New text.\n\n" + source.replace("- two", "- new item\n- two"))}
    assert before.items() <= after.items()


def test_the_note_tells_how_to_write_a_link_by_label() -> None:
    (only,) = [item for item in segments("See [foo].\n\n[foo]: /u\n") if item.kind is Kind.PARAGRAPH]
    assert "[translated words][foo]" in only.note


def test_an_authors_note_reaches_the_next_segment_only() -> None:
    one, two = segments("<!-- l10n:note A pun. -->\n\nFirst text.\n\nSecond text.\n")
    assert one.note.endswith("\nA pun.")
    assert "pun" not in two.note


def test_the_front_matters_title_is_the_only_headline() -> None:
    found = segments("---\ntitle: The title\n---\n# The heading\n")
    assert [item.kind for item in found] == [Kind.HEADLINE, Kind.HEADING]


def test_sentences_are_cut_where_the_project_asks() -> None:
    parts = markdown.parse("> One is here. Two is\n> there.\n", SENTENCES)
    assert [part.key.text for part in parts if isinstance(part, Segment)] == ["One is here.", "Two is there."]
    assert [part.raw for part in parts if isinstance(part, Joint)] == [" "]


def test_html_blocks_are_cut_by_the_html_format() -> None:
    source = "<aside>\n<p>Words in a box.</p>\n</aside>\n\nA paragraph.\n"
    found = segments(source)
    assert [item.key.text for item in found] == ["Words in a box.", "A paragraph."]
    assert found[0].shell.style.startswith("html-")
    changed = source.replace(found[0].raw, markdown.encode(found[0], "상자\n\n안의 글"))
    assert "상자" in changed
    assert markdown.skeleton(changed) == markdown.skeleton(source)


def test_a_bom_stays_first() -> None:
    parts = markdown.parse("\ufeff# Title\n", PARAGRAPHS)
    assert parts[0] == "\ufeff"


def test_the_slots_of_an_article_without_front_matter() -> None:
    edition = Edition("ko", "ltr", "기계 번역입니다*.", {"source": "a.md", "note": "a --> b"})
    out = published("\n# Title\n", edition)
    assert out == (
        "\n<!-- translation\n  source: a.md\n  note: a -\u2010> b\n-->\n\n*기계 번역입니다\\*.*\n\n# Title\n"
    )
    assert markdown.skeleton(out)[-2:] == markdown.skeleton("# Title\n")


def test_the_slots_of_an_article_with_front_matter() -> None:
    edition = Edition("ko", "ltr", "기계 번역입니다.", {"source": "a.md"})
    out = published("---\r\ntitle: T\r\n---\r\n\r\nText\r\n", edition)
    assert out == (
        '---\r\ntitle: T\r\nlang: ko\r\ntranslation:\r\n  source: "a.md"\r\n---\r\n\r\n'
        "*기계 번역입니다.*\r\n\r\nText\r\n"
    )


def test_an_edition_with_nothing_to_say_changes_nothing() -> None:
    source = "---\ntitle: T\n---\n\nText\n"
    assert published(source, Edition("", "")) == source
    assert list(slots(source)) == [SlotKind.LANG, SlotKind.PROVENANCE, SlotKind.DISCLOSURE]


def test_front_matter_that_is_broken_is_refused_with_its_line() -> None:
    with pytest.raises(ArticleError) as caught:
        markdown.parse("---\ntitle: a\ntags: [\n---\n", PARAGRAPHS)
    assert caught.value.line == 4
    assert caught.value.path == ""
