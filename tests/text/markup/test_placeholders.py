from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model import Inline, SpanKind
from l10n.text.markup.placeholders import from_tags, parity, protect, restore, to_tags


def spans(text, pattern, kind=SpanKind.CODE):
    return [Inline(match.start(), match.end(), kind) for match in re.finditer(pattern, text)]


def test_spans_become_marks_and_come_back():
    text = "Run `make` and **wait**."
    protected = protect(text, spans(text, r"`[^`]*`|\*\*"))
    assert protected.text == "Run ⟦1⟧ and ⟦2⟧wait⟦3⟧."
    assert protected.pieces == ("`make`", "**", "**")
    assert restore(protected, "⟦1⟧ 실행 후 ⟦2⟧대기⟦3⟧.") == "`make` 실행 후 **대기**."


@given(st.text(alphabet="ab ⟦⟧12`\n*", max_size=40))
def test_restoring_the_protected_text_gives_the_text(text):
    protected = protect(text, spans(text, r"`[^`]*`|\*"))
    assert restore(protected, protected.text) == text


@given(st.text(max_size=40))
def test_any_text_survives_without_spans(text):
    protected = protect(text, [])
    assert restore(protected, protected.text) == text


def test_a_text_with_marks_of_its_own_survives():
    text = "The sign ⟦1⟧ stands ⟦ for `x` ⟧."
    protected = protect(text, spans(text, r"`[^`]*`"))
    assert sorted(re.findall(r"⟦(\d+)⟧", protected.text)) == list("1234")
    assert restore(protected, protected.text) == text


def test_an_engine_never_sees_a_line_break():
    assert protect("one\ntwo", []).text == "one⟦1⟧two"


@pytest.mark.parametrize("answer", ["없음", "⟦1⟧", "⟦1⟧ ⟦2⟧ ⟦2⟧", "⟦1⟧ ⟦3⟧", "⟦1⟧ ⟦2⟧ ⟦", "⟦1⟧ ⟦2⟧ ⟦x⟧", ""])
def test_a_lost_doubled_or_foreign_mark_is_refused(answer):
    protected = protect("`a` b `c`", spans("`a` b `c`", r"`[^`]*`"))
    assert restore(protected, answer) is None


def test_spaces_and_foreign_digits_inside_a_mark_are_accepted():
    protected = protect("`a` b", spans("`a` b", r"`[^`]*`"))
    assert restore(protected, "ب ⟦ ١ ⟧") == "ب `a`"


def test_a_space_moved_inside_emphasis_is_moved_out():
    text = "the **wet corn** is"
    protected = protect(text, spans(text, r"\*\*", SpanKind.EMPHASIS))
    assert restore(protected, "el⟦1⟧ maíz húmedo ⟦2⟧es") == "el **maíz húmedo** es"


@pytest.mark.parametrize(
    ("text", "answer", "wanted"),
    [
        ("Run it with `make`.", "⟦1⟧ ausführen.", "`make` ausführen."),
        ("`make`, a tool, runs it.", "Es läuft mit ⟦1⟧ gut.", "Es läuft mit `make` gut."),
        ("(`make` runs it.)", "(Es läuft mit ⟦1⟧.)", "(Es läuft mit `make`.)"),
    ],
)
def test_a_piece_of_code_is_a_word_and_keeps_its_spaces(text, answer, wanted):
    assert restore(protect(text, spans(text, r"`[^`]*`")), answer) == wanted


def test_marks_may_change_their_order():
    text = "`a` then `b`"
    assert restore(protect(text, spans(text, r"`[^`]*`")), "⟦2⟧ 앞에 ⟦1⟧") == "`b` 앞에 `a`"


LINK = r"\[|\]\([^)]*\)"


@pytest.mark.parametrize(
    ("kind", "pattern", "source", "target", "found"),
    [
        (SpanKind.LINK, LINK, "[a](https://x.example/1)", "[가](https://x.example/1)", 0),
        (SpanKind.LINK, LINK, '[a](/1 "Title")', '[가](/1 "제목")', 0),
        (SpanKind.LINK, LINK, "[a](/1)", "[가](/2)", 2),
        (SpanKind.LINK, LINK, "[a](/1) [b](/1)", "[가](/1)", 1),
        (SpanKind.TAG, r"<[^>]*>", "<a href=\"/1\" class='x'>", "<A class='x' href=/1>", 0),
        (SpanKind.TAG, r"<[^>]*>", '<img src="a.png" alt="A dog">', '<img src="a.png" alt="개">', 0),
        (SpanKind.TAG, r"<[^>]*>", "<b>x</b>", "<b onclick='go()'>x</b>", 2),
        (SpanKind.TAG, r"<[^>]*>", '<meta content="0;url=/a">', '<meta content="0;url=//b">', 2),
        (SpanKind.TAG, r"<[^>]*>", "x", "<script>x</script>", 2),
        (SpanKind.CODE, r"`[^`]*`", "`make it`", "`make  it`", 2),
        (SpanKind.VARIABLE, r"\{\{.*?\}\}", "{{ a }}", "{{ b }}", 2),
        (SpanKind.EMPHASIS, r"\*\*|__", "**a**", "__가__", 0),
        (SpanKind.EMPHASIS, r"\*\*|__", "**a**", "가", 1),
        (SpanKind.ESCAPE, r"&\w+;", "a&nbsp;b", "가", 0),
        (SpanKind.URL, r"https?://\S+", "see https://a.example", "https://b.example", 2),
    ],
)
def test_markup_is_compared_by_what_it_means(kind, pattern, source, target, found):
    assert len(parity(source, spans(source, pattern, kind), target, spans(target, pattern, kind))) == found


def test_a_message_names_the_kind_and_what_happened():
    assert parity("`a`", spans("`a`", "`a`"), "b", []) == ["code `a` is lost"]


@given(st.text(alphabet="ab <>&;#x1\"'/amplt⟦⟧`\n", max_size=60))
def test_tags_come_back_as_the_marks_they_stand_for(text):
    protected = protect(text, spans(text, r"`[^`]*`"))
    assert from_tags(to_tags(protected.text)) == protected.text


def test_tags_of_every_spelling_are_read_and_others_are_left():
    answer = "<x id='1'/>&#39;<x id=\"2\" ></x>&#x27; &lt;b&gt; &amp;lt; <y/>&nbsp;"
    assert from_tags(answer) == "⟦1⟧'⟦2⟧' <b> &lt; <y/>&nbsp;"


def test_an_address_for_mail_is_protected_without_a_span():
    text = "Write to desk.kr@mail.example.org, or to the @ desk and a@b."
    protected = protect(text, ())
    assert protected.text == "Write to ⟦1⟧, or to the @ desk and a@b."
    assert (
        restore(protected, "⟦1⟧로, 또는 @desk와 a@b로 쓴다.") == "desk.kr@mail.example.org로, 또는 @desk와 a@b로 쓴다."
    )
    assert restore(protected, "책상@우편.보기로 쓴다.") is None
