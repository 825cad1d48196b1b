"""HTML: what is a segment, what stays, and what publishing writes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from l10n import formats
from l10n.errors import ArticleError, UsageError
from l10n.formats import html
from l10n.model import Edition, Joint, Kind, Part, Segment, Segmentation, Slot, SlotKind
from l10n.protocols import ParseOptions
from tests.formats.samples import Sample, samples

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)
SAMPLES = samples("html/samples.txt")
EDITION = Edition("ko", "ltr", "기계 <번역>입니다.", {"engine": 'x "y"', "share": "0"})
NOTHING = Edition("", "")


def segments(source: str, options: ParseOptions = PARAGRAPHS) -> list[Segment]:
    return [part for part in html.parse(source, options) if isinstance(part, Segment)]


def joined(parts: Iterable[Part]) -> str:
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def built(source: str, edition: Edition = EDITION) -> str:
    return "".join(
        part if isinstance(part, str) else html.fill(part, edition) if isinstance(part, Slot) else part.raw
        for part in html.parse(source, PARAGRAPHS)
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_a_sample_gives_its_segments(sample: Sample) -> None:
    assert "".join(f"{one.kind}: {one.key.text}\n" for one in segments(sample.source)) == sample.expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("options", [PARAGRAPHS, SENTENCES], ids=lambda options: options.segmentation)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_a_sample_put_together_is_its_source(sample: Sample, options: ParseOptions, line_end: str) -> None:
    source = sample.source.replace("\n", line_end)
    parts = html.parse(source, options)
    assert joined(parts) == source
    assert all(html.encode(part, part.key.text) == part.raw for part in parts if isinstance(part, Segment))
    assert all(html.fill(part, NOTHING) == part.raw for part in parts if isinstance(part, Slot))


def test_the_samples_are_at_least_twenty_five() -> None:
    assert len(SAMPLES) >= 25


def test_the_note_tells_role_and_heading_path() -> None:
    source = "<h1>Bread</h1><h2>Costs</h2><h3>The <b>rent</b> &amp; more</h3><p>It rose.</p><h2>Wages</h2><p>Low.</p>"
    assert [one.note for one in segments(source)] == [
        "headline",
        "heading",
        'heading · under "Costs"',
        'paragraph · under "Costs" › "The rent & more"',
        "heading",
        'paragraph · under "Wages"',
    ]


def test_the_note_names_the_attribute() -> None:
    assert [one.note for one in segments('<meta name="Description" content="Words"><img alt="Words">')] == [
        "meta · Description",
        "alt · alt of <img>",
    ]


def test_a_directive_speaks_to_the_next_segment_only() -> None:
    first, second = segments("<!-- l10n:note Keep\n it short --><!-- l10n:context button --><p>Open</p><p>Open</p>")
    assert (first.note, first.key.context) == ("paragraph\nKeep it short", "button")
    assert (second.note, second.key.context) == ("paragraph", None)


def test_lines_are_counted_for_every_line_end() -> None:
    for line_end in ("\n", "\r\n", "\r"):
        source = "<p>One</p>\n\n<p>\nTwo three</p>".replace("\n", line_end)
        assert [one.line for one in segments(source)] == [1, 4]


def test_a_break_inside_a_tag_folds_and_inside_a_value_stays() -> None:
    (one,) = segments('<p>See <a\n   href="x"\n   data-x="a\nb">this</a>\n  page.</p>')
    assert one.key.text == 'See <a href="x" data-x="a\nb">this</a> page.'


def test_reflow_keeps_the_key() -> None:
    one = segments("<p>Bakers say flour\n   is scarce.</p>")
    other = segments("<p>\n  Bakers say\n  flour is scarce.\n</p>")
    assert [segment.key for segment in one] == [segment.key for segment in other]


def test_sentences_are_cut_around_markup() -> None:
    source = "<p><b>One. Two.</b> Three <i>four</i>.\n  Five <code>a. B</code> six.</p>"
    parts = [part for part in html.parse(source, SENTENCES) if isinstance(part, Segment | Joint)]
    assert [part.raw for part in parts] == [
        "<b>One. Two.</b>",
        " ",
        "Three <i>four</i>.",
        "\n  ",
        "Five <code>a. B</code> six.",
    ]


def test_an_untranslated_element_is_one_span_whatever_is_in_it() -> None:
    text = 'Say <span translate="no">one <span>two</span> three</span> now.'
    assert [text[one.start : one.end] for one in html.inline(text)] == [text[4:-5]]


def test_a_headline_is_not_cut_into_sentences() -> None:
    assert [one.key.text for one in segments("<h1>Stop. Think.</h1>", SENTENCES)] == ["Stop. Think."]


def test_the_first_h1_and_the_title_are_headlines() -> None:
    kinds = [one.kind for one in segments("<title>A</title><h1>B</h1><h1>C</h1>")]
    assert kinds == [Kind.HEADLINE, Kind.HEADLINE, Kind.HEADING]


def test_publishing_fills_a_page() -> None:
    source = (
        '<!doctype html>\n<html lang="en" class="a">\n<head>\n<title>T</title>\n</head>\n<body>\n'
        "<p>Hi</p></body></html>"
    )
    assert built(source) == (
        '<!doctype html>\n<html dir="ltr" lang="ko" class="a">\n<head><meta charset="utf-8">\n<title>T</title>\n'
        '<meta name="l10n:engine" content="x &quot;y&quot;">\n<meta name="l10n:share" content="0">\n</head>\n<body>\n'
        '<p class="l10n-disclosure" lang="ko" dir="ltr">기계 &lt;번역&gt;입니다.</p>\n<p>Hi</p></body></html>'
    )


def test_publishing_fills_a_fragment() -> None:
    assert built("\ufeff<p>Hi</p>", Edition("ar", "rtl", "آلي", {"a": "b -- c"})) == (
        "\ufeff<!-- l10n:provenance\na: b -&#45; c\n-->\n"
        '<p class="l10n-disclosure" lang="ar" dir="rtl">آلي</p>\n<p>Hi</p>'
    )


def test_publishing_fills_a_page_without_head_and_body_tags() -> None:
    shown = built("<!doctype html><title>T</title><p>Hi")
    assert shown.startswith('<!doctype html><title>T</title><meta name="l10n:engine"')
    assert shown.endswith("</p>\n<p>Hi")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<html>", '<html lang="ko" dir="ltr">'),
        ("<html lang>", '<html dir="ltr" lang="ko">'),
        ("<html lang=en>", '<html dir="ltr" lang="ko">'),
        ("<html lang='' dir='rtl'>", "<html lang='ko' dir='ltr'>"),
        ('<html xml:lang="en">', '<html dir="ltr" xml:lang="ko">'),
        ('<html xml:lang="en" lang="en">', '<html dir="ltr" xml:lang="ko" lang="ko">'),
    ],
)
def test_the_language_is_set_however_it_is_written(tag: str, expected: str) -> None:
    assert built(f"{tag}<p>Hi", Edition("ko", "ltr")) == f"{expected}<p>Hi"


def test_a_page_has_each_slot() -> None:
    kinds = {
        part.kind
        for part in html.parse("<html><head></head><body><p>a</p><!-- l10n:credits --></body></html>", PARAGRAPHS)
        if isinstance(part, Slot)
    }
    assert kinds == set(SlotKind)


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ArticleError, match=r"a/b\.docx: the file name ending “\.docx” is not known\. Rename .*\.html"):
        formats.for_path("a/b.docx")


def test_the_table_loads_no_format_before_it_is_asked_for() -> None:
    code = "import sys, l10n.formats; print(sorted({'pyromark', 'sentencex', 'l10n.formats.html'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="Choose one of html, markdown, mdx, plain"):
        formats.load("docx")


def test_the_table_of_endings_is_what_the_formats_say() -> None:
    told = {ending: name for name in formats.NAMES for ending in formats.load(name).extensions}
    assert told == formats.EXTENSIONS


def test_a_document_knows_path_and_format() -> None:
    document = formats.parse("2026/a.HTML", "<p>Hi</p>", PARAGRAPHS)
    assert (document.path, document.format, document.source) == ("2026/a.HTML", "html", "<p>Hi</p>")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ('<p class="byline">Ada Renn</p>', Kind.BYLINE),
        ('<p class="c-story__byline wide">Ada Renn</p>', Kind.BYLINE),
        ('<div className="ArticleByline"><p>Ada Renn</p></div>', Kind.BYLINE),
        ('<p class="dek">The pier is old now.</p>', Kind.BYLINE),
        ('<p id="dateline">Port Calder</p>', Kind.BYLINE),
        ('<p itemprop="author">Ada Renn</p>', Kind.BYLINE),
        ("<address>Ada Renn</address>", Kind.BYLINE),
        ("<hgroup><h1>Pier</h1><p>The pier is old now.</p></hgroup>", Kind.BYLINE),
        ("<p><time>two hours ago</time></p>", Kind.BYLINE),
        ('<div><a rel="author">Ada Renn</a> <span class="post-date">at noon</span></div>', Kind.BYLINE),
        ('<p class="post-meta">Ada Renn</p>', Kind.BYLINE),
        ('<p class="post-meta">The pier is old now.</p>', Kind.ASIDE),
        ('<p class="newsletter-box">The pier is old now.</p>', Kind.ASIDE),
        ("<aside><p>The pier is old now.</p></aside>", Kind.ASIDE),
        ('<p class="dek lede">The pier is old now.</p>', Kind.PARAGRAPH),
        ('<p class="author-renn">The pier is old now.</p>', Kind.PARAGRAPH),
        ('<p class="has-byline">The pier is old now.</p>', Kind.PARAGRAPH),
        ('<article class="byline"><p>The pier is old now.</p></article>', Kind.PARAGRAPH),
        ('<div class="byline"><h2>Pier</h2><p>The pier is old now.</p></div>', Kind.PARAGRAPH),
        ("<p>The pier opened on <time>June 3</time> again.</p>", Kind.PARAGRAPH),
        ('<li class="byline">Ada Renn</li>', Kind.LIST_ITEM),
    ],
)
def test_markup_tells_what_signs_a_story_and_what_stands_beside_it(source: str, kind: Kind) -> None:
    assert [part.kind for part in html.parse(source, PARAGRAPHS) if isinstance(part, Segment)][-1] is kind
