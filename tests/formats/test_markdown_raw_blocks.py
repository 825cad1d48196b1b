"""Raw blocks of site generators: no prose, whatever stands in them."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.formats import markdown
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions
from l10n.publish import alive
from l10n.publish.render import render


def texts(source, *raw):
    document = formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH, raw_blocks=raw))
    assert "".join(part if isinstance(part, str) else part.raw for part in document.parts) == source
    return [one.key.text for one in document.segments]


INNER = "First words\n\n# Head\n\n- item\n\n    deep words\n\n| a | b |\n|---|---|\n\n```\nnever closed\n\n> quoted\n\n"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("{% highlight go %}", "{% endhighlight %}"),
        ("{%- raw -%}", "{%- endraw -%}"),
        ("{% comment %}", "{% endcomment %}"),
        ("{% verbatim %}", "{% endverbatim %}"),
        ('{{< highlight go "linenos=table" >}}', "{{< /highlight >}}"),
        ("{{< code-toggle\n  file=hugo >}}", "{{</ code-toggle >}}"),
        ("{{<mermaid>}}", "{{</mermaid>}}"),
        ("{{< math >}}", "{{< / math >}}"),
        ("{::comment}", "{:/comment}"),
        ("{::nomarkdown}", "{:/}"),
        ("::: mermaid", ":::"),
        ("--8<--", "--8<--"),
    ],
)
@pytest.mark.parametrize("inner", ["One line of words\n", INNER])
def test_nothing_in_a_raw_block_is_prose(first, last, inner):
    source = f"Before it.\n\n{first}\n{inner}{last}\n\nAfter it.\n"
    assert texts(source) == ["Before it.", "After it."]
    assert markdown.skeleton(source) != markdown.skeleton(source.replace("words", "other").replace("closed", "shut"))


def test_raw_blocks_stand_in_items_and_quotations_and_close_to_text():
    source = (
        "- One\n\n  {% raw %}\n  hidden\n\n  more\n  {% endraw %}\n- Two\n\n> Said:\n"
        "> {% highlight sh %}\n> hidden\n>\n> more\n> {% endhighlight %}\n> so.\n"
    )
    assert texts(source) == ["One", "Two", "Said:", "so."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{% notice %}}\nRead this.\n{{% /notice %}}\n", ["Read this."]),
        ("{{< tabs >}}\n{{< tab >}}\nRead this.\n{{< /tab >}}\n{{< /tabs >}}\n", ["Read this."]),
        ("{% note %}\n\nRead this.\n\n{% endnote %}\n", ["Read this."]),
        ("{% raw %}\n\nNever closed.\n", ["Never closed."]),
        ("```\n{% raw %}\n```\n\nSome words.\n\n```\n{% endraw %}\n```\n", ["Some words."]),
        ("<!--\n{% raw %}\n-->\n\nSome words.\n\n{% endraw %}\n", ["Some words."]),
        ("{{< highlight />}}\n\nSome words.\n\n{{< /highlight >}}\n", ["Some words."]),
        ("{{</* highlight */>}}\n\nSome words.\n\n{{</* /highlight */>}}\n", ["Some words."]),
        ("::: raw\nSome words.\n:::\n", ["Some words."]),
    ],
)
def test_what_is_no_raw_block_is_read(source, expected):
    assert texts(source) == expected


def test_a_block_that_opens_a_fence_does_not_turn_the_rest_over():
    source = "{% raw %}\n```\n{% endraw %}\n\nSome words.\n\n```\n{% raw %}\n```\n\nMore words.\n\n{% endraw %}\n"
    assert texts(source) == ["Some words.", "More words."]


def test_a_raw_block_between_words_is_one_piece_of_markup():
    text = "Write {% raw %}{{ page.title }} words{% endraw %} or {% comment %}later{% endcomment %} so"
    assert [text[one.start : one.end] for one in markdown.inline(text)] == [
        "{% raw %}{{ page.title }} words{% endraw %}",
        "{% comment %}later{% endcomment %}",
    ]


def test_a_project_names_others_and_takes_known_ones_away():
    source = (
        "{% chart %}\nOne\n{% endchart %}\n\n{{< chart >}}\nTwo\n{{< /chart >}}\n\n{% raw %}\nThree\n{% endraw %}\n"
    )
    assert texts(source) == ["One", "Two"]
    assert texts(source, "chart") == []
    assert texts(source, "!raw") == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## The tide at {% data port.name %}\n", ["The tide at {% data port.name %}"]),
        ("The tide at {% data port %}\n---\n", ["The tide at {% data port %}"]),
        ("# Set {name}\n", ["Set {name}"]),
        ("# Set [the hour](u){.x}\n", ["Set [the hour](u){.x}"]),
        ("# Set it {#set .x}\n", ["Set it"]),
        ("# Set it {/*set*/}\n", ["Set it"]),
        ("# Set it {# later #}\n", ["Set it"]),
        ("# {% data port.name %}\n", []),
        ("{% data port.name %}\n\nAt {{ port }}\n", ["At {{ port }}"]),
    ],
)
def test_a_tag_at_the_edge_of_a_heading_is_part_of_it(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("## The tide at {% data port.name %}\n", "{% data port.name %}의 조수"),
        ("## The tide at {% data port.name %}\n", "조수 {% data port.name %}"),
        ("## Set {name}\n", "{name} 설정 {name}"),
        ("## See [it](u){.x} now\n", "지금 [it](u){.x}"),
    ],
)
def test_what_ends_a_heading_in_the_source_may_end_its_translation(source, target):
    document = formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH))
    built = "".join(
        markdown.encode(part, target) if isinstance(part, Segment) else part
        for part in document.parts
        if isinstance(part, (str, Segment))
    )
    assert built == f"## {target}\n"
    assert markdown.skeleton(built) == markdown.skeleton(source)


def test_a_list_that_a_translation_brings_to_the_end_of_a_heading_is_words():
    document = formats.parse("a.md", "## Set it\n", ParseOptions(Segmentation.PARAGRAPH))
    assert markdown.encode(document.segments[0], "설정 {#x}") == "설정 {#x\\}"


@pytest.mark.parametrize("source", ["- The tide\n", "The tide\n", "# The tide\n", "> The tide\n"])
@pytest.mark.parametrize("call", ["{!! tide !!}", "{{ tide }}", "{% tide %}"])
def test_a_template_call_is_not_hidden_behind_a_backslash(source, call):
    document = formats.parse("a.md", source, ParseOptions(Segmentation.PARAGRAPH))
    assert list(alive.alive(document, formats.load("markdown"), [call], " "))


@pytest.mark.parametrize("quote", ["", "> "])
def test_a_raw_block_in_a_block_of_html_is_no_prose(quote):
    source = (
        "<div>\nBéfore it.\n{% highlight go %}\nfunc() <b>\n{% endhighlight %}\nAfter é.\n{{< math >}}\nx\n"
        "{{< /math >}}</div>\n\n<div>\n{% raw %}\n\nhidden\n\n{% endraw %}\n</div>\n"
    )
    source = "".join(f"{quote}{line}" for line in source.splitlines(keepends=True))
    assert texts(source) == ["Béfore it.", "After é."]
    assert markdown.skeleton(source) != markdown.skeleton(source.replace("func", "other"))
    assert markdown.skeleton(source) == markdown.skeleton(source.replace("After", "Behind"))


def test_a_raw_block_divides_the_element_that_it_stands_in():
    source = "<div>\nA <b>word before\n{% raw %}\nx\n{% endraw %}\nand</b> after it\n</div>\n"
    assert texts(source) == ["A <b>word before", "and</b> after it"]


def test_in_mdx_containers_are_raw_blocks():
    source = "Before it.\n\n:::mermaid\nA to B\n\nC to D\n:::\n\n:::tip\nRead this.\n:::\n"
    document = formats.parse("a.mdx", source, ParseOptions(Segmentation.PARAGRAPH))
    assert [one.key.text for one in document.segments] == ["Before it.", "Read this."]
    assert document.source == source


@pytest.mark.parametrize(
    ("source", "raw"),
    [
        ("{% raw %}\nRead this.\n\n- And that.\n{% endraw %}\n", ("!raw",)),
        ("```{code-block}\nRead this.\n```\n", ("!code-block",)),
        ("```{tide} word\nRead this.\n```\n", ("!tide",)),
        ("{% tide %}\nLeft alone.\n{% endtide %}\n\nRead this.\n", ("tide",)),
    ],
)
def test_a_build_reads_the_raw_blocks_of_the_project_as_the_cut_does(source, raw):
    options = ParseOptions(Segmentation.PARAGRAPH, raw_blocks=raw)
    document = formats.parse("a.md", source, options)
    targets = ["물때를 보라" for _ in document.segments]
    done = render(document, formats.load("markdown"), targets)
    assert targets
    assert not done.refused
    assert "Read this" not in done.text
    assert markdown.skeleton(source, raw) != markdown.skeleton(source)
