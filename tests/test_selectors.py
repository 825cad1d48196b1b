"""Selectors that name elements of a page."""

import pytest

from l10n import selectors


@pytest.mark.parametrize(
    ("text", "name", "attributes", "found"),
    [
        ("nav", "nav", {}, True),
        ("NAV", "nav", {}, True),
        ("nav", "div", {}, False),
        (".share", "p", {"class": "wide share"}, True),
        (".share", "p", {"classname": "share"}, True),
        (".share", "p", {"class": "shares"}, False),
        ("#menu", "div", {"id": "menu"}, True),
        ("#menu", "div", {}, False),
        ("[hidden]", "p", {"hidden": ""}, True),
        ("[hidden]", "p", {}, False),
        ('[role="note"]', "p", {"role": "note"}, True),
        ("[role=note]", "p", {"role": "notes"}, False),
        ("p.a.b#c[d='e f']", "p", {"class": "b a", "id": "c", "d": "e f"}, True),
        ("p.a.b", "p", {"class": "a"}, False),
        ("*.a", "my-box", {"class": "a"}, True),
        ("my-box", "my-box", {}, True),
    ],
)
def test_a_selector_names_elements(text, name, attributes, found):
    assert selectors.parse(text).matches(name, attributes) is found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nav > ul", "where an element stands in another"),
        ("nav ul", "where an element stands in another"),
        ("nav, footer", "comma"),
        ("p:first-child", "pseudo"),
        ("[href^=http]", "as a whole only"),
        ("", "write"),
        (".", "write"),
        ("<nav>", "without"),
    ],
)
def test_what_is_not_read_is_refused_with_the_reason(text, told):
    with pytest.raises(ValueError, match=told):
        selectors.parse(text)
