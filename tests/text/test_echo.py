"""Is a translation just its source again?"""

import pytest

from l10n.model import Span, SpanKind
from l10n.text.echo import is_echo, visible


@pytest.mark.parametrize("text", ["The council met.", "the  council\nmet", "See the council"])
def test_a_repeated_sentence_is_an_echo(text):
    assert is_echo(text, " ".join(text.upper().split()), "ko")


@pytest.mark.parametrize("text", ["NASA", "Kim Min-jun", "2026", "https://example.org/path", "U.S.", "a@example.org"])
def test_names_numbers_and_addresses_may_stay_as_they_are(text):
    assert not is_echo(visible(text), visible(text), "ko")


def test_a_lone_capitalised_word_stays_in_latin_script_only():
    assert is_echo("Overview", "Overview", "ko")
    assert not is_echo("Overview", "Overview", "es")


def test_code_is_no_word_to_translate():
    words = visible("`make test`", [Span(0, 11, SpanKind.CODE)])
    assert not is_echo(words, words, "ko")
    assert not is_echo("The council met.", "시의회가 열렸다.", "ko")
