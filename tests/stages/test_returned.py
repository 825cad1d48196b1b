"""An edit is told from what a tool does to a text that has codes."""

from datetime import date

import pytest

from l10n import formats
from l10n.catalog.decisions import mark
from l10n.exchange.xliff.units import ReturnedUnit, Said, exact
from l10n.model import Entry, Key, Reception, State
from l10n.stages.importing import ImportOrder
from l10n.stages.returned import returned

INLINE = formats.load("markdown").inline


def came(target, lead, behind):
    """Return what becomes of a text of which a file has other words before its first code."""
    entry = Entry(Key("See `a` *b*."), target, State.DRAFT)
    unit = ReturnedUnit("", 1, entry.key.text, lead + behind, Said.NOTHING, lead, exact(target), mark(entry))
    order = ImportOrder("ko", date(2026, 5, 1))
    return returned(entry, unit, inline=INLINE, origin="a.xlf", order=order)


@pytest.mark.parametrize(
    ("target", "lead", "behind"),
    [
        ("시간은 `a` 시간은 있다", "그 시간은 ", "`a` 시간은 있다"),
        ("이제 `a` 오늘", "이제 꼭 ", "`a` 오늘"),
        ("이제 `a` 오늘 내일 모레", "오늘 이제 ", "`a` 오늘 내일 모레"),
        ("이제. `a`.", "이제는. ", "`a`."),
        ("이제 `a`", "이제는 ", "`a`"),
        ("`a` 오늘", "이제 ", "`a` 오늘"),
    ],
)
def test_words_before_the_first_code_may_change(target, lead, behind):
    done = came(target, lead, behind)
    assert (done.entry.target, done.reception, done.refusal) == (lead + behind, Reception.IN_WORK, "")


@pytest.mark.parametrize(
    ("target", "whole"),
    [("이제 `a` 오늘", "이제 `a` 꼭 오늘"), ("*나*의 `a` 배", "*나*의 큰 `a` 배")],
)
def test_a_whole_text_before_the_old_one_is_the_new_one(target, whole):
    done = came(target, whole, target[INLINE(target)[0].start :])
    assert (done.entry.target, done.reception) == (whole, Reception.IN_WORK)


@pytest.mark.parametrize(
    ("target", "whole"),
    [("이제 `a` 오늘", "이제 꼭 오늘"), ("이제 `a`", "꼭 이제 `a`"), ("이제 `a`.", "이제 꼭 .")],
)
def test_what_may_be_one_is_told_and_left(target, whole):
    done = came(target, whole, target[INLINE(target)[0].start :])
    assert (done.entry.target, done.reception) == (target, None)
    assert done.refusal.startswith("a tool wrote the new text before the old one")
