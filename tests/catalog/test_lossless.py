from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import decode, encode, render
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry, Key, Origin, OriginKind, State
from tests.catalog.samples import HEADER, dialect, drafted, load, reviewed

if TYPE_CHECKING:
    from pathlib import Path


def entry_of(catalog: Catalog, text: str, context: str | None = None) -> Entry:
    return next(entry for entry in catalog if entry.key == Key(text, context))


def changed(data: bytes, text: str, **changes: object) -> str:
    file = load(data)
    entries = tuple(replace(entry, **changes) if entry.key.text == text else entry for entry in file.catalog)  # type: ignore[arg-type]  # fields by name
    return encode(replace(file.catalog, entries=entries), file).decode()


def test_states_follow_the_table_of_the_dialect() -> None:
    found = {(entry.key.text, entry.key.context): entry.state for entry in load(dialect()).catalog}
    assert found == {
        ("Border town reopens its market", None): State.REVIEWED,
        ("Nobody expected the crowd.", None): State.MISSING,
        ("The mayor smiled.", None): State.DRAFT,
        ("The river rose two metres.", None): State.DRAFT,
        ("About 400 traders came.", None): State.STALE,
        ("She left early.", None): State.REVIEWED,
        ("Border town reopens its market", "title"): State.REVIEWED,
        ("%d stall", None): State.REVIEWED,
        ('A quotation of two lines,\nwith "marks" and a \\ backslash.\n', None): State.REVIEWED,
        ("Old lede of the afternoon.", None): State.OBSOLETE,
        ("A trader", "caption"): State.OBSOLETE,
    }


def test_every_field_of_an_entry_is_read() -> None:
    catalog = load(dialect()).catalog
    assert entry_of(catalog, "The river rose two metres.") == Entry(
        Key("The river rose two metres."),
        "강물이 2미터 불어났다.",
        State.DRAFT,
        ("2026/border.md",),
        "paragraph",
        ("ask the desk: which river?",),
        ("markdown-text",),
        None,
        Origin(OriginKind.MACHINE, "google", "2026-10-01", "0123456789ab"),
    )
    assert entry_of(catalog, "About 400 traders came.").previous == Key("About 300 traders came.")
    assert entry_of(catalog, "%d stall").refs == ("2026/border.md", "notes.md")
    assert entry_of(catalog, "About 400 traders came.").line == 44


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data[:-1],
        lambda data: data + b"\n\n",
        lambda data: data.replace(b"\n\n", b"\n"),
        lambda data: data.replace(b"\n\n", b"\n \n\n"),
        lambda data: data.decode().replace("UTF-8", "EUC-KR").encode("cp949"),
        lambda data: data.replace("강물".encode(), "\u2028강\x85물".encode()),
    ],
)
def test_an_unchanged_catalogue_is_written_as_the_same_bytes(change):
    data = change(dialect())
    file = load(data)
    assert len(file.catalog.entries) == 11
    assert encode(file.catalog, file) == data
    # The short way for equal entries is not what is tested: weave the file from its pieces too.
    again = encode(replace(file.catalog, entries=(*file.catalog.entries, Entry(Key("x")))), file)
    assert again.replace(b'msgid "x"', b"").startswith(data.rstrip().rsplit(b"#~ msgstr", 1)[0])


def test_clearing_fuzzy_changes_the_flag_line_only() -> None:
    text = changed(dialect(), "The river rose two metres.", state=State.REVIEWED)
    assert text == dialect().decode().replace("#, fuzzy, markdown-text", "#, markdown-text")


def test_a_new_text_changes_the_msgstr_only() -> None:
    text = changed(dialect(), "Nobody expected the crowd.", target="아무도 예상하지 못했다.", state=State.REVIEWED)
    assert text == dialect().decode().replace('crowd."\nmsgstr ""', 'crowd."\nmsgstr "아무도 예상하지 못했다."')


def test_unknown_lines_survive_a_change_of_key_and_state() -> None:
    previous = Key("The river rose two metres.")
    text = changed(dialect(), previous.text, key=Key("The river rose."), state=State.STALE, previous=previous)
    assert (
        "# ask the desk: which river?\n# draft: google 2026-10-01 0123456789ab\n#. paragraph\n#: 2026/border.md\n"
        '#, fuzzy, markdown-text\n#= no-wrap\n#| msgid "The river rose two metres."\nmsgid "The river rose."\n'
        'msgstr "강물이 2미터 불어났다."\n'
    ) in text


def test_a_plural_keeps_its_forms_when_something_else_changes() -> None:
    text = changed(dialect(), "%d stall", comments=("why a plural?",))
    assert '# why a plural?\n#: 2026/border.md:12 notes.md:3\nmsgid "%d stall"\nmsgid_plural' in text
    assert 'msgstr[0] "가게 %d곳"' in text


def test_an_entry_becomes_obsolete_and_comes_back_as_it_was() -> None:
    stale = load(dialect()).catalog.live()[Key("About 400 traders came.")]
    gone = changed(dialect(), stale.key.text, state=State.OBSOLETE, flags=("fuzzy",))
    assert '#, fuzzy\n#~| msgid "About 300 traders came."\n#~ msgid "About 400 traders came."\n#~ msgstr' in gone
    assert changed(gone.encode(), stale.key.text, state=State.STALE, flags=()) == dialect().decode()


def test_a_crlf_file_gets_crlf_lines() -> None:
    data = dialect().replace(b"\n", b"\r\n")
    text = changed(data, "Nobody expected the crowd.", note="two\nlines")
    assert text.count("\n") == text.count("\r\n") == data.count(b"\n") + 1


def test_a_new_file_is_unwrapped_and_has_a_header_without_dates() -> None:
    long = " ".join(["a long paragraph of many words"] * 20)
    catalog = Catalog("2026/a.md", "ko", (replace(drafted(long, "길다"), note="paragraph\nunder: Roads"),))
    data = encode(catalog, None, plural_forms="nplurals=1; plural=0;")
    assert data.decode() == (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: 2026/a.md\\n"\n"PO-Revision-Date: \\n"\n'
        '"Last-Translator: \\n"\n"Language-Team: \\n"\n"Language: ko\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n"X-Generator: l10n\\n"\n\n'
        "# draft: google 2026-10-01 013e520a738e\n#. paragraph\n#. under: Roads\n#: a.md\n#, fuzzy\n"
        f'msgid "{long}"\nmsgstr "길다"\n'
    )
    assert load(data).catalog.entries == catalog.entries


def test_any_text_comes_back_from_a_new_file() -> None:
    texts = [
        '"q"',
        "a\\n",
        "\\",
        "tab\tnew\nline",
        "cr\rx",
        "\x0b\x0c\x08\x07",
        "\u2028\x85\x1c",
        "끝 ",
        "# no",
        "\ufeff",
    ]
    catalog = Catalog("a.md", "ko", tuple(reviewed(text, text * 2, context=text) for text in texts))
    assert load(encode(catalog, None)).catalog.entries == catalog.entries


def test_a_reference_with_a_space_is_one_reference() -> None:
    catalog = Catalog("my file.md", "ko", (replace(reviewed("a", "b"), refs=("my file.md",)),))
    assert load(encode(catalog, None)).catalog.entries == catalog.entries


def test_a_malformed_draft_comment_is_an_ordinary_comment() -> None:
    file = load(HEADER + '\n# draft: google yesterday\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    assert file.catalog.entries[0].comments == ("draft: google yesterday",)
    assert file.catalog.entries[0].origin is None


def test_entries_follow_the_order_of_the_catalogue() -> None:
    data = (HEADER + '\nmsgid "a"\nmsgstr "1"\n\nmsgid "b"\nmsgstr "2"').encode()
    file = load(data)
    new = encode(replace(file.catalog, entries=file.catalog.entries[::-1]), file)
    assert new.decode() == HEADER + '\nmsgid "b"\nmsgstr "2"\n\nmsgid "a"\nmsgstr "1"\n'


def test_a_wrapped_file_stays_wrapped() -> None:
    words = "many words that do not fit on one line of a file which was written by gettext"
    head = HEADER + f'\nmsgid ""\n"{words[:70]}"\n"{words[70:]} "\n"and even more of them"\nmsgstr ""\n'
    file = load(head)
    new = replace(file.catalog.entries[0], target=words + " " + words, state=State.REVIEWED)
    lines = encode(replace(file.catalog, entries=(new,)), file).decode().split("\n")
    assert max(map(len, lines)) <= 80
    assert "".join(line.strip('"') for line in lines if "many words" in line or "gettext" in line)


def test_a_file_of_another_charset_is_not_converted() -> None:
    data = dialect().decode().replace("UTF-8", "EUC-KR").encode("cp949")
    file = load(data)
    new = (*file.catalog.entries, reviewed("Cat", "똠방각하"))
    assert "똠방각하".encode("cp949") in encode(replace(file.catalog, entries=new), file)
    with pytest.raises(CatalogError, match="cannot be written in CP949"):
        encode(replace(file.catalog, entries=(*new, reviewed("Bird", "𝒳"))), file)


def test_a_file_without_header_gets_one_when_it_is_changed() -> None:
    file = load('msgid "a"\nmsgstr ""\n')
    assert encode(file.catalog, file) == file.data
    new = encode(replace(file.catalog, entries=(reviewed("a", "가"),)), file)
    assert load(new).catalog.entries == (reviewed("a", "가"),)


@pytest.mark.parametrize(
    "bad",
    [
        replace(reviewed("a", ""), state=State.REVIEWED),
        replace(reviewed("a", "b"), state=State.STALE),
        replace(reviewed("a", "b"), state=State.MISSING),
        reviewed("", "b"),
        reviewed("a\0", "b"),
        reviewed("a", "\udc80"),
    ],
)
def test_an_entry_that_po_cannot_say_is_refused(bad: Entry) -> None:
    with pytest.raises(CatalogError):
        encode(Catalog("a.md", "ko", (bad,)), None)


def test_two_live_entries_of_one_key_are_not_written() -> None:
    with pytest.raises(CatalogError, match="stands twice"):
        encode(Catalog("a.md", "ko", (reviewed("a", "b"), reviewed("a", "c"))), None)


@pytest.mark.parametrize("name", ["ar", "de", "es", "ja", "ko", "zh-CN"])
def test_real_files_are_written_as_the_same_bytes(name: str, corpus: Path) -> None:
    data = (corpus / "comprehensive-rust" / "po" / f"{name}.po").read_bytes()
    file = decode(data, path=name, article="a.md", locale="ko")
    assert encode(file.catalog, file) == data
    first, *rest = file.catalog.entries
    new = encode(replace(file.catalog, entries=(replace(first, comments=("x",)), *rest)), file)
    assert new.replace(b"# x\n", b"", 1) == data


@given(
    st.text(min_size=1).filter(lambda text: "\0" not in text),
    st.one_of(st.none(), st.sampled_from(["title", 'a "b"'])),
    st.sampled_from(["", "paragraph", "one\n\nthree"]),
    st.sampled_from([(), ("a.md",), ("a b.md", "c.md")]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_an_entry_without_a_text_is_written_as_any_other(
    text: str, context: str | None, note: str, refs: tuple[str, ...], newline: str
) -> None:
    blank = Entry(Key(text, context), refs=refs, note=note)
    style = render.Style(None, newline)
    short = render.entry(blank, None, None, style)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "_is_blank", lambda _: False)
        assert render.entry(blank, None, None, style) == short
