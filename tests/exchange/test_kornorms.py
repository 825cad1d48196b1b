"""The loanword examples: who is called what, whatever stands around the name."""

import pytest

from l10n.errors import UsageError
from l10n.exchange.kornorms import read
from tests.exchange.sheets import table

HEADS = ("번호", "구분", "한글 표기", "원어 표기", "국명", "언어명", "의미")


def csv(*rows, heads=HEADS):
    lines = [",".join(f'"{cell}"' for cell in row) for row in (heads, *rows)]
    return ("\r\n".join(lines) + "\r\n").encode()


def person(korean, original, language="영어", kind="인명"):
    return ("1", kind, korean, original, "나라", language, "뜻")


def names(*rows):
    return {name.source: name.target for name in read(csv(*rows), path="k.csv").names}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (person("룬, 아다 ", " Ada Lund "), {"Ada Lund": "아다 룬"}),
        (person("룬, 아다", "Lund, Ada"), {"Ada Lund": "아다 룬"}),
        (person("룬, 아다 (마리)", "Ada (Marie) Lund"), {"Ada Lund": "아다 룬", "Ada Marie Lund": "아다 마리 룬"}),
        (person("룬, (마리) 아다", "Ada (Marie) Lund"), {"Ada Lund": "아다 룬"}),
        (person("룬, 아다 (2세)", "Ada Lund Jr."), {"Ada Lund": "아다 룬"}),
        (person("룬, 아다", "Ada Lund (1970~ )"), {"Ada Lund": "아다 룬"}),
        (
            person("찬라 수콘", "Chanla Sukhon❲Chanra Sucon❳ (타이어명: จันทร์)", "타이어"),
            {"Chanla Sukhon": "찬라 수콘", "Chanra Sucon": "찬라 수콘"},
        ),
        (
            person("빈 카심 (알 하마드)", "bin Qāsim 〔통용 로마자: Bin Kasim (Al Hamad)〕 아랍어명: قاسم"),
            {"Bin Kasim": "빈 카심", "Bin Kasim Al Hamad": "빈 카심 알 하마드"},
        ),
        (person("천더밍", "陳德明(Chén Démíng)", "중국어"), {"Chen Deming": "천더밍"}),
        (person("천더밍", "陳德明 Chén Démíng", "중국어"), {"Chen Deming": "천더밍"}),
        (person("르엉마이", "Lương Mai", "베트남어"), {"Lương Mai": "르엉마이"}),
        (person("야마다 겐지", "山田健二(やまだ けんじ)", "일본어"), {}),
        (person("산터우(현)", "汕頭(縣)(Shàntóu(xiàn))", "중국어", "지명"), {"Shantou": "산터우"}),
        (person("모빌", "mobile", kind="일반 용어"), {}),
        (person("아르바이트", "Arbeit", "독일어", "일반 용어"), {}),
        (person("베르겐", "Bergen", "노르웨이어", "지명"), {"Bergen": "베르겐"}),
        (person("", "Bergen"), {}),
        (person("Bergen", "Bergen"), {}),
    ],
)
def test_a_row_says_what_a_name_is_called(row, found):
    assert names(row) == found


def test_a_name_that_is_spelt_in_two_ways_is_none():
    done = read(csv(person("모건, 잭", "Jack Morgan"), person("모르강, 자크", "Jack Morgan")), path="k.csv")
    assert done.names == ()
    assert done.doubtful == {"Jack Morgan": ("잭 모건", "자크 모르강")}


def test_rows_without_a_latin_name_are_counted():
    done = read(csv(person("야마다", "山田"), person("룬, 아다", "Ada Lund")), path="k.csv")
    assert (done.rows, done.passed, len(done.names)) == (2, 1, 1)


def test_the_columns_may_stand_in_any_order_under_a_title():
    data = csv(("Ada Lund", "", "룬, 아다"), heads=("외래어 표기 용례", "", ""))
    wanted = '"외래어 표기 용례","",""\r\n"원어 표기","관련 표기","한글 표기"\r\n"Ada Lund","","룬, 아다"\r\n'.encode()
    with pytest.raises(UsageError, match="원어 표기"):
        read(data, path="k.csv")
    assert [name.target for name in read(wanted, path="k.csv").names] == ["아다 룬"]
    assert [name.target for name in read(wanted.decode().encode("cp949"), path="k.csv").names] == ["아다 룬"]


def test_an_xlsx_is_read_as_a_csv_is():
    data = table(HEADS, person("룬, 아다 (마리)", "Ada (Marie) Lund"))
    assert [name.target for name in read(data, path="k.xlsx").names] == ["아다 룬", "아다 마리 룬"]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "there is no row with the heads 원어 표기 and 한글 표기"),
        ("한글 표기,뜻\n룬,배\n".encode(), 1, "there is no row with the heads"),
        ("한글 표기,원어 표기\n룬,Lund\n룬,=1+1\n".encode(), 3, "column 2 holds a formula"),
        ('한글 표기,원어 표기\n"룬,Lund\n'.encode(), 2, "cannot be read as CSV"),
    ],
)
def test_what_is_no_list_of_examples_is_refused(data, line, message):
    with pytest.raises(UsageError) as caught:
        read(data, path="k.csv")
    assert (caught.value.path, caught.value.line) == ("k.csv", line)
    assert message in caught.value.message
    assert caught.value.remedy
