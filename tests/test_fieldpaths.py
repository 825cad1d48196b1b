"""Paths that name fields of front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import fieldpaths
from l10n.fieldpaths import Step
from tests.examples import examples

ITEM = Step.ITEM
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(fieldpaths.nameable)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("tags", ("tags",), True),
        ("tags", ("tags", ITEM), True),
        ("tags[]", ("tags",), True),
        ("tags", ("tags", "more"), False),
        ("tags", ("params", "tags"), False),
        ("side.label", ("side", "label"), True),
        ("side.label", ("side",), False),
        ("crew[].role", ("crew", ITEM, "role"), True),
        ("crew[].role", ("crew", "role"), False),
        ("crew.role", ("crew", ITEM, "role"), False),
        ("crew.*", ("crew", ITEM, "role"), True),
        ("crew.*", ("crew",), False),
        ("crew[].*", ("crew", ITEM, "at", "sea"), True),
        ("*.label", ("side", "label"), True),
        ("*.label", ("side", ITEM, "label"), False),
        ("!side", ("side", "label"), True),
        ("!side.label", ("side", "icon"), False),
        ('seo."og.title"', ("seo", "og.title"), True),
        ("'*'", ("*",), True),
        ("og:title", ("og:title",), True),
        (" Page title ", ("Page title",), True),
    ],
)
def test_a_path_names_fields(text, place, found):
    assert fieldpaths.parse(text).matches(place) is found


@pytest.mark.parametrize(
    "text", ["", "!", ".", "a.", ".a", "a..b", "[]", "a[0]", "a[", "a b .c", "*a", "a,b", "x" * 65]
)
def test_what_is_no_path_is_refused(text):
    with pytest.raises(ValueError, match="no path of a field"):
        fieldpaths.parse(text)


@pytest.mark.parametrize("text", ["lang", "translation", "translation.source"])
def test_what_publishing_writes_is_not_translated(text):
    with pytest.raises(ValueError, match="publishing writes"):
        fieldpaths.parse(text)


@examples(200)
@given(st.lists(NAMES | st.just(ITEM), min_size=1, max_size=5).map(tuple))
def test_a_place_is_found_by_the_path_that_is_spelled_for_it(place):
    if place[0] is ITEM or place[0] in fieldpaths.RESERVED:
        return
    path = fieldpaths.parse(fieldpaths.spelled(place))
    assert path.matches(place)
    assert not path.wild


@pytest.mark.parametrize(("text", "found"), [("!lead", True), ("!hero", True), ("!hero.text", True), ("!seo", False)])
def test_a_path_takes_away_what_is_translated_by_default(text, found):
    assert fieldpaths.by_default(fieldpaths.parse(text)) is found
