"""What Korean writes in one word, and spellings that are always wrong."""

from __future__ import annotations

import pytest

from l10n.text.korean import misspaced, misspelt, split_particles


def mended(find, text, *more):
    for one in sorted(find(text, *more), reverse=True):
        text = text[: one.start] + one.right + text[one.end :]
    return text


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
    assert mended(split_particles, text) == right


def test_behind_a_term_more_particles_are_known():
    text = "소식통 은 말했다"
    assert mended(split_particles, text) == text
    assert mended(split_particles, text, [(0, 3)]) == "소식통은 말했다"


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
        ("1년 치와 1년치, 70 %와 1 kg", "1년 치와 1년치, 70 %와 1 kg"),
    ],
)
def test_words_are_divided_as_the_orthography_asks(text, right):
    assert mended(misspaced, text) == right


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
    assert mended(misspelt, text) == right
