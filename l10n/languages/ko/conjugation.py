"""Owns the last word of a Korean sentence at another level of speech: 합니다 to 한다 and back.

Source: the endings of the Standard Language Regulations. In the plain style a verb takes -ㄴ다/-는다 and an
adjective -다, so that the class of a stem has to be known; where neither its form nor `predicates` tell it, nothing is.
"""

from __future__ import annotations

import re
from enum import Enum

from l10n.languages.ko.predicates import ACTIONS, QUALITIES

__all__ = ["to_formal", "to_plain"]

_FIRST = ord("가")
_NONE, _N, _RIEUL, _B, _BS, _SS = 0, 4, 8, 17, 18, 20
"""Final consonants by their number in a syllable: none, ㄴ, ㄹ, ㅂ, ㅄ, ㅆ."""


class Class(Enum):
    """What a stem is."""

    VERB = 1
    ADJECTIVE = 2
    COPULA = 3


def _final(syllable: str) -> int:
    return (ord(syllable) - _FIRST) % 28 if "가" <= syllable <= "힣" else _NONE


def _closing(word: str, final: int) -> str:
    """Return a word whose last syllable closes in another consonant."""
    return word[:-1] + chr(ord(word[-1]) - _final(word[-1]) + final)


_OPEN_ADJECTIVES = re.compile(
    "(?:^크|드크|다르|빠르|올바르|똑바르|가파르|푸르|게으르|서투르|배부르|[쁘프]|비싸|값싸|흐리|느리|^어리|굳세|거세|드세|억세|^세"
    "|뛰어나|빼어나|엄청나|유별나|못나|잘나|멋지|값지|기름지|다부지|야무지|건방지|^희|새하야|뿌예)$"
)
"""Adjectives whose stem ends in a vowel; with those in 하, the class is closed."""
_RIEUL_ADJECTIVES = {
    "기": "길",
    "머": "멀",
    "가느": "가늘",
    "힘드": "힘들",
    "드무": "드물",
    "둥그": "둥글",
    "낯서": "낯설",
    "서투": "서툴",
}
"""What is left of adjectives in ㄹ before ㅂ니다, to their stem."""
_DOUBTFUL = frozenset(("차", "이르", "지나치", "거치", "시", "짜", "싸", "고르"))
"""Stems of a verb and of an adjective, or of two words that are one in this form."""
_IN_I = (
    "보이 선보이 엿보이 돋보이 내보이 모이 쓰이 높이 움직이 속이 죽이 줄이 먹이 기울이 벌이 붙이 덧붙이 "
    "놓이 쌓이 섞이 꺾이 숙이 끓이 녹이 덮이 뒤덮이 얽매이 트이 파이 꼬이 고이 조이 망설이 서성이 반짝이 "
    "끄덕이 속삭이 헐떡이 들썩이 뒤척이 번쩍이 술렁이 허덕이 사들이 길들이 물들이 곁들이 들이 밀어붙이 "
    "몰아붙이 쏟아붙이 펼쳐보이 늘이 절이 매이 쏘이 나붙이"
)
_VERBS_IN_I = frozenset(_IN_I.split())
"""Verbs whose stem ends in 이; behind all other words 입니다 is the copula."""
_PULLS = ("아들이", "어들이", "여들이", "러들이")
"""Verbs with 들이다: 빨아들이다."""
_CLOSED_ADJECTIVES = re.compile(
    "(?:좋|많|같|높|낮|깊|넓|좁|짧|얇|굵|검|붉|젊|적|작|싫|옳|곧|밝|맑|묽|얕|옅|짙|싶|괜찮|귀찮|점잖|하찮|언짢|같잖|적잖|만만찮|늦|궂|낫|걸맞|알맞|못지않|머지않"
    "|[렇떻갛얗맣랗]|수많|해맑|드높|드넓|가엾|힘겹)$"
)
_VERBS_IN_B = re.compile("(?:돕|눕|굽|줍|입|잡|뽑|씹|집|접|업|꼽|뵙|깁)$")
"""Verbs whose stem ends in ㅂ; all other stems that do are adjectives: 아름답, 어렵, 새롭."""
_BOTH = frozenset(("맞", "굳", "밝"))
_DONE = (
    "말 일 잘 더 덜 향 구 전 위 통 원 정 대 가 피 변 속 취 처 행 당 권 택 청 망 상 반 면 발 "
    "범 합 감 금 논 봉 칭 탓 뜻 꾀 임 응 꿈 겸 탐 토 빚 불 이 고 달 함께 같이 공부 얘기 잘못 "
    "그만 다짐 좌우 으뜸 흠 거들먹 함 관 사 이룩 치 나눔 노래 춤 숨 지 빨래 접"
)
_SHORT = frozenset(_DONE.split())
"""Other words that are verbs with 하다."""
_MADE = re.compile("[아어워와퍼뻐려]$|.화$|[가-힣][잉팅싱핑링닝딩킹밍칭]$")
"""Ends of verbs that are made of adjectives (좋아하다), with a suffix (도시화하다), or of English (라우팅하다)."""
_CONCEDED = re.compile("(?P<stem>.+)기(?:도|는|만)$")
_DENIED = re.compile("(?P<stem>.+)지(?:는|도|를|만)?$")


def _word_before(before: str) -> str:
    words = before.split()
    return words[-1] if words and before[-1:].isspace() else ""


def _class(before: str, stem: str) -> Class | None:  # noqa: PLR0911  one for each kind of stem
    """Return what a stem is, as it stands before ㅂ니다 or 습니다, without ㄹ; None where that is not certain."""
    last = stem[-1:]
    if stem == "이르" and _word_before(before).endswith(("에", "까지", "으로")):
        return Class.VERB
    if not last or stem in _DOUBTFUL or stem in _BOTH:
        return None
    final = _final(last)
    if stem.endswith("아니") or final == _BS or last in "있없계":
        return Class.ADJECTIVE
    if last in "않못":
        return _denied(before)
    if last == "하":
        return _doing(before, stem[:-1])
    if last == "이":
        return Class.VERB if stem in _VERBS_IN_I or stem.endswith(_PULLS) else Class.COPULA
    if final in {_NONE, _RIEUL}:
        adjective = _OPEN_ADJECTIVES.search(stem) or stem in _RIEUL_ADJECTIVES or stem in _RIEUL_ADJECTIVES.values()
        return Class.ADJECTIVE if adjective else Class.VERB
    if final == _B:
        return Class.VERB if _VERBS_IN_B.search(stem) else Class.ADJECTIVE
    return Class.ADJECTIVE if _CLOSED_ADJECTIVES.search(stem) else Class.VERB


def _doing(before: str, noun: str) -> Class | None:  # noqa: PLR0911  one for each kind of noun
    """Return what a stem in 하 is, by the noun before it, in one piece or apart."""
    if noun in {"못", "잘못"}:
        return _denied(before) if noun == "못" else Class.VERB
    if not noun:
        word = _word_before(before)
        conceded = _CONCEDED.match(word)
        if conceded:
            found = _class("", conceded["stem"])
            return Class.ADJECTIVE if found is Class.COPULA else found
        if word.endswith(("듯", "만")) or word in QUALITIES - ACTIONS:
            return Class.ADJECTIVE
        return Class.VERB if word or before else None
    verb = noun in ACTIONS or noun in _SHORT or _MADE.search(noun) is not None
    adjective = noun in QUALITIES or noun.endswith(("듯", "만")) or (noun[:-2] in ACTIONS and noun[-2:] in QUALITIES)
    if verb != adjective:
        return Class.VERB if verb else Class.ADJECTIVE
    if _word_before(before).endswith(("을", "를")):
        return Class.VERB
    return None


def _denied(before: str) -> Class | None:
    """Return what 않다 and 못하다 are: what the stem before 지 is; 있다 and the copula count as adjectives."""
    word = _word_before(before)
    denied = _DENIED.match(word)
    if not denied:
        return Class.VERB if word else None
    rest = before.rstrip()[: -len(word)]
    found = _class(rest, denied["stem"])
    return Class.ADJECTIVE if found is Class.COPULA else found


def to_plain(before: str, word: str) -> str | None:  # noqa: PLR0911  one for each ending
    """Return the last word of a sentence in 해라체 (한다), None where that is not certain.

    `before` is the text before it.
    """
    if word.endswith(("십시오", "십시요")):
        return _ordered(word[:-3])
    if word.endswith("세요"):
        return _ordered(word[:-2])
    if word.endswith(("까요", "나요", "가요")) and len(word) > 2:  # noqa: PLR2004  the ending itself
        return word[:-1]
    if word.endswith(("지요", "죠")):
        stem = word.removesuffix("지요").removesuffix("죠")
        return _plain(before, stem, asked=False) if stem else None
    if word.endswith("요"):
        return _from_polite(before, word, plain=True)
    asked = word.endswith("니까")
    if not (asked or word.endswith(("니다", "시다"))):
        return None
    if word.endswith(("습니다", "습니까")) and len(word) > 3:  # noqa: PLR2004  the ending itself
        return _plain(before, word[:-3], asked=asked)
    open_ = _closing(word[:-2], _NONE)
    if word.endswith("시다"):
        stem = open_.removesuffix("으") if open_[-2:-1] and _final(open_[-2]) else open_
        return stem + "자"
    return _plain(before, open_, asked=asked)


def _ordered(stem: str) -> str | None:
    """Return a request as print has it: 하라; whom it is for decides what 주십시오 becomes."""
    if not stem or stem.endswith(("주", "계", "시")):
        return None
    return stem[:-1] + "말라" if stem.endswith("마") else stem + "라"


def _plain(before: str, stem: str, *, asked: bool) -> str | None:  # noqa: PLR0911  one for each class
    final = _final(stem[-1])
    if final in {_SS, _BS}:
        return stem + ("는가" if asked else "다")
    found = _class(before, stem)
    if found is None:
        return None
    if found is Class.COPULA:
        noun = stem[:-1]
        short = len(noun) > 1 and "가" <= noun[-1] <= "힣" and not _final(noun[-1])
        return noun + ("인가" if asked else "다" if short else "이다")
    if found is Class.ADJECTIVE:
        if asked:
            return None if final else _closing(stem, _N) + "가"
        return _RIEUL_ADJECTIVES.get(stem, stem) + "다"
    if asked:
        return stem + "는가"
    return stem + "는다" if final else _closing(stem, _N) + "다"


_OF_NOUNS = "의예제계료수소조표과화무체네터트스례류도로고유회"
"""Last syllables of nouns that no verb and no adjective has before 다."""
_ADNOMINAL = re.compile("(?:의|한|된|인|던|할|될|운|른|큰|진|[좋많높깊같작짧젊넓]은)$")
"""Ends of a word behind which a noun stands."""


def to_formal(before: str, word: str) -> str | None:  # noqa: PLR0911  one for each ending
    """Return the last word of a sentence in 합쇼체 (합니다), None where that is not certain.

    `before` is the text before it.
    """
    if word.endswith("요"):
        return _from_polite(before, word, plain=False)
    if word.endswith("죠"):
        return None
    if word.endswith("라"):
        return word[:-1] + "십시오" if word.endswith("하라") else None
    stem = word[:-1]
    if not stem:
        return "입니다"
    last, final = stem[-1], _final(stem[-1])
    if last == "는" and len(stem) > 1 and _final(stem[-2]) not in {_NONE, _RIEUL}:
        return stem[:-1] + "습니다"
    if final == _N:
        return None if word.endswith("닌다") else _closing(stem, _B) + "니다"
    if final == _RIEUL:
        return _closing(stem, _B) + "니다" if stem in _RIEUL_ADJECTIVES.values() else None
    if final:
        return stem + "습니다"
    known = last in "이하" or stem.endswith("아니") or _OPEN_ADJECTIVES.search(stem)
    if known:
        return _closing(stem, _B) + "니다"
    noun = len(stem) > 1 and (last in _OF_NOUNS or _ADNOMINAL.search(_word_before(before)))
    return stem + "입니다" if noun else None


_PAST = re.compile("(?P<stem>.*[가-힣])어요$")


def _from_polite(before: str, word: str, *, plain: bool) -> str | None:
    """Return a word in 해요체 at another level, by way of 합쇼체, where its form there is certain."""
    past = _PAST.match(word)
    if past and _final(past["stem"][-1]) in {_SS, _BS}:
        formal = past["stem"] + "습니다"
    elif word.endswith(("이에요", "예요")):
        formal = word.removesuffix("이에요").removesuffix("예요") + "입니다"
    elif word.endswith("해요"):
        formal = word[:-2] + "합니다"
    elif word.endswith("돼요"):
        formal = word[:-2] + "됩니다"
    else:
        return None
    return to_plain(before, formal) if plain else formal
