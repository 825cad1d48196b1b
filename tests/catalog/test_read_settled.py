"""A file that a program is just saving in place is no broken file."""

from __future__ import annotations

import threading
import time

import pytest

from l10n.catalog import store
from l10n.errors import CatalogError

WHOLE = (
    'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "Harbor news"\nmsgstr "항구 소식"\n'
).encode()


@pytest.mark.parametrize("part", [b"", WHOLE[: WHOLE.index(b"news")]])
def test_a_half_saved_file_is_read_when_it_is_whole(tmp_path, part):
    path = tmp_path / "a.po"
    path.write_bytes(part)

    def finish():
        time.sleep(store._PAUSE / 3)  # noqa: SLF001  the instant between two looks
        path.write_bytes(WHOLE)

    saver = threading.Thread(target=finish)
    saver.start()
    file = store.read(path, name="a.po", article="a", locale="ko")
    saver.join()
    assert file is not None
    assert file.catalog.entries[0].target == "항구 소식"


def test_a_file_that_stays_broken_is_refused(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(WHOLE[: WHOLE.index(b"news")])
    with pytest.raises(CatalogError, match=r"a\.po:6"):
        store.read(path, name="a.po", article="a", locale="ko")
