"""The rows of all supplements are tests: what a rule says of a translation into the language."""

import pytest

from l10n import languages
from l10n.languages import FACETS, supplement
from tools.language import failures


def rows(name):
    found = supplement.load(name, frozenset(FACETS))
    assert found is not None
    return found.examples


@pytest.mark.parametrize("name", languages.known())
def test_every_example_of_a_supplement_is_as_it_says(name):
    assert failures(rows(name), name) == []
