"""Finding the markup inside a segment's text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import markdown
from tests.formats.test_markdown import DOCUMENTS


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
        ("- not *a* list", "emphasis:* emphasis:*"),
    ],
)
def test_these_spans_are_markup(text: str, expected: str) -> None:
    found = [f"{span.kind}:{text[span.start : span.end]}".replace("\n", "⏎") for span in markdown.inline(text)]
    assert " ".join(item.replace(" ", "⎵") for item in found) == expected


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), DOCUMENTS))
def test_spans_ascend_and_never_overlap(text: str) -> None:
    done = 0
    for span in markdown.inline(text):
        assert done <= span.start < span.end <= len(text)
        done = span.end


def test_a_long_line_is_read_in_linear_work() -> None:
    assert len(markdown.inline("a *b* " * 20_000)) == 40_000
