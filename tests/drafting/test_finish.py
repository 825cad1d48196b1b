"""Finishing a draft: values in, a text and what was changed in it out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.checks.drafted import finishers
from l10n.config import Config, load
from l10n.drafting.finish import finished
from l10n.drafting.jobs import Brief, DraftJob
from l10n.model import Flaw, Key, Kind, Severity, Term
from l10n.protocols import Rule
from l10n.text import numbers
from tests import inside  # noqa: F401  the command line is loaded once

SOURCE = "The ferry may leave in 30 minutes, she said."


def brief(locale="ko", *, terms=(), config=None):
    table = config or Config(locales=(locale,))
    return Brief("en", locale, terms, formats.load, finishers(table, locale))


def job(source=SOURCE, **facts):
    return DraftJob("a.md", "markdown", Key(source), (), "", "", **facts)


def finish(text, source=SOURCE, given_brief=None, **facts):
    return finished(job(source, **facts), text, given_brief or brief())


def test_all_slips_of_a_draft_are_mended_and_each_is_told():
    done = finish("그녀는 배가 30 분 뒤에 출발 할 수있다고 말했습니다.")
    assert done.text == "그녀는 배가 30분 뒤에 출발할 수 있다고 말했습니다."
    told = {(one.fix, one.before, one.after) for one in done.changes}
    assert told == {
        ("unit-space", "30 분", "30분"),
        ("spacing", "출발 할", "출발할"),
        ("spacing", "수있다고", "수 있다고"),
    }


def test_a_good_draft_stays_as_it_is():
    text = "그녀는 배가 30분 뒤에 출발할 수 있다고 말했다."
    assert finish(text) == (text, (), ())


def test_markup_and_code_are_never_touched():
    text = "`출발 할 수있다`는 **30 분** 뒤에 [출발 할](x.md) 수있다."
    source = "`출발 할 수있다` may **30 minutes** later [leave](x.md)."
    assert finish(text, source).text == "`출발 할 수있다`는 **30분** 뒤에 [출발할](x.md) 수 있다."


def test_what_a_person_wrote_is_never_touched():
    known, rest = "배는 출발 할 수있다.", "배는 출발 할 수있다."
    done = finished(job(), f"{known} {rest}", brief(), [(0, len(known))])
    assert done.text == f"{known} 배는 출발할 수 있다."
    later = finished(job(), f"{rest} {known} {rest}", brief(), [(len(rest) + 1, len(rest) + 1 + len(known))])
    assert later.text == f"배는 출발할 수 있다. {known} 배는 출발할 수 있다."
    many = "3 척이 5 척과 7 척을 9 척에 " * 8
    moved = finished(job(), f"{many}{known}", brief(), [(len(many), len(many) + len(known))])
    assert moved.text == f"{many.replace(' 척', '척')}{known}"


def test_sentences_are_turned_to_the_register_that_is_wanted():
    done = finish("배가 떠났습니다. 바다는 넓습니다.", register="haera")
    assert done.text == "배가 떠났다. 바다는 넓다."
    assert {one.fix for one in done.changes} == {"register"}
    assert finish("배가 떠났다. 바다는 넓다.", register="hapsyo").text == "배가 떠났습니다. 바다는 넓습니다."


def test_without_a_register_none_is_turned():
    text = "배가 떠났습니다. 바다는 넓다."
    assert finish(text).text == text


def test_what_cannot_be_turned_without_doubt_is_told():
    done = finish("밥을 줍니다. 그것은 삐걱합니다.", register="haera")
    assert done.text == "밥을 준다. 그것은 삐걱합니다."
    assert done.unturned == ("삐걱합니다",)


def test_quoted_speech_keeps_its_register():
    text = "그는 “배가 떠났습니다. 바다는 넓습니다.”라고 말했습니다."
    assert finish(text, register="haera").text == "그는 “배가 떠났습니다. 바다는 넓습니다.”라고 말했다."
    spoken = "배가 떠났습니다."
    assert finish(spoken, register="haera", spoken=True).text == spoken
    assert finish(spoken, register="haera", kind=Kind.QUOTE).text == spoken


def test_what_is_only_a_remark_is_not_mended():
    assert finish("설레임이 컸다.", "It was a thrill.").text == "설레임이 컸다."


def _starred(pair):
    if not pair.target.startswith("**"):
        yield Flaw("", 0, 1, "**배**")


def test_a_fix_that_would_change_the_markup_leaves_the_draft_as_it_came():
    rule = Rule("starred", Severity.WARNING, "", (), (), _starred, finishes=True)
    text = "배가 30 분 뒤에 떠났다."
    assert finish(text, given_brief=replace(brief(), finishers=(rule,))) == (text, (), ())


def test_names_that_are_known_are_put_in_with_their_particles():
    terms, source = (Term("Hsieh", "셰이"),), "Hsieh met Ma."
    assert finish("Hsieh은 Ma를 만났다.", source, brief(terms=terms)).text == "셰이는 Ma를 만났다."
    named = (Term("Hsieh", "셰이"), Term("Ma", "마", case=True))
    assert finish("Hsieh은 Ma을 만났다.", source, names=named).text == "셰이는 마를 만났다."


def test_the_glossary_counts_more_than_a_name_that_was_once_written():
    glossary = brief(terms=(Term("Hsieh", "셰이"),))
    assert finish("Hsieh은 갔다.", "Hsieh left.", glossary, names=(Term("Hsieh", "시에"),)).text == "셰이는 갔다."


def test_an_original_in_brackets_stays():
    named = (Term("Hsieh", "셰이"),)
    assert finish("셰이 (Hsieh)는 갔다.", "Hsieh left.", names=named).text == "셰이(Hsieh)는 갔다."


@pytest.mark.parametrize("ignored", ["unit-space", "house"])
def test_a_rule_that_a_newsroom_ignores_finishes_nothing(ignored):
    table = load(f'[tool.l10n]\nlocales = ["ko"]\n[tool.l10n.check]\nignore = ["{ignored}"]\n')
    text = "30 분 뒤에 출발할 수 있다."
    assert finish(text, given_brief=brief(config=table)).text == text
    assert finish(text).text == "30분 뒤에 출발할 수 있다."


@pytest.mark.parametrize(
    ("locale", "source", "draft", "right"),
    [
        ("de", '"We wait," he said.', '"Wir warten", sagte er.', "„Wir warten“, sagte er."),
        (
            "fr",
            '"We wait," he said!',
            '"Nous attendons", a-t-il dit !',
            "«\u00a0Nous attendons\u00a0», a-t-il dit\u00a0!",
        ),
        ("es", '"We wait," he said.', '"Esperamos", dijo.', "«Esperamos», dijo."),
        ("ja", '"We wait," he said.', '彼は"待つ"と言った。', "彼は「待つ」と言った。"),
        ("zh_CN", '"We wait," he said.', '他说："我们等。"', "他说：“我们等。”"),
        ("zh_CN", "It has 1,300,000 members.", "会员有1,300,000人。", "会员有130万人。"),
        ("tr", '"We wait," he said.', '"Bekliyoruz" dedi.', '"Bekliyoruz" dedi.'),
    ],
)
def test_other_languages_are_finished_as_their_files_say(locale, source, draft, right):
    assert finish(draft, source, brief(locale)).text == right


PIECES = st.sampled_from(
    [
        "배가 ",
        "출발 할 ",
        "수있다",
        "30 분",
        " 뒤에 ",
        "거리를지나 ",
        "말했습니다. ",
        "“갔습니다. ",
        "” ",
        "`x 를` ",
        "1,300,000 명",
        "**은 ",
        "(MSS) ",
        "를 ",
        "에대한 ",
        "2 대 3 ",
        '"갔습니다" ',
        "하고있는 ",
        "이다",
        ". ",
        "Hsieh는 ",
        "필요합니다. ",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), st.sampled_from(["", "haera", "hapsyo"]))
def test_to_finish_twice_is_to_finish_once_and_numbers_keep_their_values(text, register):
    named = brief(terms=(Term("Hsieh", "셰이"),))
    source = "Hsieh left `x 를` at 2 to 3."
    once = finish(text, source, named, register=register)
    assert finish(once.text, source, named, register=register).text == once.text
    assert not numbers.compare(text, once.text, "ko", "ko").changed
