"""Exact tokens in plain words: what is one, and what a translation may do with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.text.markup import placeholders
from l10n.text.markup.exact import ExactKind, changes, exact

INLINE = formats.load("markdown").inline


def lost(source: str, target: str) -> list[tuple[str, str, bool]]:
    """Return what a translation made of the tokens of its source."""
    found = changes(source, INLINE(source), target, INLINE(target))
    return [(one.before, one.after.text if one.after else "", one.sure) for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "token"),
    [
        ("Write to ferry.times@pier.example, please.", ExactKind.MAIL, "ferry.times@pier.example"),
        ("See pier.example.org/boats?day=2.", ExactKind.SITE, "pier.example.org/boats?day=2"),
        ("See www.pier-line.com.", ExactKind.SITE, "www.pier-line.com"),
        ("Thanks, @pier_line!", ExactKind.HANDLE, "@pier_line"),
        ("They wrote #LateBoats again.", ExactKind.HASHTAG, "#LateBoats"),
        ("Ring +44 20 7946 0321 now.", ExactKind.PHONE, "+44 20 7946 0321"),
        ("To complain, call 555-0190.", ExactKind.PHONE, "555-0190"),
        ("The table is in boats-2019.csv.", ExactKind.FILE, "boats-2019.csv"),
    ],
)
def test_a_token_is_found_without_the_marks_around_it(text: str, kind: ExactKind, token: str) -> None:
    assert [(one.kind, one.text) for one in exact(text)] == [(kind, token)]


@pytest.mark.parametrize(
    "text",
    [
        "The boats left.They came back.",
        "Node.js and ASP.NET are names, as is Pier.com to its owners",
        "Chapter #3 and C# and the mark # alone",
        "They won 110-100 in 2018-2019.",
        "The code `a@b.example` and [x](https://pier.example/@y) are markup.",
    ],
)
def test_what_only_looks_like_a_token_is_none(text: str) -> None:
    assert exact(text, INLINE(text)) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Write to tides@quay.example.", "[tides@quay.example](mailto:tides@quay.example)로 쓰라."),
        ("Call 859-292-3680.", "با شماره ۳۶۸۰-۲۹۲-۸۵۹ تماس بگیرید."),
        ("Call +44 20 7946 0321.", "전화 +44-20-7946-0321."),
        ("Ask @quay_line.", "＠quay_lineに聞く。"),
        ("The age of #Tides.", "عصر Tides#."),
        ("See quay.example/list/.", "www.quay.example/list 를 보라."),
        ("Open `notes.md`.", "`notes.md`를 연다."),
    ],
)
def test_a_token_may_be_dressed_otherwise(source: str, target: str) -> None:
    assert lost(source, target) == []


def test_a_token_that_differs_by_a_sign_is_told_with_what_it_became() -> None:
    assert lost("Write to tides@quay.example.", "tides@quai.example로 쓰라.") == [
        ("tides@quay.example", "tides@quai.example", True)
    ]
    assert lost("See quay.example.org/list.", "quay.example.org/list-2를 보라.") == [
        ("quay.example.org/list", "quay.example.org/list-2", True)
    ]


def test_what_people_change_on_purpose_is_no_certain_loss() -> None:
    assert lost("In the age of #Tides.", "#밀물의 시대에.") == [("#Tides", "", False)]
    assert lost("See quay.example.org/en/list.", "quay.example.org/ko/list를 보라.") == [
        ("quay.example.org/en/list", "quay.example.org/ko/list", False)
    ]


def test_tokens_travel_to_an_engine_as_marks() -> None:
    source = "Ask @quay_line or tides@quay.example about #Tides in boats.csv."
    assert placeholders.protect(source, INLINE(source)).text == "Ask ⟦1⟧ or ⟦2⟧ about ⟦3⟧ in ⟦4⟧."


@given(st.text("ab.@#/+-_(5) `\n⟦1⟧é한", max_size=60))
def test_a_text_with_its_tokens_put_back_is_the_text(text: str) -> None:
    protected = placeholders.protect(text, INLINE(text))
    assert placeholders.restore(protected, protected.text) == text
