"""Plain text as newsrooms and archives hold it: running text is folded, lines with a meaning stay lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.formats import plain
from l10n.model import Edition, Kind, Segment, Segmentation, Slot
from l10n.protocols import ParseOptions
from tests.examples import examples
from tests.formats import archives

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
TARGET = "배는 눈이 오기 시작한 뒤로 줄곧 부두에 있었고 아무도 그것을 보지 못했다."


def segments(source: str) -> list[Segment]:
    return [part for part in plain.parse(source, PARAGRAPHS) if isinstance(part, Segment)]


@pytest.mark.parametrize("kind", archives.KINDS)
def test_a_kind_of_text_is_cut_as_it_was_built(kind: str) -> None:
    for text in archives.texts(kind):
        assert tuple(one.key.text for one in segments(text.source)) == text.wanted


@pytest.mark.parametrize("kind", archives.KINDS)
def test_a_translation_keeps_the_layout_and_nothing_is_lost(kind: str) -> None:
    for text in archives.texts(kind):
        parts = plain.parse(text.source, PARAGRAPHS)
        found = [part for part in parts if not isinstance(part, Slot)]
        assert "".join(part if isinstance(part, str) else part.raw for part in found) == text.source
        made = "".join(plain.encode(part, TARGET) if isinstance(part, Segment) else str(part) for part in found)
        assert plain.skeleton(made) == plain.skeleton(text.source)


def test_notes_call_lines_rows_and_headings_what_they_are() -> None:
    notes = {
        kind: [one.note for one in segments(archives.texts(kind)[1].source)][1:]
        for kind in ("a table in columns", "verse", "an underlined heading")
    }
    assert notes == {
        "a table in columns": ["paragraph", *["table row"] * 4],
        "verse": ["paragraph", *["line"] * 4],
        "an underlined heading": ["subheading", "paragraph"],
    }


@pytest.mark.parametrize("dash", "–—―")
def test_a_paragraph_may_begin_with_a_dash_of_dialogue(dash: str) -> None:
    source = "Night\n\n“Where is the boat?” he asked.\n\n- a rope\n"
    made = source.replace("“Where is the boat?” he asked.", f"{dash} Où est le bateau ? demanda-t-il.")
    assert plain.skeleton(made) == plain.skeleton(source)
    assert [one.kind for one in segments(made)][1:] == [Kind.PARAGRAPH, Kind.LIST_ITEM]


def test_a_speaker_begins_a_paragraph_below_a_full_line_and_a_dash_in_a_sentence_does_not() -> None:
    body = "– The boat went out with all hands on board at six.\n– And who let them go, in such wind, without a lamp?\n"
    assert len(segments(f"Night\n\n{body}")) == 3
    inner = "The boat of the harbor went out at six in the dark night\n– a bad hour – and did not come back by noon.\n"
    assert len(segments(f"Night\n\n{inner}")) == 2


def test_a_row_of_a_table_signs_nothing() -> None:
    rows = "Ware          Price    Left\nRope          3.50     12\nTar           1.20     4\n"
    source = f"Prices\n\nWhat the chandler asks:\n\n{rows}"
    found = formats.parse("a.txt", source, PARAGRAPHS).segments
    assert [one.kind for one in found][2:] == [Kind.CELL] * 3


def test_double_spacing_is_kept_in_a_translation() -> None:
    source = archives.texts("double spacing")[2].source
    first = segments(source)[1]
    made = plain.encode(first, " ".join(f"말{at}" for at in range(30)))
    assert made.count("\n\n") == first.raw.count("\n\n")
    assert made.split() == [f"말{at}" for at in range(30)]
    assert [one.line for one in segments(source)][:2] == [1, 3]


def test_the_disclosure_stands_below_the_rule_of_a_headline() -> None:
    source = "The long winter\n===============\n\nIt was cold.\n"
    edition = Edition("ko", "ltr", "기계 번역")
    made = ""
    for part in plain.parse(source, PARAGRAPHS):
        made += plain.fill(part, edition) if isinstance(part, Slot) else part if isinstance(part, str) else part.raw
    assert made == "The long winter\n===============\n\n기계 번역\n\nIt was cold.\n"


def test_a_page_of_short_lines_below_long_paragraphs_is_folded_nowhere() -> None:
    for block in ("Yours,\nMina", "Open on Monday\nand Tuesday", "Mina Seo\nBryn Bay\nthe old quay"):
        text = f"Title\n\n{archives.PROSE[0]}\n\n{block}\n"
        assert [one.key.text for one in segments(text)][2:] == block.split("\n")


@examples(150)
@given(st.lists(st.text("aZ. ", min_size=1, max_size=90), min_size=2, max_size=9))
def test_nothing_is_folded_that_had_place_and_does_not_go_on(lines: list[str]) -> None:
    source = "\n".join(line.strip() or "a" for line in lines)
    for one in segments(source):
        rows = [row.strip() for row in one.raw.split("\n")]
        wide = sorted(map(len, rows))[-1 - len(rows) // 4]  # of many lines, one that is too long tells no width
        for row, below in pairwise(rows):
            had_place = len(row) + 1 + len(below.split(" ")[0]) <= wide
            assert not had_place or (below[0].islower() and not row.endswith("."))


def test_a_line_ends_with_half_a_word_whose_other_half_is_further_on() -> None:
    source = (
        "Peace\n\n"
        "He had sold the whole of the harbor, in its pre-\nand post-war state, to a man of whom they had one-\n"
        "time pupils, and never once in all of his life a co-\nOwner of a boat that could be seen by who lived there.\n"
    )
    text = segments(source)[1].key.text
    assert text.startswith("He had sold the whole of the harbor, in its pre- and post-war state, to a man of whom")
    assert "one-time pupils, and never once in all of his life a co- Owner of a boat" in text


def test_a_heading_above_double_spaced_lines_is_no_line_of_theirs() -> None:
    body = "The rope that held the boat was cut through in the\n\nnight, and nobody heard a thing.\n"
    found = segments(f"What we know\n\n\n{body}\n\nThe cut\n\n{body}\n\n{body}")
    assert [one.key.text for one in found] == [
        "What we know",
        "The rope that held the boat was cut through in the night, and nobody heard a thing.",
        "The cut",
        *["The rope that held the boat was cut through in the night, and nobody heard a thing."] * 2,
    ]
    assert [one.kind for one in found][1:4] == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


def test_a_page_of_short_paragraphs_in_groups_is_not_double_spaced() -> None:
    lines = ["The rope was cut in the night.", "Nobody heard a thing of it.", "the Anna is the boat we mean."]
    source = "What we know\n\n\n" + "\n\n\n".join("\n\n".join(lines) for _ in range(4))
    assert [one.key.text for one in segments(source)] == ["What we know", *lines * 4]


def test_a_review_survives_that_a_word_is_no_longer_parted_at_its_hyphen() -> None:
    assert plain.uniform("a hit- and-run, pre- and post-war") == plain.uniform("a hit-and-run, pre- and post-war")
    assert plain.uniform("a hit - and run") != plain.uniform("a hit-and run")
