"""Owns the words of Korean that are written in one piece and are two.

Source: Hangul Orthography (2017), articles 2 and 41 (what follows a particle is another word), 42 (dependent nouns
stand apart) and 47 (of auxiliary verbs those behind -아/-어 alone may be joined: 하고있다 and 하지않다 may not). Only
forms that no other reading can save are named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages.ko.predicates import ACTIONS
from l10n.languages.ko.rows import Respelling, found, respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Flaw

__all__ = ["glued"]

_RIEUL = "".join(chr(ord("가") + 28 * at + 8) for at in range(399))
"""The syllables that close in ㄹ, as the form of a verb before 수 does."""
_OPEN = "".join(chr(ord("가") + 28 * at) for at in range(399))
_HANGUL = "(?<=[가-힣])"
_WORD = "(?<=[가-힣A-Za-z0-9”’])"
_THING = (
    r"(?=(?:이|은|을|도|과|만|에|으로|처럼|입니|인|이다|이라|이었)?(?:[^가-힣]|\Z)"
    "|입니다|이다|이라|이었|으로|에서|에는)"
)
_EXISTS = "(?=[는다었습어으을던지고])"
_ROWS = (
    *(Respelling(f"수{verb}", f"수 {verb}", before=f"(?<=[{_RIEUL}] )") for verb in ("있", "없")),
    Respelling("수밖에없", "수밖에 없"),
    Respelling("고있", "고 있", before=_HANGUL, after=_EXISTS),
    Respelling("고싶", "고 싶", before=_HANGUL),
    Respelling("지않", "지 않", before="(?<=[가-힣])(?<![못머마])"),
    Respelling("지못", "지 못", before="(?<=[가-힣])(?<!마)", after="(?=[하했해한할합])"),
    Respelling("것같", "것 같"),
    *(Respelling(f"{form}것", f"{form} 것", before=_HANGUL, after=_THING) for form in ("는", "던")),
    *(Respelling(f"{form}것", f"{form} 것", after=_THING) for form in ("할", "될", "있을", "없을", "같은", "많은")),
    Respelling("때문", " 때문", before=_HANGUL, after="(?=[에이인])"),
    *(
        Respelling(f"에{verb}", f"에 {verb}", before=_HANGUL, after="(?!민국|항공)")
        for verb in ("대한", "대해", "의해")
    ),
    *(
        Respelling(f"에{verb}", f"에 {verb}", before=_HANGUL)
        for verb in ("의한", "따라", "따른", "따르면", "관한", "관해")
    ),
    *(Respelling(f"{part}있", f"{part} 있", before=_HANGUL, after=_EXISTS) for part in "이가에도"),
    Respelling("이없", "이 없", before="(?<=[가-힣])(?<!어)", after=_EXISTS),
    Respelling("이없", "이 없", before="(?<=[가-힣])(?<!어)", after="(?=[이])"),
    *(Respelling(f"이{verb}", f"이 {verb}", before=_HANGUL) for verb in ("되었", "됩니", "된다", "되는", "됐")),
    *(Respelling(f"{part}이 ", f"{part} 이 ", before=_HANGUL) for part in ("는", "를", "에서")),
    *(
        Respelling(f"으로{verb}", f"으로 {verb}", before="(?<!적)")
        for verb in ("인해", "인한", "이루어", "알려", "가는", "보이", "보인", "돌아")
    ),
    Respelling(
        "적으로", "적으로 ", before=_HANGUL, after="(?=[가-힣])(?!는|도|만|나|든|라|서|써|부터|의|까지|선|며|밖|보다)"
    ),
    *(Respelling(f"야{verb}", f"야 {verb}", before=_HANGUL) for verb in ("합니", "하는", "했", "하며", "한다")),
    Respelling("야할", "야 할", before="(?<=[해어아여되])"),
    *(Respelling(f"{form}합니", f"{form} 합니", before=_WORD) for form in ("려고", "라고", "다고", "게")),
    *(Respelling(f"{unit}동안", f"{unit} 동안", before="(?<=[0-9])") for unit in "년월일주초분"),
    *(Respelling(f"{unit}동안", f"{unit} 동안") for unit in ("시간", "개월", "년간", "일간")),
    Respelling("게되", "게 되", before="(?<=[하있없])"),
    Respelling("게하", "게 하", before="(?<=[하있없])", after="(?=[는고여기지])"),
)
_VERBS = (
    "위한 위해 위하 통해 통한 통하 향해 향한 향하 비롯 포함 가지고 가지는 가진 가져 갖고 갖는 갖춘 지나 "
    "지키 지켜 지켰 받은 받는 받아 받고 받을 받습 받았 보고 보는 보여 보이 보았 봤 주는 주고 주었 줬 "
    "주어 줍니 하는 하고 하며 하거나 하지 하기 했 합니 한다 할 만들 만드 만든 얻 찾 떠나 떠난 떠났 "
    "따라 따르 따른 둘러 넘어 넘는 넘긴 막는 막기 막았 이루 이룬 이끌 이끈 잃 놓 두고 두는 두었 마치 "
    "마친 말하 먹 바꾸 바꿨 바꾼 배우 배웠 버리 버렸 부르 불러 불렀 세우 세웠 세운 쓰는 쓰고 썼 열고 "
    "열었 읽 입은 입고 입었 잡 줄이 줄여 즐기 즐겼 차지 치르 타고 탔 팔 펼 피하 피해 알고 알게 알아 "
    "알았 느끼 느꼈 보내 보냈 돕 도와 들고 들어 키우 끌 내린 내려 올리 올려 당하 당했 가로 거쳐 거친 "
    "다루 다룬 담은 담고 맞 맡 모으 모은 바탕 기반 대상 중심 인해 이유 근거 계기"
)
"""What a verb begins with, that often has an object; besides the nouns that make verbs."""
_OBJECT = re.compile(
    rf"(?:[가-힣]*[{_OPEN}]를|[가-힣]*(?![{_OPEN}])[가-힣]을|(?P<sign>[A-Za-z0-9%)”’])[을를])(?=(?P<next>[가-힣]{{2,}}))"
)
_VERB = re.compile("|".join(_VERBS.split()))
_ENDING = re.compile("수록|까지|뿐|만큼|지도|지언정|망정|라도")


def _objects(text: str) -> Iterator[Flaw]:
    """Yield the verbs that are glued to the particle of their object: `거리를지나`, `영향을받는`."""
    for match in _OBJECT.finditer(text):
        begins = match["next"]
        verb = begins[:2] in ACTIONS or _VERB.match(begins) or match["sign"]
        if verb and not _ENDING.match(begins):
            yield respelt(text, match.end(), match.end(), " ")


def glued(text: str) -> Iterator[Flaw]:
    """Yield the places where a space is missing: `할 수있는`, `하고있다`, `나라에대한`."""
    for start, end, row in found(text, _ROWS):
        yield respelt(text, start, end, row.right)
    if "을" in text or "를" in text:
        yield from _objects(text)
