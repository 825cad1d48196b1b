"""The findings of the checks, as each kind of reader and program gets them."""

import json
import xml.etree.ElementTree as ET
from dataclasses import astuple, replace

import pytest

from l10n import report
from l10n.checks.fingerprint import fingerprint
from l10n.errors import CatalogError
from l10n.model import Finding, Inspection, Key, Severity, Spot
from l10n.report import excerpt

SPACES = Finding(
    rule="white-space",
    severity=Severity.WARNING,
    message="two spaces in a row",
    article="a.md",
    locale="ko",
    po="locales/ko/a.md.po",
    line=18,
    key=Key("The ship left."),
    text="배가  떠났다.",
    start=2,
    end=4,
    fix=" ",
    family="typography",
    reason="Stray white space shows in print.",
)
NUMBERS = replace(
    SPACES, rule="numbers", severity=Severity.ERROR, message="3 became 30", line=7, start=0, end=0, fix=None
)
SOURCE = Finding(
    rule="long-sentence",
    severity=Severity.INFO,
    message="a long sentence",
    article="a.md",
    line=3,
    key=Key("It is long."),
    text="It is long.",
    start=6,
    end=10,
    path="articles/a.md",
)


def listed(name, *findings, **more):
    marks = tuple(astuple(fingerprint(one)) for one in findings)
    return report.listing(name).inspection(Inspection(findings, fingerprints=marks, **more))


def test_full_underlines_the_fault_in_its_columns_and_shows_source_and_fix():
    assert listed("full", SPACES) == (
        "locales/ko/a.md.po:18: warning: two spaces in a row (white-space)\n"
        "    배가  떠났다.\n"
        "        ^^\n"
        "    The ship left.\n"
        '    fix: "  " → " "\n'
    )


def test_full_shows_text_and_source_where_no_place_is_to_blame():
    assert listed("full", NUMBERS).split("\n")[1:] == ["    배가 떠났다.", "    The ship left.", ""]


def test_full_leads_to_the_article_where_the_source_is_to_blame_and_shows_it_once():
    assert listed("full", SOURCE) == (
        "articles/a.md:3: info: a long sentence (long-sentence)\n    It is long.\n          ^^^^\n"
    )


def test_text_is_the_old_name_of_full():
    assert listed("text", SPACES) == listed("full", SPACES)


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "marks"),
    [
        ("abc", 1, 2, "abc", " ^"),
        ("가나다", 1, 2, "가나다", "  ^^"),
        ("e\u0301a", 2, 3, "e\u0301a", " ^"),
        ("ｱ가", 0, 2, "ｱ가", "^^^"),
        ("a\u200bb", 1, 2, "a\u200bb", " ^"),
        ("\u1112\u1161\u11ab글", 3, 4, "\u1112\u1161\u11ab글", "  ^^"),
        ("one\ntwo", 4, 7, "two", "^^^"),
        ("one\ntwo", 1, 6, "one", " ^^"),
        ("a\tb", 1, 2, "a⇥b", " ^"),
        ("a\x1bb", 2, 3, "a�b", "  ^"),
        ("end ", 3, 4, "end ", "   ^"),
        ("", 0, 0, "", "^"),
    ],
)
def test_a_fault_is_marked_under_its_columns(text, start, end, line, marks):
    assert excerpt.marked(text, start, end, most=96) == (line, marks)


@pytest.mark.parametrize("letter", ["a", "가"])
@pytest.mark.parametrize("at", [0, 30, 150, 290, 299])
def test_a_long_line_is_cut_around_its_fault(letter, at):
    text = letter * at + "X" + letter * (299 - at)
    line, marks = excerpt.marked(text, at, at + 1, most=96)
    assert excerpt.width(line) <= 96
    assert marks.endswith("^")
    before = line[: line.index("X")]
    assert excerpt.width(before) == len(marks) - 1
    assert (line[0] == "…") == (at > 96)
    assert (line[-1] == "…") == (at < 200)


def test_a_line_is_not_cut_between_a_letter_and_its_accent():
    for at in range(400, 412):
        line, _ = excerpt.marked("e\u0301\u0302" * 200, at, at + 1, most=96)
        assert line[:2] == "…e"


def test_a_fault_longer_than_the_line_is_marked_as_far_as_it_is_shown():
    line, marks = excerpt.marked("가" * 200, 10, 190, most=96)
    assert excerpt.width(line) <= 96
    assert len(marks) <= excerpt.width(line)


def test_concise_is_a_line_a_finding_and_a_count():
    bent = replace(NUMBERS, message="one\nline")
    assert listed("concise", bent, SPACES, SOURCE).split("\n") == [
        "locales/ko/a.md.po:7: error: one line (numbers)",
        "locales/ko/a.md.po:18: warning: two spaces in a row (white-space)",
        "articles/a.md:3: info: a long sentence (long-sentence)",
        "3 findings: 1 error, 1 warning, 1 remark",
        "",
    ]
    assert listed("concise") == ""


def test_json_tells_the_place_the_fix_and_what_was_mended():
    data = json.loads(listed("json", SPACES))
    assert set(data) == {"version", "findings", "unchecked", "errors"}
    found = data["findings"][0]
    assert (found["text"], found["start"], found["end"], found["fix"]) == ("배가  떠났다.", 2, 4, " ")
    assert found["family"] == "typography"
    mended = json.loads(listed("json", mended=(("white-space", 2),), changed=("a.po",)))
    assert (mended["fixed"], mended["changed"]) == ({"white-space": 2}, ["a.po"])


def test_github_gets_a_command_a_finding_and_no_way_to_forge_one():
    forged = replace(SPACES, po="locales/ko/a,b:c%.po", message="100% wrong\r\n::error::forged", key=None, text="")
    assert listed("github", NUMBERS, forged, SOURCE).split("\n") == [
        "::error file=locales/ko/a.md.po,line=7,title=l10n numbers::3 became 30%0AThe ship left.%0A배가  떠났다.",
        "::warning file=locales/ko/a%2Cb%3Ac%25.po,line=18,title=l10n white-space::100%25 wrong%0D%0A::error::forged",
        "::notice file=articles/a.md,line=3,title=l10n long-sentence::a long sentence%0AIt is long.",
        "",
    ]


def test_programs_get_the_lines_and_columns_of_a_fault_where_they_are_known():
    there = replace(SPACES, spot=Spot(19, 11, 19, 13))
    bent = replace(SPACES, spot=Spot(19, 11, 20, 3), key=None, text="")
    assert [line.partition(",title")[0] for line in listed("github", there, bent).splitlines()] == [
        "::warning file=locales/ko/a.md.po,line=19,col=11,endLine=19,endColumn=13",
        "::warning file=locales/ko/a.md.po,line=19,col=11,endLine=20",
    ]
    first, second = json.loads(listed("sarif", there, bent))["runs"][0]["results"]
    place = {"startLine": 19, "startColumn": 11, "endLine": 19, "endColumn": 13}
    assert first["locations"][0]["physicalLocation"]["region"] == {**place, "snippet": {"text": "  "}}
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": place, "insertedContent": {"text": " "}}]
    assert "fixes" not in second
    quoted = replace(there, fix='"')
    assert "fixes" not in json.loads(listed("sarif", quoted))["runs"][0]["results"][0]


def test_markdown_has_the_gravest_first_and_nothing_in_a_cell_but_text():
    forged = replace(SPACES, message="`a` | <b>@all</b>\n# x", po="locales/ko/a|b.md.po")
    assert listed("markdown", SOURCE, forged, NUMBERS).split("\n") == [
        "| | rule | where | what |",
        "|:--|:--|:--|:--|",
        "| error | `numbers` | `locales/ko/a.md.po:7` | `3 became 30` |",
        "| warning | `white-space` | `locales/ko/a\\|b.md.po:18` | `` `a` \\| <b>@all</b> # x `` |",
        "| info | `long-sentence` | `articles/a.md:3` | `a long sentence` |",
        "",
    ]
    assert listed("markdown") == ""


def test_markdown_shows_a_hundred_findings_and_says_how_many_there_are_besides():
    told = listed("markdown", *[replace(SPACES, line=at) for at in range(1, 1_500)], NUMBERS).split("\n")
    assert told[2].startswith("| error | `numbers`")
    assert len([line for line in told if line.startswith("| ")]) == 101
    assert told[-2] == "- 1,400 more are not shown"


def test_markdown_names_what_could_not_be_read():
    unread = CatalogError("a quote is missing", path="locales/ko/b.md.po", line=3)
    assert listed("markdown", errors=(unread,)) == "- Not checked, for it cannot be read: `locales/ko/b.md.po`\n"


def test_sarif_names_its_rules_once_and_each_result_by_its_place():
    log = json.loads(listed("sarif", NUMBERS, SPACES, replace(SPACES, line=40), SOURCE))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["long-sentence", "numbers", "white-space"]
    assert all({"id", "shortDescription", "fullDescription", "help"} <= set(rule) for rule in rules)
    assert rules[2]["help"]["text"].startswith("Stray white space")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning", "note"]
    prints = [result["partialFingerprints"]["l10n/v1"] for result in run["results"]]
    assert len(set(prints)) == 4
    assert "18" not in prints[1].split("/")


def test_sarif_of_nothing_is_a_run_without_results():
    run = json.loads(listed("sarif"))["runs"][0]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_sarif_has_no_region_without_a_line_and_quotes_what_an_address_may_not_hold():
    odd = replace(SPACES, po="locales/ko/a b#1.md.po", line=0)
    place = json.loads(listed("sarif", odd))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "locales/ko/a%20b%231.md.po", "uriBaseId": "%SRCROOT%"}}


def test_junit_is_a_suite_a_locale_and_a_case_an_article():
    places = (("a.md", "ko"), ("b.md", "ko"), ("a.md", "ja"))
    root = ET.fromstring(listed("junit", NUMBERS, SPACES, SOURCE, places=places))  # noqa: S314  our own bytes
    assert (root.tag, root.attrib["tests"], root.attrib["failures"]) == ("testsuites", "4", "1")
    suites = {suite.attrib["name"]: suite for suite in root}
    assert {name: [case.attrib["name"] for case in suite] for name, suite in suites.items()} == {
        "ko": ["a.md", "b.md"],
        "ja": ["a.md"],
        "source": ["a.md"],
    }
    failure, output = suites["ko"][0]
    assert (failure.tag, failure.attrib) == ("failure", {"type": "numbers", "message": "3 became 30"})
    assert (output.tag, "two spaces" in str(output.text)) == ("system-out", True)
    assert [child.tag for child in suites["source"][0]] == ["system-out"]


def test_junit_says_control_characters_and_brackets_as_xml_can():
    odd = replace(NUMBERS, message='a "<b>" \x07 & \ufffe c', article="x & y.md")
    root = ET.fromstring(listed("junit", odd))  # noqa: S314  our own bytes
    case = root[0][0]
    assert case.attrib["name"] == "x & y.md"
    assert case[0].attrib["message"] == 'a "<b>" \\u0007 & \\ufffe c'


def test_a_fault_far_inside_a_long_line_is_shown_as_in_a_short_one():
    text = "가나 " * 50_000
    for start in (0, 60_000, 149_000):
        near = text[max(0, start - 300) : start + 300]
        assert excerpt.marked(text, start, start + 2, most=80) == excerpt.marked(
            near, min(start, 300), min(start, 300) + 2, most=80
        )
    assert excerpt.shortened("a " * 100_000, 10) == "a a a a a…"
