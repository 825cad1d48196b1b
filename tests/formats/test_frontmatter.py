"""Front matter: values spliced where they lie, slots for publishing, and limits."""

from __future__ import annotations

import pytest
import tomlkit
import yaml
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ArticleError
from l10n.formats import frontmatter
from l10n.model import Edition, Kind, Part, Segment, Segmentation, Slot, SlotKind
from l10n.protocols import ParseOptions
from tests.examples import examples

OPTIONS = ParseOptions(Segmentation.PARAGRAPH)
EDITION = Edition("ko", "ltr", "", {"source": "a.md", "engine": 'x "y"'})
YAML = """---
# a comment
title: Hello, world
description: >-
  Folded
  text
summary: |
  Two
  lines

caption: "a \\"b\\""   # kept
subtitle: 'it''s'
date: 2024-05-01
tags: [news, Korea]
---
Body
"""


def text(parts: tuple[Part, ...]) -> str:
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def segments(source: str) -> dict[str | None, Segment]:
    return {part.key.context: part for part in frontmatter.cut(source, OPTIONS).parts if isinstance(part, Segment)}


def rendered(source: str, target: str | None = None, edition: Edition | None = None) -> str:
    front = frontmatter.cut(source, OPTIONS)
    out = ""
    for part in front.parts:
        if isinstance(part, Segment):
            out += frontmatter.encode(part, part.key.text if target is None else target)
        elif isinstance(part, Slot):
            out += frontmatter.fill(part, edition) if edition else part.raw
        else:
            out += part if isinstance(part, str) else part.raw
    return out


def loaded(block: str) -> dict[str, object]:
    inner = "\n".join(block.splitlines()[1:-1])
    return yaml.safe_load(inner) if block.startswith("---") else tomlkit.parse(inner).unwrap()


def test_each_translated_field_is_a_segment_named_by_its_field() -> None:
    found = segments(YAML)
    assert {name: item.key.text for name, item in found.items()} == {
        "title": "Hello, world",
        "description": "Folded text",
        "summary": "Two\nlines",
        "caption": 'a "b"',
        "subtitle": "it's",
    }
    assert found["title"].kind is Kind.HEADLINE
    assert found["summary"].kind is Kind.META
    assert found["caption"].line == 11


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_identity_translation_is_the_source(newline: str) -> None:
    source = YAML.replace("\n", newline)
    front = frontmatter.cut(source, OPTIONS)
    assert rendered(source) == source[: front.end]
    assert source[front.end :] == f"Body{newline}"


@pytest.mark.parametrize(
    "target",
    [
        "한국어",
        "쌍점: 있음",
        "# 제목",
        "'작은' \"큰\"",
        "yes",
        "2024-01-01",
        "[가]",
        "- 가",
        "가\n나",
        "",
        "{{ x }}",
        "@가",
        "\\n",
        "가 #나",
        "~",
    ],
)
def test_any_translation_is_read_back_as_that_text(target: str) -> None:
    before, after = loaded(rendered(YAML)), loaded(rendered(YAML, target))
    assert list(before) == list(after)
    for name in ("title", "description", "summary", "caption", "subtitle"):
        assert str(after[name]).strip() == target.strip(), name
    assert after["date"] == before["date"]


@examples(150)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_can_be_the_title(target: str) -> None:
    source = "---\ntitle: Title\nplace: [a, b]\n---\n"
    out = yaml.safe_load(rendered(source, target).removeprefix("---\n").removesuffix("---\n"))
    assert out["title"] == target.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert out["place"] == ["a", "b"]


def test_a_plain_value_stays_plain_where_it_can() -> None:
    assert "title: 안녕, 세상\n" in rendered(YAML, "안녕, 세상")
    assert 'title: "가: 나"\n' in rendered(YAML, "가: 나")


def test_values_that_are_no_text_are_kept() -> None:
    assert (
        segments("---\ntitle: 2024\ndescription: true\nsummary: null\ncaption: 2024-01-01\nsubtitle: !x Text\n---\n")
        == {}
    )


def test_a_list_of_texts_is_translated_item_by_item() -> None:
    front = frontmatter.cut("---\nsummary:\n  - One thing\n  - 'Other: thing'\n---\n", OPTIONS)
    assert [part.key.text for part in front.parts if isinstance(part, Segment)] == ["One thing", "Other: thing"]


def test_an_item_of_a_flow_list_stays_one_item() -> None:
    source = "---\nsummary: [One, Two]\n---\n"
    assert loaded(rendered(source, "가, 나"))["summary"] == ["가, 나", "가, 나"]


def test_the_language_and_the_provenance_are_filled() -> None:
    out = loaded(rendered(YAML, None, EDITION))
    assert out["lang"] == "ko"
    assert out["translation"] == {"source": "a.md", "engine": 'x "y"'}


def test_an_existing_language_keeps_its_quotation_marks() -> None:
    assert rendered('---\nlang: "en" # us\n---\n', None, Edition("ko", "ltr")) == '---\nlang: "ko" # us\n---\n'


@pytest.mark.parametrize("value", ["no", "on"])
def test_a_language_that_reads_as_a_boolean_is_quoted(value: str) -> None:
    assert loaded(rendered("---\ntitle: T\n---\n", None, Edition(value, "ltr")))["lang"] == value


@pytest.mark.parametrize(
    "source",
    [
        "---\ntranslation:\n  source: old\n  mine: 1\n---\n",
        "---\ntranslation: {source: old, mine: 1}\n---\n",
        '+++\ntranslation = { source = "old", mine = 1 }\n+++\n',
    ],
)
def test_of_an_existing_provenance_only_ours_is_replaced(source: str) -> None:
    out = loaded(rendered(source, None, EDITION))
    assert out["translation"] == {"source": "a.md", "mine": 1, "engine": 'x "y"'}
    assert rendered(source, None, Edition("", "")) == source


def test_a_foreign_field_named_translation_is_not_touched() -> None:
    out = rendered("---\ntranslation: done\n---\n", None, EDITION)
    assert loaded(out)["translation"] == "done"
    assert "# translation source: a.md\n" in out


TOML = """+++
title = "Hello"
description = '''Two
lines'''
summary = 'It is'
weights = [1,
  2] # kept
draft = false

[params]
title = "Not this"
+++
Body
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_toml_is_spliced_too(newline: str) -> None:
    source = TOML.replace("\n", newline)
    front = frontmatter.cut(source, OPTIONS)
    assert rendered(source) == source[: front.end]
    assert [part.key.text for part in front.parts if isinstance(part, Segment)] == ["Hello", "Two\nlines", "It is"]


@pytest.mark.parametrize("target", ["한국어", "'작은' \"큰\"", "가\n나", "\\n", '"""', "가\x01나"])
def test_any_translation_is_read_back_from_toml(target: str) -> None:
    before, after = loaded(rendered(TOML)), loaded(rendered(TOML, target, EDITION))
    for name in ("title", "description", "summary"):
        assert after.pop(name) == target, name
        del before[name]
    assert after.pop("lang") == "ko"
    assert after.pop("translation") == {"source": "a.md", "engine": 'x "y"'}
    assert after == before


@pytest.mark.parametrize(
    "source",
    [
        "",
        "---",
        "---\n",
        "---\nwords only\n---\n",
        "---\n\nA paragraph: with a colon\n\n---\n",
        "--- \nx\n",
        "---\n{{ x }}\n---\n",
        "---\n{% include x %}\n---\n",
        "text\n---\na: b\n---\n",
        "---\n- a: b\n---\n",
    ],
)
def test_a_rule_is_no_front_matter(source: str) -> None:
    assert frontmatter.cut(source, OPTIONS) == frontmatter.NONE
    assert frontmatter.skeleton(source) == ((), 0)


@pytest.mark.parametrize("source", ["---\n---\n", "---\n\n---\nBody", "---\n# draft: true\n---\n", "---\r\n---"])
def test_front_matter_without_a_field_is_kept_as_it_is(source: str) -> None:
    end = len(source.removesuffix("Body"))
    assert frontmatter.cut(source, OPTIONS) == frontmatter.Front((source[:end],), end)
    assert frontmatter.skeleton(source) == ((), end)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "---\n{title: Flow, lang: en}\n---\n",
            {"title": "Flow", "lang": "ko", "translation": {"source": "a.md", "engine": 'x "y"'}},
        ),
        (
            "---\n# why\n  { tags: [a] }\n---\n",
            {"tags": ["a"], "lang": "ko", "translation": {"source": "a.md", "engine": 'x "y"'}},
        ),
        ("---\n{}\n---\n", {"lang": "ko", "translation": {"source": "a.md", "engine": 'x "y"'}}),
        (
            "---\n{translation: {mine: 1}}\n---\n",
            {"translation": {"mine": 1, "source": "a.md", "engine": 'x "y"'}, "lang": "ko"},
        ),
        ("---\n{translation: done}\n---\n", {"translation": "done", "lang": "ko"}),
    ],
)
def test_a_flow_mapping_is_filled_inside_its_braces(source: str, expected: dict[str, object]) -> None:
    out = rendered(source, None, EDITION)
    assert loaded(out) == expected
    assert rendered(source, None, Edition("", "")) == source
    assert frontmatter.skeleton(out)[0] == frontmatter.skeleton(source)[0]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\ntitle: [\n---\n", 3),
        ("---\ntitle: a\n b: c\n---\n", 3),
        ("---\ntitle: a: b\n---\n", 2),
        ("---\ntitle: {{ x }}: y\n---\n", 2),
        ("---\ntitle: \x01\n---\n", 2),
        ("---\ntitle: T\nnot closed\n", 1),
        ("+++\na = 1\ntitle = \n+++\n", 3),
        ('+++\ntitle = "a"\n', 1),
    ],
)
def test_what_is_broken_is_refused_with_its_line(source: str, line: int) -> None:
    with pytest.raises(ArticleError) as caught:
        frontmatter.cut(source, OPTIONS)
    assert caught.value.line == line
    assert caught.value.remedy


@pytest.mark.parametrize(
    "inner",
    [
        "a: " + "[" * 5_000,
        "a: " + "{b: " * 5_000,
        "a: &a [x]\nb: [" + "*a, " * 200 + "]\n",
        "a: " + "[1, " * 20 + ", ".join("1" * 1 for _ in range(60_000)),
        "a: " + "x" * 300_000,
    ],
)
def test_a_bomb_is_refused(inner: str) -> None:
    with pytest.raises(ArticleError):
        frontmatter.cut(f"---\n{inner}\n---\n", OPTIONS)


def test_deep_toml_is_refused() -> None:
    with pytest.raises(ArticleError, match="levels"):
        frontmatter.cut("+++\na = " + "[" * 5_000 + "]" * 5_000 + "\n+++\n", OPTIONS)


def test_the_skeleton_has_the_fields_but_not_their_words() -> None:
    assert frontmatter.skeleton(YAML)[0] == frontmatter.skeleton(rendered(YAML, "가") + "Body\n")[0]
    assert frontmatter.skeleton(YAML)[0] != frontmatter.skeleton(YAML.replace("tags", "more"))[0]
    assert frontmatter.skeleton(YAML)[0] == frontmatter.skeleton(rendered(YAML, None, EDITION))[0]


def test_slots_are_for_language_and_provenance() -> None:
    front = frontmatter.cut(YAML, OPTIONS)
    assert [part.kind for part in front.parts if isinstance(part, Slot)] == [SlotKind.LANG, SlotKind.PROVENANCE]
    assert text(front.parts) == YAML[: front.end]


def test_fields_that_sign_a_story_are_bylines():
    options = ParseOptions(Segmentation.PARAGRAPH, ("title", "byline", "summary"))
    found = frontmatter.cut("---\ntitle: Pier\nbyline: Ada Renn\nsummary: It is old\n---\n", options).parts
    kinds = {part.key.text: part.kind for part in found if isinstance(part, Segment)}
    assert kinds == {"Pier": Kind.HEADLINE, "Ada Renn": Kind.BYLINE, "It is old": Kind.META}
