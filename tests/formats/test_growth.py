"""Does time grow with the size of an article, for everything a format does and whatever the article repeats?"""

import pytest

from l10n import formats
from l10n.errors import ArticleError
from l10n.model import Edition, Segmentation, Slot
from l10n.protocols import ParseOptions
from l10n.text.analysis import analysed
from l10n.text.facts.opening import opening
from l10n.text.sentences.segmentation import sentences
from tests.examples import SOAK
from tests.growth import grows_evenly

_FEW = 1_000
_MOST = 200_000 if SOAK else 16_000
"""Characters of the smallest and of the largest article."""

_SIGNS = r"""
* _ ` [ ![ ( < & { {{ {% %( " “ « ' <![CDATA[ <!-- $ \ | ~ # > 1. 1, 1: 가 ㅏ
"""
FEW = (*_SIGNS.split(), " ", "\t", "\n")
"""What is repeated everywhere."""

_MORE = r"""
[a]( [a][ [^1]: [x]: ::: ![a]( *a _a **a a** $$ ~~~ - {a {# /* /* // -- http:// www.a a@b &a; <a> </a> <div> <b> <li>
<td> <? <!a <A> {: [ ] [[ ]( = ! : ``` ''' ]]> --> }} %} */ …” By Photo: 、 ． <script> <title> <code> <svg> <br>
<br/> **a(b)**가 _a_는 {a} ${ \frac{
"""
MARKS = (
    *FEW,
    *_MORE.split(),
    *(
        "<a ",
        '<a b="',
        "{{<",
        "{{ a }}",
        "{% a %}",
        "- ",
        "> ",
        "* ",
        "- - ",
        "> > ",
        "1. ",
        "| ",
        "|-",
        "\t",
        " ",
        "  ",
    ),
    *(
        "\r",
        "\r\n",
        "\\\n",
        "  \n",
        "a\n: ",
        "a\n~ ",
        "> [!a] b\n",
        "> [!a]\n\n",
        "a\n\n: a\n\n",
        "a\n: <!--",
        "a\n:",
        "$$\n",
        ":::note[a]\n",
        '!!! note "a"\n\n    a\n',
        "---\n",
    ),
    *("===\n", "a|b\n-|-\n", "[a]: b '", '[a](b "', '[a](b "c")', "import a from 'b'\n", "export const a = 1\n"),
    *("<!-- l10n:skip -->\n\n", "<!-- l10n:note a -->\n\n", "<!-- l10n:note a", "{/* l10n:end */}\n\n"),
    *("[l10n:note a]\n", '<img alt="a">', '<i translate="no">', '<i lang="fr">', '<div lang="en">', '<p lang="fr">a'),
    *("{% raw %}\n", "{% endraw %}\n", "{% raw", "{% end", "{{< math >}}\n", "::: math\n", "{::comment}\n", "{:/}"),
    *("--8<--\n", "*[a]: b\n", "| a\n", "[[a|b]]", "[[a", "[a]{.b}", "{.a", "{: a", '{a="', "]{.a}", "\\(", "\\[ a"),
    *(
        "\\[\n",
        "\\(a=b\\)",
        "# a {% b %}\n",
        "# a {b}\n",
        "(a)=\n",
        "- TOC\n{:toc}\n",
        "<div markdown>\n",
        "<p markdown",
    ),
    *(
        '{{< f alt="',
        '{{< f alt="a" >}}\n',
        '{% f alt="\\"',
        '```py title="a b" [',
        "```{note}\n",
        "```{note}\na\n```\n",
        ":::{note}\n:a: b\n",
        "% a\n",
        "<A b='",
        "<A b={",
        "<A>\n",
        "</A>\n",
        "<A b={`",
        "{a => <b>",
        "{`${",
        "    <A>",
        "`` <A> ",
        "](<",
        "export {\n\n",
    ),
    *("<td>\n\n    a\n\n", "<table>\n\n    <tr><td>a\n\n", "<div>\n\n    </div>\n\n", "<div markdown>\n<p>a</p>\na\n"),
    *('<b><img alt="a"></b>\n\n', "<svg><title>a</title></svg>", "<svg><text>a", "> <p>a\n> b</p>\n\n"),
    *("{ .a } ", "<!-- a --> ", "> {a}\n> -\n", "a-\nb ", "<div>\n{% raw %}\n{% endraw %}\n", "a b\n\na\n\n\n"),
    *('<div class="byline">', "<h2>", "<time>", "</i>", "By A B, ", "June 1, "),
)
"""What is repeated in the body of an article."""

AROUND = ("a {}b ", "{}\n", "{}", "a {} b\n", "{}\n\n", "{} a\n\n")
"""What stands beside each: between words, on lines, alone in a row, and in paragraphs."""
UNITS = dict.fromkeys(
    [beside.format(mark) for mark in MARKS for beside in AROUND]
    if SOAK
    else [AROUND[at % 2].format(mark) for at, mark in enumerate(MARKS)]
)
"""What is repeated: each mark in all surroundings where there is time, else the first two by turns."""

_FRONT = (
    "---\ntitle: '{}'\n---\n\na\n",
    "---\n{}\n---\n\na\n",
    '+++\ntitle = "{}"\n+++\n\na\n',
    "+++\n{}\n+++\n\na\n",
    "---\nhero:\n  about: '{}'\n---\n\na\n",
    '+++\n[[features]]\nabout = "{}"\n+++\n\na\n',
)
_CODE = tuple(f"```{language}\n{{}}\n```\n" for language in ("py", "js", "c", "html"))
_IN_HTML = ('<p>{}</p><img alt="{}">', "<script type='application/ld+json'>{}</script>", "<pre>{}")
_OPTIONS = ParseOptions(Segmentation.SENTENCE, code_comments=True, exclude=("nav", ".share"), raw_blocks=("note",))
_ARTICLES = {
    "markdown": "# A\n\nA *p* [x] b.\n\n- c\n\n| d |\n|---|\n| f |\n\n<p>h <b>i</b></p>\n\nj\n---\n\n[x]: y 'k'\n",
    "html": "<title>T</title><p>a <b>b</b></p><img alt='x'><img alt=z>",
    "mdx": "A {b} c.\n",
    "plain": "Head\n\n- a\n- b\n\nc.\n",
}
_ENDING = {"markdown": "a.md", "html": "a.html", "mdx": "a.mdx", "plain": "a.txt"}


def slow(work, *places):
    """Return what takes more than its share of time where it is repeated; without `places`, as an article's body."""
    within = UNITS if SOAK else dict.fromkeys(FEW)
    found = []
    for place, unit in [("{}", unit) for unit in UNITS if not places] + [
        (at, unit) for at in places for unit in within
    ]:

        def repeated(size, place=place, unit=unit):
            analysed.cache_clear()
            work(place.replace("{}", unit * (size // len(unit) + 1)))

        if not grows_evenly(repeated, _FEW, _MOST):
            found.append((place, unit))
    return found


def cut(name):
    plugin = formats.load(name)

    def work(source):
        try:
            plugin.parse(source, _OPTIONS)
        except ArticleError:
            return

    return work


@pytest.mark.parametrize("name", ["html", "markdown", "mdx", "plain"])
def test_cutting_takes_time_by_the_length_of_an_article(name):
    assert slow(cut(name)) == []


@pytest.mark.parametrize(
    ("name", "places"), [("markdown", (*_FRONT, *_CODE)), ("html", _IN_HTML), ("plain", ("- {}",))]
)
def test_cutting_takes_time_by_the_length_wherever_it_is(name, places):
    assert slow(cut(name), *places) == []


def opened(name):
    def work(source):
        try:
            document = formats.parse(_ENDING[name], source, _OPTIONS)
        except ArticleError:
            return
        opening(document, formats.load(name), "en")

    return work


@pytest.mark.parametrize("name", ["html", "markdown", "mdx", "plain"])
def test_the_first_paragraph_is_found_in_time_by_the_length_of_an_article(name):
    assert slow(opened(name)) == []


@pytest.mark.parametrize("name", ["markdown", "mdx", "html", "plain"])
def test_the_structure_is_told_in_time_by_the_length_of_an_article(name):
    assert slow(formats.load(name).skeleton) == []


@pytest.mark.parametrize(("name", "places"), [("markdown", _CODE), ("html", _IN_HTML)])
def test_the_structure_is_told_in_time_by_the_length_wherever_it_is(name, places):
    assert slow(formats.load(name).skeleton, *places) == []


@pytest.mark.parametrize("name", ["markdown", "mdx", "html", "plain"])
def test_what_is_left_alone_is_told_in_time_by_the_length_of_an_article(name):
    assert slow(formats.load(name).notices) == []


@pytest.mark.parametrize("name", ["html", "mdx", "plain"])
def test_markup_is_found_in_time_by_the_length_of_a_text(name):
    assert slow(formats.load(name).inline) == []


def segments():
    """Yield a segment of each kind that a format has, with the format's name."""
    for name, source in _ARTICLES.items():
        for segment in formats.parse(_ENDING[name], source, ParseOptions(Segmentation.PARAGRAPH)).segments:
            yield pytest.param(name, segment, id=f"{name} {segment.shell.style} {segment.kind}")


@pytest.mark.parametrize(("name", "segment"), list(segments()))
def test_a_translation_is_escaped_in_time_by_its_length(name, segment):
    plugin = formats.load(name)
    assert slow(lambda text: plugin.encode(segment, text), "a {} b", "{}b") == []


def test_slots_are_filled_in_time_by_the_length_of_what_is_said():
    def fill(text):
        edition = Edition("ko", "ltr", text, {"engine": text})
        for name, source in _ARTICLES.items():
            plugin = formats.load(name)
            for slot in (part for part in plugin.parse(source, _OPTIONS) if isinstance(part, Slot)):
                plugin.fill(slot, edition)

    assert slow(fill, "{}") == []


def test_sentences_are_found_in_time_by_the_length_of_a_text():
    assert slow(sentences) == []


def test_front_matter_with_many_blank_lines_is_read():
    blank = "\r\n" * 5_000
    assert formats.load("markdown").parse(f"---\r\n{blank}!\r\n", _OPTIONS)
