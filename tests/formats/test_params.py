"""Words given to shortcodes and includes: segments of their own, or part of the text around."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats import html, markdown
from l10n.model import Place, Segment, Segmentation
from l10n.protocols import ParseOptions, shortcode_text
from l10n.publish import alive
from l10n.text.markup import placeholders


def cut(source, *named, path="a.md"):
    options = ParseOptions(Segmentation.PARAGRAPH, shortcode_text=shortcode_text(named))
    document = formats.parse(path, source, options)
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return document


def texts(source, *named, path="a.md"):
    return [one.key.text for one in cut(source, *named, path=path).segments]


def put(source, target, path="a.md"):
    """Return the article with that translation for its first segment, or None where the guard keeps it out."""
    document, plugin = cut(source, path=path), formats.for_path(path)
    first = document.segments[0]
    built = "".join(
        part if isinstance(part, str) else plugin.encode(part, target) if part is first else part.raw
        for part in document.parts
    )
    return built if plugin.skeleton(built) == plugin.skeleton(source) else None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{{< photo src="pier.jpg" alt="The old pier" caption="At low water" >}}\n', ["The old pier", "At low water"]),
        ('{{% box title="Mind the gap" color="red" %}}\nWords.\n{{% /box %}}\n', ["Mind the gap", "Words."]),
        ('{{< photo caption=`He said "no"` />}}\n', ['He said "no"']),
        ("{% include photo.html alt='The pier' url=page.image title=page.title %}\n", ["The pier"]),
        ('{% include photo.html alt="A \\"new\\" pier" %}\n', ['A "new" pier']),
        ("{% render 'photo', alt: \"The pier\" %}\n", ["The pier"]),
        ('{{ photo(src="a.png", alt="The pier") }}\n', ["The pier"]),
        ('{% photo "Words by place", caption="Words by name" %}\n', ["Words by name"]),
        ('{{< photo\n  src="a.png"\n  alt="Words on\n  two lines"\n>}}\n', ["Words on two lines"]),
        ('- {{< photo alt="In an item" >}}\n- More\n', ["In an item", "More"]),
        ('> {% include a.html alt="In a quotation" %}\n', ["In a quotation"]),
        ('| a | {{< photo alt="In a cell" >}} |\n|---|---|\n', ["a", "In a cell"]),
        ('## {{< photo alt="In a heading" >}}\n\nWords.\n\n{{< end >}}\n', ["In a heading", "Words."]),
        ('Words.\n{{< photo alt="Between lines" >}}\nMore.\n', ["Words.", "Between lines", "More."]),
        (
            '{% highlight go title="The first tag" %}\n{{< f alt="x" >}}\n{% endhighlight %}\n',
            ["The first tag"],
        ),
        ('{% include a.html\n  alt="On top" %}\n\nWords.\n', ["On top", "Words."]),
        ('{{< photo alt="One" >}} {{< photo alt="Two" >}}\n', ["One", "Two"]),
    ],
)
def test_words_that_have_such_a_name_are_segments(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '{{< photo src="The pier" class="wide words" >}}\n',
        '{{< photo "The old pier" >}}\n',
        '{{</* photo alt="Shown as it is" */>}}\n',
        '{% include photo.html alt="pier.jpg" title="https://a.example/b" caption="{{ page.caption }}" %}\n',
        '{% assign title = "A variable" %}\n',
        '{% if title == "A variable" %}\n',
        '```\n{{< photo alt="In code" >}}\n```\n',
        "    {{< photo alt='In code' >}}\n",
        '> {{< photo alt="Over two\n> lines" >}}\n',
        '{{< photo data-alt="Not the name" page.title="Nor this" >}}\n',
    ],
)
def test_other_values_are_left_alone(source):
    assert texts(source) == []


def test_a_project_names_other_parameters_and_takes_usual_ones_away():
    source = '{{< term text="pod" alt="Words" label="More words" >}}\n'
    assert texts(source) == ["Words"]
    assert texts(source, "text", "!alt") == ["pod"]


def test_a_translator_is_told_what_a_value_is():
    found = cut('## Boats\n\n{% include photo.html alt="The pier" caption="Low water" %}\n').segments[1:]
    assert [(one.kind.value, one.note, one.line) for one in found] == [
        ("alt", 'alt · alt of {% include photo.html %} · under "Boats"', 3),
        ("meta", 'meta · caption of {% include photo.html %} · under "Boats"', 3),
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ('{{< f alt="a b" >}}\n', '그 "부두"', '{{< f alt="그 \\"부두\\"" >}}\n'),
        ("{% f alt='a b' %}\n", "l'eau", "{% f alt='l\\'eau' %}\n"),
        ("{{< f alt=`a b` >}}\n", 'l"eau', '{{< f alt=`l"eau` >}}\n'),
        ('{{< f alt="a b" >}}\n', "물\n\n가", '{{< f alt="물 가" >}}\n'),
        ("{{< f alt=`a b` >}}\n", "l`eau", None),
        ("{% render 'f', alt: \"a b\" %}\n", 'x" y="z', None),
        ('{{ f(alt="a b") }}\n', 'x") }} {{ g("', None),
        ('# {{ f(alt="a b") }}\n', 'x", y="z', None),
        ('| {{ f(alt="a b") }} | c |\n|---|---|\n', "x | y", None),
        ('{{< f alt="a b" >}}\n', "x >}} {{< g", None),
        ('{{< f alt="a b" >}}\n', "x\\", None),
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_a_translation_stays_the_value_it_is_or_stays_out(source, target, expected, path):
    if path == "a.md" or not source.startswith(("#", "|")):
        assert put(source, target, path) == expected


@pytest.mark.parametrize("path", ["a.md", "a.html"])
@pytest.mark.parametrize(
    "target", ["{{ site.key }}", "<script>x()</script>", "<img src=x onerror=y>", "[x](javascript:y)"]
)
def test_a_value_brings_nothing_to_life(target, path):
    document = cut('{{< photo alt="The pier" >}}\n', path=path)
    assert list(alive.alive(document, formats.for_path(path), [target], " "))
    wanted = Place.VALUE if path == "a.md" else Place.PLAIN
    assert formats.for_path(path).place(document.segments[0]) is wanted


@pytest.mark.parametrize("plugin", [html, markdown])
def test_between_words_the_value_is_words_and_the_call_is_markup(plugin):
    text = 'See {% include icon.html src="a.svg" alt="The pier" %} here, {{< ref "a.md" >}}.'
    marked = plugin.inline(text)
    assert [text[one.start : one.end] for one in marked] == [
        '{% include icon.html src="a.svg" alt="',
        '" %}',
        '{{< ref "a.md" >}}',
    ]
    other = text.replace("The pier", "부두")
    assert placeholders.parity(text, marked, other, plugin.inline(other)) == []
    broken = text.replace("The pier", '부두" onload="x')
    assert placeholders.parity(text, marked, broken, plugin.inline(broken)) != []


def test_includes_in_html_give_their_words():
    source = '<div>\n{% include a.html alt="The pier" src="a.png" %}\n</div>\n<p>Words {{ f(alt="there") }}</p>\n'
    assert texts(source, path="a.html") == texts(source) == ["The pier", 'Words {{ f(alt="there") }}']


def test_a_value_in_a_skipped_block_is_left_alone():
    assert texts('<!-- l10n:skip -->\n{{< f alt="The pier" >}}\n\nWords.\n') == ["Words."]


def test_segments_are_no_two_for_one_place():
    document = cut('{{< f alt="a b" title="c d" caption="e f" >}}\n\n- {{< f alt="g h" >}} i\n')
    starts = [one.start for one in document.parts if isinstance(one, Segment)]
    assert starts == sorted(set(starts))
