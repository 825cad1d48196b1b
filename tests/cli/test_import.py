"""Translations that are there already come into the PO files, and take nothing from anybody."""

import pytest

ARTICLE = "# The harbor\n\nThe harbor is closed on Monday.\n\nCall 555-0199 for `ferry` times.\n"
KOREAN = "# 항구\n\n항구는 월요일에 문을 닫는다.\n\n`ferry` 시간은 555-0199로 문의한다.\n"
SOURCES = ("The harbor", "The harbor is closed on Monday.", "Call 555-0199 for `ferry` times.")
TEXTS = dict(zip(SOURCES, ("항구", "항구는 월요일에 문을 닫는다.", "`ferry` 시간은 555-0199로 문의한다."), strict=True))


@pytest.fixture
def desk(site):
    site.configure('locales = ["ko"]\n')
    site.write("articles/news/harbor.md", ARTICLE)
    site.write("old/news/harbor.md", KOREAN)
    return site


def test_trusted_texts_are_reviewed_and_the_article_is_whole(desk):
    assert desk.ok("import", "-l", "ko", "--trust", "old").err.endswith("3 texts brought in: 3 reviewed\n")
    desk.ok("build")
    assert desk.read("build/ko/news/harbor.md") == KOREAN


def test_others_wait_for_a_person_and_say_where_they_come_from(desk):
    desk.ok("import", "-l", "ko", "old/news/harbor.md")
    po = desk.read("locales/ko/news/harbor.md.po")
    assert po.count("# import: old/news/harbor.md ") == po.count("#, fuzzy") == len(SOURCES)
    assert all(f'msgid "{source}"\nmsgstr "{target}"' in po for source, target in TEXTS.items())


def test_what_a_person_wrote_stays(desk):
    desk.ok("extract")
    desk.translate("locales/ko/news/harbor.md.po", {"The harbor": "부두"})
    desk.ok("import", "-l", "ko", "--trust", "old")
    assert 'msgstr "부두"' in desk.read("locales/ko/news/harbor.md.po")
    again = desk.snapshot()
    assert desk.ok("import", "-l", "ko", "--trust", "old").out == ""
    assert desk.snapshot() == again
