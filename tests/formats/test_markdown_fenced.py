"""Directives in fences and between colons, titles of fences, and MyST's targets and comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.formats import markdown
from l10n.model import Place, Segment, Segmentation
from l10n.protocols import ParseOptions


def cut(source, path="a.md", **options):
    document = formats.parse(path, source, ParseOptions(Segmentation.PARAGRAPH, **options))
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return document


def texts(source, path="a.md", **options):
    return [one.key.text for one in cut(source, path, **options).segments]


def put(source, index, target):
    """Return the article with one translation in it, or None where the guard keeps it out."""
    document = cut(source)
    chosen = document.segments[index]
    built = "".join(
        part if isinstance(part, str) else markdown.encode(part, target) if part is chosen else part.raw
        for part in document.parts
    )
    return built if markdown.skeleton(built) == markdown.skeleton(source) else None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("```{note}\nMind the *step*.\n```\n", ["Mind the *step*."]),
        ("~~~{note}\nMind the step.\n~~~\n", ["Mind the step."]),
        ("```{note}\r\nMind\r\nthe step.\r\n```\r\n", ["Mind the step."]),
        ("```{admonition} On boats\n:class: tip\n\nRow.\n\n- One\n- Two\n```\n", ["On boats", "Row.", "One", "Two"]),
        ("```{figure} a.png\n:alt: The pier\n:width: 50%\n\nAt low water.\n```\n", ["The pier", "At low water."]),
        ("```{figure} a.png\n---\nname: a-pier\nalt: 'The pier'\n---\nLow water.\n```\n", ["The pier", "Low water."]),
        ("```{list-table} Tides\n* - High\n  - Low\n```\n", ["Tides", "High", "Low"]),
        ("```{table} Tides\n| High | Low |\n|---|---|\n```\n", ["Tides", "High", "Low"]),
        ("```{prf:theorem} Of boats\nThey float.\n```\n", ["Of boats", "They float."]),
        ("````{tip}\nOne.\n\n```{note}\nTwo.\n```\n\n```py\nx\n```\n````\n\nThree.\n", ["One.", "Two.", "Three."]),
        ("- Item\n\n  ```{tip} Small\n  Inside.\n  ```\n- Next\n", ["Item", "Small", "Inside.", "Next"]),
        ("* ```{tip}\n  Inside.\n  ```\n", ["Inside."]),
        ("> ```{tip}\n> Two\n> lines.\n> ```\n", ["Two lines."]),
        ("1. One\n```{tip}\n2. Two\n```\n", ["One", "Two"]),
        ("```{note}\nHead\n====\n```\n", ["Head"]),
        ('```admonish warning title="Mind the step"\nIt is *wet*.\n```\n', ["Mind the step", "It is *wet*."]),
        ("```admonish\nIt is wet.\n```\n", ["It is wet."]),
        ('```admonish info "A title"\nIt is wet.\n```\n', ["A title", "It is wet."]),
        ("```ad-tip\ntitle: Mind the step\ncollapse: open\n\nIt is wet.\n```\n", ["Mind the step", "It is wet."]),
        (":::{warning} Mind the step\nIt is wet.\n:::\n", ["Mind the step", "It is wet."]),
        (":::{figure} a.png\n:alt: The pier\nLow water.\n:::\n", ["The pier", "Low water."]),
        (":::{note}\n:class: tip\n\nIt is wet.\n:::\n", ["It is wet."]),
        (':::note{title="Mind the step"}\nIt is wet.\n:::\n', ["Mind the step", "It is wet."]),
        ('::: {.callout-tip title="Mind the step"}\nIt is wet.\n:::\n', ["Mind the step", "It is wet."]),
    ],
)
def test_a_directive_that_holds_markdown_is_cut_as_markdown(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize("name", ["code-block", "code-cell", "math", "mermaid", "toctree", "eval-rst", "raw", "moon"])
def test_a_directive_that_holds_none_is_left_alone(name):
    assert texts(f"```{{{name}}} some words\nMore words here.\n```\n") == []


@pytest.mark.parametrize("name", ["code-block", "math", "eval-rst", "toctree"])
def test_so_is_one_between_colons(name):
    assert texts(f":::{{{name}}}\n# Words here.\n\nMore.\n:::\n\nAfter.\n") == ["After."]


def test_options_of_all_directives_may_be_words():
    assert texts("```{image} a.png\n:alt: sunset\n:align: left\n```\n") == ["sunset"]
    assert texts("```{toctree}\n:caption: Go on\n:maxdepth: 2\nintro\n```\n") == ["Go on"]
    assert texts("```{moon}\n:name: a b\n```\n", shortcode_text=("name",)) == ["a b"]


def test_a_project_names_directives_that_hold_markdown_and_some_that_hold_none():
    source = "```{moon} word\nIt rises.\n```\n\n```{note}\nAt ten.\n```\n"
    assert texts(source) == ["At ten."]
    assert texts(source, raw_blocks=("!moon", "note")) == ["It rises."]
    built = source.replace("It rises.", "달이 뜬다.")
    assert markdown.skeleton(built, ("!moon",)) == markdown.skeleton(source, ("!moon",))


@pytest.mark.parametrize("inner", ["<!-- open", "~~~\nopen", "<div>\n<pre>\n"])
def test_what_stays_open_in_a_directive_does_not_reach_beyond_it(inner):
    assert "After it." in texts(f"Before it.\n\n```{{note}}\n{inner}\n```\n\nAfter it.\n")


def test_a_directive_that_is_never_closed_is_left_alone():
    assert texts("Before it.\n\n```{note}\nWords.\n") == ["Before it."]


def test_a_skip_takes_the_whole_directive():
    assert texts("<!-- l10n:skip -->\n```{note} Title\nOne.\n\nTwo.\n```\n\nThree.\n") == ["Three."]


@pytest.mark.parametrize(
    ("fence", "expected"),
    [
        ('py title="Reading the file" {1,3}', ["Reading the file"]),
        ("py title='Reading the file'", ["Reading the file"]),
        ('{.py caption="Reading the file" linenos=true}', ["Reading the file"]),
        ("sh [On Linux]", ["On Linux"]),
        ('py title="src/main.py"', []),
        ('py title="main.py"', []),
        ('title="Dockerfile"', []),
        ('py name="Reading the file"', []),
        ("js [config.js]", []),
        ("js [npm]", []),
        ('js [[1, 2, "Words in a row"]]', []),
        ("py Reading the file", []),
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
def test_the_title_of_a_fence_is_a_segment_where_it_reads_like_prose(fence, expected, path):
    assert texts(f"```{fence}\ncode()\n```\n", path) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(here)=\nThe head\n========\n", ["The head"]),
        ("(here)=\n## The head\n", ["The head"]),
        ("(here)=\n| a | b |\n|---|---|\n", ["a", "b"]),
        ("Words.\n\n% not yet\n% ready\n\nMore.\n", ["Words.", "More."]),
        ("Words\n% not yet\nand more.\n", ["Words", "and more."]),
        ("Words.\n\n% not yet\nThe head\n---\n", ["Words.", "The head"]),
        ("It is about 50\n% of all.\n", ["It is about 50 % of all."]),
        ("% A title of Pandoc\n\nWords.\n", ["% A title of Pandoc", "Words."]),
    ],
)
def test_targets_and_comments_are_no_prose(source, expected):
    assert texts(source) == expected


def test_a_translation_does_not_become_a_comment():
    assert put("Words.\n\nHalf of it.\n", 1, "% 50 있다.") == "Words.\n\n\\% 50 있다.\n"


@pytest.mark.parametrize(
    ("source", "index", "target", "expected"),
    [
        ("```{note} A b\nC.\n```\n", 0, "`가`", None),
        ("```{note} A b\nC.\n```\n", 1, "가\n```\n나", "```{note} A b\n가\n\\`\\`\\`\n나\n```\n"),
        ("```{image} a\n:alt: A b\n```\n", 0, "가: 나 # 다", '```{image} a\n:alt: "가: 나 # 다"\n```\n'),
        ("```{image} a\n:alt: A b\n```\n", 0, "가\n:class: x", '```{image} a\n:alt: "가\\n:class: x"\n```\n'),
        ("```{image} a\n:alt: 'A b'\n```\n", 0, "l'eau", "```{image} a\n:alt: 'l''eau'\n```\n"),
        ('```py title="A b c"\nx\n```\n', 0, '가" onload="나', None),
        ('```py title="A b c"\nx\n```\n', 0, "가 나", '```py title="가 나"\nx\n```\n'),
        ("```sh [On Linux]\nx\n```\n", 0, "리눅스] {1", None),
        ("```sh [On Linux]\nx\n```\n", 0, "리눅스", "```sh [리눅스]\nx\n```\n"),
        ("```{code-block} py\n:caption: A b c\nx\n```\n", 0, "가", "```{code-block} py\n:caption: 가\nx\n```\n"),
        (':::note{title="A b"}\nC.\n:::\n', 0, '가" id="나', None),
    ],
)
def test_a_translation_stays_in_its_place_or_stays_out(source, index, target, expected):
    assert put(source, index, target) == expected


def test_code_in_a_directive_may_not_change():
    source = "```{code-block} py\n:caption: A caption\nx = 1\n```\n"
    assert markdown.skeleton(source) != markdown.skeleton(source.replace("x = 1", "x = 2"))
    assert markdown.skeleton(source) == markdown.skeleton(source.replace("A caption", "설명"))


def test_a_translator_is_told_what_the_words_are():
    source = '```{figure} a.png\n:alt: The pier\n```\n\n```admonish title="Mind"\n```\n\n```py title="All of it"\n```\n'
    found = cut(source).segments
    assert [(one.kind.value, one.note) for one in found] == [
        ("alt", "alt · alt of {figure}"),
        ("heading", "title of a box"),
        ("meta", "meta · title of a code block"),
    ]
    assert [markdown.place(one) for one in found] == [Place.PLAIN, Place.VALUE, Place.VALUE]


_LINES = (
    *("```{note} Some title", "````{tip}", "```", "````", "~~~{moon}", "~~~", ":::{note} Title", ":::{math}", ":::"),
    *(
        ":alt: Some words",
        ":class: x",
        "---",
        "alt: 'Some words'",
        "(here)=",
        "% a comment",
        "Some words",
        "- Some words",
    ),
    *("> Some words", "<!-- open", "-->", "", '{{< f alt="Some words" >}}', "{% f title='Some words' %}", "====="),
    *('```py title="Some words"', "```sh [Some words]", '```admonish title="Some words"', "```ad-x", "title: Words"),
    *("| Some | words |\n|---|---|\n", "# {{ f(alt='Some words') }}", "{% raw %}", "{% endraw %}", "    Some words"),
)


@given(st.lists(st.sampled_from(_LINES), max_size=14), st.sampled_from(["", "  ", "- "]), st.booleans())
def test_parts_are_the_source_and_words_keep_the_structure(rows, margin, returns):
    newline = "\r\n" if returns else "\n"
    source = "First." + newline + "".join(margin + row + newline for row in rows)
    document = cut(source)
    built = "".join(
        part
        if isinstance(part, str)
        else markdown.encode(part, part.key.text.replace("words", "말").replace("title", "말"))
        if isinstance(part, Segment)
        else part.raw
        for part in document.parts
    )
    assert markdown.skeleton(built) == markdown.skeleton(source)
