"""What the comments of an entry say of its text, and whose text it is therefore."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalog import encode, is_person, machine_owned
from l10n.catalog.merge3 import threeway
from l10n.catalog.provenance import UNREAD
from l10n.model import Catalog, Origin, OriginKind, Review, Stale, State
from l10n.text.digest import digest
from tests.catalog.samples import HEADER, TODAY, load, reviewed

SOURCE = "The ferry waits."
TARGET = "배가 기다린다."
HERE, TEXT, OTHER = digest(SOURCE), digest(TARGET), "0123456789ab"
DRAFT = f"# draft: google 2026-10-01 {TEXT}"
STALE = f"# stale: 2026-10-02 {TEXT} {OTHER}"
PREVIOUS = '#| msgid "The ferry goes."'


def entry(*lines: str, target: str = TARGET):
    text = "".join(f"{line}\n" for line in lines)
    (made,) = load(f'{HEADER}\n{text}msgid "{SOURCE}"\nmsgstr "{target}"\n').catalog
    return made


@pytest.mark.parametrize(
    ("lines", "state", "machine"),
    [
        ((), State.REVIEWED, False),
        ((DRAFT,), State.REVIEWED, False),
        ((STALE,), State.REVIEWED, False),
        (("#, fuzzy", PREVIOUS), State.STALE, False),
        ((STALE, "#, fuzzy"), State.STALE, False),
        ((STALE, DRAFT, "#, fuzzy"), State.STALE, False),
        ((f"{STALE} and more", DRAFT, "#, fuzzy"), State.DRAFT, True),
        ((DRAFT, "#, fuzzy"), State.DRAFT, True),
        ((f"{DRAFT} {HERE}", "#, fuzzy"), State.DRAFT, True),
        ((f"# draft: memory/0.9 2026-10-01 {TEXT} {HERE}", "#, fuzzy"), State.DRAFT, True),
        ((f"{DRAFT} {OTHER}", "#, fuzzy"), State.STALE, False),
        ((f"# draft: google 2026-10-01 {OTHER} {OTHER}", "#, fuzzy"), State.DRAFT, False),
        ((f"# draft: google 2026-10-01 {OTHER} {HERE}", "#, fuzzy"), State.DRAFT, False),
        ((f"# import: memoQ (Kim) 2026-10-01 {TEXT} {HERE}", "#, fuzzy"), State.DRAFT, False),
        ((f"# import: memoQ (Kim) 2026-10-01 {TEXT} {OTHER}", "#, fuzzy"), State.DRAFT, False),
        ((f"# import: memoQ 2026-10-01 {TEXT}", DRAFT, "#, fuzzy"), State.DRAFT, True),
        ((DRAFT, f"# import: memoQ 2026-10-01 {TEXT} {HERE}", "#, fuzzy"), State.DRAFT, False),
        ((DRAFT, f"# reviewed: Kim Minji 2026-10-03 {TEXT}", "#, fuzzy"), State.DRAFT, False),
        ((DRAFT, f"# reviewed: Kim Minji 2026-10-03 {OTHER}", "#, fuzzy"), State.DRAFT, True),
        (("#, fuzzy",), State.DRAFT, False),
    ],
)
def test_the_first_line_of_the_table_that_fits_decides(lines, state, machine):
    made = entry(*lines)
    assert (made.state, machine_owned(made), is_person(made)) == (state, machine, not machine)
    (strict,) = load(
        f'{HEADER}\n#= x\n{"".join(f"{line}{chr(10)}" for line in lines)}msgid "{SOURCE}"\nmsgstr "{TARGET}"\n'
    ).catalog
    assert strict == made


@pytest.mark.parametrize("lines", [(STALE,), (STALE, "#, fuzzy"), (DRAFT, STALE, "#, fuzzy", PREVIOUS)])
def test_an_entry_without_a_text_is_missing_whatever_its_comments_say(lines):
    made = entry(*lines, target="")
    assert (made.state, made.stale) == (State.MISSING, None)
    assert entry(STALE, "# joined", target="").state is State.REVIEWED


def test_the_lines_become_values_and_the_values_lines():
    lines = (
        "# which ferry?",
        f"# draft: openai/x 2026-10-01 {TEXT} {HERE}",
        f"# reviewed: Kim Minji 2026-10-03 {TEXT}",
        STALE,
    )
    made = entry(*lines, "#, fuzzy")
    assert made.comments == ("which ferry?",)
    assert made.origin == Origin(OriginKind.MACHINE, "openai/x", "2026-10-01", TEXT, HERE)
    assert made.review == Review("Kim Minji", "2026-10-03", TEXT)
    assert made.stale == Stale("2026-10-02", TEXT, OTHER)
    assert "\n".join(lines) in encode(Catalog("a.md", "ko", (made,)), None).decode()
    kinds = {"memory": OriginKind.MEMORY, "memory/0.85": OriginKind.MEMORY, "memory+google": OriginKind.MACHINE}
    for name, kind in kinds.items():
        origin = entry(f"# draft: {name} 2026-10-01 {TEXT}").origin
        assert origin is not None
        assert (origin.kind, origin.source_digest) == (kind, "")
    origin = entry(f"# import: b.xlf, Kim 2026-10-01 {TEXT} {HERE}").origin
    assert origin == Origin(OriginKind.IMPORT, "b.xlf, Kim", "2026-10-01", TEXT, HERE)


@pytest.mark.parametrize(
    "line",
    [
        f"draft: google 2026-10-01 {TEXT.upper()}",
        f"draft: google 2026-10-01 {TEXT} {HERE} {HERE}",
        f"draft: 2026-10-01 {TEXT}",
        f"import: memoQ 2026-10-01 {TEXT}",
        f"import: 2026-10-01 {TEXT} {HERE}",
        f"reviewed: 2026-10-01 {TEXT}",
        "reviewed: by Kim",
        f"stale: 2026-10-01 {TEXT}",
        "stale: ask the desk",
    ],
)
def test_a_line_of_another_shape_is_a_comment_like_any_other(line):
    made = entry(f"# {line}")
    assert (made.comments, made.origin, made.review, made.stale) == ((line,), None, None, None)


def test_lines_of_an_entry_that_changes_otherwise_keep_their_bytes():
    text = f'{HEADER}\n{STALE}  \n#  draft: x\n{DRAFT}\n# c\n#, fuzzy\nmsgid "{SOURCE}"\nmsgstr "{TARGET}"\n'
    file = load(text)
    (made,) = file.catalog
    changed = replace(file.catalog, entries=(replace(made, target="배"),))
    assert encode(changed, file).decode() == text.replace(TARGET, "배")
    gone = replace(file.catalog, entries=(replace(made, state=State.REVIEWED, stale=None),))
    assert STALE not in encode(gone, file).decode()


def test_two_persons_texts_are_stale_in_a_way_that_no_source_settles():
    base = Catalog("a.md", "ko", ())
    ours, theirs = (replace(base, entries=(reviewed(SOURCE, text),)) for text in ("하나", "둘"))
    (made,) = threeway(base, ours, theirs, today=TODAY).catalog
    assert made.stale == Stale(TODAY.isoformat(), digest("하나"), UNREAD)
    again = load(encode(Catalog("a.md", "ko", (made,)), None).decode().replace("#| ", "# | "))
    assert [one.state for one in again.catalog] == [State.STALE]
