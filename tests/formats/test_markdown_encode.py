"""Putting translations into Markdown: escaped where they must be, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.errors import ArticleError
from l10n.formats import markdown
from l10n.formats.markdown import events
from l10n.formats.markdown.emphasis import mend
from l10n.model import Segment
from tests.examples import examples
from tests.formats.markdown_cases import cases
from tests.formats.test_markdown import DOCUMENTS, PARAGRAPHS, segments

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = st.lists(
    st.sampled_from(
        [
            "# ",
            "> ",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "2024. 1. ",
            "1) ",
            "```",
            "~~~",
            "---",
            "===",
            "|",
            "[a]: /u",
            "[ ] ",
            "[!NOTE]",
            "<div>",
            "<br>",
            "<!--",
            "-->",
            "<?",
            "\n",
            "\n\n",
            "    ",
            "\t",
            "\\",
            "{#id}",
            " #",
            "한국",
            "word",
            "**",
            "*",
            "_",
            "`",
            "$$",
            "&",
            ":-:",
            "\r\n",
            "- - -",
            "***",
            "[foo]",
            "[^1]: ",
            ":::",
            "(",
            ")",
            "\u00a0",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
PLAIN = st.text(alphabet="가나다 라.마,바!사", min_size=1).filter(lambda text: text.strip(" .,!") != "")


def translated(source: str, change: Callable[[str], str]) -> str:
    return "".join(
        part
        if isinstance(part, str)
        else markdown.encode(part, change(part.key.text))
        if isinstance(part, Segment)
        else part.raw
        for part in markdown.parse(source, PARAGRAPHS)
    )


@pytest.mark.parametrize(("title", "source", "target", "expected"), cases("encode.txt"))
def test_a_translation_is_written_so(title: str, source: str, target: str, expected: str) -> None:
    assert translated(source, lambda _: target.removesuffix("\n")) == expected, title


@pytest.mark.parametrize(("title", "source", "target", "expected"), cases("encode.txt"))
def test_the_case_keeps_the_structure(title: str, source: str, target: str, expected: str) -> None:
    del target
    assert markdown.skeleton(expected) == markdown.skeleton(source), title


@examples(150)
@example("# | a | b |\n|-|-|\nword ", "가")
@example("===\nword \r{{ v }}", "가")
@example("{{ v }}\rword ", "가")
@example("{#id}```\n[^1]: {{ v }}", "가")
@example("{#id}```\n- > {{ v }}", "가")
@given(DOCUMENTS, PLAIN)
def test_plain_words_keep_the_structure_of_a_document_without_tags(source: str, words: str) -> None:
    for tag in ("<div>", "</div>", "<b>", "<!-- c -->"):  # tags are structure that plain words drop
        source = source.replace(tag, "")
    try:
        out = translated(source, lambda _: words)
    except ArticleError:
        return
    assert markdown.skeleton(out) == markdown.skeleton(source)


@examples(200)
@given(
    st.sampled_from(
        [
            "Words here.\n",
            "# Words\n",
            "Words\n===\n",
            "- words\n- more\n",
            "> words\n",
            "> - [ ] words\n",
            "| words | more |\n|---|---|\n| text | here |\n",
            "words | more\n--- | ---\ntext | here\n",
            "1. words\n\n   more\n",
            "[^1]: Words.\n\nText[^1].\n",
            "[a]: /u 'Title'\n\nText [a].\n",
            "<p>Words</p>\n",
        ]
    ),
    HOSTILE,
)
def test_a_hostile_translation_is_harmless_or_seen(source: str, target: str) -> None:
    out = translated(source, lambda _: target)
    if markdown.skeleton(out) == markdown.skeleton(source):
        blocks = [event[:2] for event in events.events(events.Source(out)) if event.name in events.BLOCKS]
        before = [event[:2] for event in events.events(events.Source(source)) if event.name in events.BLOCKS]
        assert blocks == before


@pytest.mark.parametrize(
    "target",
    [
        "# 제목",
        "> 인용",
        "- 항목",
        "1. 항목",
        "2024. 1. 3.",
        "```",
        "~~~ x",
        "---",
        "[a]: /u",
        "가\n\n나",
        "가\n===",
        "<div>가",
        "가\n|-|",
        "<!-- 가",
        "***",
        "+ 가",
        "가\n---",
        "    가",
        "{#id}",
        "가 #",
    ],
)
@pytest.mark.parametrize(
    "source", ["Words here.\n", "- words\n", "> words\n", "# Words\n", "Words\n---\n", "|words|\n|-|\n"]
)
def test_a_mark_of_structure_in_a_translation_stays_text(source: str, target: str) -> None:
    assert markdown.skeleton(translated(source, lambda _: target)) == markdown.skeleton(source)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("**국가보위성(MSS)**은 말했다", "**국가보위성**(MSS)은 말했다"),
        ("**50%**의", "**50**%의"),
        ("**`코드`**은", "**`코드`\u2060**은"),
        ("**[링크](u)**은", "[**링크**](u)은"),
        ("은**(가)**은", "은(**가**)은"),
        ("**“인용”**이라고", "“**인용**”이라고"),
        ("**그는 “인용”**이라고", "**그는 “인용”\u2060**이라고"),
        ("**가(A)**는 **나(B)**를", "**가**(A)는 **나**(B)를"),
        ("__굵게__는", "**굵게**는"),
        ("정상 **굵게** 입니다", "정상 **굵게** 입니다"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("a\\*\\*b(c)\\*\\*은", "a\\*\\*b(c)\\*\\*은"),
        ("`**가(나)**은`", "`**가(나)**은`"),
    ],
)
def test_bold_renders_before_a_particle_with_the_least_change(target: str, expected: str) -> None:
    assert mend("The **MSS** is", target) == expected


def test_mended_emphasis_renders() -> None:
    for target in (
        "**국가보위성(MSS)**은",
        "**50%**의",
        "**`코드`**은",
        "**[링크](u)**은",
        "**“인용”**이라고",
        "~~가(나)~~는",
    ):
        rendered = events.html(mend("**x** ~~y~~", target))
        assert "<strong>" in rendered or "<del>" in rendered, target
        assert "*" not in rendered, target


def test_single_marks_are_mended_before_a_particle_or_where_the_source_has_emphasis() -> None:
    assert mend("an _accent_ here", "여기 _강조_는") == "여기 *강조*는"
    assert mend("no accent here", "여기 _foo_bar는") == "여기 _foo_bar는"
    assert mend("the snake_case_name", "변수 snake_case_name은") == "변수 snake_case_name은"


def test_bold_that_the_source_has_as_text_stays_text() -> None:
    assert mend("a**(b)**c", "가**(나)**다") == "가**(나)**다"


def test_two_labels_are_given_in_order() -> None:
    source = "See [one] and [two].\n\n[one]: /1\n[two]: /2\n"
    assert translated(source, lambda _: "[하나]와 [둘]").startswith("[하나][one]와 [둘][two]\n")


def test_a_label_is_not_guessed_when_brackets_are_missing() -> None:
    source = "See [one] and [two].\n\n[one]: /1\n[two]: /2\n"
    assert translated(source, lambda _: "[하나]와 둘").startswith("[하나]와 둘\n")


def test_the_label_of_an_image_is_kept() -> None:
    source = "![river]\n\n[river]: /r.png\n"
    assert translated(source, lambda _: "![강]").startswith("![강][river]\n")


def test_line_ends_of_windows_are_written() -> None:
    (only,) = segments("> one\r\n> two\r\n")
    assert markdown.encode(only, "하나\n둘") == "하나\r\n> 둘"


def test_a_word_joiner_or_tag_is_the_last_resort() -> None:
    assert mend("**x**", "**가**") == "**가**"


@pytest.mark.parametrize("text", ["배가 ~~~가~~~ 돌", "배가 ~~~~(가)~~~~는 돌", "배가 ****(가)****는 돌"])
def test_a_run_that_is_longer_than_a_mark_of_emphasis_is_none(text: str) -> None:
    assert mend("**x** ~~y~~", text) == text


def test_no_box_is_made_anywhere_in_an_item() -> None:
    (item,) = segments("- It is long.\n")
    assert markdown.encode(item, "배가 [ ] 글 [x] 끝") == "배가 \\[ ] 글 \\[x] 끝"
    (boxed,) = segments("- It is [x] long.\n")
    assert markdown.encode(boxed, "배가 [x] 글") == "배가 [x] 글"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("[배](/a \"그 ('배') 다\")", '[배](/a "그 (\'배&#39;) 다")'),
        ('[배](/a "그 (\'배\')") ("b")', '[배](/a "그 (\'배&#39;)") ("b")'),
        ("[배](/a '그 (\"배\") 다')", "[배](/a '그 (\"배&quot;) 다')"),
        ('[배](/a "그 (\\"배\\") 다")', '[배](/a "그 (\\"배&quot;) 다")'),
        ("![배](/a \"그 (배)\") '('b')'", "![배](/a \"그 (배)\") '('b')'"),
    ],
)
def test_no_quotation_mark_cuts_the_title_of_a_link_short(target, written):
    segment = segments('See [the ship](/a "Its title") today.\n')[0]
    assert markdown.encode(segment, target) == written


def test_words_in_brackets_are_no_link_of_a_wiki_in_a_label():
    segment = segments(":::tip[For early birds]\nThe gate opens.\n:::\n")[0]
    assert markdown.encode(segment, "[새벽]") == "&#91;새벽]"
    assert markdown.encode(segment, "[새벽](/a)") == "[새벽](/a)"
