"""Numbers as Korean newspapers write them."""

from __future__ import annotations

import pytest

from l10n.text.numbers import compare


def _found(source: str, target: str, locale: str = "ko") -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = compare(source, target, "en", locale)
    return found.missing, found.extra


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Eggs cost 7,412.5 won a tray.", "달걀 한 판은 7천412.5원이다."),
        ("The harbor will get 4 tln won.", "항구에 4조원을 들인다."),
        ("The harbor will get 4 bln won.", "항구에 40억원을 들인다."),
        ("The harbor will get 4.5 mln won.", "항구에 450만원을 들인다."),
        ("The ship leaves at 0715 GMT.", "배는 세계표준시 오전 7시 15분에 떠난다."),
        ("The ship leaves at 0715 GMT.", "배는 0715 GMT에 떠난다."),
        ("The ship leaves at 8:30.", "배는 8시 반에 떠난다."),
        ("The ship leaves at 8:30.", "배는 여덟 시 반께 떠난다."),
    ],
)
def test_the_same_number_is_met_in_another_form(source, target):
    assert _found(source, target) == ((), ())


@pytest.mark.parametrize(
    ("locale", "target"), [("ja", "船は8時半に出る。"), ("ja", "船は八時半に出る。"), ("zh_CN", "船八点半开。")]
)
def test_half_past_is_thirty_minutes(locale, target):
    assert _found("The ship leaves at 8:30.", target, locale) == ((), ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Eggs cost 7,412.5 won a tray.", "달걀 한 판은 7천412.8원이다."),
        ("The harbor will get 4 tln won.", "항구에 4억원을 들인다."),
        ("The ship leaves at 0715 GMT.", "배는 세계표준시 오전 8시 15분에 떠난다."),
    ],
)
def test_another_number_is_told_in_these_forms_too(source, target):
    missing, extra = _found(source, target)
    assert missing
    assert extra


def test_another_minute_is_not_half_past():
    assert _found("The ship leaves at 8:45.", "배는 8시 반에 떠난다.") == (("45",), ())
