"""The rules about characters, spaces, marks and quotation marks, at work on pairs."""

import pytest

from l10n import checks
from l10n.model import Kind, Severity
from tests.checks.telling import flaws, messages, pair


def mended(rule, one):
    text = one.target
    for _, flaw in sorted(flaws(rule, one), key=lambda found: -found[1].start):
        text = text[: flaw.start] + flaw.fix + text[flaw.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "source", "target", "expected"),
    [
        ("white-space", "It left.", " 배가  떠났다. ", "배가 떠났다."),
        ("nfc", "Port", "\u1112\u1161\u11bc구", "항구"),
        ("zero-width", "It left.", "배\u200b가 떠났다.", "배가 떠났다."),
        ("ideographic-space", "It left.", "배가\u3000떠났다.", "배가 떠났다."),
        ("full-width", "Up 5%!", "５％ 올랐다！", "5% 올랐다!"),
        ("space-before-mark", "It left.", "배가 ( 어제) 떠났다 .", "배가 (어제) 떠났다."),
        ("space-after-mark", "It left. He saw.", "배가 떠났다.그는 보았다.", "배가 떠났다. 그는 보았다."),
        ("doubled-mark", "One, two", "하나,, 둘", "하나, 둘"),
        ("quotes", "“Go,” he said.", "그는 “가라“고 했다.", "그는 “가라”고 했다."),
        ("quote-style", "“Go,” he said.", "그는 «가라»고 했다.", "그는 “가라”고 했다."),
        ("straight-quotes", "“Go,” he said.", '그는 "가라"고 했다.', "그는 “가라”고 했다."),
        ("straight-quotes", "“Go,” he said.", "그는 '가라'고 했다.", "그는 ‘가라’고 했다."),
    ],
)
def test_the_fix_of_a_slip_is_the_right_text(rule, source, target, expected):
    assert mended(rule, pair(source, target)) == expected


def test_what_stands_in_code_is_never_judged():
    source = "Run `a  b ( c ,, d` now."
    target = "`a  b ( c ,, d \u200b“`를 지금 실행한다."
    found = [rule.id for _, rule, _ in checks.inspect([pair(source, target)]) if checks.family(rule.id) == "typography"]
    assert found == []


def test_emphasis_is_no_space():
    assert messages("space-before-mark", pair("It is **big**.", "**크다**.")) == []
    assert messages("white-space", pair("It is **big** now.", "지금 **크다** 한다.")) == []
    assert messages("space-before-mark", pair("It is (_big_).", "それは（ _大きい_ ）。", "ja")) == []


def test_a_quotation_may_run_over_several_segments():
    one = pair("He said he would go.", "그는 말했다. “가겠다.")
    two = pair("It was late.", "늦었다”고 했다.")
    assert len(messages("quotes", one)) == len(messages("quotes", two)) == 1
    assert messages("quotes", one, two) == []
    assert len(messages("quotes", two, one)) == 2


def test_a_quotation_that_the_source_leaves_open_may_stay_open():
    assert messages("quotes", pair("“We go now.", "“이제 간다.")) == []
    assert messages("quotes", pair("He said: 'We go now.", "그는 말했다. “이제 간다.")) == []


def test_mixed_marks_are_a_hint_where_the_source_has_straight_ones():
    ((_, hint),) = flaws("quotes", pair('"Go," he said.', '"가라”고 했다.'))
    ((_, fault),) = flaws("quotes", pair("“Go,” he said.", '"가라”고 했다.'))
    assert hint.severity is Severity.INFO
    assert fault.severity is None


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("es", "«Vamos», dijo."),
        ("es", "“Vamos”, dijo."),
        ("fr", "«\u00a0Allons\u00a0», dit-il."),
        ("de", "»Los«, sagte er."),
        ("ja", "「行け」と言った。"),
        ("zh_CN", "“走吧”，他说。"),
        ("ar", "«هيا» قال."),
        ("xx", "“Go” said."),
    ],
)
def test_every_style_in_use_is_accepted(locale, target):
    assert messages("quote-style", pair("“Go,” he said.", target, locale)) == []
    assert messages("quotes", pair("“Go,” he said.", target, locale)) == []


def test_a_style_of_another_language_is_told_once():
    assert len(messages("quote-style", pair("“Go,” he said.", "Er sagte: “Los.”", "de"))) == 1
    assert messages("quote-style", pair("“Go,” he said.", "그는 “가라“고 했다.")) == []


def test_the_brackets_of_the_source_excuse_those_of_the_translation():
    assert messages("brackets", pair("(See below.", "(아래를 보라.")) == []
    assert len(messages("brackets", pair("See below.", "(아래를 보라."))) == 1


def test_lost_brackets_of_an_editor_are_a_hint():
    ((_, flaw),) = flaws("brackets", pair("He [the mayor] left.", "시장은 떠났다."))
    assert flaw.severity is Severity.INFO
    assert messages("brackets", pair("See [the page](a.md).", "[쪽](a.md)을 보라.")) == []


def test_a_middle_dot_made_of_a_letter_is_a_hint():
    ((_, flaw),) = flaws("jamo", pair("reform and opening", "개혁\u318d개방"))
    assert (flaw.severity, flaw.fix) == (Severity.INFO, "·")


def test_wide_forms_are_at_home_in_japanese_and_chinese():
    for locale in ("ja", "zh_CN"):
        assert messages("full-width", pair("Go!", "行け！\u3000走！", locale)) == []
        assert messages("ideographic-space", pair("Go!", "行け！\u3000走！", locale)) == []


def test_a_quotation_that_runs_on_in_the_source_may_end_in_another_text_than_there():
    texts = pair("“We wait.", "기다린다."), pair("We see.", "“알겠다."), pair("We go,” he said.", "간다”고 했다.")
    assert messages("quotes", *texts) == []
    assert len(messages("quotes", *texts[1:])) == 1


def test_a_mark_that_opens_again_in_a_running_quotation_is_told():
    texts = pair("“We wait.", "“기다린다."), pair("We see.", "“알겠다."), pair("We go,” he said.", "간다”고 했다.")
    assert [index for index, _ in flaws("quotes", *texts)] == [1]


def test_marks_inside_of_the_same_marks_become_single():
    one = pair("“They said ‘go’,” he said.", "그는 “그들이 “가라”고 했다”고 말했다.")
    assert mended("nested-quotes", one) == "그는 “그들이 ‘가라’고 했다”고 말했다."


SENTENCES = [(f"The ship left the harbor {number}.", f"배가 {number}번 항구를 떠났다.") for number in range(10, 16)]


def test_a_paragraph_without_its_stop_is_told_where_the_others_have_one():
    texts = [pair(*one) for one in SENTENCES]
    bare = pair(SENTENCES[0][0], "배가 항구를 떠났다")
    ((index, flaw),) = flaws("final-stop", *texts, bare)
    assert (index, bare.target[flaw.start : flaw.end]) == (6, "다")
    assert flaws("final-stop", *texts[:2], bare) == []
    assert flaws("final-stop", *texts, bare, bare, bare) == []


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.CAPTION, Kind.LIST_ITEM, Kind.CELL])
def test_what_needs_no_sentence_needs_no_stop(kind):
    assert flaws("final-stop", *(pair(*one) for one in SENTENCES), pair(SENTENCES[0][0], "떠난 배", kind=kind)) == []


def test_a_stop_inside_of_emphasis_is_seen():
    assert flaws("final-stop", *(pair(*one) for one in SENTENCES), pair(SENTENCES[0][0], "**배가 떠났다.**")) == []
