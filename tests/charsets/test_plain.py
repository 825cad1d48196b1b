"""Bytes that nothing declares are read in the one charset in which somebody may have written them, or in none."""

from __future__ import annotations

import pytest

from l10n.charsets import decoded
from l10n.errors import ArticleError

ENGLISH = "The pier\n\n“It’s old,” said Zoë Núñez — of the café – and costs £50, or €57… She left.\n"
KOREAN = "The words 안녕하세요 and 감사합니다 are polite. Most tourists know 서울 (서울특별시).\n"
JAPANESE = "The sign said ようこそ, and below it ありがとう with 東京タワー.\n"
CHARSETS = [
    ("utf-8", ENGLISH),
    ("utf-8-sig", ENGLISH),
    ("utf-16", ENGLISH),
    ("cp1252", ENGLISH),
    ("latin-1", "The café of Zoë Núñez costs £5 at 20 °C, ½ of it ©.\n"),
    ("cp949", KOREAN),
    ("euc_kr", KOREAN),
    ("cp932", JAPANESE),
    ("euc_jp", JAPANESE),
]


def refused(data: bytes, format: str = "plain") -> ArticleError:  # noqa: A002
    with pytest.raises(ArticleError) as caught:
        decoded(data, "articles/a", format)
    assert caught.value.path == "articles/a"
    return caught.value


@pytest.mark.parametrize(("codec", "text"), CHARSETS, ids=[codec for codec, _ in CHARSETS])
@pytest.mark.parametrize("format", ["plain", "html"])
def test_an_article_is_read_in_its_charset(codec: str, text: str, format: str) -> None:  # noqa: A002
    assert decoded(text.encode(codec), "articles/a", format).removeprefix("\ufeff") == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_a_character_of_the_text(mark: str) -> None:
    text = ENGLISH if mark == "utf-8-sig" else f"\ufeff{ENGLISH}"
    assert decoded(text.encode(mark), "articles/a", "plain") == f"\ufeff{ENGLISH}"


@pytest.mark.parametrize("codec", ["mac_roman", "cp437", "cp850"])
def test_bytes_of_another_age_are_refused_and_named_where_they_read_well(codec: str) -> None:
    text = "“It’s the café,” she said.\n" if codec == "mac_roman" else "The café and its crème brûlée cost £50.\n"
    error = refused(text.encode(codec))
    assert error.message.startswith("not UTF-8: byte 0x")
    assert ("macintosh" if codec == "mac_roman" else "IBM850") in error.remedy


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gbk", "The city of 北京 is the capital of 中国, and 上海 is not. See 习近平.\n"),
        ("big5", "The city of 臺北 is in 臺灣, and 高雄 is too.\n"),
        ("cp1251", "The word привет is a greeting, and спасибо is thanks.\n"),
        ("koi8_r", "The word привет is a greeting.\n"),
        ("cp1253", "The word ευχαριστώ is thanks.\n"),
        ("iso8859_2", "The singer Wałęsa came from Łódź.\n"),
        ("cp949", "The man is called 김씨.\n"),
        ("cp932", "The city of 東京 is big.\n"),
        ("cp1250", "Az idősebb nőknek egyszerűen jó, mert a gyűlés előtt történt, és a jövő is szép, így megérte.\n"),
    ],
)
def test_what_is_not_certain_is_refused(codec: str, text: str) -> None:
    assert refused(text.encode(codec)).message.startswith("not UTF-8")


def test_one_bad_byte_among_utf_8_is_no_windows_1252() -> None:
    good = "“It’s old”, she said.\n\n".encode()
    error = refused(good + b"caf\xe9\n")
    assert (error.message, error.line) == (f"not UTF-8: byte 0xe9 at offset {len(good) + 3}", 3)


@pytest.mark.parametrize("bad", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
def test_a_byte_that_windows_1252_does_not_have_is_refused(bad: bytes) -> None:
    assert refused(b"It\x92s " + bad + b" old.\n").message.startswith("not UTF-8: byte 0x92")


def test_bytes_that_read_well_in_two_charsets_are_refused_with_both() -> None:
    data = "The names Àûn, Áöm, Àår and Àüs are unknown.\n".encode("cp1252")
    assert "적n, 지m, 장r and 전s" in data.decode("cp949")
    assert "reads well as windows-1252 and EUC-KR" in refused(data).remedy


@pytest.mark.parametrize("format", ["markdown", "mdx", ""])
@pytest.mark.parametrize(("codec", "said"), [("cp1252", "windows-1252"), ("utf-16", "UTF-16"), ("cp949", "EUC-KR")])
def test_other_formats_are_utf_8_and_the_remedy_names_what_it_may_be(codec: str, said: str, format: str) -> None:  # noqa: A002
    error = refused((KOREAN if codec == "cp949" else ENGLISH).encode(codec), format)
    assert error.message.startswith("not UTF-8: byte 0x")
    assert error.remedy.startswith("Save the article as UTF-8: ")
    assert said in error.remedy


def test_a_utf_16_file_that_is_cut_is_refused_with_its_line() -> None:
    error = refused("One.\nTwo.\nThree.\n".encode("utf-16")[:-1])
    assert (error.line, "UTF-16" in error.message) == (3, True)
    assert refused("\ufeffOne.\n".encode("utf-32-le")).message == "is UTF-32, which no browser reads"


def test_a_nul_is_refused_and_utf_16_without_its_mark_is_told() -> None:
    assert refused(b"One.\n\nTwo\0.\n").line == 3
    assert "UTF-16" not in refused(b"One.\n\nTwo\0.\n").remedy
    assert "UTF-16" in refused("One.\n\nTwo.\n".encode("utf-16-le")).remedy
    assert refused("A\0b".encode("utf-16")).message == "holds a NUL character"


def test_the_text_of_a_buffer_is_taken_as_it_is() -> None:
    assert decoded("Ã©", "articles/a", "html") == "Ã©"
