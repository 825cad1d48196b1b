"""Which edits of a source keep the review of its translation."""

import unicodedata

import pytest

from l10n.catalog.cosmetic import cosmetic

SAME = [
    ("The café is closed.", unicodedata.normalize("NFD", "The café is closed.")),
    ("Read **the café** now.", unicodedata.normalize("NFD", "Read **the café** now.")),
    ("Some 40 % stayed.", "Some 40% stayed."),
    ("Some **40** % stayed.", "Some **40**% stayed."),
    ("Some <b>40</b> % stayed.", "Some <b>40</b>% stayed."),
    ("It was 9 °C cold.", "It was 9°C cold."),
    ("The fishers’ boats", "The fishers' boats"),
    ("The fishersʼ boats", "The fishers' boats"),
    ("In the 1990’s it rained.", "In the 1990's it rained."),
    ("A 5′ plank, 3″ thick", "A 5' plank, 3\" thick"),
    ("It was –9 there.", "It was −9 there."),
]
OTHER = [
    ("It was −9 there.", "It was 9 there."),
    ("Write %(n)s: 40 %(n)s", "Write %(n)s: 40%(n)s"),
    ("Type `40 %` now.", "Type `40%` now."),
    ("A 5′ plank", "A 5″ plank"),
    ("It cost 40 % more.", "It cost 40 ‰ more."),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_what_a_reader_does_not_tell_apart_is_cosmetic(one: str, two: str) -> None:
    assert cosmetic(one) == cosmetic(two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_what_a_reader_tells_apart_is_not(one: str, two: str) -> None:
    assert cosmetic(one) != cosmetic(two)
