"""Many files in one command: every promise of one file holds for each, and the disk is waited for once."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog import encode, store, template, verify
from l10n.catalog.splice import shared
from l10n.errors import CatalogError, L10nError, StorageError
from l10n.model import Catalog, Document, Entry, Key, Kind, Segment, Shell, State
from tests.catalog.samples import dialect, load, reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

import pytest


def job(root: Path, name: str, compute: Callable[[Catalog | None], Catalog] | None = None) -> store.Job:
    return store.Job(root / "locales" / name, compute or add("New"), f"locales/{name}", "a.md", "ko")


def add(text: str) -> Callable[[Catalog | None], Catalog]:
    def compute(catalog: Catalog | None) -> Catalog:
        base = catalog or Catalog("a.md", "ko")
        if Key(text) in base.live():
            return base
        return replace(base, entries=(*base.entries, reviewed(text, text)))

    return compute


def project(root: Path, *names: str) -> None:
    for name in names:
        path = root / "locales" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dialect())


def left(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file() and path.suffix != ".po")


def written(results: Iterable[str | L10nError]) -> list[bool]:
    """Tell of each file whether it was written."""
    return [bool(one) and not isinstance(one, L10nError) for one in results]


def test_many_files_are_written_and_a_second_run_writes_none(tmp_path: Path) -> None:
    names = [f"{folder}/{at}.po" for folder in ("ko", "ja/deep") for at in range(150)]
    project(tmp_path, *names[:20])
    assert written(store.update_many([job(tmp_path, name) for name in names], root=tmp_path)) == [True] * 300
    assert all(b'msgid "New"' in (tmp_path / "locales" / name).read_bytes() for name in names)
    before = [(tmp_path / "locales" / name).stat().st_mtime_ns for name in names]
    assert written(store.update_many([job(tmp_path, name) for name in names], root=tmp_path)) == [False] * 300
    assert [(tmp_path / "locales" / name).stat().st_mtime_ns for name in names] == before
    assert left(tmp_path) == []


def test_what_is_wrong_with_one_file_does_not_keep_the_others(tmp_path: Path) -> None:
    project(tmp_path, "a.po", "b.po", "c.po", "d.po")
    (tmp_path / "locales" / "b.po").write_bytes(dialect()[:-250])
    (tmp_path / "locales" / "c.po").unlink()
    (tmp_path / "locales" / "c.po").symlink_to(tmp_path / "locales" / "a.po")
    drop = job(tmp_path, "d.po", lambda catalog: replace(catalog or Catalog("a.md", "ko"), entries=()))
    jobs = [*(job(tmp_path, f"{name}.po") for name in "abc"), drop, job(tmp_path, "e.po")]
    results = list(store.update_many(jobs, root=tmp_path))
    assert [type(result) for result in results] == [str, CatalogError, StorageError, CatalogError, str]
    assert (tmp_path / "locales" / "d.po").read_bytes() == dialect()
    assert b'msgid "New"' in (tmp_path / "locales" / "e.po").read_bytes()


def test_one_file_twice_is_changed_twice(tmp_path: Path) -> None:
    project(tmp_path, "a.po")
    jobs = [job(tmp_path, "a.po", add("One")), job(tmp_path, "a.po", add("Two")), job(tmp_path, "a.po", add("One"))]
    assert written(store.update_many(jobs, root=tmp_path)) == [True, True, False]


def test_a_save_while_the_others_are_computed_wins(tmp_path: Path) -> None:
    project(tmp_path, "a.po", "b.po")
    hers = dialect().replace(b'crowd."\nmsgstr ""', b'crowd."\nmsgstr "saved"')

    def compute(catalog: Catalog | None) -> Catalog:
        (tmp_path / "locales" / "a.po").write_bytes(hers)
        return add("New")(catalog)

    jobs = [job(tmp_path, "a.po"), job(tmp_path, "b.po", compute)]
    assert written(store.update_many(jobs, root=tmp_path)) == [True, True]
    data = (tmp_path / "locales" / "a.po").read_bytes()
    assert b'msgstr "saved"' in data
    assert b'msgid "New"' in data


def test_two_commands_over_the_same_files_wait_for_each_other(tmp_path: Path) -> None:
    names = [f"{folder}/{at}.po" for folder in "zyx" for at in range(4)]
    project(tmp_path, *names)
    results: list[object] = []

    def work(text: str) -> None:
        for turn in range(3):
            jobs = [job(tmp_path, name, add(f"{text} {turn}")) for name in names]
            results.extend(store.update_many(jobs, root=tmp_path))

    threads = [threading.Thread(target=work, args=(text,)) for text in ("One", "Two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(isinstance(result, str) and result for result in results)
    assert len(results) == 72
    for name in names:
        live = load((tmp_path / "locales" / name).read_bytes()).catalog.live()
        assert {Key(f"{text} {turn}") for text in ("One", "Two") for turn in range(3)} <= set(live)
    assert left(tmp_path) == []


def test_a_folder_that_refuses_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    project(tmp_path, "ko/a.po", "ja/a.po")
    (tmp_path / "locales" / "ja").chmod(0o500)
    results = list(store.update_many([job(tmp_path, "ko/a.po"), job(tmp_path, "ja/a.po")], root=tmp_path))
    (tmp_path / "locales" / "ja").chmod(0o700)
    assert written(results) == [True, False]
    assert isinstance(results[1], StorageError)


def large(count: int = 9000) -> Catalog:
    text = "라고 의회가 겨울이 오기 전에 말했다. " * 3
    return Catalog("a.md", "ko", tuple(reviewed(f"Paragraph {at}", f"{at} {text}") for at in range(count)))


def test_a_large_file_is_proved_by_its_middle_and_a_fault_there_or_beside_it_is_found() -> None:
    base = load(encode(large(), None))
    assert len(base.data) > 1 << 20
    old = base.catalog.entries
    new = replace(base.catalog, entries=(*old[:500], replace(old[500], target="새 글"), *old[502:], reviewed("x", "y")))
    data = encode(new, base)
    for catalog, written in (
        (new, data),
        (replace(new, entries=new.entries[:-1]), encode(replace(new, entries=new.entries[:-1]), base)),
    ):
        verify.check_reads_back(written, catalog, base, path="a.po")
        for text in (b"Paragraph 10", b"Paragraph 500", b"Paragraph 8990"):
            bad = written.replace(b'msgid "%s"' % text, b'msgid "%s?"' % text)
            assert bad != written
            with pytest.raises(CatalogError, match="cannot be written as it is"):
                verify.check_reads_back(bad, catalog, base, path="a.po")


def test_a_new_file_of_another_locale_is_proved_by_its_header_and_a_fault_in_it_or_below_it_is_found() -> None:
    korean = Catalog("a.md", "ko", (Entry(Key("The pier")), Entry(Key("The boat"))))
    verify.check_reads_back(encode(korean, None), korean, None, path="ko/a.po")
    arabic = replace(korean, locale="ar")
    good = encode(arabic, None, plural_forms="nplurals=6; plural=0;")
    verify.check_reads_back(good, arabic, None, path="ar/a.po")
    for old, bad in ((b"The boat", b"The boar"), (b'l10n\\n"', b"l10n")):
        assert old in good
        with pytest.raises(CatalogError):
            verify.check_reads_back(good.replace(old, bad), arabic, None, path="ar/a.po")
    with pytest.raises(CatalogError):
        verify.check_reads_back(good.replace(b"utf-8", b"utf-9").replace(b"UTF-8", b"UTF-9"), arabic, None, path="a")


def test_new_catalogues_of_an_article_share_their_entries_and_those_of_another_text_do_not() -> None:
    one, other = (Document("a.md", "plain", (Segment(Key(text), text, Shell("p"), Kind.PARAGRAPH),)) for text in "ab")
    assert template(one).entries is template(one).entries
    assert [entry.key.text for made in (one, other, one) for entry in template(made)] == ["a", "b", "a"]
    shown = [
        encode(Catalog("a.md", locale, template(made).entries), None)
        for made in (one, other)
        for locale in ("ko", "ja")
    ]
    assert [b'msgid "a"' in text for text in shown] == [True, True, False, False]
    assert [b"Language: ko" in text for text in shown] == [True, False, True, False]


def test_only_the_ends_that_are_the_same_objects_are_shared() -> None:
    one, two, three = (reviewed(text, text) for text in "abc")
    assert shared((one, two, three), (one, two, three)) == (3, 0)
    assert shared((one, three), (one, two, three)) == (1, 1)
    assert shared((one, one), (one,)) == (1, 0)
    assert shared((), (one,)) == (0, 0)
    assert shared((replace(one),), (one,)) == (0, 0)


def test_a_text_that_one_entry_loses_is_missed_though_another_entry_has_it() -> None:
    one, two = reviewed("a", "same"), reviewed("b", "same")
    draft = Entry(Key("c"), "other", State.DRAFT)
    base = Catalog("a.md", "ko", (one, two, draft))
    assert verify.lost(base, replace(base, entries=(one, draft)), None) == [two]
    assert verify.lost(base, replace(base, entries=(one, replace(two, key=Key("b!")), draft)), None) == []
    assert verify.lost(base, replace(base, entries=(one, draft)), lambda entry: entry == two) == []


def test_of_two_equal_obsolete_entries_one_may_go() -> None:
    gone = replace(reviewed("a", "same"), state=State.OBSOLETE)
    base = Catalog("a.md", "ko", (gone, replace(gone)))
    assert verify.lost(base, replace(base, entries=(gone,)), None) == []
    assert verify.lost(base, replace(base, entries=()), None) != []
