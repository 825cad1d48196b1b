"""One text, one translation: which of several is blamed, and how firmly."""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.model import Kind, Severity
from l10n.protocols import Pair, Scope

CLOSED = "The harbor is closed today."


def found(rule, *texts, kind=Kind.PARAGRAPH, drafts=(), locale="ko"):
    pairs = [
        Pair(source, target, locale, kind=kind, article=f"{at}.md", draft=at in drafts)
        for at, (source, target) in enumerate(texts)
    ]
    return [
        (index, flaw.severity or one.severity, flaw.message)
        for index, one, flaw in checks.inspect(pairs, checks.chosen([rule]), scopes=(Scope.LOCALE,))
    ]


def test_what_differs_from_most_is_blamed_and_the_others_are_quoted():
    texts = [(CLOSED, "항구는 쉰다."), (CLOSED, "항만은 닫혔다."), (CLOSED, "항만은 닫혔다.")]
    assert found("inconsistent", *texts) == [(0, Severity.WARNING, "the same text is “항만은 닫혔다.” in 1.md")]


def test_of_two_the_second_is_blamed():
    assert [one[0] for one in found("inconsistent", (CLOSED, "항구는 쉰다."), (CLOSED, "항만은 닫혔다."))] == [1]


def test_what_a_person_has_read_outweighs_drafts():
    texts = [(CLOSED, "항만은 닫혔다."), (CLOSED, "항만은 닫혔다."), (CLOSED, "항구는 쉰다.")]
    assert [one[0] for one in found("inconsistent", *texts, drafts=(0, 1))] == [0, 1]


@pytest.mark.parametrize(
    ("source", "kind", "severity"),
    [
        ("Read more", Kind.PARAGRAPH, Severity.INFO),
        ("Read much more", Kind.PARAGRAPH, Severity.INFO),
        ("Read much more", Kind.HEADLINE, Severity.WARNING),
        ("Read very much more", Kind.PARAGRAPH, Severity.WARNING),
        ("2019", Kind.CELL, None),
    ],
)
def test_short_texts_are_hints_for_their_context_may_ask_for_it(source, kind, severity):
    flaws = found("inconsistent", (source, "더 읽어 보기"), (source, "계속 읽는다"), kind=kind)
    assert [one[1] for one in flaws] == ([severity] if severity else [])


def test_marks_and_white_space_make_no_other_text_and_no_other_translation():
    texts = [("The “harbor” is  closed.", "항구는 ‘닫혔다’."), ('The "harbor" is closed.', "항구는 “닫혔다”")]
    assert not found("inconsistent", *texts)
    texts = [("The “harbor” is  closed.", "항구는 닫혔다."), ('The "harbor" is closed.', "항구가 쉰다.")]
    assert found("inconsistent", *texts)


def test_a_draft_in_the_language_of_the_source_is_no_translation():
    assert not found("inconsistent", (CLOSED, "Thé harbor."), (CLOSED, "Thé harbör."), locale="en")


LEFT, STORM = "The captain left the harbor at noon.", "Nobody had ever seen a storm like this."
TARGET = "선장은 정오에 항구를 떠났다고 한다."


def test_one_translation_under_two_texts_is_blamed_on_the_later():
    assert found("same-target", (LEFT, TARGET), (STORM, TARGET)) == [
        (1, Severity.WARNING, f"the same translation stands for “{LEFT}” in 0.md")
    ]


def test_of_a_reviewed_text_and_a_draft_the_draft_is_blamed():
    assert [one[0] for one in found("same-target", (LEFT, TARGET), (STORM, TARGET), drafts=(0,))] == [0]


@pytest.mark.parametrize(
    ("one", "other", "target"),
    [
        ("He said he did not know.", "She said she didn't know it.", "모른다고 말했다고 전해졌다."),
        ("The captain left.", "Nobody saw it.", TARGET),
        (LEFT, STORM, "떠났다고 한다."),
        (LEFT, LEFT, TARGET),
    ],
)
def test_texts_that_are_alike_or_short_may_share_a_translation(one, other, target):
    assert not found("same-target", (one, target), (other, target))
