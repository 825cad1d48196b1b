"""What Korean writes in one word, and spellings that are always wrong."""

from __future__ import annotations

import pytest

from l10n.languages.ko.spacing import misspaced, split_particles, wrong
from l10n.languages.ko.spelling import misspelt
from l10n.model import Severity
from tests.languages.mending import mended


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("5월 25일 에 끝났다", "5월 25일에 끝났다"),
        ("지시 를 받았다", "지시를 받았다"),
        ("식량 을 받았다", "식량을 받았다"),
        ("학교 에서 배웠다", "학교에서 배웠다"),
        ("그 는 갔다", "그는 갔다"),
        ("‘보위성’ 은 답했다", "‘보위성’은 답했다"),
        ("국가보위성(MSS) 의 요원", "국가보위성(MSS)의 요원"),
        ("MSS 와 군인", "MSS와 군인"),
        ("“간다” 라고 말했다", "“간다”라고 말했다"),
        ("내일 까지 간다", "내일까지 간다"),
        ("나무 은 무겁다", "나무 은 무겁다"),
        ("배 와 함께", "배 와 함께"),
        ("갑과 을 사이", "갑과 을 사이"),
        ("값은, 에 든다", "값은, 에 든다"),
        ("보다 나은 삶", "보다 나은 삶"),
    ],
)
def test_a_particle_stands_with_its_word(text, right):
    assert mended(text, split_particles(text)) == right


def test_behind_a_term_more_particles_are_known():
    text = "소식통 은 말했다"
    assert mended(text, split_particles(text)) == text
    assert mended(text, split_particles(text, [(0, 3)])) == "소식통은 말했다"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("할수 있다", "할 수 있다"),
        ("사용할수 없다", "사용할 수 없다"),
        ("막을수있다", "막을 수있다"),
        ("할 수 밖에 없다", "할 수밖에 없다"),
        ("끝날 것 이다", "끝날 것이다"),
        ("끝날 것 입니다", "끝날 것입니다"),
        ("그뿐만아니라", "그뿐만 아니라"),
        ("할 뿐 만 아니라", "할 뿐만 아니라"),
        ("말할 때 마다 웃었다", "말할 때마다 웃었다"),
        ("실수 없이", "실수 없이"),
        ("별수 없다", "별수 없다"),
        ("필수 있음", "필수 있음"),
        ("할수록 있다", "할수록 있다"),
        ("그 수 밖에 없다", "그 수 밖에 없다"),
        ("것 이상으로", "것 이상으로"),
        ("비난도 마다 않고", "비난도 마다 않고"),
        ("항구를 떠난지 10년이 됐다", "항구를 떠난 지 10년이 됐다"),
        ("얼마나 떠난지 모른다", "얼마나 떠난지 모른다"),
        ("3일만에 왔다", "3일 만에 왔다"),
        ("이틀만의 일", "이틀 만의 일"),
        ("딱 3일만이라도", "딱 3일만이라도"),
        ("배가 하나 뿐이다", "배가 하나뿐이다"),
        ("그 뿐만 아니라", "그뿐만 아니라"),
        ("그저 웃을 뿐이다", "그저 웃을 뿐이다"),
        ("이름이 같은 뿐이다", "이름이 같은 뿐이다"),
        ("제 3차 회의", "제3차 회의"),
        ("제 3개월 된 강아지", "제 3개월 된 강아지"),
        ("1년 치와 1년치, 70 %와 1 kg", "1년 치와 1년치, 70 %와 1 kg"),
    ],
)
def test_words_are_divided_as_the_orthography_asks(text, right):
    assert mended(text, misspaced(text)) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("몇일이 걸렸다", "며칠이 걸렸다"),
        ("몇 일 동안 갔다", "며칠 동안 갔다"),
        ("그러면 되요", "그러면 돼요"),
        ("그렇게 됬다", "그렇게 됐다"),
        ("왠만하면 간다", "웬만하면 간다"),
        ("웬지 춥다", "왠지 춥다"),
        ("역활을 맡았다", "역할을 맡았다"),
        ("않된다", "안 된다"),
        ("있읍니다", "있습니다"),
        ("내가 할께요", "내가 할게요"),
        ("끝냈습닌다", "끝냈습니다"),
        ("하십시요", "하십시오"),
        ("일을 않했다", "일을 안 했다"),
        ("일하지 않했다", "일하지 않했다"),
        ("설레임", "설렘"),
        ("몇 일이 걸렸다", "며칠이 걸렸다"),
        ("그가 말한데로 됐다", "그가 말한 대로 됐다"),
        ("뜻데로 됐다", "뜻대로 됐다"),
        ("높은 데로 갔다", "높은 데로 갔다"),
        ("투표률이 낮다", "투표율이 낮다"),
        ("성공율이 낮다", "성공률이 낮다"),
        ("법률과 확률, 투표율", "법률과 확률, 투표율"),
        ("그렇게 돼다", "그렇게 되다"),
        ("늦게 되서 갔다", "늦게 돼서 갔다"),
        ("나중에 되야 한다", "나중에 돼야 한다"),
        ("돼지는 돼도 소는 됐다", "돼지는 돼도 소는 됐다"),
        ("몇 일본 기업", "몇 일본 기업"),
        ("지역활동", "지역활동"),
        ("구역활성화", "구역활성화"),
        ("왠지 웬만하면 됐다", "왠지 웬만하면 됐다"),
        ("크지 않되 무겁다", "크지 않되 무겁다"),
        ("용어의 없는 뜻", "용어의 없는 뜻"),
        ("가슴이 있음", "가슴이 있음"),
    ],
)
def test_a_spelling_that_no_dictionary_has_is_known(text, right):
    assert mended(text, misspelt(text)) == right


def test_behind_code_and_small_letters_a_particle_may_be_another_word():
    assert [flaw.severity for flaw in split_particles("\ufffc 에서, cli 를 썼다, MSS 를 썼다")] == [
        Severity.INFO,
        Severity.INFO,
        None,
    ]


def test_a_name_may_be_spelt_as_no_word_is():
    assert [flaw.severity for flaw in misspelt("설레임과 역활")] == [Severity.INFO, None]


def test_a_fault_is_told_with_the_words_that_mending_touches():
    assert [flaw.message for flaw in wrong("그는 사용할수 있는 것 이다")] == [
        "“사용할수” is written “사용할 수”",
        "“것 이다” is written “것이다”",
    ]
    assert [flaw.message for flaw in wrong("지시 를 받았다")] == ["를 is a particle: no space before it"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("아는대로 적어 두었다", "아는 대로 적어 두었다"),
        ("들은대로 전해 주었다", "들은 대로 전해 주었다"),
        ("약속한대로 돈을 갚았다", "약속한 대로 돈을 갚았다"),
        ("애쓰는만큼 얻게 된다", "애쓰는 만큼 얻게 된다"),
        ("있을만큼 있다가 갔다", "있을 만큼 있다가 갔다"),
        ("문을 닫은채 일했다", "문을 닫은 채 일했다"),
        ("그저 웃었을뿐이다 라", "그저 웃었을 뿐이다 라"),
        ("배가 들어오는중이다 하고", "배가 들어오는 중이다 하고"),
        ("모르는척 지나갔다", "모르는 척 지나갔다"),
        ("무한대로 커지는 수", "무한대로 커지는 수"),
        ("세종대로 옆 가게", "세종대로 옆 가게"),
        ("법대로 하는 사람", "법대로 하는 사람"),
        ("저수은만큼 무거운 것", "저수은만큼 무거운 것"),
        ("그의 역할만큼 큰 일", "그의 역할만큼 큰 일"),
        ("휴일뿐 아니라 매일", "휴일뿐 아니라 매일"),
        ("나는중국에 갔다", "나는중국에 갔다"),
    ],
)
def test_a_dependent_noun_stands_apart_from_a_verb_and_not_from_a_noun(text, right):
    assert mended(text, wrong(text)) == right


@pytest.mark.parametrize(
    ("text", "unfinished", "right"),
    [
        ("물과 빵등을 샀다", True, "물과 빵 등을 샀다"),
        ("빵등을 샀다 고", True, "빵등을 샀다 고"),
        ("발과 손등을 다쳤다", True, "발과 손등을 다쳤다"),
        ("호두등을 샀다 고", True, "호두 등을 샀다 고"),
        ("호두등을 샀다 고", False, "호두등을 샀다 고"),
        ("배와 호두등을 샀다", False, "배와 호두 등을 샀다"),
        ("쌀, 소금등의 값", False, "쌀, 소금 등의 값"),
        ("쌀·자동차등이 올랐다 고", False, "쌀·자동차 등이 올랐다 고"),
        ("가로등과 신호등이 나갔다", True, "가로등과 신호등이 나갔다"),
        ("물가, 집값급등이 문제", True, "물가, 집값급등이 문제"),
        ("빈곤, 남녀불평등을 줄이다", True, "빈곤, 남녀불평등을 줄이다"),
        ("팔과 손등을 다쳤다", True, "팔과 손등을 다쳤다"),
    ],
)
def test_and_others_stands_apart_where_the_source_or_a_list_says_that_it_is_one(text, unfinished, right):
    assert mended(text, wrong(text, unfinished=unfinished)) == right
