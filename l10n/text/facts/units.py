"""Owns the currencies and the units that stand beside numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.locales import language
from l10n.text.facts.unit_words import LEADS, UNIT_WORDS
from l10n.text.numbers import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.text.numbers import Number

__all__ = ["LANGUAGES", "Place", "currencies", "other_currency", "other_units"]

Place = tuple[str, int, int]
"""A name, and where what it stands for begins and ends in the target."""

_AMOUNT = r"(?<=\d)\s?[十百千万億亿兆십백천만억조]{0,3}\s?(?:여\s?)?"
_END = r"(?:(?![가-힣])|(?=[은는이가을를의에으도만로씩대선인]|어치|짜리|였|까지|부터|정도|가량|가까이|안팎|상당))"
"""Behind a currency that is no other word's beginning."""
_SIGNS = {
    "dollar": r"\$|\bUSD\b",
    "euro": r"€|\bEUR\b",
    "pound": r"£|\bGBP\b",
    "yen": r"\bJPY\b",
    "yuan": r"\b(?:CNY|RMB)\b",
    "won": r"₩|\bKRW\b",
}
_CURRENCIES: dict[str, dict[str, str]] = {
    "en": {
        "dollar": r"\bdollars?\b",
        "euro": r"\beuros?\b",
        "pound": r"\bpounds?\b|\bpence\b|\bquid\b",
        "yen": r"\byen\b",
        "yuan": r"\byuan\b|\brenminbi\b",
        "won": r"(?<=\d)\s?(?:thousand|million|billion|trillion)?\s?won\b|\bKorean won\b",
    },
    "ko": {
        "dollar": r"달러|(?<=\d)불(?=에|을|이|의|로| )",
        "euro": "유로(?!파|존|뉴스|스타)",
        "pound": "파운드",
        "yen": _AMOUNT + r"엔" + _END,
        "yuan": _AMOUNT + r"위안" + _END + "|위안화",
        "won": _AMOUNT + "원" + _END,
    },
    "ja": {
        "dollar": "ドル",
        "euro": "ユーロ(?!圏)",
        "pound": "ポンド",
        "yen": _AMOUNT + "円",
        "yuan": "人民元|" + _AMOUNT + "元",
        "won": "ウォン(?=[^ァ-ヶー])",
    },
    "zh": {
        "dollar": "[美港澳加]元|美金",
        "euro": "欧元(?!区)",
        "pound": "英镑|磅",
        "yen": "日元|日圆",
        "yuan": "人民币|" + _AMOUNT + "元",
        "won": "韩元|韓元",
    },
    "es": {
        "dollar": r"\bdólar(?:es)?\b",
        "euro": r"\beuros?\b",
        "pound": r"\blibras?\b",
        "yen": r"\byen(?:es)?\b",
        "yuan": r"\byuan(?:es)?\b",
        "won": r"\bwon(?:es)?\b",
    },
    "fr": {
        "dollar": r"\bdollars?\b",
        "euro": r"\beuros?\b",
        "pound": r"\blivres?\b",
        "yen": r"\byens?\b",
        "yuan": r"\byuans?\b",
        "won": r"\bwons?\b",
    },
    "de": {
        "dollar": r"\w*dollars?\b",
        "euro": r"\beuros?\b",
        "pound": r"\bpfund\b",
        "yen": r"\byen\b",
        "yuan": r"\byuan\b",
        "won": r"\bwon\b",
    },
    "ar": {
        "dollar": r"دولار\w*",
        "euro": r"(?<!\w)(?:ال)?يورو",
        "pound": r"جنيه\w*|باوند",
        "yen": r"(?<!\w)ين(?!\w)",
        "yuan": r"(?<!\w)(?:ال)?يوان",
        "won": r"(?<!\w)وون(?!\w)",
    },
}
_UNITS: dict[str, dict[str, dict[str, str]]] = {
    "area": {
        "ha": {"en": r"hectares?|ha", "ko": "헥타르|㏊|ha", "ja": "ヘクタール|ha", "zh": "公顷"},
        "acre": {"en": r"acres?", "ko": "에이커", "ja": "エーカー", "zh": "英亩"},
        "km2": {
            "en": r"square kilomet(?:er|re)s?|sq\.? km|km²",
            "ko": "㎢|km²|(?:제곱|평방) ?킬로미터",
            "ja": "平方(?:キロ(?:メートル)?|km)|㎢|km²",
            "zh": "平方(?:公里|千米)",
        },
        "m2": {
            "en": r"square met(?:er|re)s?|sq\.? m|m²",
            "ko": "㎡|m²|(?:제곱|평방) ?미터",
            "ja": "平方(?:メートル|m)|㎡|m²",
            "zh": "平方米|平米",
        },
    },
    "volume": {
        "l": {"en": r"lit(?:er|re)s?", "ko": "리터|ℓ|L", "ja": "リットル|L", "zh": "公?升"},
        "ml": {
            "en": r"ml|millilit(?:er|re)s?",
            "ko": "㎖|m[lLℓ]|밀리리터",
            "ja": "㎖|m[lL]|ミリリットル",
            "zh": "毫升",
        },
    },
    "length": {
        "km": {
            "en": r"km|kilomet(?:er|re)s?",
            "ko": "km|㎞|킬로미터",
            "ja": "km|㎞|キロメートル|キロ(?!グ)",
            "zh": "km|公里|千米",
        },
        "m": {"en": r"met(?:er|re)s?", "ko": "m|\uff4d|미터", "ja": "m|メートル", "zh": "m|米"},
        "cm": {
            "en": r"cm|centimet(?:er|re)s?",
            "ko": "cm|㎝|센티(?:미터)?",
            "ja": "cm|センチ(?:メートル)?",
            "zh": "cm|厘米|公分",
        },
        "mm": {"en": r"mm|millimet(?:er|re)s?", "ko": "mm|㎜|밀리미터", "ja": "mm|ミリ(?:メートル)?", "zh": "mm|毫米"},
        "mile": {"en": r"miles?", "ko": "마일", "ja": "マイル", "zh": "英里"},
        "foot": {"en": r"feet|foot|ft", "ko": "피트", "ja": "フィート", "zh": "英尺"},
        "inch": {"en": r"inch(?:es)?", "ko": "인치", "ja": "インチ", "zh": "英寸"},
        "yard": {"en": r"yards?", "ko": "야드", "ja": "ヤード", "zh": "码"},
    },
    "mass": {
        "kg": {"en": r"kg|kilograms?|kilos?", "ko": "kg|㎏|킬로그램", "ja": "kg|キログラム", "zh": "kg|公斤|千克"},
        "g": {"en": r"grams?|g", "ko": "g|\uff47|그램", "ja": "g|グラム", "zh": "克"},
        "t": {"en": r"tons?|tonnes?", "ko": "t|\uff54|톤", "ja": "t|トン", "zh": "吨"},
        "lb": {"en": r"lbs?", "ko": "파운드", "ja": "ポンド", "zh": "磅"},
    },
    "time": {
        "year": {"en": r"years?(?! olds?\b)", "ko": "년", "ja": "年", "zh": "年"},
        "month": {"en": r"months?", "ko": "개월|달(?!러)", "ja": r"[かカヶケ]月|箇月|ヵ月", "zh": "个月"},
        "week": {
            "en": r"weeks?",
            "ko": "주(?!년|일에|째? ?연)(?:일|간)?(?![가-힣]{2})",
            "ja": "週間?",
            "zh": "周|星期|个星期",
        },
        "day": {"en": r"days?", "ko": "일(?:간|동안)", "ja": "日間", "zh": "天"},
        "hour": {"en": r"hours?", "ko": "시간", "ja": "時間", "zh": "(?:个)?小时"},
        "minute": {
            "en": r"minutes?",
            "ko": "분(?!의|기|야|량|쟁|\\d)(?:간|동안)?",
            "ja": "分(?:間|(?![のけか野類離割析]))",
            "zh": "分钟",
        },
        "second": {"en": r"seconds?", "ko": "초(?![반순등대])", "ja": "秒", "zh": "秒"},
    },
    "data": {
        name: dict.fromkeys(("en", "ko", "ja", "zh"), name if name != "KB" else "[kK]B")
        for name in ("KB", "MB", "GB", "TB")
    },
    "frequency": {name: dict.fromkeys(("en", "ko", "ja", "zh"), name) for name in ("kHz", "MHz", "GHz")},
    "power": {
        "kW": {"en": r"kW|kilowatts?", "ko": "kW|㎾|킬로와트", "ja": "kW|キロワット(?!時)", "zh": "kW|千瓦(?!时)"},
        "MW": {"en": r"MW|megawatts?", "ko": "MW|㎿|메가와트", "ja": "MW|メガワット", "zh": "MW|兆瓦"},
        "GW": {"en": r"GW|gigawatts?", "ko": "GW|기가와트", "ja": "GW|ギガワット", "zh": "GW|吉瓦"},
    },
    "share": {
        "point": {
            "en": r"(?:percentage[- ]|(?:%|percent|per cent)[- ])?points?|pp",
            "ko": "(?:[%％]|퍼센트) ?(?:포인트|[pP])",
            "ja": "ポイント|[%％]ポイント",
            "zh": "个百分点|個百分點",
        },
        "percent": {"en": r"%|percent|per cent|pc\b", "ko": "%|％|퍼센트|프로", "ja": "%|％|パーセント", "zh": "%|％"},
    },
}
"""Dimension to unit to its forms by language; only what cannot be another word after a number."""
LANGUAGES = frozenset({"ko", "ja", "zh", *UNIT_WORDS})
"""Languages whose units are known; currencies are known in more."""
_SHARE = re.compile(
    r"%|٪|％|퍼센트|프로|포인트|\d\s?할|パーセント|割|百分|分之|成|ciento|porcent|\bcada|pour|\bsur|point|punto|[Pp]ro[zc]ent|"
    r"[Pp]unkt|\bvon|مئة|مائة|مئوية|نقطة|نقاط|من كل|بين كل"
)
_APART = re.compile(r"\s?(?:이상|넘는|以上|多)?[의のな的]?\s?(?:큰 |넘는 )?(?:격차|차이?|差)")
"""Behind a share: a distance, which percentage points are told as too."""
_COUNTER = re.compile(r"\s?(?:명|개(?!월)|건|곳|마리|채|척|원|달러|人|個|件|円|ドル|个|元)")
_DIGIT = re.compile(r"\d")
_MEASURE = re.compile(
    r"%|meter|metre|lit(?:er|re)|hectare|acre|Fahrenheit|Celsius|°|[0-9] ?[FCg]\b|km|kg|kilo|mile|foot|feet|inch|yard|"
    "gram|ton|year|month|week|day|hour|minute|second|cent|[KMGT]B|Hz|[kMG]W|watt"
)
_ENGLISH_DEGREES = re.compile(
    r"(?<![\d.,])(?P<number>\d+(?:\.\d+)?)\s?(?:°|º|degrees?|deg)?\s?(?P<scale>Fahrenheit|Celsius|centigrade|[FC])(?!\w)"
)
_DEGREES = re.compile(
    r"(?:섭씨|摂氏|摄氏)\s?(?:영하|영상|零下)?\s?(?P<a>\d+(?:\.\d+)?)(?![\d.]*\d)|(?<![\d.,])(?P<b>\d+(?:\.\d+)?)\s?(?:℃|°\s?C)"
    r"|(?:화씨|華氏|华氏)\s?(?P<c>\d+(?:\.\d+)?)(?![\d.]*\d)|(?<![\d.,])(?P<d>\d+(?:\.\d+)?)\s?(?:℉|°\s?F)"
)
_LEAD = r"[\s\u00a0-]?(?:여|余|多)?(?:以上の?)?\s?"


_PREFIXES = {"$": "dollar", "€": "euro", "£": "pound", "₩": "won"}
_BESIDE = {
    "en": re.compile(
        r"\s(?:[A-Z][A-Za-z.]*\s){0,2}(?:(?P<dollar>dollars?)|(?P<euro>euros?)|(?P<yen>yen)|(?P<yuan>yuan)|(?P<won>won))\b"
    ),
    "ko": re.compile(
        r"\s?여?\s?(?:(?P<dollar>달러)|(?P<euro>유로)|(?P<pound>파운드)|(?P<yen>엔)|(?P<yuan>위안)|(?P<won>원))" + _END
    ),
    "ja": re.compile(
        r"(?:(?P<dollar>ドル)|(?P<euro>ユーロ)|(?P<pound>ポンド)|(?P<yen>円)|(?P<yuan>人民元|元)|(?P<won>ウォン))"
    ),
    "zh": re.compile(r"\s?(?:(?P<dollar>[美港澳加]元)|(?P<euro>欧元)|(?P<pound>英镑)|(?P<yen>日元)|(?P<won>韩元))"),
}
"""Currencies as they stand beside an amount, by language."""


_HINTS = (
    *("$", "€", "£", "₩", "dollar", "euro", "pound", "pence", "quid", "yen", "yuan", "renminbi", "won"),
    *("usd", "eur", "gbp", "jpy", "cny", "rmb", "krw"),
)
"""What an English text with a currency has in lower case; the pattern itself takes a hundred times as long."""


@cache
def _currency(language: str) -> re.Pattern[str] | None:
    words = _CURRENCIES.get(language)
    if words is None:
        return None
    return re.compile("|".join(f"(?P<{name}>{words[name]}|{_SIGNS[name]})" for name in words), re.IGNORECASE)


def currencies(text: str, language: str) -> dict[str, tuple[int, int]]:
    """Return the currencies of a text with the place of the first mention of each; none in an unknown language."""
    pattern = _currency(language)
    found: dict[str, tuple[int, int]] = {}
    for match in pattern.finditer(text) if pattern else ():
        found.setdefault(match.lastgroup or "", match.span())
    return found


def other_currency(source: str, target: str, language: str) -> tuple[str, Place] | None:
    """Return a currency of an English text that its translation lacks, with the one it has instead."""
    low = source.lower()
    before = currencies(source, "en") if any(hint in low for hint in _HINTS) else {}
    after = currencies(target, language) if before else {}
    lost = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    if lost and new:
        return lost[0], (new[0], *after[new[0]])
    return _other_amount(source, target, language) if before and after else None


def _amounts(text: str, locale: str) -> Iterator[tuple[Number, str, int]]:
    """Yield the numbers of a text with the currency beside them, empty where there is none, and where that ends."""
    tongue = language(locale)
    for number in values(text, locale):
        sign = text[number.start - 1 : number.start] if number.start else ""
        match = _BESIDE[tongue].match(text, number.end)
        if sign and sign in _PREFIXES:
            yield number, _PREFIXES[sign], number.end
        else:
            yield number, (match.lastgroup or "") if match else "", match.end() if match else number.end


def _other_amount(source: str, target: str, locale: str) -> tuple[str, Place] | None:
    """Return the currency of an amount with that of the same figure in the target, where each stands there once."""
    if language(locale) not in _BESIDE:
        return None
    before, after = list(_amounts(source, "en")), list(_amounts(target, locale))
    for number, name, _ in before:
        same = [one for one in after if name and number.readings & one[0].readings]
        once = sum(bool(number.readings & other.readings) for other, _, _ in before) == 1
        if len(same) == 1 and once and same[0][1] and same[0][1] != name:
            there, other, end = same[0]
            return name, (other, there.start, end)
    return None


@cache
def _unit(language: str) -> re.Pattern[str]:
    known = {name: words[language] for units in _UNITS.values() for name, words in units.items() if language in words}
    forms = (f"(?P<{name}>{words})" for name, words in (known or UNIT_WORDS[language]).items())
    tail = r"(?![A-Za-z])" if language in {"ko", "ja", "zh"} else r"(?!\w)"
    return re.compile(f"{_LEAD}{LEADS.get(language, '')}(?:{'|'.join(forms)}){tail}")


def _measured(text: str, locale: str) -> Iterator[tuple[Number, str, int]]:
    """Yield the numbers of a text with their unit, empty where none is known, and where that ends."""
    pattern = _unit(language(locale))
    for number in values(text, locale):
        timed = text[max(number.start - 1, 0) : number.start] == ":"  # `2:03:27 hours` are no 27 hours
        match = None if timed else pattern.match(text, number.end)
        yield number, (match.lastgroup or "") if match else "", match.end() if match else number.end


def _other_degrees(source: str, target: str) -> Iterator[tuple[str, Place]]:
    """Yield the other scale of temperature with the same number of degrees."""
    here = {(match["number"], (match["scale"][0]).upper()) for match in _ENGLISH_DEGREES.finditer(source)}
    for match in _DEGREES.finditer(target) if here else ():
        number = match["a"] or match["b"] or match["c"] or match["d"]
        scale, other = ("C", "F") if match["a"] or match["b"] else ("F", "C")
        if (number, other) in here and (number, scale) not in here:
            yield f"°{other}", (f"°{scale}", *match.span())


def _unshared(target: str, end: int) -> bool:
    """Tell whether a number that ends here is no share: it counts something, or the text has no shares at all."""
    return _COUNTER.match(target, end) is not None or not _SHARE.search(target)


def other_units(source: str, target: str, locale: str) -> Iterator[tuple[str, Place]]:
    """Yield units of numbers in an English text, each with another unit of its kind that the number has instead.

    Only numbers that stand once in each text are looked at; a per cent sign may not be lost either.
    """
    if not _DIGIT.search(target) or not _MEASURE.search(source):
        return
    yield from _other_degrees(source, target)
    after = list(_measured(target, locale))
    before = list(_measured(source, "en"))
    for number, unit, _ in before:
        if not unit or sum(bool(number.readings & other.readings) for other, _, _ in before) != 1:
            continue
        same = [entry for entry in after if number.readings & entry[0].readings]
        if len(same) != 1:
            continue
        ((there, found, end),) = same
        kind = next(kind for kind, units in _UNITS.items() if unit in units)
        if kind == "mass" and target.endswith("キロ", there.end, end):
            found = "kg"
        if unit == "point" and _APART.match(target, end):
            continue
        if found and found != unit and (found in _UNITS[kind] or {"percent", "point"} & {found, unit}):
            yield unit, (found, there.start, end)
        elif unit == "percent" and not found and there.required and _unshared(target, end):
            yield unit, ("", there.start, end)
