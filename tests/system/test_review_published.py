"""An article goes from drafts to what is published, by the keyboard alone: the project's own news, in Korean."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT, Site
from tests.reviewing import served
from tests.system.chromium import browser

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["browser"]

pytestmark = pytest.mark.system
NEWS = "news/harbor-strike.txt"
AGAIN = "news/harbor-strike-again.txt"


@pytest.fixture
def site(tmp_path) -> Site:
    """Return a newsroom that has the article once more, drafted by the memory of what was reviewed before."""
    site = Site(tmp_path)
    site.configure('locales = ["ko"]\nengines = ["memory"]\npolicy = "reviewed"\n')
    for folder in ("articles", "locales/ko"):
        (tmp_path / folder / "news").mkdir(parents=True)
    shutil.copy(ROOT / "articles" / NEWS, tmp_path / "articles" / NEWS)
    shutil.copy(ROOT / "articles" / NEWS, tmp_path / "articles" / AGAIN)
    shutil.copy(ROOT / f"locales/ko/{NEWS}.po", tmp_path / f"locales/ko/{NEWS}.po")
    site.ok("extract")
    site.ok("draft")
    return site


def test_an_article_is_published_with_no_mark_of_a_machine(
    browser, site: Site, record_property: Callable[[str, object], None]
) -> None:
    started = served(site)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    context.set_default_timeout(10_000)
    tab = context.new_page()
    keys: list[str] = []
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(started.base)))

    def press(*names: str) -> None:
        for name in names:
            keys.append(name)
            tab.keyboard.press(name)

    try:
        assert "fuzzy" in site.read(f"locales/ko/{AGAIN}.po")
        tab.goto(started.address)
        for _ in range(40):
            press("Tab")
            if tab.evaluate("document.activeElement.textContent") == AGAIN:
                break
        press("Enter")
        tab.wait_for_url(f"**/{AGAIN}*")
        expect(tab.locator("#field")).to_be_focused()
        many = tab.locator(".row").count()
        before = len(keys), len(asked)
        approved: dict[str, str] = {}
        for at in range(many):
            here = tab.evaluate("document.querySelector('.row.current').dataset.at")
            if at % 5 == 1:
                press("End")
                tab.keyboard.insert_text(" 또")
            approved[here] = tab.locator("#field").input_value()
            press("Control+Enter")
            done = "기사의 모든 글을 검토했습니다." if at == many - 1 else "승인했습니다."
            told = tab.locator("#told")
            expect(told).to_contain_text(re.compile(f"{re.escape(done)}|오류"))
            if "오류" in told.inner_text():
                press("Control+Enter")
                expect(told).to_contain_text(done)
        expect(tab.locator("#progress")).to_contain_text(str(many))
        assert len(approved) == many
        sent = [url for url in asked[before[1] :] if not url.startswith("/page/")]
        for verb in ("decide", "judge", "memory", "sheet"):
            record_property(f"requests to {verb}", sum(url.startswith(f"/{verb}") for url in sent))

        record_property("keys of segments", (len(keys) - before[0], many))
        assert len(keys) - before[0] <= 2 * many
        assert sum(url.startswith("/decide") for url in sent) <= 2 * many
    finally:
        context.close()
        started.end()
    site.ok("build")
    built = site.read(f"build/ko/{AGAIN}")
    assert re.split(r"\n\n+", built.strip()) == list(approved.values())
    assert "fuzzy" not in site.read(f"locales/ko/{AGAIN}.po").partition("\n\n")[2]
