"""A text that goes to an engine in words only, and its marks in the answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.drafting.protection import protect
from l10n.model import Form, Term

MARKDOWN = formats.load("markdown")


def shield(text, locale="ko", terms=()):
    return protect(text, MARKDOWN, Form.BARE, locale, terms)


def through(text, table, locale="ko", terms=()):
    """Return what an engine makes of a text that answers as the table says, with other texts as they are."""
    protection = shield(text, locale, terms)
    return protection.read_all([table.get(question, question) for question in protection.questions])


def test_a_text_without_markup_is_asked_for_sentence_by_sentence():
    assert shield("The boat left. The lamp burnt.").questions == ("The boat left.", "The lamp burnt.")
    assert (
        through("The boat left.  The lamp burnt.", {"The boat left.": "배가 떠났다."}) == "배가 떠났다. The lamp burnt."
    )
    assert through("The boat left. It sank.", {}, "ja") == "The boat left.It sank."


def test_words_inside_of_a_sentence_are_asked_for_by_themselves_and_found_again():
    text = "Read [a report](https://a.example/r) of the **harbour** board."
    table = {
        "Read a report of the harbour board.": "항구 위원회의 보고서를 읽으라.",
        "a report": "보고서.",
        "harbour": "항구",
    }
    assert shield(text).questions == tuple(table)
    assert through(text, table) == "**항구** 위원회의 [보고서](https://a.example/r)를 읽으라."


@pytest.mark.parametrize(
    "answer",
    ["위원회는 말이 없었다.", "보고서는 보고서다.", "새보고서를 읽으라."],
    ids=["not there", "there twice", "a part of a word"],
)
def test_words_that_are_not_found_once_are_not_placed(answer):
    assert through("Read **a report** now.", {"Read a report now.": answer, "a report": "보고서"}) is None


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [("Lea los informes ahora.", None), ("Lea el informe ahora.", "Lea el *informe* ahora.")],
)
def test_a_word_ends_where_no_particles_follow_words(answer, wanted):
    table = {"Read the report now.": answer, "report": "informe"}
    assert through("Read the *report* now.", table, "es") == wanted


def test_upper_and_lower_case_do_not_count():
    table = {"The report came.": "Llegó el informe.", "The report": "El informe"}
    assert through("**The report** came.", table, "es") == "Llegó **el informe**."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**The boat left.** It sank.", "**배가 떠났다.** 가라앉았다."),
        ("*The boat left. It sank.*", "*배가 떠났다. 가라앉았다.*"),
        ("**The boat left**.", "**배가 떠났다**."),
        ("“**The boat left**.”", "“**배가 떠났다**.”"),
        ("The boat left.[^1] It sank.[^2]", "배가 떠났다.[^1] 가라앉았다.[^2]"),
        ("The boat left[^1].", "배가 떠났다[^1]."),
        ("The boat left. [^1] It sank. [^2]", "배가 떠났다. [^1] 가라앉았다. [^2]"),
        ("***The boat left.***", "***배가 떠났다.***"),
        ("![The boat left.](a.png)", "![배가 떠났다.](a.png)"),
        ("The boat left.<br>It sank.", "배가 떠났다.<br>가라앉았다."),
        ("The boat left.\\\nIt sank.", "배가 떠났다.\\\n가라앉았다."),
    ],
)
def test_a_mark_at_an_edge_of_a_sentence_stays_there(text, wanted):
    table = {
        "The boat left.": "배가 떠났다.",
        "It sank.": "가라앉았다.",
        "“The boat left.”": "“배가 떠났다.”",
    }
    assert through(text, table) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The boat[^1] left.",
        "The **boat left. It** sank.",
        "The 10&nbsp;boats left.",
        "The boat <!-- which? --> left.",
    ],
)
def test_a_text_with_a_mark_that_has_no_words_to_find_again_is_not_asked_for(text):
    assert shield(text).questions == ()


def test_code_variables_addresses_and_escapes_are_found_as_they_are():
    text = "Run `make it` in {{ place }} & write to keeper@example.org \\*soon\\*."
    said = "Run make it in {{ place }} & write to keeper@example.org *soon*."
    assert shield(text).questions == (said,)
    table = {said: "keeper@example.org *곧* {{ place }} & make it를 실행하라."}
    assert through(text, table) == "keeper@example.org \\*곧\\* {{ place }} & `make it`를 실행하라."
    assert through(text, {said: "keeper@example.org *곧* {{place}} & make it를 실행하라."}) is None


TERMS = (Term("border guard", "국경경비대"), Term("Harbour Post", "하버포스트"))


def test_a_term_stands_where_the_engine_says_its_words_and_the_particle_fits_it():
    table = {
        "A border guard slept.": "국경 수비병이 잠들었다.",
        "border guard": "국경 수비병",
    }
    assert through("A border guard slept.", table, terms=TERMS) == "국경경비대가 잠들었다."


def test_a_term_that_the_engine_knows_stays():
    table = {"A border guard slept.": "국경경비대가 잠들었다.", "border guard": "경비"}
    assert through("A border guard slept.", table, terms=TERMS) == "국경경비대가 잠들었다."


def test_a_term_inside_of_marked_words_is_found_in_them():
    text = "Read **the Harbour Post report**."
    table = {
        "Read the Harbour Post report.": "항구일보 보고서를 읽으라.",
        "the Harbour Post report": "항구일보 보고서",
        "Harbour Post": "항구일보",
    }
    assert through(text, table, terms=TERMS) == "**하버포스트 보고서**를 읽으라."


def test_a_term_that_is_marked_is_marked_in_the_answer():
    table = {"The Harbour Post wrote.": "항구일보가 썼다.", "Harbour Post": "항구일보"}
    assert through("The *Harbour Post* wrote.", table, terms=TERMS) == "*하버포스트*가 썼다."


def test_words_that_stand_there_twice_are_found_twice():
    text = "From **day** to **day**."
    assert through(text, {"From day to day.": "날에서 날까지.", "day": "날"}) == "**날**에서 **날**까지."


def test_marks_around_the_same_words_stay_around_each_other():
    table = {"Read the report now.": "지금 보고서를 읽으라.", "report": "보고서"}
    assert through("Read the ***report*** now.", table) == "지금 ***보고서***를 읽으라."
    assert through("Read the [*report*](b) now.", table) == "지금 [*보고서*](b)를 읽으라."


def test_words_that_are_found_in_the_place_of_a_term_are_not_placed():
    table = {"The Harbour Post sent a report.": "항구보고가 보냈다.", "Harbour Post": "항구보고", "report": "항구보"}
    assert through("The Harbour Post sent a *report*.", table, terms=TERMS) is None


def test_words_that_stand_across_each_other_are_not_placed():
    table = {"The old boat and its crew left.": "가나다 떠났다.", "old boat": "가나", "its crew": "나다"}
    assert through("The **old boat** and *its crew* left.", table) is None


WORDS = st.sampled_from(["boat", "lamp", "harbour", "keeper", "went", "12"])
PIECES = st.one_of(
    WORDS,
    WORDS.map("**{}**".format),
    WORDS.map("*{}*".format),
    WORDS.map("[{}](https://a.example)".format),
    WORDS.map("`{}`".format),
    st.sampled_from(["and. Then", "so,", "[^1]", "<br>", "a\\*b", "“well”", "**so. But**", "&amp;"]),
)


@given(st.lists(PIECES, min_size=1, max_size=8).map(" ".join))
def test_an_engine_that_answers_with_the_text_gets_it_back_with_its_markup_or_nothing(text):
    assert through(text, {}) in {text, None}
