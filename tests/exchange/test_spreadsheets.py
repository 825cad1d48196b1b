"""Tables out of CSV and XLSX, and files that are none."""

import contextlib

import pytest

from l10n.errors import UsageError
from l10n.exchange.spreadsheets import rows
from tests.exchange.sheets import HEAD, packed, table


def read(data):
    return [(row.number, row.cells) for row in rows(data, path="t")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_a_csv_is_read_in_the_encodings_of_spreadsheets(encoding):
    text = '이름,뜻\r\n"룬, 아다","큰 ""배""\n두 줄"\r\n\r\n끝,\r\n'
    assert read(text.encode(encoding)) == [
        (1, ("이름", "뜻")),
        (2, ("룬, 아다", '큰 "배"\n두 줄')),
        (4, ()),
        (5, ("끝", "")),
    ]


def test_a_table_may_be_divided_by_tabs():
    assert read("이름\t뜻\n룬, 아다\t배\n".encode()) == [(1, ("이름", "뜻")), (2, ("룬, 아다", "배"))]


def test_the_first_sheet_of_an_xlsx_is_read_with_gaps_rich_and_shared_texts():
    shared = "<si><t>이름</t></si><si><r><t>아다 </t></r><r><t>룬</t></r><rPh><t>x</t></rPh></si>"
    sheet = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row><c><v>7</v></c></row>'
    assert read(packed(sheet, shared)) == [(2, ("이름", "", "아다 룬")), (3, ("7",))]
    assert read(table(("a", "", "b"), ("c",))) == [(1, ("a", "", "b")), (2, ("c",))]


def test_formulas_are_told():
    (row,) = rows(packed('<row r="1"><c r="B1"><f>1+1</f><v>2</v></c></row>'), path="t")
    assert (row.cells, row.formulas) == (("", "2"), frozenset({1}))


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"a,b\n\xff\xfe\xff,c\n", 2, "neither UTF-8 nor CP949"),
        (b"a,b\nc\0,d\n", 2, "NUL"),
        (b'a,b\n"c,d\n', 2, "cannot be read as CSV"),
        (b'a,b\nc,d\n"e"f,g\n', 3, "cannot be read as CSV"),
        (b"a," + b"b" * 200_000, 1, "cannot be read as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", 0, "Excel file of before 2007"),
        (b"PK\x03\x04", 0, "cannot be read as XLSX"),
        (table(("a", "b"))[:-30], 0, "cannot be read as XLSX"),
        (packed("<row><c>"), 0, "is broken"),
        (packed("", prolog=HEAD + '<!DOCTYPE x [<!ENTITY a "b">]>'), 0, "declares entities"),
        (packed("", prolog=HEAD + '<!DOCTYPE worksheet SYSTEM "x">'), 0, "declares entities"),
        (packed('<row r="x"><c><v>1</v></c></row>'), 0, "cannot be read as XLSX"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line_and_a_remedy(data, line, message):
    with pytest.raises(UsageError) as caught:
        read(data)
    assert (caught.value.path, caught.value.line) == ("t", line)
    assert message in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("at", range(30, 200, 10))
def test_a_spoilt_xlsx_is_read_or_refused_and_nothing_else(at):
    data = bytearray(table(("a", "b" * 1000), ("c", "d" * 500)))
    data[at] ^= 0xFF
    with contextlib.suppress(UsageError):
        read(bytes(data))
