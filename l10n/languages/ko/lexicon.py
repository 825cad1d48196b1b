"""Owns the closed classes of Korean words that end like a noun with a particle, or like no other word."""

from __future__ import annotations

import re

__all__ = ["NOUNS", "SURE", "WORDS", "is_name", "is_stem", "is_word", "likely"]

_NO_NOUN = frozenset((2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 18, 20, 27))
"""Final consonants (by their number in a syllable) that nouns rarely have and verb stems often: ㄲ ㄵ ㄶ ㄷ ㅆ ㅎ …"""
_STEMS = frozenset(
    "먹막속녹썩식익죽적찍박석묵숙삭눅갖젖늦잊찢짖꽂맺꾸궂낮잦딪쫓좇찾꽃빚멎"
    "안신껴남넘감담참숨심품금듬춤뿜검좀젊삼잡입씹뽑접집꼽업굽눕줍돕깁좁뵙쭙쉽겁밉춥덥맵곱"
    "같맡붙뱉흩짙얕옅높깊갚엎덮짚싶벗씻웃빗짓잇낫붓젓긋솟앗뺏맞잣"
)
"""The last syllables of stems with the other final consonants; no stem ends in ㅇ, and ㄹ drops before 는."""
SURE = re.compile("(?:들|것|님|때문)가\\Z|(?:[가-힣]적|것|님|때문)로\\Z")
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
WORDS = {**_OPEN_NOUNS, **_STEMS_S}
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
NOUNS = frozenset(_LIKE_NAMES.split())
"""Nouns that could be a surname and the first half of a name in 은, and far more often are nouns."""
_ROADS = frozenset(
    "통경선항진종공험산책동송급난향풍광원장연촌폭근감판환입행단육협갱접간남북순철관출활망석류궤등청중앙정곡강먼멘"
)
"""What stands before 로 in a word of its own: a road (통로), a furnace (난로), old age (원로)."""
_PERSONS = re.compile(
    "(?:사람|여성|남성|대통령|주민|국민|시민|군인|학생|경찰|의원|요원|위원|대원|소식통|북한|남한|한국|미국|중국|영국|일본)가\\Z"
)
"""Persons and countries, behind which 가 is no suffix as in 예술가 and 식당가."""
_TITLES = re.compile("(?:위원장|장관|의장|총장|회장|서기장|대변인|사령관|총통|감독|선생님)가\\Z")
"""Offices that hardly a word in 가 begins with."""
_LEADER = re.compile(f"[{_SURNAMES}][{_GIVEN}정성종영경재창동명상준용태형광진현순춘금옥]은가\\Z")
"""A name in 은 with the particle; adjectives in 은가 have two syllables, or one that no name has (괜찮은가)."""
_VOWELS = frozenset((12, 13, 17, 18, 19, 20))
"""The numbers of ㅛ ㅜ ㅠ ㅡ ㅢ ㅣ among the vowels of a syllable: hardly a word has 이 behind them."""
_IN_I = frozenset("구누두우유쉬뉘")
"""The syllables with these vowels that have one: 생선구이, 오누이."""
_RIEUL = 8


def is_stem(syllable: str) -> bool:
    """Tell whether a verb or an adjective may close in a syllable before 는."""
    return _final(syllable) in _NO_NOUN or syllable in _STEMS


def is_word(word: str) -> bool:
    """Tell whether an eojeol is a word, or a verb's form, that only looks like a noun with a particle."""
    known = WORDS.get(word[-2:])
    village = word.endswith("마을") and not _IN_MA.search(word)
    return village or (known is not None and known.match(word[:-2]) is not None)


def is_name(word: str) -> bool:
    """Tell whether an eojeol may be a person's name: 김지은, 하은."""
    given = word[-1] == "은" and word[-2] in _GIVEN
    return given and (len(word) == 2 or (len(word) == 3 and word[0] in _SURNAMES))  # noqa: PLR2004  syllables of a name


def likely(word: str) -> str:
    """Return the particle that an eojeol most likely ends in, where its form shows that it is wrong; empty for none.

    로 behind a consonant, 가 behind a person, 이 behind a vowel, each where a word of its own is rare.
    """
    if _TITLES.search(word) or _LEADER.match(word):
        return "가"
    role = re.search("로[서써](?:의|는|도|만)?\\Z", word)
    if role and role.start() and word[role.start() - 1] != "종":
        return role.group() if _final(word[role.start() - 1]) not in {0, _RIEUL} else ""
    road = re.search("로(?:부터)?\\Z", word)
    if road and (road.start() > 1 or (road.start() and road.end() - road.start() > 1)):
        before = word[road.start() - 1]
        return road.group() if _final(before) not in {0, _RIEUL} and before not in _ROADS else ""
    if _PERSONS.search(word):
        return "가"
    if word[-1] == "이" and len(word) > 2:  # noqa: PLR2004  a noun of two syllables and the particle
        vowel = (ord(word[-2]) - ord("가")) // 28 % 21
        return "이" if not _final(word[-2]) and vowel in _VOWELS and word[-2] not in _IN_I else ""
    return ""


def _final(syllable: str) -> int:
    """Return the number of a syllable's final consonant; 0 where it has none."""
    return (ord(syllable) - ord("가")) % 28
