"""No answer, whatever stands in it, takes more time than grows with its length before it may become a draft."""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest

from l10n.drafting import contaminated, misaligned
from l10n.drafting.guard import inspect
from l10n.drafting.protection import protect as protect_text
from l10n.formats import load
from l10n.model import Form
from l10n.text.analysis import analysed
from l10n.text.markup.placeholders import protect, restore
from l10n.text.sentences.segmentation import sentences
from tests.growth import BETWEEN, MOST, PATTERNS, growth, run

SHORT, LONG = 8_000, 24_000
"""Characters; segmentation is even from 5,000 on, up to which its library is asked about the whole."""
SOURCE = "The council met in the harbor and voted for the new nets that were wet when they came to it."


def guarded(make, size):
    inspect(make(size), make(size), target_locale="ko")
    inspect(SOURCE, make(size), target_locale="es")
    inspect(make(size), SOURCE, target_locale="ja")


def compared(make, size):
    texts, others = [SOURCE, make(size)], [make(size), SOURCE]
    misaligned.shifted(texts, others, "en", "ko")
    for look in (contaminated.alike, contaminated.joined, contaminated.sharing):
        look(texts, others)


def cut(make, size):
    for language in ("en", "ko", "ja", "ar"):
        sentences(make(size), language)


def put_back(make, size):
    protected = protect(make(size), ())
    assert restore(protected, protected.text) is not None


def placed(make, size):
    for text in (make(size), f"The **{make(size)}** and"):
        protection = protect_text(text, load("markdown"), Form.BARE, "ko")
        protection.read_all(protection.questions)


def work(one, make, size):
    analysed.cache_clear()
    one(make, size)


@pytest.mark.parametrize(
    ("one", "size"), [(guarded, SHORT), (compared, SHORT), (cut, LONG), (put_back, SHORT), (placed, SHORT)]
)
@pytest.mark.parametrize(("pattern", "between"), list(product(PATTERNS, BETWEEN)))
def test_an_answer_is_judged_in_time_that_grows_with_it(one, size, pattern, between):
    assert growth(partial(work, one, partial(run, pattern, between)), size) <= MOST
