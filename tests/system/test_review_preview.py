"""The preview beside the texts of a review, in Chromium: what it shows, and that nothing in it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.reviewing import newsroom, served
from tests.system.chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.reviewing import Served

__all__ = ["browser"]

pytestmark = pytest.mark.system
ARTICLE = """# Harbor reopens

The harbor reopened on May 25. See [the tides](https://example.org/).

![Boats](boats.svg)

<img src="x" onerror="top.fired()"><script>top.fired()</script>

""" + "\n\n".join(f"The pier has stood here for {winters} winters." for winters in range(100, 130))
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.fired()">'
    '<style>rect { fill: red }</style><script>top.fired()</script><rect width="9" height="9"/></svg>'
)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    settings = 'locales = ["ko", "ar"]\nlocale.ko.policy = "drafts-labelled"\nlocale.ar.policy = "hold"\n'
    site = newsroom(tmp_path_factory.mktemp("preview"), {"pier.md": ARTICLE}, settings=settings)
    site.write("articles/boats.svg", DRAWING)
    started = served(site)
    yield started
    started.end()


@pytest.fixture
def show(browser, server):
    """Open a page of a review; what it says in its console is kept."""
    contexts = []

    def opened(path: str, *, width: int = 1280, locale: str = "en") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, locale=locale)
        contexts.append(context)
        context.set_default_timeout(10_000)
        tab: Page = context.new_page()
        tab.add_init_script("window.hits = 0; window.fired = () => { window.hits += 1; };")
        tab.goto(f"{server.base}{path}?token={server.token}")
        return tab

    yield opened
    for context in contexts:
        context.close()


def test_the_preview_comes_by_a_key_and_shows_what_was_saved(show):
    tab = show("/review/ko/pier.md")
    shown = tab.frame_locator("#preview-frame")
    expect(tab.locator("#preview-frame")).to_be_hidden()
    tab.keyboard.press("Alt+p")
    expect(tab.locator("#preview")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator("#field")).to_be_focused()
    expect(shown.get_by_text("이 글은 기계 번역을 거쳤으며")).to_be_visible()
    expect(tab.locator("#preview-told")).to_be_hidden()
    assert shown.locator("img[src$=svg]").evaluate("one => one.naturalWidth") == 9
    tab.keyboard.press("Control+a")
    tab.keyboard.insert_text("항구가 다시 열렸다")
    expect(shown.locator("h1")).not_to_have_text("항구가 다시 열렸다")
    tab.keyboard.press("Control+Enter")
    expect(shown.locator("h1")).to_have_text("항구가 다시 열렸다")
    tab.reload()
    expect(shown.locator("h1")).to_have_text("항구가 다시 열렸다")
    tab.locator("#preview").click()
    expect(tab.locator("#preview-frame")).to_be_hidden()
    expect(tab.locator(".row:not(.current) .source").first).to_be_visible()


def test_the_preview_follows_the_text_that_is_worked_on(show):
    tab = show("/review/ko/pier.md")
    tab.locator("#preview").click()
    far = tab.frame_locator("#preview-frame").get_by_text("124")
    expect(far).to_be_attached()
    expect(tab.locator("#preview-told")).to_be_hidden()
    expect(far).not_to_be_in_viewport()
    tab.locator(".row").filter(has_text="124").locator(".open").click()
    expect(far).to_be_in_viewport()
    expect(tab.locator("#field")).to_be_in_viewport()


def test_nothing_in_a_preview_acts(server, show):
    tab = show("/review/ko/pier.md")
    tab.locator("#preview").click()
    shown = tab.frame_locator("#preview-frame")
    shown.get_by_text("the tides").or_(shown.locator("p a").first).first.click()
    expect(shown.locator("h1")).to_be_visible()
    tab.goto(f"{server.base}/files/articles/boats.svg")
    assert tab.evaluate("document.documentElement.nodeName") == "svg"
    tab.goto(f"{server.base}/preview/ko/pier.md")
    tab.wait_for_load_state()
    assert tab.evaluate("window.hits") == 0


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/review/ko/pier.md", "/review/ar/pier.md"])
def test_everybody_can_use_it_in_korean_too(show, width, path):
    tab = show(path, width=width, locale="ko-KR")
    expect(tab.locator("#preview")).to_have_text("미리 보기")
    tab.locator("#preview").click()
    tab.frame_locator("#preview-frame").locator("h1").wait_for()
    assert Axe().run(tab).response["violations"] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.locator("#preview").click()
    expect(tab.locator("#field")).to_be_visible()
