"""Negation in English and in the languages it is translated into."""

from __future__ import annotations

import pytest

from l10n.text.negation import denied, negations, negative, reworded


def test_contractions_count_as_not():
    assert negations("They don’t, can't and cannot; never.") == {"not": 3, "never": 1}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The guards did not open the gate.", "not"),
        ("He couldn’t leave the village.", "couldn’t"),
        ("They are no longer paid.", "no longer"),
        ("She was unable to sleep.", "unable"),
        ("There is no evidence of that.", "no"),
        ("All went well. He never came back.", "never"),
        ("Neither of them slept.", "Neither"),
        ("No casualties were reported.", "No"),
        ("There was no water in the well.", "no"),
        ("He refused to leave.", "refused to"),
        ("He failed to pay the fine.", "failed to"),
        ("They left without a word.", "without"),
        ("He hardly sleeps.", "hardly"),
    ],
)
def test_a_clear_negation_is_found(text, word):
    assert denied(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "They are not only tired but also hungry.",
        "No doubt they will come.",
        "He can't help laughing.",
        "It did not open until Monday.",
        "It works, doesn't it?",
        "Why don't we leave?",
        "See No. 5 on the list.",
        "We cannot do it without you.",
        "They never fail to come.",
        "It is big, not small.",
        "The function returns None here.",
        "Nobody else came.",
        "It was nothing short of a miracle.",
        "It is nothing less than a scandal.",
        "The day isn't far away.",
        "Such cases are not rare.",
        "No one under 18 may enter.",
        "There is no shortage of rice.",
        "Some have water, but the farms do not.",
        "They did not refuse to pay.",
        "He always wins, with or without a coach.",
        "All went well.",
    ],
)
def test_idioms_questions_and_double_negation_are_not_clear(text):
    assert denied(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "문을 열지 않았다."),
        ("ko", "그는 갈 수 없었다."),
        ("ko", "비가 안 온다."),
        ("ko", "들어가지 마라."),
        ("ko", "그것은 사실이 아니다."),
        ("ko", "출입이 금지됐다."),
        ("ja", "門を開けなかった。"),
        ("ja", "行きません。"),
        ("zh", "他没有打开门。"),
        ("es", "No abrieron la puerta."),
        ("fr", "Ils n’ont pas ouvert la porte."),
        ("de", "Sie haben keine Tür geöffnet."),
        ("ar", "لم يفتحوا الباب"),
    ],
)
def test_a_negative_form_is_known(language, text):
    assert negative(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "경비병들이 마을 안에서 문을 열었다."),
        ("ko", "그동안 안전한 곳으로 말을 옮겼다."),
        ("ko", "그나마 괜찮은 자리를 점잖게 얻었다."),
        ("ja", "門を開けた。"),
        ("zh", "他打开了门。"),
        ("es", "Abrieron la puerta."),
        ("fr", "Ils ont ouvert la porte."),
        ("de", "Sie haben die Tür geöffnet."),
        ("ar", "فتحوا الباب في الصباح"),
    ],
)
def test_a_plain_statement_has_none(language, text):
    assert not negative(text, language)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "A source who asked not to be named said so.", "익명을 요구한 소식통이 말했다."),
        ("ko", "The official asked not to be identified.", "관계자는 익명을 요구했다."),
        ("ko", "It is nothing less than a scandal.", "그것은 추문 그 자체다."),
        ("ko", "It was nothing short of a miracle.", "기적이었다."),
        ("ko", "Not all of them left.", "일부만 떠났다."),
        ("ko", "Not every school has a gym.", "일부 학교에만 체육관이 있다."),
        ("ko", "The two are not the same.", "둘은 서로 다르다."),
        ("zh", "The two are not the same.", "这是两码事。"),
        ("ko", "The day isn't far away.", "그날이 가깝다."),
        ("ko", "Such cases are not rare.", "그런 경우는 흔하다."),
        ("ko", "He is not yet 18.", "그는 17세다."),
        ("ko", "Experts did not agree on the matter.", "전문가들 사이에 이견이 있었다."),
        ("ko", "No one under 18 may enter.", "18세 이상만 들어갈 수 있다."),
        ("ko", "Never has the river been so low before.", "강이 이렇게 낮아진 것은 처음이다."),
        ("ko", "He had never seen snow before.", "그는 눈을 처음 봤다."),
        ("ko", "Some people like it and others do not.", "좋아하는 사람도 있고 싫은 사람도 있다."),
        ("ko", "Some have water, but the farms do not.", "일부는 물을 갖고 있지만 농장은 사정이 다르다."),
        ("ko", "He refused to leave the house.", "그는 집을 나서기를 거부했다."),
        ("ko", "He refused to answer.", "그는 입을 다물었다."),
        ("ko", "He refused to comment.", "그는 언급을 피했다."),
        ("ko", "He refused to back down.", "그는 끝까지 버텼다."),
        ("ko", "They failed to reach a deal.", "협상은 결렬됐다."),
        ("ko", "They failed to reach a deal.", "합의 도출에 실패했다."),
        ("ko", "The team failed to qualify.", "팀은 예선에서 탈락했다."),
        ("ko", "He failed to show up.", "그는 오지 않았다."),
        ("ko", "They left without a word.", "그들은 말없이 떠났다."),
        ("ko", "They did it without telling him.", "그들은 그 몰래 했다."),
        ("ko", "He left without his coat.", "그는 외투를 두고 떠났다."),
        ("ko", "She can hardly walk.", "그녀는 걷기조차 버겁다."),
        ("ko", "There is hardly any food.", "음식이 거의 바닥났다."),
        ("ko", "No one was hurt.", "다친 사람은 없었다."),
        ("ko", "No casualties were reported.", "사상자는 없는 것으로 전해졌다."),
        ("ko", "No tickets are left.", "표가 매진됐다."),
        ("ko", "There is no shortage of rice.", "쌀이 넉넉하다."),
        ("ko", "He has no money.", "그는 빈털터리다."),
        ("ko", "There was no electricity.", "전기가 끊겼다."),
        ("ko", "No other country has so many.", "이 나라가 가장 많다."),
        ("ko", "There is no better place.", "이곳이 최고다."),
        ("ko", "No trains will run on Sunday.", "일요일에는 열차 운행이 멈춘다."),
        ("ko", "There is no time to waste.", "시간이 촉박하다."),
        ("ko", "No decision has been made.", "결정은 미뤄졌다."),
        ("ja", "He refused to leave.", "彼は立ち去ることを拒んだ。"),
        ("ja", "No one was hurt.", "けが人はいなかった。"),
        ("ja", "No trains will run.", "全線で運休する。"),
        ("zh", "No trains will run.", "列车停运。"),
        ("zh", "He refused to leave.", "他拒绝离开。"),
        ("zh", "He has never seen snow before.", "他第一次看到雪。"),
        ("es", "He refused to leave.", "Se negó a irse."),
        ("es", "No trains will run.", "Los trenes quedan suspendidos."),
        ("fr", "He refused to leave.", "Il a refusé de partir."),
        ("fr", "He failed to win.", "Il a échoué."),
        ("de", "He refused to leave.", "Er weigerte sich zu gehen."),
        ("de", "No trains will run.", "Die Züge fallen aus."),
        ("de", "He failed to win.", "Er verlor."),
    ],
)
def test_what_says_the_same_without_a_negation_is_fine(language, source, target):
    assert not denied(source) or negative(target, language) or reworded(source, target, language)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The two are not the same.", "둘은 같다."),
        ("Not all of them left.", "모두 떠났다."),
        ("The official asked not to be identified.", "관계자는 이름을 밝혀 달라고 했다."),
        ("Experts did not agree on the matter.", "전문가들이 이에 동의했다."),
        ("He had never seen snow before.", "그는 눈을 봤다."),
        ("No casualties were reported.", "사상자가 보고됐다."),
        ("He refused to leave.", "그는 떠났다."),
        ("He failed to pay the fine.", "그는 벌금을 냈다."),
        ("They left without a word.", "그들은 말을 하고 떠났다."),
        ("He hardly sleeps.", "그는 잠을 잔다."),
    ],
)
def test_a_negation_that_is_lost_is_not_said_in_other_words(source, target):
    assert denied(source)
    assert not negative(target, "ko")
    assert not reworded(source, target, "ko")
