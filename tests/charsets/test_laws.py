"""What was written in a charset is read as it was written, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.charsets import decoded
from l10n.charsets.labels import _LABELS, Charset, called
from l10n.charsets.readings import no_text
from l10n.errors import ArticleError, L10nError, collecting
from tests.examples import examples
from tests.growth import grows_evenly

DECLARED = sorted((charset for charset in _LABELS if charset.codec), key=lambda charset: charset.name)
WORDS = st.sampled_from(["The ", "pier", " is", " old", ", ", ". ", "\n\n", "50", " (", ") ", "<p>", "\r\n"])
SIGNS = {
    "cp1252": "“”‘’–—…£€é ñüçØ\xa0½°©",
    "cp949": "한국어서울사람은이다에서",
    "cp932": "これはにほんごですカタカナ東京日本",
    "euc_jp": "これはにほんごですカタカナ東京日本",
    "utf-16": "“”‘’–—…£€é한국中文привет",
    "utf-8": "“”‘’–—…£€é한국中文привет",
}


def read(data: bytes, format: str) -> str | None:  # noqa: A002
    found: list[L10nError] = []
    with collecting(found, "articles/a", "reading it"):
        return decoded(data, "articles/a", format)
    (error,) = found
    assert isinstance(error, ArticleError)
    assert error.remedy
    assert error.line
    return None


def alphabet(charset: Charset) -> str:
    """Return what a charset says by one byte or two and says again when it is asked."""
    pairs = (bytes([first, second]) for first in range(0x81, 0xFF, 7) for second in range(0x41, 0xFF, 5))
    singles = (bytes([byte]) for byte in (*range(0x20, 0x5B), *range(0x80, 0x100)))
    known = {data.decode(charset.codec, "ignore") for data in (*singles, *pairs)}
    return "".join(
        sorted(one for one in known if len(one) == 1 and again(one, charset.codec) == one and no_text(one) is None)
    )


def is_utf_8(data: bytes) -> bool:
    return data.decode(errors="ignore").encode() == data


def again(text: str, codec: str) -> str:
    return text.encode(codec, "ignore").decode(codec, "ignore")


@given(st.data())
@pytest.mark.parametrize("codec", sorted(SIGNS))
@examples(300)
def test_what_was_written_is_read_or_refused(codec: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(WORDS | st.text(SIGNS[codec], min_size=1, max_size=6), max_size=30)))
    written = text.encode(codec)
    assume(codec.startswith("utf") or not is_utf_8(written))
    found = read(written, data.draw(st.sampled_from(["plain", "html"])))
    assert found is None or found.removeprefix("\ufeff") == text
    assert found is not None or not codec.startswith("utf")


@given(st.data())
@pytest.mark.parametrize("charset", DECLARED, ids=[charset.name for charset in DECLARED])
@examples(100)
def test_what_a_page_declares_is_read_by_that_or_refused(charset: Charset, data: st.DataObject) -> None:
    text = f"<meta charset={charset.name}>{data.draw(st.text(alphabet(charset), max_size=20))} old"
    written = text.encode(charset.codec)
    assume(written.isascii() or charset.codec == "utf-8" or not is_utf_8(written))
    found = read(written, "html")
    assert found in {None, text}
    assert found or not written.isascii()


@given(st.binary(max_size=200), st.sampled_from(["plain", "html", "markdown", "mdx", ""]))
@examples(500)
def test_any_bytes_are_read_or_refused_with_a_remedy(data: bytes, format: str) -> None:  # noqa: A002
    read(data, format)


@given(st.text(max_size=60), st.sampled_from(["plain", "html", "markdown", ""]))
@examples(300)
def test_utf_8_is_read_whatever_it_says_of_itself(text: str, format: str) -> None:  # noqa: A002
    assume("\0" not in text)
    declared = f"<meta charset=utf-8>{text}"
    assert read(declared.encode(), format) == declared
    assert called("utf-8")


@pytest.mark.parametrize(
    "unit",
    [
        b"\xe9",
        b"It\x92s ",
        b"a\xa0b",
        b"<!\xe9",
        b"<!--\xe9",
        b"<a x='\xe9",
        b"<meta a=\xe9 ",
        b"<meta charset ",
        b"<a = =",
    ],
)
def test_the_work_grows_with_the_bytes(unit: bytes) -> None:
    assert grows_evenly(lambda size: read(unit * (size // len(unit)) + b"\xe9", "html"), 8_000)
