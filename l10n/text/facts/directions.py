"""Owns the points of the compass in a text and in names of places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Swap", "swaps"]


@dataclass(frozen=True, slots=True)
class Swap:
    """A direction of the source whose opposite stands in the translation."""

    source: str
    """As written in the source."""
    start: int
    end: int
    """Character offsets of the opposite in the target."""


_OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e"}
_WORDS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_ENDING = r"(?:ern(?:er|most)?|wards?|erly|bound)?"
_ENGLISH = re.compile(
    rf"\b(?:(?P<ns>north|south)(?:[- ]?(?P<ew>east|west))?|(?P<only>east|west)){_ENDING}s?\b(?![’'])", re.IGNORECASE
)
_NAME = re.compile(r"(?:(?<=[a-z]\s)|(?<=[A-Z]\.\s))(?-i:West|North)(?=\s(?:[a-z]|and\b)|[.,’']|\Z)")
"""A family name (`Kanye West`): a capital after a word, with no place after it."""

_TARGETS: dict[str, dict[str, str]] = {
    "ko": {
        "n": r"북(?:한(?!산|강)|측|쪽|부|동|서(?!풍)|상|위|방(?!송)|단|녘|아일랜드|아메리카|미(?!사일)|유럽|조선|"
        r"대서양|마케도니아)|(?<=[동서이])북(?=부|쪽|[은는이가을를의에])|(?<=[가-힣]{2})북도|(?<![가-힣])(?:함|평|황|충|전|경)북(?![가-힣]{3})",
        "s": r"남(?:한(?!산|강)|측|쪽|부|동(?!생)|서|하|위|방|단|녘|아메리카|미|유럽|조선|태평양|중국해|아프리카|아공)"
        r"|(?<=[동서이])남(?=부|쪽|[은는이가을를의에])|(?<=[가-힣]{2})남도|(?<![가-힣])(?:함|평|황|충|전|경)남(?![가-힣]{3})",
        "e": r"동해(?!안|선|고속)|"
        r"동(?:쪽|부|측(?!면)|해안|유럽|아시아|아프리카|방(?!송)|독|티모르|남아|남부|북부|북쪽|남쪽)|중동|극동|"
        r"[북남]동(?:부|쪽|풍)",
        "w": r"서해(?!안|선|고속)|"
        r"서(?:쪽|부(?!터)|측|해안|유럽|아시아|아프리카|방|독|안|구권|남부|북부|북쪽|남쪽|버지니아)|"
        r"[북남]서(?:부|쪽|풍)|웨스트",
    },
    "ja": {
        "n": r"北(?:へ|岸|半分|朝鮮|部|側|方|東|西|上|端|米|欧|極圏|アイルランド|アフリカ|マケドニア)|[東西]北|ノース",
        "s": r"南(?:へ|岸|半分|部|側|方|東|西|下|端|米|欧|アフリカ|シナ海|太平洋|北戦争)|[東西]南|サウス|韓国",
        "e": r"東(?:へ|岸|半分|部|側|方|端|欧|海岸|アジア|アフリカ|ドイツ|ティモール)|[北南中極]東|イースト",
        "w": r"西(?:へ|岸|半分|部|側|方|端|欧|海岸|アジア|アフリカ|ドイツ|洋)|[北南]西|ウェスト|ウエスト",
    },
    "zh": {
        "n": r"(?<=[向往])北|[东西]北|以北|朝鲜(?!半岛|战争)"
        r"|北(?:岸|半部|海岸|部|方|侧|边|面|端|美|欧|非|爱尔兰|马其顿|朝鲜|大西洋|上)",
        "s": r"(?<=[向往])南|南(?:岸|半部|海岸|部|方|侧|边|面|端|美|欧|非|海|太平洋|下)|[东西]南|以南|韩国",
        "e": r"(?<=[向往])东|东(?:岸|半部|部|方|侧|边|面|端|欧|非|海岸|亚|德|帝汶|南|北)|[中远]东|以东",
        "w": r"(?<=[向往])西|西(?:岸|半部|部|方|侧|边|面|端|欧|非|海岸|亚|德|弗吉尼亚|南|北)|以西",
    },
    "es": {
        "n": r"\b(?:norte\w*|nort[ei]\w*|septentrional\w*|nor(?:este|oeste|occident\w*|orient\w*)|nord\w+)\b",
        "s": r"\b(?:sur|sureñ\w+|surcorean\w+|sud\w*|meridional\w*|austral\w*|sur(?:este|oeste)\w*)\b",
        "e": r"\b(?:(?:al|del|el) este(?! \w+o\b)|oriental\w*|oriente|nor(?:d)?este|su[rd]este)\b",
        "w": r"\b(?:oeste|occidental\w*|occidente|noroeste|suroeste|sudoeste)\b",
    },
    "fr": {
        "n": r"\bnord\w*\b|\bseptentrion\w*\b",
        "s": r"\bsud\w*\b|\bméridion\w*\b",
        "e": r"\b(?:orient\w*|(?:nord|sud)-est)\b|\b(?:l[’']|d[’']|à l[’'])est\b",
        "w": r"\b(?:ouest|occident\w*)\b",
    },
    "de": {
        "n": r"\b(?:nord(?!mann)\w*|nörd\w+)\b",
        "s": r"\b(?:süd\w*)\b",
        "e": r"\b(?:ost(?!er)\w*|östl\w+|nordost\w*|südost\w*|nahost\w*|osten)\b",
        "w": r"\b(?:west(?!e\b)\w*|nordwest\w*|südwest\w*)\b",
    },
    "ar": {
        "n": r"شمال\w*",
        "s": r"جنوب\w*",
        "e": r"(?<!\w)(?:[وفبل]|ال|بال|وال|لل)*شرق(?:ي|ية|ي)?(?!\w)",
        "w": r"(?<!\w)(?:[وفبل]|ال|بال|وال|لل)*غرب(?:ي|ية|ي)?(?!\w)",
    },
}
"""How each language writes directions, so far as a word cannot be another; `n` for what only names North Korea too."""
LANGUAGES = frozenset(_TARGETS)
"""Languages whose directions are known."""
_KOREA = re.compile(r"\b(?P<side>north|south) korea", re.IGNORECASE)
_SOUTH_KOREA = re.compile(r"한국|대한민국")
_STATES = re.compile(r"[남북](?:한|측)")
"""Written for both Koreas also where the English has no direction (`the regime`)."""
_NORTHERN = re.compile(r"\b(?:the North|northern|DPRK|Pyongyang|Kim)\b")
_SOUTHERN = re.compile(r"\b(?:South|southern|ROK|Seoul|peninsula|inter-Korean|Koreas|both)\b", re.IGNORECASE)
_CORNER = re.compile(r"\b(?P<ns>north|south)[- ]?(?P<ew>east|west)(?:ern|wards?|erly)?\b", re.IGNORECASE)
_CORNERS = {
    language: re.compile("|".join(f"(?P<{corner}>{words})" for corner, words in corners.items()), re.IGNORECASE)
    for language, corners in {
        "ko": {"ne": "북동|동북(?!아)", "nw": "북서|서북", "se": "남동(?!생)|동남(?!아)", "sw": "남서|서남"},
        "ja": {"ne": "北東|東北", "nw": "北西|西北", "se": "南東|東南(?!アジア)", "sw": "南西|西南"},
        "zh": {"ne": "东北", "nw": "西北", "se": "东南(?!亚)", "sw": "西南"},
        "es": {"ne": r"nord?este", "nw": "noroeste", "se": r"su[rd]este", "sw": r"su[rd]oeste"},
        "fr": {"ne": "nord-est", "nw": "nord-ouest", "se": "sud-est", "sw": "sud-ouest"},
        "de": {"ne": "nordost|nordöst", "nw": "nordwest", "se": "südost|südöst", "sw": "südwest"},
        "ar": {
            "ne": r"شمال\w* (?:ال)?شرق",
            "nw": r"شمال\w* (?:ال)?غرب",
            "se": r"جنوب\w* (?:ال)?شرق",
            "sw": r"جنوب\w* (?:ال)?غرب",
        },
    }.items()
}
"""What lies between two points of the compass."""
_PROVINCES: tuple[tuple[str, str, str, str], ...] = (
    ("hamgy[oŏe]+ng", "함경", "함", "咸[鏡镜]"),
    ("p[’']?y[oŏe]+ng?[- ]?[’']?an", "평안", "평", "平安"),
    ("hwanghae", "황해", "황", "[黄黃]海"),
    ("ch?[’']?ungch[’']?[oŏe]+ng", "충청", "충", "忠清"),
    ("(?:je|ch[oŏ])lla", "전라", "전", "全[羅罗]"),
    ("[gk]y[oŏe]+ngsang", "경상", "경", "[慶庆]尚"),
)
"""Provinces of Korea that come in a northern and a southern half: romanised, Korean, short, Chinese characters."""


_HAND = re.compile(
    r"\b(?:from|on|to|turn(?:s|ed|ing)?|his|her|its|your|their)(?: the| his| her| its| your| their)? (?:far )?"
    r"(?P<side>left|right)(?=[.,:;)]|\Z|[ -](?:at|of|in|on|into|onto|side|hand|bank|foot|leg|arm|eye|ear|lane)\b)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?:left|right)\b", re.IGNORECASE)
_HANDS = {
    "ko": {"left": "왼쪽|왼편|왼[손발팔]|좌측|좌회전", "right": "오른쪽|오른편|오른[손발팔]|우측|우회전"},
    "ja": {"left": "左", "right": "右"},
    "zh": {"left": "左", "right": "右"},
}


def _hands(source: str, target: str, language: str) -> Iterator[Swap]:
    """Yield left for right, where the source names one side only and the target the other only."""
    hand = _HAND.search(source) if language in _HANDS else None
    if hand and len({match.group().lower() for match in _SIDE.finditer(source)}) == 1:
        word, side = hand["side"], hand["side"].lower()
        sides = _HANDS[language]
        other = re.search(sides["right" if side == "left" else "left"], target)
        if other and not re.search(sides[side], target):
            yield Swap(word, *other.span())


@cache
def _pattern(language: str, direction: str) -> re.Pattern[str]:
    return re.compile(_TARGETS[language][direction], re.IGNORECASE)


def swaps(source: str, target: str, language: str) -> Iterator[Swap]:
    """Yield what points the other way in the translation of an English text; `language` is one of `LANGUAGES`.

    On each axis the source must name one direction only and the target only the opposite; halves of provinces and of
    Korea are held against each other by their name.
    """
    yield from _hands(source, target, language)
    if not _ENGLISH.search(source):
        return
    words = {
        direction: match.group()
        for match in _ENGLISH.finditer(source)
        if not _NAME.match(source, match.start()) and not (language == "ko" and _KOREA.match(source, match.start()))
        for direction, word in _WORDS.items()
        if word in match.group().lower()
    }
    found = [*_provinces(source, target), *_between(source, target, language)]
    found += _korea(source, target) if language == "ko" and not found else ()
    if not found:
        for direction, word in words.items():
            other = _OPPOSITE[direction]
            if other not in words and not _pattern(language, direction).search(target):
                opposite = _pattern(language, other).search(_STATES.sub("  ", target) if language == "ko" else target)
                if opposite:
                    found.append(Swap(word, *opposite.span()))
    yield from found


def _between(source: str, target: str, language: str) -> Iterator[Swap]:
    """Yield north-east for north-west and the like."""
    named = {match["ns"][0].lower() + match["ew"][0].lower(): match.group() for match in _CORNER.finditer(source)}
    if named:
        matches = list(_CORNERS[language].finditer(target))
        told = {match.lastgroup: match for match in matches}
        lost = [word for corner, word in named.items() if corner not in told]
        new = [match for corner, match in told.items() if corner not in named]
        if lost and new:
            yield Swap(lost[0], *new[0].span())


def _provinces(source: str, target: str) -> Iterator[Swap]:
    for roman, korean, short, han in _PROVINCES:
        named = list(re.finditer(rf"\b(?P<side>north|south) {roman}\b", source, re.IGNORECASE))
        if not named:
            continue
        sides = {match["side"].lower() for match in named}
        there = list(
            re.finditer(
                rf"{korean}(?P<a>[북남])도|(?<![가-힣]){short}(?P<b>[북남])(?![가-힣]{{3}})|{han}(?P<c>[北南])道",
                target,
            )
        )
        found = {"north" if (match["a"] or match["b"] or match["c"]) in "북北" else "south": match for match in there}
        if len(sides) == 1 and len(found) == 1 and sides != set(found):
            (match,) = found.values()
            yield Swap(named[0].group(), *match.span())


def _korea(source: str, target: str) -> Iterator[Swap]:
    named = list(_KOREA.finditer(source))
    sides = {match["side"].lower() for match in named}
    north = re.search(r"북한|북조선|(?<![가-힣])북측", target)
    south = re.search(r"남한|(?<![가-힣])남측", target) or _SOUTH_KOREA.search(target)
    if sides == {"south"} and north and not south and not _NORTHERN.search(source):
        yield Swap(named[0].group(), *north.span())
    elif sides == {"north"} and south and not _SOUTHERN.search(source):
        alone = south.group() == "남한" or not re.search(r"조선|북", target)
        yield from [Swap(named[0].group(), *south.span())] if alone else ()
