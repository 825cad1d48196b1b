"""Owns what each language calls its numbers and months, and how it writes digits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.locales import language

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CJK_DIGITS", "CJK_UNITS", "KOREAN_COUNTS", "KOREAN_DAYS", "Numerals", "numerals"]

CJK_UNITS: dict[str, int] = {
    **dict.fromkeys("십十拾", 10),
    **dict.fromkeys("백百", 100),
    **dict.fromkeys("천千", 1000),
    **dict.fromkeys("만万萬", 10**4),
    **dict.fromkeys("억億亿", 10**8),
    **dict.fromkeys("조兆", 10**12),
}
"""Unit letter to factor; from 10⁴ on a unit closes the group before it."""

CJK_DIGITS: dict[str, int] = {
    **{letter: value for value, letter in enumerate("零一二三四五六七八九")},
    **{letter: value for value, letter in enumerate("영일이삼사오육칠팔구")},
    "〇": 0,
    "两": 2,
    "兩": 2,
}


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers; from CLDR where CLDR has it."""

    comma: bool = False
    """The decimal sign is a comma; then a point or a space groups, and both habits are read."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """Word after digits to factor, lower case: `million`, `Mio`."""
    months: tuple[str, ...] = ()
    """`|`-separated names of the twelve months, lower case; empty when the language writes them with digits."""
    words: Mapping[str, int] = field(default_factory=dict)
    """Number words, lower case; 100 and more multiply what stands before them."""
    cjk: bool = False
    """Numbers are written in groups of 10⁴."""
    known: bool = True
    """False for a language that has no table: only its digits are understood."""
    dates: str = ""
    """How a day and month stand in digits, beside the forms of all languages; a pattern."""
    prefix: str = ""
    """What may be glued before a number word; a pattern."""
    capitals: bool = False
    """A month in small letters is another word."""
    letters: bool = False
    """`k`, `m` and `b` behind digits may multiply them without a currency."""
    roman: str = ""
    """Roman numerals; a pattern."""
    holidays: bool = False


def _count(text: str) -> dict[str, int]:
    """Read `one two|both three` as 1, 2 and 3."""
    return {word: value for value, group in enumerate(text.split(), 1) for word in group.split("|")}


def _row(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _tens(text: str) -> dict[str, int]:
    return {word: 10 * value for value, group in enumerate(text.split(), 2) for word in group.split("|")}


def _korean_counts() -> dict[str, int]:
    ones = _count("하나|한 두|둘 세|셋|석 네|넷|넉 다섯 여섯 일곱 여덟 아홉")
    tens = {"열": 10, **_tens("스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔")}
    pairs = {f"{ten}{space}{one}": t + o for ten, t in tens.items() for one, o in ones.items() for space in ("", " ")}
    return ones | tens | pairs


KOREAN_COUNTS = _korean_counts()
"""Native numbers; they count only before a counter."""


KOREAN_DAYS: dict[str, int] = {**_count("하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘"), "보름": 15}
"""Native numbers of days."""


def _ordinals(stems: str, ending: str, others: str) -> dict[str, int]:
    """Read the ordinals from 11th to 20th: stems, one ending, and its other forms."""
    return {
        stem + form: value
        for value, group in enumerate(stems.split(), 11)
        for stem in group.split("|")
        for form in (ending, *others.split())
    }


def _german_pairs() -> dict[str, int]:
    ones = _row("ein zwei drei vier fünf sechs sieben acht neun")
    tens = _row("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
    return {f"{one}und{ten}": 10 * t + o for t, ten in enumerate(tens, 2) for o, one in enumerate(ones, 1)}


_ROMAN = r"\b(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=\b|e\b|ème\b)"
_REGNAL = r"(?<=[a-z]\s)(?=[IVXL]{2}|[VX])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b"
"""`World War II`; a lone I is a pronoun."""
_EN = Numerals(
    capitals=True,
    letters=True,
    roman=_REGNAL,
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "millions": 10**6,
        "billions": 10**9,
    },
    months=_row(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec"
    ),
    words={
        **_count(
            "one|first|once|single two|second|twice|both|pair|couple|halves three|third|thirds|thrice|triple "
            "four|fourth|quarter|quarters five|fifth six|sixth seven|seventh eight|eighth nine|ninth "
            "ten|tenth|decade eleven|eleventh twelve|twelfth|dozen|noon thirteen|thirteenth fourteen|fourteenth "
            "fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth eighteen|eighteenth nineteen|nineteenth"
        ),
        **_tens(
            "twenty|twenties|twentieth|score thirty|thirties|thirtieth forty|forties fifty|fifties "
            "sixty|sixties seventy|seventies eighty|eighties ninety|nineties"
        ),
        "zero": 0,
        "midnight": 12,
        "double": 2,
        "hundred": 100,
        "hundreds": 100,
        "century": 100,
        "centuries": 100,
        "thousand": 1000,
        "thousands": 1000,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "billions": 10**9,
        "trillion": 10**12,
    },
)
_ES = Numerals(
    comma=True,
    roman=_ROMAN,
    scales={
        "mil": 1000,
        "miles": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "millardo": 10**9,
        "millardos": 10**9,
        "billón": 10**12,
        "billones": 10**12,
        "m": 10**6,
    },
    months=_row(
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
        "septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic"
    ),
    words={
        **_count(
            "un|uno|una|primer|primero|primera dos|segundo|segunda|ambos|ambas tres|tercer|tercero|tercera "
            "cuatro|cuarto|cuarta cinco|quinto|quinta seis|sexto|sexta siete|séptimo|séptima ocho|octavo|octava "
            "nueve|noveno|novena diez|década|décimo once doce|docena trece catorce quince dieciséis diecisiete "
            "dieciocho "
            "diecinueve veinte|veintena veintiuno|veintiún veintidós veintitrés veinticuatro veinticinco veintiséis "
            "veintisiete veintiocho veintinueve"
        ),
        **_ordinals(
            "undécim|decimoprimer duodécim|decimosegund decimotercer decimocuart decimoquint decimosext decimoséptim "
            "decimoctav decimonoven vigésim",
            "o",
            "a os as",
        ),
        **_tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        "cien": 100,
        "ciento": 100,
        "siglo": 100,
        "doscientos": 200,
        "doscientas": 200,
        "trescientos": 300,
        "quinientos": 500,
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
    },
)
_FR = Numerals(
    comma=True,
    roman=_ROMAN,
    scales={
        "mille": 1000,
        "milliers": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "m": 10**6,
        "md": 10**9,
        "mds": 10**9,
        "mrd": 10**9,
    },
    months=_row(
        "janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre|sept "
        "octobre|oct novembre|nov décembre|déc"
    ),
    words={
        **_count(
            "un|une|premier|première deux|deuxième|second|seconde trois|troisième|tiers quatre|quatrième "
            "cinq|cinquième six|sixième "
            "sept|septième huit|huitième|huitaine neuf|neuvième dix|dixième|dizaine|décennie onze douze|douzaine "
            "treize quatorze quinze|quinzaine seize"
        ),
        **_ordinals(
            "onz douz treiz quatorz quinz seiz dix-sept dix-huit dix-neuv vingt",
            "ième",
            "ièmes",
        ),
        **_tens("vingt|vingtaine trente|trentaine quarante|quarantaine cinquante|cinquantaine soixante|soixantaine"),
        "quatre-vingt": 80,
        "quatre-vingts": 80,
        "quatre-vingt-dix": 90,
        "cent": 100,
        "millier": 1000,
        "cents": 100,
        "centaine": 100,
        "siècle": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
    },
)
_DE = Numerals(
    dates=r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\d)",
    comma=True,
    roman=_ROMAN,
    scales={
        "tausend": 1000,
        "tsd": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
    },
    months=_row(
        "januar|jänner|jan februar|feb märz april|apr mai juni|jun juli|jul august|aug september|sept "
        "oktober|okt november|nov dezember|dez"
    ),
    words={
        **_count(
            "ein|eine|einen|einem|einer|erste|ersten|erster|erstes|einmal "
            "zwei|zweite|zweiten|zweiter|beide|beiden|zweimal "
            "drei|dritte|dritten|dritter|dreimal vier|vierte|vierten|vierter|viermal fünf|fünfte|fünften "
            "sechs|sechste|sechsten sieben|siebte|siebten "
            "acht|achte|achten neun|neunte|neunten zehn|zehnte|zehnten|jahrzehnt elf|elften zwölf|dutzend dreizehn "
            "vierzehn "
            "fünfzehn sechzehn siebzehn achtzehn neunzehn"
        ),
        **_tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
        **_ordinals(
            "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzigs",
            "te",
            "ten ter tes",
        ),
        **_german_pairs(),
        "hundert": 100,
        "hunderte": 100,
        "jahrhundert": 100,
        "tausend": 1000,
        "tausende": 1000,
        "million": 10**6,
        "millionen": 10**6,
    },
)
_PT = Numerals(
    comma=True,
    roman=_ROMAN,
    scales={
        "mil": 1000,
        "milhão": 10**6,
        "milhões": 10**6,
        "bilhão": 10**9,
        "bilhões": 10**9,
        "bilião": 10**12,
        "biliões": 10**12,
        "trilhão": 10**12,
        "trilhões": 10**12,
        "mi": 10**6,
        "bi": 10**9,
    },
    months=_row(
        "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago "
        "setembro|set outubro|out novembro|nov dezembro|dez"
    ),
    words={
        **_count(
            "um|uma|primeiro|primeira dois|duas|segundo|segunda|ambos|ambas três|terceiro|terceira "
            "quatro|quarto|quarta "
            "cinco|quinto|quinta seis|sexto|sexta sete|sétimo oito|oitavo nove|nono dez|década|décimo onze doze|dúzia "
            "treze "
            "quatorze|catorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove"
        ),
        **_tens("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
        "cem": 100,
        "cento": 100,
        "século": 100,
        "duzentos": 200,
        "trezentos": 300,
        "quinhentos": 500,
        "mil": 1000,
        "milhão": 10**6,
        "milhões": 10**6,
    },
)
_AR = Numerals(
    prefix="[وفبكل]?(?:ال|لل)?",
    comma=True,
    roman=_ROMAN,
    scales={
        "ألف": 1000,
        "آلاف": 1000,
        "ألفا": 1000,
        "ألفًا": 1000,
        "مليون": 10**6,
        "ملايين": 10**6,
        "مليونا": 10**6,
        "مليونًا": 10**6,
        "مليار": 10**9,
        "مليارات": 10**9,
        "بليون": 10**9,
        "تريليون": 10**12,
    },
    months=(
        "يناير|كانون الثاني",
        "فبراير|شباط",
        "مارس|آذار",
        "أبريل|إبريل|ابريل|نيسان",
        "مايو|أيار",
        "يونيو|حزيران",
        "يوليو|تموز",
        "أغسطس|اغسطس|آب",
        "سبتمبر|أيلول",
        "أكتوبر|اكتوبر|تشرين الأول",
        "نوفمبر|تشرين الثاني",
        "ديسمبر|كانون الأول",
    ),
    words={
        **_count(
            "واحد|واحدة|الأول|الأولى|أول اثنان|اثنين|اثنتين|الثاني|الثانية|كلا ثلاثة|ثلاث|الثالث|الثالثة "
            "أربعة|أربع|الرابع|الرابعة "
            "خمسة|خمس|الخامس|الخامسة ستة|ست|السادس|السادسة سبعة|سبع|السابع|السابعة ثمانية|ثماني|ثمان|الثامن|الثامنة "
            "تسعة|تسع|التاسع|التاسعة عشرة|عشر|العاشر|العاشرة|عقد"
        ),
        **_tens("عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين"),
        **_tens(
            "عشرينيات|عشرينات ثلاثينيات|ثلاثينات أربعينيات|أربعينات خمسينيات|خمسينات "
            "ستينيات|ستينات سبعينيات|سبعينات ثمانينيات|ثمانينات تسعينيات|تسعينات"
        ),
        "مئة": 100,
        "مائة": 100,
        "مئات": 100,
        "قرن": 100,
        "القرن": 100,
        "مئتي": 200,
        "ألف": 1000,
        "آلاف": 1000,
        "ألفي": 2000,
        "مليون": 10**6,
        "مليوني": 2 * 10**6,
        "مليار": 10**9,
        "ملياري": 2 * 10**9,
    },
)
_CJK = Numerals(cjk=True)
_TABLE: dict[str, Numerals] = {
    "ar": _AR,
    "de": _DE,
    "en": _EN,
    "es": _ES,
    "fr": _FR,
    "ja": _CJK,
    "ko": Numerals(cjk=True, holidays=True),
    "pt": _PT,
    "zh": _CJK,
}
_POINT = Numerals(known=False)
_COMMA = Numerals(comma=True, known=False, roman=_ROMAN)
_POINT_LANGUAGES = frozenset(_row("bn cy fil ga he hi km kn ml mr ms my ne pa si sw ta te th ur yo"))
"""Languages without a table whose decimal sign is a point in CLDR."""


def numerals(locale: str) -> Numerals:
    """Return how a locale (gettext or BCP 47) writes numbers; digits only where the language has no table."""
    tongue = language(locale)
    return _TABLE.get(tongue) or (_POINT if tongue in _POINT_LANGUAGES else _COMMA)
