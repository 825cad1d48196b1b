"""What a page declares is heeded as browsers do, unless its bytes say otherwise."""

from __future__ import annotations

import pytest

from l10n.charsets import decoded
from l10n.errors import ArticleError

WAYS = {
    "meta": '<!doctype html><html><head><meta charset="{}">{}',
    "bare": "<META\n name=x CHARSET = {} >{}",
    "pragma": '<meta http-equiv="Content-Type" content="text/html; charset={}">{}',
    "pragma last": "<meta content='text/html;charset=\"{}\"' http-equiv=content-type>{}",
    "xml": '<?xml version="1.0" encoding="{}"?>\n<html>{}',
    "behind a comment": "<!-- <meta charset=koi8-r> --><title a='<meta charset=koi8-r>'>x</title><meta charset={}>{}",
    "far below": "<head>" + "<link href=x>" * 200 + "<meta charset={}></head>{}",
}


def page(text: str, label: str, codec: str, way: str = "meta") -> bytes:
    return WAYS[way].format(label, text).encode(codec)


def refused(data: bytes) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        decoded(data, "articles/a.html", "html")
    return caught.value


@pytest.mark.parametrize("way", sorted(WAYS))
def test_each_way_to_declare_is_heeded(way: str) -> None:
    data = page("<p>Москва is a city.", "windows-1251", "cp1251", way)
    assert decoded(data, "articles/a.html", "html") == data.decode("cp1251")


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "It’s “old”"),
        (" ASCII ", "cp1252", "It’s “old”"),
        ("x-cp1250", "cp1250", "Łódź"),
        ("KS_C_5601-1987", "cp949", "한국"),
        ("gb2312", "gbk", "习近平和北京"),
        ("big5", "big5", "臺北和高雄"),
        ("x-sjis", "cp932", "東京"),
        ("EUC-JP", "euc_jp", "東京"),
        ("iso-2022-jp", "iso2022_jp", "東京"),
        ("macintosh", "mac_roman", "“It’s the café”"),
        ("koi8-r", "koi8_r", "Москва"),
        ("tis-620", "cp874", "ภาษาไทย"),
        ("latin5", "cp1254", "ığdır"),
    ],
)
def test_the_names_of_the_web_are_known(label: str, codec: str, text: str) -> None:
    data = page(f"<p>The word {text} is here.", label, codec)
    assert decoded(data, "articles/a.html", "html") == data.decode(codec)


@pytest.mark.parametrize(
    "label", ["utf-8", "iso-8859-1", "windows-1251", "euc-kr", "gb2312", "utf-16", "klingon", "{{ c }}"]
)
def test_what_is_utf_8_by_its_bytes_is_utf_8(label: str) -> None:
    text = page("<p>It’s “old” and a café.", label, "utf-8").decode()
    assert decoded(text.encode(), "articles/a.html", "html") == text
    assert decoded(page("<p>old", label, "ascii"), "articles/a.html", "html") == WAYS["meta"].format(label, "<p>old")


@pytest.mark.parametrize("word", ["café", "à", "École", "£5", "siebenundfünfzig", "Łódź", "się", "°C", "Привет"])
@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "latin5"])
def test_one_word_in_utf_8_is_enough(word: str, label: str) -> None:
    text = WAYS["meta"].format(label, f"<p>The word {word} is here.")
    assert decoded(text.encode(), "articles/a.html", "html") == text


def test_a_byte_order_mark_goes_before_what_is_declared() -> None:
    for codec in ("utf-8-sig", "utf-16"):
        data = page("<p>It’s old.", "koi8-r", codec)
        assert decoded(data, "articles/a.html", "html").endswith("<p>It’s old.")


def test_capitals_before_a_sign_are_not_taken_for_utf_8() -> None:
    for text, label, codec in (
        ("A CAFÉ… here", "windows-1252", "cp1252"),
        ("He left—émigres", "macintosh", "mac_roman"),
    ):
        assert "is UTF-8 as well as" in refused(page(text, label, codec)).message


def test_bytes_that_are_text_in_both_are_refused() -> None:
    data = page("<p>The name\n홍 is his.", "euc-kr", "cp949")
    assert data.decode()
    error = refused(data)
    assert "is UTF-8 as well as EUC-KR, which it declares" in error.message
    assert error.line == 2


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        (page("\n<p>It’s “old”.", "utf-8", "cp1252"), "not UTF-8: byte 0x92 at", "reads well as windows-1252"),
        (page("\n<p>A 한국 b", "shift_jis", "cp949") + b"\xff", "not Shift_JIS, as it declares: byte", "as UTF-8"),
        (page("\n<p>안녕하세요 감사합니다", "iso-8859-1", "cp949"), "declares iso-8859-1, and does not read", "EUC-KR"),
        (page("\n<p>“It’s the café”", "iso-8859-1", "mac_roman"), "declares iso-8859-1, and does not", "=macintosh>"),
        (
            page("\n<p>It’s \x81 old".replace("\x81", "?"), "l1", "cp1252").replace(b"?", b"\x81"),
            "not windows-1252",
            "",
        ),
        (
            page("\n<p>中", "hz-gb-2312", "gbk"),
            "declares hz-gb-2312, which no browser reads",
            "Save the article as UTF-8.",
        ),
        (
            b"<?xml version='1.0' encoding='koi8-r'?>\n<meta charset=l1><p>\xe9\xf1",
            "two charsets, koi8-r and l1",
            "wrong",
        ),
        (b"\xef\xbb\xbf\n<p>caf\xe9", "not utf-8: byte 0xe9 at offset 10", "Save the article as UTF-8."),
    ],
)
def test_a_declaration_that_the_bytes_contradict_is_refused(data: bytes, message: str, remedy: str) -> None:
    error = refused(data)
    assert message in error.message
    assert remedy in (error.remedy or "")
    assert error.line in {1, 2}


def test_a_declaration_makes_odd_signs_and_short_words_certain() -> None:
    for text, label, codec in (("Lego™s ½in ¤", "l1", "cp1252"), ("김", "euc-kr", "cp949"), ("中", "big5", "big5")):
        data = page(f"<p>A {text} b", label, codec)
        assert decoded(data, "articles/a.html", "html") == data.decode(codec)


def test_only_pages_declare() -> None:
    data = b"<meta charset=koi8-r> It\x92s old.\n"
    assert decoded(data, "articles/a.txt", "plain") == data.decode("cp1252")
