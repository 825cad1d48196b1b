"""Where a format sees the targets of links and the headings of a whole text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats

MARKDOWN = """---
title: The pier
hero:
  actions:
    - link: /guide/x#y
---
# The *pier* and `code` {#own .big}

[a](b.md "t") ![i](<x y.png>) [r][ref] [e\\]](c(1).md#q) `[n](code.md)` 항구 [![im](i.png)](p.md?q&amp;r)
[h]({filename}k.md) <https://x.example/> [only](#anchor) [esc](a\\_b.md) [ent](a&amp;b.md)

[ref]: ../z.md

<a href="q.md#z">x</a> {{< ref "x.md" >}}

> - [in a list](l.md)

A *second* one
--------------

```
[n](fence.md)
```

<div>
<img src="a.png" srcset="s.png 1x, t.png 2x"><a href='u.md'>a</a>
</div>
"""


def seen(name: str, source: str) -> list[tuple[str, str, bool]]:
    return [(source[one.start : one.end], one.path, one.asset) for one in formats.load(name).links(source)]


def test_markdown_names_every_target_and_none_in_code():
    assert seen("markdown", MARKDOWN) == [
        ("/guide/x", "/guide/x", False),
        ("b.md", "b.md", False),
        ("x y.png", "x y.png", True),
        ("c(1).md", "c(1).md", False),
        ("i.png", "i.png", True),
        ("p.md", "p.md", False),
        ("{filename}k.md", "{filename}k.md", False),
        ("", "", False),
        ("a\\_b.md", "a_b.md", False),
        ("a&amp;b.md", "a&b.md", False),
        ("../z.md", "../z.md", False),
        ("q.md", "q.md", False),
        ("l.md", "l.md", False),
        ("a.png", "a.png", True),
        ("s.png", "s.png", True),
        ("t.png", "t.png", True),
        ("u.md", "u.md", False),
    ]
    assert [one.field for one in formats.load("markdown").links(MARKDOWN)][:2] == [True, False]


def test_headings_have_the_words_that_a_reader_sees_and_the_names_that_authors_gave():
    found = formats.load("markdown").headings(MARKDOWN)
    assert [(one.words, one.id, one.listed) for one in found] == [
        ("The pier and code", "own", True),
        ("A second one", "", False),
    ]
    assert [MARKDOWN[one.end - 3 : one.end + 1] for one in found] == ["de` ", "one\n"]


def test_mdx_names_targets_in_properties_of_components():
    source = (
        'import X from "./x.mdx"\n\n# Hi <b>you</b>\n\n<Card href="a.md" icon="x">\n\n'
        'Text <a href="b.md">x</a> [c](d.md) <img src="e.png" /> {"[f](g.md)"}\n\n</Card>\n'
    )
    assert [path for _, path, _ in seen("mdx", source)] == ["a.md", "b.md", "d.md", "e.png"]
    assert [one.words for one in formats.load("mdx").headings(source)] == ["Hi you"]


def test_html_names_targets_and_none_where_a_page_has_a_base_of_its_own():
    source = '<link rel=stylesheet href=a.css><p><a href="x.html?a&amp;b#c">x</a><img srcset="a.png, b.png 2x">'
    assert seen("html", source) == [
        ("a.css", "a.css", True),
        ("x.html", "x.html", False),
        ("a.png", "a.png", True),
        ("b.png", "b.png", True),
    ]
    assert seen("html", f'<base href="/x/">{source}') == []
    assert seen("plain", "See [a](b.md).") == []


def test_a_field_of_front_matter_is_set_where_it_lies():
    restated = formats.load("markdown").restated
    text = "---\ntitle: x\nslug: 'a'  # mine\nnested:\n  slug: b\n---\n# Hi\n"
    assert restated(text, {"slug": ["ko/{value}"]}) == text.replace("'a'", "'ko/a'")
    assert restated("---\ntitle: x\n---\n", {"slug": ["{value}", "pier"]}) == "---\ntitle: x\nslug: pier\n---\n"
    assert restated('+++\ntitle = "x"\n+++\n', {"slug": ["", "p"]}) == '+++\ntitle = "x"\nslug = "p"\n+++\n'
    assert restated("# Hi\n", {"slug": ["", "p"]}) == "# Hi\n"


@pytest.mark.parametrize("name", formats.NAMES)
@given(source=st.text(st.sampled_from("[]()<>\"'ab.#/\\!\n `{}=&;*-:"), max_size=60))
def test_targets_and_headings_lie_in_the_text_and_in_its_order(name, source):
    fmt = formats.load(name)
    places = [place for one in fmt.links(source) for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(source) for place in places)
    ends = [one.end for one in fmt.headings(source)]
    assert ends == sorted(ends)
