"""The rules about markup."""

from __future__ import annotations

import pytest

from l10n import checks, formats
from l10n.model import Severity
from l10n.protocols import Pair, Scope

_TEXTS = (Scope.SEGMENT, Scope.LOCALE)


def flaws(source, target, form="markdown", locale="ko"):
    fmt = formats.load(form)
    given = Pair(source, target, locale, fmt.inline(source), fmt.inline(target))
    rules = [rule for rule in checks.rules() if checks.family(rule.id) == "markup"]
    return [
        (rule.id, flaw.severity or rule.severity, flaw)
        for _, rule, flaw in checks.inspect([given], rules, scopes=_TEXTS)
    ]


@pytest.mark.parametrize(
    ("source", "target", "right", "locale"),
    [
        ("The **ministry (MSS)** left.", "**국가보위성(MSS)**은 떠났다.", "**국가보위성**(MSS)은 떠났다.", "ko"),
        ("He said **“so”** then.", "그는 **“그래”**라고 했다.", "그는 “**그래**”라고 했다.", "ko"),
        ("A **“quote”** here.", "这是**“引用”**的意思。", "这是“**引用**”的意思。", "zh_CN"),
        ("A **“quote”** here.", "これは**「引用」**です。", "これは「**引用**」です。", "ja"),
    ],
)
def test_a_mark_that_does_not_close_is_told_once_with_a_spelling_that_does(source, target, right, locale):
    ((rule, severity, flaw),) = flaws(source, target, locale=locale)
    assert (rule, severity) == ("emphasis-literal", Severity.INFO)
    assert flaw.message.startswith(f"published as {flaw.fix}")
    assert target[: flaw.start] + flaw.fix + target[flaw.end :] == right
    assert flaws(source, right, locale=locale) == []


def test_lost_emphasis_is_an_error_and_told_once():
    ((rule, severity, flaw),) = flaws("The **ministry** left.", "** 국가보위성**은 떠났다.")
    assert (rule, severity, flaw.fix) == ("emphasis-literal", Severity.ERROR, "**국가보위성**")
    ((rule, severity, flaw),) = flaws("The **ministry** left.", "**국가보위성은 떠났다.")
    assert (rule, severity, flaw.start, flaw.end) == ("emphasis-literal", Severity.ERROR, 0, 2)


def test_emphasis_that_is_simply_gone_has_a_rule_of_its_own():
    ((rule, severity, flaw),) = flaws("The **ministry** left.", "국가보위성은 떠났다.")
    assert (rule, severity, flaw.start, flaw.end) == ("emphasis", Severity.WARNING, 0, 0)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The ministry left.", "El _ministerio_ se fue."),
        ("The _ministry_ left.", "El **ministerio** se fue."),
        ("The _ministry_ left.", "El «ministerio» se fue."),
    ],
)
def test_emphasis_that_is_added_or_put_otherwise_is_a_hint(source, target):
    ((rule, severity, _),) = flaws(source, target, locale="es")
    assert (rule, severity) == ("emphasis", Severity.INFO)


def test_more_lost_than_literal_is_told_by_both():
    found = {rule for rule, *_ in flaws("**One** and **two** left.", "**하나는 떠났다.")}
    assert found == {"emphasis-literal", "emphasis"}


@pytest.mark.parametrize(
    ("target", "right"), [("**국가보위성**은 떠났다.", "국가보위성은 떠났다."), ("그는 **떠났다.", None)]
)
def test_marks_in_plain_text_are_literal(target, right):
    ((rule, severity, flaw),) = flaws("The ministry left.", target, "plain")
    assert (rule, severity) == ("emphasis-literal", Severity.WARNING)
    assert right is None or target[: flaw.start] + flaw.fix + target[flaw.end :] == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The **ministry** left.", "**국가보위성**은 떠났다."),
        ("2 ** 3 is eight.", "2 ** 3은 여덟이다."),
        ("2 * 3 * 4 is more.", "2 * 3 * 4는 더 크다."),
        ("Use snake_case_name.", "snake_case_name을 쓴다."),
    ],
)
@pytest.mark.parametrize("form", ["markdown", "plain"])
def test_marks_of_the_source_are_its_own(source, target, form):
    assert flaws(source, target, form) == []


def test_code_that_is_added_is_told_with_its_place():
    target = "`a`와 `b`를 읽는다."
    ((rule, severity, flaw),) = flaws("Read `a`.", target)
    assert (rule, severity, target[flaw.start : flaw.end]) == ("markup", Severity.WARNING, "`b`")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Read `a`.", "`a`와 `a`를 읽는다."),
        ("Read `a`, then `a` again.", "`a`를 두 번 읽는다."),
        ("Share a `&Net<T>`.", "`Net`을 함께 쓴다."),
        ("Call `net::cast` first.", "`net::cast`로, 곧 `cast`로 부른다."),
        ("Take `a * b` nets.", "그물 `a*b`장을 쓴다."),
        ("Mend the net.", "net을 고친다."),
        ("The net, a Net.", "그물(`Net`)이다."),
    ],
)
def test_code_said_once_more_or_less_is_no_loss(source, target):
    assert flaws(source, target) == []


def test_changed_code_is_one_error_at_its_place():
    target = "`net.cost`를 부른다."
    ((rule, severity, flaw),) = flaws("Call `net.cast`.", target)
    assert (rule, severity, target[flaw.start : flaw.end]) == ("markup", Severity.ERROR, "`net.cost`")
    assert flaw.message == "code `net.cast` became `net.cost`"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Set `quota = 'low'`.", "`quota = low`로 둔다."),
        ('Write `net say "hello"`.', '`net say "안녕"`이라고 쓴다.'),
        ("A `struct Net` here.", "`Net` 구조체가 있다."),
    ],
)
def test_code_that_says_much_the_same_is_a_warning(source, target):
    ((rule, severity, _),) = flaws(source, target)
    assert (rule, severity) == ("markup", Severity.WARNING)


@pytest.mark.parametrize(
    "target", ["먼저 'net_cast'를 부른다.", "먼저 net\\_cast를 부른다.", "먼저 net_cast를 부른다."]
)
def test_code_without_backticks_is_told_where_it_stands(target):
    ((rule, severity, flaw),) = flaws("Call `net_cast` first.", target)
    assert (rule, severity) == ("code-bare", Severity.WARNING)
    assert target[flaw.start : flaw.end].replace("\\", "") == "net_cast"


def test_a_quoted_code_may_stand_in_other_marks_and_is_bare():
    ((rule, severity, _),) = flaws('The `"net"` here is old.', "여기 “net”은 오래됐다.")
    assert (rule, severity) == ("code-bare", Severity.WARNING)


def test_code_inside_of_a_longer_word_is_lost():
    ((rule, severity, _),) = flaws("The `net` holds.", "El planeta aguanta.", locale="es")
    assert (rule, severity) == ("markup", Severity.ERROR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://a.org/en-us/nets", "https://a.org/ko/nets/"),
        ("http://a.org/nets", "https://a.org/nets"),
        ("docs/nets.md", "ko/docs/nets.md"),
        ("nets.md", "nets.ko.md"),
        ("https://en.a.org/Net", "https://ko.a.org/그물"),
        ("https://a.org/nets", "https://b.kr/ropes"),
        ("#the-nets", "#그물"),
    ],
)
def test_a_link_to_the_page_in_another_language_is_one_warning(before, after):
    ((rule, severity, flaw),) = flaws(f"See [it]({before}).", f"[그것]({after})을 보라.")
    assert (rule, severity) == ("link-changed", Severity.WARNING)
    assert flaw.message == f"link changed from {before} to {after}"


@pytest.mark.parametrize(
    "target",
    [
        "그것을 보라.",
        "[그것](nets/casting.md)을 보라.",
        "\\[그것\\]을 보라.",
    ],
)
def test_a_link_that_is_lost_or_leads_to_another_page_is_one_error(target):
    ((rule, severity, _),) = flaws("See [it](nets/mending.md).", target)
    assert (rule, severity) == ("markup", Severity.ERROR)


def test_an_address_that_stands_bare_is_no_link():
    ((rule, severity, _),) = flaws("See [it](https://a.org/nets).", "[그것]을 보라(https://a.org/nets).")
    assert (rule, severity) == ("markup", Severity.ERROR)


def test_a_link_given_once_more_is_no_fault_and_once_less_a_warning():
    one, two = "See [it](a.md).", "See [it](a.md) and [it](a.md)."
    assert flaws(one, "[그것](a.md), [그것](a.md)을 보라.") == []
    ((rule, severity, _),) = flaws(two, "[그것](a.md)을 보라.")
    assert (rule, severity) == ("markup", Severity.WARNING)


def test_a_link_may_be_written_as_a_tag():
    assert flaws("See [it](https://a.org).", '<a href="https://a.org" dir="ltr">هذا</a>', locale="ar") == []


@pytest.mark.parametrize(
    ("target", "level"),
    [
        ("<b>국가보위성</b>은 떠났다.", Severity.WARNING),
        ("국가보위성은 Net<T>를 썼다.", Severity.ERROR),
        ("<b>국가보위성은 떠났다.", Severity.ERROR),
    ],
)
def test_tags_added_in_pairs_break_nothing(target, level):
    assert {severity for _, severity, _ in flaws("The ministry left.", target)} == {level}


def test_the_direction_of_a_tag_may_change_and_a_lost_tag_is_an_error():
    assert flaws("<p>It left.</p>", "<p dir='rtl'>ذهب</p>", locale="ar") == []
    assert {rule for rule, *_ in flaws("It<br>left.", "떠났다.")} == {"markup"}


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Hello, {name}! %s came.", "안녕하세요, 님! %s이 왔어요.", ["variable {name} is lost"]),
        ("Hello, {name}! %s came.", "{name}さん、こんにちは。来ました。", ["%s is lost"]),
        ("Hello, {name}!", "您好，{nane}！", ["variable {name} is lost", "variable {nane} is added"]),
        ("%d of {all} left.", "{all}件のうち%d件が残りました。", []),
        ("It rose 5 %so they left.", "5% 올라 떠났다.", []),
        ("Write `{name}` there.", "거기에 `{name}`이라고 쓴다.", []),
    ],
)
def test_what_a_program_fills_in_stays_in_plain_words(source, target, said):
    found = flaws(source, target)
    assert [flaw.message for _, _, flaw in found] == said
    for _, severity, flaw in found:
        assert severity is (Severity.ERROR if flaw.message.startswith("variable") else Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The <strong>tide</strong> is late.", "**조수**가 늦다."),
        ("The **tide** is late.", "<b>조수</b>가 늦다."),
        ("The *tide* is late.", "<em>조수</em>가 늦다."),
        ("The <i>tide</i> is *late*.", "*조수*가 <em>늦다</em>."),
    ],
)
def test_the_same_emphasis_may_be_written_with_marks_or_tags(source: str, target: str) -> None:
    assert flaws(source, target) == []


@pytest.mark.parametrize(
    "target", ["<strong>조수가 늦다.", "조수</b>가 늦다.", "조수가 늦다.", "<strong>조수**가 늦다."]
)
def test_a_tag_of_emphasis_that_is_not_closed_or_lost_is_an_error(target: str) -> None:
    told = [(rule, severity) for rule, severity, _ in flaws("The <strong>tide</strong> is late.", target)]
    assert ("markup", Severity.ERROR) in told


def test_a_mark_left_beside_one_that_renders_is_told_where_it_stands():
    ((rule, severity, flaw),) = flaws("It cost **26** coins.", "비용은 **26* 닢이었다.")
    assert (rule, severity, flaw.start, flaw.end) == ("emphasis", Severity.WARNING, 4, 5)
    ((rule, severity, _),) = flaws("It cost **26** coins.", "비용은 *26* 닢이었다.")
    assert (rule, severity) == ("emphasis", Severity.INFO)


def test_an_address_that_moved_throughout_a_locale_is_one_warning_that_says_how_often():
    fmt = formats.load("markdown")

    def given(article):
        source, target = "See [it](https://a.org/en/nets).", "[그것](https://a.org/ko/nets)을 보라."
        return Pair(source, target, "ko", fmt.inline(source), fmt.inline(target), article=article)

    pairs = [given(article) for article in ("a.md", "a.md", "b.md")]
    ((index, _, flaw),) = checks.inspect(pairs, checks.chosen(select=["link-changed"]), scopes=[Scope.LOCALE])
    assert (index, flaw.start) == (0, len("[그것"))
    assert flaw.message == "link changed from https://a.org/en/nets to https://a.org/ko/nets, in 3 places"
