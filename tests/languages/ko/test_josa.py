"""Particles: each case is a word, its end, and what it is followed by."""

from __future__ import annotations

import unicodedata

import pytest

from l10n.languages.ko.josa import PARTICLES, Coda, attach, coda, fix_particles, particle_at, refit
from tests.conftest import ROOT

CASES = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "data" / "korean" / "codas.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("word", "end"), CASES)
def test_a_word_ends_as_it_is_read(word, end):
    assert coda(word) is Coda(end)


def test_there_are_enough_cases():
    assert len(CASES) >= 120


@pytest.mark.parametrize("word", ["국가보위성", "서울", "회사", "값"])
def test_decomposed_hangul_is_read_like_composed(word):
    assert coda(unicodedata.normalize("NFD", word)) is coda(word)


def test_an_empty_word_ends_unknown():
    assert coda("") is coda("**") is coda("“”") is Coda.UNKNOWN


@pytest.mark.parametrize(
    ("word", "particle", "whole"),
    [
        ("국가보위성", "은", "국가보위성은"),
        ("MSS", "은", "MSS는"),
        ("KPA", "이", "KPA가"),
        ("UN", "은", "UN은"),
        ("CNN", "를", "CNN을"),
        ("DHL", "으로", "DHL로"),
        ("서울", "으로", "서울로"),
        ("부산", "로", "부산으로"),
        ("대구", "으로", "대구로"),
        ("국가보위성(MSS)", "는", "국가보위성(MSS)은"),
        ("“인용”", "를", "“인용”을"),
        ("5kg", "를", "5kg을"),
        ("70%", "은", "70%는"),
        ("OPEC", "와", "OPEC과"),
        ("1", "로", "1로"),
        ("3", "로", "3으로"),
        ("사과", "이나", "사과나"),
        ("책", "라고", "책이라고"),
        ("노조", "이며", "노조며"),
        ("iPhone", "은", "iPhone은(는)"),
        ("iPhone", "로", "iPhone(으)로"),
        ("10,000", "와", "10,000과"),
        ("1,000,000,000,000", "은", "1,000,000,000,000는"),
    ],
)
def test_a_particle_takes_the_form_its_word_asks_for(word, particle, whole):
    assert attach(word, particle) == whole


def test_what_is_no_particle_is_refused():
    with pytest.raises(KeyError):
        attach("서울", "에서")


@pytest.mark.parametrize(
    ("before", "after", "fixed"),
    [
        ("함경북도", "은 춥다", "는 춥다"),
        ("서울", "으로 갔다", "로 갔다"),
        ("부산", "로부터", "으로부터"),
        ("부산", "로써", "으로써"),
        ("회사", "과의 협상", "와의 협상"),
        ("회사", "이며 곧", "이며 곧"),
        ("책", "며 곧", "이며 곧"),
        ("회사", "이었다고 했다", "였다고 했다"),
        ("책", "였다", "이었다"),
        ("3", "가지 방법", "가지 방법"),
        ("회사", "은행 앞", "은행 앞"),
        ("회사", " 은 춥다", " 은 춥다"),
        ("iPhone", "은 새", "은 새"),
        ("회사", "에서", "에서"),
        ("회사", "", ""),
        ("당", "는커녕", "은커녕"),
    ],
)
def test_only_a_particle_that_is_wrong_is_changed(before, after, fixed):
    assert fix_particles(before, after) == fixed


def test_a_particle_is_known_where_nothing_else_can_stand():
    assert particle_at("으로서는 곧") is not None
    assert particle_at("가구가") is None
    assert particle_at("는데") is None


@pytest.mark.parametrize(
    ("old", "new", "after", "fitted"),
    [
        ("2", "3", "는 크다", "은 크다"),
        ("3", "6", "은 크다", "은 크다"),
        ("3,400", "2,101", "가구가", "가구가"),
        ("3", "4", "과목을", "과목을"),
        ("3", "4", "은근한", None),
        ("서울", "iPhone", "로", None),
        ("서울", "부산", "**으로 간다", "**으로 간다"),
        ("서울", "부산", "”로 간다", "”으로 간다"),
        ("보위성", "보위부", "(MSS)은", "(MSS)는"),
        ("서울", "부산", "", ""),
        ("서울", "부산", " 로", " 로"),
    ],
)
def test_a_word_in_the_place_of_another_keeps_its_sentence_right(old, new, after, fitted):
    assert refit(old, new, after) == fitted


def test_every_form_of_a_particle_finds_the_particle_again():
    for particle in PARTICLES:
        for form in (particle.closed, particle.open):
            text = form + ("다" if form in {"이었", "였"} else "")
            assert particle_at(text) is particle, form
            assert fix_particles("책", text).startswith(particle.closed)
