"""Particles in running text: which are wrong, and how they are written."""

from __future__ import annotations

import unicodedata

import pytest

from l10n import formats
from l10n.languages.ko.particles import wrong
from l10n.model import Severity
from l10n.text.markup.visible_text import view
from tests.conftest import ROOT
from tests.growth import grows_evenly

CASES = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "data" / "korean" / "particles.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def flaws(text, spans=(), terms=()):
    return list(wrong(view(text, spans).text, terms))


@pytest.mark.parametrize(("text", "right"), CASES)
def test_a_particle_is_wrong_where_its_word_asks_for_the_other_form(text, right):
    expected = ["" if form == "(gone)" else form for form in right.split()]
    assert [flaw.fix for flaw in flaws(text)] == expected


def test_there_are_enough_cases():
    assert len(CASES) >= 120


@pytest.mark.parametrize(("text", "right"), [case for case in CASES if case[1] and case[1] != "(gone)"])
def test_the_right_form_ends_the_fault(text, right):
    flaw = flaws(text)[0]
    assert flaws(text[: flaw.start] + right + text[flaw.end :]) == []


@pytest.mark.parametrize(("text", "right"), CASES)
def test_decomposed_text_is_judged_like_composed(text, right):
    typed = unicodedata.normalize("NFD", text)
    seen = view(typed)
    found = list(wrong(seen.text))
    assert [flaw.fix for flaw in found] == [flaw.fix for flaw in flaws(text)]
    for flaw, same in zip(found, flaws(text), strict=True):
        start, end = seen.place(flaw.start, flaw.end)
        assert unicodedata.normalize("NFC", typed[start:end]) == text[same.start : same.end], right


@pytest.mark.parametrize(
    ("text", "place", "form"),
    [
        ("**국가보위성**를 본다", "를", "을"),
        ("**국가보위성**(MSS)를 본다", "를", "을"),
        ("[국가](/a)을 본다", "을", "를"),
        ("<b>국가</b>은 크다", "은", "는"),
        ("`국가`은 크다", "은", "는"),
        ("_서울_으로 간다", "으로", "로"),
    ],
)
def test_markup_may_stand_between_a_word_and_its_particle(text, place, form):
    spans = formats.load("markdown").inline(text)
    seen = view(text, spans)
    (flaw,) = wrong(seen.text)
    start, end = seen.place(flaw.start, flaw.end)
    assert (text[start:end], flaw.fix) == (place, form)


@pytest.mark.parametrize(
    "text", ["`code`을 읽는다", "`code`를 읽는다", "https://a.example/을 본다", "{{ name }}은 크다"]
)
def test_nothing_is_said_of_code_and_addresses(text):
    assert flaws(text, formats.load("markdown").inline(text)) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("보도을 부인했다", Severity.ERROR),
        ("국가보위성(MSS)를 본다", Severity.ERROR),
        ("MSS은 답했다", Severity.WARNING),
        ("3를 더했다", Severity.WARNING),
        ("정보은 많다", Severity.WARNING),
        ("NASA은 답했다", Severity.WARNING),
        ("UNICEF은 답했다", Severity.WARNING),
        ("ASEAN는 답했다", Severity.WARNING),
        ("OPEC는 답했다", Severity.WARNING),
        ("FBI으로 갔다", Severity.WARNING),
        ("‘IAEA’을 떠났다", Severity.WARNING),
        ("VIP은 떠났다", Severity.INFO),
        ("IT은 어렵다", Severity.INFO),
        ("LINE은 답했다", Severity.INFO),
        ("Python 3를 쓴다", Severity.INFO),
        ("70%은 젖었다", Severity.INFO),
        ("5kg를 샀다", Severity.INFO),
        ("김지은 기자", Severity.INFO),
        ("유엔(국제기구)를 떠났다", Severity.INFO),
        ("방식은 [:space:]가 아닌", Severity.INFO),
    ],
)
def test_the_less_certain_a_reading_is_the_less_is_claimed(text, severity):
    assert [flaw.severity for flaw in flaws(text)] == [severity]


@pytest.mark.parametrize(
    ("text", "term", "form"),
    [
        ("국가보위성가 왔다", "국가보위성", "이"),
        ("국가보위성로 갔다", "국가보위성", "으로"),
        ("국경경비대이 왔다", "국경경비대", "가"),
        ("국경경비대과 군인", "국경경비대", "와"),
        ("보위원들가 왔다", "보위원", "이"),
        ("MSS이 왔다", "MSS", "가"),
    ],
)
def test_behind_a_term_every_particle_tells(text, term, form):
    (flaw,) = flaws(text, terms=[(0, len(term))])
    assert (flaw.fix, flaw.severity) == (form, Severity.ERROR)


@pytest.mark.parametrize(
    ("text", "term"), [("국가보위성이 왔다", "국가보위성"), ("국가보위성이다", "국가보위성"), ("당가 왔다", "당")]
)
def test_behind_a_term_a_right_particle_and_other_words_are_left(text, term):
    assert flaws(text, terms=[(0, len(term))]) == []


def test_an_artist_is_no_art_with_a_particle():
    assert [flaw.severity for flaw in flaws("예술가 여럿이 왔다", terms=[(0, 2)])] == [Severity.INFO]


def test_a_long_text_takes_no_longer_than_its_length_asks():
    assert grows_evenly(lambda many: flaws("국가보위성은 (MSS)를 " * many), 250)
