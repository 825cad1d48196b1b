"""What people and programs are shown."""

import json

from l10n import report
from l10n.model import Coverage, Finding, Key, Severity, Tally

ROWS = [
    Coverage("a.md", "ko", Tally(reviewed=1, missing=1), Tally(reviewed=10, missing=30)),
    Coverage("b.md", "ko", Tally(draft=2), Tally(draft=10)),
    Coverage("a.md", "ja", Tally(stale=2), Tally(stale=40), urgent=1),
]
FINDING = Finding(
    "numbers", Severity.ERROR, "the source has 3", "a.md", "ko", "locales/ko/a.md.po", 7, Key("Three of them", "title")
)


def test_coverage_as_json_is_the_contract():
    data = json.loads(report.load("json").coverage(ROWS))
    assert set(data) == {"version", "articles", "locales", "errors"}
    assert data["articles"][0] == {
        "article": "a.md",
        "locale": "ko",
        "segments": {"reviewed": 1, "draft": 0, "stale": 0, "missing": 1},
        "words": {"reviewed": 10, "draft": 0, "stale": 0, "missing": 30},
        "percent": 25.0,
        "urgent": 0,
    }
    assert data["locales"]["ko"]["percent"] == 20.0
    assert list(data["locales"]) == ["ko", "ja"]
    assert (data["articles"][2]["urgent"], data["locales"]["ja"]["urgent"]) == (1, 1)


def test_coverage_as_text_is_a_table_with_totals():
    lines = report.load("text").coverage(ROWS).split("\n")
    assert lines[0].split() == ["article", "locale", "reviewed", "draft", "stale", "missing", "percent"]
    assert lines[2].split() == ["a.md", "ko", "1/10", "–", "–", "1/30", "25", "%"]
    assert [line.split()[:3] for line in lines if line.startswith("all articles")] == [
        ["all", "articles", "ko"],
        ["all", "articles", "ja"],
    ]
    assert report.load("text").coverage([]) == ""


def test_urgent_texts_stand_beside_the_stale_ones_and_are_explained():
    text = report.load("text").coverage(ROWS)
    assert [line.count("1 urgent, 2/40") for line in text.split("\n") if " ja " in line] == [1, 1]
    assert "look for `urgent:`" in text
    assert "rgent" not in report.load("text").coverage(ROWS[:2])


def test_findings_as_json_are_the_contract():
    data = json.loads(report.load("json").findings([FINDING]))
    assert data == {
        "version": 1,
        "findings": [
            {
                "rule": "numbers",
                "severity": "error",
                "message": "the source has 3",
                "article": "a.md",
                "locale": "ko",
                "po": "locales/ko/a.md.po",
                "line": 7,
                "context": "title",
                "msgid": "Three of them",
                "family": "",
                "text": "",
                "start": 0,
                "end": 0,
                "fix": None,
            }
        ],
        "errors": [],
    }


def test_findings_as_text_lead_to_the_line():
    assert report.load("text").findings([FINDING]) == (
        "locales/ko/a.md.po:7: error: the source has 3 (numbers)\n    Three of them\n"
    )
    assert report.load("text").findings([]) == ""
