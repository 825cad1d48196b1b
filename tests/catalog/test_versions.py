"""Two versions of one PO file become one, bytes and all."""

from __future__ import annotations

import pytest

from l10n.catalog.versions import merge_versions, version
from l10n.errors import CatalogError
from tests.catalog.samples import HEADER

ONE = '#: a.md\nmsgid "One."\nmsgstr "하나."\n'
TWO = '#: a.md\nmsgid "Two."\nmsgstr ""\n'
REVIEWED = '#: a.md\nmsgid "Two."\nmsgstr "둘."\n'


def read(text: str):
    return version(text.encode(), name="ko/a.po", which="our version")


def test_each_side_keeps_what_it_wrote_and_an_untouched_entry_its_bytes():
    base, ours = f"{HEADER}\n{ONE}\n{TWO}", f"{HEADER}\n{ONE}\n{REVIEWED}"
    theirs = base.replace("하나.", "일.")
    data, conflicts = merge_versions(read(base), read(ours), read(theirs))
    assert not conflicts
    assert data.decode() == ours.replace("하나.", "일.")


def test_a_header_that_only_they_changed_is_theirs():
    base = f"{HEADER}\n{ONE}"
    theirs = base.replace("Language: ko", "Language: ko_KR")
    assert merge_versions(read(base), read(base), read(theirs))[0].decode() == theirs


def test_a_header_that_both_changed_is_ours():
    base = f"{HEADER}\n{ONE}"
    ours, theirs = (base.replace("Language: ko", f"Language: {name}") for name in ("ko_KR", "ko_KP"))
    assert merge_versions(read(base), read(ours), read(theirs))[0].decode() == ours


def test_an_empty_version_is_none_and_a_broken_one_is_named():
    assert read(" \n") is None
    with pytest.raises(CatalogError, match="our version cannot be read") as told:
        read(f'{HEADER}\nmsgid "One')
    assert (told.value.path, told.value.line > 0) == ("ko/a.po", True)
