"""The short way of reading says what the strict grammar says, and damage never reads as something else."""

from __future__ import annotations

import gc
import random
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import reading, shape, tokenizer
from l10n.errors import CatalogError
from tests.catalog.samples import HEADER, dialect, load
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from l10n.model import Entry

PIECES = [
    'msgid "a"\n',
    'msgid ""\n',
    '"b\\n"\n',
    '"\\x41\\q"\n',
    'msgstr "c"\n',
    'msgstr ""\n',
    "\n",
    " \n",
    "# word\n",
    "#\n",
    "#word\n",
    "# draft: google 2026-10-01 26c15149b5fe\n",
    "#. note\n",
    "#.note\n",
    "#: a.md:3 b.md\n",
    "#, fuzzy, c-format\n",
    "#= fuzzy\n",
    '#| msgid "old"\n',
    'msgctxt "t"\n',
    'msgid_plural "p"\n',
    'msgstr[0] "q"\n',
    '#~ msgid "a"\n',
    '#~ msgstr "b"\n',
    '#~ "c"\n',
    "=======\n",
    '#~| msgid "o"\n',
    'msgid "x" \n',
    "\r\n",
    '#. note\n#: a.md\nmsgid "m"\nmsgstr "n"\n\n',
    'msgid ""\n"one "\n"two"\nmsgstr ""\n"eins "\n"zwei"\n\n',
]


def outcome(work: Callable[[], tuple[list[Entry], list[int]]]) -> object:
    try:
        entries, starts = work()
    except CatalogError as err:
        return err.line, err.message
    return entries, [entry.line for entry in entries], starts


def quickly(text: str) -> tuple[list[Entry], list[int]]:
    found = reading.read(text, "a.po")
    return list(found.entries), list(found.starts)


def strictly(text: str) -> tuple[list[Entry], list[int]]:
    """Read a file by the grammar alone, entry by entry: of several faults the first of the file is told."""
    entries, starts, headers = [], [0], 0
    tokenizer.no_nul(text, "a.po")
    at, line = 0, 1
    while True:
        raw, end = tokenizer.scan_one(text, at, "a.po", line)
        if raw is None:
            break
        line += text.count("\n", at, end)
        at = end
        starts.append(starts[-1] + len(raw.gap) + len(raw.text))
        if not raw.obsolete and raw.fields["msgid"] == "" and "msgctxt" not in raw.fields:
            headers += 1
            if headers > 1:
                raise CatalogError("a second header", line=raw.line)
        else:
            entries.append(reading._entry(raw))  # noqa: SLF001 - the long way, which files of the common shape never take
    reading._check_unique(entries, "a.po")  # noqa: SLF001 - the same
    return entries, starts


@examples(300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.booleans())
def test_the_short_way_reads_what_the_grammar_reads(text: str, header: bool) -> None:  # noqa: FBT001 - drawn
    text = HEADER + "\n" + text if header else text
    assert outcome(lambda: quickly(text)) == outcome(lambda: strictly(text))


def test_of_two_faults_the_first_of_the_file_is_told() -> None:
    text = HEADER + '\nmsgid ""\nmsgstr "c"\nmsgid "a"\n'
    assert outcome(lambda: quickly(text)) == outcome(lambda: strictly(text)) == (6, "a second header")


@examples(150)
@given(st.integers(0, 1400), st.integers(0, 12), st.text(st.sampled_from('"\\\n#~ ma\r한'), max_size=3))
def test_both_ways_refuse_the_same_damage(at: int, size: int, new: str) -> None:
    text = dialect().decode()
    text = text[:at] + new + text[at + size :]
    assert outcome(lambda: quickly(text)) == outcome(lambda: strictly(text))


@pytest.mark.parametrize("name", ["ar", "de", "es", "ja", "ko", "zh-CN"])
def test_both_ways_read_real_files_alike(name: str, corpus: Path) -> None:
    text = (corpus / "comprehensive-rust" / "po" / f"{name}.po").read_bytes().decode()
    assert outcome(lambda: quickly(text)) == outcome(lambda: strictly(text))


def test_the_short_way_is_taken() -> None:
    match = shape.COMMON.match('# c\n#. n\n#: r\n#, f\nmsgctxt "x"\nmsgid "s"\nmsgstr "t"\n\nmsgid "')
    assert match is not None
    assert match.groups() == ("# c\n", "#. n\n", "#: r\n", " f", '"x"', "", "s", None, "t", None)


def test_the_collector_of_cycles_is_left_as_it_was() -> None:
    load(dialect())
    assert gc.isenabled()
    gc.disable()
    try:
        load(dialect())
        assert not gc.isenabled()
        with pytest.raises(CatalogError):
            load(dialect()[:-200])
    finally:
        gc.enable()


@pytest.mark.parametrize("kind", ["comments", "strings", "previous", "empty lines"])
def test_a_giant_entry_is_read_in_one_go(kind: str) -> None:
    many = {
        "comments": "# word\n" * 100_000 + 'msgid "a"\nmsgstr "b"\n',
        "strings": 'msgid "a"\nmsgstr ""\n' + '"word"\n' * 100_000,
        "previous": "#, fuzzy\n" + '#| msgid "x"\n' + '#| "word"\n' * 100_000 + 'msgid "a"\nmsgstr "b"\n',
        "empty lines": "\n" * 100_000 + 'msgid "a"\nmsgstr "b"\n',
    }[kind]
    assert len(load(HEADER + "\n" + many).catalog.entries) == 1


def test_a_plural_of_absurd_number_is_refused() -> None:
    with pytest.raises(CatalogError, match="out of place"):
        load(HEADER + f'\nmsgid "a"\nmsgid_plural "b"\nmsgstr[{"9" * 5000}] "c"\n')


def three_kilobytes() -> bytes:
    texts = dialect().decode().rpartition("# End of")[0]
    more = "".join(
        f'# desk: {at}\n#. paragraph\n#: 2026/border.md\nmsgid ""\n"The {at}th trader came with "\n"a cart."\n'
        f'msgstr ""\n"{at}번째 상인이 "\n"수레를 끌고 왔다."\n\n'
        for at in range(9)
    )
    return (texts + more).encode()


def test_every_prefix_is_refused_or_a_beginning_of_the_entries() -> None:
    """Undetectable by nature: a cut between two lines of the last text, where the line does not end in a space."""
    data = three_kilobytes()
    assert 2900 < len(data) < 3600
    whole = load(data).catalog.entries
    refused, other = 0, []
    for end in range(len(data)):
        try:
            found = load(data[:end]).catalog.entries
        except CatalogError:
            refused += 1
            continue
        if found != whole[: len(found)]:
            other.append(end)
    borders = [data[:end].split(b"\n")[-2] for end in other]
    print(f"\n{len(data)} prefixes: {refused} refused, {len(other)} read as another text")  # noqa: T201 - a figure
    assert borders == [b'msgstr ""', '"두 줄짜리 인용문,\\n"'.encode(), *[b'msgstr ""'] * 9]


def test_a_flipped_byte_is_refused_or_stays_within_its_entry() -> None:
    """Undetectable by nature: a letter of a text or comment that becomes another; `#.` that becomes `#,`."""
    data = three_kilobytes()
    whole = load(data)
    dice = random.Random(4)  # noqa: S311 - damage, not secrets
    refused = same = changed = 0
    for _ in range(1000):
        at, bit = dice.randrange(len(data)), 1 << dice.randrange(8)
        try:
            file = load(data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])
        except CatalogError:
            refused += 1
            continue
        assert len(file.catalog.entries) == len(whole.catalog.entries), data[at - 20 : at + 20]
        different = [one for one, two in zip(file.catalog, whole.catalog, strict=True) if one != two]
        same += not different
        changed += bool(different)
        assert len(different) <= 1, data[at - 20 : at + 20]
    print(f"\n1000 flips: {refused} refused, {same} the same entries, {changed} within one entry")  # noqa: T201
    assert refused + same + changed == 1000


@examples(300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_an_entry_of_the_common_shape_is_cut_as_the_grammar_cuts_it(text: str) -> None:
    text = f"{HEADER}\n{text}"
    try:
        found = reading.read(text, "a.po")
    except CatalogError:
        return
    for at, end in pairwise(found.starts):
        raw = shape.common(text, at, end)
        strict = tokenizer.scan_one(text, at, "a.po", 1)[0]
        assert raw is None or raw == strict
        assert raw is None or [*chain(*raw.lines.values())] == raw.text.split("\n")[:-1]


def test_the_header_and_the_last_entry_are_of_the_common_shape() -> None:
    text = HEADER + '\n#. n\nmsgid "s"\nmsgstr "t"\n'
    found = reading.read(text, "a.po")
    assert found.header == tokenizer.scan_one(text, 0, "a.po", 1)[0]
    assert found.header is not None
    assert found.header.lines
    assert shape.common(text, *found.starts[1:]) is not None


def test_below_headers_of_several_locales_the_same_entries_are_read_once() -> None:
    below = '\n#. n\nmsgid "s"\nmsgstr ""\n\nmsgid "t"\nmsgstr ""\n'
    one, two = (reading.read(f'msgid ""\nmsgstr "Language: {name}\\n"\n{below}', "a.po") for name in ("ko", "zh_CN"))
    longer = reading.read(f'# more\nmsgid ""\nmsgstr "Language: ko\\n"\n{below}', "a.po")
    assert one.entries is two.entries
    assert [start - 3 for start in two.starts[1:]] == list(one.starts[1:])
    assert one.header != two.header
    assert [entry.line for entry in longer.entries] == [entry.line + 1 for entry in one.entries]
