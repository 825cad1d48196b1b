"""A review of a text that is cut into its lines is offered, and what was a line of each is one text again."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.catalog import merge
from l10n.model import Catalog, Entry, Key, Segmentation, State
from l10n.protocols import ParseOptions
from tests.catalog.samples import TODAY

BODY = (
    "The keeper of the lamp had not slept since the snow began to\n"
    "fall, and when the bell rang at last he walked down to the\n"
    "pier with his coat open and called twice.\n"
)
STANZA = "No boat came in,\nNo bell was heard,\nThe night was thin,\nAnd no one stirred.\n"
TABLE = "Ware      Price\n----      -----\nTar       1.20\nRope      3.50\n"


def merged(source: str, *reviewed: tuple[str, str]) -> Catalog:
    document = formats.parse("a.txt", source, ParseOptions(Segmentation.PARAGRAPH))
    old = Catalog("a.txt", "ko", tuple(Entry(Key(text), target, State.REVIEWED) for text, target in reviewed))
    return merge(document, old, locale="ko", today=TODAY)


@pytest.mark.parametrize("block", [STANZA, TABLE])
def test_a_block_that_was_folded_offers_its_review_to_its_first_line(block: str) -> None:
    old = " ".join(block.split("\n")[:-1])
    once = merged(f"Night\n\n{BODY}\n{block}", ("Night", "밤"), (old, "옛 번역, 모두 한 줄."))
    live = once.live()
    first = live[Key(block.splitlines()[0])]
    assert (first.target, first.state, first.previous) == ("옛 번역, 모두 한 줄.", State.STALE, Key(old))
    assert live[Key("Night")].state is State.REVIEWED
    assert [entry.target for entry in once.entries if entry.state is State.OBSOLETE] == ["옛 번역, 모두 한 줄."]


def test_lines_that_end_in_full_stops_are_offered_a_sentence_each() -> None:
    block = "Bread is dear.\nWood is wet.\nThe road is long.\n"
    targets = ["빵이 비싸다.", "나무가 젖었다.", "길이 멀다."]
    live = merged(f"{BODY}\n{block}", (" ".join(block.split("\n")[:-1]), " ".join(targets))).live()
    assert [live[Key(line)].target for line in block.split("\n")[:-1]] == targets


def test_lines_that_were_texts_are_offered_as_the_paragraph_that_they_make_up() -> None:
    lines = BODY.split("\n")[:-1]
    live = merged(f"Night\n\n{BODY}", *((line, f"줄 {at}.") for at, line in enumerate(lines))).live()
    assert live[Key(" ".join(lines))].target == "줄 0. 줄 1. 줄 2."
    assert live[Key(" ".join(lines))].state is State.STALE


def test_an_item_that_is_a_line_of_dialogue_now_is_offered_with_its_dash() -> None:
    live = merged(
        "Night\n\n– Where is the boat, asked the boy.\n", ("Where is the boat, asked the boy.", "배는?")
    ).live()
    entry = live[Key("– Where is the boat, asked the boy.")]
    assert (entry.target, entry.state) == ("배는?", State.STALE)
