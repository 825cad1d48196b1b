from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model import Substate
from l10n.report.dashboard import texts
from l10n.report.dashboard.embedding import embedded
from l10n.report.dashboard.page import is_page
from tests.dashboards import article, risk, text, write

UNSAFE = "</script><!--<script>\u2028\u2029\ud800"


def told(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


@given(st.recursive(st.text() | st.integers(), st.lists, max_leaves=5))
def test_what_is_embedded_is_the_value_and_ends_no_script(value):
    text_ = embedded(value)
    assert json.loads(text_) == value
    assert not re.search("[<\u2028\u2029\n]", text_)
    text_.encode()


def test_what_data_says_is_text_of_the_page_in_every_place(tmp_path):
    one = article(UNSAFE, UNSAFE, ko=[text(UNSAFE, UNSAFE, Substate.URGENT, before=UNSAFE, why=UNSAFE)])
    path = write(tmp_path, [one], errors=[UNSAFE], risks=[risk(UNSAFE, "ko", UNSAFE, 0.5, UNSAFE)])
    page = path.read_text(encoding="utf-8")
    assert page.count("</script>") == page.count("<script") == 2
    assert told(page)["errors"] == [UNSAFE]


def test_a_page_allows_its_own_script_and_nothing_else(tmp_path):
    page = write(tmp_path, [article("a.md", ko=[])]).read_text(encoding="utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    assert found[1].startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"unsafe|https?:|\*|data:", found[1])
    assert not re.search(r"\{\{|(?:src|href)=\"(?!#)", page)
    assert is_page(page)


def test_a_cell_tells_the_sorts_of_its_texts_and_the_risks_of_its_drafts(tmp_path):
    rows = [text("One", "하나", Substate.HUMAN), text("Two", "둘", Substate.DRAFT), text("Three", "셋", Substate.DRAFT)]
    one = article("a.md", "2 segments are not reviewed", ko=rows)
    risks = [risk("a.md", "ko", "Two", 0.25), risk("a.md", "ko", "Three", 0.5, "a short text")]
    data = told(write(tmp_path, [one], risks=risks).read_text(encoding="utf-8"))
    assert data["rows"] == [["a.md", "", [[0, 0, 2, 1, 1, 3, 2, 2], None], [[[1, 25], [2, 50, 0]], []]]]
    assert data["signs"] == ["a short text"]
    assert data["reasons"] == ["2 segments are not reviewed"]


def test_a_text_tells_what_there_is_to_say_of_it():
    rows = [text("After 4 days", "3일 뒤", Substate.STALE, before="After 3 days"), text("Two", "둘", Substate.DRAFT)]
    stale, draft = json.loads(texts.texts(article("a.md", ko=rows)))["locales"][0][1]["texts"]
    assert stale["changes"] == [["both", "After "], ["old", "3"], ["new", "4"], ["both", " days"]]
    assert "changes" not in draft
    assert draft["from"] == "drafted by firefox"


def test_a_file_of_texts_is_known_by_what_it_has():
    name, whole = texts.file_of(texts.texts(article("a.md", ko=[text("One", "하나", Substate.HUMAN)])))
    assert texts.is_file(name, whole)
    assert not texts.is_file(f"0{name}", whole)
    assert not texts.is_file(name, whole[1:])
    assert name != texts.file_of(texts.texts(article("b.md", ko=[])))[0]


@pytest.mark.parametrize("size", [2_000])
def test_a_row_is_short(tmp_path, size):
    rows = [text(f"Text {at}", "글", Substate.DRAFT) for at in range(8)]
    held = "8 segments are not reviewed (policy `hold`)"
    many = [article(f"news/2026-05/{at:06}.md", held, ko=rows, ar=rows) for at in range(size)]
    page = write(tmp_path, many, beside=True).read_text(encoding="utf-8")
    assert len(page) < 60_000 + 120 * size
