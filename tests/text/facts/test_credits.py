"""Lines that say who wrote a story, and sentences that are surely of it."""

import pytest

from l10n.formats import html, markdown
from l10n.text.facts import credits as crediting

CREDITS = (
    "By Ada Renn",
    "BY ADA RENN",
    "By Ada Renn and Juan de la Cruz",
    "By Ada Renn — June 2, 2026",
    "Ada Renn, staff writer",
    "Ada Renn, Harbor correspondent",
    "Ada Renn · 4 min read",
    "Words: Ada Renn\nPictures: Juan Cruz",
    "Photographs by Juan Cruz",
    "From our correspondent in Port Calder",
    "Ada Renn, special to the Calder Record",
    "Ada Renn\nStaff Writer\nrenn@example.org",
    "Published 10:04 a.m. ET, June 3, 2026 | Updated June 4, 2026",
    "PORT CALDER, June 1",
    "12/03/2026 14:20",
    "(Adds quote, paragraphs 3-5)",
    "(Reporting by Ada Renn; editing by Juan Cruz)",
    "[PHOTO]",
    "[Video: the pier at noon]",
    "BC-CALDER-PIER/",
    "Slug: calder-pier",
)
STORY = (
    "By Tuesday the harbor was full.",
    "By phone.",
    "By Tuesday",
    "By 52 votes to 48, the council said no",
    "June was cold.",
    "Photos by Juan Cruz hang in the hall.",
    "Updated maps will come out in June.",
    "(It was a matter of luck.)",
    "Staff Writer Wins Prize",
    "Correspondent in Port Calder Freed",
    "NOBODY WAS HURT",
    "Ada Renn",
    "COVID-19",
    "The reporter came on June 1, 2026",
    "",
)


@pytest.mark.parametrize("text", CREDITS)
def test_a_text_of_which_every_word_is_accounted_for_is_a_credit(text):
    assert crediting.is_credit(text, "en")
    assert crediting.may_be(text, "en")
    assert not crediting.is_sentence(text, (), "en")


@pytest.mark.parametrize("text", STORY)
def test_a_text_with_a_word_of_its_own_is_none(text):
    assert not crediting.is_credit(text, "en")


@pytest.mark.parametrize("text", ["Ada Renn", "By Ada Renn", "Harbor Opens Again", "Editor of the Record Leaves"])
def test_what_names_somebody_may_be_a_headline(text):
    assert not crediting.is_above(text, "en")


@pytest.mark.parametrize(
    "text", ["BC-CALDER-PIER/", "June 3, 2026", "(Adds quote)", "EMBARGOED until 06:00 GMT, 3 June"]
)
def test_slugs_stamps_and_remarks_may_stand_above_a_headline(text):
    assert crediting.is_above(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The harbor opened again.",
        "By Tuesday the harbor was full.",
        "“It was full,” she said.",
        "PORT CALDER, June 1 (Wire) - The harbor opened again.",
        "A chair. A cup.",
        "항구가 다시 열렸다.",
    ],
)
def test_a_sentence_is_one(text):
    assert crediting.is_sentence(text, (), "en")


@pytest.mark.parametrize(
    "text",
    [
        "Silence.",
        "The harbor opened again",
        "NOBODY WAS HURT.",
        "(It was a matter of luck.)",
        "Editor’s note: The story was corrected.",
        "This story was first printed in May.",
        "By Ada Renn, who has lived there since May.",
        "Ada Renn is a reporter of the Record.",
        "The pier in June. Photo: Juan Cruz.",
        "Sign up for our letter today.",
    ],
)
def test_what_may_be_no_sentence_of_the_story_is_in_doubt(text):
    assert not crediting.is_sentence(text, (), "en")
    assert not crediting.is_credit(text, "en")


@pytest.mark.parametrize(
    "text", ["*The pier was full at noon.*", "**The pier was full at noon.**", "[The pier was full.](x)"]
)
def test_a_text_that_is_set_apart_as_a_whole_is_in_doubt(text):
    assert not crediting.is_sentence(text, markdown.inline(text), "en")
    assert crediting.is_sentence(f"{text} It was.", markdown.inline(f"{text} It was."), "en")


def test_markup_is_no_word_and_a_break_divides_lines():
    assert crediting.bare(
        "By <b>Ada</b> Renn<br>Wire&nbsp;desk", html.inline("By <b>Ada</b> Renn<br>Wire&nbsp;desk")
    ) == ("By Ada Renn\nWire\N{NO-BREAK SPACE}desk")
    assert crediting.is_credit(crediting.bare("By {{ author }}", markdown.inline("By {{ author }}")), "en")


@pytest.mark.parametrize(
    ("text", "locale", "credit"),
    [
        ("5 juin 2026", "fr", True),
        ("Par Ada Renn", "fr", False),
        ("3. Juni 2026, 14:20", "de", True),
        ("By Ada Renn", "de", False),
    ],
)
def test_a_language_without_words_of_credits_still_has_dates(text, locale, credit):
    assert crediting.is_credit(text, locale) is credit


def test_work_does_not_grow_with_the_length_of_a_text():
    assert not crediting.is_credit("By Ada Renn, " * 50, "en")
    assert not crediting.may_be("By Ada Renn, " * 50, "en")
