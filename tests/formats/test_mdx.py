"""MDX is cut by its own rules: what stands apart, what is code, which tags a sentence keeps, which words are props."""

import pytest

from l10n.formats import markdown, mdx
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Every {props.minutes} minutes.", ["{props.minutes}"]),
        (
            '<Box title="Ferry times">Every {minutes} minutes.</Box>',
            ['<Box title="Ferry times">', "{minutes}", "</Box>"],
        ),
        ("All {list.map(one => <b>{one.name}</b>)} of *them*.", ["{list.map(one => <b>{one.name}</b>)}", "*", "*"]),
        ("Write `{a}` for {{ b }} and <Box at={c} />.", ["`{a}`", "{{ b }}", "<Box at={c} />"]),
        ("{/* a note */}No expression here.", ["{/* a note */}"]),
        ("A brace { alone.", []),
        ("Plain words.", []),
    ],
)
def test_an_expression_in_braces_is_a_variable(text, marked):
    assert [text[span.start : span.end] for span in mdx.inline(text)] == marked


def cut(source, **options):
    parts = mdx.parse(source, ParseOptions(Segmentation.PARAGRAPH, **options))
    assert "".join(part if isinstance(part, str) else part.raw for part in parts) == source
    return [part for part in parts if isinstance(part, Segment)]


def texts(source, **options):
    return [part.key.text for part in cut(source, **options)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<Steps>\n\n1. Cast off.\n2. Row home.\n</Steps>\n", ["Cast off.", "Row home."]),
        ("Words above\n<Aside>\nWords inside\n</Aside>\nWords below\n", ["Words above", "Words inside", "Words below"]),
        ("<details>\n\nHidden.\n\n</details>\n## Shown\n", ["Hidden.", "Shown"]),
        ("- A rope\n{props.rope}\n", ["A rope"]),
        ("> Said\n</Box>\n", ["Said"]),
        ("| a | b |\n|---|---|\n| c | d |\nimport E from './e'\n", ["a", "b", "c", "d"]),
        ("1. One\n   <Box>\n       Deep\n   </Box>\n", ["One", "Deep"]),
        ("> <Box>\n> Quoted.\n> </Box>\n{props.a && (\n  <b>Not text</b>\n)}\n", ["Quoted."]),
    ],
)
def test_what_has_its_lines_to_itself_ends_the_text_above(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<Box>\n      ```sh\n      make boat\n      ```\n      Words.\n</Box>\n", ["Words."]),
        ("<Box>\n    1. Deep\n        - Deeper\n\n          goes on\n</Box>\n", ["Deep", "Deeper", "goes on"]),
        ("        Words far to the right.\n", ["Words far to the right."]),
        ("<Box>\n\t\t# A heading\n</Box>\n", ["A heading"]),
        ("-      Far from its dot\n\n       goes on\n", ["Far from its dot", "goes on"]),
        ("    > Quoted\n    > words\n", ["Quoted words"]),
        ("<A>\n        ```\n  left\n        ```\n\n</A>\nright\n", ["right"]),
    ],
)
def test_nothing_is_code_because_it_is_indented(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Rowing {/* #row */}\n", "Rowing"),
        ("## Rowing {/*rowing*/}\n", "Rowing"),
        ("Rowing {/* #row */}\n---\n", "Rowing"),
        ("## Rowing {/* #row */} home\n", "Rowing {/* #row */} home"),
        ("## Rowing {/* by */ name}\n", "Rowing {/* by */ name}"),
    ],
)
def test_a_comment_that_ends_a_heading_is_its_name_and_no_text(source, expected):
    assert texts(source) == [expected]


def test_the_lines_of_an_indented_text_keep_their_margin():
    source = "<Box>\n        One line\n        and more.\n</Box>\n"
    (segment,) = cut(source)
    assert segment.key.text == "One line and more."
    assert segment.shell.prefix == "        "


@pytest.mark.parametrize(
    "source",
    [
        "<Play code={`\n<b>\n\n  } not a brace\n`} test={() => /[}\"]/.test('x')} />\n",
        "export const a = {\n  b: 'c',\n\n  d: `e ${f}`,\n}\n",
        "{list.map(one => <li key={one}>It's {one / 2}</li>)}\n",
        "{/* a comment\n\n   with a } in it */}\n",
        "<Long a='" + "x" * 9000 + "'>\n</Long>\n",
        "{a < b ? <b>don't</b> : <>{'}'}</>}\n",
        "<!-- truncate -->\n",
        "import A, {\n  B,\n} from './a'\n",
    ],
)
def test_tags_expressions_and_modules_are_known_however_long(source):
    assert texts(source) == []
    assert texts(f"{source}\nWords.\n") == ["Words."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<Card>One.</Card>\n<Card>Two.</Card>\n", ["One.", "Two."]),
        ("<Card>One.</Card><Card>Two <b>bold</b>.</Card>\n", ["One.", "Two <b>bold</b>."]),
        ("<tr><td>One</td><td>Two</td></tr>\n", ["One", "Two"]),
        ("<summary>Short</summary>\nLong words.\n", ["Short", "Long words."]),
        ("Words <Badge /> with <Tip>tips</Tip>.\n", ["Words <Badge /> with <Tip>tips</Tip>."]),
        ("<Icon /> Words.\n", ["<Icon /> Words."]),
        ("<b>One</b> <i>two</i>\n", ["<b>One</b> <i>two</i>"]),
        ("Put `<Aside>` there.\n", ["Put `<Aside>` there."]),
        ("<Note>\n    Put `<Aside>` there.\n</Note>\n", ["Put `<Aside>` there."]),
        ("## With {props.count} boats\n", ["With {props.count} boats"]),
        ("{props.a} {props.b}\n", []),
        ("## Named {#a-name}\n", ["Named"]),
    ],
)
def test_components_stand_apart_and_tags_in_a_sentence_stay_in_it(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<Card title="First &amp; last" icon="star">\n</Card>\n', ["First & last"]),
        ("<Card title={'It\\'s late'} label={\"Now\"} />\n", ["It's late", "Now"]),
        ("<Tabs values={[{label: 'Rowing', value: 'row'}, {\"label\": `x`}]}>\n</Tabs>\n", ["Rowing"]),
        ('<Card title="One">Two</Card>\n', ["One", "Two"]),
        ('<Card title={`a`} alt="" href="x" />\n', []),
        ('Words <Badge text="new" />\n', ['Words <Badge text="new" />']),
        ('<Box heading="Mine" />\n', []),
    ],
)
def test_words_in_properties_are_segments(source, expected):
    assert texts(source) == expected


def test_a_project_names_other_properties():
    assert texts('<Box heading="Mine" title="Yours" />\n', text_props=("heading",)) == ["Mine"]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ('<A title="b" />\n', 'say "ja" & &lt;', "say &quot;ja&quot; & &amp;lt;"),
        ("<A title='b' />\n", "it's", "it&#39;s"),
        ("<A title={'b'} />\n", "it's a \\ sign\nhere", "it\\'s a \\\\ sign here"),
        ('<A title={"b"} />\n', 'say "ja"', 'say \\"ja\\"'),
    ],
)
def test_a_translated_property_stays_a_string(source, text, expected):
    (segment,) = cut(source)
    assert mdx.encode(segment, text) == expected
    built = source.replace("b", expected)
    assert texts(built) == [" ".join(text.split())]
    assert mdx.skeleton(built) == mdx.skeleton(source)


@pytest.mark.parametrize(
    ("source", "built"),
    [
        ("<Card>One.</Card>\n", "<Card>One.\n"),
        ("Words <Tip>tip</Tip>.\n", "Words tip</Tip>.\n"),
        ("<Box>\nWords\n</Box>\n", "<Box>\nWords </Box>\n"),
        ("<Box>\n    Words\n</Box>\n", "<Box>\n    ```\n    Words\n</Box>\n"),
        ("<Box a={1}>\n</Box>\n", "<Box a={2}>\n</Box>\n"),
        ("Words\n", "Words\n<Box />\n"),
        ("Words\n", "<p>Words</p>\n"),
        ("- One\n- Two\n", "- One\n<Box />\n- Two\n"),
    ],
)
def test_the_guard_sees_what_moves_a_tag_or_a_fence(source, built):
    assert mdx.skeleton(source) != mdx.skeleton(built)


def test_a_text_whose_tags_are_not_closed_in_it_is_left_alone_and_told():
    source = "Words <Tip>tip.\n\nMore words.\n"
    assert texts(source) == ["More words."]
    assert [line for line, _ in mdx.notices(source)] == [1]


def test_a_skip_goes_to_the_end_of_a_component():
    source = "{/* l10n:skip */}\n\n<Box>\n\nLeft alone.\n\n</Box>\n\nRead.\n"
    assert texts(source) == ["Read."]


def test_an_element_that_a_project_excludes_is_left_alone():
    source = '<div className="share" title="No">\n\nLeft alone.\n\n</div>\n\nRead.\n'
    assert texts(source, exclude=(".share",)) == ["Read."]


def test_markdown_with_components_ends_a_text_at_their_tags():
    parts = markdown.parse("1. One.\n2. Two.\n</Steps>\n", ParseOptions(Segmentation.PARAGRAPH))
    assert [part.key.text for part in parts if isinstance(part, Segment)] == ["One.", "Two."]


def test_a_tag_of_a_translation_stands_on_one_line():
    article = mdx.parse('Row with <Card title="two oars" /> today.\n', ParseOptions(Segmentation.PARAGRAPH))
    (segment,) = (part for part in article if isinstance(part, Segment))
    assert mdx.encode(segment, '첫 줄\n<Card\ntitle="두\n<img src=x>" /> 젓는다.') == (
        '첫 줄\n<Card title="두 <img src=x>" /> 젓는다.'
    )
