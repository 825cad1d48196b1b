"""What gettext and polib accept and say is the measure of what is read and written."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import decode, encode, merge
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, Key, State
from tests.catalog.samples import TODAY, dialect, document, drafted, load, reviewed
from tests.conftest import need
from tests.examples import examples

if TYPE_CHECKING:
    from pathlib import Path

TEXT = st.text(st.sampled_from('ab "\\\n\té한글日。-/%\u2028\x85'), max_size=120)
SOURCE = TEXT.filter(bool)
PLAIN = st.text(st.sampled_from('ab "\\\n\té한글日。-/%'), max_size=120)
COMMENT = st.text(st.sampled_from("ab: ,é한~|=."), max_size=20)
WORDS = st.lists(st.sampled_from(["desk", "한글", "a:b"]), max_size=3).map(" ".join)


@st.composite
def entries(draw: st.DrawFn) -> polib.POEntry:
    return polib.POEntry(
        msgid=draw(PLAIN.filter(bool)),
        msgctxt=draw(st.none() | PLAIN),
        msgstr=draw(PLAIN),
        tcomment=draw(WORDS),
        comment=draw(WORDS),
        flags=draw(st.lists(st.sampled_from(["fuzzy", "c-format", "x-y"]), unique=True)),
        previous_msgid=draw(st.none() | PLAIN.filter(bool)),
        occurrences=draw(
            st.lists(st.tuples(st.sampled_from(["a.md", "b/c.md"]), st.sampled_from(["", "3"])), max_size=2)
        ),
        obsolete=draw(st.booleans()),
    )


def as_po(made: list[polib.POEntry], width: int) -> bytes:
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Language": "ko", "Content-Type": "text/plain; charset=UTF-8"}
    seen = set()
    for entry in made:
        if entry.obsolete or (entry.msgid, entry.msgctxt) not in seen:
            file.append(entry)
            seen |= set() if entry.obsolete else {(entry.msgid, entry.msgctxt)}
    return str(file).encode()


@examples(80)
@given(st.lists(entries(), max_size=5), st.sampled_from([0, 78]))
def test_what_polib_writes_is_read_alike_and_written_as_the_same_bytes(made: list[polib.POEntry], width: int) -> None:
    data = as_po(made, width)
    try:
        file = load(data)
    except CatalogError as error:
        assert "white space" in error.message or "inside a text" in error.message  # noqa: PT017 - the only licence
        return
    assert encode(file.catalog, file) == data
    oracle = {(one.msgctxt, one.msgid, one.msgstr, bool(one.obsolete)) for one in polib.pofile(data.decode() + "\n")}
    found = {(one.key.context, one.key.text, one.target, one.state is State.OBSOLETE) for one in file.catalog}
    assert {(context or None, *rest) for context, *rest in found} == {
        (context or None, *rest) for context, *rest in oracle
    }
    more = replace(file.catalog, entries=(*file.catalog.entries, Entry(Key("to be added", "x"))))
    again = load(encode(more, file))
    assert again.catalog == more


@examples(80)
@given(st.lists(st.tuples(SOURCE, TEXT, COMMENT), max_size=4, unique_by=lambda row: row[0]), st.booleans())
def test_every_change_of_a_wrapped_file_is_read_back(rows: list[tuple[str, str, str]], crlf: bool) -> None:  # noqa: FBT001
    data = as_po([polib.POEntry(msgid="word " * 40 + "end", msgstr="낱말 " * 40 + "끝")], 78)
    file = load(data.replace(b"\n", b"\r\n") if crlf else data)
    new = [
        Entry(
            Key(source, "c"),
            target,
            State.REVIEWED if target else State.MISSING,
            ("a.md",),
            note,
            (note,) if note else (),
        )
        for source, target, note in rows
    ]
    changed = replace(file.catalog, entries=(*file.catalog.entries, *new))
    assert load(encode(changed, file)).catalog == changed


def accepted(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    done = subprocess.run(
        [need("msgfmt"), "--check-format", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.system
def test_msgfmt_accepts_every_file_written(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    texts = ["One.", 'A "two".', "Three\\four", "Five\tsix", "- seven\n- eight", "x " * 200]
    first = merge(document(*texts), None, locale="ko", today=TODAY)
    accepted(path, encode(first, None, plural_forms="nplurals=1; plural=0;"))
    done = [reviewed(text, text.replace("e", "에")) for text in texts[:4]] + [drafted(texts[4], "- 일곱\n- 여덟")]
    file = load(encode(Catalog("a.md", "ko", tuple(done)), None))
    second = merge(document("One!", *texts[2:]), file.catalog, locale="ko", today=TODAY)
    assert {entry.state for entry in second} >= {State.STALE, State.OBSOLETE, State.DRAFT, State.MISSING}
    accepted(path, encode(second, file))
    accepted(path, encode(replace(second, locale=""), None))
    accepted(
        path, encode(replace(load(dialect()).catalog, entries=load(dialect()).catalog.entries[::-1]), load(dialect()))
    )


@pytest.mark.system
def test_a_file_that_msgcat_wrapped_stays_as_msgcat_wraps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    words = "시장은 월요일에 낡은 다리를 겨울이 오기 전에 고치기로 의회와 합의했다고 밝혔다."
    source = "The council met on Monday and agreed to repair the old bridge before winter comes to the valley."
    rows = [reviewed(f"{source} {at}", f"{words} {at}") for at in range(9)]
    file = load(encode(Catalog("a.md", "ko", tuple(rows)), None))
    path.write_bytes(file.data)
    wrapped = subprocess.run([need("msgcat"), str(path)], capture_output=True, check=True).stdout
    base = load(wrapped)
    assert wrapped != file.data
    assert encode(base.catalog, base) == wrapped
    new = replace(base.catalog, entries=(*base.catalog.entries, reviewed(source + " ten", words + " 열")))
    path.write_bytes(encode(new, base))
    assert subprocess.run([need("msgcat"), str(path)], capture_output=True, check=True).stdout == encode(new, base)


@pytest.mark.system
def test_msgmerge_keeps_what_the_dialect_relies_on(tmp_path: Path) -> None:
    """An older gettext drops unknown flags; the draft's comment and the state must come through."""
    path = tmp_path / "a.po"
    data = dialect().replace(b"#= no-wrap\n", b"")
    path.write_bytes(data)
    out = subprocess.run([need("msgcat"), str(path)], capture_output=True, check=True).stdout
    mine = decode(out, path="a.po", article="a.md", locale="ko").catalog
    facts = {(one.key, one.target, one.state, one.origin, one.previous) for one in load(data).catalog}
    assert {(one.key, one.target, one.state, one.origin, one.previous) for one in mine} == facts


@pytest.mark.system
@pytest.mark.parametrize("options", [[], ["--no-wrap"], ["--width=60"], ["--sort-output"]])
def test_what_msgcat_writes_is_written_as_the_same_bytes(tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(dialect().replace(b"#= no-wrap\n", b""))
    data = subprocess.run([need("msgcat"), *options, str(path)], capture_output=True, check=True).stdout
    file = load(data)
    assert encode(file.catalog, file) == data
    first, *rest = file.catalog.entries
    changed = encode(replace(file.catalog, entries=(replace(first, comments=(*first.comments, "x")), *rest)), file)
    assert changed.replace(b"# x\n", b"", 1) == data


@pytest.mark.system
@pytest.mark.parametrize("options", [[], ["--no-wrap"]])
def test_real_files_through_msgcat_are_written_as_the_same_bytes(
    tmp_path: Path, options: list[str], corpus: Path
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes((corpus / "comprehensive-rust" / "po" / "ko.po").read_bytes())
    data = subprocess.run([need("msgcat"), *options, str(path)], capture_output=True, check=True).stdout
    file = load(data)
    assert encode(replace(file.catalog, entries=(*file.catalog.entries, Entry(Key("x")))), file).startswith(
        data[: data.rindex(b"\n\n")]
    )
    assert encode(file.catalog, file) == data


@pytest.mark.system
def test_a_third_partys_msgmerge_keeps_who_wrote_what(tmp_path: Path) -> None:
    """The comment `# draft:` and a person's comments go through; a changed source is stale with its old text."""
    po, pot = tmp_path / "a.po", tmp_path / "a.pot"
    base = Catalog(
        "a.md",
        "ko",
        (
            replace(
                drafted("The mayor smiled at the crowd.", "시장이 군중에게 미소 지었다."), comments=("ask the desk",)
            ),
            reviewed("About 300 traders came to the old market.", "상인 약 300명이 옛 시장에 왔다."),
            replace(
                reviewed("It rained.", "비가 왔다."), comments=("keep short",), origin=drafted("x", "비가 왔다").origin
            ),
        ),
    )
    po.write_bytes(encode(base, None))
    pot.write_bytes(
        encode(
            merge(
                document(base.entries[0].key.text, "About 400 traders came to the old market."),
                None,
                locale="",
                today=TODAY,
            ),
            None,
        )
    )
    out = subprocess.run(
        [need("msgmerge"), "--previous", "-q", str(po), str(pot)], capture_output=True, check=True
    ).stdout
    catalog = load(out).catalog
    kept, near = (entry for entry in catalog if entry.state is not State.OBSOLETE)
    (gone,) = (entry for entry in catalog if entry.state is State.OBSOLETE)
    assert (kept.state, kept.origin, kept.comments) == (State.DRAFT, base.entries[0].origin, ("ask the desk",))
    assert (near.state, near.target, near.previous) == (State.STALE, base.entries[1].target, base.entries[1].key)
    assert (gone.target, gone.origin, gone.comments) == ("비가 왔다.", base.entries[2].origin, ("keep short",))
    again = merge(document(*(entry.key.text for entry in (kept, near))), catalog, locale="ko", today=TODAY)
    assert {entry.target for entry in again} == {entry.target for entry in base}
