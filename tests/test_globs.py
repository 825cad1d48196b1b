"""Which paths does a pattern fit?"""

import pytest

from l10n.globs import matches
from tests.growth import grows_evenly


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("opinion/*.md", "opinion/a.md", True),
        ("opinion/*.md", "opinion/2026/a.md", False),
        ("opinion/**", "opinion/2026/a.md", True),
        ("**/a.md", "a.md", True),
        ("**/a.md", "2026/08/a.md", True),
        ("**/a.md", "2026/ba.md", False),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("*", "", True),
        ("a*b*c", "aXbYc", True),
        ("a*b*c", "aXbY", False),
        ("[ab].md", "a.md", False),
        ("", "a", False),
    ],
)
def test_a_star_stays_in_its_folder_and_two_cross_folders(pattern, path, fits):
    assert matches(pattern, path) is fits


@pytest.mark.parametrize("piece", ["a*", "**/", "**", "?*", "*"])
def test_a_pattern_of_many_stars_takes_time_by_its_length(piece):
    assert grows_evenly(lambda many: matches(piece * many + "b", "a" * 200), 10, 2_560)
