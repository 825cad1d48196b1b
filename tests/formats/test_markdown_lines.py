"""Lines of dialects that hold syntax, alone or before words, and the markup that dialects add inside a text."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats import markdown
from l10n.model import Segmentation
from l10n.protocols import ParseOptions


def cut(source):
    return formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH))


def texts(source):
    document = cut(source)
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return [one.key.text for one in document.segments]


def marks(text):
    return [text[one.start : one.end] for one in markdown.inline(text)]


@pytest.mark.parametrize(
    "line",
    [
        *('--8<-- "parts/tide.md"', '-8<- "tide.md"', ';--8<-- "tide.md"', "<<< @/parts/tide.js{2}", "<<< ./tide.ts"),
        *("(tide-table)=", "!!!include(parts/tide.md)!!!", "[!INCLUDE [tide](parts/tide.md)]", "{!parts/tide.md!}"),
        *("* TOC\n{:toc}", "1. A list of what is here\n{:toc .side}", "- Contents\n{: toc}"),
    ],
)
def test_a_line_of_syntax_is_no_prose(line):
    assert texts(f"Words before.\n\n{line}\n\nWords after.\n") == ["Words before.", "Words after."]
    assert markdown.skeleton(f"{line}\n") != markdown.skeleton("Words\n")


@pytest.mark.parametrize(
    "line",
    [
        "<<< Back to all tides",
        "(A table) is equal to it",
        "(so)= words",
        "!include it",
        "- 8< cut here",
        "Up > down <<< x",
    ],
)
def test_prose_that_looks_like_it_is_read(line):
    assert len(texts(f"{line}\n")) == 1


def test_the_meaning_of_an_abbreviation_is_text_and_its_key_is_not():
    source = "The API of it.\n\n*[API]: Application interface\n*[HTM]: High tide mark\n"
    assert texts(source) == ["The API of it.", "Application interface", "High tide mark"]
    assert markdown.skeleton(source) == markdown.skeleton(source.replace("interface", "door"))
    assert markdown.skeleton(source) != markdown.skeleton(source.replace("[HTM]", "[높음]"))


def test_each_line_of_a_line_block_is_a_text():
    source = "| The sea is wide,\n| the moon is *old*,\n|\n| and we wait.\n"
    assert texts(source) == ["The sea is wide,", "the moon is *old*,", "and we wait."]
    assert texts("| not a block\nof lines\n") == ["| not a block of lines"]
    assert texts("| a | b |\n|---|---|\n| c | d |\n") == ["a", "b", "c", "d"]


@pytest.mark.parametrize("target", ["*[가]: 나", "| 가", "(가)=", "<<< @/a.js", '--8<-- "a.md"'])
def test_a_translation_does_not_become_such_a_line(target):
    segment = cut("Some words.\n").segments[0]
    built = markdown.encode(segment, target)
    assert built != target
    assert markdown.skeleton(f"{built}\n") == markdown.skeleton("Some words.\n")


@pytest.mark.parametrize(
    "formula",
    ["\\[\nx = y^2\n\\]", "\\[ a = b \\]", "\\\\[ \\frac{a}{b} \\\\]", "\\[ n = \\text{all the tides of it} \\]"],
)
def test_mathematics_between_backslashes_is_left_alone(formula):
    assert texts(f"Words before.\n\n{formula}\n\nWords after.\n") == ["Words before.", "Words after."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let \\(x^2\\) and \\\\(n\\\\) be", ["\\(x^2\\)", "\\\\(n\\\\)"]),
        ("it is \\[a = b\\] so", ["\\[a = b\\]"]),
        ("said \\[the tide is high\\] and", ["\\[", "\\]"]),
        ("said \\(see the book = it\\) and", ["\\(", "\\)"]),
        ("See [[The Tide]] and [[Tide table|the hours]] now", ["[[The Tide]]", "[[Tide table|", "]]"]),
        ("See ![[dial.png]] here", ["![[dial.png]]"]),
        ("Press ++ctrl+alt+del++ in C++, not ++new++ or i++ + ++j", ["++ctrl+alt+del++"]),
        ("[[Note: this is said so]] and [[1]](u)", ["[", "](u)"]),
    ],
)
def test_mathematics_keys_and_wiki_links_are_markup(text, expected):
    assert marks(text) == expected


def test_the_ends_of_a_wiki_link_are_a_pair():
    first, last = markdown.inline("See [[Tide table|the hours]].")
    assert (first.pair, last.pair) == (last.id, first.id)


def test_a_closing_tag_of_a_component_right_below_an_item_is_no_part_of_it():
    source = '<Tides>\n<Tide at="noon">\n\n1. Low water.\n2. High water.\n</Tide>\n</Tides>\n\nAfter it.\n'
    assert texts(source) == ["Low water.", "High water.", "After it."]
    built = source.replace("High water.", "높은 물")
    assert markdown.skeleton(built) == markdown.skeleton(source)
    assert markdown.skeleton(source.replace("\n</Tide>", " </Tide>")) != markdown.skeleton(source)


@pytest.mark.parametrize("name", ["align", "gather*", "equation", "bmatrix"])
def test_an_environment_of_mathematics_is_left_alone(name):
    block = f"\\begin{{{name}}}\nh_1 = a \\\\\n\nh_2 = b\n\\end{{{name}}}"
    assert texts(f"Words before.\n\n{block}\n\nWords after.\n") == ["Words before.", "Words after."]


@pytest.mark.parametrize("line", ["\\begin{align} and no end", "\\begin{letter}\nDear all\n\\end{letter}"])
def test_other_commands_of_tex_hide_no_words(line):
    assert "Words after." in texts(f"{line}\n\nWords after.\n")
    assert len(texts(f"{line}\n\nWords after.\n")) == 2


@pytest.mark.parametrize("label", ["(tide_height)", "{#eq:tide}", ""])
def test_the_label_of_mathematics_is_no_text(label):
    source = f"Words before.\n\n$$\nh_{{t+1}} = h_t + 1\n$$ {label}\n\nWords after.\n"
    assert texts(source) == ["Words before.", "Words after."]


def test_words_behind_mathematics_are_text():
    assert len(texts("$$\nh = 1\n$$ (for spring tides)\n")) == 1


def test_the_kind_of_an_admonition_may_be_written_large():
    source = '!!! Note\n    Stay ashore.\n\n!!! Warning "Low water"\n    Mind the mud.\n'
    assert texts(source) == ["Stay ashore.", "Low water", "Mind the mud."]
    assert texts("!!! What a tide\n    it was.\n") == ["!!! What a tide it was."]
