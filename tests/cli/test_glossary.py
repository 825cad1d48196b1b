"""The commands of the glossary, as an editor and CI use them."""

from __future__ import annotations

import json
import os

import pytest

NEWS = "Harbor news\n\nThe MSS left Port Calder. Police in Port Calder met the MSS.\n\nPort Calder rested on Monday.\n"
GLOSSARY = (
    "source\ttarget\tstatus\tvariants\tforbidden\tcase\tnote\nMSS\t국가보위성\t\t보위성\t국가안보부\t\t내부 지침\n"
)
TEXT = "The MSS left Port Calder. Police in Port Calder met the MSS."


@pytest.fixture
def made(site):
    site.write("articles/a.txt", NEWS)
    site.write("locales/ko/glossary.tsv", GLOSSARY)
    site.ok("extract")
    return site


def test_a_forbidden_word_in_a_reviewed_text_is_an_error(made):
    made.translate("locales/ko/a.txt.po", {TEXT: "국가안보부는 포트콜더를 떠났다. 포트콜더 경찰이 만났다."})
    done = made.run("glossary", "check")
    assert done.code == 1
    assert "locales/ko/a.txt.po:" in done.out
    assert (
        "error: “국가안보부” is not to be used for “MSS”: write “국가보위성” (내부 지침) (term-forbidden)" in done.out
    )


def test_a_missing_term_is_a_warning(made):
    made.translate("locales/ko/a.txt.po", {TEXT: "그들은 포트콜더를 떠났다."})
    done = made.ok("glossary", "check", "-l", "ko")
    assert "warning: “MSS” is not translated as “국가보위성” or “보위성” (내부 지침) (term-missing)" in done.out


def test_a_right_term_is_no_finding(made):
    made.translate("locales/ko/a.txt.po", {TEXT: "보위성은 포트콜더를 떠났다."})
    done = made.ok("glossary", "check")
    assert done.out == ""
    assert "no findings" in done.err


def test_drafts_are_told_one_level_lower(made):
    made.translate("locales/ko/a.txt.po", {TEXT: "그들은 포트콜더를 떠났다."})
    po = made.read("locales/ko/a.txt.po")
    made.write("locales/ko/a.txt.po", po.replace(f'msgid "{TEXT}"', f'#, fuzzy\nmsgid "{TEXT}"'))
    done = made.ok("glossary", "check", "--json")
    assert [(one["rule"], one["severity"]) for one in json.loads(done.out)["findings"]] == [("term-missing", "info")]


def test_what_stands_in_code_is_no_term(made):
    made.write("articles/b.md", "Run `MSS` now.\n")
    made.ok("extract")
    made.translate("locales/ko/b.md.po", {"Run `MSS` now.": "지금 `MSS`를 실행하라."})
    assert made.ok("glossary", "check", "b.md").out == ""


def test_a_faulty_row_is_named_with_its_line_and_nothing_is_drafted(made):
    made.write("locales/ko/glossary.tsv", GLOSSARY + "\t당\n")
    before = made.snapshot()
    for command in (("glossary", "check"), ("glossary", "candidates"), ("draft",)):
        done = made.run(*command)
        assert (done.code, done.out.replace("nothing was drafted\n", "")) == (3, "")
        assert "locales/ko/glossary.tsv:3: the row has no source" in done.err
    assert {name: data for name, (_, data) in made.snapshot().items()} == {
        name: data for name, (_, data) in before.items()
    }


@pytest.mark.parametrize("data", [b"source\ttarget\nx\t\xff\n", None])
def test_a_glossary_that_cannot_be_read_is_named(made, data):
    path = made.root / "locales" / "ko" / "glossary.tsv"
    path.unlink()
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    done = made.run("glossary", "check")
    assert done.code == 3
    assert "locales/ko/glossary.tsv:" in done.err
    assert "no glossary has a term" not in done.err


def test_without_a_glossary_check_says_what_to_do(site):
    site.write("articles/a.txt", NEWS)
    site.ok("extract")
    assert "write locales/<locale>/glossary.tsv" in site.ok("glossary", "check").err


def test_candidates_are_recurring_names_without_a_term(made):
    assert made.ok("glossary", "candidates").out == "   3  Port Calder  [ko]  a.txt\n"
    done = made.ok("glossary", "candidates", "--json", "--least", "4")
    assert json.loads(done.out) == {"version": 1, "candidates": [], "errors": []}
    assert "every recurring name has a term" in made.ok("glossary", "candidates", "--least", "4").err
    found = json.loads(made.ok("glossary", "candidates", "--json").out)["candidates"]
    assert found == [{"name": "Port Calder", "uses": 3, "articles": ["a.txt"], "missing": ["ko"]}]


def test_a_proposed_term_is_no_candidate_any_more(made):
    made.write("locales/ko/glossary.tsv", GLOSSARY + "Port Calder\t\tproposed\n")
    assert made.ok("glossary", "candidates").out == ""


def test_the_commands_of_the_glossary_write_nothing(made):
    before = made.snapshot()
    made.ok("glossary", "check")
    made.ok("glossary", "candidates")
    assert made.snapshot() == before


def test_check_says_the_same_about_terms(made):
    made.translate("locales/ko/a.txt.po", {TEXT: "국가안보부는 포트콜더를 떠났다. 포트콜더 경찰이 만났다."})
    of_glossary = json.loads(made.run("glossary", "check", "--json").out)["findings"]
    of_all = json.loads(made.run("check", "--json").out)["findings"]
    assert [one["rule"] for one in of_glossary] == ["term-forbidden"]
    assert [one for one in of_all if one["rule"].startswith("term-")] == of_glossary


def pipe(site, place):
    (site.root / place).unlink()
    os.mkfifo(site.root / place)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (pipe, " it must be a file, and is a named pipe"),
        (lambda site, place: site.write(place, b"source\ttarget\nMSS\t\xb1\n"), "locales/ko/glossary.tsv:2: not UTF-8"),
        (
            lambda site, place: site.write(place, "source\ttarget\n\nMSS\n"),
            "glossary.tsv:3: `MSS` has no target",
        ),
        (lambda site, place: site.write(place, "source\tsauce\n"), "locales/ko/glossary.tsv:1: unknown column"),
    ],
)
@pytest.mark.parametrize(
    "command", ["run", "draft", "draft --estimate", "check", "check --fix", "glossary check", "tm search harbor-news"]
)
def test_a_bad_glossary_is_named_its_locale_left_out_and_the_others_go_on(made, *, damage, says, command):
    made.configure('locales = ["ko", "es"]\nengines = ["memory", "pseudo"]\n')
    made.ok("extract")
    made.translate("locales/es/a.txt.po", {"Harbor news": "El puerto de 7 barcos"})
    made.translate("locales/ko/a.txt.po", {"Harbor news": "항구 소식 7"})
    damage(made, "locales/ko/glossary.tsv")
    done = made.run(*(part.replace("-n", " n") for part in command.split()))
    assert done.code == 3, done.out + done.err
    assert done.err.count(says) == 1, done.err
    if command in {"run", "draft"}:
        assert "es: 2 segments drafted" in done.out
        assert "ko: " not in done.out
        assert "# draft:" not in made.read("locales/ko/a.txt.po")
    if command == "check":
        assert "locales/es/a.txt.po:" in done.out
        assert "locales/ko/a.txt.po:" not in done.out
    if command == "run":
        assert "El puerto" in made.read("build/es/a.txt")
    if command.startswith("tm"):
        assert "El puerto" in done.out


def test_a_bad_glossary_says_nothing_of_the_names_it_has(made):
    made.configure('locales = ["ko", "es"]\nengines = ["memory", "pseudo"]\n')
    made.write("locales/ko/glossary.tsv", "source\tsauce\n")
    done = made.run("glossary", "candidates")
    assert done.code == 3
    assert "Port Calder  [es]" in done.out
