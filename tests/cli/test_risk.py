"""`coverage --risk` and `check --json`: the drafts that nobody has read, the likeliest to be wrong first."""

from __future__ import annotations

import json

import pytest

from tests.engines.online import table

PO = "locales/ko/a.txt.po"
CALM = "The committee published the annual report of the harbor authority on Thursday morning."
RISKY = "Nobody saw the 12 men who had to get off at 4 or 5."
READ = "The lighthouse is older than the village beside it and stands on the same rock."
ANSWERS = {
    CALM: "위원회는 목요일 오전에 항만 당국의 한 해 활동을 담은 연례 보고서를 발표했다.",
    RISKY: "4, 5시에 내린 12명을 본 이는 없다.",
    READ: "등대는 그 옆의 마을보다 오래되었고 같은 바위 위에 서 있다.",
}
OTHER = {
    CALM: "위원회는 목요일 오전에 항만 당국의 한 해 활동을 담은 연간 보고서를 발표했다.",
    RISKY: "하차 시각이 4나 5인 남자 12명은 목격되지 않았습니다.",
    READ: ANSWERS[READ],
}


@pytest.fixture
def drafted(site, service):
    """Three drafts of one service, which an engine drafted before whose answers are in the journal; one is read."""
    site.write("articles/a.txt", "\n\n".join(ANSWERS) + "\n")
    tables = table("deepl", service.url, "") + table("libre", service.url, "")
    for name, answers in (("deepl", OTHER), ("libre", ANSWERS)):
        site.configure(f'locales = ["ko"]\nengines = ["{name}"]\n{tables}')
        service.translate = dict(answers)
        (site.root / PO).unlink(missing_ok=True)
        site.ok("extract")
        site.ok("draft")
    site.translate(PO, {READ: ANSWERS[READ]})
    return site


def both(site, service):
    """Name both engines, so that what the other one answered once may be compared."""
    site.write(
        "pyproject.toml", site.read("pyproject.toml").replace('engines = ["libre"]', 'engines = ["libre", "deepl"]')
    )
    service.asked.clear()
    return site


def rows(site, *args):
    return json.loads(site.ok(*args).out)["risk"]


def test_drafts_are_listed_the_likeliest_to_be_wrong_first_and_read_texts_are_not(drafted):
    lines = drafted.ok("coverage", "--risk").out.splitlines()
    assert [line.strip()[:10] for line in lines[1:4:2]] == [ANSWERS[RISKY][:10], ANSWERS[CALM][:10]]
    assert lines[4:] == ["2 drafts that nobody has read"]
    assert lines[0].startswith(f"{PO}:")
    assert lines[0].endswith("three numbers, one negation")
    at = int(lines[0].split(":")[1])
    assert drafted.read(PO).splitlines()[at - 1 :][0].startswith(("msgid", "#"))


def test_the_line_is_that_of_the_entry(drafted):
    for one in rows(drafted, "coverage", "--risk", "--json"):
        assert one["msgid"] in drafted.read(PO).splitlines()[one["line"] - 1]


def test_check_and_coverage_tell_the_same(drafted):
    told = rows(drafted, "coverage", "--risk", "--json")
    assert told == rows(drafted, "check", "--json")
    assert [one["text"] for one in told] == [ANSWERS[RISKY], ANSWERS[CALM]]
    assert told[0]["score"] > told[1]["score"]
    assert "risk" not in json.loads(drafted.ok("coverage", "--json").out)


def test_segments_have_the_score_of_their_draft_and_only_with_the_option(drafted):
    found = json.loads(drafted.ok("coverage", "--risk", "--json", "--segments").out)
    scores = {one["msgid"]: one["score"] for one in found["risk"]}
    assert {one["key"]: one["risk"] for one in found["segments"]} == {**scores, READ: None}
    without = json.loads(drafted.ok("coverage", "--json", "--segments").out)["segments"]
    assert {one["risk"] for one in without} == {None}


def test_what_another_engine_answered_once_is_compared_and_nobody_is_asked(drafted, service):
    alone = {one["msgid"]: one for one in rows(drafted, "coverage", "--risk", "--json")}
    before = both(drafted, service).snapshot()
    beside = {one["msgid"]: one for one in rows(drafted, "coverage", "--risk", "--json")}
    assert beside[RISKY]["score"] > alone[RISKY]["score"]
    assert beside[RISKY]["reasons"][0] == "unlike another answer"
    assert beside[CALM]["score"] < alone[CALM]["score"]
    assert service.asked == []
    assert drafted.snapshot() == before


def test_locales_and_articles_narrow_the_list(drafted):
    drafted.write("articles/b.txt", RISKY + "\n")
    drafted.ok("extract")
    drafted.ok("draft")
    assert {one["article"] for one in rows(drafted, "coverage", "--risk", "--json")} == {"a.txt", "b.txt"}
    assert {one["article"] for one in rows(drafted, "coverage", "--risk", "--json", "b.txt")} == {"b.txt"}
    drafted.write("pyproject.toml", drafted.read("pyproject.toml").replace('["ko"]', '["ko", "ja"]'))
    assert rows(drafted, "coverage", "--risk", "--json", "-l", "ja") == []


def test_a_long_list_is_cut_and_says_so(site):
    site.write("articles/a.txt", "\n\n".join(f"Boat number {at} is in the harbor." for at in range(30)) + "\n")
    site.ok("extract")
    site.ok("draft")
    lines = site.ok("coverage", "--risk").out.splitlines()
    assert len(lines) == 41
    assert lines[-1] == "30 drafts that nobody has read, 10 of them not listed (`--all` lists them)"
    assert all(line.endswith(": 1.00: no translation") for line in lines[:40:2])
    assert len(site.ok("coverage", "--risk", "--all").out.splitlines()) == 61


def test_without_drafts_it_says_that_there_are_none(site):
    site.write("articles/a.txt", CALM + "\n")
    site.ok("extract")
    assert site.ok("coverage", "--risk").out == "no draft that nobody has read\n"


def test_articles_cannot_be_listed_at_once(site):
    done = site.run("coverage", "--risk", "--only", "stale")
    assert done.code == 2
    assert "`--risk` lists drafts and no articles" in done.err


def test_what_cannot_be_read_is_told_once_and_the_rest_is_listed(drafted):
    drafted.write("articles/b.txt", CALM + "\n")
    drafted.write("locales/ko/b.txt.po", "msgid \n")
    done = drafted.run("coverage", "--risk")
    assert done.code == 3
    assert done.err.count("locales/ko/b.txt.po") == 1
    assert "2 drafts that nobody has read" in done.out


def test_an_engine_that_never_answered_is_not_asked_now(drafted, service):
    both(drafted, service).write("articles/b.txt", "The ferry was late again.\n")
    drafted.ok("extract")
    service.translate = {"The ferry was late again.": "여객선이 또 늦었다."}
    drafted.ok("draft")
    assert [one["origin"]["by"] for one in segments(drafted, "b.txt")] == ["libre"]
    service.asked.clear()
    (row,) = rows(drafted, "coverage", "--risk", "--json", "b.txt")
    assert row["text"] == "여객선이 또 늦었다."
    assert "unlike another answer" not in row["reasons"]
    assert service.asked == []


def test_a_draft_that_somebody_has_begun_to_change_is_not_listed(drafted):
    drafted.write(PO, drafted.read(PO).replace("본 이는 없다", "본 사람은 없다"))
    assert [one["in_work"] for one in segments(drafted) if one["key"] == RISKY] == [True]
    assert [one["msgid"] for one in rows(drafted, "coverage", "--risk", "--json")] == [CALM]


def segments(site, *args):
    return json.loads(site.ok("coverage", "--json", "--segments", *args).out)["segments"]
