"""Numbers in groups of four digits."""

import pytest

from l10n.text import numbers
from l10n.text.numbers.groups import large
from tests.languages.mending import mended


@pytest.mark.parametrize(
    ("locale", "text", "right"),
    [
        ("ko", "1,300,000명이 왔다", "130만명이 왔다"),
        ("ko", "250,000,000달러", "2억 5000만달러"),
        ("ko", "1.5백만 달러", "150만 달러"),
        ("ko", "2.25 십억 달러", "22억 5000만 달러"),
        ("zh_CN", "1,300,000人", "130万人"),
        ("ja", "250,000,000円", "2億5000万円"),
        ("ko", "12,500명", "12,500명"),
        ("ko", "9,000명", "9,000명"),
        ("ko", "$1,300,000", "$1,300,000"),
        ("ko", "1,300,000.5", "1,300,000.5"),
        ("ko", "A1,300,000", "A1,300,000"),
        ("ko", "3백만 명", "3백만 명"),
    ],
)
def test_a_round_number_is_written_in_groups_and_keeps_its_value(locale, text, right):
    assert mended(text, large(text, locale)) == right


@pytest.mark.parametrize(("target", "same"), [("गिनती में 2,50,000 नावें थीं।", True), ("गिनती में 2,60,000 नावें थीं।", False)])
def test_groups_of_two_above_a_thousand_are_read(target, same):
    assert numbers.compare("The count had 250,000 boats.", target, "en", "hi").changed is not same
