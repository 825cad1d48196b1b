"""Numbers that stand as they stood are kept, which needs no reading of the second text."""

from __future__ import annotations

import pytest

from l10n.model import Inline, InlineRole, SpanKind
from l10n.text.numbers import as_written, compare

_CODE = (Inline(0, 3, SpanKind.CODE, 1, InlineRole.STANDALONE),)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost $1.3 billion on May 5, 2026.", "⟪Îţ çööšţ $1.3 billion öön May 5, 2026.⟫"),
        ("Nobody came.", "⟪Ñööbööðŷ çåámé.⟫"),
        ("COVID-19 came at 10:30 p.m.", "⟪ÇÖVÎÐ-19 çåmé 10:30 p.m.⟫"),
    ],
)
def test_numbers_that_stand_as_they_stood_are_kept(source, target):
    assert as_written(source, target, "en")
    assert not compare(source, target, "en", "en").changed


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost $1.3 billion.", "It cost $1.3 million."),
        ("It cost 70.", "It cost 71."),
        ("From 5 to 10.", "From 10 to 5."),
        ("On May 5, 2026.", "On June 5, 2026."),
        ("It cost 70.", "It cost 70 and 7."),
        ("It cost 70.", "It cost."),
    ],
)
def test_numbers_that_are_written_otherwise_are_left_to_the_comparison(source, target):
    assert not as_written(source, target, "en")


def test_digits_in_markup_are_no_numbers():
    assert as_written("`1` 70", "`2` 70", "en", _CODE, _CODE)
    assert not as_written("`1` 70", "`2` 71", "en", _CODE, _CODE)
