"""What the code of a language offers, and that nobody loads it who does not ask."""

import subprocess
import sys

import pytest

from l10n import languages
from l10n.languages import supplement
from l10n.languages.code import Offers
from l10n.languages.language import CODE

PROGRAM = """
import sys
from l10n import checks, languages

def loaded():
    return sorted(name for name in sys.modules if name.startswith(("l10n.languages.ko", "l10n.languages.ja")))

checks.rules()
languages.of("es").particles
languages.of("ko").units
assert loaded() == [], loaded()
languages.of("ko").particles
assert "l10n.languages.ko.josa" in loaded()
assert "l10n.languages.ja" not in loaded()
"""


@pytest.mark.parametrize("name", sorted(supplement.packages()))
def test_a_package_offers_nothing_that_no_protocol_describes(name):
    offered = {facet for facet in CODE if languages.of(name).code_facet(facet)}
    assert offered
    assert offered <= Offers.__annotations__.keys() == CODE


def test_a_language_without_code_offers_nothing():
    for locale in ("es", "kok", ""):
        assert {getattr(languages.of(locale), facet) for facet in CODE} == {None}


@pytest.mark.parametrize("locale", ["ko", "ko_KR", "ko-KP"])
def test_any_spelling_of_a_locale_has_the_code_of_its_language(locale):
    particles = languages.of(locale).particles
    assert particles is not None
    assert particles.replaced("항구를 떠났다", 0, 2, "항만") == (3, "항만을")


def test_the_languages_that_offer_something_are_known_by_name():
    assert languages.offering(["particles"]) == ("ko",)
    assert languages.offering(["sounds", "months"]) == ("ja", "ko")
    assert languages.offering(["months"]) == ()


def test_the_code_of_a_language_is_loaded_when_it_is_asked_for():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
