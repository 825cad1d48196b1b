"""Reviewing in a browser: real keys in Chromium, a real server, and what stands in the PO files afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.active.model import CODE
from tests.active.payloads import payloads
from tests.reviewing import ARTICLE, newsroom, served
from tests.system.chromium import WatchedTab, browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator

    from tests.reviewing import Served

__all__ = ["browser"]

pytestmark = pytest.mark.system
MAY = "The harbor reopened on May 25."
OPEN = "The harbor is open."
NAMES = [
    "approve",
    "save",
    "stale",
    "like",
    "undo",
    "both",
    "hangul",
    "whole",
    "batch",
    "look",
    "ask",
    "gone",
    "merge",
    "count",
]
RICH = """---
title: Harbor reopens
description: What the council decided.
---

# Harbor reopens

The **harbor** reopened on May 25.

![Boats at low water](boats.svg)

> It rained.

- Ferries sail again.
- Trucks wait.

| Pier | Ships |
|------|-------|
| North | None yet |
"""


@dataclass
class Reviewed(WatchedTab):
    """A tab with a page of the review."""

    server: Served = field(kw_only=True)

    @property
    def field(self) -> Locator:
        return self.tab.locator("#field")

    @property
    def current(self) -> Locator:
        return self.tab.locator(".row.current")

    def source(self) -> str:
        """Return the English that is worked on, without what is put in."""
        return str(
            self.tab.evaluate(
                """() => { const one = document.querySelector('.row.current .source').cloneNode(true);
            one.querySelectorAll('.meant').forEach((meant) => meant.remove()); return one.textContent; }"""
            )
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.keyboard.press(key)

    def told(self, text: str) -> None:
        expect(self.tab.locator("#told")).to_contain_text(text)

    def write(self, text: str) -> None:
        self.press("Control+a")
        self.tab.keyboard.insert_text(text)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    articles = {f"{name}.md": ARTICLE for name in NAMES} | {"rich.md": RICH}
    settings = 'locales = ["ko", "ar"]\nmax-unedited = 40\n'
    site = newsroom(tmp_path_factory.mktemp("review"), articles, settings=settings)
    site.write("locales/ko/glossary.tsv", "source\ttarget\tnote\nharbor\t항구\ta port\n")
    started = served(site)
    yield started
    started.end()


@pytest.fixture
def show(browser, server):
    """Open a page of a review."""
    contexts = []

    def opened(path: str = "", *, at: Served = server, width: int = 1280, scheme: str = "light") -> Reviewed:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        context.set_default_timeout(10_000)
        shown = Reviewed(context.new_page(), server=at)
        shown.watch()
        shown.tab.goto(f"{at.base}{path or '/'}?token={at.token}")
        return shown

    yield opened
    for context in contexts:
        context.close()


def po(server, name, locale="ko"):
    return server.site.read(f"locales/{locale}/{name}.md.po")


def entry(server, name, source, locale="ko"):
    """Return the lines of an entry."""
    return next(block for block in po(server, name, locale).split("\n\n") if f'msgid "{source}"' in block)


def retranslate(server, name, source, text):
    """Do what another editor does: change the draft of a text."""
    whole = po(server, name)
    before = entry(server, name, source)
    after = re.sub(r'msgstr ".*"', lambda _: f'msgstr "{text}"', before)
    assert before != after
    server.site.write(f"locales/ko/{name}.md.po", whole.replace(before, after))


def test_a_text_is_approved_and_the_next_one_that_waits_is_there(server, show):
    page = show("/review/ko/approve.md")
    expect(page.field).to_be_focused()
    assert page.source() == "Harbor reopens"
    page.press("Control+Enter")
    page.told("Approved.")
    assert page.source() == MAY
    expect(page.field).to_be_focused()
    assert "# reviewed: Kim" in entry(server, "approve", "Harbor reopens")
    assert "fuzzy" not in entry(server, "approve", "Harbor reopens")
    expect(page.tab.locator("#text-0 .chip")).to_have_text("reviewed as drafted")
    expect(page.tab.locator("#progress")).to_have_text("1 of 4 reviewed")
    middle = page.current.bounding_box()
    assert middle["y"] < 400 < middle["y"] + middle["height"] + 200
    assert page.said == []


def test_what_is_typed_is_saved_by_an_act_and_approved_by_another(server, show):
    page = show("/review/ko/save.md")
    before = po(server, "save")
    page.press("Alt+ArrowDown")
    page.write("항구가 5월 25일 열렸다.")
    expect(page.current.locator(".chip")).to_have_text("not saved yet")
    page.press("Alt+ArrowDown", "Alt+ArrowUp")
    expect(page.field).to_have_value("항구가 5월 25일 열렸다.")
    assert po(server, "save") == before
    page.tab.evaluate(
        "document.getElementById('field').dispatchEvent(new KeyboardEvent('keydown', "
        "{ key: 'ㄴ', code: 'KeyS', ctrlKey: true, bubbles: true, cancelable: true }))"
    )
    page.told("Saved, not approved.")
    assert 'msgstr "항구가 5월 25일 열렸다."' in entry(server, "save", MAY)
    assert "#, fuzzy" in entry(server, "save", MAY)
    expect(page.current.locator(".chip")).to_have_text("draft in work")
    page.press("Control+Enter")
    page.told("Approved.")
    assert "#, fuzzy" not in entry(server, "save", MAY)


def test_a_stale_text_shows_the_words_that_changed(server, show):
    page = show("/review/ko/stale.md")
    page.press("Alt+ArrowDown")
    page.write("항구가 5월 25일 열렸다.")
    page.press("Control+Enter")
    page.told("Approved.")
    server.site.write("articles/stale.md", ARTICLE.replace("May 25", "May 26"))
    server.site.ok("extract")
    page.told("Changed on the disk")
    page.tab.locator("#text-1 .open").click()
    assert page.source() == "The harbor reopened on May 26."
    assert page.current.locator(".text.changes del").inner_text().endswith("25")
    assert page.current.locator(".text.changes ins").inner_text().endswith("26")
    expect(page.current.locator(".chip")).to_have_text("stale, urgent")
    assert "the English changed in fact (number)" in page.current.inner_text()


def test_the_glossary_and_the_memory_are_at_hand(show):
    first = show("/review/ko/like.md")
    expect(first.tab.locator("#text-1 .term")).to_have_text("harbor")
    first.press("Alt+ArrowDown")
    expect(first.current.locator(".meant")).to_have_text("항구")
    assert first.current.locator(".meant").get_attribute("lang") == "ko"
    first.write("항구가 5월 25일 다시 열렸다.")
    first.press("Control+Enter")
    first.told("Approved.")
    second = show("/review/ko/look.md")
    second.press("Alt+ArrowDown")
    expect(second.current.locator(".hits")).to_contain_text("항구가 5월 25일 다시 열렸다.")
    assert "100 % alike" in second.current.locator(".hits li").first.inner_text()
    draft = second.field.input_value()
    second.press("Control+1")
    expect(second.field).to_have_value("항구가 5월 25일 다시 열렸다.")
    second.press("Control+z")
    expect(second.field).to_have_value(draft)
    expect(second.current.locator(".chip")).to_have_text("draft, not read")


def test_undo_goes_back_over_saves_and_reloads(server, show):
    before = po(server, "undo")
    page = show("/review/ko/undo.md")
    page.press("Control+Enter")
    page.told("Approved.")
    page.write("항구가 5월 25일 열렸다.")
    page.press("Control+s")
    page.told("Saved")
    page.tab.reload()
    page.press("Control+z")
    page.told("Undone.")
    assert page.source() == MAY
    page.press("Escape", "Control+z")
    expect(page.tab.locator("#progress")).to_have_text("0 of 4 reviewed")
    assert po(server, "undo") == before
    page.press("Escape", "Control+z")
    page.told("nothing to undo")


def test_the_field_undoes_its_own_first(server, show):
    page = show("/review/ko/gone.md")
    page.press("Control+Enter")
    page.told("Approved.")
    was = page.field.input_value()
    page.tab.keyboard.type("가나")
    page.press("Control+z", "Control+z")
    expect(page.field).to_have_value(was)
    assert "fuzzy" not in entry(server, "gone", "Harbor reopens")
    page.press("Control+z")
    page.told("Undone.")
    assert "fuzzy" in entry(server, "gone", "Harbor reopens")


def test_what_both_changed_is_shown_and_nothing_is_overwritten(server, show):
    page = show("/review/ko/both.md")
    page.press("Alt+ArrowDown")
    page.write("내 글")
    retranslate(server, "both", MAY, "남의 글")
    expect(page.current.locator(".theirs")).to_have_text("남의 글")
    expect(page.field).to_have_value("내 글")
    page.press("Control+Enter")
    page.told("Not saved")
    assert 'msgstr "남의 글"' in entry(server, "both", MAY)
    page.tab.reload()
    page.told("here again")
    expect(page.current.locator(".theirs")).to_have_text("남의 글")
    expect(page.field).to_have_value("내 글")
    assert Axe().run(page.tab).response["violations"] == []
    page.tab.get_by_role("button", name="Keep mine").click()
    expect(page.current.locator(".chip")).to_have_text("not saved yet")
    page.press("Control+s")
    page.told("Saved")
    assert 'msgstr "내 글"' in entry(server, "both", MAY)


def test_a_text_that_another_changed_is_not_approved_unseen(server, show):
    page = show("/review/ko/gone.md")
    page.tab.route("**/sheet/**", lambda route: route.fulfill(status=204))
    page.tab.locator("#text-2 .open").click()
    retranslate(server, "gone", OPEN, "남의 글")
    page.press("Control+Enter")
    page.told("It is shown as it is now.")
    expect(page.field).to_have_value("남의 글")
    assert "#, fuzzy" in entry(server, "gone", OPEN)
    assert page.source() == OPEN


def test_a_change_on_the_disk_comes_into_the_page_entry_by_entry(server, show):
    page = show("/review/ko/merge.md")
    page.write("머리글")
    retranslate(server, "merge", MAY, "남의 글")
    page.told("Changed on the disk and shown here: 1")
    expect(page.tab.locator("#text-1 .target")).to_have_text("남의 글")
    expect(page.field).to_have_value("머리글")
    expect(page.field).to_be_focused()
    article = f"{ARTICLE}\nOne more.\n"
    server.site.write("articles/merge.md", article)
    server.site.ok("run")
    expect(page.tab.locator(".row")).to_have_count(5)
    expect(page.field).to_have_value("머리글")
    page.press("Control+Enter")
    page.told("Approved.")
    assert 'msgstr "머리글"' in entry(server, "merge", "Harbor reopens")


def test_a_killed_server_loses_no_text(show, tmp_path):
    site = newsroom(tmp_path / "site", {"pier.md": ARTICLE})
    first = served(site)
    page = show("/review/ko/pier.md", at=first)
    page.press("Alt+ArrowDown")
    page.write("아직 안 보낸 글")
    first.end()
    page.press("Control+s")
    page.told("The server does not answer")
    expect(page.field).to_have_value("아직 안 보낸 글")
    second = served(site, "--as", "Kim", "--port", str(first.port))
    try:
        page.told("started anew")
        page.tab.goto(f"{second.base}/review/ko/pier.md?token={second.token}")
        page.told("here again: 1")
        assert page.source() == MAY
        expect(page.field).to_have_value("아직 안 보낸 글")
        page.press("Control+s")
        page.told("Saved")
        assert 'msgstr "아직 안 보낸 글"' in site.read("locales/ko/pier.md.po")
        page.tab.reload()
        expect(page.tab.locator("#told")).to_be_hidden()
    finally:
        second.end()


def test_a_text_that_comes_and_one_that_goes_are_told(server, show):
    page = show("/review/ko/count.md")
    expect(page.field).to_be_focused()
    for article, many in ((f"{ARTICLE}\nTwo more.\n\nThree more.\n", 6), (ARTICLE, 4)):
        page.tab.context.set_offline(True)
        server.site.write("articles/count.md", article)
        server.site.ok("extract")
        page.tab.context.set_offline(False)
        page.told("Changed on the disk and shown here: 2")
        expect(page.tab.locator(".row")).to_have_count(many)
        page.tab.evaluate("document.getElementById('told').textContent = ''")


def test_keys_mean_nothing_else_while_a_letter_is_put_together(server, show):
    page = show("/review/ko/hangul.md")
    before = po(server, "hangul")
    page.press("Control+a", "Delete")
    keyboard = page.tab.context.new_cdp_session(page.tab)
    page.tab.evaluate(
        "() => { window.keys = []; addEventListener('keydown', (event) => "
        "window.keys.push([event.key, event.isComposing, event.defaultPrevented])); }"
    )
    for keys in ("Enter", "Control+Enter", "Control+s", "Alt+ArrowDown", "Control+1", "Control+z", "Escape"):
        for text in ("ㅎ", "하", "한"):
            keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1})
        page.press(keys)
        assert page.tab.evaluate("document.activeElement.id") == "field", keys
    composed = [key for key in page.tab.evaluate("window.keys") if key[0] not in {"Control", "Alt"}]
    assert len(composed) == 7
    assert {tuple(key[1:]) for key in composed} == {(True, False)}
    assert page.source() == "Harbor reopens"
    assert po(server, "hangul") == before
    keyboard.send("Input.insertText", {"text": "한"})
    for text in ("ㄱ", "그", "글"):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1})
    page.tab.evaluate(
        "document.getElementById('field').dispatchEvent(new KeyboardEvent('keydown', "
        "{ key: 'Enter', keyCode: 229, ctrlKey: true, bubbles: true, cancelable: true }))"
    )
    page.tab.wait_for_timeout(200)
    assert not any("/decide/" in url for url in page.asked)
    keyboard.send("Input.insertText", {"text": "글"})
    assert "한글" in page.field.input_value()
    assert po(server, "hangul") == before
    page.press("Control+Enter")
    page.told("Approved.")
    assert "한" in entry(server, "hangul", "Harbor reopens")


def test_an_article_is_finished_by_the_keyboard_alone(server, show):
    page = show()
    for _ in range(60):
        page.press("Tab")
        if page.tab.evaluate("document.activeElement.textContent") == "whole.md":
            break
    page.press("Enter")
    page.tab.wait_for_url("**/whole.md")
    expect(page.field).to_be_focused()
    asked = len(page.asked)
    for at, text in enumerate(["항구가 열린다", "항구가 5월 24일 열렸다.", "항구가 열렸다.", "비가 왔다."]):
        page.write(text)
        page.press("Control+Enter")
        if at == 1:
            page.told("errors")
            assert page.source() == MAY
            assert "fuzzy" in entry(server, "whole", MAY)
            page.press("Control+Enter")
        page.told("Approved." if at < 3 else "Every text of the article is reviewed.")
    assert "fuzzy" not in po(server, "whole").partition("\n\n")[2]
    assert sum("/decide/" in url for url in page.asked[asked:]) == 5
    expect(page.tab.locator("#title")).to_be_focused()


def test_escape_loses_nothing_and_a_list_tells_the_keys(server, show):
    page = show("/review/ko/look.md")
    page.write("반쯤")
    page.press("Escape")
    expect(page.tab.locator(".row.current .open")).to_be_focused()
    expect(page.field).to_have_value("반쯤")
    page.press("?")
    expect(page.tab.locator("#keys-list")).to_be_visible()
    assert "Ctrl + Enter" in page.tab.locator("#keys-list").inner_text()
    page.press("Control+Enter", "Escape")
    expect(page.tab.locator("#keys-list")).to_be_hidden()
    assert "fuzzy" in entry(server, "look", "Harbor reopens")
    page.press("Enter")
    expect(page.field).to_be_focused()
    page.tab.keyboard.type("?")
    expect(page.field).to_have_value("반쯤?")


def test_several_are_approved_after_a_question(server, show):
    retranslate(server, "batch", MAY, "항구가 5월 24일 열렸다.")
    page = show("/review/ko/batch.md")
    page.tab.get_by_role("button", name="Select the drafts").click()
    page.tab.get_by_label("Select text 4").uncheck()
    page.tab.get_by_role("button", name="Approve selected: 3").click()
    told = page.tab.locator("#batch-told").inner_text()
    assert "Texts: 3" in told
    assert "Not opened by anybody on this page: 2" in told
    assert "50 %; 40 % is allowed" in told
    page.tab.get_by_role("button", name="Cancel").click()
    assert po(server, "batch").count("#, fuzzy") >= 4
    page.tab.get_by_role("button", name="Approve selected: 3").click()
    page.tab.get_by_role("button", name="Approve them").click()
    expect(page.tab.locator("#batch-told")).to_contain_text("Texts with errors")
    assert po(server, "batch").count("#, fuzzy") >= 4
    page.tab.get_by_role("button", name="Approve them").click()
    page.told("Approved: 3")
    expect(page.tab.locator("#progress")).to_have_text("3 of 4 reviewed")
    page.tab.get_by_role("button", name="Undo").click()
    expect(page.tab.locator("#progress")).to_have_text("0 of 4 reviewed")


def test_checks_speak_while_somebody_types_and_hold_up_no_key(show):
    page = show("/review/ko/ask.md")
    page.press("Alt+ArrowDown")
    expect(page.current.locator(".help")).not_to_contain_text("Checking")
    held = []
    page.tab.route("**/judge/**", lambda one: held.append(one))  # noqa: PLW0108  it wants a function of Python
    page.write("항구가 5월 24일 열렸다.")
    page.tab.wait_for_timeout(600)
    assert len(held) == 1
    page.write("항구가 5월 23일 열렸다.")
    expect(page.field).to_have_value("항구가 5월 23일 열렸다.")
    page.tab.unroute("**/judge/**")
    expect(page.current.locator(".found-error")).to_contain_text("23")
    page.write("항구가 5월 25일 다시 열렸다.")
    expect(page.current.locator(".found-error")).to_have_count(0)


def test_the_desk_is_searched_filtered_and_sorted(show):
    page = show()
    rows = page.tab.locator("#rows .path")
    many = 2 * (len(NAMES) + 1)
    expect(page.tab.locator("#count")).to_contain_text(f"of {many}")
    page.tab.get_by_label("Search").fill("RICH")
    assert rows.all_inner_texts() == ["rich.md", "rich.md"]
    page.tab.get_by_label("Language").select_option(label="Arabic")
    assert rows.all_inner_texts() == ["rich.md"]
    assert "Words: " in page.tab.locator("#rows tr").inner_text()
    page.tab.get_by_label("Show").select_option(label="what is reviewed")
    assert rows.count() == 0
    expect(page.tab.locator("#count")).to_have_text("Nothing of this kind is left.")
    page.tab.get_by_label("Search").fill("")
    page.tab.get_by_label("Show").select_option(label="everything")
    assert rows.all_inner_texts()[0] == "rich.md"
    page.tab.get_by_label("Sort").select_option(label="by article")
    assert rows.all_inner_texts() == sorted([*(f"{name}.md" for name in NAMES), "rich.md"])


def test_a_page_in_a_language_that_runs_from_right_to_left(show):
    page = show("/review/ar/look.md")
    assert (page.field.get_attribute("lang"), page.field.get_attribute("dir")) == ("ar", "rtl")
    target = page.tab.locator("#text-1 .target")
    assert target.evaluate("one => getComputedStyle(one).direction") == "rtl"
    source = page.tab.locator("#text-1 .source")
    assert (source.get_attribute("lang"), source.get_attribute("dir")) == ("en", "ltr")


def test_each_text_looks_like_what_it_is_and_korean_words_stay_whole(show):
    page = show("/review/ko/rich.md")
    kinds = page.tab.locator(".row").evaluate_all("rows => rows.map((row) => row.className.match(/kind-[a-z-]+/)[0])")
    assert {"kind-headline", "kind-paragraph", "kind-quote", "kind-list-item", "kind-cell", "kind-alt"} <= set(kinds)
    assert page.field.evaluate("one => getComputedStyle(one).wordBreak") == "keep-all"
    assert page.tab.locator(".target").first.evaluate("one => getComputedStyle(one).wordBreak") == "keep-all"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it(server, show, scheme, width):
    page = show(width=width, scheme=scheme)
    for path in ("/", "/review/ko/rich.md", "/review/ar/like.md", "/review/ko/stale.md"):
        page.tab.goto(f"{server.base}{path}")
        if path == "/review/ko/rich.md":
            page.press("Alt+ArrowDown")
            page.write("24 느")
            page.current.locator(".findings li").first.wait_for()
        assert Axe().run(page.tab).response["violations"] == []
        assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    page.tab.locator("#keys").click()
    assert Axe().run(page.tab).response["violations"] == []


def test_nothing_that_people_write_runs(show, tmp_path):
    more = [
        f"{end}{CODE}" for end in ("</script>", "<!--<script>", "\u2028", "</textarea>", '"]}', "'", "`", "{{7*7}}")
    ]
    every = list(dict.fromkeys(["".join(one.pieces) for one in payloads()] + more))
    lines = [re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", one).strip() for one in every]
    name = "a' onerror=fired() {{fired()}} &lt;img src=x onerror=fired()&gt;.txt"
    site = newsroom(tmp_path / "site", {name: "\n\n".join(lines)})
    whole = site.read(f"locales/ko/{name}.po")
    attacked = re.sub(
        r'msgstr "(?!")(.*)"', lambda found: f'msgstr "{CODE.replace(chr(34), chr(39))}{found[1]}"', whole
    )
    noted = attacked.replace("#: ", f"# {CODE}\n#. {CODE}\n#: ")
    site.write(f"locales/ko/{name}.po", noted)
    rows = "\n".join(f"{word}\t{CODE}\t{CODE}" for word in ("script", "img", "fired"))
    site.write("locales/ko/glossary.tsv", f"source\ttarget\tnote\n{rows}\n")
    started = served(site, "--as", CODE)
    try:
        page = show(at=started)
        page.tab.get_by_role("link", name=name).click()
        page.tab.locator(".row.current").wait_for()
        assert CODE in page.tab.locator(".target").nth(1).inner_text()
        for _ in range(6):
            page.press("Control+s", "Alt+ArrowDown")
            page.write(CODE)
        page.press("Control+Enter", "Control+Enter", "Alt+p")
        page.tab.wait_for_timeout(500)
        assert page.tab.evaluate("window.hits") == 0
        assert (
            page.tab.locator("img, iframe:not(#preview-frame), object, embed, video, audio, body script, style").count()
            == 0
        )
        assert [url for url in page.asked if not url.startswith((started.base, "data:,"))] == []
        assert page.said == []
    finally:
        started.end()
