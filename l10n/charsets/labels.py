"""Owns the names of charsets on the web, and Python's codec for each (Encoding Standard, names and labels)."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["EUC_JP", "EUC_KR", "SHIFT_JIS", "UTF_8", "WINDOWS_1252", "Charset", "called", "named"]


@dataclass(frozen=True, slots=True)
class Charset:
    """A charset as browsers know it."""

    name: str
    codec: str
    """Python's codec that reads it; empty for one that browsers refuse to read."""


UTF_8 = Charset("utf-8", "utf-8")
WINDOWS_1252 = Charset("windows-1252", "cp1252")
EUC_KR = Charset("EUC-KR", "cp949")
SHIFT_JIS = Charset("Shift_JIS", "cp932")
EUC_JP = Charset("EUC-JP", "euc_jp")

_LABELS = {
    # A declaration that can be read byte by byte is not in UTF-16, whatever it says (HTML Standard, prescan).
    UTF_8: "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-16 utf-16le utf-16be "
    "unicodefffe csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    WINDOWS_1252: "ansi_x3.4-1968 ascii cp819 csisolatin1 ibm819 iso-ir-100 iso_8859-1 iso_8859-1:1987 l1 latin1 "
    "us-ascii x-user-defined",
    EUC_KR: "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    SHIFT_JIS: "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    EUC_JP: "cseucpkdfmtjapanese euc-jp x-euc-jp",
    Charset("ISO-2022-JP", "iso2022_jp"): "csiso2022jp iso-2022-jp",
    Charset("GBK", "gb18030"): "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    Charset("Big5", "big5hkscs"): "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    Charset("IBM866", "cp866"): "866 cp866 csibm866 ibm866",
    Charset("KOI8-R", "koi8_r"): "cskoi8r koi koi8 koi8-r koi8_r",
    Charset("KOI8-U", "koi8_u"): "koi8-ru koi8-u",
    Charset("macintosh", "mac_roman"): "csmacintosh mac macintosh x-mac-roman",
    Charset("x-mac-cyrillic", "mac_cyrillic"): "x-mac-cyrillic x-mac-ukrainian",
    Charset("windows-874", "cp874"): "dos-874 tis-620 windows-874 iso-8859-11 iso8859-11 iso885911",
    Charset("ISO-8859-2", "iso8859_2"): "csisolatin2 iso-ir-101 iso_8859-2 iso_8859-2:1987 l2 latin2",
    Charset("ISO-8859-3", "iso8859_3"): "csisolatin3 iso-ir-109 iso_8859-3 iso_8859-3:1988 l3 latin3",
    Charset("ISO-8859-4", "iso8859_4"): "csisolatin4 iso-ir-110 iso_8859-4 iso_8859-4:1988 l4 latin4",
    Charset("ISO-8859-5", "iso8859_5"): "csisolatincyrillic cyrillic iso-ir-144 iso_8859-5 iso_8859-5:1988",
    Charset("ISO-8859-6", "iso8859_6"): "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 "
    "iso-8859-6-e iso-8859-6-i iso-ir-127 iso_8859-6 iso_8859-6:1987",
    Charset("ISO-8859-7", "iso8859_7"): "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7 "
    "iso_8859-7:1987 sun_eu_greek",
    Charset("ISO-8859-8", "iso8859_8"): "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i "
    "iso-ir-138 iso_8859-8 iso_8859-8:1988 logical visual",
    Charset("ISO-8859-10", "iso8859_10"): "csisolatin6 iso-ir-157 l6 latin6",
    Charset("ISO-8859-13", "iso8859_13"): "",
    Charset("ISO-8859-14", "iso8859_14"): "",
    Charset("ISO-8859-15", "iso8859_15"): "csisolatin9 iso_8859-15 l9",
    Charset("ISO-8859-16", "iso8859_16"): "iso-8859-16",
    Charset("windows-1250", "cp1250"): "",
    Charset("windows-1251", "cp1251"): "",
    Charset("windows-1253", "cp1253"): "",
    Charset(
        "windows-1254", "cp1254"
    ): "csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5",
    Charset("windows-1255", "cp1255"): "",
    Charset("windows-1256", "cp1256"): "",
    Charset("windows-1257", "cp1257"): "",
    Charset("windows-1258", "cp1258"): "",
    Charset("replacement", ""): "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement",
}


def _spelled(charset: Charset) -> list[str]:
    """Return the labels that charsets of a family have alike."""
    family, _, number = charset.name.rpartition("-")
    if family == "windows" and number != "874":
        return [f"windows-{number}", f"cp{number}", f"x-cp{number}"]
    if family == "ISO-8859" and number != "16":
        return [f"iso-8859-{number}", f"iso8859-{number}", f"iso8859{number}"]
    return []


_NAMED = {label: charset for charset, labels in _LABELS.items() for label in (*labels.split(), *_spelled(charset))}
_NAMED |= dict.fromkeys(("iso-8859-1", "iso8859-1", "iso88591"), WINDOWS_1252)

_CONTENT = re.compile(
    r"charset[ \t\n\f\r]*=[ \t\n\f\r]*+(?:\"([^\"]*)\"|'([^']*)'|(?![\"'])([^ \t\n\f\r;]*))", re.IGNORECASE
)


def called(label: str) -> Charset | None:
    """Return the charset that a label names, whatever its case and the space around it; None where none has it."""
    return _NAMED.get(label.strip(" \t\n\f\r").lower())


def named(content: str) -> tuple[int, int] | None:
    """Find the label in the `content` of a `<meta>` (HTML Standard, extracting a character encoding); None without."""
    found = _CONTENT.search(content)
    return found.span(found.lastindex or 0) if found else None
