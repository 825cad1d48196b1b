"""Plain text: blocks, lists, headline, caption, directives and the disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.formats import plain
from l10n.model import Edition, Kind, Segment, Segmentation, Slot, SpanKind
from l10n.protocols import ParseOptions
from tests.examples import examples
from tests.formats.samples import Sample, samples

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)
SAMPLES = [*samples("plain/samples.txt"), *samples("plain/houses.txt")]
NOTHING = Edition("", "")
PIECES = st.sampled_from(
    [
        *("One two. ", "Three", "\n", "\n\n", "\r\n", "\r", "- ", "* ", "1. ", "12) ", ":", "\t", "  ", "[l10n:skip]"),
        *(
            "[l10n:end]",
            "\n[l10n:note x]\n",
            "\ufeff",
            "\0",
            "“",
            ".",
            "Photo: X",
            "한국",
            "***",
            "*\n",
            "\n2.\n",
            "\n\t",
            "\x0b",
            "\u2028",
            "\x85",
        ),
    ]
)
SOURCES = st.builds("".join, st.lists(PIECES | st.text(max_size=3), max_size=16))
TARGETS = st.sampled_from(["번역", "말 하나. 둘", "  sp \n\n ace ", "사진=자료", "끝.", "7", "a\r\nb"])


def segments(source: str, options: ParseOptions = PARAGRAPHS) -> list[Segment]:
    return [part for part in plain.parse(source, options) if isinstance(part, Segment)]


def put(source: str, target: str, edition: Edition = NOTHING, options: ParseOptions = PARAGRAPHS) -> str:
    shown: list[str] = []
    for part in plain.parse(source, options):
        if isinstance(part, Segment):
            shown.append(plain.encode(part, target or part.key.text))
        elif isinstance(part, Slot):
            shown.append(plain.fill(part, edition))
        else:
            shown.append(part if isinstance(part, str) else part.raw)
    return "".join(shown)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_a_sample_gives_its_segments(sample: Sample, line_end: str) -> None:
    source = sample.source.replace("\n", line_end)
    assert "".join(f"{one.kind}: {one.key.text}\n" for one in segments(source)) == sample.expected
    assert put(source, "") == source


def test_notes_tell_the_role_and_the_remark() -> None:
    notes = {one.note for sample in SAMPLES for one in segments(sample.source)}
    roles = {"headline", "caption", "byline", "paragraph", "list item", "subheading", "subheading\nKeep it short"}
    roles |= {"line"}
    assert notes == roles


def test_a_translation_of_a_line_stays_on_its_line() -> None:
    source = "Title\nBy Nora Whitcombe\nMay 4\n"
    assert put(source, "말\n하나") == "말 하나\n" * 3


def test_a_wrapped_line_that_begins_like_a_byline_is_none() -> None:
    (segment,) = segments("The water rose all night.\nBy Monday it was gone and\nthe town was dry.\n")
    assert segment.key.text.endswith("night. By Monday it was gone and the town was dry.")


def test_a_directive_gives_context_to_the_next_segment_only() -> None:
    source = "Title\n\n[l10n:context button]\nOpen\n\nOpen\n"
    assert [one.key.context for one in segments(source)] == [None, "button", None]


def test_lines_are_counted() -> None:
    assert [one.line for one in segments("\ufeffTitle\r\n\r\n[l10n:note x]\r\nOne\r\n- two\r\n- three")] == [1, 4, 5, 6]


def test_reflow_keeps_the_key() -> None:
    assert segments("Title\n\nOne two\n three four.")[1].key == segments("Title\n\nOne two three\nfour.")[1].key


def test_a_question_can_be_a_headline() -> None:
    assert segments("Who pays?\n\nNobody.")[0].kind is Kind.HEADLINE


def test_sentences_are_cut_in_paragraphs_and_not_in_the_headline() -> None:
    texts = [one.key.text for one in segments("Stop. Think\n\nOne two.\nThree four.", SENTENCES)]
    assert texts == ["Stop. Think", "One two.", "Three four."]


def test_the_disclosure_stands_below_the_headline() -> None:
    edition = Edition("ko", "ltr", "기계 번역입니다.", {"engine": "x"})
    assert put("Title\r\n\r\nText.", "", edition) == "Title\r\n\r\n기계 번역입니다.\r\n\r\nText."


def test_without_a_headline_the_disclosure_comes_first() -> None:
    edition = Edition("ko", "ltr", "기계\n번역입니다.")
    assert put("\ufeffText here.\n", "", edition) == "\ufeff기계 번역입니다.\n\nText here.\n"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Title\n\nText.", " 하나\n\n\n둘 ", "하나\n둘"),
        ("Title\r\n\r\nText.", "하나\n둘", "하나\r\n둘"),
        ("Title\n\n1.  Text", "하나\n둘", "하나\n    둘"),
    ],
)
def test_a_translation_is_written_as_lines_of_its_block(source: str, target: str, expected: str) -> None:
    assert plain.encode(segments(source)[1], target) == expected


@pytest.mark.parametrize("source", ["*\nOne two\nthree", "7.\n*\nOne two", "*\n- One two", "-\r\n\tOne two"])
def test_a_bullet_alone_on_a_line_makes_no_list(source: str) -> None:
    assert [one.key.text.split(" ")[:2] for one in segments(source)] == [["One", "two"]]
    assert put(source, "") == source
    assert plain.skeleton(put(source, "하나 둘")) == plain.skeleton(source)


@pytest.mark.parametrize(
    ("target", "same"),
    [
        ("2024. 1. 3. 발표", True),
        ("하나\n둘", True),
        ("1. 발표", False),
        ("가\n- 나\n- 다", False),
        ("[l10n:skip]", False),
    ],
)
def test_the_skeleton_tells_a_new_list_or_directive(target: str, same: bool) -> None:  # noqa: FBT001 -- a test's parameter
    source = "Text one.\n\n* item"
    made = plain.encode(segments(source)[0], target) + "\n\n* item"
    assert (plain.skeleton(made) == plain.skeleton(source)) is same


def test_the_skeleton_tells_a_paragraph_more_or_less() -> None:
    assert plain.skeleton("A\n\nB") != plain.skeleton("A\n\nB\n\nC")
    assert plain.skeleton("A\n\nB") == plain.skeleton("가\n\n나.")


def test_inline_finds_addresses_and_variables() -> None:
    text = "See https://a.example/b, {{ name }}."
    assert [(text[one.start : one.end], one.kind) for one in plain.inline(text)] == [
        ("https://a.example/b", SpanKind.URL),
        ("{{ name }}", SpanKind.VARIABLE),
    ]


@examples(200)
@given(SOURCES, TARGETS, st.sampled_from([PARAGRAPHS, SENTENCES]))
def test_any_text_keeps_its_characters_and_its_layout(source: str, target: str, options: ParseOptions) -> None:
    assert put(source, "", options=options) == source
    assert plain.skeleton(put(source, target, options=options)) == plain.skeleton(source)


def test_the_news_article_is_headline_caption_and_paragraphs(corpus: Path) -> None:
    source = (corpus / "news-article" / "security-agents.txt").read_text(encoding="utf-8")
    document = formats.parse("security-agents.txt", source, PARAGRAPHS)
    kinds = [one.kind for one in document.segments]
    assert kinds[:2] == [Kind.HEADLINE, Kind.CAPTION]
    assert kinds[2:] == [Kind.PARAGRAPH] * (source.count("\n\n") - 1)
    assert document.source == source
