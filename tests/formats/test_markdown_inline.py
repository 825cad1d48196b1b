"""Finding the markup inside a segment's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import markdown
from l10n.formats.markdown import events
from l10n.model import Segment
from l10n.text.markup.placeholders import parity
from tests.examples import examples
from tests.formats.test_markdown import DOCUMENTS, PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, (brackets) and 5 * 3", ""),
        ("an `a_b` code", "code:`a_b`"),
        ("**bold** and *it*", "emphasis:** emphasis:** emphasis:* emphasis:*"),
        ("***both***", "emphasis:* emphasis:** emphasis:** emphasis:*"),
        ("~~gone~~", "emphasis:~~ emphasis:~~"),
        ("[words](/u)", "link:[ link:](/u)"),
        ('[words](/u "The title")', 'link:[ link:](/u⎵" link:")'),
        ("![alt](p.png)", "link:![ link:](p.png)"),
        ("[![alt](p)](u)", "link:[ link:![ link:](p) link:](u)"),
        ("[words][label] and [words][]", "link:[ link:][label] link:[ link:][]"),
        ("[words][label][other] and", "link:[ link:][label][other]"),
        ("[words][label][more words](/u)", "link:[ link:][label] link:[ link:](/u)"),
        ("he said [the officer] so", ""),
        ("a note[^1]", "link:[^1]"),
        ("a <b>word</b><!-- c -->", "tag:<b> tag:</b> tag:<!--⎵c⎵-->"),
        ("<https://a.b/c> and https://x.kr/y을 보라", "url:<https://a.b/c> url:https://x.kr/y"),
        ("see https://x.kr.", "url:https://x.kr"),
        ("a \\* b &amp; c", "escape:\\* escape:&amp;"),
        ("one\\\ntwo", "escape:\\⏎"),
        (
            "{{ a_b_c }} {% if x %} %(name)s :smile:",
            "variable:{{⎵a_b_c⎵}} variable:{%⎵if⎵x⎵%} variable:%(name)s variable::smile:",
        ),
        ("at 10:30:45 sharp", ""),
        ("`{{ x }}` [a]({{ u }})", "code:`{{⎵x⎵}}` link:[ link:]({{⎵u⎵}})"),
        ("1. 한국 **굵은** 😀 [링크](u)", "emphasis:** emphasis:** link:[ link:](u)"),
        ("so $x_1 * y_2$ is $n$ and $$a + b$$", "code:$x_1⎵*⎵y_2$ code:$n$ code:$$a⎵+⎵b$$"),
        ("from 0.09$/GB to $5 (was $4) a month, $5/$6, US$5=A$7, $HOME/$USER_NAME", ""),
        ('<Card icon={a > b} title="x">words</Card>', 'tag:<Card⎵icon={a⎵>⎵b}⎵title="x"> tag:</Card>'),
        ("<Card icon={<I/>}>words</Card>", "tag:<Card⎵icon={<I/>}> tag:</Card>"),
        ("- not *a* list", "emphasis:* emphasis:*"),
    ],
)
def test_these_spans_are_markup(text: str, expected: str) -> None:
    found = [f"{span.kind}:{text[span.start : span.end]}".replace("\n", "⏎") for span in markdown.inline(text)]
    assert " ".join(item.replace(" ", "⎵") for item in found) == expected


@examples(200)
@given(st.one_of(st.text(), DOCUMENTS))
def test_spans_ascend_and_never_overlap(text: str) -> None:
    done = 0
    for span in markdown.inline(text):
        assert done <= span.start < span.end <= len(text)
        done = span.end


def test_a_long_line_is_read_in_linear_work() -> None:
    assert len(markdown.inline("a *b* " * 20_000)) == 40_000


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("About **50%** of it", "**50%**의 말"),
        ("The *MSS (agency)* said", "*MSS(기관)*은 말했다"),
        ("The _word_ is", "_말_은"),
        ("He said **“No”** twice and **(yes)** once", "**“아니”**라고 두 번, **(예)**라고 한 번"),
        ("***Both (a)*** of", "***둘(가)***은"),
        ("The **[link](u)** is and ~~(gone)~~ too", "**[링크](u)**는 ~~(간)~~것"),
        ("A `**code**` and **a (b)**", "`**code**`와 **가(나)**와"),
        ("😀 **a (b)** {{ x }} and", "😀 {{ x }} **가(나)**와"),
        ("no marks", "말*과 **말"),
        ("2 * 3 and snake_case_name", "2 * 3과 snake_case_name을"),
    ],
)
def test_marks_that_are_mended_count_as_emphasis(source: str, target: str) -> None:
    (segment,) = [part for part in markdown.parse(source, PARAGRAPHS) if isinstance(part, Segment)]
    published = markdown.encode(segment, target)
    assert rendered(published) == rendered(source)
    assert parity(source, markdown.inline(source), target, markdown.inline(target)) == []


def test_marks_that_nothing_mends_are_words() -> None:
    assert markdown.inline("word_ and _word, **open, `**a(b)**는`")[:-1] == ()
    assert [span.kind for span in markdown.inline("f(_a_b) and 2*x")] == []


def rendered(text: str) -> int:
    return sum(
        event.op == "Start" and event.name in {"Strong", "Emphasis", "Strikethrough"}
        for event in events.inline_events(text)
    )
