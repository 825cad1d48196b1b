"""How likely a draft is wrong: what raises the score, and what is said of it."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.risk import Draft, risk

PLAIN = Draft(
    "The committee published the annual report of the harbor authority on Thursday morning.",
    "위원회는 목요일 오전에 항만 당국의 한 해 활동을 담은 연례 보고서를 발표했다.",
    "ko",
    "en",
    "google",
)
SPANISH = replace(
    PLAIN, target="El comité publicó el informe anual de la autoridad portuaria el jueves por la mañana.", locale="es"
)


def test_an_ordinary_draft_has_a_low_score_and_no_reason():
    told = risk(PLAIN)
    assert told.score < 0.1
    assert told.reasons == ()


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        (replace(PLAIN, target="위원회가 발표했다."), "shorter than usual"),
        (
            replace(PLAIN, target=PLAIN.target + " 이 보고서에는 항구의 모든 시설과 배와 사람에 대한 내용이 있다." * 2),
            "longer than usual",
        ),
        (
            replace(PLAIN, target=PLAIN.target.replace("연례 보고서를", "annual report를")),
            "words left in Latin letters",
        ),
        (replace(PLAIN, warnings=2), "two warnings of the checks"),
        (replace(PLAIN, by="libre"), "drafted by libre"),
        (replace(PLAIN, by="memory/0.86"), "a near match of 0.86"),
        (replace(SPANISH, target="El comité lo publicó."), "shorter than usual"),
    ],
)
def test_what_is_unusual_raises_the_score_and_is_named(worse, reason):
    usual = SPANISH if worse.locale == "es" else PLAIN
    assert risk(worse).score > risk(usual).score
    assert reason in risk(worse).reasons


def test_the_weightiest_reason_comes_first():
    told = risk(replace(PLAIN, by="memory/0.86", warnings=2))
    assert told.reasons == ("a near match of 0.86", "two warnings of the checks")


def test_another_answer_lowers_the_score_where_it_agrees_and_raises_it_where_it_does_not():
    alike = "위원회는 목요일 오전에 항만 당국의 한 해 활동을 담은 연간 보고서를 발표했다."
    unlike = "항구를 다스리는 곳에서 낸 해마다의 글이 나흗날 아침에 나왔다."
    assert risk(PLAIN, [alike]).score < risk(PLAIN).score < risk(PLAIN, [unlike]).score
    assert "unlike another answer" in risk(PLAIN, [unlike]).reasons
    assert risk(PLAIN, [alike]).reasons == ()


def test_several_answers_count_together_and_an_empty_one_not_at_all():
    unlike = "항구를 다스리는 곳에서 낸 해마다의 글이 나흗날 아침에 나왔다."
    assert risk(PLAIN, [PLAIN.target]).score < risk(PLAIN, [PLAIN.target, unlike]).score < risk(PLAIN, [unlike]).score
    assert risk(PLAIN, ["", " "]) == risk(PLAIN)


def test_the_nearer_a_match_of_the_memory_the_lower_its_score():
    scores = [risk(replace(PLAIN, by=by)).score for by in ("memory", "memory/0.97", "memory/0.91", "memory/0.85")]
    assert scores == sorted(scores)
    assert len(set(scores)) == 4


def test_what_a_source_states_is_told_where_it_is_much():
    source = "Of 340 sailors 12 did not come back in 1981, and the “old captain” never spoke of it."
    told = risk(replace(PLAIN, source=source, terms=1))
    assert told.reasons[-4:] == ("three numbers", "one quotation", "two negations", "one term")
    assert risk(replace(PLAIN, source="The 12 sailors came back in 1981.")).reasons[-1:] != ("two numbers",)


def test_each_thing_stated_raises_the_score_a_little():
    assert risk(PLAIN).score < risk(replace(PLAIN, terms=1)).score < risk(replace(PLAIN, terms=4)).score


def test_a_text_in_the_language_of_its_source_is_no_translation():
    told = risk(replace(PLAIN, locale="en"))
    assert (told.score, told.reasons) == (1.0, ("no translation",))


@given(
    st.text(max_size=200),
    st.text(max_size=200),
    st.sampled_from(["ko", "ja", "es", "ar", "xx"]),
    st.text(max_size=12),
    st.lists(st.text(max_size=80), max_size=3),
)
def test_the_score_of_any_text_lies_between_0_and_1(source, target, locale, by, others):
    draft = Draft(source, target, locale, "en", by, len(by), len(by))
    told = risk(draft, others)
    assert 0 <= told.score <= 1
    assert pickle.loads(pickle.dumps((draft, told))) == (draft, risk(draft, others))  # noqa: S301  made here
