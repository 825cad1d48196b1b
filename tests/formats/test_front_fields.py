"""Which fields of front matter are segments, at any depth, and that nothing else changes."""

import datetime as dt
import string

import pytest
import tomlkit
import yaml
from hypothesis import given
from hypothesis import strategies as st

from l10n import fieldpaths, formats
from l10n.errors import ArticleError
from l10n.formats import frontmatter
from l10n.model import Kind, Segment, Segmentation
from l10n.protocols import ParseOptions
from l10n.text.facts.opening import opening
from tests.examples import examples


def options(*fields):
    return ParseOptions(Segmentation.PARAGRAPH, fields)


def found(source, *fields):
    """Return context and text of each segment of some front matter."""
    parts = frontmatter.cut(source, options(*fields)).parts
    return [(part.key.context, part.key.text) for part in parts if isinstance(part, Segment)]


def put(source, change, *fields):
    """Return front matter with all of its segments changed, and what was written of it."""
    out = ""
    for part in frontmatter.cut(source, options(*fields)).parts:
        if isinstance(part, Segment):
            out += frontmatter.encode(part, change(part.key.text))
        else:
            out += part if isinstance(part, str) else part.raw
    return out


def loaded(block):
    inner = "\n".join(block.splitlines()[1:-1]) + "\n"
    return yaml.safe_load(inner) if block.startswith("---") else tomlkit.parse(inner).unwrap()


HOME = """---
layout: home
hero:
  name: Skiff
  text: Boats that you can row
  tagline: "Built: in one day"
  image: {src: /boat.svg, alt: A boat on the shore}
  actions:
    - theme: brand
      text: Begin here
      link: /begin
      rel: noopener noreferrer
features:
  - icon: 🚣
    title: light
    details: >-
      It weighs less than
      two people do.
    linkText: Read more
    link: weight.html
  - icon: {src: /oak.svg}
    title: Made of oak
    class: wide card
---
"""


def test_the_words_of_a_home_page_are_segments_and_its_ids_are_not():
    assert found(HOME) == [
        ("hero.name", "Skiff"),
        ("hero.text", "Boats that you can row"),
        ("hero.tagline", "Built: in one day"),
        ("hero.image.alt", "A boat on the shore"),
        ("hero.actions[].text", "Begin here"),
        ("features[].title", "light"),
        ("features[].details", "It weighs less than two people do."),
        ("features[].linkText", "Read more"),
        ("features[].title", "Made of oak"),
    ]
    after = loaded(put(HOME, lambda _: "노: 젓기"))
    assert after["hero"]["image"] == {"src": "/boat.svg", "alt": "노: 젓기"}
    assert after["hero"]["actions"][0] == {
        "theme": "brand",
        "text": "노: 젓기",
        "link": "/begin",
        "rel": "noopener noreferrer",
    }
    assert after["features"][1] == {"icon": {"src": "/oak.svg"}, "title": "노: 젓기", "class": "wide card"}
    assert "    details: >-\n      노: 젓기\n" in put(HOME, lambda _: "노: 젓기")


NEWS = """---
headline: Ferry sinks at its berth
lede: Nobody was hurt.
teaser: /img/ferry.jpg
intro: false
question: 2024-05-01
lead: a-ferry-that-sinks
linkTitle: Ferry
image_alt: Divers beside the hull
sidebar:
  label: Ferry
  order: 2
tags: [harbor, sea]
seo:
  title: A ferry sinks
"""


def test_more_fields_are_taken_by_default_where_they_hold_text():
    assert [name for name, _ in found(NEWS + "---\n")] == [
        *("headline", "lede", "linkTitle", "image_alt", "sidebar.label")
    ]


def test_a_project_names_fields_and_takes_others_away():
    names = [name for name, _ in found(NEWS + "---\n", "tags", "seo.title", "!sidebar", "!lede", "teaser")]
    assert names == ["headline", "teaser", "linkTitle", "image_alt", "tags", "tags", "seo.title"]
    assert found("---\ntitle: Pier\nlead: Gone\n---\n", "!title", "!lead", "lead") == [("lead", "Gone")]


def test_below_a_wildcard_only_prose_is_taken():
    source = """---
card:
  heading: low
  kind: Wide card
  date: Monday, May 5, 2025
  published: 5 May 2025
  ref: some-long-slug-here
  icon: Anchor
  fits: brand
  glyph: RowBoat
  file: A photo of it.jpg
  help: "mailto:a@b.example"
  sum: "#fff"
  code: "<svg><path d='M 0 0'/></svg>"
  who: Crew and guests
  why: 배가 좋아서
  call: "{{ page.title }}"
---
"""
    assert found(source, "card.*") == [
        ("card.heading", "low"),
        ("card.who", "Crew and guests"),
        ("card.why", "배가 좋아서"),
    ]
    assert [name for name, _ in found(source, "card.*", "!card.who", "card.fits")] == [
        *("card.heading", "card.fits", "card.why")
    ]


def test_anchors_aliases_tags_and_mappings_as_keys_are_left_alone():
    source = """---
seo: &base
  title: Shared words
hero: *base
box: !ref
  title: Tagged words
? {title: In a key}
: Value of that key
? [a, b]
: Another value
line: &one Anchored words
list: [*one, Free words]
---
"""
    assert found(source, "seo.title", "box.title", "*", "line", "list") == [("list", "Free words")]


TABLES = """+++
title = "Harbor"
"params".lede.text = 'First words'
tags = [
  "boats", # why
  'sea, "sky"',
]
hero = { name = "Skiff", image = { alt = "A boat = wood", src = "/a.png" }, list = [{ text = "Inner words" }] }

[sidebar]
label = "Docks" # kept
since = 2024-01-01 10:00:00
until = [2024-01-01 10:00:00Z, 12:30:00]

[[features]]
title = \"""
Two
lines\"""
icon = "x"

[[features]]
title = '''He said "yes"'''

  [[features.links]]
  text = "See \\u2013 more"

[features.extra]
"details" = "Deep words"
+++
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_toml_has_tables_lists_and_arrays_of_tables(newline):
    source = TABLES.replace("\n", newline)
    assert found(source, "tags", "params.lede.text") == [
        ("title", "Harbor"),
        ("params.lede.text", "First words"),
        ("tags", "boats"),
        ("tags", 'sea, "sky"'),
        ("hero.name", "Skiff"),
        ("hero.image.alt", "A boat = wood"),
        ("hero.list[].text", "Inner words"),
        ("sidebar.label", "Docks"),
        ("features[].title", "Two\nlines"),
        ("features[].title", 'He said "yes"'),
        ("features[].links[].text", "See – more"),
        ("features[].extra.details", "Deep words"),
    ]
    before, after = loaded(TABLES), loaded(put(source, lambda _: "'나' \"무\"", "tags", "params.lede.text"))
    assert after["features"][1]["links"] == [{"text": "'나' \"무\""}]
    assert after["sidebar"] == before["sidebar"] | {"label": "'나' \"무\""}
    assert put(source, str, "tags", "params.lede.text") == source


def test_names_that_nobody_could_write_are_left_alone():
    long = "k" * 70
    source = f'---\nhero:\n  {long}: Some words here\n  "two\\nlines": Some words here\n---\n'
    assert found(source, "*") == []
    assert frontmatter.fields(source, options()) == ()


def test_a_field_that_reads_like_text_is_told_from_others():
    fields = frontmatter.fields(NEWS + "---\n", options())
    assert [one.path for one in fields if one.readable and not one.taken] == ["tags", "tags", "seo.title"]
    assert [one.line for one in fields if one.path == "seo.title"] == [15]
    assert frontmatter.fields("---\na: [\n---\n", options()) == ()


def test_only_the_title_is_the_headline_and_no_field_is_the_first_paragraph():
    source = "---\nheadline: A word\nlede: It began in May.\ntitle: Pier\n---\n\nThe pier is old now. It fell.\n"
    document = formats.parse("a.md", source, options())
    where = opening(document, formats.load("markdown"), "en")
    assert [document.segments[at].key.text for at in where.headline] == ["Pier"]
    assert [document.segments[at].key.text for at in where.lede] == ["The pier is old now. It fell."]
    assert {part.kind for part in document.segments[:2]} == {Kind.META}


@pytest.mark.parametrize("ending", ["md", "mdx"])
def test_a_page_with_fields_at_any_depth_is_joined_again(ending):
    document = formats.parse(f"a.{ending}", HOME + "\nText.\n", options("*"))
    assert document.source == HOME + "\nText.\n"
    fields = formats.load(document.format).fields(document.source, options())
    assert len([one for one in fields if one.taken]) == 9
    assert formats.load("plain").fields(HOME, options()) == formats.load("html").fields(HOME, options()) == ()


KEYS = st.text(string.ascii_letters + " .:'é", min_size=1, max_size=6) | st.sampled_from(["title", "hero", "label"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20) | st.sampled_from(
    ["Some words", "two\nlines", "yes", "a: b", "- x", "한국어", "[x]", "# no", "2024-01-01", "'q' \"q\"", "tail "]
)
VALUES = st.recursive(
    TEXTS | st.integers(0, 9) | st.booleans() | st.just(dt.date(2024, 1, 2)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
FRONT = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def texts(value, place=()):
    """Yield place and value of each text."""
    if isinstance(value, str):
        yield place, value
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from texts(inner, (*place, name))
    for inner in value if isinstance(value, list) else ():
        yield from texts(inner, (*place, fieldpaths.Step.ITEM))


def changed(value, paths, word):
    """Return a value with the texts at some paths replaced."""

    def inner(value, place=()):
        if isinstance(value, dict):
            return {name: inner(one, (*place, name)) for name, one in value.items()}
        if isinstance(value, list):
            return [inner(one, (*place, fieldpaths.Step.ITEM)) for one in value]
        named = isinstance(value, str) and any(char.isalpha() for char in value) and fieldpaths.spelled(place) in paths
        return word if named else value

    return inner(value)


@examples(150)
@given(
    FRONT, st.booleans(), st.sampled_from([True, False, None]), TEXTS.map(str.strip), st.sampled_from(["\n", "\r\n"])
)
def test_each_named_text_is_replaced_and_nothing_else(values, sorted_keys, flow, word, newline):
    style = {"default_flow_style": flow, "sort_keys": sorted_keys, "allow_unicode": True, "width": 30}
    source = f"---\n{yaml.safe_dump(values, **style)}---\n".replace("\n", newline)
    names = sorted({fieldpaths.spelled(place) for place, _ in texts(values)})
    if frontmatter.cut(source, options(*names)).end != len(source):
        return  # what looks like no front matter
    inner = source.replace("\r\n", "\n")[4:-4]
    assert put(source, str, *names) == source
    after = yaml.safe_load(put(source, lambda _: word, *names).replace("\r\n", "\n")[4:-4])
    assert stripped(after, names) == stripped(changed(yaml.safe_load(inner), names, word), names)
    assert frontmatter.skeleton(source)[1] == len(source)


def stripped(value, names, place=()):
    """Return a value with the outer white space of named texts taken away, which a block scalar may add."""
    if isinstance(value, dict):
        return {name: stripped(one, names, (*place, name)) for name, one in value.items()}
    if isinstance(value, list):
        return [stripped(one, names, (*place, fieldpaths.Step.ITEM)) for one in value]
    return value.strip() if isinstance(value, str) else value


@examples(150)
@given(FRONT, TEXTS.map(str.strip), st.sampled_from(["\n", "\r\n"]))
def test_each_named_text_of_toml_is_replaced_and_nothing_else(values, word, newline):
    source = f"+++\n{tomlkit.dumps(values)}+++\n".replace("\r\n", "\n").replace("\n", newline)
    names = sorted({fieldpaths.spelled(place) for place, _ in texts(values)})
    if frontmatter.cut(source, options(*names)).end != len(source):
        return
    inner = source.replace("\r\n", "\n")[4:-4]
    assert put(source, str, *names) == source
    after = tomlkit.parse(put(source, lambda _: word, *names).replace("\r\n", "\n")[4:-4]).unwrap()
    expected = changed(tomlkit.parse(inner).unwrap(), names, word)
    assert stripped(after, names) == stripped(expected, names)


CHUNKS = {
    "---": [
        *(
            "a{}: Some words",
            "hero:\n  x{}: Some words\n  y: [b, {{c: D e}}]",
            "b{}:\n- Some words\n- - Y z\n- t: 'r s'",
        ),
        *(
            "c{}: &a{}\n  x: A b",
            "*a{}",
            "? k{}\n: v w",
            "? [a, b]\n: Y z",
            "d{}: !t x",
            "e{}: !t {{a: B c}}",
            "# no{}",
        ),
        *(
            "f{}: >-\n  in it\n\n   more\n",
            "g{}: |+2\n   in\n\n",
            'h{}: "a\\\n  b"',
            "i{}: plain\n  words",
            "\t",
            "}}",
            "",
        ),
    ],
    "+++": [
        *(
            "[[features]]\nx{} = 'A b'",
            "[hero.z{}]\nx = 'A b'",
            "[[features.deep]]",
            "title{} = 'A b'",
            "# no{}",
            "\t",
            "]",
        ),
        *(
            "a{}.b = {{ c = 'D e', d = [1, 2024-01-01 10:00:00] }}",
            "x{} = [\n 'Y z', # why\n]",
            "\"q{}\" . r= 'r s'",
            "",
        ),
        *('s{} = """\nA b\n"c""""', "t{} = ''", "u{} = '''it's'''", "v{} = 'a\\'", "w{} = 1979-05-27"),
    ],
}
MESS = st.sampled_from(sorted(CHUNKS)).flatmap(
    lambda mark: st.tuples(st.just(mark), st.lists(st.sampled_from(CHUNKS[mark]), min_size=1, max_size=7))
)


@examples(300)
@given(MESS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_front_matter_is_joined_again(mess, newline):
    mark, chunks = mess
    lines = [chunk.format(at, at) for at, chunk in enumerate(chunks)]
    source = "\n".join([mark, *lines, mark, "Body"]).replace("\n", newline)
    try:
        front = frontmatter.cut(source, options("*", "q", "hero"))
    except ArticleError:
        return
    assert put(source, str, "*", "q", "hero") == source[: front.end]
    fields = frontmatter.fields(source, options("*", "q", "hero"))
    assert len([one for one in fields if one.taken]) == len(found(source, "*", "q", "hero"))


@pytest.mark.parametrize("source", ["{label: Some words, x: 1}", "{x: [1], label: Some words}"])
def test_a_text_in_braces_is_quoted_where_a_mark_would_end_it(source):
    for word in ("Who is it?", "yes: no", "a, b", "한국어"):
        made = put(f"---\nhero: {source}\n---\n", lambda _, word=word: word, "hero.label")
        assert yaml.safe_load(made[4:-4])["hero"]["label"] == word
