"""Is a translation just its source again?"""

import pytest

from l10n import formats
from l10n.model import Inline, SpanKind
from l10n.text.identity.echo import byline, foreign, is_echo, nearly, technical, visible


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
    words = visible("`make test`", [Inline(0, 11, SpanKind.CODE)])
    assert not is_echo(words, words, "ko")
    assert not is_echo("The council met.", "시의회가 열렸다.", "ko")


@pytest.mark.parametrize(
    "text",
    [
        "nets/harbor.rs",
        "_src/nets.rs_:",
        "harbor.toml, nets.toml",
        '"libharbor"',
        '"nets: {nets:?}"',
        '"$(location netmaker) $(in) > $(out)"',
        "<netio.h>",
        "b'q'",
        "0x3c",
        "// let nets = 20;",
        "// fn mend(net: Net)",
        "//nets::mend(5);\n// net.dry();",
        "@harbor, @nets-and-ropes",
        "x86, ARM, NetScript, ...",
    ],
)
def test_names_of_files_and_programs_and_code_are_technical(text):
    assert technical(text)


@pytest.mark.parametrize(
    "text",
    [
        "avatar",
        "The harbor opens at 9.",
        "// The net is mended here.",
        '"Mend the nets"',
        "See nets/harbor.rs for more.",
        "and",
    ],
)
def test_words_are_not_technical(text):
    assert not technical(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('— @harbor, ["How we mended it all"](https://a.org)', True),
        ('— Ann Harbor, ["How we mended it all"](https://a.org)', True),
        ("— @harbor, in a talk on [nets](https://a.org)", False),
        ("[How we mended it all](https://a.org)", False),
        ("— Nobody mended the nets", False),
    ],
)
def test_a_line_of_handles_names_and_links_is_a_byline(text, expected):
    assert byline(text, formats.load("markdown").inline(text)) is expected


def test_a_source_in_another_language_may_stay():
    assert foreign("Il faut bien le faire.")
    assert not foreign("The council met.")
    assert not foreign("Coalition talks stalled")
    assert not is_echo("Il faut bien le faire.", "Il faut bien le faire.", "es")


def test_a_shout_and_a_line_of_results_may_stay():
    assert not is_echo("Oh, no.", "Oh, no.", "fi")
    assert not is_echo("Ayr 38 Melrose 17 Hawick 12 Kelso 9 Gala 3", "Ayr 38 Melrose 17 Hawick 12 Kelso 9 Gala 3", "fi")
    assert is_echo("The boat left.", "The boat left.", "fi")


def test_names_do_not_make_an_answer_nearly_its_source():
    source = "John Edward is Director of the Scottish Council of Independent Schools"
    assert not nearly(source, "John Edward is Directeur van de Scottish Council of Independent Schools")
    text = "The old harbor office is open again every day."
    assert nearly(text, "The old harbor oficina is open again every day.")
