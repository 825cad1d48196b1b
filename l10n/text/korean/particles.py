"""Owns finding particles whose form does not fit the word before them.

In running Korean only some endings tell: a final consonant before 를 or 와, a vowel before 을 or 은, a vowel or ㄹ
before 으로, and a final consonant that no verb stem has before 는. What else ends so is a closed class of words, named
below. After a closing bracket or quotation mark, a digit, an acronym, or a term of the glossary, every particle tells.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from l10n.text.korean.josa import Coda, coda, particle_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.text.korean.view import View

__all__ = ["Slip", "Trust", "wrong_particles"]


class Trust(IntEnum):
    """How sure it is that a form is wrong."""

    LOW = 0
    """The word may be read in another way."""
    FAIR = 1
    """The word is read as digits and initials usually are."""
    HIGH = 2


class Slip(NamedTuple):
    """A particle in the wrong form; offsets into the view's text."""

    start: int
    end: int
    form: str
    """The right form of what stands there; empty where the particle stands twice."""
    word: str
    """The word before it."""
    trust: Trust


_HANGUL = re.compile("[가-힣]+")
_LONG = "으로(?:서|써|부터)?(?:의|는|도|만|까지)?|와(?:의|는|도|만)?"
_ENDING = re.compile(rf"(?:{_LONG}|[를을은는])\Z")
"""A particle whose form tells even in running text."""
_LAST = frozenset("를을은는와로의도만서써터지가")
_SHORT = re.compile(rf"(?:{_LONG}|과(?:의|는|도|만)?|로(?:서|써|부터)?(?:의|는|도|만|까지)?|[은는이가을를])\Z")
"""A particle whose form tells once it is known where the word ends."""
_AFTER_DIGIT = re.compile(r"(?:으로|로|은|는|을|를|와)\Z")
"""Without 이, 가 and 과, which are counters too (종로3가, 제2과)."""
_FORM = "은|는|을|를|이|가|과|와|으로|로"
_BOTH = re.compile(rf"\s?\((?:{_FORM})\)|\s?/\s?(?:{_FORM})(?![가-힣])")
"""What follows where both forms are offered: `을(를)`, `은/는`."""
_NEAR = 80
"""Characters before a particle that tell how its word ends."""
_CLOSERS = "”’\"'」』》〉)]）］"
_NO_NOUN = frozenset((2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 18, 20, 27))
"""Final consonants (by their number in a syllable) that nouns rarely have and verb stems often: ㄲ ㄵ ㄶ ㄷ ㅆ ㅎ …"""
_STEMS = frozenset(
    "먹막속녹썩식익죽적찍박석묵숙삭눅갖젖늦잊찢짖꽂맺꾸궂낮잦딪쫓좇찾꽃"
    "안신껴남넘감담참숨심품금듬춤뿜검좀젊잡입씹뽑접집꼽업굽눕줍돕깁좁뵙쉽겁밉춥덥맵곱"
    "같맡붙뱉흩짙얕옅높깊갚엎덮짚싶벗씻웃빗짓잇낫붓젓긋솟앗뺏맞"
)
"""The last syllables of stems with the other final consonants; no stem ends in ㅇ, and ㄹ drops before 는."""
_FROM = re.compile("(?<![통경선항진종책산출접망갱석난판류활철궤등])로부터(?:의|는|도|만)?\\Z")
"""Behind a consonant, but for the roads (통로, 경로), that 부터 may follow."""
_PLURALS = re.compile("(?:들|것|님|때문)가\\Z|(?:[가-힣]적|것|님|때문)로\\Z")
"""Nouns that end so, with the vowel form: no word of the language is spelt like that."""
_OPEN_NOUNS = {
    "가을": re.compile(r"(?:늦|초|올|한|지난|이번|작년|그해|이듬해|내년|매년|어느|다음|올해|해마다|긴|깊은)?\Z"),
    "고을": re.compile(r"(?:한|옛|빛|온|큰|작은|이|그|저)?\Z"),
    "노을": re.compile(r"(?:저녁|아침|붉은|까치|놀|불|새벽|꽃)?\Z"),
    "수은": re.compile(r"(?:메틸|유기|무기|염화|질산|산화|황화|총|액체)?\Z"),
    "보은": re.compile(r"(?:결초|충북)?\Z"),
    "사은": re.compile(r"\Z"),
    "고은": re.compile(r"\Z"),
    "모은": re.compile(r"(?:.*[러어아려여워와])?\Z"),
    "모을": re.compile(r"(?:.*[러어아려여워와])?\Z"),
    "들를": re.compile(r"\Z"),
    "안와": re.compile(r"\Z"),
}
"""What may stand before a word that ends like a particle: nouns in 을 and 은, the stem 모으-, 들르-."""
_MADE = (
    "결론 관련 관계 연관 연결 결부 특징 이름 매듭 짝 구분 구별 규정 종결 확정 한정 농사 무리 마무리 끝 집 밥 옷 글 시 "
    "죄 한숨 눈물 웃음 미소 줄 떼 패 판가름 가름 경계 성격 단정 일단락 획 선 구획 약 제한 조건 귀결"
)
"""What one makes with 짓다: 결론지은 is a verb."""
_STEMS_S = {
    **dict.fromkeys(("지은", "지을"), re.compile(rf"(?:{'|'.join(_MADE.split())})?\Z")),
    **dict.fromkeys(("이은", "이을"), re.compile(r"(?:뒤|연|대|맥|줄|대를|맥을)?\Z")),
    **dict.fromkeys(("나은", "나을"), re.compile(r"(?:더|보다|훨씬|좀|조금|가장)?\Z")),
    **dict.fromkeys(("부은", "부을"), re.compile(r"(?:퍼|쏟아|들이|내리|들어)?\Z")),
    **dict.fromkeys(("저은", "저을"), re.compile(r"(?:휘|내|가로|노|뒤)?\Z")),
    **dict.fromkeys(("그은", "그을"), re.compile(r"(?:선|빗|내|금|줄)?\Z")),
    **dict.fromkeys(("자은", "자을"), re.compile(r"\Z")),
}
"""The stems in ㅅ that lose it before a vowel (Standard Orthography, article 18): 나은, 지을."""
_WORDS = {**_OPEN_NOUNS, **_STEMS_S}
_IN_MA = re.compile(
    "(?:드라|멜로드라|오바|고구|엄|치|테|이|도|하|악|파나|알라바|앨라배|오클라호|시|로|목|다|카르|감|코|플라스|플라즈|도그|"
    "스티그|트라우|장|가|달라이라|라|아|백|승|예멘|그|맘|샤)마을\\Z"
)
"""Nouns in 마, that 마을 is not taken for the village; 새마을 and 그 마을 are villages."""
_SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현"
_GIVEN = "가고나다라래루미보사서세소수시아애예우유재조주지채초태하해혜희"
"""Syllables that given names in 은 begin with (김지은)."""
_LIKE_NAMES = """
    정보 정가 정서 정수 정세 이사 이유 이해 이주 조사 장가 장사 장소 장애 장수 오해 신고
    신세 신사 안보 전사 전수 전주 전시 전세 고수 고사 고시 문서 양사 손해 배수 배우 유사
    유지 유가 심사 노사 노예 성가 차고 차지 주가 주소 주지 주사 주유 우주 우유 우수 구조
    민사 민주 진주 진보 지지 지수 지시 지주 지사 지하 원고 원가 원유 원수 원조 천사 천하
    방수 방지 방해 공고 공사 공유 공주 공시 공지 공해 현재 현지 임시 강사 강조 황소 황사
    홍보 홍수 박사 박해 최고 최소 하나 한국 서류
"""
_NOUNS = frozenset(_LIKE_NAMES.split())
"""Nouns that could be a surname and the first half of a name in 은, and far more often are nouns."""


def wrong_particles(seen: View, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Slip]:
    """Yield the particles that do not fit, in the order of the text.

    `terms` are the places of glossary terms in the view's text; behind them every particle tells.
    """
    text = seen.text
    ends = {end: start for start, end in terms}
    for run in _HANGUL.finditer(text):
        if _BOTH.match(text, run.end()):
            continue
        slip = (_after_term(run, ends) if ends else None) or _inside(run) or _after_mark(text, run)
        if slip is not None:
            named = run.start() in ends and slip.trust < Trust.HIGH
            yield slip._replace(trust=Trust(slip.trust + 1)) if named else slip


def _fit(text: str, form: str, start: int, trust: Trust) -> Slip | None:
    """Return a particle's slip where the word that `text` ends in asks for the other form."""
    end, particle = coda(text), particle_at(form)
    if end is Coda.UNKNOWN or particle is None:
        return None
    right = particle.after(end)
    if form.startswith(right) and not (right == "로" and form.startswith("으로")):
        return None
    wrong = particle.open if right == particle.closed else particle.closed
    if not form.startswith(wrong):
        return None
    return Slip(start, start + len(form), right + form[len(wrong) :], _last(text), trust)


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1] if text.strip() else text


def _after_term(run: re.Match[str], ends: dict[int, int]) -> Slip | None:
    """Judge what follows a term of the glossary inside one eojeol; 들 may stand between."""
    word = run.group()
    for end, start in ends.items():
        if run.start() < end < run.end() and end - start > 1:
            rest = word[end - run.start() :]
            plural = rest.startswith("들") and len(rest) > 1
            tail = rest[1:] if plural else rest
            if _SHORT.fullmatch(tail):
                at = run.end() - len(tail)
                long = plural or end - start > 2  # noqa: PLR2004  예술 + 가 may be the artist, 사회 + 과 the department
                trust = Trust.HIGH if long or tail[0] not in "가과로" else Trust.LOW
                return _fit(run.string[start:at], tail, at, trust)
    return None


def _inside(run: re.Match[str]) -> Slip | None:
    """Judge the particle that an eojeol of Hangul ends in."""
    word = run.group()
    if _plainly_right(word):
        return None
    ending = _ENDING.search(word) or _PLURALS.search(word) or _FROM.search(word)
    if ending is None:
        return None
    form = word[-1] if ending.re is _PLURALS else ending.group()
    host = word[: -len(form)]
    slip = _fit(host, form, run.end() - len(form), Trust.HIGH)
    if slip is None or (form == "는" and _is_stem(host[-1])):
        return None
    if _is_word(word):
        return None
    if _is_name(word):
        return slip._replace(trust=Trust.FAIR if host in _NOUNS else Trust.LOW)
    return slip._replace(form="") if _doubled(host, form) else slip


def _plainly_right(word: str) -> bool:
    """Tell at once of most eojeols that no particle in them is wrong."""
    last = word[-1]
    if last not in "를는와을은":
        return last not in _LAST
    return len(word) < 2 or ((ord(word[-2]) - ord("가")) % 28 == 0) == (last in "를는와")  # noqa: PLR2004  word and particle


def _is_word(word: str) -> bool:
    """Tell whether an eojeol is a word, or a verb's form, that only looks like a noun with a particle."""
    known = _WORDS.get(word[-2:])
    village = word.endswith("마을") and not _IN_MA.search(word)
    return village or (known is not None and known.match(word[:-2]) is not None)


def _is_name(word: str) -> bool:
    """Tell whether an eojeol may be a person's name: 김지은, 하은."""
    given = word[-1] == "은" and word[-2] in _GIVEN
    return given and (len(word) == 2 or (len(word) == 3 and word[0] in _SURNAMES))  # noqa: PLR2004  syllables of a name


def _is_stem(syllable: str) -> bool:
    """Tell whether a verb or an adjective may close in a syllable before 는."""
    return (ord(syllable) - ord("가")) % 28 in _NO_NOUN or syllable in _STEMS


def _doubled(host: str, form: str) -> bool:
    """Tell whether the word before has the particle already: `적으로으로`, `국을를`."""
    if host[-2:] in _WORDS:
        return False
    other = {"를": "을", "는": "은"}.get(form, form)
    return host.endswith(form) or (host.endswith(other) and coda(host[:-1]) not in {Coda.NONE, Coda.UNKNOWN})


def _after_mark(text: str, run: re.Match[str]) -> Slip | None:
    """Judge a run of Hangul that is a particle and stands right behind a mark, a digit or Latin letters."""
    form, at = run.group(), run.start()
    if not at or text[at - 1].isspace() or not _SHORT.fullmatch(form):
        return None
    before = text[max(0, at - _NEAR) : at]
    last = before[-1]
    if last in _CLOSERS:
        return _after_closer(before, form, at)
    if last.isdigit():
        if not _AFTER_DIGIT.match(form):
            return None
        number = re.search(r"[^\s(]*\Z", before)
        latin = number is not None and re.search(r"[A-Za-z]", number.group())
        named = re.search(r"[A-Za-z]+ [\d.]+\Z", before)
        alone = re.search(r"(?:\A|[\s가-힣(“‘\"'$₩£€])\d[\d,.]*\Z", before)
        unsure = latin or named or not alone or re.search(r"(?<![\d.,])0\Z", before)
        return _fit(before, form, at, Trust.LOW if unsure else Trust.FAIR)
    acronym = re.search(r"(?<![A-Za-z])[A-Z]{2,}\Z", before)
    initials = acronym is not None and not re.search("[AEIOUY]", acronym.group())
    return _fit(before, form, at, Trust.FAIR if initials else Trust.LOW)


def _after_closer(before: str, form: str, at: int) -> Slip | None:
    """Judge a particle behind a closing bracket or quotation mark: the word before the bracket counts."""
    slip = _fit(before, form, at, Trust.HIGH)
    if slip is None:
        return None
    if before[-1] in ")]）］":
        opened = max(before.rfind(mark) for mark in "([（［")
        if opened < 1:
            return None
        inside = before[opened + 1 : -1]
        if not "가" <= before[opened - 1] <= "힣":
            return slip._replace(trust=Trust.LOW)
        if "가" <= inside[-1:] <= "힣" and _fit(inside, form, at, Trust.HIGH) is None:
            return slip._replace(trust=Trust.LOW)
        return slip
    inner = before[:-1].rstrip(".,!?…")
    return slip if "가" <= inner[-1:] <= "힣" else slip._replace(trust=Trust.LOW)
