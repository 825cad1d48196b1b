"""Owns what Korean writes in one word and what in two, and spellings that are always wrong.

Sources: Hangul Orthography (2017), articles 41 to 47 on spacing, 6, 19, 25, 30, 40 and 53 on spelling; the
Standard Language Regulations. Only forms that no other reading can save are named.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Respelling", "misspaced", "misspelt", "split_particles"]


class Respelling(NamedTuple):
    """A stretch of a text and how it is written; offsets into the text that was asked about."""

    start: int
    end: int
    right: str
    sure: bool = True
    """False where a name may be written so."""


_PARTICLES = (
    "(?<![갑과] )을|를|는|에|에서|에서는|에서도|에서의|에게|에게서|에게는|에게도|에는|에도|에만|"
    "으로|으로서|으로써|으로부터|으로는|로부터|로서|로써|까지|까지는|까지도|처럼|이라고|이라는|라고|라는"
)


class _Row(NamedTuple):
    """A stretch that is wrong, and what stands there instead."""

    word: str
    right: str
    before: str = ""
    """What stands before it, as a pattern of no width."""
    after: str = ""
    sure: bool = True


def _behind(words: str) -> str:
    """Return a pattern of no width: one of these words stands before."""
    return f"(?:{'|'.join(f'(?<={word})' for word in words.split())})"


_ALONE = re.compile(
    "(?:(?<=[가-힣A-Za-z0-9%)\\]”’」』》\ufffc])|(?<=[^\\s(][\"']))[ \u00a0]+"
    f"(?P<particle>{_PARTICLES})"
    "(?=[ \u00a0,.?!]|\\Z)"
)
"""Particles that are no word: whatever stands before belongs to them."""
_BOUND = re.compile("[ \u00a0]+(?P<particle>은|가|의|과|와|로)(?=[ \u00a0])")
"""Particles that are words too (silver, department, come): told only behind a term, an acronym or a closing mark."""
_CLOSED = re.compile("(?:[)\\]”’」』》]|[^\\s(][\"'])\\Z")
_ACRONYM = re.compile("(?<![A-Za-z])[A-Z]{2,}\\Z")


def split_particles(text: str, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Respelling]:
    """Yield the particles that a space divides from their word; `terms` are the places of glossary terms."""
    ends = {end for start, end in terms if end - start > 1}
    for match in _ALONE.finditer(text):
        yield Respelling(match.start(), match.end(), match["particle"])
    for match in _BOUND.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match.start() in ends or _CLOSED.search(before) or _ACRONYM.search(before):
            yield Respelling(match.start(), match.end(), match["particle"])


_RIEUL = "".join(chr(ord("가") + 28 * at + 8) for at in range(399))
"""The syllables that close in ㄹ, as the form of a verb before 수 does."""
_VOWEL_OR_N = "".join(chr(ord("가") + 28 * at + final) for at in range(399) for final in (0, 4))
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
_TIMES = "년 월 일 주 달 시간 분 초 개월 주일 번"
_COUNTED = " ".join(f"[0-9]{unit}" for unit in _TIMES.split())
_SINCE = "떠난 지난 태어난 죽은 숨진 끝난 헤어진 만난 온 된 한 나간 들어간 돌아간 넘은"
"""Past forms before 지 that counts time: 떠난 지 10년."""
_LASTED = f"(?=[ \u00a0](?:[0-9]+|몇|한|두|세|수십)[ \u00a0]?(?:{'|'.join(_TIMES.split())})(?:[ 이만도가,.]|여|째|\\Z))"
_NOUN = f"(?<=[가-힣])(?<![{_RIEUL}다은는])"
_SPACING = (
    _Row("수", " 수", before="(?<=[가-힣][할될을를릴킬칠볼낼줄갈올쓸알힐])", after="(?= ?(?:있|없)[가-힣])"),
    _Row(
        "수", " 수", before="(?<![가-힣][할될볼낼줄갈올쓸알])(?<=[할될볼낼줄갈올쓸알])", after="(?= ?(?:있|없)[가-힣])"
    ),
    _Row(" 밖에", "밖에", before=f"(?<=[{_RIEUL}] 수)", after="(?= ?(?:없|안 |못))"),
    _Row(" 이", "이", before="(?<= 것)", after='(?=(?:다|라고|라는|라며|며|었다|고|지만)(?:[ ,.?!”’"]|\\Z))'),
    _Row(" 입니다", "입니다", before="(?<= 것)"),
    _Row("뿐만아니라", "뿐만 아니라", before="(?<=[가-힣])"),
    _Row("뿐 만 아니라", "뿐만 아니라"),
    _Row(" 마다", "마다", before="(?<=[가-힣])", after="(?=[ ,](?!않|하))"),
    _Row(" 부터", "부터", before="(?<=[가-힣])", after="(?=[ ,])"),
    _Row("지", " 지", before=_behind(_SINCE), after=_LASTED),
    _Row("만에", " 만에", before=_behind(f"{_COUNTED} 하루 이틀 사흘 나흘 며칠")),
    _Row("만의", " 만의", before=_behind(f"{_COUNTED} 이틀 사흘 나흘")),
    _Row(" 뿐", "뿐", before=_NOUN, after="(?=이[다며고었]|입니다|만 아니|만이 아니|이라)"),
    _Row("제 ", "제", before="(?<![가-힣])", after="(?=[0-9]+(?:차|회|조|항|장|호|군단|사단)(?![가-힣]{3}))"),
)
_AFTER_DOE = "다 는 고 면 며 어 었 므로 던 도록 겠 기도 기까지 기를"
_FREE = "(?<![가-힣])(?<!지 )(?<!지는 )(?<!지도 )"
_SPELLING = (
    _Row("몇일", "며칠", after="(?!본)"),
    _Row("몇 일", "며칠", after="(?=[ 간째에,.?]|동안|\\Z)"),
    _Row(
        "몇 일", "며칠", after="(?=(?:이[나면라]?|을|은|도|만|과|의|로|밖에|까지|부터|뒤|후|전|내|씩|새)(?:[ ,.?]|\\Z))"
    ),
    _Row("되요", "돼요"),
    _Row("십시요", "십시오"),
    _Row("되서", "돼서", after="(?:(?![가-힣])|(?=[는도야]))"),
    _Row("되야", "돼야", after="(?=[ ,.]|만|지|한|합|할)"),
    _Row("되 있", "돼 있", before="(?<=[가-힣])"),
    *(_Row("돼" + tail, "되" + tail) for tail in _AFTER_DOE.split()),
    _Row("않했", "안 했", before=_FREE),
    _Row("않할", "안 할", before=_FREE),
    _Row("않한", "안 한", before=_FREE),
    _Row("않합", "안 합", before=_FREE),
    _Row("않해", "안 해", before=_FREE),
    _Row("설레임", "설렘", sure=False),
    _Row("데로", " 대로", before=_behind(" ".join(f"{word}{tail}" for word in _SAID.split() for tail in _DONE))),
    _Row("데로", " 대로", before=_behind("시키는 시킨 바라는 마음먹은 들은 배운 느낀"), after="(?![가-힣])"),
    _Row("데로", "대로", before=_behind("뜻 마음 예정 계획 순서 원칙 예상 약속 제멋 사실"), after="(?![가-힣])"),
    _Row(
        "률",
        "율",
        before=f"(?<=[가-힣][{_VOWEL_OR_N}])",
        after="(?=(?:[은이을과의도에로만]|까지|보다|에서)?(?:[ ,.]|\\Z))",
    ),
    _Row("율", "률", before=_behind(_RATES)),
    _Row("됬", "됐"),
    _Row("어떻해", "어떡해"),
    _Row("왠만", "웬만", after="(?=[하한해히])"),
    _Row("웬지", "왠지", after="(?![가-힣])"),
    _Row("왠일", "웬일"),
    _Row("희안", "희한", after="(?=[하한해])"),
    _Row("설겆이", "설거지"),
    _Row("역활", "역할", before="(?<![가-힣])", after="(?![동성용력발자])"),
    _Row("댓가", "대가", before="(?<![가-힣])"),
    _Row("갯수", "개수", before="(?<![가-힣])"),
    _Row("촛점", "초점", before="(?<![가-힣])"),
    _Row("헛점", "허점", before="(?<![가-힣])"),
    _Row("오랫만", "오랜만"),
    _Row("어의", "어이", before="(?<![가-힣])", after="(?= ?없[이는다었])"),
    _Row("깨끗히", "깨끗이"),
    _Row("일일히", "일일이"),
    _Row("곰곰히", "곰곰이"),
    _Row("틈틈히", "틈틈이"),
    _Row("더우기", "더욱이"),
    _Row("일찌기", "일찍이"),
    _Row("통채로", "통째로", before="(?<![가-힣])"),
    _Row("눈쌀", "눈살"),
    _Row("닥달", "닦달", after="(?=[하한해])"),
    _Row("할려고", "하려고"),
    _Row("뵈요", "봬요"),
    _Row("않되", "안 되", before="(?<![가-힣])(?<!지 )"),
    _Row("않된", "안 된", before="(?<![가-힣])"),
    _Row("않하", "안 하", before="(?<![가-힣])"),
    _Row("짜집기", "짜깁기"),
    _Row("슴", "음", before="(?<=[있없])", after="(?![가-힣])"),
    _Row("읍니다", "습니다", before="(?<=[있없했었았겠])"),
    _Row("뇌졸증", "뇌졸중"),
    _Row("어짜피", "어차피"),
    _Row("느즈막", "느지막"),
    _Row("내노라하", "내로라하"),
    _Row("절대절명", "절체절명"),
    _Row("홀홀단신", "혈혈단신"),
    _Row("풍지박산", "풍비박산"),
    _Row("께요", "게요", before="(?<=[할갈올될을줄])"),
    _Row("습닌다", "습니다"),
    _Row("구렛나루", "구레나룻"),
    _Row("금새", "금세", before="(?<![가-힣])", after="(?= )"),
    _Row("단언컨데", "단언컨대"),
    _Row("요컨데", "요컨대"),
    _Row("예컨데", "예컨대"),
    _Row("승락", "승낙"),
    _Row("허락치", "허락지"),
    _Row("익숙치", "익숙지"),
    _Row("생각치", "생각지", after="(?= ?[않못도])"),
    _Row("넉넉치", "넉넉지"),
    _Row("거북치", "거북지"),
)
"""Misspellings that no dictionary has."""


def misspaced(text: str) -> Iterator[Respelling]:
    """Yield the words that are written apart or together where nothing else is possible: `할수 있다`, `것 이다`."""
    return _found(text, _SPACING)


def misspelt(text: str) -> Iterator[Respelling]:
    """Yield the spellings that no dictionary has: `됬다`, `몇일`."""
    return _found(text, _SPELLING)


def _found(text: str, rows: Iterable[_Row]) -> Iterator[Respelling]:
    for row in rows:
        if row.word in text:
            for match in _pattern(row).finditer(text):
                yield Respelling(match.start(), match.end(), row.right, row.sure)


@cache
def _pattern(row: _Row) -> re.Pattern[str]:
    return re.compile(row.before + re.escape(row.word) + row.after)
