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


def linked(desk, definition, source, text):
    desk.write("articles/news/harbor.md", f"See [the pier][1] now.\n\n[1]: {definition}\n")
    return became(desk, f'msgid "{source}"\nmsgstr "{text}"\n', "--trust")[0]["See [the pier][1] now."]


def test_a_link_reference_is_the_link_that_it_stands_for(desk):
    source, text = "See [the pier](https://pier.example/) now.", "지금 [부두](https://pier.example/)를 보라."
    assert linked(desk, "https://pier.example/", source, text) == ("지금 [부두][1]를 보라.", "reviewed", "")


def test_a_link_that_leads_elsewhere_is_a_doubt(desk):
    source, text = "See [the pier](https://quay.example/) now.", "지금 [부두](https://quay.example/)를 보라."
    assert linked(desk, "https://pier.example/", source, text)[1:] == ("in work", "its links lead elsewhere there")


def test_words_that_are_a_link_in_the_article_become_the_words_of_that_link(desk):
    desk.write("articles/news/harbor.md", "- [The harbor](harbor.md)\n")
    rows, _ = became(desk, 'msgid "The harbor"\nmsgstr "항구"\n', "--trust")
    assert rows == {"[The harbor](harbor.md)": ("[항구](harbor.md)", "reviewed", "")}


def test_a_heading_and_a_link_of_the_same_words_are_both_found(desk):
    desk.write("articles/news/harbor.md", "# The harbor\n\n- [The harbor](harbor.md)\n")
    rows, _ = became(desk, 'msgid "The harbor"\nmsgstr "항구"\n')
    assert set(rows) == {"The harbor", "[The harbor](harbor.md)"}


def test_hard_breaks_and_signs_of_emphasis_are_read_and_not_compared_as_signs(desk):
    desk.write("articles/news/harbor.md", "harbor:\\\nA place for _ships_.\n")
    rows, _ = became(desk, 'msgid "harbor:  \\nA place for *ships*."\nmsgstr "항구:  \\n*배*가 있는 곳."\n', "--trust")
    assert [row[1:] for row in rows.values()] == [("reviewed", "")]


def test_a_source_with_other_emphasis_is_a_doubt(desk):
    messages = 'msgid "The **harbor** is closed on Monday."\nmsgstr "**항구**는 월요일에 닫는다."\n'
    rows, _ = became(desk, messages, "--trust")
    assert rows["The harbor is closed on Monday."][1:] == ("in work", "its source is written otherwise")


def test_code_that_the_translation_lost_is_a_doubt(desk):
    desk.write("articles/news/harbor.md", "Run `tide` at noon.\n")
    rows, _ = became(desk, 'msgid "Run `tide` at noon."\nmsgstr "정오에 물때를 실행한다."\n', "--trust")
    assert rows["Run `tide` at noon."][1:] == ("in work", "its code, links or tags are not those of its source")


def test_a_fuzzy_text_belongs_to_the_source_that_it_was_made_for(desk):
    messages = '#, fuzzy\n#| msgid "The harbor"\nmsgid "The lighthouse"\nmsgstr "항구"\n'
    rows, unplaced = became(desk, messages, "--trust")
    assert rows == {"The harbor": ("항구", "in work", "it was marked as fuzzy there")}
    assert unplaced == []


@pytest.mark.parametrize("charset", ["UTF-8", "EUC-KR"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_charset_line_endings_and_wrapping_of_the_file_do_not_matter(desk, charset, ending):
    wrapped = 'msgid ""\n"The harbor is closed "\n"on Monday."\nmsgstr ""\n"항구는 월요일에 "\n"닫는다."\n'
    text = (HEADER.replace("UTF-8", charset) + wrapped).replace("\n", ending)
    desk.write("other/ko.po", text.encode(charset))
    told = json.loads(desk.ok("import", "-l", "ko", "--json", "other/ko.po").out)
    assert [(one["msgid"], one["text"]) for one in told["texts"]] == [
        ("The harbor is closed on Monday.", "항구는 월요일에 닫는다.")
    ]


def test_a_table_that_was_folded_to_one_line_is_taken_apart(desk):
    desk.write("articles/news/harbor.md", "| Pier | Tide |\n| --- | ---: |\n| North | low |\n")
    source, text = "| Pier | Tide | | --- | ---: | | North | low |", "| 부두 | 물때 | | --- | ---: | | 북 | 썰물 |"
    messages = f'msgid "{source}"\nmsgstr "{text}"\n'
    rows, _ = became(desk, messages, "--trust")
    assert {source: row[0] for source, row in rows.items()} == {
        "Pier": "부두",
        "Tide": "물때",
        "North": "북",
        "low": "썰물",
    }


def test_a_file_in_utf_8_that_names_no_charset_is_read(desk):
    desk.write("other/ko.po", '#\nmsgid ""\nmsgstr "Language: ko\\n"\n\nmsgid "The harbor"\nmsgstr "항구"\n')
    told = json.loads(desk.ok("import", "-l", "ko", "--json", "other/ko.po").out)
    assert [one["text"] for one in told["texts"]] == ["항구"]


def test_a_file_in_an_unnamed_charset_that_is_not_utf_8_is_refused(desk):
    desk.write(
        "other/ko.po", 'msgid ""\nmsgstr "Language: ko\\n"\n\nmsgid "The harbor"\nmsgstr "항구"\n'.encode("euc-kr")
    )
    done = desk.run("import", "-l", "ko", "other/ko.po")
    assert done.code != 0
    assert "is not ASCII, the charset of the header" in done.err


def test_front_matter_that_is_one_message_is_taken_apart(desk):
    desk.write("articles/news/harbor.md", "---\ntitle: The harbor\nlang: en\n---\n\nText.\n")
    messages = 'msgid "title: The harbor\\nlang: en"\nmsgstr "title: 항구\\nlang: ko"\n'
    assert became(desk, messages, "--trust")[0] == {"The harbor": ("항구", "reviewed", "")}
