from __future__ import annotations

import pytest

from l10n.catalog.standing import standing
from l10n.model import Inline, Key, SpanKind


def found(lost: list[str], *keys: str, context: str | None = None) -> dict[str, list[int]]:
    new = [Key(key) for key in keys]
    rows = standing([Key(text, context) for text in lost], new, frozenset(new), inline=lambda _: ())
    return {key.text: row for key, row in rows.items()}


@pytest.mark.parametrize(
    ("key", "there"), [("A red boat", True), ("Red boat, red boat left", False), ("A red boat left", False)]
)
def test_a_short_text_stands_where_another_begins_or_ends(key: str, *, there: bool) -> None:
    assert found(["red boat"], key) == ({key: [0]} if there else {})


def test_no_words_are_those_of_two_texts() -> None:
    key = "The boat is late again today"
    assert found(["boat is late again", "The boat is late again"], key) == {key: [1]}


def test_texts_come_in_the_order_of_their_words() -> None:
    key = "One boat was late there, and two of them were not."
    assert found(["two of them were not", "One boat was late"], key) == {key: [1, 0]}


def test_a_text_in_a_context_is_none_of_another() -> None:
    assert found(["The boat is late"], "The boat is late again", context="title") == {}


def test_words_in_markup_do_not_count() -> None:
    key = Key("<b>The boat is late again</b>")
    spans = (Inline(0, 3, SpanKind.TAG), Inline(25, 29, SpanKind.TAG))
    lost = [Key("b The boat is late"), Key("The boat is late again")]
    assert standing(lost, [key], {key}, inline=lambda text: spans if text == key.text else ()) == {key: [1]}
