"""The page of coverage in a browser, opened as a file: what it shows, what it loads, and what it keeps from running."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect

from l10n.model import Substate
from tests.active.model import CODE
from tests.active.payloads import payloads
from tests.dashboards import article, risk, text, write
from tests.system.chromium import WatchedTab, browser

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["browser"]

pytestmark = pytest.mark.system
HELD = "2 segments are not reviewed (policy `hold`)"
HARBOR = [
    text(
        "The harbor opened after 4 days.",
        "항구는 3일 뒤 열렸다.",
        Substate.URGENT,
        before="The harbor opened after 3 days.",
    ),
    text("It rained.", "비가 왔다.", Substate.DRAFT),
    text("Nobody came.", "아무도 오지 않았다.", Substate.HUMAN),
    text("It closed.", "", Substate.MISSING),
]
ARABIC = [text(one.standing.key.text, "أُغلق الميناء.", Substate.DRAFT) for one in HARBOR]
ARTICLES = [
    article("news/harbor.md", HELD, ko=HARBOR, ar=ARABIC),
    article("news/ferry.md", ko=[text("The ferry is late.", "배가 늦는다.", Substate.EDITED)]),
]
RISKS = [
    risk("news/harbor.md", "ko", "It rained.", 0.62, "words left in Latin letters"),
    risk("news/harbor.md", "ar", "It closed.", 0.1),
]


@dataclass
class Opened(WatchedTab):
    """A tab with a page of coverage."""

    def choose(self, name: str, label: str) -> None:
        self.tab.get_by_role("combobox", name=name).select_option(label=label)

    def rows(self) -> list[str]:
        return self.tab.locator(".body .path").all_inner_texts()


@pytest.fixture
def show(browser):
    """Open a page as a file."""
    contexts = []

    def opened(path: Path, address: str = "", *, width: int = 1280, scheme: str = "light") -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        context.set_default_timeout(10_000)
        shown = Opened(context.new_page())
        shown.watch()
        shown.tab.goto(f"{path.as_uri()}{address}")
        return shown

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(tmp_path):
    return write(tmp_path, ARTICLES, risks=RISKS, errors=["locales/ar/news/ferry.md.po: it is damaged"])


def test_an_editor_sees_what_goes_out_and_what_is_held(page, show):
    shown = show(page)
    assert shown.rows() == ["news/harbor.md", "news/ferry.md"]
    cells = shown.tab.locator(".body [role=gridcell]").all_inner_texts()
    assert [cell.split("\n")[:2] for cell in cells[:3]] == [["25 %", "held"], ["0 %", "held"], ["100 %", "goes out"]]
    assert cells[3] == "cannot be read"
    assert "policy hold" in cells[0]
    assert shown.tab.locator("#error-list").inner_text() == "locales/ar/news/ferry.md.po: it is damaged"
    card = shown.tab.locator("#languages > li").first.inner_text()
    assert "40 %" in card
    assert "1 goes out" in card
    assert shown.tab.locator("#charts svg").count() == 1
    assert (shown.asked, shown.said) == ([page.as_uri()], [])


def test_articles_are_searched_filtered_and_sorted(page, show):
    shown = show(page)
    shown.tab.get_by_label("Search").fill("FERRY")
    assert shown.rows() == ["news/ferry.md"]
    assert shown.tab.locator("#count").inner_text() == "1 of 2 articles"
    shown.tab.get_by_label("Search").fill("")
    shown.choose("Language", "Korean")
    shown.choose("Show", "what goes out")
    assert shown.rows() == ["news/ferry.md"]
    shown.choose("Show", "drafts with a risk of 50 % or more")
    assert shown.rows() == ["news/harbor.md"]
    shown.choose("Show", "everything")
    shown.choose("Sort", "most missing words first")
    assert shown.rows()[0] == "news/harbor.md"
    shown.choose("Show", "drafts in work")
    assert shown.rows() == []
    shown.tab.get_by_role("button", name="1 held").first.click()
    assert shown.rows() == ["news/harbor.md"]


def test_an_article_is_opened_and_left_by_the_keyboard(page, show):
    shown = show(page)
    shown.tab.locator(".body button[tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "Enter"):
        shown.tab.keyboard.press(key)
    assert shown.tab.locator("h1:focus").inner_text() == "news/harbor.md"
    assert shown.tab.locator("[aria-current=page]").inner_text().startswith("Arabic")
    shown.tab.go_back()
    assert shown.tab.locator(":focus").get_attribute("aria-label").startswith("news/harbor.md, Arabic: 0 % reviewed")
    assert shown.tab.locator(".grid [tabindex='0']").count() == 1


def test_texts_stand_side_by_side_in_their_language_and_are_filtered(page, show):
    shown = show(page, "#/ko/news%2Fharbor.md")
    texts = shown.tab.locator(".texts > li")
    expect(texts).to_have_count(4)
    assert [row.split("\n")[0] for row in texts.locator(".chip").all_inner_texts()] == [
        "stale, urgent",
        "draft, not read",
        "reviewed, by hand",
        "missing",
    ]
    source, target = (texts.nth(1).locator(".text").nth(at) for at in (0, 1))
    assert [(one.get_attribute("lang"), one.get_attribute("dir")) for one in (source, target)] == [
        ("en", "ltr"),
        ("ko", "ltr"),
    ]
    assert abs(source.bounding_box()["y"] - target.bounding_box()["y"]) < 1
    assert target.evaluate("one => getComputedStyle(one).wordBreak") == "keep-all"
    assert "Risk 62 %, high: words left in Latin letters." in texts.nth(1).inner_text()
    shown.choose("Risk", "risk of 50 % or more")
    assert texts.locator(".text").all_inner_texts() == ["It rained.", "비가 왔다."]
    shown.choose("Risk", "any risk")
    shown.choose("State", "missing")
    assert texts.count() == 1
    shown.tab.get_by_role("link", name="Arabic").click()
    shown.choose("State", "every state")
    target = texts.first.locator(".text").nth(1)
    assert (target.get_attribute("lang"), target.get_attribute("dir")) == ("ar", "rtl")
    assert target.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_a_stale_text_shows_the_words_that_changed(page, show):
    text_ = show(page, "#/ko/news%2Fharbor.md").tab.locator(".texts > li").first
    assert text_.locator("del").inner_text().endswith("3")
    assert text_.locator("ins").inner_text().endswith("4")
    assert "Urgent: a number of the English changed." in text_.inner_text()


def test_a_filter_that_an_article_has_no_use_for_hides_nothing_of_it(tmp_path, show):
    plain = article("plain.md", ko=[text("Old.", "옛것.", Substate.STALE)])
    shown = show(write(tmp_path, [*ARTICLES, plain], risks=RISKS), "#/ko/news%2Fharbor.md")
    shown.choose("Risk", "risk of 50 % or more")
    shown.choose("State", "draft, not read")
    shown.tab.evaluate("location.hash = '#/ko/plain.md'")
    expect(shown.tab.locator(".texts .text")).to_have_text(["Old.", "옛것."])
    assert "The English that it was made for is not known." in shown.tab.locator(".texts").inner_text()


def test_texts_beside_the_page_are_loaded_when_they_are_asked_for(tmp_path, show):
    many = [article(f"a/{at:03} #.md", ko=[text(f"Text {at}.", f"글 {at}.", Substate.HUMAN)]) for at in range(250)]
    path = write(tmp_path, many, name="what # now.html", beside=True)
    shown = show(path)
    assert shown.asked == [path.as_uri()]
    assert len(shown.rows()) < 40
    shown.tab.locator("#grid").evaluate("one => { one.scrollTop = one.scrollHeight; }")
    last = shown.tab.get_by_role("button", name="a/249 #.md", exact=False).first
    last.click()
    expect(shown.tab.locator(".texts .text")).to_have_text(["Text 249.", "글 249."])
    assert len(shown.asked) == 2
    assert shown.asked[1].startswith(f"{path.as_uri()}.d/")
    shown.tab.get_by_role("link", name="All articles").click()
    last.click()
    expect(shown.tab.locator(".texts .text")).to_have_count(2)
    assert (len(shown.asked), shown.said) == (2, [])
    for file in (tmp_path / "what # now.html.d").iterdir():
        file.write_text("0") if file.name < "8" else file.unlink()
    for at in range(10):
        shown.tab.goto(f"{path.as_uri()}#/ko/a%2F00{at}%20%23.md")
        expect(shown.tab.get_by_role("alert")).to_contain_text("is not beside this page")


def test_nothing_that_people_write_runs_or_is_asked_for(tmp_path, show):
    plain = tmp_path / "plain.html"
    plain.write_text(CODE)
    shown = show(plain)
    shown.tab.wait_for_function("window.hits === 1")

    more = [f"{end}{CODE}" for end in ("</script>", "<!--<script>", "\u2028", "</title>", '"]}', "'", "`")]
    every = list(dict.fromkeys(["".join(one.pieces) for one in payloads()] + more))
    rows = [text(one, one, Substate.STALE, before=f"{one} then", why=one) for one in every]
    drafts = [text(one, one, Substate.DRAFT) for one in every]
    attacked = [
        article(one, one, ko=rows if not at else [], ar=drafts if not at else []) for at, one in enumerate(every)
    ]
    risks = [risk(every[0], "ar", one, 0.9, one) for one in every]
    path = write(tmp_path, attacked, risks=risks, errors=every, beside=True)
    shown = show(path)
    shown.tab.locator(".body button").nth(1).click()
    expect(shown.tab.locator(".texts > li")).to_have_count(len(every))
    shown.tab.get_by_role("link", name="Arabic").click()
    shown.tab.locator(".warning").first.wait_for()
    assert shown.tab.evaluate("window.hits") == 0
    assert (
        shown.tab.locator("img, iframe, object, embed, video, audio, style + style, body script ~ :not(script)").count()
        == 0
    )
    assert [url for url in shown.asked if not url.startswith(path.as_uri())] == []
    assert shown.said == []


def test_the_policy_stands_behind_the_script(page, show):
    shown = show(page)
    with pytest.raises(Error, match="TrustedHTML"):
        shown.tab.evaluate(f"document.body.innerHTML = '{CODE}'")
    shown.tab.evaluate("document.body.append(Object.assign(new Image(), { src: 'https://foreign.invalid/a.png' }))")
    shown.tab.evaluate("fetch('https://foreign.invalid/').catch(() => 0)")
    assert sum("Content Security Policy" in one for one in shown.said) >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it(page, show, scheme, width):
    for address in ("", "#/ko/news%2Fharbor.md", "#/ar/news%2Fharbor.md"):
        shown = show(page, address, width=width, scheme=scheme)
        if not address:
            shown.tab.locator("#trends summary").first.click()
            shown.tab.locator("#charts summary").first.click()
        assert Axe().run(shown.tab).response["violations"] == []
        assert shown.tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_small_screen_has_one_language_at_a_time(page, show):
    shown = show(page, width=360)
    assert shown.tab.locator(".body [role=gridcell]").count() == 2
    shown.choose("Language", "Arabic")
    assert shown.tab.locator(".body [role=gridcell]").first.inner_text().startswith("0 %")
    shown.tab.set_viewport_size({"width": 1280, "height": 800})
    shown.choose("Language", "all languages")
    assert shown.tab.locator(".body [role=gridcell]").count() == 4
