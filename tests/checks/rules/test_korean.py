"""The rules about Korean."""

from __future__ import annotations

import unicodedata

import pytest

from l10n import checks, formats
from l10n.checks import knowledge
from l10n.model import Kind, Severity, Term
from l10n.protocols import Pair, Scope

MINISTRY = Term("ministry", "국가보위성", variants=("보위성",))


def pair(target, source="It is.", *, kind=Kind.PARAGRAPH, terms=(), locale="ko", form="markdown"):
    fmt = formats.load(form)
    return Pair(source, target, locale, fmt.inline(source), fmt.inline(target), kind=kind, terms=terms)


def found(rule, *pairs):
    rules = [one for one in checks.rules() if one.id == rule]
    return list(checks.inspect(pairs, rules, scopes=(Scope.SEGMENT, Scope.ARTICLE)))


def severities(rule, *pairs):
    return [flaw.severity or one.severity for _, one, flaw in found(rule, *pairs)]


def test_a_wrong_particle_is_told_with_its_place_and_its_fix():
    text = "**국가보위성**를 떠났다."
    ((_, _, flaw),) = found("particle", pair(text))
    assert text[: flaw.start] + flaw.fix + text[flaw.end :] == "**국가보위성**을 떠났다."
    assert flaw.message == "after 국가보위성 the particle is 을, not 를"


def test_a_particle_in_decomposed_text_keeps_its_place():
    text = unicodedata.normalize("NFD", "국가보위성를 떠났다.")
    ((_, _, flaw),) = found("particle", pair(text))
    assert unicodedata.normalize("NFC", text[: flaw.start] + flaw.fix + text[flaw.end :]) == "국가보위성을 떠났다."


def test_a_particle_that_stands_twice_goes():
    text = "순차적으로으로 간다."
    ((_, _, flaw),) = found("particle", pair(text))
    assert text[: flaw.start] + flaw.fix + text[flaw.end :] == "순차적으로 간다."


@pytest.mark.parametrize("text", ["국가보위성가 왔다.", "보위성가 왔다.", "‘국가보위성’가 왔다."])
def test_behind_a_term_of_the_source_the_subject_particle_is_judged(text):
    assert severities("particle", pair(text, "The ministry came.", terms=(MINISTRY,))) == [Severity.ERROR]


def test_a_term_that_is_not_in_the_source_tells_nothing():
    assert found("particle", pair("국가보위성가 왔다.", "They came.", terms=(MINISTRY,))) == []


def test_an_uncertain_reading_is_a_hint():
    assert severities("particle", pair("70%은 젖었다.")) == [Severity.INFO]
    assert severities("particle", pair("MSS은 왔다.")) == [Severity.WARNING]


def test_other_languages_are_left_alone():
    assert found("particle", pair("보도을 부인했다.", locale="ja")) == []


PLAIN = ("그가 왔다.", "비가 왔다.", "그녀는 떠났다.")


def test_a_sentence_at_another_level_is_told_with_its_ending():
    text = "그는 말했다. 그래서 갔습니다."
    ((index, _, flaw),) = found("register", *map(pair, (*PLAIN, text)))
    assert (index, text[flaw.start : flaw.end]) == (3, "갔습니다")


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.HEADING, Kind.CAPTION, Kind.CELL, Kind.QUOTE, Kind.META])
def test_what_needs_no_sentence_has_no_register(kind):
    assert found("register", *map(pair, PLAIN), pair("함께 갑니다.", kind=kind)) == []


def test_two_sentences_make_no_register_but_one_text_must_not_mix():
    assert found("register", pair("그가 왔다."), pair("비가 왔습니다.")) == []
    ((index, _, flaw),) = found("register", pair("그가 왔다. 비가 왔습니다."))
    assert (index, flaw.message) == (0, "왔습니다 is 합쇼체, the text is in 해라체")


def test_speech_over_several_paragraphs_is_the_speaker_s():
    texts = ("“비가 왔습니다.", "그래서 갔습니다.", "그리고 끝났습니다.” 그는 웃었다.")
    assert found("register", *map(pair, (*PLAIN, *texts))) == []


def test_requests_and_a_habit_of_mixing_are_no_fault_of_formal_speech():
    formal = ("그가 왔습니다.", "비가 왔습니다.", "해가 집니다.", "별이 뜹니다.", "달이 뜹니다.")
    assert found("register", *map(pair, (*formal, "여기를 보세요."))) == []
    assert severities("register", *map(pair, (*formal, "그래요. 좋았어요."))) == [Severity.WARNING]
    habit = ("좋았어요.", "재미있었죠.", "그렇더라고요.")
    assert severities("register", *map(pair, (*formal, *habit))) == [Severity.INFO] * 3


def test_a_space_before_a_particle_is_told_with_its_fix():
    text = "5월 25일 에 **국가보위성** 은 떠났다."
    flaws = [flaw for *_, flaw in found("spacing", pair(text, "The ministry left.", terms=(MINISTRY,)))]
    for flaw in sorted(flaws, key=lambda one: -one.start):
        text = text[: flaw.start] + flaw.fix + text[flaw.end :]
    assert text == "5월 25일에 **국가보위성**은 떠났다."


def test_a_fix_never_takes_markup_with_it():
    ((_, _, flaw),) = found("spacing", pair("[5월 25일 ](/a)에 떠났다."))
    assert flaw.fix is None


def test_a_space_behind_code_is_a_hint():
    assert severities("spacing", pair("`code` 를 읽는다.")) == [Severity.INFO]
    assert severities("spacing", pair("지시 를 읽는다.")) == [Severity.WARNING]


def test_a_message_about_spacing_shows_both_ways():
    ((_, _, flaw),) = found("spacing", pair("이제 끝날 것 이다."))
    assert flaw.message == "“것 이다” is written “것이다”"


def test_a_misspelling_is_told_with_its_fix():
    ((_, _, flaw),) = found("spelling", pair("그렇게 됬다."))
    assert (flaw.fix, flaw.message) == ("됐", "됬 is spelt 됐")


def test_a_word_on_english_keys_is_told_unless_the_source_has_it():
    ((_, _, flaw),) = found("spelling", pair("새 rPghlr을 세웠다."))
    assert flaw.message == "these keys give 계획 on a Korean keyboard"
    assert found("spelling", pair("새 rPghlr을 세웠다.", "They made rPghlr.")) == []


def test_a_spelling_that_may_be_a_name_is_a_hint():
    assert severities("spelling", pair("설레임을 먹었다.")) == [Severity.INFO]
    assert severities("spelling", pair("그가 발표햇다.")) == [Severity.WARNING]


def test_a_digit_behind_a_name_is_a_hint():
    assert severities("particle", pair("모델3를 샀다.")) == [Severity.INFO]
    assert severities("particle", pair("문을을 닫았다.")) == [Severity.WARNING]


def test_a_language_without_particles_lacks_no_knowledge_of_them():
    rules = checks.members("korean")
    assert [gap.rule for gap in knowledge.gaps(rules, "es", "en")] == []
    assert [knowledge.applies(rule, "es") for rule in rules] == [False] * len(rules)
    assert [knowledge.applies(rule, "ko") for rule in rules] == [True] * len(rules)
