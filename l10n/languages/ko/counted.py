"""Owns how Korean newspapers write numbers beside what they count.

Source: Hangul Orthography (2017), article 43: nouns of counting stand apart, and may be joined to Arabic figures, as
the press does throughout. A space there is no fault, but in one paper it is not now there and now not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages.ko.rows import respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Flaw

__all__ = ["apart"]

_UNITS = (
    "년대 년간 년 개월 개국 개소 개 월 주년 주간 주일 주 일간 일 시간 시 분간 분 초간 초 세기 세 살 "
    "세대 명 인분 차례 차 위 호 회 번째 번 점 골 층 권 편 장 쪽 마리 건 곳 종 척 채 배 판 대 도 "
    "석 쌍 통 잔 병 벌 표 가지 가구 군데 부 박 달러 센트 유로 파운드 엔 위안 원 루피 루블 페소 프랑 "
    "크로나 마일 킬로미터 센티미터 밀리미터 미터 피트 인치 야드 에이커 헥타르 제곱킬로미터 제곱마일 제곱미터 "
    "평방킬로미터 평방마일 평방미터 톤 킬로그램 밀리그램 그램 온스 리터 밀리리터 갤런 배럴 노트 퍼센트 "
    "포인트 메가와트 킬로와트 와트 볼트 헤르츠 기가바이트 메가바이트 광년 에피소드"
)
_TAILS = (
    "은 는 이 가 을 를 의 에 에서 에는 에도 에서는 에서의 에게 로 으로 로는 으로는 와 과 도 만 만의 "
    "만에 까지 까지의 부터 마다 보다 간 째 씩 경 경에 쯤 여 당 인 이며 이고 이다 이었다 였다 입니다 "
    "이었습니다 였습니다 이상 이하 이내 미만 동안 전 전에 전의 후 후에 뒤 내 내에 가량 남짓 어치 급 형 "
    "짜리 생 말 초 중반 후반 중 대 대의 대에 대를 대가 대는 대로 대와 대에서 대까지 간의 씩의 짜리의 "
    "이나 나 이라는 라는 에만 이라고 라고 으로부터 로부터"
)
_APART = re.compile(
    r"(?<=\d)[ \u00a0]+(?P<unit>"
    + "|".join(sorted(_UNITS.split(), key=len, reverse=True))
    + ")(?P<tail>"
    + "|".join(sorted(_TAILS.split(), key=len, reverse=True))
    + r")?(?![가-힣])"
)
_GROUP = re.compile(
    r"(?<=\d)[ \u00a0]+(?=[만억조](?:여)?(?:[ \u00a0][가-힣A-Z]|[가-힣]{1,3}|[.,)]|\Z))(?![만억조][가-힣]{4})"
)
_NOT = re.compile("(?:만|조)(?:이|나|큼|일|약|건|사|직|정)")
_RATIO = re.compile(r"[ \u00a0]\d")


def apart(text: str) -> Iterator[Flaw]:
    """Yield the spaces between a figure and what it counts: `30 분`, `28 세의`, `100 억`; `2 대 3` is a score."""
    if " " not in text and "\u00a0" not in text:
        return
    for match in _APART.finditer(text):
        if match["unit"] == "대" and _RATIO.match(text, match.end()):
            continue
        yield respelt(text, match.start(), match.start("unit"), "")
    for match in _GROUP.finditer(text):
        if not _NOT.match(text, match.end()):
            yield respelt(text, *match.span(), "")
