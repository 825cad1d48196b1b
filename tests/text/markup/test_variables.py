"""What a program fills in is known in every format, and nothing else in braces is taken for it."""

import pytest

from l10n import formats
from l10n.model import Segment, Segmentation, SpanKind
from l10n.protocols import ParseOptions
from l10n.text.markup.placeholders import protect, restore
from l10n.text.markup.variables import variables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello {name}, {count} boats.", ["{name}", "{count}"]),
        ("Costs ${price} for ${user.name}, #{line} %{count}.", ["${price}", "${user.name}", "#{line}", "%{count}"]),
        ("{first}{last} at ${n}-${m}", ["{first}", "{last}", "${n}", "${m}"]),
        ("v{version}, pier{id}.html, {0} of {12}", ["{version}", "{id}", "{0}", "{12}"]),
        ("{user-name} {_own} {a.b_c}", ["{user-name}", "{_own}", "{a.b_c}"]),
        ("가{name}이", ["{name}"]),
        ("{{ name }} {{name}} {{{name}}} ${{ name }} {% name %} {%name%}", []),
        ("{#id} {.class} {: .class} {key=value} {a, b} { name } {} {2a}", []),
        ("boat{s} a{2} \\{name} {name", []),
        ("$x_{i}$ \\(a + {b} = c\\) x_{i} y^{n} \\frac{a}{b} \\sqrt{x} \\frac{\\text{a}}{b}", []),
        ("$$x + {a}$$ is {a}", ["{a}"]),
    ],
)
def test_variables_are_told_from_other_braces(text, expected):
    assert [text[start:end] for start, end in variables(text)] == expected


@pytest.mark.parametrize("name", ["html", "markdown", "mdx", "plain"])
def test_every_format_keeps_variables_from_engines(name):
    text = "Hello {name}, you have {boat_count} boats."
    spans = formats.load(name).inline(text)
    assert [text[one.start : one.end] for one in spans if one.kind is SpanKind.VARIABLE] == ["{name}", "{boat_count}"]
    kept = protect(text, spans)
    assert kept.text == "Hello ⟦1⟧, you have ⟦2⟧ boats."
    assert restore(kept, "⟦1⟧ 님, 배가 ⟦2⟧척 있습니다.") == "{name} 님, 배가 {boat_count}척 있습니다."


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("html", 'See <img alt="Boat of {owner}"> and <code>{left}</code> of {right}', ["{owner}", "{right}"]),
        ("html", "At https://x.example/{id}/a for {{ a }} and {b}", ["{{ a }}", "{b}"]),
        ("markdown", "Type `{left}`, see $x_{i}$ and [{page}]({url}) of **{boat}**", ["{page}", "{boat}"]),
        ("markdown", "A {{ a }} and {b}{.c} of {{% d %}}", ["{{ a }}", "{b}", "{{% d %}}"]),
        ("plain", "At https://x.example/{id}/a for {{ a }} and {b}", ["{{ a }}", "{b}"]),
    ],
)
def test_variables_stand_beside_other_markup(name, text, expected):
    spans = formats.load(name).inline(text)
    assert [text[one.start : one.end] for one in spans if one.kind is SpanKind.VARIABLE] == expected


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_a_text_of_variables_alone_is_none(ending):
    lines = ["{name}", "Hello {name}"]
    source = "".join(f"<p>{one}</p>\n" for one in lines) if ending == "html" else "\n\n".join(lines)
    found = formats.parse(f"a.{ending}", source, ParseOptions(Segmentation.PARAGRAPH)).parts
    assert [one.key.text for one in found if isinstance(one, Segment)] == ["Hello {name}"]
