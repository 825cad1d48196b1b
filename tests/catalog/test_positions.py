"""Where a piece of a translation stands in its PO file."""

import pytest

from l10n.catalog import positions
from l10n.catalog.lossless import decode
from l10n.model import Finding, Key, Severity
from tests.growth import grows_evenly

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BEFORE = '#. a note\nmsgid "Before."\nmsgstr "앞."\n\n'


def stretch(entry, piece, newline="\n"):
    """Return the spot of a piece, and what the file has at that spot."""
    text = (HEADER + BEFORE + entry).replace("\n", newline)
    po = decode(text.encode(), path="a.po", article="a.md", locale="ko")
    target = po.catalog.entries[1].target
    start = target.index(piece)
    spot = positions.spot(po, 1, start, start + len(piece))
    if spot is None:
        return None
    lines = text.split(newline)[spot.line - 1 : spot.end_line]
    lines[-1] = lines[-1][: spot.end_column - 1]
    return lines[0][spot.column - 1 :] if len(lines) == 1 else [lines[0][spot.column - 1 :], *lines[1:]]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("entry", "piece", "found"),
    [
        ('msgid "Ship."\nmsgstr "배가  떠났다."\n', "  ", "  "),
        ('# msgstr "no"\n#, fuzzy\nmsgid "Ship."\nmsgstr "배가  떠났다."\n', "배가", "배가"),
        ('msgctxt "t"\nmsgid ""\n"Sh"\n"ip."\nmsgstr ""\n"배가 "\n"떠났다."\n', "떠났다", "떠났다"),
        ('msgid "Ship."\nmsgstr ""\n"배가 "\n"떠났다."\n', "가 떠", ['가 "', '"떠']),
        ('msgid "Ship."\nmsgstr "\\"배\\"가\\n\\\\떠났다."\n', '배"가', '배\\"가'),
        ('msgid "Ship."\nmsgstr "\\"배\\"가\\n\\\\떠났다."\n', "\\떠", "\\\\떠"),
        ('msgid "Ship."\nmsgstr "\\"배\\"가\\n\\\\떠났다."\n', "떠났다", "떠났다"),
    ],
)
def test_a_piece_is_found_through_line_breaks_and_escapes(entry, piece, found, newline):
    assert stretch(entry, piece, newline) == found


def test_an_odd_entry_has_no_places():
    plural = 'msgid "Ship."\nmsgid_plural "Ships."\nmsgstr[0] "배."\n'
    assert stretch(plural, "배") is None
    assert stretch('msgid "Ship." msgstr "배."\n', "배") is None


def test_a_piece_that_is_not_in_the_text_has_no_place():
    po = decode((HEADER + BEFORE).encode(), path="a.po", article="a.md", locale="ko")
    assert [positions.spot(po, 0, start, end) for start, end in ((0, 0), (1, 3), (-1, 1), (2, 1))] == [None] * 4


def test_the_time_grows_with_the_findings_in_one_text():
    def work(size):
        text = ("배 " * size).strip()
        po = decode(f'{HEADER}msgid "Ship."\nmsgstr "{text}"\n'.encode(), path="a.po", article="a.md", locale="ko")
        found = [
            Finding("numbers", Severity.ERROR, "", "a.md", "ko", "a.po", 4, Key("Ship."), text, at, at + 1)
            for at in range(0, size, 2)
        ]
        assert all(one.spot for one in positions.located(found, lambda *_: po))

    assert grows_evenly(work, 200)
