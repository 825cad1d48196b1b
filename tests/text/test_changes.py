from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.sentences.changes import ChangeSide, changes

TEXTS = st.text(alphabet="ab 1'’.\n가_", max_size=30)


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(str(one.side), one.text) for one in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("after 3 days.", "after 4 days.", [("both", "after "), ("old", "3"), ("new", "4"), ("both", " days.")]),
        ("did not say", "said on Monday", [("old", "did not say"), ("new", "said on Monday")]),
        ("a quay", "a new quay", [("both", "a "), ("new", "new "), ("both", "quay")]),
        ("same", "same", [("both", "same")]),
        ("", "new", [("new", "new")]),
        ("gone", "", [("old", "gone")]),
        ("", "", []),
    ],
)
def test_an_edit_is_told_by_words(old, new, told):
    assert shown(old, new) == told


@given(TEXTS, TEXTS)
def test_both_texts_are_in_what_changed(old, new):
    told = changes(old, new)
    assert "".join(one.text for one in told if one.side is not ChangeSide.NEW) == old
    assert "".join(one.text for one in told if one.side is not ChangeSide.OLD) == new
    assert all(one.text for one in told)
