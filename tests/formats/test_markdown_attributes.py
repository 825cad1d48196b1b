"""Attribute lists, `{#id .class key="value"}`: markup where they belong to something, words elsewhere."""

from __future__ import annotations

import pytest

from l10n import check_text, formats
from l10n.formats import markdown
from l10n.model import Segmentation
from l10n.protocols import ParseOptions
from l10n.text.markup.attribute_lists import is_list
from l10n.text.markup.placeholders import protect, restore


def texts(source, path="a.md"):
    document = formats.parse(path, source, ParseOptions(Segmentation.PARAGRAPH))
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return [one.key.text for one in document.segments]


def lists(text):
    return [text[one.start : one.end] for one in markdown.inline(text) if text[one.end - 1] == "}"]


@pytest.mark.parametrize(
    "text",
    [
        *("{#tide}", "{.lead}", "{ .button .button--big }", "{: .lead #intro}", "{:.x}", "{:toc}", "{: side .x}"),
        *(
            "{width=40%}",
            '{: rel="a b" target=_blank}',
            "{.a.b}",
            "{#i.c}",
            "{: #tide-v1.18.2 }",
            "{#2026.4}",
            "{#조수}",
            "{#قائمة-تحقّق}",
            '{: href="{{ site.url }}/a"}',
        ),
    ],
)
def test_these_are_attribute_lists(text):
    assert is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        *("{name}", "{x: 1}", "{1, 2}", "{.5}", "{a b}", "{a, b}", "{% x %}", "{{ x }}", "{}", "{:}", "{# note #}"),
        *("{#}", "{.}", "{a=}", "{() => .x}", "{x | x > 0}", '{"a": 1}'),
    ],
)
def test_these_are_none(text):
    assert not is_list(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('See [the pier](p.html){: .btn target="_blank"} today', ['{: .btn target="_blank"}']),
        ("![The pier](p.jpg){width=50% .left}", ["{width=50% .left}"]),
        ("It is *high*{: .a}{: #b} and _low_{.c} now", ["{: .a}", "{: #b}", "{.c}"]),
        ("Type `tide`{.sh} or <b>ask</b>{: .c}", ["{.sh}", "{: .c}"]),
        ("Press the bell now. { .annotate }", ["{ .annotate }"]),
        ("{:.note} Mind the gap", ["{:.note}"]),
        ("A [few *more* words]{.small} here", ["]{.small}"]),
        ("[See [the pier](p) here]{#s}", ["]{#s}"]),
        ("**만조**{: .x}는 [표](u){: #y}에", ["{: .x}", "{: #y}"]),
        ('[*a*](u){: title="_b_ **c** {{ d }}"} _e_', ['{: title="_b_ **c** {{ d }}"}']),
        ("the set {x=1} or (so){.b} of a {.c} thing", []),
        ("[words](u){1x} and f(x){.a}", []),
    ],
)
def test_a_list_is_markup_where_it_belongs_to_something(text, expected):
    assert lists(text) == expected


def test_brackets_with_a_list_are_a_pair():
    text = "A [few words]{.small} here"
    first, last = markdown.inline(text)
    assert (first.pair, last.pair) == (last.id, first.id)


def test_a_list_is_kept_from_engines_with_its_element():
    text = 'Read [the *tables*{.i}](t.html){: .btn title="Go"} now.'
    hidden = protect(text, markdown.inline(text))
    assert hidden.text == "Read ⟦1⟧the ⟦2⟧tables⟦3⟧⟦4⟧ now."
    assert hidden.pieces[2:] == ("*{.i}", '](t.html){: .btn title="Go"}')
    assert restore(hidden, hidden.text) == text


@pytest.mark.parametrize("target", ["[표](t){: .단추}를 보라.", "[표](t)를 보라.", "[표](t)를 보라 {: .btn} 지금."])
def test_a_list_that_is_changed_lost_or_moved_away_is_an_error(target):
    source = "Look at [the table](t){: .btn}."
    found = [one for one in check_text(source, target, "ko") if one.rule == "markup"]
    assert any(str(one.severity) == "error" for one in found)


def test_a_list_that_is_kept_is_none():
    assert not [
        one
        for one in check_text("Look at [the table](t){: .btn}.", "[표](t){: .btn}를 보라.", "ko")
        if one.rule == "markup"
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "| Tide | Hour |\n|---|---|\n| high | two |\n{:.wide #t}\n\nMore.\n",
            ["Tide", "Hour", "high", "two", "More."],
        ),
        ("Words here.\n{: .lead #intro}\n", ["Words here."]),
        ("{: .lead}\nWords here.\n", ["Words here."]),
        ("## The tide {#tide .x}\n\n## The ebb {: #ebb}\n", ["The tide", "The ebb"]),
        ("- {:.x} One thing\n- Two\n{: .y}\n", ["{:.x} One thing", "Two"]),
        ("| a word {: .x } | b word |\n|---|---|\n", ["a word", "b word"]),
    ],
)
def test_lists_of_blocks_are_left_alone(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<div markdown="1">\n#### Ana Reyes\n##### Chair\n\nWords of *hers*.\n</div>\n\nMore.\n', 4),
        ('<section class="x"\n markdown>\n- One\n- Two\n</section>\n', 2),
        ('<div class="a"><div markdown="block">\n## Head\nwords\n</div></div>\n', 2),
        ("<div>\n#### Ana Reyes\n##### Chair\n</div>\n", 1),
        ('<div title="markdown">\n#### Ana Reyes\n##### Chair\n</div>\n', 1),
    ],
)
def test_markdown_that_an_element_asks_for_is_cut_as_such(source, expected):
    found = texts(source)
    assert len([one for one in found if one != "markdown"]) == expected, found
    assert markdown.skeleton(source) == markdown.skeleton(source.replace("Reyes", "Other"))


def test_an_element_with_markdown_keeps_what_it_says_of_its_text():
    source = '<div lang="fr" markdown="1">\n## Bonjour\n</div>\n\nWords.\n'
    assert texts(source) == ["Words."]
