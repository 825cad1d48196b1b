"""What people and programs are shown."""

import json
from dataclasses import replace

import pytest

from l10n import report
from l10n.model import Coverage, Finding, Key, Overview, Pace, Severity, Tally

ROWS = [
    Coverage("a.md", "ko", Tally(reviewed=1, missing=1), Tally(reviewed=10, missing=30)),
    Coverage("b.md", "ko", Tally(draft=2), Tally(draft=10)),
    Coverage("a.md", "ja", Tally(stale=2), Tally(stale=40), urgent=1),
]


def printed(shape, rows, **more):
    return report.overview(shape).coverage(Overview(tuple(rows), **more))


FINDING = Finding(
    "numbers", Severity.ERROR, "the source has 3", "a.md", "ko", "locales/ko/a.md.po", 7, Key("Three of them", "title")
)


def test_coverage_as_json_is_the_contract():
    data = json.loads(printed("json", ROWS))
    assert set(data) == {"version", "articles", "locales", "errors"}
    assert data["articles"][0] == {
        "article": "a.md",
        "locale": "ko",
        "segments": {"reviewed": 1, "draft": 0, "stale": 0, "missing": 1},
        "words": {"reviewed": 10, "draft": 0, "stale": 0, "missing": 30},
        "percent": 25.0,
        "urgent": 0,
        "unedited": {"words": 0, "percent": 0.0, "limit": 100},
        "pace": None,
    }
    assert data["locales"]["ko"]["percent"] == 20.0
    assert list(data["locales"]) == ["ko", "ja"]
    assert (data["articles"][2]["urgent"], data["locales"]["ja"]["urgent"]) == (1, 1)


def test_coverage_as_text_is_a_table_with_totals():
    lines = printed("text", ROWS).split("\n")
    assert lines[0].split() == ["article", "locale", "reviewed", "draft", "stale", "missing", "percent"]
    assert lines[2].split() == ["a.md", "ko", "1/10", "–", "–", "1/30", "25", "%"]
    assert [line.split()[:3] for line in lines if line.startswith("all articles")] == [
        ["all", "articles", "ko"],
        ["all", "articles", "ja"],
    ]
    assert printed("text", []) == ""


def test_what_was_accepted_as_drafted_has_a_column_where_there_is_some():
    row = Coverage("a.md", "ko", Tally(reviewed=2), Tally(reviewed=40), unedited=10, max_unedited=20)
    lines = printed("text", [row, ROWS[1]]).split("\n")
    assert lines[0].split()[-2:] == ["percent", "unedited"]
    assert [line.split()[-4:] for line in lines[2:6] if "%" in line] == [
        ["100", "%", "25", "%"],
        ["–", "0", "%", "–"],
        ["80", "%", "25", "%"],
    ]
    assert "warning: a.md (ko): 25 % of the reviewed words" in lines[-2]
    assert "nedited" not in printed("text", ROWS)
    total = json.loads(printed("json", [row, ROWS[1]]))["locales"]["ko"]
    assert total["unedited"] == {"words": 10, "percent": 25.0, "limit": None}


@pytest.mark.parametrize(
    ("seconds", "least", "unknown", "told"),
    [
        (0.4, 1.0, 0, ["warning: a.md (ko): drafts were reviewed in 0.40 seconds a word at most"]),
        (1.0, 1.0, 3, ["ko: how fast drafts were read is not known of 3 of 10 reviewed words"]),
        (None, 1.0, 7, ["ko: how fast drafts were read is not known of 7 of 14 reviewed words"]),
        (2.26, 2.5, 0, ["warning: a.md (ko): drafts were reviewed in 2.3 seconds a word at most"]),
        (2.5, 2.5, 0, []),
    ],
)
def test_reading_that_was_too_fast_and_what_is_not_known_of_it_is_told(seconds, least, unknown, told):
    row = replace(ROWS[0], pace=Pace(least, seconds, 7, unknown))
    lines = printed("text", [row]).split("\n")
    assert [line.partition(";")[0] for line in lines if "drafts were" in line] == told


def test_many_warnings_are_cut_short():
    rows = [Coverage(f"{at}.md", "ko", Tally(1), Tally(9), unedited=9, max_unedited=0) for at in range(30)]
    text = printed("text", rows)
    assert text.count("warning: ") == 20
    assert "… and 10 more" in text


def test_urgent_texts_stand_beside_the_stale_ones_and_are_explained():
    text = printed("text", ROWS)
    assert [line.count("1 urgent, 2/40") for line in text.split("\n") if " ja " in line] == [1, 1]
    assert "look for `urgent:`" in text
    assert "rgent" not in printed("text", ROWS[:2])


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
