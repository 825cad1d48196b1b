"""What says the same as a negation without one."""

from __future__ import annotations

import pytest

from l10n.text.facts.negation import denied, negative
from l10n.text.facts.reworded import denied_less, denied_no_more, reworded


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
        ("ko", "No visitors are allowed after 9 p.m.", "오후 9시 이후에는 면회를 제한한다."),
        ("ko", "No visitors are allowed.", "방문객 출입을 통제한다."),
        ("ko", "There is no cure for the disease.", "이 병은 불치병이다."),
        ("ko", "He has no children.", "그는 자녀를 두지 못했다."),
        ("ko", "There were no survivors.", "생존자는 전무하다."),
        ("ko", "There were no survivors.", "전원 사망했다."),
        ("ko", "The rule has no effect on prices.", "규정은 가격과 무관하다."),
        ("ko", "He had no choice but to leave.", "그는 어쩔 수 없이 떠났다."),
        ("ko", "She refused to sign.", "그녀는 서명하지 않았다."),
        ("ko", "The bill failed to pass.", "법안은 부결됐다."),
        ("ko", "He failed a test.", "그는 시험에서 떨어졌다."),
        ("ko", "He worked without pay.", "그는 무급으로 일했다."),
        ("ko", "He lives without parents.", "그는 부모 없이 산다."),
        ("ko", "She sang without accompaniment.", "그녀는 무반주로 노래했다."),
        ("ko", "They fought without weapons.", "그들은 맨손으로 싸웠다."),
        ("ko", "He was held without charge.", "그는 기소되지 않은 채 구금됐다."),
        ("ko", "They crossed without permission.", "그들은 무단으로 건넜다."),
        ("ko", "He spoke without notes.", "그는 원고를 보지 않고 말했다."),
        ("ko", "It is hardly a secret.", "공공연한 비밀이다."),
        ("ko", "He is hardly alone.", "그만 그런 것은 아니다."),
        ("ko", "It could hardly be worse.", "최악이다."),
        ("ko", "He is not a member.", "그는 비회원이다."),
        ("ko", "It is not legal.", "그것은 불법이다."),
        ("ko", "The state did not pay.", "국가는 지급을 미뤘다."),
        ("ko", "They have not eaten for days.", "그들은 며칠째 굶었다."),
        ("ko", "He did not survive.", "그는 숨졌다."),
        ("ko", "They didn't win.", "그들은 졌다."),
        ("ko", "He is not well.", "그는 아프다."),
        ("ko", "He is not guilty.", "그는 무죄다."),
        ("ko", "Prices did not change.", "가격은 그대로다."),
        ("ko", "Prices did not change.", "가격은 제자리걸음이다."),
        ("ko", "He did not attend.", "그는 불참했다."),
        ("ko", "He did not come to work.", "그는 결근했다."),
        ("ko", "It is not true.", "거짓이다."),
        ("ko", "It is not true.", "사실무근이다."),
        ("ko", "He did not reply.", "그는 답을 하지 않았다."),
        ("ko", "He cannot walk.", "그는 걷지 못한다."),
        ("ko", "Nothing has changed.", "그대로다."),
        ("ko", "Nobody came.", "아무도 오지 않았다."),
        ("ko", "Do not touch.", "손대지 마시오."),
        ("ko", "He is no longer a minister.", "그는 장관에서 물러났다."),
        ("ko", "He is no longer a minister.", "그는 전 장관이다."),
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
        ("Prices did not change.", "가격이 달라졌다."),
        ("It is not true.", "그것은 사실이다."),
        ("They didn't win.", "그들은 이겼다."),
        ("He is no longer a minister.", "그는 장관이다."),
    ],
)
def test_a_negation_that_is_lost_is_not_said_in_other_words(source, target):
    assert denied(source)
    assert not negative(target, "ko")
    assert not reworded(source, target, "ko")


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "She did not know the way.", "그녀는 길을 몰랐습니다."),
        ("ko", "No one was injured in the storm.", "폭풍에도 다들 무사했다."),
        ("ko", "He did not remember her voice.", "그는 그녀의 목소리를 잊었다."),
        ("fr", "He did not remember her name.", "Il avait oublié son nom."),
        ("fr", "You must not smoke here.", "Il est interdit de fumer ici."),
        ("es", "She did not listen to the guide.", "Hizo caso omiso del guía."),
        ("es", "The driver was not guilty.", "El conductor era inocente."),
        ("es", "They did not go away.", "Se quedaron en casa."),
        ("de", "It will not be ready before noon.", "Erst am Mittag wird es fertig."),
        ("de", "She could not remember the song.", "Sie hatte das Lied vergessen."),
        ("it", "He did not remember the road.", "Aveva dimenticato la strada."),
        ("zh_CN", "The old boat may not survive the storm.", "那条旧船可能撑不过这场风暴。"),
        ("zh_CN", "She did not tell the police.", "她对警方保持沉默。"),
        ("ja", "You must not open it.", "開けたらだめだ。"),
        ("ru", "He did not stop talking.", "Он продолжал говорить."),
        ("tr", "He did not remember the road.", "Yolu unutmuştu."),
    ],
)
def test_the_opposite_of_what_is_denied_says_the_same(language, source, target):
    assert not denied_no_more(source, target, language)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "She did not know the way.", "그녀는 길을 알았다."),
        ("fr", "He did not remember her name.", "Il se souvenait de son nom."),
        ("es", "The driver was not guilty.", "El conductor era culpable desde hacía años."),
        ("de", "The boat and the crew did not arrive.", "Das Boot und die Mannschaft kamen an."),
        ("zh_CN", "He did not open the gate.", "他不过打开了大门。"),
    ],
)
def test_a_lost_negation_is_told(language, source, target):
    assert denied_no_more(source, target, language) == "not"


@pytest.mark.parametrize(
    ("language", "source", "target", "many"),
    [
        ("ko", "He did not wait and she did not ask.", "그는 기다리지 않았고 그녀는 물었다.", 1),
        ("de", "He did not wait and she did not ask.", "Er wartete nicht und sie fragte.", 1),
        ("fr", "He did not sing and she did not dance.", "Il n’a pas chanté et elle a dansé.", 1),
        ("ko", "He did not wait and she did not ask.", "그는 기다리지 않았고 그녀는 묻지 않았다.", None),
        ("fr", "He did not sing and she did not dance.", "Il n’a pas chanté et elle n’a pas dansé.", None),
        ("ko", "He did not wait.", "그는 기다렸다.", None),
        ("ko", "He did not wait and she did not ask.", "그는 기다렸고 그녀는 물었다.", None),
        ("ko", "He did not pay and she did not know.", "그는 내지 않았고 그녀는 낯설었다.", None),
    ],
)
def test_a_negation_that_is_lost_beside_another_is_counted(language, source, target, many):
    found = denied_less(source, target, language)
    assert (found and found[1]) == many
