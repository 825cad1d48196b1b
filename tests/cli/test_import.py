"""Translations that are there already come into the PO files, and take nothing from anybody."""

import json

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


def test_what_the_checks_have_an_error_of_is_not_sure(desk):
    desk.write("old/news/harbor.md", KOREAN.replace("`ferry` 시간", "배 시간"))
    assert desk.ok("import", "-l", "ko", "--trust", "old").err.endswith("3 texts brought in: 1 in work, 2 reviewed\n")
    rows = json.loads(desk.ok("import", "-l", "ko", "--trust", "old", "--json").out)["texts"]
    assert [one["became"] for one in rows] == ["same"] * 3
    assert "ferry" in rows[-1]["doubt"]
    assert "#, fuzzy" in desk.read("locales/ko/news/harbor.md.po").split("\n\n")[-1]


def test_english_that_was_left_stays_out_and_is_told(desk):
    desk.write("old/news/harbor.md", KOREAN.replace("항구는 월요일에 문을 닫는다.", "The harbor is closed on Monday."))
    done = desk.ok("import", "-l", "ko", "--trust", "old")
    assert "old/news/harbor.md: it is left in the language of the articles" in done.err
    assert 'msgid "The harbor is closed on Monday."\nmsgstr ""' in desk.read("locales/ko/news/harbor.md.po")


def test_a_text_with_two_translations_has_the_usual_one_as_a_doubt(desk):
    ships = "Many ships."
    desk.write("articles/news/harbor.md", f"# Ships\n\n{ships}\n\n# Boats\n\n{ships}\n\n# Rafts\n\n{ships}\n")
    desk.write("old/news/harbor.md", "# 배\n\n선박들.\n\n# 보트\n\n많은 배.\n\n# 뗏목\n\n많은 배.\n")
    rows = json.loads(desk.ok("import", "-l", "ko", "--trust", "old", "--json").out)["texts"]
    (one,) = (row for row in rows if row["msgid"] == ships)
    assert (one["text"], one["became"]) == ("많은 배.", "in work")
    assert one["doubt"]


def test_only_telling_tells_the_same_before_anything_is_extracted(desk):
    before = desk.snapshot()
    told = desk.run("import", "-l", "ko", "--trust", "--check", "old")
    assert (told.code, desk.snapshot()) == (1, before)
    assert told.err.endswith("3 texts brought in: 3 reviewed\n")


PLACES = [
    ("i18n/{locale}/{path}", "i18n/ko/news/harbor.md"),
    ("site", "site/ko/news/harbor.md"),
    ("site", "site/news/harbor.ko.md"),
    ("i18n", "i18n/ko/docusaurus-plugin-content-docs/current/news/harbor.md"),
    ("site/news/harbor.ko.md", "site/news/harbor.ko.md"),
    ("news/harbor.md", "news/harbor.md"),
]


@pytest.mark.parametrize(("named", "file"), PLACES)
def test_localized_articles_are_found_where_teams_have_them(desk, named, file):
    desk.write(file, KOREAN)
    done = desk.ok("import", "-l", "ko", "--trust", named)
    assert done.err.endswith("3 texts brought in: 3 reviewed\n")
    assert f"# import: {file} " in desk.read("locales/ko/news/harbor.md.po")


def test_a_file_of_any_name_is_that_of_the_article_that_is_named(desk):
    desk.write("old/from the archive.md", KOREAN)
    desk.write("articles/pier.md", "# The pier\n")
    done = desk.ok("import", "-l", "ko", "--trust", "--article", "news/harbor.md", "old/from the archive.md")
    assert done.err.endswith("3 texts brought in: 3 reviewed\n")


@pytest.mark.parametrize(
    "asked",
    [
        ("old/other.md",),
        ("empty",),
        ("i18n/{locale}/{path}",),
        ("i18n/{language}/{path}",),
        ("articles",),
        ("--article", "other.md", "old/other.md"),
        ("--article", "news/harbor.md", "old/other.md", "old/news/harbor.md"),
    ],
)
def test_what_belongs_to_no_article_is_refused_with_a_remedy(desk, asked):
    desk.write("old/other.md", KOREAN)
    desk.write("empty/note.txt", "Nothing.")
    desk.ok("extract")
    before = desk.snapshot()
    done = desk.run("import", "-l", "ko", *asked)
    assert (done.code, desk.snapshot()) == (2, before)
    assert "Name" in done.err or "Use" in done.err or "Give" in done.err or "Import each" in done.err


def test_a_name_that_two_articles_could_have_is_refused(desk):
    desk.write("articles/ko/pier.md", ARTICLE)
    desk.write("articles/ko/pier.ko.md", ARTICLE)
    desk.write("old/ko/pier.ko.md", KOREAN)
    done = desk.run("import", "-l", "ko", "old/ko/pier.ko.md")
    assert done.code == 2
    assert "may be ko/pier.ko.md or ko/pier.md" in done.err


def test_one_file_is_the_translation_of_one_article_and_one_article_has_one(desk):
    desk.write("articles/pier/harbor.md", "# The pier\n")
    desk.write("i18n/ko/harbor.md", KOREAN)
    done = desk.run("import", "-l", "ko", "--trust", "i18n/{locale}/{stem}.md")
    assert done.code == 2
    assert "would be the translation of news/harbor.md and of pier/harbor.md" in done.err
    desk.write("new/news/harbor.md", "# 항만\n")
    done = desk.run("import", "-l", "ko", "--trust", "old", "new")
    assert done.code == 2
    assert "is another translation of news/harbor.md than old/news/harbor.md" in done.err


def test_a_folder_may_have_localized_articles_in_several_ways(desk):
    desk.write("articles/pier.md", "# The pier\n")
    desk.write("old/pier.ko.md", "# 부두\n")
    assert desk.ok("import", "-l", "ko", "--trust", "old").err.endswith("4 texts brought in: 4 reviewed\n")
