from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.recovery.salvage import salvage
from tests.catalog.samples import HEADER, dialect, load
from tests.examples import examples

A = '#. paragraph\nmsgid "a"\nmsgstr "1"\n\n'
B = 'msgid "b"\nmsgstr "2"\n'


def split(text: str | bytes) -> tuple[list[str], list[str]]:
    good, faults = salvage(text.encode() if isinstance(text, str) else text, path="ko/a.po")
    return [piece for _, piece in good], [fault.text for fault in faults]


def test_a_good_file_is_its_entries_and_has_no_fault() -> None:
    good, faults = salvage(dialect(), path="ko/a.po")
    assert faults == []
    assert len(good) == 12 + 1  # the header; comments at the end
    assert "".join(text for _, text in good) == dialect().decode()
    assert all(dialect().decode().split("\n")[line - 1] == text.split("\n")[0] for line, text in good)


BROKEN = {
    "a text without its quotation mark": 'msgid "x"\nmsgstr "abc\n\n',
    "a msgid without msgstr": 'msgid "x"\n\n',
    "a msgid without msgstr or empty line": '#: a.md\nmsgid "x"\n',
    "a comment inside": 'msgid "x"\n# no\nmsgstr "y"\n\n',
    "garbage behind": 'msgid "x"\nmsgstr "y"\nwhat is this\n\n',
    "a conflict in a text": 'msgid "x"\n<<<<<<< HEAD\nmsgstr "1"\n=======\nmsgstr "2"\n>>>>>>> them\n\n',
    "an escape": 'msgid "x"\nmsgstr "\\q"\n\n',
    "a duplicate": 'msgid "a"\nmsgstr "another"\n\n',
    "NUL": 'msgid "x"\nmsgstr "\0"\n\n',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_entry_is_a_fault_and_its_neighbours_are_saved(name: str) -> None:
    bad = BROKEN[name]
    good, faults = split(HEADER + "\n" + A + bad + B)
    assert good == [HEADER + "\n", A, B]
    assert faults == [bad]


def test_a_fault_names_the_line_of_the_file() -> None:
    _, (fault,) = salvage((HEADER + "\n" + A + 'msgid "x"\nmsgstr "abc\n\n' + B).encode(), path="ko/a.po")
    assert (fault.line, fault.error.line, fault.error.path) == (10, 11, "ko/a.po")
    _, (fault,) = salvage((HEADER + "\n" + A + A + B).encode(), path="ko/a.po")
    assert (fault.line, fault.error.line) == (10, 11)
    assert "line 7" in fault.error.message


def test_whole_entries_on_both_sides_of_a_conflict_are_read_and_the_second_is_left_to_a_person() -> None:
    mine, hers = 'msgid "x"\nmsgstr "1"\n', 'msgid "x"\nmsgstr "2"\n'
    good, faults = split(f"{HEADER}\n{A}<<<<<<< HEAD\n{mine}=======\n{hers}>>>>>>> them\n{B}")
    assert good == [HEADER + "\n", A, mine, B]
    assert faults == ["<<<<<<< HEAD\n", "=======\n", hers, ">>>>>>> them\n"]


def test_bytes_of_another_charset_are_a_fault_that_keeps_them() -> None:
    bad = b'msgid "x"\nmsgstr "' + b"\xb0\xa1" + b'"\n\n'
    good, faults = split((HEADER + "\n" + A).encode() + bad + B.encode())
    assert good == [HEADER + "\n", A, B]
    assert [fault.encode("utf-8", "surrogateescape") for fault in faults] == [bad]


def test_a_file_cut_off_loses_its_last_entry_only() -> None:
    good, faults = split(HEADER + "\n" + A + '#: a.md\nmsgid "b"\nmsg')
    assert (good, faults) == ([HEADER + "\n", A], ['#: a.md\nmsgid "b"\nmsg'])


def test_a_korean_charset_is_read_and_a_byte_order_mark_is_left_out() -> None:
    text = HEADER.replace("UTF-8", "EUC-KR") + '\nmsgid "x"\nmsgstr "똠방각하"\n'
    good, faults = split(codecs.BOM_UTF8 + text.encode("cp949"))
    assert ("".join(good), faults) == (text, [])


@examples(150)
@given(
    st.lists(
        st.tuples(st.integers(0, len(dialect())), st.sampled_from([b"", b'"', b"\n", b"\xff", b"<<<<<<< a\n", b"#"])),
        max_size=4,
    ),
    st.integers(0, 40),
)
def test_no_byte_is_lost_and_what_is_good_reads_well(edits: list[tuple[int, bytes]], cut: int) -> None:
    data = dialect()
    for at, new in edits:
        data = data[:at] + new + data[at + cut :]
    good, faults = salvage(data, path="ko/a.po")
    pieces = sorted([*good, *((fault.line, fault.text) for fault in faults)])
    assert "".join(text for _, text in pieces).encode("utf-8", "surrogateescape") == data
    entries = "".join(text.rstrip("\n") + "\n\n" for _, text in good if 'msgid ""\nmsgstr' not in text)
    load(HEADER + "\n" + entries + 'msgid "the end"\nmsgstr "x"\n')
