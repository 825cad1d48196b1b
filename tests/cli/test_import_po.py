"""PO files of other tools come in by what their messages say, and none counts for more than it did there."""

import json

import pytest

ARTICLE = "# The harbor\n\nThe harbor is closed on Monday.\n\n- Bring a coat.\n- Bring a lamp.\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
COAT = "외투를 가져온다."


@pytest.fixture
def desk(site):
    site.configure('locales = ["ko"]\n')
    site.write("articles/news/harbor.md", ARTICLE)
    return site


def became(desk, messages, *options):
    desk.write("other/ko.po", HEADER + messages)
    told = json.loads(desk.ok("import", "-l", "ko", "--json", *options, "other/ko.po").out)
    return {one["msgid"]: (one["text"], one["became"], one["doubt"]) for one in told["texts"]}, told["unplaced"]


def test_a_message_that_says_just_the_same_is_reviewed_where_it_is_trusted(desk):
    rows, unplaced = became(desk, 'msgid "The harbor"\nmsgstr "항구"\n', "--trust")
    assert rows == {"The harbor": ("항구", "reviewed", "")}
    assert unplaced == []


def test_without_trust_it_waits(desk):
    assert became(desk, 'msgid "The harbor"\nmsgstr "항구"\n')[0]["The harbor"][1] == "in work"


def test_fuzzy_and_obsolete_messages_are_never_reviewed(desk):
    messages = '#, fuzzy\nmsgid "The harbor"\nmsgstr "항구"\n\n#~ msgid "Bring a coat."\n#~ msgstr "외투를 가져온다."\n'
    rows, _ = became(desk, messages, "--trust")
    assert rows["The harbor"] == ("항구", "in work", "it was marked as fuzzy there")
    assert rows["Bring a coat."] == (COAT, "in work", "it was obsolete there")


def test_marks_of_a_block_are_taken_off_both_sides_and_a_list_is_taken_apart(desk):
    messages = (
        'msgid "# The harbor"\nmsgstr "# 항구"\n\n'
        'msgid "- Bring a coat.\\n- Bring a lamp."\nmsgstr "- 외투를 가져온다.\\n- 등을 가져온다."\n'
    )
    rows, _ = became(desk, messages, "--trust")
    assert {source: text for source, (text, _, _) in rows.items()} == {
        "The harbor": "항구",
        "Bring a coat.": COAT,
        "Bring a lamp.": "등을 가져온다.",
    }


def test_a_message_of_the_own_file_goes_before_those_of_others(desk):
    messages = (
        '#: src/pier.md:3\nmsgctxt "pier"\nmsgid "The harbor"\nmsgstr "부두"\n\n'
        '#: src/news/harbor.md:1\nmsgid "The harbor"\nmsgstr "항구"\n'
    )
    assert became(desk, messages)[0]["The harbor"][0] == "항구"


def test_two_translations_of_equal_right_leave_a_doubt(desk):
    messages = 'msgctxt "a"\nmsgid "The harbor"\nmsgstr "부두"\n\nmsgctxt "b"\nmsgid "The harbor"\nmsgstr "항구"\n'
    assert became(desk, messages, "--trust")[0]["The harbor"][1:] == (
        "in work",
        "it is translated in several ways there",
    )


def test_what_no_article_has_is_told_with_its_line(desk):
    rows, unplaced = became(desk, 'msgid "The lighthouse"\nmsgstr "등대"\n')
    assert rows == {}
    assert [(one["line"], one["text"]) for one in unplaced] == [(6, "The lighthouse")]


def test_a_file_in_another_language_is_refused(desk):
    desk.write("other/de.po", HEADER.replace("ko", "de") + 'msgid "The harbor"\nmsgstr "Der Hafen"\n')
    done = desk.run("import", "-l", "ko", "other/de.po")
    assert done.code != 0
    assert "its header says that it is in de, not in ko" in done.err


def test_a_text_whose_link_is_written_otherwise_is_found_and_doubted(desk):
    desk.write("articles/news/harbor.md", "See [the pier][1].\n\n[1]: https://pier.example/\n")
    rows, _ = became(
        desk,
        'msgid "See [the pier](https://pier.example/)."\nmsgstr "[부두](https://pier.example/)를 보라."\n',
        "--trust",
    )
    assert rows["See [the pier][1]."][1:] == ("in work", "its source is written otherwise")
