"""Glossaries: rows that are read or refused, terms that are found, and what translations do with them."""

from __future__ import annotations

import unicodedata

import pytest

from l10n.errors import UsageError
from l10n.model import Term
from l10n.text.facts.terms import judge, parse, places, respaced, terms_in

HEAD = "source\ttarget\tstatus\tvariants\tforbidden\tcase\tnote\n"


def test_a_row_is_read_in_all_its_columns():
    text = HEAD + "MSS agent\t보위원\tapproved\t보위부원 | 요원\t국가안보원\tyes\t첫 언급 뒤\n"
    assert parse(text, path="g.tsv") == (
        Term("MSS agent", "보위원", "approved", ("보위부원", "요원"), ("국가안보원",), case=True, note="첫 언급 뒤"),
    )


def test_columns_may_be_left_out_and_stand_in_any_order_and_cells_at_the_end_may_be_missing():
    text = "target\tsource\tnote\n당\tthe Party\n\n소식통\ta source\tx\n"
    assert parse(text, path="g") == (Term("the Party", "당"), Term("a source", "소식통", note="x"))


def test_what_editors_do_to_a_file_does_no_harm():
    text = unicodedata.normalize("NFD", "\ufeff" + HEAD + "PCA\t항만공사\t\t\t\t\t\t\t\n").replace("\n", "\r\n")
    assert parse(text, path="g") == (Term("PCA", "항만공사"),)


def test_an_empty_glossary_has_no_terms():
    assert parse("", path="g") == parse("\n\n", path="g") == parse(HEAD, path="g") == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("source\ttranslation\nx\ty\n", 1, "unknown column `translation`"),
        ("source\tnote\nx\ty\n", 1, "source and target are needed"),
        ("source\ttarget\ttarget\n", 1, "source and target are needed"),
        (HEAD + "\nx\ty\t\t\t\t\t\tz\n", 3, "8 cells under 7 columns"),
        (HEAD + "\ty\n", 2, "has no source"),
        (HEAD + "x\t\n", 2, "has no target"),
        (HEAD + "x\ty\tfine\n", 2, "unknown status `fine`"),
        (HEAD + "x\ty\t\t\t\tmaybe\n", 2, "case is `maybe`"),
        (HEAD + "x\ty\t\t\ty|z\n", 2, "`y` is both allowed and forbidden"),
        (HEAD + "Port\ty\nport\tz\n", 3, "stands in line 2 already"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_line(text, line, message):
    with pytest.raises(UsageError, match=message) as caught:
        parse(text, path="locales/ko/glossary.tsv")
    assert (caught.value.path, caught.value.line) == ("locales/ko/glossary.tsv", line)
    assert caught.value.remedy


def test_two_acronyms_that_differ_in_case_are_two_terms():
    assert len(parse(HEAD + "US\t미국\nus\t우리\n", path="g")) == 2


TERMS = tuple(
    Term(source, "x")
    for source in (
        "border guard", "Ministry of State Security", "State Security", "MSS", "MSS agent", "city", "boss", "wife",
        "policeman", "leaf", "PCA", "US", "Workers’ Party", "C++", "night shift", "church",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The border guards left.", ["border guard"]),
        ("A Border Guard’s phone", ["border guard"]),
        ("border-guard, border\nguard", ["border guard"]),
        ("The border guardian", []),
        ("the Ministry of State Security", ["Ministry of State Security"]),
        ("Ministries of State Security", ["Ministry of State Security"]),
        ("an MSS agent of the MSS", ["MSS agent", "MSS"]),
        ("two cities, their bosses' wives and churches", ["city", "boss", "wife", "church"]),
        ("policemen and leaves", ["policeman", "leaf"]),
        ("mss, pca and us", []),
        ("The PCA’s and PCAs", ["PCA"]),
        ("the Workers' Party", ["Workers’ Party"]),
        ("written in C++, not C", ["C++"]),
        ("midnight shifts", []),
        ("", []),
    ],
)
def test_terms_are_found_as_english_inflects_them(text, found):
    assert [term.source for term in terms_in(text, TERMS)] == found


def test_the_longest_match_comes_first_wherever_it_begins():
    terms = (Term("Calder Port", "가"), Term("Port Calder Port Authority", "나"), Term("Old Port Calder", "다"))
    (place,) = places("Old Port Calder Port Authority", terms)
    assert (place.term.target, place.start) == ("나", 4)


def test_only_approved_terms_are_found():
    assert terms_in("port", (Term("port", "항구", "proposed"),)) == ()
    assert terms_in("port", (Term("port", "항구", "deprecated"),)) == ()


def test_a_term_marked_case_matches_in_its_case_only():
    terms = (Term("Party", "당", case=True),)
    assert terms_in("a party", terms) == ()
    assert terms_in("the Party", terms) == terms


def test_equal_glossaries_made_anew_are_not_mistaken_for_each_other():
    for number in range(40):
        assert [term.target for term in terms_in("port", (Term("port", str(number)),))] == [str(number)]


KOREAN = (
    Term("Ministry of State Security", "국가보위성", variants=("보위성",), forbidden=("국가안보부",)),
    Term("Port Authority", "항만공사", forbidden=("공사",)),
    Term("Port Calder", "포트콜더", forbidden=("포트 콜더",)),
    Term("NK News", "NK뉴스"),
)


@pytest.mark.parametrize(
    ("source", "target", "verdicts"),
    [
        ("the Ministry of State Security", "국가보위성은", []),
        ("the Ministry of State Security", "보위성이", []),
        ("the Ministry of State Security", "전보위성이", [("missing", ())]),
        ("the Ministry of State Security", "국가안보부는", [("missing", ("국가안보부",))]),
        ("the Ministry of State Security", "보위성, 곧 국가안보부", [("", ("국가안보부",))]),
        ("the ministry", "국가안보부는", []),
        ("the Port Authority", "항만공사가", []),
        ("the Port Authority", "공사가", [("missing", ("공사",))]),
        ("Port Calder", "포트  콜더에서", [("missing", ("포트 콜더",))]),
        ("NK News", "데일리NK뉴스", []),
        ("NK News", "XNK뉴스", [("missing", ())]),
        ("Port Calder", "", []),
    ],
)
def test_a_translation_is_judged_by_the_terms_of_its_source(source, target, verdicts):
    found = [("missing" if one.missing else "", one.forbidden) for one in judge(source, target, KOREAN)]
    assert found == verdicts


def test_japanese_has_no_boundary_to_ask_for_and_spanish_has():
    assert not list(judge("the port", "大きな港は", (Term("port", "港"),)))
    assert list(judge("the port", "aeropuerto", (Term("port", "puerto"),)))
    assert not list(judge("the port", "Puertos", (Term("port", "puerto"),)))


def test_a_verdict_tells_where_each_forbidden_word_stands_first():
    term = Term("MSS", "보위성", forbidden=("안보부", "보위처"))
    (verdict,) = judge("The MSS", "보위처와 안보부, 또 안보부", (term,))
    assert (verdict.forbidden, verdict.ranges) == (("안보부", "보위처"), ((5, 8), (0, 3)))


def test_a_korean_word_with_other_spaces_is_found():
    assert respaced("국경경비대", "그 국경 경비대가") == (2, 8)
    assert respaced("국경 경비대", "그 국경경비대가") == (2, 7)
    assert respaced("국경경비대", "한국경경비대") is None
    assert respaced("port", "po rt") is None
