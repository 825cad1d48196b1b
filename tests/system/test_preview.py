"""A preview is opened from the disk in Chromium: nothing runs, nothing is fetched, and languages can be switched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Site

pytestmark = pytest.mark.system
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="fired()"><script>fired()</script></svg>'
)
HOSTILE = """# The pier

<script>document.title = "ran"</script> <img src=x onerror="document.title = 'ran'">
<a href="javascript:document.title='ran'" id="a">run</a> ![map](map.svg) <img src="http://127.0.0.1:9/x.png">

[The port](port.html) and a very long word: {long}.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("google-chrome") or need("chromium")
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def preview(site: Site) -> Path:
    site.configure('locales = ["ko", "ar"]\nengines = ["memory"]\npolicy = "drafts-labelled"\n')
    site.write("articles/pier.md", HOSTILE.format(long="x" * 300))
    site.write("articles/port.html", "<body onload=\"document.title='ran'\"><h1>The port</h1><script>1</script></body>")
    site.write("articles/map.svg", PICTURE)
    site.ok("extract")
    site.translate("locales/ko/pier.md.po", {"The pier": "부두"})
    site.ok("build", "--preview")
    return site.root / "preview"


def opened(page: Page, path: Path, fetched: list[str]) -> None:
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(path.as_uri())


def test_nothing_runs_and_nothing_is_fetched_but_pictures_beside_the_page(browser: Browser, preview: Path) -> None:
    page, fetched = browser.new_page(), list[str]()
    for name, title in (("ko/pier.md", "부두"), ("en/pier.md", "The pier"), ("en/port.html", "The port")):
        opened(page, preview / f"{name}.html", fetched)
        assert page.title() == title
        assert page.evaluate("document.scripts.length") == 0
    assert all(one.startswith("file://") for one in fetched), fetched
    page.goto((preview / "en/pier.md.html").as_uri())
    assert page.evaluate("[...document.images].map(one => one.naturalWidth)") == [0, 40, 0]
    page.click("text=run")
    assert page.title() == "The pier"
    page.close()


def test_the_languages_and_the_articles_are_led_to_from_the_disk(browser: Browser, preview: Path) -> None:
    page = browser.new_page()
    page.goto((preview / "index.html").as_uri())
    page.click("text=한국어")
    page.click("text=부두")
    assert page.locator("h1").inner_text() == "부두"
    page.click("text=العربية")
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    assert page.locator("h1 [data-shown]").get_attribute("lang") == "en"
    page.click("text=The port")
    assert page.url.endswith("/ar/port.html.html")
    page.click("text=English")
    assert page.url.endswith("/en/port.html.html")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_fits_a_telephone_and_its_words_can_be_read(browser: Browser, preview: Path, scheme: str) -> None:
    dark = scheme == "dark"
    page = browser.new_page(viewport={"width": 360, "height": 700}, color_scheme="dark" if dark else "light")
    for name in ("ko/pier.md", "ar/pier.md", "ko/index", "index"):
        page.goto((preview / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    page.goto((preview / "ko/pier.md.html").as_uri())
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
        ".map(one => one.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0))"
    )
    assert (ink > 600) is dark
    assert (paper < 150) is dark
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).wordBreak") == "keep-all"
    page.close()
