"""Markdown: HTML that goes on behind a blank line, and code that does not."""

from __future__ import annotations

import pytest

from l10n.formats import markdown
from l10n.model import Kind, Part, Segment, Segmentation
from l10n.protocols import ParseOptions

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
KRAMDOWN = "\nLast.\n{: .lead}\n"


def segments(source: str) -> list[Segment]:
    parts = markdown.parse(source, PARAGRAPHS)
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
    return [part for part in parts if isinstance(part, Segment)]


def texts(source: str) -> list[str]:
    return [one.key.text for one in segments(source)]


def written(source: str, text: str) -> str:
    def put(part: Part) -> str:
        if isinstance(part, Segment):
            return markdown.encode(part, text)
        return part if isinstance(part, str) else part.raw

    return "".join(map(put, markdown.parse(source, PARAGRAPHS)))


CELL = """\
<table>
  <tr>
    <td>

      <p>
        The tide turns
        at noon.
      </p>

    </td>
  </tr>
</table>
"""
ROWS = """\
<table>

    <tr>
        <td>Skiff</td>
        <td>Two oars</td>
    </tr>

    <tr>
        <td>Dory</td>
    </tr>

</table>
"""
PARAGRAPH = """\
<div class="note">
  <p>

    Tie the boat
    with <b>two</b> ropes.

    Then go <b>ashore</b>.

  </p>
</div>
"""
NESTED = """\
<div>
    <div class="inner">

        Words without a tag.

    </div>
</div>
"""
IN_A_LIST = """\
1. First

   <table>
     <tr>
       <td>

         <b>Deep</b> words.

       </td>
     </tr>
   </table>

2. Second
"""
BROAD = "<div>\n\n    <p>Only words.</p>\n\n</div>\n"
SAMPLES = {
    "a cell": (CELL, ["The tide turns at noon."]),
    "rows": (ROWS, ["Skiff", "Two oars", "Dory"]),
    "a paragraph": (PARAGRAPH, ["Tie the boat with <b>two</b> ropes.", "Then go <b>ashore</b>."]),
    "nested by four": (NESTED, ["Words without a tag."]),
    "in a list": (IN_A_LIST, ["First", "<b>Deep</b> words.", "Second"]),
    "by four with syntax of kramdown": (BROAD + KRAMDOWN, ["Only words.", "Last."]),
    "by a tab with syntax of Python-Markdown": (
        BROAD.replace("    ", "\t") + '\n!!! note "Tip"\n    Row.\n',
        ["Only words.", "Tip", "Row."],
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", SAMPLES)
def test_text_in_html_behind_a_blank_line_is_extracted(name: str, line_end: str) -> None:
    source, expected = SAMPLES[name]
    assert texts(source.replace("\n", line_end)) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_a_translation_there_keeps_the_structure_and_is_found_again(name: str) -> None:
    source = SAMPLES[name][0]
    out = written(source, "    물때가\n\n바뀐다")
    assert markdown.skeleton(out) == markdown.skeleton(source)
    assert set(texts(out)) == {"물때가 바뀐다"}
    assert len(texts(out)) == len(texts(source))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_tag_of_a_block_in_a_translation_there_changes_the_structure(name: str) -> None:
    source = SAMPLES[name][0]
    assert markdown.skeleton(written(source, "</td><h1>물때</h1>")) != markdown.skeleton(source)


CODE = {
    "a sample below a summary": "<details>\n<summary>How</summary>\n\n    <p>shown</p>\n\n</details>\n",
    "a command": "<ul>\n  <li>\n\n    npm install oars\n\n  </li>\n</ul>\n",
    "by four without a tag": "<div>\n\n    plain words\n\n</div>\n",
    "Markdown asked for": '<div markdown="1">\n\n    <p>shown</p>\n\n</div>\n' + KRAMDOWN,
    "an end tag shown": '<div class="tip">\n\n    </div>\n    <p>shown</p>\n\n</div>\n',
    "behind the element": "<div>\nx\n</div>\n\n    <p>shown</p>\n" + KRAMDOWN,
    "after a line break": "<br>\n\n    <p>shown</p>\n" + KRAMDOWN,
    "in a quotation": "> <div>\n>\n>     <p>shown</p>\n>\n> </div>\n" + KRAMDOWN,
    "in another item": "- <div>\n\n- text\n\n      <p>shown</p>\n\n</div>\n" + KRAMDOWN,
    "beside a paragraph": "Words\n\n    <td>shown</td>\n    </tr>\n",
}


@pytest.mark.parametrize("name", CODE)
def test_code_stays_code(name: str) -> None:
    found = " ".join(texts(CODE[name]))
    assert all(word not in found for word in ("shown", "npm", "plain"))


def test_context_reaches_over_the_blank_line() -> None:
    assert [one.kind for one in segments(ROWS)] == [Kind.CELL] * 3
    assert segments(CELL)[0].line == 6
    assert [one.line for one in segments(PARAGRAPH)] == [4, 7]
    assert texts(CELL.replace("<table>", '<table translate="no">')) == []


def test_a_directive_before_such_text_is_followed() -> None:
    source = ROWS.replace("    <tr>\n        <td>Dory", "<!-- l10n:skip -->\n\n    <tr>\n        <td>Dory")
    assert texts(source) == ["Skiff", "Two oars"]


def test_an_attribute_list_below_an_element_is_no_text() -> None:
    assert texts("<p>Words.</p>\n{: .lead}\n") == ["Words."]


def test_bullets_with_titled_links_are_apart() -> None:
    source = '<div>\n- <a href="x" title="Tip">one</a>\n- two\n</div>\n'
    assert texts(source) == ['<a href="x" title="Tip">one</a>', "two"]
