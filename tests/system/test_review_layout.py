"""What a page of the review looks like, and which text comes next: tables, articles without texts, drafts by risk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.reviewing import newsroom, served
from tests.system.chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

    from tests.reviewing import Served

__all__ = ["browser"]

pytestmark = pytest.mark.system
TABLE = """# Piers

The harbor has piers.

| Pier | Ships |
|------|------:|
| North | 3 |
| South | None yet |

After it.
"""
WIDE = "# Wide\n\n| One | Two | Three | Four |\n|---|---|---|---|\n| Ferry | Barge | Tug | Boat |\n"
TEXTS = "# Harbor reopens\n\nThe harbor reopened.\n\nMayor Ana Ruiz of Port Calder came.\n\nIt rained.\n"
RISKS = {
    "Harbor reopens": 0.2,
    "The harbor reopened.": 0.1,
    "Mayor Ana Ruiz of Port Calder came.": 0.9,
    "It rained.": 0.5,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    articles = {"piers.md": TABLE, "wide.md": WIDE, "empty.md": "", "risk.md": TEXTS, "low.md": TEXTS}
    started = served(newsroom(tmp_path_factory.mktemp("layout"), articles, settings='locales = ["ko", "ar"]\n'))
    yield started
    started.end()


@pytest.fixture
def show(browser, server):
    contexts = []

    def opened(path: str, *, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        context.set_default_timeout(20_000)
        tab: Page = context.new_page()
        tab.goto(f"{server.base}{path}?token={server.token}")
        return tab

    yield opened
    for context in contexts:
        context.close()


def bounds(one: Locator) -> dict[str, float]:
    found = one.bounding_box()
    assert found
    return {name: float(found[name]) for name in ("x", "y", "width", "height")}


def box(tab: Page, text: str, side: str) -> dict[str, float]:
    return bounds(tab.locator(f".row .{side}").and_(tab.get_by_text(text, exact=True)).first)


def test_a_table_stands_beside_its_translation(show) -> None:
    tab = show("/review/ko/piers.md")
    pier, ships, north, none = (box(tab, text, "source") for text in ("Pier", "Ships", "North", "None yet"))
    assert pier["y"] == ships["y"] < north["y"] < none["y"]
    assert pier["x"] == north["x"] < ships["x"] == none["x"]
    targets = tab.locator(".cells .row .target")
    assert targets.count() == 5
    assert min(bounds(targets.nth(at))["x"] for at in range(5)) > ships["x"] + ships["width"]
    tab.locator(".cells .open").nth(3).click()
    expect(tab.locator(".cells .row.current #field")).to_be_focused()
    here = bounds(tab.locator(".cells .row.current"))
    assert box(tab, "North", "source")["y"] < here["y"] < box(tab, "After it.", "source")["y"]
    assert here["width"] > 1000


def test_columns_run_as_the_language_does(show) -> None:
    tab = show("/review/ar/piers.md")
    targets = tab.locator(".cells .row .target")
    assert bounds(targets.nth(0))["x"] > bounds(targets.nth(1))["x"]
    assert box(tab, "Pier", "source")["x"] < box(tab, "Ships", "source")["x"]


def test_a_wide_table_has_both_in_each_cell(show) -> None:
    tab = show("/review/ko/wide.md")
    ferry, boat = box(tab, "Ferry", "source"), box(tab, "Boat", "source")
    assert ferry["y"] == boat["y"]
    assert ferry["x"] < boat["x"]
    row = tab.locator(".row").filter(has=tab.get_by_text("Ferry", exact=True))
    under = bounds(row.locator(".target"))
    assert (under["y"] > ferry["y"], under["x"]) == (True, ferry["x"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/review/ar/piers.md", "/review/ko/wide.md", "/review/ko/empty.md"])
def test_everybody_can_use_it(show, path: str, width: int, scheme: str) -> None:
    tab = show(path, width=width, scheme=scheme)
    assert Axe().run(tab).response["violations"] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    for key in ("Alt+ArrowDown", "Alt+r", "Alt+p"):
        tab.keyboard.press(key)
    tab.wait_for_timeout(300)
    assert Axe().run(tab).response["violations"] == []


def test_an_article_without_texts_takes_every_key(show) -> None:
    tab = show("/review/ko/empty.md")
    said: list[str] = []
    tab.on("pageerror", lambda error: said.append(str(error)))
    for key in ("Control+Enter", "Control+s", "Control+1", "Control+z", "Alt+ArrowDown", "Alt+p", "Alt+r", "Escape"):
        tab.keyboard.press(key)
    tab.get_by_role("button", name="Select the drafts").click()
    expect(tab.locator("#progress")).to_have_text("0 of 0 reviewed")
    assert said == []


def weighed(tab: Page) -> None:
    """Have the server answer with risks that are known."""
    tab.route(
        "**/risks/**",
        lambda route: route.fulfill(
            status=200,
            content_type="application/json",
            body=json.dumps(
                {
                    name: [RISKS[text], ["a short text"]]
                    for name, text in tab.evaluate(
                        "JSON.parse(document.getElementById('data').textContent).texts.map((t) => [t.name, t.key.text])"
                    )
                }
            ),
        ),
    )


def test_the_riskiest_draft_comes_next_where_that_is_chosen(show) -> None:
    tab = show("/review/ko/risk.md")
    weighed(tab)
    with tab.expect_response("**/risks/**"):
        tab.keyboard.press("Alt+r")
    expect(tab.locator("#by-risk")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator("#help")).to_contain_text("Likely wrong: 20 % (a short text).")
    seen = []
    for _ in range(4):
        seen.append(tab.locator(".row.current .source").inner_text())
        tab.keyboard.press("Control+a")
        tab.keyboard.insert_text(f"글 {len(seen)}")
        tab.keyboard.press("Control+Enter")
        if len(seen) < 4:
            expect(tab.locator(".row.current .source")).not_to_have_text(seen[-1])
    assert seen == ["Harbor reopens", "Mayor Ana Ruiz of Port Calder came.", "It rained.", "The harbor reopened."]
    expect(tab.locator("#told")).to_contain_text("Every text of the article is reviewed.")


def test_the_order_is_that_of_the_article_otherwise_and_what_was_chosen_is_kept(show) -> None:
    tab = show("/review/ko/low.md")
    weighed(tab)
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".row.current .source")).to_have_text("The harbor reopened.")
    tab.locator("#by-risk").click()
    tab.reload()
    expect(tab.locator("#by-risk")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".row.current .source")).to_have_text("The harbor reopened.")


def test_the_desk_has_the_riskiest_drafts_first(show) -> None:
    tab = show("/")
    risks = [["low.md", "ko", 0.9], ["risk.md", "ar", 0.7], ["piers.md", "ar", 0.1], ["gone.md", "ko", 1.0]]
    tab.route(
        "**/risks", lambda route: route.fulfill(status=200, content_type="application/json", body=json.dumps(risks))
    )
    tab.get_by_label("Sort").select_option(value="risk")
    rows = tab.locator("#rows tr")
    expect(rows.nth(0)).to_contain_text("Riskiest draft: 90 %")
    assert [rows.nth(at).locator(".path").inner_text() for at in range(3)] == ["low.md", "risk.md", "piers.md"]
    tab.reload()
    expect(tab.get_by_label("Sort")).to_have_value("risk")
    expect(rows.nth(1)).to_contain_text("Riskiest draft: 70 %")
