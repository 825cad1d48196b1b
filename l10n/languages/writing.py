"""Owns what a script brings with it into every language that is written in it, by its code of ISO 15924."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHARSETS", "NAMES", "RIGHT_TO_LEFT", "STOPLESS", "UNSPACED", "WIDE"]

NAMES: Mapping[str, str] = {
    "Jpan": "kana han",
    "Kana": "kana",
    "Hira": "kana",
    "Kore": "hangul",
    "Hang": "hangul",
    "Hans": "han",
    "Hant": "han",
    "Hani": "han",
    "Bopo": "bopomofo",
    "Adlm": "adlam",
    "Ahom": "ahom",
    "Arab": "arabic",
    "Armn": "armenian",
    "Aran": "arabic",
    "Bali": "balinese",
    "Beng": "bengali",
    "Cakm": "chakma",
    "Cans": "canadian",
    "Cher": "cherokee",
    "Copt": "coptic",
    "Cyrl": "cyrillic",
    "Deva": "devanagari",
    "Ethi": "ethiopic",
    "Geor": "georgian",
    "Grek": "greek",
    "Gujr": "gujarati",
    "Guru": "gurmukhi",
    "Hebr": "hebrew",
    "Java": "javanese",
    "Khmr": "khmer",
    "Knda": "kannada",
    "Laoo": "lao",
    "Latn": "latin",
    "Mlym": "malayalam",
    "Mong": "mongolian",
    "Mtei": "meetei",
    "Mymr": "myanmar",
    "Nkoo": "nko",
    "Olck": "olchiki",
    "Orya": "oriya",
    "Rohg": "rohingya",
    "Sinh": "sinhala",
    "Sund": "sundanese",
    "Syrc": "syriac",
    "Taml": "tamil",
    "Telu": "telugu",
    "Tfng": "tifinagh",
    "Thaa": "thaana",
    "Thai": "thai",
    "Tibt": "tibetan",
    "Vaii": "vai_signs",
    "Yiii": "yi_signs",
    "Hmng": "hmong",
    "Hmnp": "hmong",
    "Osge": "osage",
    "Tavt": "taiviet",
}
"""The scripts that a text has whose script this is; letters of any other script count as `other`."""
UNSPACED = frozenset(
    ("Jpan", "Hans", "Hant", "Hani", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Bali", "Java", "Yiii", "Lana")
)
"""Words are not divided by spaces (Unicode line breaking classes ID and SA, and Tibetan)."""
WIDE = frozenset(("Jpan", "Kana", "Hira", "Hans", "Hant", "Hani", "Bopo", "Yiii"))
"""Marks fill a whole square and need no space beside them, so sentences stand side by side; where words are not divided
but marks are narrow (Thai, Khmer), a space divides sentences."""
RIGHT_TO_LEFT = frozenset(("Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"))
"""Unicode bidirectional classes R and AL."""
STOPLESS = frozenset(("Thai", "Laoo"))
"""A sentence ends in a space."""
CHARSETS: Mapping[str, Mapping[str, str]] = {
    "Hans": {"charset": "gb2312", "rival": "big5", "whose": "Traditional Chinese"},
    "Hant": {"charset": "big5", "rival": "gb2312", "whose": "Simplified Chinese"},
    "Jpan": {"charset": "cp932", "whose": "Chinese"},
}
"""The national character sets of the three ways to write Han letters; what only one of them has belongs to that one."""
