"""A phrase that stands for a year explains that year only."""

from __future__ import annotations

import pytest

from l10n.text.numbers import compare


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("ko", "이듬해 그 배는 1978년 경주에서 이겼다."),
        ("ja", "翌年、その船は1978年の競走で勝った。"),
        ("de", "Im folgenden Jahr gewann das Boot das Rennen von 1978."),
        ("es", "Al año siguiente la barca ganó la regata de 1978."),
    ],
)
def test_a_year_is_not_explained_in_the_place_of_another(locale, target):
    source = "The following year the boat won the 1987 race."
    assert compare(source, target, "en", locale).changed
    assert not compare(source, target.replace("1978", "1987"), "en", locale).missing


@pytest.mark.parametrize(
    ("phrase", "year", "right"),
    [
        ("the following year", 2011, True),
        ("the following year", 2014, False),
        ("a year later", 2011, True),
        ("the year before", 2009, True),
        ("the year before", 2011, False),
    ],
)
def test_the_following_year_is_the_one_after_another_of_the_text(phrase, year, right):
    found = compare(
        f"It sank in 2010, and {phrase} it was raised.", f"2010년에 침몰해 {year}년에 인양됐다.", "en", "ko"
    )
    assert (found.new == ()) is right


def test_a_year_that_only_the_day_of_the_news_tells_may_be_any():
    assert not compare("It sank last year.", "2019년에 침몰했다.", "en", "ko").new
    assert not compare("The following year it was raised.", "2019년에 인양됐다.", "en", "ko").new
    assert not compare("It was built in 1990 and sank last month.", "1990년에 건조돼 2019년 침몰했다.", "en", "ko").new


def test_a_phrase_explains_no_year_where_one_of_the_source_is_lost():
    assert compare("It was built in 1990 and sank last month.", "2019년에 건조돼 침몰했다.", "en", "ko").changed
