"""What a quick look says cannot be there, the long one does not find."""

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.text.identity import scripts
from l10n.text.markup.exact import _SHORT_PHONE, _SIGNS
from l10n.text.markup.exact import _TOKEN as _EXACT
from l10n.text.numbers.readings import _SIGNS as _DIGIT_SIGNS
from l10n.text.numbers.readings import _STRANGE
from l10n.text.punctuation.spoilt import _IN_PIECES, _PIECES
from l10n.text.sentences.repetition import (
    _ANY_TWICE,
    _GLUED,
    _GLUED_TWICE,
    _PHRASES,
    _TOKEN,
    _UNSPACED_TWICE,
    _WIDE,
    _WORD_TWICE,
    _adjoins,
    _beside,
    _goes_on,
    _has_twice,
    _repeated,
    _tokens,
)

ROWS = st.text("ab네é'-. \u00a0\n(%5A", max_size=24)
UNITS = st.lists(st.sampled_from(["net", "Net", "of", "the"]), max_size=16)


@pytest.mark.parametrize("pattern", [_WORD_TWICE, _ANY_TWICE])
@given(ROWS)
@example("the (ab ab, b")
@example("ab ab,b")
@example("a-5 5% a")
def test_a_word_that_stands_twice_adjoins_itself(pattern, text):
    assert _has_twice(text, pattern) == (pattern.search(text) is not None)
    assert _adjoins(text) or not list(pattern.finditer(text))


@given(st.text("abAB c", max_size=20))
@example("a NetNet")
def test_a_word_that_is_glued_to_itself_has_a_capital_inside(text):
    assert _GLUED.search(text) or not _GLUED_TWICE.search(text)


@given(st.text("カ網a ", max_size=20))
def test_words_without_spaces_are_doubled_in_their_scripts_only(text):
    found = _UNSPACED_TWICE.search(text)
    assert not (found and _WIDE.isdisjoint(scripts.count(text)))


@given(UNITS)
def test_a_phrase_that_is_said_twice_goes_on(units):
    text = " ".join(units)
    for size in _PHRASES:
        twice = any(
            units[at : at + size] == units[at + size : at + 2 * size] for at in range(len(units) - 2 * size + 1)
        )
        assert _goes_on(_tokens(text), size) == twice


@given(UNITS, st.sampled_from([2, 4]))
def test_a_stretch_that_is_said_again_has_its_row_of_units_twice(units, least):
    words = [(match.group().casefold(), *match.span()) for match in _TOKEN.finditer(" ".join(units))]
    assert _repeated([word for word, *_ in words], least) or not _beside(words, least, " ".join(units))


@given(st.text("ab1+@#.-/() [", max_size=30))
@example("call 12-345-6789")
@example("+44 1234567")
@example("(020) 1234")
@example("a.md")
def test_an_exact_token_has_one_of_their_signs(text):
    assert _SIGNS.search(text) or not (_EXACT.search(text) or _SHORT_PHONE.search(text))


@given(st.text("@# -_>a<2", max_size=16))
@example("a@-@b")
@example("a ##b")
@example(">>de<< a")
def test_what_tokenizers_leave_has_one_of_its_signs(text):
    assert any(sign in text for sign in _IN_PIECES) or not _PIECES.search(text)


def test_every_digit_of_unicode_is_known_to_be_one():
    digits = {char for char in map(chr, range(128, sys.maxunicode + 1)) if re.fullmatch(r"\d", char)}
    assert digits | _DIGIT_SIGNS.keys() == _STRANGE
