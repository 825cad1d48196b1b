"""Owns spellings of Korean that are always wrong.

Sources: Hangul Orthography (2017), articles 6, 19, 25, 30, 40 and 53; the Standard Language Regulations. Only forms
that no other reading can save are named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.languages.ko.rows import Respelling, behind, found
from l10n.model import Flaw, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["misspelt", "wrong"]

_SAID = (
    "말 원 생각 약속 예상 계획 지시 설명 언급 명령 요구 부탁 제안 주장 보도 예고 합의 결정 희망 기대 발표 요청 "
    "경고 당부 규정"
)
_DONE = ("한", "했던", "하는", "된", "되는", "하던")
_RATES = (
    "성공 실업 합격 취업 경쟁 사망 출석 성장 상승 하락 이용 사용 적용 활용 보급 감염 접종 응답 수익 영업 가입 고용 "
    "유병 발병 발생 치명 이직 공실 인상 환급 납입 지급 진행 달성 재생 출생 졸업 진학 입학 폐업 창업 적중 시청 청취 "
    "득점 자급 탈락 증감 적립"
)
"""What one gives the rate of, where the word closes in another consonant than ㄴ: 성공률."""
_VOWEL_OR_N = "".join(chr(ord("가") + 28 * at + final) for at in range(399) for final in (0, 4))
_AFTER_DOE = "다 는 고 면 며 어 었 므로 던 도록 겠 기도 기까지 기를"
_FREE = "(?<![가-힣])(?<!지 )(?<!지는 )(?<!지도 )"
_SPELLING = (
    Respelling("몇일", "며칠", after="(?!본)"),
    Respelling("몇 일", "며칠", after="(?=[ 간째에,.?]|동안|\\Z)"),
    Respelling(
        "몇 일", "며칠", after="(?=(?:이[나면라]?|을|은|도|만|과|의|로|밖에|까지|부터|뒤|후|전|내|씩|새)(?:[ ,.?]|\\Z))"
    ),
    Respelling("되요", "돼요"),
    Respelling("십시요", "십시오"),
    Respelling("되서", "돼서", after="(?:(?![가-힣])|(?=[는도야]))"),
    Respelling("되야", "돼야", after="(?=[ ,.]|만|지|한|합|할)"),
    Respelling("되 있", "돼 있", before="(?<=[가-힣])"),
    *(Respelling("돼" + tail, "되" + tail) for tail in _AFTER_DOE.split()),
    Respelling("않했", "안 했", before=_FREE),
    Respelling("않할", "안 할", before=_FREE),
    Respelling("않한", "안 한", before=_FREE),
    Respelling("않합", "안 합", before=_FREE),
    Respelling("않해", "안 해", before=_FREE),
    Respelling("설레임", "설렘", sure=False),
    Respelling("데로", " 대로", before=behind(" ".join(f"{word}{tail}" for word in _SAID.split() for tail in _DONE))),
    Respelling("데로", " 대로", before=behind("시키는 시킨 바라는 마음먹은 들은 배운 느낀"), after="(?![가-힣])"),
    Respelling("데로", "대로", before=behind("뜻 마음 예정 계획 순서 원칙 예상 약속 제멋 사실"), after="(?![가-힣])"),
    Respelling(
        "률",
        "율",
        before=f"(?<=[가-힣][{_VOWEL_OR_N}])",
        after="(?=(?:[은이을과의도에로만]|까지|보다|에서)?(?:[ ,.]|\\Z))",
    ),
    Respelling("율", "률", before=behind(_RATES)),
    Respelling("됬", "됐"),
    Respelling("어떻해", "어떡해"),
    Respelling("왠만", "웬만", after="(?=[하한해히])"),
    Respelling("웬지", "왠지", after="(?![가-힣])"),
    Respelling("왠일", "웬일"),
    Respelling("희안", "희한", after="(?=[하한해])"),
    Respelling("설겆이", "설거지"),
    Respelling("역활", "역할", before="(?<![가-힣])", after="(?![동성용력발자])"),
    Respelling("댓가", "대가", before="(?<![가-힣])"),
    Respelling("갯수", "개수", before="(?<![가-힣])"),
    Respelling("촛점", "초점", before="(?<![가-힣])"),
    Respelling("헛점", "허점", before="(?<![가-힣])"),
    Respelling("오랫만", "오랜만"),
    Respelling("어의", "어이", before="(?<![가-힣])", after="(?= ?없[이는다었])"),
    Respelling("깨끗히", "깨끗이"),
    Respelling("일일히", "일일이"),
    Respelling("곰곰히", "곰곰이"),
    Respelling("틈틈히", "틈틈이"),
    Respelling("더우기", "더욱이"),
    Respelling("일찌기", "일찍이"),
    Respelling("통채로", "통째로", before="(?<![가-힣])"),
    Respelling("눈쌀", "눈살"),
    Respelling("닥달", "닦달", after="(?=[하한해])"),
    Respelling("할려고", "하려고"),
    Respelling("뵈요", "봬요"),
    Respelling("않되", "안 되", before="(?<![가-힣])(?<!지 )"),
    Respelling("않된", "안 된", before="(?<![가-힣])"),
    Respelling("않하", "안 하", before="(?<![가-힣])"),
    Respelling("짜집기", "짜깁기"),
    Respelling("슴", "음", before="(?<=[있없])", after="(?![가-힣])"),
    Respelling("읍니다", "습니다", before="(?<=[있없했었았겠])"),
    Respelling("뇌졸증", "뇌졸중"),
    Respelling("어짜피", "어차피"),
    Respelling("느즈막", "느지막"),
    Respelling("내노라하", "내로라하"),
    Respelling("절대절명", "절체절명"),
    Respelling("홀홀단신", "혈혈단신"),
    Respelling("풍지박산", "풍비박산"),
    Respelling("께요", "게요", before="(?<=[할갈올될을줄])"),
    Respelling("습닌다", "습니다"),
    Respelling("구렛나루", "구레나룻"),
    Respelling("금새", "금세", before="(?<![가-힣])", after="(?= )"),
    Respelling("단언컨데", "단언컨대"),
    Respelling("요컨데", "요컨대"),
    Respelling("예컨데", "예컨대"),
    Respelling("승락", "승낙"),
    Respelling("허락치", "허락지"),
    Respelling("익숙치", "익숙지"),
    Respelling("생각치", "생각지", after="(?= ?[않못도])"),
    Respelling("넉넉치", "넉넉지"),
    Respelling("거북치", "거북지"),
)
"""Misspellings that no dictionary has."""


def misspelt(text: str) -> Iterator[Flaw]:
    """Yield the spellings that no dictionary has: `됬다`, `몇일`."""
    for start, end, row in found(text, _SPELLING):
        severity = None if row.sure else Severity.INFO
        yield Flaw(f"{text[start:end]} is spelt {row.right}", start, end, row.right, severity)


wrong = misspelt
