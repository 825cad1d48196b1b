"""What is wrong in a supplement and would be read without a word is told by its report card."""

import pytest

from l10n import languages
from l10n.errors import ConfigError
from l10n.languages import FACETS, supplement
from tools.proof import proofread


@pytest.fixture
def written(monkeypatch):
    """Put an Italian supplement of the test's own in the place of the real one, and leave the others."""
    real = supplement.load
    texts: dict[str, str] = {}

    def load(name, facets):
        return supplement.parsed(texts[name], name, f"{name}.toml", facets) if name in texts else real(name, facets)

    monkeypatch.setattr(supplement, "load", load)
    languages.of.cache_clear()
    vars(languages)["_language"].cache_clear()
    yield texts
    languages.of.cache_clear()
    vars(languages)["_language"].cache_clear()


ROW = "[[example]]\nrule = '{}'\nsource = 'a'\ntarget = 'b'\nfinds = true\n"


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("[negation]\npattern = 'non('\n", "negation.pattern", "escape its signs"),
        ("[months.patterns]\n1 = '[gen'\n", "months.patterns.1", "escape its signs"),
        ("[months.patterns]\n13 = 'tredicembre'\n", "months.patterns.13", "Known are 1, 10, 11"),
        ("[times.season]\nsprnig = 'primavera'\n", "times.season.sprnig", "Did you mean `spring`?"),
        ("[units.time]\nhours = 'ore'\n", "units.time.hours", "Did you mean `hour`?"),
        ("[currencies.names]\neuros = 'euro'\n", "currencies.names.euros", "Did you mean `euro`?"),
        ("[opposites.reworded]\n'not al' = 'solo'\n", "opposites.reworded.not al", "Did you mean `not all`?"),
        ("[numbers.phrases]\n'halve' = ['mezzo']\n", "numbers.phrases.halve", "Use one of"),
        (ROW.format("unti"), "example[1].rule", "Did you mean `unit`?"),
    ],
)
def test_a_fault_is_told_with_file_key_and_remedy(written, text, key, remedy):
    written["it"] = text
    with pytest.raises(ConfigError) as error:
        proofread(languages.of("it"))
    assert error.value.path == "it.toml"
    assert f"`{key}`" in error.value.message
    assert remedy in error.value.message + error.value.remedy


@pytest.mark.parametrize("name", languages.known())
def test_no_supplement_has_such_a_fault(name):
    assert supplement.load(name, frozenset(FACETS)) is not None
    proofread(languages.of(name))
