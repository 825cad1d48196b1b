"""What a quick look says cannot be there, the long one does not find."""

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n import checks, languages
from l10n.text.facts import negation, who
from l10n.text.facts.transliteration import likeness, sounding
from l10n.text.identity import scripts
from l10n.text.markup.exact import _SHORT_PHONE, _SIGNS
from l10n.text.markup.exact import _TOKEN as _EXACT
from l10n.text.numbers.readings import _SIGNS as _DIGIT_SIGNS
from l10n.text.numbers.readings import _STRANGE
from l10n.text.numbers.recognisers.years import _LABEL, _LETTERED
from l10n.text.punctuation.spoilt import _IN_PIECES, _PIECES
from l10n.text.sentences.align import split
from l10n.text.sentences.length import _ABBREVIATION, _LONGEST_ABBREVIATION
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
    _phrase,
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


@given(UNITS)
def test_a_phrase_that_is_said_twice_is_found(units):
    text = " ".join(units)
    rows = [(at, size) for size in _PHRASES for at in range(len(units) - 2 * size + 1)]
    twice = [units[at : at + size] for at, size in rows if units[at : at + size] == units[at + size : at + 2 * size]]
    assert bool(_phrase(text)) == any(len(set(phrase)) > 1 for phrase in twice)


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


def test_every_name_with_digits_has_a_letter_beside_a_digit():
    names = (
        "24/7",
        "CO2",
        "NO2",
        "SO2",
        "N2",
        "O2",
        "CH4",
        "H2O",
        "1st-party",
        "3rd party",
        "1H",
        "2H19",
        "H2",
        "H119",
    )
    found = (*names, *(f"5 {unit}{power}" for unit in ("km", "m", "cm", "mm", "mi") for power in "23"))
    for name in found:
        assert _LABEL.search(name)
        assert _LETTERED.search(name)


@given(st.text("CO2H4k/7 -part1", max_size=16))
def test_a_name_with_digits_has_a_letter_beside_a_digit(text):
    assert _LETTERED.search(text) or not _LABEL.search(text)


@given(st.text("StÀ. ", max_size=14))
@example("Street.")
def test_an_abbreviation_at_the_end_is_found_in_the_last_letters(text):
    found, near = _ABBREVIATION.search(text), _ABBREVIATION.search(text, max(0, len(text) - _LONGEST_ABBREVIATION))
    assert (found and found.span()) == (near and near.span())


NAMES = st.sampled_from(
    ["Kim Jong Un", "Washington", "Li", "Iowa", "Chris", "Thatcher", "Jaime", "Wright", "Xu", "Ng Ho"]
)
SYLLABLES = st.text("김정은워싱턴이리크스티제하임라쳐치오", min_size=1, max_size=6)


@given(st.lists(NAMES, max_size=4), st.lists(SYLLABLES, max_size=8))
@example(["Washington"], ["워싱턴", "워신턴", "이", "스"])
def test_a_name_is_heard_in_the_words_of_a_text_as_in_each_alone(names, words):
    sounds = languages.of("ko").sounds
    assert sounds
    alone = [tuple(word for word in words if likeness(name, word, sounds)) for name in names]
    assert list(sounding(names, words, sounds)) == alone


@pytest.mark.parametrize(
    "rule", [rule for rule in checks.rules() if rule.id in {"negation", "tense"}], ids=lambda rule: rule.id
)
def test_what_a_sentence_may_have_its_text_may_have(rule):
    """Rules pair sentences only where one of them may be told of."""
    asked = 0
    for one in (*rule.failing, *rule.passing):
        locale, source = one.locale, f"It was so. {one.source}"
        target = f"{one.target} {one.target}"
        for part in split(target, locale):
            if negation.added("", part, locale):
                asked += 1
                assert negation.may_add(target, locale)
            if who.over(one.source, part, locale):
                asked += 1
                assert who.may_be_over(source, target, locale)
    assert asked
