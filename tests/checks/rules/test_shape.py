"""The rules about length, lost sentences and repetition."""

import pytest

from l10n.model import Kind, Severity
from l10n.text.sentences import length
from tests.checks.telling import flaws, messages, pair

SOURCE = (
    "The council met in the harbor on Monday morning. It voted for new nets after a long debate. "
    "Fishermen from three villages had asked for them in May."
)
FULL = (
    "시의회는 월요일 아침 항구에서 회의를 열었다. 긴 토론 끝에 새 그물을 사기로 했다. "
    "세 마을 어민들이 5월에 요청한 것이다."
)


@pytest.mark.parametrize("rest", ["시의회는 표결했다.", FULL * 3])
def test_a_very_short_or_long_translation_is_found(rest):
    assert len(messages("length", pair(SOURCE, rest))) == 1
    assert messages("length", pair(SOURCE, FULL)) == []


def test_short_sources_and_untranslated_ones_have_no_length():
    assert messages("length", pair("Monday morning", "월")) == []
    assert messages("length", pair(SOURCE, SOURCE)) == []


def test_a_lost_sentence_is_found_by_what_is_usual_in_the_article():
    first, second, third = FULL.split(". ")
    lost = pair(SOURCE, f"{first}. {third}")
    whole = [pair(SOURCE, FULL) for _ in range(6)]
    assert [index for index, _ in flaws("dropped-sentence", *whole[:3], lost, *whole[3:])] == [3]
    assert len(messages("dropped-sentence", lost)) == 1
    terse = [pair(SOURCE, f"{first}. {third}") for _ in range(6)]
    assert second
    assert messages("dropped-sentence", *terse) == []


def test_articles_do_not_judge_each_other():
    first, _, third = FULL.split(". ")
    terse = [pair(SOURCE, f"{first}. {third}", article="b.md") for _ in range(6)]
    found = flaws("dropped-sentence", *terse, pair(SOURCE, f"{first}. {third}"))
    assert [index for index, _ in found] == [6]


def test_a_loop_is_an_error_and_a_sentence_twice_a_warning():
    ((_, loop),) = flaws("repetition", pair(SOURCE, "시의회는 " + "그 사람 " * 8))
    ((_, twice),) = flaws("repetition", pair(SOURCE, FULL + " 긴 토론 끝에 새 그물을 사기로 했다."))
    assert loop.severity is Severity.ERROR
    assert twice.severity is None


def test_what_the_source_repeats_may_be_repeated():
    source = "We will not go home today. We will not go home today."
    assert messages("repetition", pair(source, "우리는 오늘 집에 가지 않는다. 우리는 오늘 집에 가지 않는다.")) == []


def test_an_address_that_the_source_has_elsewhere_is_no_repetition():
    text = "[부두](https://pier.example/north/ferries)를 보라."
    assert messages("repetition", pair("See [the pier][1].", text)) == []


def test_addresses_that_are_alike_are_no_repetition():
    text = (
        "[하나](https://example.org/std/convert/trait.From.html) [둘](https://example.org/std/convert/trait.Into.html)"
    )
    assert messages("repetition", pair(text, text)) == []


def test_a_word_twice_is_mended():
    one = pair("The border guard left.", "국경 국경 경비대가 떠났다.")
    ((_, flaw),) = flaws("doubled-word", one)
    assert one.target[: flaw.start] + flaw.fix + one.target[flaw.end :] == "국경 경비대가 떠났다."


def test_joined_sentences_are_a_hint_and_a_much_shorter_text_a_warning():
    source = "The wet nets were mended in the morning by all of them. They dried at noon."
    source += " Nobody in the harbor had seen anything like that in many long years."
    whole = [pair(source, "가" * 50 + ". " + "나" * 14 + ". " + "다" * 36 + ".") for _ in range(6)]
    near = pair(source, "가" * 45 + ". " + "다" * 36 + ".")
    far = pair(source, "가" * 40 + ". " + "다" * 20 + ".")
    found = {index: flaw.severity for index, flaw in flaws("dropped-sentence", *whole, near, far)}
    assert found == {6: Severity.INFO, 7: None}


@pytest.mark.parametrize(
    "target",
    [
        "자세한 것은 1355로 전화하거나 net.or.kr을 방문하세요.",
        "문의: 1355, net.or.kr",
        "1355번(net.or.kr)으로 자세한 내용을 문의해 주시기 바랍니다.",
    ],
)
def test_numbers_and_addresses_have_no_length(target):
    assert messages("length", pair("Call 1355 or visit net.or.kr for details.", target)) == []


def test_a_translation_that_explains_a_little_is_a_hint():
    _, high = length.bounds("ko", 200)
    ((_, near),) = flaws("length", pair(SOURCE, "가" * int(len(SOURCE) * high * 1.1)))
    ((_, far),) = flaws("length", pair(SOURCE, "가" * int(len(SOURCE) * high * 1.3)))
    assert (near.severity, far.severity) == (Severity.INFO, None)


def test_texts_that_were_not_translated_do_not_tell_what_is_usual():
    same = [pair(SOURCE, SOURCE) for _ in range(6)]
    assert messages("length", *same, pair(SOURCE, FULL)) == []


@pytest.mark.parametrize(
    ("target", "many"),
    [
        ("그는 그물이 젖었다고 했다.", 1),
        ("그는 “그물이 젖었다”고 했다.", 0),
        ("그는 '그물이 젖었다'고 했다.", 0),
        ("그는 _그물이 젖었다_ 고 했다.", 0),
        ("He said the nets were wet and that they had been left in it.", 0),
    ],
)
def test_a_quotation_without_any_marks_is_a_hint(target, many):
    found = flaws("quotation-lost", pair('He said "the nets were wet".', target))
    assert len(found) == many
    for name in ("Old Net", "Republic of Old Nets"):
        assert messages("quotation-lost", pair(f'The "{name}" sank.', "그 올드넷은 가라앉았다.")) == []


def test_headlines_are_terse():
    source, target = (
        "Two of five boats in the harbor are older than thirty years, and most owners do not know",
        "항구에 있는 배 5척 중 2척 30년 넘어",
    )
    assert messages("length", pair(source, target, kind=Kind.HEADLINE)) == []
    assert messages("length", pair(source, target))
    assert messages("length", pair(source, "배 낡아", kind=Kind.HEADLINE))
