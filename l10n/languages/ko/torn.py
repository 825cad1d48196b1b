"""Owns the words of Korean that a space tears apart: verbs made of a noun, the copula, and parts of no word alone.

Sources: Hangul Orthography (2017), articles 41 (particles, the copula among them, cling) and the Standard Dictionary's
suffixes -하다, -되다, -시키다, -적, -째. A noun and 하다 are joined only where the noun is known to make a verb.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages.ko.predicates import ACTIONS, QUALITIES
from l10n.languages.ko.rows import Respelling, found, respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Flaw

__all__ = ["torn"]

_DO = (
    "하는|하고|하여|하며|하면|하기|하지(?!만)|하게|하도록|하려|하던|하자|하였|했|합니|해야|해서|한다|함(?![가-힣])"
    "|할(?=수|것|때|지|만큼|[^가-힣]|\\Z)|한(?=것|후|뒤|다음|[^가-힣]|\\Z)"
)
_BE = (
    "되는|되고|되어|되며|되면|되기|되지|되도록|되던|되자|되었|됐|됩니|돼(?=[ ,.서야도]|있)|된다|됨(?![가-힣])"
    "|될(?=수|것|때|지|만큼|[^가-힣]|\\Z)|된(?=것|후|뒤|다음|[^가-힣]|\\Z)"
)
_MAKE = "시키|시켜|시켰|시킨|시킬|시킵"
_FORM = re.compile(rf"(?P<noun>(?<![가-힣])[가-힣]{{2,12}}) +(?P<verb>{_DO}|{_BE}|{_MAKE})")
_COUNTERS = (
    "명 번 가지 개 건 차례 달 사람 시간 주 해 편 권 대 마리 곳 줄 마디 발 판 잔 끼 쪽 푼 방 군데 "
    "장 채 켤레 축 분 점 팀 쌍 벌 살 층 칸 켠 바퀴 걸음 세기 세대 몫 단계"
)
_THINGS = (
    "나라 도시 마을 집 학교 회사 부분 종류 형태 예 가운데 복판 구석 자리 경기 목소리 눈 몸 남자 여자 "
    "남성 여성 소년 소녀 시민 주민 전문가 관리 대변인 사례 순간 때 손 평생 기"
)
_ONE = re.compile(f"한 (?:[0-9]|{'|'.join(_COUNTERS.split())})")
"""한 that counts one of something, and does not belong to the noun before."""
_ONE_OR = re.compile(f"한 (?:{'|'.join(_THINGS.split())})")
"""The same, unless what stands before can be nothing but an adjective: 부유한 나라."""
_BEFORE = re.compile("(?:재|불|미|비|총|성|공동|상호|자동|조기|집단|무단|강제)(?=[가-힣]{2})")
"""Prefixes, and words that are one with the noun behind them."""
_IN_HWA = re.compile(r"[가-힣]{2,}화\Z")
"""Nouns in -화, of which nearly each makes a verb."""
_FORMS = frozenset({"보고", "사고", "기도", "위해"})
"""Nouns that are forms of verbs too (보고 하는 말)."""


@cache
def _verbal(noun: str) -> bool:
    """Tell whether a noun makes a verb or an adjective with 하다."""
    bare = _BEFORE.sub("", noun, count=1)
    return any(one in ACTIONS or one in QUALITIES for one in (noun, bare))


def _light(text: str) -> Iterator[Flaw]:
    for match in _FORM.finditer(text):
        noun, verb = match["noun"], match["verb"]
        does = verb[0] in "하해했합할한함"
        if not (_verbal(noun) or (not does and _IN_HWA.search(noun))) or (does and noun in _FORMS):
            continue
        doubtful = _ONE_OR.match(text, match.start("verb")) and noun not in QUALITIES - ACTIONS
        if verb != "한" or not (doubtful or _ONE.match(text, match.start("verb"))):
            yield respelt(text, match.end("noun"), match.start("verb"), "")


_HANGUL = "(?<=[가-힣])"
_CLOSED = "(?<=[가-힣A-Za-z0-9%)”’])"
_ROWS = (
    *(
        Respelling(f" {form}", form, before=_CLOSED)
        for form in ("입니다", "입니까", "이었다", "이었습니다", "였다", "였습니다")
    ),
    Respelling(" 이다", "이다", before="(?<=[가-힣A-Za-z0-9%)”’])(?<![을를])", after=r"(?=[.,]|\Z)"),
    Respelling(" 인 ", "인 ", before=_HANGUL + "(?<![은는이가도의])", after=r"(?=[가-힣A-Z“‘])"),
    Respelling(" 일 수", "일 수", before=_HANGUL + "(?<![한할는은된될의을던인])", after="(?= ?(?:있|없))"),
    Respelling(" 적인 ", "적인 ", before=_HANGUL + "(?<![는은의한된인])"),
    Respelling("번 째", "번째"),
)


def torn(text: str) -> Iterator[Flaw]:
    """Yield the spaces inside of words: `분류 할`, `부유 한`, `이유 입니다`."""
    yield from _light(text)
    for start, end, row in found(text, _ROWS):
        yield respelt(text, start, end, row.right)
