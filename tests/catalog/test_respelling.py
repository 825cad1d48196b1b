"""Which edits of a source are a mended spelling and no other words."""

import pytest

from l10n.catalog.respelling import difference, why_not, words

SPELLING = [
    ("The goverment waits.", "The government waits."),
    ("They will recieve it.", "They will receive it."),
    ("Teh pier is closed.", "The pier is closed."),
    ("It was definately late.", "It was definitely late."),
    ("The colour faded.", "The color faded."),
    ("Its web site is slow.", "Its website is slow."),
    ("The the pier is closed.", "The pier is closed."),
    ("See the *goverment* page.", "See the *government* page."),
    ("However the pier is closed.", "However, the pier is closed."),
    ("The boats crew left.", "The boat's crew left."),
]
MORE = [
    ("The boat left early.", "The coat left early."),
    ("The boat left early.", "The boats left early."),
    ("They open the pier.", "They opened the pier."),
    ("The men left early.", "The man left early."),
    ("The pier is closed.", "Is the pier closed?"),
    ("The pier is closed.", "The old pier is closed."),
    ("On May 25 it closed.", "On May 26 it closed."),
    ("It is now closed.", "It is not closed."),
    ("See [it](goverment.md) there.", "See [it](government.md) there."),
    ("The **old** pier is closed.", "The old pier is closed."),
    ("The pier is closed.", "The pier is closed?"),
    ("“We wiat,” he said.", "“We wait,” he said."),
]


@pytest.mark.parametrize(("old", "new"), SPELLING)
def test_a_mended_spelling_is_told_from_other_words(old: str, new: str) -> None:
    assert why_not(old, new, words(new)) == ""


@pytest.mark.parametrize(("old", "new"), MORE)
def test_what_is_more_than_spelling_is_said(old: str, new: str) -> None:
    assert why_not(old, new, words(new)) != ""


def test_a_word_that_the_articles_use_was_no_misspelling() -> None:
    old, new = "A casual visit is planned.", "A causal visit is planned."
    assert why_not(old, new, words(new)) == ""
    assert why_not(old, new, words("Wear casual dress.")) == "“casual” is a word of the articles"


def test_a_difference_is_shown_with_a_few_words_around_it() -> None:
    before = "One two three four five six seven eigth nine ten eleven twelve thirteen."
    shown = difference(before, before.replace("eigth", "eighth"))
    assert shown == "…five six seven [-eigth-]{+eighth+} nine ten eleven…"
