"""What a reviewer has before her, and what becomes of her decisions in the file."""

from __future__ import annotations

from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from l10n import project
from l10n.catalog.decisions import ReviewEdit, ReviewUndo
from l10n.errors import CatalogError, UsageError
from l10n.model import State
from l10n.stages.decide import decide
from l10n.stages.sheet import judged, name_of, remembered, sheet
from l10n.stages.workset import gather

if TYPE_CHECKING:
    from l10n.stages.sheet import Sheet, SheetText
    from l10n.stages.workset import Workset
    from tests.conftest import Site

TODAY = date(2026, 5, 26)
ARTICLE = "# Harbor reopens\n\nThe harbor reopened on May 25.\n\nThe harbor is open.\n\nThe harbor is open.\n"


@pytest.fixture
def newsroom(site: Site) -> Site:
    """A newsroom with one article, drafted."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/news/pier.md", ARTICLE)
    site.ok("run")
    return site


def work(site: Site) -> Workset:
    return gather(project.find(site.root))


def shown(site: Site) -> Sheet:
    return sheet(work(site), "news/pier.md", "ko")


def edit(one: SheetText, text: str, *, approved: bool = True) -> ReviewEdit:
    return ReviewEdit(one.standing.key, one.mark, text, approved, "Kim")


def test_a_sheet_has_every_text_in_the_order_of_the_article_with_where_it_stands(newsroom: Site) -> None:
    texts = shown(newsroom).texts
    assert [one.standing.key.text for one in texts] == [
        "Harbor reopens",
        "The harbor reopened on May 25.",
        "The harbor is open.",
        "The harbor is open.",
    ]
    assert [one.standing.line for one in texts] == [1, 3, 5, 7]
    assert {one.standing.state for one in texts} == {State.DRAFT}
    assert texts[2].name == texts[3].name == name_of(texts[3].standing.key)
    assert texts[1].note.startswith('paragraph · under "Harbor reopens"')


def test_a_decision_changes_its_entry_and_no_other_byte(newsroom: Site) -> None:
    before = newsroom.read("locales/ko/news/pier.md.po")
    second = shown(newsroom).texts[1]
    done = decide(work(newsroom).project, "news/pier.md", "ko", edit(second, "항구가 5월 25일 열렸다."), TODAY)
    assert done.after
    assert done.after.state is State.REVIEWED
    after = newsroom.read("locales/ko/news/pier.md.po")
    blocks = list(zip(before.split("\n\n"), after.split("\n\n"), strict=True))
    changed = [new for old, new in blocks if old != new]
    assert len(changed) == 1
    assert "# reviewed: Kim 2026-05-26 " in changed[0]
    assert 'msgstr "항구가 5월 25일 열렸다."' in changed[0]
    assert "#, fuzzy" not in changed[0]


def test_a_decision_is_undone_to_the_byte(newsroom: Site) -> None:
    before = newsroom.read("locales/ko/news/pier.md.po")
    folder = work(newsroom).project
    done = decide(folder, "news/pier.md", "ko", edit(shown(newsroom).texts[1], "항구"), TODAY)
    assert done.before
    assert done.after
    now = shown(newsroom).texts[1]
    old = done.before
    undo = ReviewUndo(old.key, now.mark, old.target, old.state, old.previous, old.origin, old.review, old.stale)
    decide(folder, "news/pier.md", "ko", undo, TODAY)
    assert newsroom.read("locales/ko/news/pier.md.po") == before


def test_what_another_has_saved_meanwhile_is_told_and_stays(newsroom: Site) -> None:
    folder = work(newsroom).project
    mine = shown(newsroom).texts[1]
    decide(folder, "news/pier.md", "ko", edit(mine, "남의 글"), TODAY)
    before = newsroom.snapshot()
    done = decide(folder, "news/pier.md", "ko", edit(mine, "내 글"), TODAY)
    assert done.after is None
    assert done.before
    assert done.before.target == "남의 글"
    assert newsroom.snapshot() == before


def test_two_people_who_save_at_once_lose_nothing(newsroom: Site) -> None:
    folder = work(newsroom).project
    texts = shown(newsroom).texts[:3]
    threads = [
        Thread(target=decide, args=(folder, "news/pier.md", "ko", edit(one, f"글 {at}"), TODAY))
        for at, one in enumerate(texts)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [one.target for one in shown(newsroom).texts] == ["글 0", "글 1", "글 2", "글 2"]


def test_a_stale_text_has_the_english_it_was_made_for(newsroom: Site) -> None:
    folder = work(newsroom).project
    decide(folder, "news/pier.md", "ko", edit(shown(newsroom).texts[1], "항구가 5월 25일 열렸다."), TODAY)
    newsroom.write("articles/news/pier.md", ARTICLE.replace("May 25", "May 26"))
    newsroom.ok("extract")
    stale = shown(newsroom).texts[1]
    assert (stale.standing.state, stale.before) == (State.STALE, "The harbor reopened on May 25.")
    assert stale.standing.urgent == ("number",)


def test_the_checks_judge_a_text_before_it_is_saved(newsroom: Site) -> None:
    before = newsroom.snapshot()
    one = shown(newsroom).texts[1]
    told = judged(work(newsroom), "news/pier.md", "ko", {one.name: "항구가 5월 24일 열렸다."})
    assert [(finding.rule, str(finding.severity)) for finding in told] == [("numbers", "error")]
    assert judged(work(newsroom), "news/pier.md", "ko", {one.name: "항구가 5월 25일 다시 문을 열었다."}) == ()
    first = shown(newsroom).texts[0]
    both = judged(work(newsroom), "news/pier.md", "ko", {one.name: "항구가 5월 24일 열렸다.", first.name: "9"})
    assert {finding.key for finding in both} == {one.standing.key, first.standing.key}
    assert newsroom.snapshot() == before


def test_the_memory_and_the_glossary_help(newsroom: Site) -> None:
    newsroom.write("locales/ko/glossary.tsv", "source\ttarget\nharbor\t항구\n")
    newsroom.write("articles/news/port.md", "The harbor reopened on May 27.\n")
    newsroom.ok("run")
    folder = work(newsroom).project
    decide(folder, "news/pier.md", "ko", edit(shown(newsroom).texts[1], "항구가 5월 25일 열렸다."), TODAY)
    other = sheet(work(newsroom), "news/port.md", "ko").texts[0]
    assert [(place.start, place.end, place.term.target) for place in other.terms] == [(4, 10, "항구")]
    (hit,) = remembered(work(newsroom), "news/port.md", "ko", other.name)
    assert (hit.translation.target, hit.suggestion) == ("항구가 5월 25일 열렸다.", "항구가 5월 27일 열렸다.")


@pytest.mark.parametrize(
    ("article", "locale"), [("news/no.md", "ko"), ("../pyproject.toml", "ko"), ("news/pier.md", "ja")]
)
def test_what_is_not_of_the_project_is_no_sheet(newsroom: Site, article: str, locale: str) -> None:
    with pytest.raises(UsageError):
        sheet(work(newsroom), article, locale)


def test_a_catalogue_that_is_not_in_step_is_told(newsroom: Site) -> None:
    newsroom.write("articles/news/pier.md", f"{ARTICLE}\nMore.\n")
    with pytest.raises(CatalogError, match="in step"):
        shown(newsroom)
    (newsroom.root / "locales/ko/news/pier.md.po").unlink()
    with pytest.raises(CatalogError, match="in step"):
        shown(newsroom)


def test_a_text_that_is_gone_is_told(newsroom: Site) -> None:
    with pytest.raises(UsageError, match="no such text"):
        judged(work(newsroom), "news/pier.md", "ko", {"0" * 12: "글"})
