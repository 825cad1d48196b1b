"""Gluing a document from texts, and the guard of its structure."""

import pytest

from l10n import formats
from l10n.model import Edition, Segmentation
from l10n.protocols import ParseOptions
from l10n.publish.glue import glue
from l10n.publish.render import render
from tests.growth import grows_evenly


def parse(path, source, segmentation=Segmentation.PARAGRAPH):
    document = formats.parse(path, source, ParseOptions(segmentation))
    return document, formats.load(document.format)


SOURCES = {
    "a.md": "---\ntitle: Hi there\n---\n\n# One\n\nTwo *words* here,\nthree there.\n\n- four\n- five\n",
    "a.html": "<h1>One</h1>\n<p>Two <b>words</b> &amp; more.</p>\n",
    "a.txt": "One headline\n\nTwo words. Three words.\n",
}


@pytest.mark.parametrize("path", SOURCES)
@pytest.mark.parametrize("segmentation", Segmentation)
@pytest.mark.parametrize("joint", [" ", ""])
def test_the_source_put_in_its_own_place_is_the_source(path, segmentation, joint):
    document, fmt = parse(path, SOURCES[path], segmentation)
    assert len(document.segments) >= 2
    assert glue(document, fmt, [segment.key.text for segment in document.segments], joint=joint) == SOURCES[path]
    assert glue(document, fmt, [None] * len(document.segments), joint=joint) == SOURCES[path]


def test_only_the_text_that_breaks_the_structure_is_refused():
    document, fmt = parse("a.html", "<p>One word.</p>\n<p>Two words.</p>\n<p>Three words.</p>\n")
    done = render(document, fmt, ["하나.", "둘</p><script>alert(1)</script><p>", "셋."])
    assert set(done.refused) == {1}
    assert done.text == "<p>하나.</p>\n<p>Two words.</p>\n<p>셋.</p>\n"


@pytest.mark.parametrize("mark", ["> ", "> > ", "- > ", "", "- "])
def test_a_mark_at_the_beginning_of_a_line_hides_no_address(mark):
    document, fmt = parse("a.md", f"{mark}The pier is old.\n\nIt is long.\n")
    done = render(document, fmt, ["[부두](\njavascript:x())는 낡았다.", "길다."])
    assert set(done.refused) == {0}
    assert "길다." in done.text


def test_several_bad_texts_among_many_are_all_found():
    source = "".join(f"<p>Paragraph {word}.</p>\n" for word in "abcdefghijklmnopqrst")
    document, fmt = parse("a.html", source)
    texts = [f"문단 {number}." for number in range(20)]
    for bad in (0, 7, 8, 19):
        texts[bad] = "<table><tr><td>x"
    done = render(document, fmt, texts)
    assert set(done.refused) == {0, 7, 8, 19}
    assert all(f"문단 {number}." in done.text for number in range(20) if number not in done.refused)


def test_sentences_join_as_the_target_language_does():
    document, fmt = parse("a.txt", SOURCES["a.txt"], Segmentation.SENTENCE)
    assert glue(document, fmt, [None, "二語。", "三語。"], joint="") == "One headline\n\n二語。三語。\n"
    assert glue(document, fmt, [None, "두 단어.", "세 단어."], joint=" ") == "One headline\n\n두 단어. 세 단어.\n"


def test_the_space_beside_a_sentence_that_stays_english_is_kept():
    document, fmt = parse("a.txt", SOURCES["a.txt"], Segmentation.SENTENCE)
    assert glue(document, fmt, [None, None, "三語。"], joint="") == "One headline\n\nTwo words. 三語。\n"
    assert glue(document, fmt, [None, "二語。", None], joint="") == "One headline\n\n二語。 Three words.\n"


def test_an_empty_text_takes_the_joint_before_it_along():
    document, fmt = parse("a.txt", SOURCES["a.txt"], Segmentation.SENTENCE)
    assert glue(document, fmt, [None, "두세 단어.", ""], joint=" ") == "One headline\n\n두세 단어.\n"


@pytest.mark.parametrize(
    "bad", [lambda at: at % 2 == 0, lambda at: at >= 0, lambda at: at == 77], ids=["half", "all", "one"]
)
def test_of_hundreds_of_texts_those_that_break_the_structure_are_refused(bad):
    source = "".join(f"Paragraph {number} of many.\n\n" for number in range(300))
    document, fmt = parse("a.md", source)
    texts = [f"문단 {at}." if not bad(at) else "" for at in range(len(document.segments))]
    done = render(document, fmt, texts)
    assert set(done.refused) == {at for at in range(len(texts)) if bad(at)}


def test_the_time_grows_with_the_texts_that_are_refused():
    def work(size):
        source = "".join(f"Paragraph {number} of many.\n\n" for number in range(size))
        document, fmt = parse("a.md", source)
        render(document, fmt, [""] * len(document.segments))

    assert grows_evenly(work, 200)


def test_the_structure_is_read_where_texts_are_put_in_and_of_the_source_once(monkeypatch):
    document, fmt = parse("a.html", "<p>One word was there.</p>\n<p>Two words.</p>\n")
    read, skeleton = [], fmt.skeleton

    def counted(source, raw=()):
        read.append(source)
        return skeleton(source, raw)

    monkeypatch.setattr(fmt, "skeleton", counted)
    assert render(document, fmt, [None, None]).text == document.source
    assert not read
    for text in ("하나.", "一つ。"):
        render(document, fmt, [text, None])
    assert read.count(document.source) == 1
    assert len(read) == 3


def test_an_article_without_any_text_is_its_source_with_slots_for_each_language() -> None:
    source = "---\ntitle: The harbor\n---\n\nThe *boats* left. They came back.\n"
    document = formats.parse("a.md", source, ParseOptions(segmentation=Segmentation.SENTENCE))
    fmt = formats.load("markdown")
    texts = [None] * len(document.segments)
    assert glue(document, fmt, texts) == source
    for language in ("ko", "ar"):
        built = glue(document, fmt, texts, edition=Edition(language, "ltr", translated=False))
        assert built == source.replace("harbor\n", f"harbor\nlang: {language}\n")
