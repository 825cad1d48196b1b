"""Definition lists and callouts: the same blocks in the article, in its translation, and on the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as rendered

from l10n.formats import markdown
from l10n.model import Kind
from tests.examples import examples
from tests.formats.test_markdown import PARAGRAPHS, joined, segments
from tests.formats.test_markdown_encode import PLAIN, translated

LONG = (
    "항구와 배의 여러 겹으로 된 내용 모형, 곧 부두에서 쓰는 표와 책과 시계와 종을 모두 "
    "아우르며 예순네 글자보다 훨씬 더 긴 이름을 가진 말."
)
ATOMS = (
    *("word ", "Two words. ", "[foo] ", "*em* ", "<!-- c --> ", "<!-- c\nd -->", "`code` ", "{name} "),
    *("\n", "\n\n", "\n\n    ", "\n\n        ", "\n    ", "\r\n", "\r\n\r\n"),
    *("\n: ", "\n\n:   ", ": ", ":\t", ":      ", "\n~ ", "\n\n  ~ ", "\n    - ", "\n\n# ", "\n\n- ", "\n\n<div>\n"),
    *("\n\n> ", "\n> ", "\n> > ", "[!note] ", "[!faq]- ", "[!my kind|wide]\n", "[!TIP]\n", "\n\n```\n", "\n    ```\n"),
    *('\n\n!!! note "T [foo]"\n    ', "\n\n:::tip[See [foo]]\n", "\n:::\n\n", "\n\n[foo]: /u\n", "| a | b |\n|-|-|\n"),
)
ARTICLES = st.lists(st.sampled_from(ATOMS), max_size=30).map("".join)


@examples(600)
@given(ARTICLES, PLAIN)
def test_words_make_and_end_no_definition_and_no_callout(source: str, words: str) -> None:
    out = translated(source, lambda text: text if re.search(r"[<{\[]", text) else words)
    assert joined(markdown.parse(source, PARAGRAPHS)) == source
    assert markdown.skeleton(out) == markdown.skeleton(source)


LISTS = (
    "Ebb\n: Water that goes.\n",
    "Ebb\nLow water\nFall\nRun-out\n:   Water\n    that goes.\n:   The way out.\n",
    "*Ebb*\n\n:   Water that goes.\n\n    It takes:\n\n    - Nets\n\n:   The end.\n\n        left = alone\n",
    "<!-- ebb -->\n\n:   <!-- since 2 --> Water\n    <!-- low --> that goes.\n\n    It takes boats.\n",
    "## Ebb\n\n:   Water that goes.\n\n    It takes boats.\n",
    "- Ebb\n\n:     Water that goes.\n\nFlood\n:\tWater that comes.\n",
    "> Ebb\n> : Water that goes.\n>\n> Flood\n>\n> :   Water that comes.\n",
)


@pytest.mark.parametrize("source", LISTS)
def test_a_definition_list_is_one_on_the_page_before_and_after(source):
    """Judged by Python-Markdown, which is one of those that have definition lists."""
    found = segments(source)
    out = translated(source, lambda text: " ".join([*re.findall(r"<!--.*?-->", text), LONG]))
    pages = [rendered(text, extensions=["extra"]) for text in (source, out)]
    shapes = [re.findall(r"<[^<>]*>", page.replace("<em>", "").replace("</em>", "")) for page in pages]
    assert shapes[0] == shapes[1]
    assert markdown.skeleton(out) == markdown.skeleton(source)
    terms = [one for one in found if one.kind is Kind.TERM]
    assert len(terms) == len([text for text in re.findall(r"<dt>(.*?)\s*</dt>", pages[0]) if "<!--" not in text])
    assert not [one.key.text for one in found if one.key.text.startswith((":", "~"))]
    assert pages[1].count(LONG) == len(found)


def test_a_term_of_any_length_is_written():
    source = "Ebb\nLow water\n: Water that goes.\n"
    out = translated(source, {"Ebb": LONG, "Low water": "낮은 물.", "Water that goes.": "나가는 물,"}.__getitem__)
    assert out == f"{LONG}\n낮은 물.\n: 나가는 물,\n"
    assert markdown.skeleton(out) == markdown.skeleton(source)
    assert markdown.skeleton(out.replace("\n: ", " ")) != markdown.skeleton(source)


@pytest.mark.parametrize("sign", [":", "~"])
def test_a_translation_makes_no_definition(sign):
    source = "It rose.\\\nThen it fell.\n\nAnd all was well.\n"
    out = translated(source, lambda text: f"올랐다.\\\n{sign} 내렸다." if "rose" in text else f"{sign} 좋았다.")
    assert markdown.skeleton(out) == markdown.skeleton(source)
    assert out == f"올랐다.\\\n\\{sign} 내렸다.\n\n\\{sign} 좋았다.\n"


CALLOUT = (
    "> [!faq]- Is [the pier] *open*?\n> Yes, it\n> is.\n>\n> > [!tip]+ Come early\n> > It is small.\n\n[the pier]: /p\n"
)


def test_a_callout_keeps_its_marker_and_its_title_keeps_its_link():
    texts = {
        "Is [the pier] *open*?": "[부두]는 *열려* 있습니까?",
        "Yes, it is.": "[!tip] 예.",
        "Come early": "일찍\n오세요",
        "It is small.": "작습니다.",
    }
    out = translated(CALLOUT, texts.__getitem__)
    assert out == (
        "> [!faq]- [부두][the pier]는 *열려* 있습니까?\n> \\[!tip] 예.\n>\n"
        "> > [!tip]+ 일찍 오세요\n> > 작습니다.\n\n[the pier]: /p\n"
    )
    assert markdown.skeleton(out) == markdown.skeleton(CALLOUT)
    assert markdown.skeleton(out.replace("faq", "질문")) != markdown.skeleton(CALLOUT)
    assert {one.key.text: one.kind for one in segments(CALLOUT)} == {
        "Is [the pier] *open*?": Kind.HEADING,
        "Yes, it is.": Kind.PARAGRAPH,
        "Come early": Kind.HEADING,
        "It is small.": Kind.PARAGRAPH,
    }


@pytest.mark.parametrize(
    "title",
    [
        '!!! note "{}"\n\n    Words.\n',
        '??? tip "{}"\n    Words.\n',
        '=== "{}"\n\n    Words.\n',
        "::: tip {}\nWords.\n:::\n",
        ":::note[{}]\nWords.\n:::\n",
        ":::{{admonition}} {}\nWords.\n:::\n",
        "> [!NOTE] {}\n> Words.\n",
    ],
)
def test_the_title_of_a_box_names_the_label_of_its_links(title):
    source = title.format("See [the guide], [the pier][] and [more]") + "\n[the guide]: /g\n[the pier]: /p\n"
    head = next(one for one in segments(source) if one.kind is Kind.HEADING)
    assert head.note.endswith("\nlinks: [the guide], [the pier]; write them as [translated words][the guide]")
    out = translated(source, lambda text: "[안내서], [부두][] 그리고 [더]" if "guide" in text else "말.")
    assert "[안내서][the guide], [부두][the pier] 그리고 [더]" in out
    assert markdown.skeleton(out) == markdown.skeleton(source)


def test_a_text_of_html_that_asks_for_markdown_names_the_label_of_its_links():
    source = (
        "<figure>\n  <figcaption markdown>Our [map] of boats</figcaption>\n</figure>\n\n"
        '<details><summary markdown="span">Our [map]</summary></details>\n\n'
        "<p>See [map] there</p>\n\n[map]: /m\n"
    )
    assert "links: [map]; write them as [translated words][map]" in segments(source)[0].note
    out = translated(source, lambda text: "[지도]의 배 & 그물" if "boats" in text else "[지도]")
    assert "<figcaption markdown>[지도][map]의 배 &amp; 그물</figcaption>" in out
    assert '<summary markdown="span">[지도][map]</summary>' in out
    assert "<p>[지도]</p>" in out
    assert markdown.skeleton(out) == markdown.skeleton(source)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_first_line_of_a_quotation_makes_a_callout(newline):
    source = "> Said he:\n>\n> [!note] it is late\n\nAnd:\n> [!note] It is\n".replace("\n", newline)
    assert [(one.kind, one.key.text) for one in segments(source)] == [
        (Kind.QUOTE, "Said he:"),
        (Kind.QUOTE, "[!note] it is late"),
        (Kind.PARAGRAPH, "And:"),
        (Kind.HEADING, "It is"),
    ]
