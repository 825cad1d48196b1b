"""Numbers as Korean newspapers write them."""

from __future__ import annotations

import pytest

from l10n.text.numbers import compare


def _found(source: str, target: str, locale: str = "ko") -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = compare(source, target, "en", locale)
    return found.missing, found.extra


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Eggs cost 7,412.5 won a tray.", "달걀 한 판은 7천412.5원이다."),
        ("The harbor will get 4 tln won.", "항구에 4조원을 들인다."),
        ("The harbor will get 4 bln won.", "항구에 40억원을 들인다."),
        ("The harbor will get 4.5 mln won.", "항구에 450만원을 들인다."),
        ("The ship leaves at 0715 GMT.", "배는 세계표준시 오전 7시 15분에 떠난다."),
        ("The ship leaves at 0715 GMT.", "배는 0715 GMT에 떠난다."),
        ("The ship leaves at 8:30.", "배는 8시 반에 떠난다."),
        ("The ship leaves at 8:30.", "배는 여덟 시 반께 떠난다."),
        ("He scored in the 96th minute.", "그는 후반 추가시간 6분에 골을 넣었다."),
        ("He scored in the 61st and 78th minutes.", "그는 후반 16분과 33분에 골을 넣었다."),
        ("They won 2-1 (5-2 on aggregate).", "그들은 2-1로 이겨 1, 2차전 합계 5-2를 기록했다."),
        ("They won the best-of-seven series in six games.", "그들은 7전 4승제 시리즈를 4승 2패로 이겼다."),
        ("The Dow slipped 41.5 points.", "다우존스30산업평균지수가 41.5포인트 내렸다."),
        ("The house was built in the 1920s and ’30s.", "이 집은 1920∼1930년대에 지어졌다."),
        ("The house was built in the 1920s and 30s.", "이 집은 1920∼1930년대에 지어졌다."),
        ("Letters of the 1919 uprising were found.", "3·1운동 때의 편지가 발견됐다."),
        ("Rice cost 4,300 won on Oct. 28.", "지난 28일 쌀값은 4천300원이었다."),
        ("Rice costs 4,300 won per kilogram in two of 10 towns.", "10개 마을 중 두 곳에서 쌀 1㎏은 4천300원이다."),
        ("The port opens on Nov. 12.", "항구는 오는 12일 열린다."),
        ("Lee Jun-ho doubled twice and won 20 games.", "이준호는 2루타 2개를 치고 20승을 올렸다."),
        ("He scored in the 47th minute of the first half.", "그는 전반 추가시간 2분에 골을 넣었다."),
        ("She won 6-4, 6-2.", "그는 2-0(6-4 6-2)으로 이겼다."),
        ("They won 25-20, 19-25, 25-23, 25-17.", "세트 점수 3-1(25-20, 19-25, 25-23, 25-17)로 이겼다."),
        ("He was three-tenths of a second slower.", "그는 0.3초 늦었다."),
        ("Walk for three-quarters of an hour.", "45분간 걷는다."),
        ("The film won the main award and two other prizes.", "영화는 3관왕에 올랐다."),
        ("He leads the league with 17 goals.", "그는 17골로 2위에 앞서 있다."),
        ("The captain turns 70 in two of 10 days.", "선장은 10일 중 이틀 뒤 일흔이 된다."),
        ("The port closed in the pandemic.", "항구는 코로나19로 닫혔다."),
        ("The port will be clean by mid-century.", "항구는 21세기 중반까지 깨끗해진다."),
        ("It flooded 5,000 acres (20 square kilometers).", "20㎢가 물에 잠겼다."),
    ],
)
def test_the_same_number_is_met_in_another_form(source, target):
    assert _found(source, target) == ((), ())


@pytest.mark.parametrize(
    ("locale", "target"), [("ja", "船は8時半に出る。"), ("ja", "船は八時半に出る。"), ("zh_CN", "船八点半开。")]
)
def test_half_past_is_thirty_minutes(locale, target):
    assert _found("The ship leaves at 8:30.", target, locale) == ((), ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Eggs cost 7,412.5 won a tray.", "달걀 한 판은 7천412.8원이다."),
        ("The harbor will get 4 tln won.", "항구에 4억원을 들인다."),
        ("The ship leaves at 0715 GMT.", "배는 세계표준시 오전 8시 15분에 떠난다."),
        ("He scored in the 96th minute.", "그는 후반 추가시간 8분에 골을 넣었다."),
        ("He scored in the 61st and 78th minutes.", "그는 후반 16분과 34분에 골을 넣었다."),
        ("Rice cost 4,300 won on Oct. 28.", "지난 27일 쌀값은 4천300원이었다."),
        ("Rice cost 4,300 won on Oct. 28.", "9월 28일 쌀값은 4천300원이었다."),
        ("It is 12 degrees Celsius, 4 to 6 degrees below average.", "12도로 평년보다 4∼8도 낮다."),
    ],
)
def test_another_number_is_told_in_these_forms_too(source, target):
    missing, extra = _found(source, target)
    assert missing
    assert extra


@pytest.mark.parametrize(
    ("source", "target", "extra"),
    [
        ("They won the best-of-seven series in six games.", "7전 4승제 시리즈를 4승 3패로 이겼다.", ("3",)),
        ("The house was built in the 1920s and ’30s.", "이 집은 1920∼1950년대에 지어졌다.", ("1950",)),
    ],
)
def test_what_the_same_phrase_does_not_mean_is_told(source, target, extra):
    assert _found(source, target) == ((), extra)


def test_last_month_is_asked_for():
    assert _found("Rice cost 4,300 won on Oct. 28.", "지난달 28일 쌀값은 4천300원이었다.") == (("Oct",), ())


def test_a_result_counts_its_sets():
    assert _found("She won 6-4, 7-5.", "그는 2-0(6-4 7-5)으로 이겼다.") == ((), ())
    assert _found("She won 6-4, 7-5.", "그는 2-1(6-4 7-5)로 이겼다.") == ((), ("2",))


def test_the_runner_up_is_known_only_as_a_rank():
    assert _found("He leads the league with 17 goals.", "그는 17골로 2회 앞서 있다.") == ((), ("2",))
    assert _found("He has 17 goals.", "그는 17골로 2위다.") == ((), ("2",))


def test_another_minute_is_not_half_past():
    assert _found("The ship leaves at 8:45.", "배는 8시 반에 떠난다.") == (("45",), ())


@pytest.mark.parametrize(
    ("locale", "source", "target", "extra"),
    [
        ("ko", "Two-thirds of the boats are old.", "배의 2분의 3이 낡았다.", ("2분의 3",)),
        ("ko", "A quarter of the 60 boats are old.", "배 60척의 1분의 4이 낡았다.", ("1분의 4",)),
        ("ko", "One in eight boats is old.", "배의 1분의 8이 낡았다.", ("1분의 8",)),
        ("ko", "He pitched 4 2/3 innings.", "그는 4와 2분의 3이닝을 던졌다.", ("2분의 3",)),
        ("ja", "Two-thirds of the boats are old.", "船の2分の3が古い。", ("2分の3",)),
        ("zh_CN", "Two-thirds of the 60 boats are old.", "60艘船中二分之三很旧。", ("二分之三",)),
        ("ko", "Two-thirds of the boats are old.", "배의 3분의 2가 낡았다.", ()),
        ("ko", "One in eight boats is old.", "배의 8분의 1이 낡았다.", ()),
        ("ko", "The odds are 1 in 560.", "확률은 560분의 1이다.", ()),
        ("ko", "The ratio is three halves.", "비율은 2분의 3이다.", ()),
    ],
)
def test_a_fraction_that_was_turned_round_is_found(locale, source, target, extra):
    assert _found(source, target, locale)[1] == extra
