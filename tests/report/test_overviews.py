"""Coverage as CSV, Markdown and badges: the same figures, and no cell that is more than text."""

import csv
import io
import json
from xml.dom import minidom

import pytest

from l10n import report
from l10n.model import By, Coverage, Overview, Prominence, ReviewShare, Substate, Tally
from l10n.model.cells import added
from l10n.report.badge import badge, is_badge
from l10n.report.totals import grouped, totals

CELLS = added(
    [
        (Substate.URGENT, Prominence.BODY, "", 1, 7),
        (Substate.ACCEPTED, Prominence.HEADLINE, "google", 1, 5),
        (Substate.ACCEPTED, Prominence.HEADLINE, "google", 1, 4),
        (Substate.IN_WORK, Prominence.LEDE, "memory", 1, 20),
        (Substate.DRAFT, Prominence.BODY, "google", 2, 30),
    ]
)
ROW = Coverage(
    "news/a.md",
    "ko",
    Tally(reviewed=2, draft=3, stale=1),
    Tally(reviewed=9, draft=50, stale=7),
    urgent=1,
    unedited=9,
    cells=CELLS,
)
EVIL = ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "|x", "%x", "\r=1"]


def printed(shape, **more):
    return report.overview(shape).coverage(Overview((ROW,), **more))


def table(**more):
    return list(csv.DictReader(io.StringIO(printed("csv", **more))))


def test_cells_of_one_sort_are_one_and_stand_in_the_order_of_the_reports():
    assert [(one.substate.value, one.segments, one.words) for one in CELLS] == [
        ("accepted", 2, 9),
        ("draft", 2, 30),
        ("in_work", 1, 20),
        ("urgent", 1, 7),
    ]


def test_a_row_of_csv_has_each_figure_once():
    (row,) = table()
    assert (row["article"], row["locale"], row["percent"], row["words"]) == ("news/a.md", "ko", "13.6", "66")
    found = {name.removesuffix("_words"): int(row[name]) for name in row if name.endswith("_words")}
    assert found == {
        "reviewed": 9,
        "accepted": 9,
        "edited": 0,
        "human": 0,
        "draft": 50,
        "in_work": 20,
        "stale": 7,
        "urgent": 7,
        "missing": 0,
    }


def test_csv_by_state_and_by_locale():
    assert [tuple(row.values()) for row in table(by=By.STATE)][:2] == [
        ("ko", "accepted", "google", "headline", "2", "9"),
        ("ko", "draft", "google", "body", "2", "30"),
    ]
    (row,) = table(by=By.LOCALE)
    assert "article" not in row
    assert row["stale_segments"] == "1"


@pytest.mark.parametrize("name", EVIL)
def test_no_cell_of_csv_is_a_formula(name):
    share = ReviewShare(name, "ko", accepted=1)
    text = printed("csv", by=By.REVIEWER, shares=(share,))
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["reviewer"].startswith("'")
    assert row["reviewer"].isprintable()
    assert text.splitlines()[1].startswith('"')


def test_a_name_with_another_separator_stays_in_quotation_marks():
    text = printed("csv", by=By.REVIEWER, shares=(ReviewShare('a";=1+1', "ko"),))
    assert text.splitlines()[1].startswith('"a"";=1+1",')


def test_a_figure_below_nought_would_stay_a_figure():
    assert table(by=By.ENGINE, shares=(ReviewShare("google", "ko", edits=1, length=3),))[0]["distance"] == "0.333"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("news/a.md", "`news/a.md`"),
        ("a|b", "`a\\|b`"),
        ("a`b", "`` a`b ``"),
        ("@team <b>", "`@team <b>`"),
        ("a\n| x", "`a \\| x`"),
        ("", "`not known`"),
    ],
)
def test_names_in_markdown_are_code(name, shown):
    text = printed("markdown", by=By.REVIEWER, shares=(ReviewShare(name, "ko", accepted=1),))
    assert text.splitlines()[2].startswith(f"| {shown} | ko |")


def test_markdown_has_the_table_of_the_text_and_its_warnings():
    lines = report.overview("markdown").coverage(Overview((ROW,), shown=(ROW,))).splitlines()
    assert lines[0] == "| article | locale | reviewed | draft | stale | missing | percent | unedited |"
    assert lines[2] == "| `news/a.md` | ko | 2/9 | 3/50 | 1 urgent, 1/7 | – | 14 % | 100 % |"
    assert "look for `urgent:`" in lines[-1]


def test_states_are_spread_over_headline_lede_and_body():
    lines = [line.split() for line in printed("text", by=By.STATE).splitlines()]
    assert ["reviewed,", "as", "drafted", "(google)", "ko", "2/9", "–", "–", "2/9"] in lines
    assert ["stale,", "urgent", "ko", "–", "–", "1/7", "1/7"] in lines
    assert ["all", "articles", "ko", "2/9", "1/20", "3/37", "6/66"] in lines


def test_groups_are_summed_up_by_locale_and_sums_of_groups_are_the_totals():
    rows = [ROW, ROW, Coverage("b.md", "ja", Tally(missing=1), Tally(missing=4))]
    found = grouped(rows, lambda row: row.article.split("/")[0])
    assert [(one.article, one.locale, one.words.total) for one in found] == [("news", "ko", 132), ("b.md", "ja", 4)]
    assert totals(found) == totals(rows)
    assert sum(cell.words for cell in totals(rows)["ko"].cells) == 132


def rows(*percents):
    return [
        Coverage("a", f"l{at}", Tally(), Tally(int(one * 10), 1000 - int(one * 10))) for at, one in enumerate(percents)
    ]


@pytest.mark.parametrize(
    ("percents", "message", "color"),
    [
        ([99.9], "l0 99 %", "brightgreen"),
        ([100, 74.9], "l0 100 % · l1 74 %", "yellow"),
        ([90, 90, 90, 90, 12], "5 languages, 12 % or more", "orange"),
        ([], "0 languages, 0 % or more", "orange"),
    ],
)
def test_a_badge_tells_the_share_rounded_down_and_has_the_colour_of_the_least(percents, message, color):
    told = json.loads(badge(rows(*percents), ".json"))
    assert told == {"schemaVersion": 1, "label": "translated", "message": message, "color": color}
    (picture,) = minidom.parseString(badge(rows(*percents), ".svg")).getElementsByTagName("svg")  # noqa: S318  our own
    assert picture.getAttribute("aria-label") == f"translated: {message}"
    assert all(is_badge(badge(rows(*percents), ending)) for ending in (".svg", ".json"))


@pytest.mark.parametrize("text", ["", "{}", "<svg/>", '{"schemaVersion": 1}', "[" * 100_000, "[1]"])
def test_what_is_no_badge_is_not_taken_for_one(text):
    assert not is_badge(text)
