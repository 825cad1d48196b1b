"""The table of what accounts for numbers: each row is needed, and says what it did."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.text.numbers.difference import steps
from l10n.text.numbers.explainers import EXPLAINERS

ROWS = [pytest.param(one, id=one.name) for one in EXPLAINERS]


def _accused(example, explainers):
    """Tell whether anything of an example is not accounted for, its Markdown read."""
    source, locale, target = example
    inline = formats.load("markdown").inline
    found = [one for _, one in steps((source, target), ("en", locale), (inline(source), inline(target)), explainers)]
    return bool(found and (found[-1].missing or found[-1].extra or found[-1].again))


@pytest.mark.parametrize("explainer", ROWS)
def test_an_explainer_decides_its_example(explainer):
    assert _accused(explainer.example, EXPLAINERS) is explainer.always


@pytest.mark.parametrize("explainer", ROWS)
def test_without_an_explainer_its_example_is_judged_wrongly(explainer):
    others = [one for one in EXPLAINERS if one is not explainer]
    assert _accused(explainer.example, others) is not explainer.always


def test_names_of_explainers_are_unique():
    assert len({one.name for one in EXPLAINERS}) == len(EXPLAINERS)


def test_the_steps_say_which_explainer_took_which_number():
    texts = "It took 90 minutes, some 60 miles away.", "96km 떨어진 곳까지 1시간 30분이 걸렸다."
    found = dict(steps(texts, ("en", "ko")))
    assert list(found) == ["", "conversions", "lengths"]
    assert [one.text for one in found[""].missing] == ["90", "60"]
    assert [one.text for one in found["conversions"].missing] == ["90"]
    assert [one.text for one in found["conversions"].extra] == ["1", "30"]
    assert not found["lengths"].open
