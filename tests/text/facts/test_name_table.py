"""The file of a name memory: read strictly, renewed without touching what is a person's."""

import pytest

from l10n.errors import UsageError
from l10n.model import IMPORTED, KnownName
from l10n.text.facts.name_table import parse, renewed

TORVIK = KnownName("Selma Torvik", "셀마 토르비크", "a.md")
KASTNER = KnownName("Rudi Kastner", "루디 카스트너", "b.md")


def text_of(*names, before=None):
    return renewed(before, names, path="names.tsv").text


def rows(text, *, marks=True):
    return [(row.source, row.target, row.learned) for row in parse(text, path="names.tsv", marks=marks).rows]


def test_a_new_file_has_its_rows_in_alphabetical_order_and_is_the_programs():
    text = text_of(TORVIK, KASTNER)
    assert text.startswith("source\ttarget\tfrom\tlearned\tnote\n")
    assert rows(text) == [("Rudi Kastner", "루디 카스트너", True), ("Selma Torvik", "셀마 토르비크", True)]


def test_renewing_with_the_same_names_changes_nothing():
    text = text_of(TORVIK, KASTNER)
    done = renewed(text, [KASTNER, TORVIK], path="names.tsv")
    assert (done.text, done.added, done.changed, done.clashes) == (text, (), (), ())


def test_a_row_of_the_programs_is_renewed():
    done = renewed(text_of(TORVIK, KASTNER), [KnownName("Selma Torvik", "셀마 토르빅", "c.md")], path="names.tsv")
    assert [row.target for row in done.changed] == ["셀마 토르빅"]
    assert rows(done.text)[1] == ("Selma Torvik", "셀마 토르빅", True)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("셀마 토르비크", "젤마 토르비크"),
        lambda text: text.replace("a.md", "z.md"),
        lambda text: text.rstrip("\n") + "\t시장\n",
        lambda text: text.replace("a.md\t", "a.md\t0"),
    ],
)
def test_a_row_that_a_person_changed_is_never_rewritten(change):
    text = change(text_of(TORVIK))
    other = KnownName("Selma Torvik", "셀마 토르빅", "c.md")
    done = renewed(text, [other, KASTNER], path="names.tsv")
    assert [clash.other.target for clash in done.clashes] == ["셀마 토르빅"]
    assert text.splitlines(keepends=True)[1] in done.text.splitlines(keepends=True)
    assert [row.source for row in done.added] == ["Rudi Kastner"]


def test_a_row_without_the_programs_mark_is_a_persons():
    done = renewed("source\ttarget\nSelma Torvik\t젤마 토르비크\n", [TORVIK], path="names.tsv")
    assert done.text == "source\ttarget\nSelma Torvik\t젤마 토르비크\n"
    assert [clash.kept.line for clash in done.clashes] == [2]


def test_comments_blank_lines_spaces_and_line_ends_stay():
    before = "\ufeff# 이름\r\n\r\nsource\ttarget \r\nAda Lund\t아다 룬\r\n\r\n# 끝\r\nZoe Lund \t 조에 룬\r\n"
    text = text_of(TORVIK, before=before)
    kept = [line for line in text.splitlines(keepends=True) if "Torvik" not in line]
    assert kept[0] == "\ufeff# 이름\r\n"
    assert kept[2] == "source\ttarget \tfrom\tlearned\tnote\r\n"
    assert "".join(kept[3:]) == before.split("\r\n", 3)[3]
    assert [row[0] for row in rows(text)] == ["Ada Lund", "Selma Torvik", "Zoe Lund"]


def test_where_rows_are_in_no_order_new_ones_stand_at_the_end():
    before = "target\tsource\n조에 룬\tZoe Lund\n아다 룬\tAda Lund"
    text = text_of(KASTNER, before=before)
    assert [row[0] for row in rows(text)] == ["Zoe Lund", "Ada Lund", "Rudi Kastner"]
    assert text.startswith("target\tsource\tfrom\tlearned\tnote\n조에 룬\tZoe Lund\n아다 룬\tAda Lund\n")


def test_what_is_learnt_and_what_is_imported_do_not_rewrite_each_other():
    imported = KnownName("Selma Torvik", "셀마 토르비그", IMPORTED)
    for first, second in ((TORVIK, imported), (imported, TORVIK)):
        text = text_of(first)
        done = renewed(text, [second], path="names.tsv")
        assert done.text == text
        assert [clash.kept.target for clash in done.clashes] == [first.target]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("name\ttarget\n", 1, "unknown column `name`"),
        ("source\tnote\n", 1, "the columns source and target are needed"),
        ("source\ttarget\ttarget\n", 1, "the columns source and target are needed"),
        ("# x\nsource\ttarget\nTorvik\n", 3, "the target is empty"),
        ("source\ttarget\n\t토르비크\n", 2, "the source is empty"),
        ("source\ttarget\na\tb\tc\n", 2, "3 cells under 2 columns"),
        ("source\ttarget\nTorvik\t=HYPERLINK(1)\n", 2, "the target begins with `=`, as a formula does"),
        ("source\ttarget\n+Torvik\t토르비크\n", 2, "the source begins with `+`"),
        ("source\ttarget\nTorvik\t<b>토르비크</b>\n", 2, "the target holds markup"),
        ("source\ttarget\nTorvik\t토\u202e르비크\n", 2, "the target holds markup or a control character"),
        ("source\ttarget\nTorvik\t토르비크\nTORVIK\t토르빅\n", 3, "`TORVIK` stands in line 2 already"),
        ("source\ttarget\n" + "T" * 300 + "\t토르비크\n", 2, "the source is longer than any name"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_line(text, line, message):
    with pytest.raises(UsageError) as caught:
        parse(text, path="locales/ko/names.tsv")
    assert (caught.value.path, caught.value.line) == ("locales/ko/names.tsv", line)
    assert message in caught.value.message
    assert caught.value.remedy


def test_an_empty_file_has_no_rows():
    assert parse("", path="names.tsv").rows == parse("# none yet\n\n", path="names.tsv").rows == ()
