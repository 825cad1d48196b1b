"""Members of closed sets that stand for each other: opposites, offices, countries, tenses."""

from __future__ import annotations

import re

import pytest

from l10n.text.facts.opposites import turned
from l10n.text.facts.sides import exchanged, sentence_of, sides
from l10n.text.facts.who import other_country, other_office, other_tense


def told(find, language, source, target):
    return [target[flaw.start : flaw.end] for flaw in find(source, target, language)]


@pytest.mark.parametrize(
    ("language", "source", "target", "word"),
    [
        ("ko", "The skipper denied the theft.", "선장은 절도를 인정했다.", "인정했"),
        ("ko", "Catches fell again.", "어획량이 또 늘었다.", "늘었"),
        ("ko", "Two divers were killed.", "잠수부 두 명이 다쳤다.", "다쳤"),
        ("ko", "The divers were freed.", "잠수부들은 체포됐다.", "체포"),
        ("ko", "The council rejected the plan.", "의회는 계획을 승인했다.", "승인"),
        ("ko", "His sister mends nets.", "그의 남동생은 그물을 고친다.", "남동생"),
        ("ko", "The crews lost the race.", "선원들이 경주에서 우승했다.", "우승"),
        ("ja", "The skipper denied the theft.", "船長は盗みを認めた。", "認めた"),
        ("ja", "The market was closed.", "市場は開店した。", "開店"),
        ("zh", "The council rejected the plan.", "议会批准了计划。", "批准"),
        ("zh_TW", "The council approved the plan.", "議會否決了計畫。", "否決"),
        ("es", "Two divers were killed.", "Dos buzos resultaron heridos.", "heridos"),
        ("de", "The market was opened in May.", "Der Markt wurde im Mai geschlossen.", "geschlossen"),
        ("fr", "The country exports cod.", "Le pays importe de la morue.", "importe"),
        ("ar", "The skipper denied the theft.", "اعترف القبطان بالسرقة.", "اعترف"),
        ("pt", "The crews won.", "As tripulações perderam.", "perderam"),
    ],
)
def test_a_word_of_the_other_side_is_found(language, source, target, word):
    assert told(turned, language, source, target) == [word]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "The skipper denied the theft.", "선장은 절도를 부인했다."),
        ("ko", "The skipper did not deny the theft.", "선장은 절도를 인정했다."),
        ("ko", "The council approved the plan.", "의회는 계획을 거부하지 않았다."),
        ("ko", "Some were killed, others wounded.", "몇 명이 다쳤다."),
        ("ko", "He fell off the pier.", "그는 부두에서 떨어졌다."),
        ("ko", "Her brother and his sister left.", "그의 여동생이 떠났다."),
        ("th", "The skipper denied the theft.", "กัปตันยอมรับว่าขโมย"),
    ],
)
def test_the_own_side_a_negation_and_a_source_with_both_sides_are_left_alone(language, source, target):
    assert told(turned, language, source, target) == []


def test_a_negation_on_both_sides_leaves_the_opposite_an_opposite():
    assert told(turned, "ko", "He did not deny the theft.", "그는 절도를 인정하지 않았다.") == ["인정하"]


def test_no_negation_turns_kin_round():
    assert told(turned, "ko", "His sister does not mend nets.", "그의 남동생은 그물을 고친다.") == ["남동생"]


def test_a_negation_in_another_sentence_undoes_nothing():
    source = "It did not rain. The skipper denied the theft."
    assert told(turned, "ko", source, "비는 오지 않았다. 선장은 절도를 인정했다.") == ["인정했"]


@pytest.mark.parametrize(
    ("language", "source", "target", "word"),
    [
        ("ko", "The governor thanked the crews.", "대통령은 선원들에게 감사했다.", "대통령"),
        ("ja", "Prime Minister Sand left.", "サンド大統領は去った。", "大統領"),
        ("es", "President Sand left.", "El primer ministro Sand se fue.", "primer ministro"),
        ("de", "The king opened the pier.", "Der Präsident eröffnete den Pier.", "Präsident"),
        ("nl", "The mayor opened the pier.", "De minister opende de pier.", "minister"),
    ],
)
def test_another_office_is_found(language, source, target, word):
    assert told(other_office, language, source, target) == [word]


def test_offices_that_one_word_of_the_source_may_be_told_as_are_left_alone():
    assert not told(other_office, "ko", "Chancellor Sand thanked the minister.", "잔트 총리가 장관에게 감사했다.")
    assert not told(other_office, "ko", "The mayor left the market.", "시장은 시장을 떠났다.")
    assert not told(other_office, "ko", "The president of the firm left.", "회사 사장이 떠났다.")


@pytest.mark.parametrize(
    ("language", "source", "target", "word"),
    [
        ("ko", "Dutch crews won the race.", "벨기에 선원들이 경주에서 이겼다.", "벨기에"),
        ("ja", "Crews from Norway won.", "スウェーデンの選手が勝った。", "スウェーデン"),
        ("es", "Turkish crews won.", "Ganaron los griegos.", "griegos"),
        ("de", "Polish crews won.", "Spanische Mannschaften gewannen.", "Spanische"),
        ("pl", "Crews from Norway won.", "Wygrały załogi ze Szwecji.", "Szwecji"),
    ],
)
def test_another_country_is_found(language, source, target, word):
    assert told(other_country, language, source, target) == [word]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Indonesia agreed.", "인도네시아가 동의했다."),
        ("Moscow agreed.", "러시아가 동의했다."),
        ("Washington and the Dutch agreed.", "미국과 네덜란드가 동의했다."),
        ("The turkey was eaten in France.", "프랑스에서 칠면조를 먹었다."),
    ],
)
def test_a_country_told_by_its_capital_or_another_name_is_left_alone(source, target):
    assert not told(other_country, "ko", source, target)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "The pier will open on Monday.", "부두는 월요일에 문을 열었다."),
        ("ko", "The pier opened on Monday.", "부두는 월요일에 문을 열 예정이다."),
        ("ja", "The race will take place in June.", "大会は6月に開催された。"),
        ("es", "The race began on Monday.", "La carrera comenzará el lunes."),
        ("de", "The race began on Monday.", "Das Rennen wird am Montag beginnen."),
        ("fr", "The ship will leave at noon.", "Le navire est parti à midi."),
    ],
)
def test_what_is_to_come_and_is_told_as_past_is_found(language, source, target):
    assert len(told(other_tense, language, source, target)) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The pier will open on Monday.", "부두는 월요일에 문을 연다."),
        ("He said the pier will open on Monday.", "그는 부두가 월요일에 문을 연다고 말했다."),
        ("The pier was to open on Monday.", "부두는 월요일에 문을 열 예정이었다."),
    ],
)
def test_reported_and_present_tenses_are_left_alone(source, target):
    assert not told(other_tense, "ko", source, target)


def test_one_of_several_lost_or_new_members_is_not_certain():
    here = sides({"a": "one", "b": "two", "c": "three"}, {})
    assert len(list(exchanged("one", "two", here, here))) == 1
    assert not list(exchanged("one two", "three", here, here))
    assert not list(exchanged("one", "two three", here, here))


def test_what_else_may_tell_a_member_excuses_it():
    here = sides({"a": "one", "b": "two"}, {"b": "pair"})
    assert not list(exchanged("one pair", "two", here, here))
    assert not list(exchanged("two", "one pair", here, here))


def test_a_sentence_is_told_without_the_match():
    text = "It cost 1.5 coins. He denied it! Why?"
    match = re.search("denied", text)
    assert match
    assert sentence_of(text, match).split() == ["He", "it!"]
