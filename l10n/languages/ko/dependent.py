"""Owns the dependent nouns of Korean that are glued to the word before them: `하는대로`, `사과등을`.

Source: Hangul Orthography (2017), articles 42 (dependent nouns stand apart) and 45 (so does 등 behind a list). Behind
a noun 만큼, 대로 and 뿐 are particles, so that only a verb's form tells; words in 등 of their own are a closed class.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages.ko.josa import Coda, coda
from l10n.languages.ko.predicates import ACTIONS
from l10n.languages.ko.rows import respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Flaw

__all__ = ["and_others", "apart"]

_END = r"(?:이|은|을|도|만|에|의|로|으로|인|이다|이며|이고|입니다|이었다|였다)?(?![가-힣])"
_BEHIND_VERB = re.compile(
    rf"(?<=[가-힣])(?P<form>는)(?P<noun>대로|만큼|듯|동안|척|체|김|순간|중|편){_END}"
    rf"|(?<=[가-힣])(?P<past>던)(?P<once>대로|만큼){_END}"
    rf"|(?<=[가-힣])(?P<closed>은)(?P<done>대로|만큼|채){_END}"
    rf"|(?P<deed>[가-힣]{{2,3}})(?P<did>[한할])(?P<thing>대로|만큼|뿐){_END}"
    rf"|(?<=[가-힣있없])(?P<will>을)(?P<only>뿐|만큼){_END}"
)
"""The form of a verb that describes what follows it, and a noun that only stands behind one or behind a particle."""
_PAST_OR_BEING = frozenset("있없같많싶") | {chr(ord("가") + 28 * at + 20) for at in range(399)}
"""What 을 follows in the form of a verb: 있, 없 and whatever closes in ㅆ."""


def apart(text: str) -> Iterator[Flaw]:
    """Yield the dependent nouns that are glued to the form of a verb."""
    for match in _BEHIND_VERB.finditer(text):
        noun = next(name for name in ("noun", "once", "done", "thing", "only") if match[name])
        at = match.start(noun)
        host = text[at - 2]
        told = (
            noun in {"noun", "once"}
            or (noun == "done" and coda(host) is not Coda.NONE)
            or (noun == "thing" and match["deed"][-2:] in ACTIONS)
            or (noun == "only" and host in _PAST_OR_BEING)
        )
        if told:
            yield respelt(text, at, at, " ")


_OTHERS = re.compile(
    r"(?<![가-힣])(?P<host>[가-힣]{1,12})(?P<noun>등)(?:을|의|이|에|은|과|도|에서|에게|으로)?(?![가-힣])"
)
_LAMPS = (
    "가로 신호 조명 형광 백열 할로겐 네온 무드 수면 취침 실내 실외 전조 후미 경광 지시 차폭 안개 제동 후진 점멸 경고 "
    "탐조 투광 수은 나트륨 청사초롱 장명 주마 천장 스탠드 독서 보안 정원 잔디 센서 작업 무영 살균 자외선 적외선 번호판 "
    "활주로 항공 비상 유도 방향 감시 표시 야간 상야 벽부 해난 갈고리 손 발 콧 칼 정지 브레이크 경보 위치 집어 촛불 램프"
)
_LIKE_LAMPS = re.compile(
    rf"(?:{'|'.join(_LAMPS.split())}|[평갈폭급반균동대우열강일이삼]|(?<![동기열])차|[남여불초중]?고)\Z"
)
"""What stands before 등 in a word of its own: a lamp, or the end of one like 불평등, 갈등, 급등, 고등."""
_SHORT_LAMPS = frozenset(
    "전외내미석연관풍홍벽촉등손발콧칼산잔평균동대고중초우열차일이삼사오특상하강폭급반소점갈훈공월몇꼴"
)
"""Single syllables before 등 in a word of two."""
_LISTED = re.compile(r"(?:[가-힣A-Za-z](?:,|·|와|과|및| 및|하고|이나)|[,·]) ?\Z")
"""What makes the word before 등 the last of a list."""


def and_others(text: str, *, unfinished: bool) -> Iterator[Flaw]:
    """Yield the 등 (and others) that is glued to the last word of a list.

    `unfinished` says that the source speaks of others too; without it only a list of several tells.
    """
    for match in _OTHERS.finditer(text):
        listed = _LISTED.search(text, max(0, match.start() - 8), match.start()) is not None
        short = len(match["host"]) == 1
        told = (unfinished and listed and match["host"] not in _SHORT_LAMPS) if short else unfinished or listed
        if told and not _LIKE_LAMPS.search(match["host"]):
            yield respelt(text, match.start("noun"), match.start("noun"), " ")
