from __future__ import annotations

import pytest

from l10n.errors import CatalogError
from tests.catalog.samples import HEADER, dialect, load

PAIR = '\nmsgid "a"\nmsgstr "b"\n'

BROKEN: dict[str, tuple[str | bytes, int, str]] = {
    "an empty file": ("", 0, "empty"),
    "a file of white space": ("\n \n", 0, "empty"),
    "a header cut before its charset": ('msgid ""\nmsgstr ""\n"Language: ko\\n"\n', 1, "names no charset"),
    "a comment and nothing more": ("# Translated\n", 1, "no header"),
    "bytes that are not UTF-8": ((HEADER + '\nmsgid "a"\nmsgstr "').encode() + b'\xb0"\n', 7, "is not UTF-8"),
    "an unknown charset": (HEADER.replace("UTF-8", "klingon") + PAIR, 4, "klingon is unknown"),
    **{
        f"what Python calls {name}": (HEADER.replace("UTF-8", name) + PAIR, 4, "not one PO allows")
        for name in ("idna", "undefined", "punycode", "unicode_escape", "raw_unicode_escape", "hex", "utf-16", "utf-7")
    },
    "a charset that is not ASCII's": (HEADER.replace("UTF-8", "cp037") + PAIR, 4, ""),
    "no charset and Korean": ('msgid "a"\nmsgstr "가"\n', 2, "is not ASCII"),
    "an unterminated string": (HEADER + '\nmsgid "a"\nmsgstr "abc', 7, "closing quotation mark"),
    "a long unterminated string": (HEADER + '\nmsgid "a"\nmsgstr "' + "x\\n" * 5000, 7, "closing quotation mark"),
    "an unterminated string before others": (HEADER + '\nmsgid "a"\nmsgstr "abc\n' + PAIR, 7, "closing quotation"),
    "a msgid without msgstr": (HEADER + '\nmsgid "a"\n', 6, "msgstr is missing"),
    "a msgid without msgstr in the middle": (HEADER + '\nmsgid "a"\n' + PAIR, 8, "out of place"),
    "a keyword cut": (HEADER + '\nmsgid "a"\nmsgs', 7, "not a line"),
    "a keyword without text": (HEADER + '\nmsgid "a"\nmsgstr', 7, "last line"),
    "a text of lines cut": (HEADER + '\nmsgid "a"\nmsgstr ""\n"one\\n"', 8, "inside a text"),
    "an empty text cut": (HEADER + '\nmsgid "a"\nmsgstr ""', 7, "inside a text"),
    "a wrapped text cut": (HEADER + '\nmsgid "a"\nmsgstr ""\n"one "\n', 8, "white space"),
    "an entry's comments cut": (HEADER + PAIR + "\n#: a.md\n", 9, "comments of an entry"),
    "a conflict": (HEADER + "<<<<<<< HEAD\n" + PAIR, 5, "conflict"),
    "the middle of a conflict": (HEADER + PAIR + "=======\n", 8, "conflict"),
    "the end of a conflict": (HEADER + PAIR + ">>>>>>> theirs\n", 8, "conflict"),
    "a duplicate": (HEADER + PAIR + PAIR, 9, "line 6"),
    "two headers": (HEADER + "\n" + HEADER, 6, "second header"),
    "garbage": (HEADER + PAIR + "what is this\n", 8, "what is this"),
    "text behind a string": (HEADER + '\nmsgid "a" b\nmsgstr "c"\n', 6, "not a line"),
    "NUL": (HEADER + '\nmsgid "a"\nmsgstr "b\0"\n', 7, "NUL"),
    "a lone carriage return": (HEADER + "\n# a\rb" + PAIR, 6, "carriage return"),
    "an unknown escape": (HEADER + '\nmsgid "a"\nmsgstr "\\q"\n', 7, "escape"),
    "an escaped NUL": (HEADER + '\nmsgid "a"\nmsgstr "\\0"\n', 7, "escape"),
    "a string of nothing": (HEADER.split("\n", 2)[2], 1, "without its msgid"),
    "an entry half obsolete": (HEADER + '\nmsgid "a"\n#~ msgstr "b"\n', 7, "half obsolete"),
    "an obsolete line in a live entry": (HEADER + '\nmsgid "a"\n#~ "b"\nmsgstr "c"\n', 7, "obsolete line"),
    "a comment inside an entry": (HEADER + '\nmsgid "a"\n# no\nmsgstr "b"\n', 7, "comment inside"),
    "two entries on one line": (HEADER + '\nmsgid "a" msgstr "b" msgid "c"\nmsgstr "d"\n', 6, "two entries"),
    "a plural out of order": (HEADER + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 8, "out of place"),
    "a domain": (HEADER + '\ndomain "x"\n', 6, "not a line"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(name: str) -> None:
    text, line, words = BROKEN[name]
    with pytest.raises(CatalogError) as caught:
        load(text)
    assert caught.value.path == "ko/a.po"
    assert (caught.value.line, words in caught.value.message) == (line, True), caught.value
    assert caught.value.remedy[:1].isupper()


@pytest.mark.parametrize(
    "text",
    [
        HEADER,
        HEADER + '\nmsgid "a"\nmsgstr "b"',
        HEADER + '\nmsgid "a" "b"\n"c"\n\n"d" msgstr "e"\n',
        HEADER + '\n  msgid\t"a"\n\n\tmsgstr"b"\n',
        HEADER + '\nmsgid "a"\nmsgstr "\\x41\\101\\a"\n',
        HEADER + '\n#~msgid "a"\n#~msgstr ""\n#~"b"\n#~ # said\n#~ msgid "c"\n#~ msgstr "d"\n',
        HEADER + '\nmsgid "a"\nmsgstr "b"\n#~ msgid "a"\n#~ msgstr "c"\n#~ msgid "a"\n#~ msgstr "d"\n',
        HEADER + '\n#\n#no space\n#!bang\nmsgctxt ""\nmsgid "a"\nmsgstr "b"\n#~\n# end\n',
        HEADER + '\nmsgid "<meta charset=koi8-r>"\nmsgstr "가"\n',
        PAIR + "\n" + HEADER + '\nmsgid "c"\nmsgstr ""\n',
        'msgid "a"\nmsgstr "b"\n',
        HEADER.replace("UTF-8", "CHARSET") + PAIR,
    ],
)
def test_an_unusual_file_is_read(text: str) -> None:
    assert load(text).data == text.encode()


def test_a_prefix_of_a_file_never_reads_as_another_text() -> None:
    """A cut between two lines of the last text is a valid PO file; no other cut reads as a text of its own."""
    data = dialect()
    whole = {(entry.key, entry.target) for entry in load(data).catalog}
    lines = {sum(map(len, data.splitlines(keepends=True)[:count])) for count in range(data.count(b"\n") + 1)}
    wrong = []
    for end in range(len(data)):
        try:
            file = load(data[:end])
        except CatalogError:
            continue
        if not {(entry.key, entry.target) for entry in file.catalog} <= whole:
            wrong.append(end)
    assert [end for end in wrong if end not in lines] == []
    assert [data[:end].split(b"\n")[-2] for end in wrong] == [b'msgstr ""', '"두 줄짜리 인용문,\\n"'.encode()]


def test_a_flipped_byte_in_the_grammar_is_noticed_or_changes_one_entry() -> None:
    data = dialect()
    entries = {entry.key: entry for entry in load(data).catalog}
    for at in range(0, len(data), 3):
        try:
            file = load(data[:at] + bytes([data[at] ^ 0x11]) + data[at + 1 :])
        except CatalogError:
            continue
        assert sum(entries.get(entry.key) != entry for entry in file.catalog) <= 2, data[at - 20 : at + 20]
        assert len(file.catalog.entries) == len(entries), data[at - 20 : at + 20]
