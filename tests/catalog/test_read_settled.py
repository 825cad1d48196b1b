"""A file that a program is just saving in place is no broken file."""

from __future__ import annotations

import pytest

from l10n.catalog import store
from l10n.errors import CatalogError

WHOLE = (
    'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "Harbor news"\nmsgstr "항구 소식"\n'
).encode()


@pytest.mark.parametrize("part", [b"", WHOLE[: WHOLE.index(b"news")]])
def test_a_half_saved_file_is_read_when_it_is_whole(tmp_path, part, monkeypatch):
    """The other program ends its work in the instant between two looks."""
    path = tmp_path / "a.po"
    path.write_bytes(part)
    monkeypatch.setattr("l10n.catalog.store.time.sleep", lambda _: path.write_bytes(WHOLE))
    file = store.read(path, name="a.po", article="a", locale="ko")
    assert file is not None
    assert file.catalog.entries[0].target == "항구 소식"


def test_a_file_that_stays_broken_is_refused(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(WHOLE[: WHOLE.index(b"news")])
    with pytest.raises(CatalogError, match=r"a\.po:6"):
        store.read(path, name="a.po", article="a", locale="ko")
