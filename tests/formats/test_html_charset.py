"""HTML: what a page declares its bytes to be is UTF-8 once it is published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.charsets import decoded
from l10n.charsets.labels import called
from l10n.errors import ArticleError
from l10n.model import Document, Edition, Segmentation, Slot, SlotKind
from l10n.protocols import ParseOptions
from l10n.publish.glue import glue
from tests.examples import examples

LABELS = ["windows-1252", "latin1", "cp1250", "koi8-r", "euc-kr", "shift_jis", "euc-jp", "gbk", "big5", "macintosh"]

WRITTEN = "A b. é“”’–…£ 한국사람 東京これは 北京习近平 Łódź Привет"


def document(source: str) -> Document:
    return formats.parse("a.html", source, ParseOptions(Segmentation.PARAGRAPH))


def published(source: str, edition: Edition | None = None) -> str:
    cut = document(source)
    assert cut.source == source
    stated = edition or Edition("", "", translated=False)
    return glue(cut, formats.load("html"), [None] * len(cut.segments), edition=stated)


@pytest.mark.parametrize(
    ("source", "built"),
    [
        ('<head><meta charset="windows-1252"><p>A b', '<head><meta charset="utf-8"><p>A b'),
        ("<META CHARSET = Shift_JIS >A b", "<META CHARSET = utf-8 >A b"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>A b",
            "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>A b",
        ),
        (
            '<?xml version="1.0" encoding="EUC-KR" ?>\n<head><meta charset=cp949 /><meta charset=utf-16></head>',
            '<?xml version="1.0" encoding="utf-8" ?>\n<head><meta charset=cp949 /><meta charset=utf-8></head>',
        ),
        ("\ufeff<meta charset=utf-16><p>A b", "\ufeff<meta charset=utf-8><p>A b"),
        ("<p>One<meta charset=latin1>two</p>", "<p>One<meta charset=utf-8>two</p>"),
    ],
)
def test_every_declaration_says_utf_8(source: str, built: str) -> None:
    assert published(source) == built


@pytest.mark.parametrize(
    "source",
    [
        '<head><meta charset="UTF-8"><p>A b',
        "<head><meta charset=utf8><p>A b",
        "<head><meta charset={{ site.charset }}><p>A b",
        "<head><meta http-equiv=refresh content='9; url=?charset=latin1'><meta charset=utf-8><p>A b",
        "<head><!-- <meta charset=latin1> --><meta charset=utf-8><p>A b",
        "<head><script>x = '<meta charset=latin1>'</script><meta charset=utf-8><p>A b",
        "<p>A fragment",
        "<html><body><p>A page without a head",
        "\ufeff<html><head><title>With a mark</title>",
        "<?xml version='1.0'?>\n<html><head><title>XML is UTF-8</title>",
        "<html><head>{% include meta.html %}<title>A b</title></head>",
        "<html><head><?php meta() ?><title>A b</title></head>",
    ],
)
def test_what_is_utf_8_or_no_charset_stays(source: str) -> None:
    assert published(source) == source


def test_a_page_that_declares_nothing_does_once_it_is_published() -> None:
    source = "<!doctype html>\n<html>\n<head>\n<title>A b</title>\n</head>\n<body><p>{{ c }} d</body></html>\n"
    assert published(source) == source.replace("<head>", '<head><meta charset="utf-8">')


def test_no_text_is_touched_without_an_edition() -> None:
    source = "<head><meta charset=latin1><title>A b</title></head>"
    cut = document(source)
    assert next(part.kind for part in cut.parts if isinstance(part, Slot)) is SlotKind.CHARSET
    assert glue(cut, formats.load("html"), ["A b"]) == source


@given(label=st.sampled_from(LABELS), data=st.data())
@examples(400)
def test_a_built_page_is_read_as_what_was_built(label: str, data: st.DataObject) -> None:
    charset = called(label)
    assert charset is not None
    text = data.draw(st.text(WRITTEN, max_size=12)).encode(charset.codec, "ignore").decode(charset.codec)
    page = f"<html><head><meta charset='{label}'><title>{text}</title></head><body><p>{text} word</p></body></html>"
    try:
        read = decoded(page.encode(charset.codec), "a.html", "html")
    except ArticleError:
        return
    built = published(read, Edition("ko", "ltr", provenance={"status": "reviewed"}))
    assert decoded(built.encode(), "b.html", "html") == built
    if read != page:  # bytes that happen to be UTF-8, too, and no text in what the page declares
        assert read == page.encode(charset.codec).decode("utf-8")
    else:
        assert f"<title>{text}</title>" in built
