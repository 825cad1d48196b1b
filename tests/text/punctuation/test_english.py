"""Marks without a partner, words written twice."""

from __future__ import annotations

import pytest

from l10n.formats import markdown
from l10n.text.punctuation.english import HIDDEN, OPENS, attributed, doubled, hide, loose


def test_markup_is_hidden_and_offsets_stay():
    text = "Write `a b` and *so* on."
    hidden = hide(text, markdown.inline(text))
    assert len(hidden) == len(text)
    assert hidden == f"Write {HIDDEN * 5} and {HIDDEN}so{HIDDEN} on."


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“a “b” c”", []),
        ("“a “b” c", [(0, True)]),
        ("a ) b ( c", [(2, False), (6, True)]),
        ('said: "a b. "c d."', [(6, True)]),
        ('a b," he said', [(4, False)]),
        ('the captains" ship', [(12, False)]),
        ('a 5" knife and a "b"', []),
        ('"I am 5\'2" tall," he said', []),
        ("“word“", [(0, True), (5, True)]),
        ("(see [a] and {b})", []),
        ("(see [a and b)", [(5, True)]),
    ],
)
def test_marks_without_a_partner_are_found(text, marks):
    assert [(mark.start, mark.kind == OPENS) for mark in loose(text)] == marks


def test_a_speaker_after_a_quotation_is_seen():
    assert attributed("“We left, the captain said.") > 0
    assert attributed("“We left, said the captain.") > 0
    assert attributed("“We left, and he said that we came back.") < 0
    assert attributed("“We left and came back.") < 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to the the end", [("the the", True)]),
        ("The the end", [("The the", True)]),
        ("go to to it", [("to to", False)]),
        ("what it was was late", []),
        ("the\n\nthe end", []),
        ("the\nthe end", [("the\nthe", True)]),
        ("bathe the dog", []),
    ],
)
def test_words_written_twice_are_found(text, found):
    assert [(text[start:last], certain) for start, _, last, certain in doubled(text)] == found
